from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.jobs.store.queues import add, claimed, describe
from videogen_desktop.jobs.model import JobOptions, JobQuery, NewPaper, PaperFacts

if TYPE_CHECKING:
    from videogen_desktop.jobs.model import Job
    from videogen_desktop.jobs.store import JobStore

WHOLE = PaperFacts(
    pmid="29608148",
    pmcid="PMC5880371",
    doi="10.7554/eLife.32671",
    title="Zebrafish dscaml1 deficiency",
    authors=("Manxiu Ma", "Albert Pan"),
    journal="eLife",
    year=2018,
    licence="CC BY",
)


def the(store: JobStore, job_id: int) -> Job:
    job = store.get(job_id)
    assert job is not None
    return job


def test_what_was_found_out_is_kept_and_told(store: JobStore) -> None:
    (job_id,) = add(store, 29608148)
    before = store.revision()
    describe(store, job_id, WHOLE)
    kept = the(store, job_id).paper
    assert kept == PaperFacts(**{**vars(WHOLE), "doi": "10.7554/elife.32671"})
    assert store.changes(before).changed == (job_id,)


def test_what_is_not_known_now_stays_as_it_was(store: JobStore) -> None:
    (job_id,) = add(store, 29608148)
    describe(store, job_id, WHOLE)
    describe(store, job_id, PaperFacts(title="Another title", retracted=True))
    paper = the(store, job_id).paper
    assert (paper.title, paper.retracted, paper.journal, paper.pmid) == (
        "Another title",
        True,
        "eLife",
        "29608148",
    )


def test_the_same_once_more_is_no_change(store: JobStore) -> None:
    (job_id,) = add(store, 29608148)
    describe(store, job_id, WHOLE)
    before = store.revision()
    describe(store, job_id, WHOLE)
    assert store.revision() == before


def test_papers_that_turn_out_to_be_one_are_joined_and_their_jobs_move_over(store: JobStore) -> None:
    by_pmid = add(store, 29608148)[0]
    (by_doi,) = store.add([NewPaper(PaperFacts(doi="10.7554/elife.32671"))], JobOptions())
    before = store.revision()
    first = the(store, by_pmid).paper_id
    describe(store, by_doi, WHOLE)
    assert the(store, by_pmid).paper == the(store, by_doi).paper
    assert the(store, by_doi).paper_id == first
    assert set(store.changes(before).changed) == {by_pmid, by_doi}
    assert store.ids(JobQuery(search="zebrafish")) == [by_pmid, by_doi]


def test_a_worker_tells_of_its_paper_though_that_was_joined_with_another_meanwhile(store: JobStore) -> None:
    by_pmid = add(store, 29608148)[0]
    store.add([NewPaper(PaperFacts(doi="10.7554/elife.32671"))], JobOptions())
    first, second = claimed(store), claimed(store)
    store.describe(first, WHOLE)
    store.describe(second, PaperFacts(pmid="29608148", title="Later"))
    assert the(store, by_pmid).paper.title == "Later"
    assert the(store, second.job.id).paper == the(store, by_pmid).paper


def test_the_number_of_a_paper_that_was_joined_is_not_given_again(store: JobStore) -> None:
    add(store, 29608148)
    (by_doi,) = store.add([NewPaper(PaperFacts(doi="10.7554/elife.32671"))], JobOptions())
    gone = the(store, by_doi).paper_id
    describe(store, by_doi, WHOLE)
    (added,) = add(store, 555)
    assert the(store, added).paper_id == gone + 1


def test_a_paper_in_hand_stays_one_of_its_own(store: JobStore) -> None:
    fetched = add(store, 29608148)[0]
    source = Path("paper.xml").absolute()
    (in_hand,) = store.add([NewPaper(PaperFacts(source=source))], JobOptions())
    describe(store, in_hand, WHOLE)
    assert the(store, in_hand).paper.name == str(source)
    assert the(store, in_hand).paper.title == WHOLE.title
    assert the(store, fetched).paper.title == ""


def test_records_with_other_pmids_are_not_joined_by_a_doi(store: JobStore) -> None:
    one, other = add(store, 1, 2)
    describe(store, one, PaperFacts(pmid="1", doi="10.1000/s", title="One"))
    describe(store, other, PaperFacts(pmid="2", doi="10.1000/s", title="Other"))
    assert [the(store, job_id).paper.title for job_id in (one, other)] == ["One", "Other"]


def test_a_worker_holds_its_job_through_it(store: JobStore) -> None:
    add(store, 29608148)
    (by_doi,) = store.add([NewPaper(PaperFacts(doi="10.7554/elife.32671"))], JobOptions(), priority=1)
    claim = claimed(store)
    assert claim.job.id == by_doi
    store.describe(claim, WHOLE)
    assert store.renew(claim) is None
