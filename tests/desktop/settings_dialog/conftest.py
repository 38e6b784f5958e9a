"""An open queue, a keyring in memory or none, and the dialog on them."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail
from keyring.errors import PasswordDeleteError
from PySide6.QtWidgets import QApplication

from videogen_desktop.desktop.queue_link import QueueLink
from videogen_desktop.desktop.settings_dialog import Secrets
from videogen_desktop.desktop.theme import Theme
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.instance import Call
from videogen_desktop.jobs.pool import MainThreadCollector

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtCore import QCoreApplication
    from pytestqt.qtbot import QtBot


class MemoryKeyring(KeyringBackend):
    """A keyring that works and is gone after the test."""

    priority = 1

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        assert service == "videogen-desktop"
        return self.kept.get(username)

    def set_password(self, service: str, username: str, password: str) -> None:
        assert service == "videogen-desktop"
        self.kept[username] = password

    def delete_password(self, service: str, username: str) -> None:
        assert service == "videogen-desktop"
        if username not in self.kept:
            raise PasswordDeleteError(username)
        del self.kept[username]


@pytest.fixture
def ring() -> Iterator[MemoryKeyring]:
    before, ring = keyring.get_keyring(), MemoryKeyring()
    keyring.set_keyring(ring)
    yield ring
    keyring.set_keyring(before)


@pytest.fixture
def no_ring() -> Iterator[None]:
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]  # keyring has no types there
    yield
    keyring.set_keyring(before)


@pytest.fixture
def secrets() -> Secrets:
    return Secrets()


@pytest.fixture(autouse=True)
def garbage(application: QCoreApplication) -> Iterator[None]:
    """Collects garbage on the main thread, as the program does: on another one a Qt object must not die."""
    collector = MainThreadCollector(application)
    yield
    collector.stop()
    collector.deleteLater()
    gc.collect()


@pytest.fixture
def theme(application: QCoreApplication) -> Iterator[Theme]:
    assert isinstance(application, QApplication)
    theme = Theme(application)
    yield theme
    theme.choose("system")
    theme.deleteLater()


@pytest.fixture
def link(qtbot: QtBot, tmp_path: Path) -> Iterator[QueueLink]:
    """An empty queue, open."""
    link = QueueLink(DataFolder(tmp_path / "data"), Call((), tmp_path))
    with qtbot.waitSignal(link.opened, timeout=10_000):
        link.open()
    yield link
    link.close()
