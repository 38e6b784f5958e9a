"""Keeping what was agreed to, and what is said when that cannot be done."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import pytest
from keyring.errors import KeyringLocked

from videogen_desktop.desktop.preferences import Preferences
from videogen_desktop.desktop.settings_dialog.draft import Draft, KeyChange, keep
from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.live_settings import LiveSettings
from videogen_desktop.jobs.settings import QueueSettings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.desktop.settings_dialog.conftest import MemoryKeyring
    from videogen_desktop.desktop.settings_dialog import Secrets

BEFORE = Draft(Preferences(), QueueSettings())
OTHERS = {
    "of the window": Draft(Preferences(email="jane@example.org"), QueueSettings()),
    "of the queue": Draft(Preferences(), QueueSettings(workers=3)),
}


@contextlib.contextmanager
def full_disk() -> Iterator[None]:
    """No file can become longer than a few bytes, as on a disk or a quota that is full."""
    resource = pytest.importorskip("resource", reason="limits on files are set otherwise here")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("which", OTHERS)
def test_a_full_disk_is_said_with_what_helps_settings(tmp_path: Path, secrets: Secrets, which: str) -> None:
    live = LiveSettings(tmp_path / "settings.json")

    with full_disk(), pytest.raises(VideoGenError) as raised:
        keep(tmp_path / "window.json", live, BEFORE, OTHERS[which], secrets=secrets)

    assert raised.value.code == "disk-full"
    assert raised.value.message == "The disk is full: the settings could not be saved."
    assert raised.value.hint == "Free some space, then save again."
    assert live() == QueueSettings()
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_written_to_is_said(tmp_path: Path, secrets: Secrets) -> None:
    (tmp_path / "data").write_bytes(b"a file where the folder was")
    file, live = tmp_path / "data" / "window.json", LiveSettings(tmp_path / "settings.json")

    with pytest.raises(VideoGenError) as raised:
        keep(file, live, BEFORE, OTHERS["of the window"], secrets=secrets)

    assert raised.value.code == "not-writable"
    assert raised.value.message.startswith("The settings cannot be written to window.json")
    assert raised.value.hint == "Check the folder and its drive, then try again."


def test_a_key_that_the_keyring_does_not_give_up_is_said(
    tmp_path: Path, secrets: Secrets, ring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: str) -> None:
        raise KeyringLocked

    secrets.keep("A_KEY", "a value")
    monkeypatch.setattr(ring, "delete_password", locked)
    file, live = tmp_path / "window.json", LiveSettings(tmp_path / "settings.json")

    with pytest.raises(VideoGenError) as raised:
        keep(
            file,
            live,
            BEFORE,
            OTHERS["of the queue"],
            secrets=secrets,
            keys=(KeyChange("A_KEY"), KeyChange("B_KEY", "another")),
        )

    assert raised.value.code == "key-not-removed"
    assert live().workers == 3, "all else is kept"
    assert ring.kept == {"A_KEY": "a value", "B_KEY": "another"}
