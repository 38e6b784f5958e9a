"""A finished film is of the options that its job has; other options make another film."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.jobs.store.queues import ENDINGS, a_job, add, claimed, state_of
from videogen_desktop.jobs.model import JobOptions
from videogen_desktop.papers.identifiers import read_list

if TYPE_CHECKING:
    from videogen_desktop.jobs.store import JobStore

USUAL, TALL = JobOptions(), JobOptions(aspect="9:16")


def options_of(store: JobStore, job_id: int) -> JobOptions:
    job = store.get(job_id)
    assert job is not None
    return job.options


def test_the_options_of_a_finished_film_are_not_changed(store: JobStore) -> None:
    finished = a_job(store, "completed")
    decided = store.set_options([finished], TALL)
    assert [refusal.job_id for refusal in decided.refused] == [finished]
    assert not decided.done
    assert options_of(store, finished) == USUAL
    assert len(store.preview(read_list("1"), TALL).new) == 1
    assert store.preview(read_list("1"), USUAL).already_here[0].state == "completed"


def test_a_finished_film_stays_and_another_one_is_queued(store: JobStore) -> None:
    finished, queued = a_job(store, "completed"), a_job(store, "queued", pmid=2)
    before, film = store.revision(), store.films()[finished]
    decided, added = store.make_otherwise([finished, queued], TALL)
    assert store.revision() == before + 1
    assert (set(decided.done), decided.refused) == ({finished, queued}, ())
    (another,) = added
    assert options_of(store, finished) == USUAL
    assert store.films() == {finished: film}
    assert options_of(store, another) == options_of(store, queued) == TALL
    assert state_of(store, another) == "queued"
    job, first = store.get(another), store.get(finished)
    assert job is not None
    assert first is not None
    assert job.paper_id == first.paper_id


def test_no_film_is_ordered_that_is_there_or_coming(store: JobStore) -> None:
    finished = a_job(store, "completed")
    assert store.make_otherwise([finished], USUAL)[0].refused
    decided, (another,) = store.make_otherwise([finished], TALL)
    assert decided.done == (finished,)
    decided, added = store.make_otherwise([finished], TALL)
    assert [refusal.job_id for refusal in decided.refused] == [finished]
    assert not added
    store.cancel([another])
    assert len(store.make_otherwise([finished], TALL)[1]) == 1


def test_two_films_of_one_paper_make_one_more(store: JobStore) -> None:
    add(store, 1)
    first = claimed(store)
    store.finish(first, ENDINGS["completed"])
    _, (second,) = store.make_otherwise([first.job.id], JobOptions(length="long"))
    store.finish(claimed(store), ENDINGS["completed"])
    decided, added = store.make_otherwise([first.job.id, second], TALL)
    assert len(added) == 1
    assert set(decided.done) == {first.job.id, second}


def test_what_runs_or_is_gone_is_refused(store: JobStore) -> None:
    running = a_job(store, "running")
    decided, added = store.make_otherwise([running, 77], TALL)
    assert [refusal.job_id for refusal in decided.refused] == [running, 77]
    assert not added
