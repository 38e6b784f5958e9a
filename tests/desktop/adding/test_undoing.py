"""Taking an adding back while the queue works."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.desktop.adding.conftest import WAIT_MS, Desk, primary
from videogen_desktop.desktop.adding.undoing import take_back
from videogen_desktop.desktop.preferences import Preferences
from videogen_desktop.jobs.clock import SystemClock
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.model import Ending, JobOptions, NewPaper, PaperFacts
from videogen_desktop.jobs.settings import Profile, QueueSettings
from videogen_desktop.jobs.store import open_store

if TYPE_CHECKING:
    from pathlib import Path

    from videogen_desktop.desktop.queue_link import QueueLink

_WAITS = (sys.executable, "-c", "import time; print('on', flush=True); time.sleep(600)")


@pytest.fixture
def settings() -> QueueSettings:
    return QueueSettings(
        workers=1, least_free_bytes=0, keep_awake=False, profiles=(Profile("The lab's", _WAITS),)
    )


def test_a_film_that_is_being_made_stays(desk: Desk, link: QueueLink) -> None:
    desk.preferences.append(Preferences(options=JobOptions(profile="The lab's")))
    desk.adder.add_text("11 12 13")
    sheet = desk.sheet()
    assert primary(sheet).isEnabled()
    desk.add(sheet)
    link.resume()
    desk.qtbot.waitUntil(lambda: desk.jobs()[0].state == "running", timeout=WAIT_MS)
    with desk.qtbot.waitSignal(link.decided, timeout=WAIT_MS) as decided:
        desk.undoable[0].undo()
    assert decided.args[0].done == (2, 3)
    (refused,) = decided.args[0].refused
    assert refused.job_id == 1
    assert refused.reason == "Its film was begun, so it stays in the list; cancel or remove it there."
    assert desk.names() == ["11"]


def test_a_film_that_was_begun_and_waits_stays_too(tmp_path: Path) -> None:
    store = open_store(DataFolder(tmp_path / "data"), SystemClock())
    one, two = store.add([NewPaper(PaperFacts(pmid=str(pmid))) for pmid in (11, 12)], JobOptions())
    claim = store.claim("a worker")
    assert claim is not None
    store.finish(claim, Ending("queued", "interrupted"))
    decided = take_back(store, (one, two))
    assert decided.done == (two,)
    assert [refusal.job_id for refusal in decided.refused] == [one]
    store.close()
