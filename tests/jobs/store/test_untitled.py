from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.jobs.store.queues import add, describe
from tests.jobs.store.test_describing import WHOLE, the
from videogen_desktop.jobs.model import JobOptions, JobQuery, NewPaper, PaperFacts

if TYPE_CHECKING:
    from videogen_desktop.jobs.store import JobStore

SHORT = PaperFacts(
    pmid="29608148",
    pmcid="PMC5880371",
    doi="10.7554/eLife.32671",
    title="A short title",
    authors=("M Ma",),
    journal="eLife",
    year=2018,
)


def numbers(store: JobStore, after: int = 0, limit: int = 100) -> list[int]:
    return [each.job_id for each in store.untitled.after(after, limit)]


def test_jobs_without_a_title_are_found_a_page_at_a_time(store: JobStore) -> None:
    ids = add(store, 1, 2, 3, 4)
    store.add([NewPaper(PaperFacts(source=Path("paper.xml").absolute()))], JobOptions())
    describe(store, ids[1], PaperFacts(title="Known"))
    assert numbers(store, limit=2) == [ids[0], ids[2]]
    assert numbers(store, after=ids[2]) == [ids[3]]
    assert store.untitled.after(ids[2], 1)[0].facts == PaperFacts(pmid="4")


def test_what_is_found_out_is_kept_shown_and_told(store: JobStore) -> None:
    (job_id,) = add(store, 29608148)
    before = store.revision()
    store.untitled.describe({the(store, job_id).paper_id: SHORT})
    paper = the(store, job_id).paper
    assert (paper.title, paper.authors, paper.pmcid) == ("A short title", ("M Ma",), "PMC5880371")
    assert store.changes(before).changed == (job_id,)
    assert store.ids(JobQuery(search="short")) == [job_id]
    assert numbers(store) == []


def test_many_are_one_change(store: JobStore) -> None:
    ids = add(store, *range(1, 201))
    before = store.revision()
    store.untitled.describe(
        {the(store, number).paper_id: PaperFacts(title=f"Title {number}") for number in ids}
    )
    assert store.revision() == before + 1
    assert store.changes(before).changed == ids


def test_what_a_pipeline_told_meanwhile_stays(store: JobStore) -> None:
    (job_id,) = add(store, 29608148)
    describe(store, job_id, WHOLE)
    before = store.revision()
    store.untitled.describe({the(store, job_id).paper_id: SHORT})
    assert store.revision() == before
    assert the(store, job_id).paper.title == WHOLE.title


def test_what_is_known_without_a_title_stays(store: JobStore) -> None:
    (job_id,) = add(store, 29608148)
    describe(store, job_id, PaperFacts(journal="eLife (Cambridge)", abstract_only=True))
    store.untitled.describe({the(store, job_id).paper_id: SHORT})
    paper = the(store, job_id).paper
    assert (paper.title, paper.journal, paper.abstract_only) == ("A short title", "eLife (Cambridge)", True)


def test_a_paper_that_is_here_under_another_name_keeps_what_a_pipeline_told(store: JobStore) -> None:
    first = add(store, 29608148)[0]
    describe(store, first, PaperFacts(title="Whole", authors=("Manxiu Ma",), licence="CC BY"))
    (by_doi,) = store.add([NewPaper(PaperFacts(doi="10.7554/elife.32671"))], JobOptions())
    store.untitled.describe({the(store, by_doi).paper_id: SHORT})
    assert the(store, by_doi).paper_id == the(store, first).paper_id
    paper = the(store, first).paper
    assert (paper.title, paper.authors, paper.licence) == ("Whole", ("Manxiu Ma",), "CC BY")
    assert (paper.pmcid, paper.journal) == ("PMC5880371", "eLife")
    assert store.ids(JobQuery(search="whole")) == [first, by_doi]


def test_two_names_of_one_paper_in_one_batch_become_one(store: JobStore) -> None:
    by_pmid = add(store, 29608148)[0]
    (by_doi,) = store.add([NewPaper(PaperFacts(doi="10.7554/elife.32671"))], JobOptions())
    store.untitled.describe({the(store, by_pmid).paper_id: SHORT, the(store, by_doi).paper_id: SHORT})
    assert the(store, by_pmid).paper == the(store, by_doi).paper
    assert the(store, by_doi).paper.title == "A short title"


def test_an_answer_that_comes_late_is_not_that_of_a_paper_added_meanwhile(store: JobStore) -> None:
    by_pmid = add(store, 29608148)[0]
    (by_doi,) = store.add([NewPaper(PaperFacts(doi="10.7554/elife.32671"))], JobOptions())
    asked = {each.job_id: each.paper_id for each in store.untitled.after(0, 100)}
    store.untitled.describe({asked[by_pmid]: SHORT})
    assert the(store, by_doi).paper_id == asked[by_pmid]
    (added,) = add(store, 555)
    store.untitled.describe({asked[by_doi]: SHORT})
    assert the(store, added).paper == PaperFacts(pmid="555")


def test_papers_that_are_gone_are_let_be(store: JobStore) -> None:
    store.untitled.describe({4711: SHORT})
    assert store.revision() == 0
