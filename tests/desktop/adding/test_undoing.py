"""Taking an adding back while the queue works."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.desktop.adding.conftest import WAIT_MS, Desk, primary
from tests.jobs.work.films import write_film
from tests.processes import descendants_with
from videogen_desktop.desktop.adding.undoing import Left, take_back
from videogen_desktop.desktop.preferences import Preferences
from videogen_desktop.jobs.clock import SystemClock
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.model import Ending, JobOptions, NewPaper, PaperFacts, Problem
from videogen_desktop.jobs.settings import Profile, QueueSettings
from videogen_desktop.jobs.store import open_store

if TYPE_CHECKING:
    from pathlib import Path

    from videogen_desktop.desktop.queue_link import QueueLink

_WORKS = """
import pathlib, shutil, sys, time
film, paper, folder = sys.argv[1:]
if paper == "11":
    shutil.copy(film, pathlib.Path(folder) / "final_video.mp4")
else:
    print("on", flush=True)
    time.sleep(600)
"""
"""Makes the film of one paper, and never that of any other."""


@pytest.fixture
def film(tmp_path: Path) -> Path:
    write_film(tmp_path / "a film.mp4")
    return tmp_path / "a film.mp4"


@pytest.fixture
def settings(film: Path) -> QueueSettings:
    command = (sys.executable, "-c", _WORKS, str(film), "{paper_id}", "{output_dir}")
    return QueueSettings(
        workers=1, least_free_bytes=0, keep_awake=False, profiles=(Profile("The lab's", command),)
    )


def add(desk: Desk, text: str) -> None:
    desk.preferences.append(Preferences(options=JobOptions(profile="The lab's")))
    desk.adder.add_text(text)
    sheet = desk.sheet()
    assert primary(sheet).isEnabled()
    desk.add(sheet)


def states(desk: Desk) -> list[str]:
    return [job.state for job in desk.jobs()]


def test_a_film_that_is_being_made_is_given_up_and_removed(desk: Desk, link: QueueLink, film: Path) -> None:
    add(desk, "12 13 14")
    link.resume()
    desk.qtbot.waitUntil(lambda: states(desk) == ["running", "queued", "queued"], timeout=WAIT_MS)
    desk.qtbot.waitUntil(lambda: descendants_with(str(film)) != [], timeout=WAIT_MS)

    with desk.qtbot.waitSignal(desk.adder.taken_back, timeout=WAIT_MS) as taken:
        desk.undoable[0].undo()

    assert taken.args == [""]
    assert desk.names() == []
    assert descendants_with(str(film)) == []


def test_a_film_that_is_made_stays_and_that_is_said(desk: Desk, link: QueueLink) -> None:
    add(desk, "11 12 13")
    link.resume()
    desk.qtbot.waitUntil(lambda: states(desk) == ["completed", "running", "queued"], timeout=WAIT_MS)

    with desk.qtbot.waitSignal(desk.adder.taken_back, timeout=WAIT_MS) as taken:
        desk.undoable[0].undo()

    assert taken.args == ["One of the papers stays in the list: its film is made already."]
    assert desk.names() == ["11"]


def test_what_has_no_film_is_removed_however_far_it_came(tmp_path: Path) -> None:
    store = open_store(DataFolder(tmp_path / "data"), SystemClock())
    ids = store.add([NewPaper(PaperFacts(pmid=str(pmid))) for pmid in (11, 12, 13, 14)], JobOptions())
    problem = Problem("paper-not-found", "There is no such paper.", "Check the PMID.")
    for ending in (Ending("failed", "failed", problem), Ending("queued", "interrupted")):
        claim = store.claim("a worker")
        assert claim is not None
        store.finish(claim, ending)
    held = store.claim("a worker")
    assert held is not None
    assert held.job.id == ids[1]

    assert take_back(store, ids) == Left(ending=(ids[1],))
    assert store.renew(held) == "cancel"
    assert take_back(store, [ids[1]]) == Left(ending=(ids[1],)), "it has not ended yet"
    store.finish(held, Ending("cancelled", "cancelled"))

    assert take_back(store, [ids[1]]) == Left()
    assert store.counts() == dict.fromkeys(store.counts(), 0)
    store.close()
