"""Several openers that come at the same moment, and what one finds that came between."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import pytest

from tests.jobs.store.databases import (
    StoppedClock,
    add_jobs,
    closed_well,
    filled,
    jobs_in,
    running,
    wait_for_word,
)
from tests.jobs.store.test_opening import OPEN_AND_STAY
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.patience import Patience
from videogen_desktop.jobs.store import presence
from videogen_desktop.jobs.store.backups import make_backup
from videogen_desktop.jobs.store.opening import open_database
from videogen_desktop.jobs.store.presence import Presence
from videogen_desktop.jobs.store.restoring import restore_backup, start_afresh

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


def as_soon_as_let_in(monkeypatch: pytest.MonkeyPatch, come: Callable[[], object]) -> None:
    """Somebody else comes in the moment between being alone and being beside others."""
    coming = [come]

    class Lock(presence.ReadWriteLock):
        def release(self, *, force: bool = False) -> None:
            super().release(force=force)
            if coming:
                coming.pop()()

    monkeypatch.setattr(presence, "ReadWriteLock", Lock)


def test_nobody_joins_others_where_nothing_was_made_yet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusals = iter((False,))
    alone = Presence.alone
    monkeypatch.setattr(Presence, "alone", lambda self: next(refusals, True) and alone(self))
    presence = Presence(tmp_path / "videogen.db")
    assert presence.enter(Patience(5.0)), "it joined a database that is not there"
    presence.leave()


@pytest.mark.parametrize("restored", [True, False], ids=["a backup", "an empty list"])
def test_a_list_that_is_put_in_the_place_of_the_one_just_examined_is_the_one_worked_with(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch, restored: bool
) -> None:
    filled(folder, 3)
    backup = make_backup(folder.database, folder, StoppedClock().now())
    replaced = (lambda: restore_backup(folder, backup)) if restored else (lambda: start_afresh(folder))
    as_soon_as_let_in(monkeypatch, replaced)
    database = open_database(folder, StoppedClock())
    add_jobs(database, 1, first=10)
    assert jobs_in(folder.database) == (4 if restored else 1)
    database.close()


def test_a_kill_of_one_that_came_while_another_was_let_in_is_remembered(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(folder, 3)
    with contextlib.ExitStack() as stack:

        def come() -> None:
            process = stack.enter_context(running(OPEN_AND_STAY, folder.root))
            wait_for_word(process, "open")

        as_soon_as_let_in(monkeypatch, come)
        database = open_database(folder, StoppedClock())
    database.close()
    assert not closed_well(folder.database)
