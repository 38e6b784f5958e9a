"""A row with what damage or another version has made of it: its job says so, and all others go on."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.jobs.store.queues import add, claimed, in_line, outcomes, state_of
from videogen_desktop.jobs.model import Ending, JobOptions, JobQuery, Problem

if TYPE_CHECKING:
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.store import JobStore

OF_ANOTHER_VERSION = "UPDATE job SET options = replace(options, '16:9', '4:5') WHERE id = 1"
NO_JSON = "UPDATE job SET options = '{' WHERE id = 1"
NO_OPTIONS = "UPDATE job SET options = '[1]' WHERE id = 1"

not_readable = pytest.mark.parametrize(
    "damage", [OF_ANOTHER_VERSION, NO_JSON, NO_OPTIONS], ids=["of another version", "no JSON", "no options"]
)


def change(folder: DataFolder, statement: str) -> None:
    with closing(sqlite3.connect(folder.database)) as other:
        assert other.execute(statement).rowcount == 1
        other.commit()


@not_readable
def test_the_next_job_is_claimed_and_the_one_before_it_asks_its_owner(
    store: JobStore, data_folder: DataFolder, damage: str
) -> None:
    first, second = add(store, 1, 2)
    change(data_folder, damage)
    assert claimed(store).job.id == second
    job = store.get(first)
    assert job is not None
    assert job.problem is not None
    assert (job.state, job.problem.code) == ("needs-attention", "bad-options")
    assert outcomes(store, first) == ["attention"]
    assert store.claim("a worker") is None


@not_readable
def test_the_list_is_shown_whole(store: JobStore, data_folder: DataFolder, damage: str) -> None:
    add(store, 1, 2)
    change(data_folder, damage)
    assert [job.paper.pmid for job in store.page(JobQuery(), 0, 10)] == ["1", "2"]


@not_readable
def test_its_film_is_made_once_its_options_are_chosen(
    store: JobStore, data_folder: DataFolder, damage: str
) -> None:
    (job_id,) = add(store, 1)
    change(data_folder, damage)
    assert store.claim("a worker") is None
    assert store.set_options([job_id], JobOptions(length="short")).done
    assert store.retry([job_id]).done
    assert claimed(store).job.options == JobOptions(length="short")


@not_readable
def test_it_is_cancelled_and_removed_as_any(store: JobStore, data_folder: DataFolder, damage: str) -> None:
    first, second = add(store, 1, 2)
    change(data_folder, damage)
    assert store.cancel([first]).done
    assert store.remove([first])[0].done
    assert in_line(store) == [second]


def test_what_is_asked_is_which_option(store: JobStore, data_folder: DataFolder) -> None:
    (job_id,) = add(store, 1)
    change(data_folder, OF_ANOTHER_VERSION)
    store.claim("a worker")
    job = store.get(job_id)
    assert job is not None
    assert job.problem is not None
    assert "aspect" in job.problem.message


def test_the_other_options_are_as_they_were_chosen(store: JobStore, data_folder: DataFolder) -> None:
    (job_id,) = add(store, 1)
    store.set_options([job_id], JobOptions(length="short", voice="en_GB"))
    change(data_folder, OF_ANOTHER_VERSION)
    job = store.get(job_id)
    assert job is not None
    assert job.options == JobOptions(length="short", voice="en_GB")


def test_authors_that_cannot_be_read_keep_no_film_from_being_made(
    store: JobStore, data_folder: DataFolder
) -> None:
    (job_id,) = add(store, 1)
    change(data_folder, "UPDATE paper SET authors = '[' WHERE id = 1")
    assert claimed(store).job.paper.authors == ()
    assert state_of(store, job_id) == "running"


def test_what_a_later_version_can_choose_keeps_no_retracted_paper_from_being_filmed(
    store: JobStore, data_folder: DataFolder
) -> None:
    (job_id,) = add(store, 1)
    change(data_folder, "UPDATE job SET options = json_set(options, '$.music', 'calm') WHERE id = 1")
    retracted = Problem("retracted", "The paper was retracted.", "Look at the notice.")
    store.finish(claimed(store), Ending("needs-attention", "attention", retracted))
    assert store.approve([job_id], allow_retracted=True).done
    assert claimed(store).job.options == JobOptions(allow_retracted=True)
