"""The disk fills up while the window is open: it is said, the queue holds still, and nothing is lost."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from tests.desktop.window.behaviour import let_work, stored
from tests.desktop.window.desk import papers
from tests.jobs.store.databases import is_sound, jobs_in, small_disk
from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs import attendant, trouble
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.model import JobOptions
from videogen_desktop.jobs.settings import QueueSettings, write_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.desktop.window.desk import Desk
    from videogen_desktop.jobs.store import JobStore

    Open = Callable[..., Desk]
    Before = Callable[[Callable[[JobStore], object]], None]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a disk of a few megabytes is mounted")

_MANY = 400


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[DataFolder]:
    """A data folder on a disk of eight megabytes."""
    for name in ("VIDEOGEN_EUTILS_URL", "VIDEOGEN_IDCONV_URL", "VIDEOGEN_PMC_BUCKET_URL"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    monkeypatch.setattr(trouble, "FIRST_HOLD_S", 0.5)  # it need not be as patient as with a person
    monkeypatch.setattr(attendant, "LOOK_S", 0.5)
    disk = tmp_path / "disk"
    with small_disk(disk, 8):
        folder = DataFolder(disk / "data")
        folder.root.mkdir()
        write_settings(folder.settings, QueueSettings(workers=1, least_free_bytes=0, keep_awake=False))
        yield folder


def fill(folder: DataFolder) -> Path:
    """Something else takes all the room."""
    ballast = folder.root.parent / "ballast"
    state = os.statvfs(folder.root.parent)
    with ballast.open("wb") as file:
        file.write(bytes(state.f_bavail * state.f_frsize))
    return ballast


def until_refused(desk: Desk) -> None:
    """Pause and resume all jobs until there is no room to write that down."""
    desk.window.table.selectAll()
    told: list[object] = []
    desk.desktop.link.decided.connect(told.append)
    desk.desktop.link.failed.connect(told.append)
    for decisions in range(200):
        desk.window.actions_["resume-jobs" if decisions % 2 else "pause-jobs"].trigger()
        desk.until(lambda decisions=decisions: len(told) > decisions)
        if isinstance(told[-1], VideoGenError):
            return
    pytest.fail("the disk was never full")


def test_it_is_said_and_the_queue_holds_still_until_there_is_room(
    opened: Open, before: Before, folder: DataFolder
) -> None:
    profile = let_work(folder)
    many = papers(*(f"Paper {number}" for number in range(_MANY)))
    before(lambda store: store.add(many, JobOptions(profile=profile.name)))
    desk = opened()
    desk.until(lambda: desk.window.model.rowCount() == _MANY)
    ballast = fill(folder)

    until_refused(desk)
    states = desk.store.counts()
    assert desk.window.notices.text.startswith("The disk is full: nothing more can be written to")
    desk.act("pause-queue")

    desk.until(lambda: "disk is full" in desk.window.banner.text)
    assert "Free some space; the queue goes on by itself" in desk.window.banner.text
    assert "disk-full" in desk.desktop.link.pool.state.reasons
    assert desk.store.counts() == states

    ballast.unlink()
    desk.until(lambda: not desk.desktop.link.pool.state.paused)
    if states["paused"]:
        desk.act("resume-jobs")
    desk.until(lambda: stored(desk, 1).state == "running")
    desk.until(lambda: not desk.window.banner.isVisible())
    desk.close()
    assert is_sound(folder.database)
    assert jobs_in(folder.database) == _MANY
