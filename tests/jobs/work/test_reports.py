"""What a worker tells of its paper and its script reaches that job alone, and only while it holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.jobs.store.queues import SetClock, a_job, add, claimed
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.model import Claim, Ending, JobOptions, JobQuery, NewPaper, PaperFacts
from videogen_desktop.jobs.store import open_store
from videogen_desktop.jobs.supervisor import Control
from videogen_desktop.jobs.work.reports import Reports

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from videogen_desktop.jobs.store import JobStore

HUNDRED = PaperFacts(pmid="100", doi="10.1/x", title="Hundred")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[JobStore]:
    opened = open_store(DataFolder(tmp_path / "data"), SetClock())
    yield opened
    opened.close()


def reporting(store: JobStore, claim: Claim) -> Reports:
    return Reports(store, claim, Control(), SetClock())


def test_a_paper_that_is_added_between_two_answers_about_another_stays_itself(store: JobStore) -> None:
    add(store, 100)
    store.add([NewPaper(PaperFacts(doi="10.1/x"))], JobOptions())
    by_pmid, by_doi = claimed(store), claimed(store)
    with reporting(store, by_pmid) as reports:
        reports.describe(HUNDRED)
    (added,) = add(store, 555)
    with reporting(store, by_doi) as reports:
        reports.describe(HUNDRED)
    assert [job.paper for job in store.jobs([added])] == [PaperFacts(pmid="555")]
    assert [job.paper for job in store.jobs([by_pmid.job.id, by_doi.job.id])] == [HUNDRED, HUNDRED]


def test_a_worker_whose_job_was_taken_tells_nothing_of_its_paper_and_its_script(store: JobStore) -> None:
    job_id = a_job(store, "running", pmid=5)
    ((job, attempt),) = store.running()
    late = Claim(job, attempt.number, attempt.token, attempt.worker, 60.0)
    store.take_back(job_id, attempt.number, Ending("queued", "lost"))
    with reporting(store, claimed(store)) as reports:
        reports.script("Sparrows sing.")
    before = store.revision()
    late_words: tuple[Callable[[Reports], None], ...] = (
        lambda reports: reports.describe(PaperFacts(pmid="5", title="Late")),
        lambda reports: reports.script("Late words."),
    )
    for tell in late_words:
        with reporting(store, late) as reports:
            tell(reports)
    assert store.revision() == before
    assert store.ids(JobQuery(search="late")) == []
    assert store.ids(JobQuery(search="sparrows")) == [job_id]
