from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.jobs.store.queues import a_job, add, claimed, describe, everything, in_line, papers, write_script
from videogen_desktop.jobs.model import JobOptions, JobQuery, NewPaper, PaperFacts, RemovedJobs
from videogen_desktop.jobs.states import STATES, State

if TYPE_CHECKING:
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.model import Job
    from videogen_desktop.jobs.store import JobStore


def the(store: JobStore, job_id: int) -> Job:
    job = store.get(job_id)
    assert job is not None
    return job


@pytest.mark.parametrize("state", [state for state in STATES if state != "running"])
def test_a_removed_job_comes_back_as_it_was(store: JobStore, data_folder: DataFolder, state: State) -> None:
    first, job_id, last = add(store, 10)[0], a_job_in(store, state), add(store, 30)[0]
    describe(store, job_id, PaperFacts(pmid="20", title="Zebrafish", authors=("A. Weber",)))
    write_script(store, job_id, "Fish sleep at night.")
    before, line = everything(data_folder), in_line(store)
    decided, removed = store.remove([job_id])
    assert decided.done == removed.ids == (job_id,)
    assert store.get(job_id) is None
    assert store.attempts(job_id) == ()
    assert in_line(store) == [first, last]
    assert store.ids(JobQuery(search="night")) == []
    assert store.restore(removed).done == (job_id,)
    after = everything(data_folder)
    for table in ("paper", "attempt", "video", "job_text", "removed"):
        assert after[table] == before[table]
    assert without_revision(after["job"]) == without_revision(before["job"])
    assert in_line(store) == line
    assert store.ids(JobQuery(search="night")) == [job_id]


def a_job_in(store: JobStore, state: State) -> int:
    store.set_reason("owner", True)
    (waiting,) = store.ids(JobQuery())
    store.pause([waiting])
    store.set_reason("owner", False)
    job_id = a_job(store, state, pmid=20)
    store.resume([waiting])
    return job_id


def without_revision(rows: list[dict[str, object]]) -> list[dict[str, object]]:
    """The number of the change is the only thing that may differ."""
    return [{name: value for name, value in row.items() if name != "revision"} for row in rows]


def test_a_running_job_is_not_removed(store: JobStore) -> None:
    running, queued = a_job(store, "running"), a_job(store, "queued", pmid=2)
    decided, removed = store.remove([running, queued, 4711])
    assert decided.done == removed.ids == (queued,)
    assert [refusal.job_id for refusal in decided.refused] == [running, 4711]
    assert the(store, running).state == "running"


def test_the_history_outlives_the_job(store: JobStore) -> None:
    job_id = a_job(store, "failed")
    store.remove([job_id])
    assert [event.kind for event in store.events(job_id)] == ["removed", "failed", "running", "added"]


def test_the_feed_says_what_is_gone_and_what_is_back(store: JobStore) -> None:
    first, second = add(store, 1, 2)
    before = store.revision()
    _, removed = store.remove([first, second])
    assert set(store.changes(before).removed) == {first, second}
    store.restore(removed)
    changes = store.changes(before)
    assert (set(changes.changed), changes.removed) == ({first, second}, ())
    store.remove([first])
    assert store.changes(before).removed == (first,)


def test_a_job_is_not_put_back_twice(store: JobStore) -> None:
    first, second = add(store, 1, 2)
    _, removed = store.remove([first, second])
    store.restore(removed)
    store.remove([second])
    decided = store.restore(removed)
    assert decided.done == (second,)
    assert [refusal.job_id for refusal in decided.refused] == [first]
    assert in_line(store) == [first, second]


def test_a_job_comes_back_to_a_paper_that_was_described_meanwhile(store: JobStore) -> None:
    first, second = store.add(papers(1, 1), JobOptions())
    _, removed = store.remove([first])
    describe(store, second, PaperFacts(pmid="1", title="Sleep"))
    store.restore(removed)
    assert the(store, first).paper.title == "Sleep"
    assert store.ids(JobQuery(search="sleep")) == [first, second]
    assert the(store, first).paper_id == the(store, second).paper_id


def test_a_job_comes_back_to_a_paper_that_was_joined_with_another_meanwhile(store: JobStore) -> None:
    by_doi = store.add([NewPaper(PaperFacts(doi="10.1000/x"))], JobOptions())[0]
    by_pmid = add(store, 1)[0]
    _, removed = store.remove([by_pmid])
    describe(store, by_doi, PaperFacts(pmid="1", doi="10.1000/x", title="Sleep"))
    store.restore(removed)
    assert the(store, by_pmid).paper == the(store, by_doi).paper
    assert claimed(store).job.id == by_doi


def test_nothing_removed_puts_nothing_back(store: JobStore) -> None:
    decided, removed = store.remove([])
    assert (decided.done, decided.refused) == ((), ())
    assert store.restore(removed).done == ()
    assert isinstance(removed, RemovedJobs)
    assert store.revision() == 0
