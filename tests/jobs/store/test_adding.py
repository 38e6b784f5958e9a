from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tests.jobs.store.queues import add, claimed, describe, in_line, papers, state_of
from videogen_desktop.jobs.model import JobOptions, JobQuery, NewPaper, PaperFacts
from videogen_desktop.jobs.states import STATES
from videogen_desktop.jobs.store.options import options_columns, options_key, options_of
from videogen_desktop.papers.identifiers import read_list

if TYPE_CHECKING:
    from videogen_desktop.jobs.store import JobStore


def new(**facts: object) -> NewPaper:
    return NewPaper(PaperFacts(**facts))  # type: ignore[arg-type]  # each test names what it needs


def paper_ids(store: JobStore) -> list[int]:
    return [job.paper_id for job in store.page(JobQuery(), 0, 100)]


def test_papers_become_jobs_in_their_order(store: JobStore) -> None:
    options = JobOptions(aspect="9:16", length="short", voice="en", review=True)
    ids = store.add(papers(30, 10, 20), options)
    jobs = store.page(JobQuery(), 0, 10)
    assert tuple(job.id for job in jobs) == ids
    assert [job.paper.pmid for job in jobs] == ["30", "10", "20"]
    assert {(job.state, job.options, job.attempt, job.film) for job in jobs} == {("queued", options, 0, None)}
    assert [event.kind for event in store.events(ids[0])] == ["added"]


def test_a_logo_and_closing_words_are_kept_and_tell_options_apart(store: JobStore) -> None:
    ours = JobOptions(logo=Path("/lab/logo.png"), closing="Made by us.")
    (plain,), (signed,) = (store.add(papers(10), options) for options in (JobOptions(), ours))
    kept = {job.id: job.options for job in store.page(JobQuery(), 0, 10)}
    assert kept == {plain: JobOptions(), signed: ours}

    def here(options: JobOptions) -> list[int]:
        return [each.job_id for each in store.preview(read_list("10"), options).already_here]

    assert here(JobOptions()) == [plain]
    assert here(ours) == [signed]
    for other in (replace(ours, logo=None), replace(ours, closing="Made by others.")):
        assert here(other) == []


def test_options_of_a_version_that_knew_no_logo_are_the_usual_ones() -> None:
    usual, kept = JobOptions(), options_columns(JobOptions())
    older = {name: value for name, value in kept["options"].items() if name not in {"logo", "closing"}}
    assert len(older) == len(kept["options"]) - 2
    assert options_of(older) == usual
    assert options_key(older) == kept["options_key"]


def test_later_papers_go_behind_earlier_ones_whatever_was_moved(store: JobStore) -> None:
    first, second = add(store, 1, 2)
    store.move([first], "bottom")
    (third,) = add(store, 3)
    assert in_line(store) == [second, first, third]


def test_a_higher_priority_goes_first(store: JobStore) -> None:
    (usual,) = add(store, 1)
    (urgent,) = add(store, 2, priority=5)
    assert in_line(store) == [urgent, usual]
    assert claimed(store).job.id == urgent


def test_papers_can_be_added_paused(store: JobStore) -> None:
    (job_id,) = add(store, 1, paused=True)
    assert state_of(store, job_id) == "paused"
    assert store.claim("a worker") is None


def test_adding_nothing_changes_nothing(store: JobStore) -> None:
    before = store.revision()
    assert store.add([], JobOptions()) == ()
    assert store.revision() == before


def test_one_paper_is_kept_once_however_it_is_called(store: JobStore) -> None:
    whole = new(pmid="29608148", pmcid="PMC5880371", doi="10.7554/eLife.32671")
    store.add([whole, new(pmcid="PMC5880371")], JobOptions())
    store.add([new(doi="10.7554/ELIFE.32671"), new(pmid="29608148")], JobOptions())
    assert len(set(paper_ids(store))) == 1


def test_papers_with_other_pmids_are_others_even_when_they_share_the_doi_of_a_supplement(
    store: JobStore,
) -> None:
    store.add([new(pmid="1", doi="10.1000/s"), new(pmid="2", doi="10.1000/s")], JobOptions())
    assert len(set(paper_ids(store))) == 2


def test_a_paper_in_hand_is_one_of_its_own(store: JobStore) -> None:
    source = Path("paper.xml").absolute()
    store.add([new(pmid="1"), new(pmid="1", source=source), new(source=source)], JobOptions())
    fetched, in_hand, again = store.page(JobQuery(), 0, 10)
    assert fetched.paper.name == "1"
    assert in_hand.paper.name == again.paper.name == str(source)
    assert in_hand.paper_id == again.paper_id != fetched.paper_id


def test_a_film_made_again_knows_its_paper_from_the_start(store: JobStore) -> None:
    (first,) = add(store, 1)
    job = store.get(first)
    assert job is not None
    describe(store, job.id, PaperFacts(pmid="1", title="Zebrafish sleep"))
    (again,) = add(store, 1)
    made = store.get(again)
    assert made is not None
    assert made.paper.title == "Zebrafish sleep"
    assert store.ids(JobQuery(search="zebra")) == [first, again]


def test_every_job_has_folders_of_its_own(store: JobStore) -> None:
    odd = new(source=Path("/data/A paper: “draft”?.xml"))
    names = [*papers(1, 1), new(doi="10.1002/(sici)1097-0258<19980815>17:15"), odd, odd]
    store.add(names, JobOptions())
    keys = [job.key for job in store.page(JobQuery(), 0, 10)]
    assert len(set(keys)) == len(keys)
    assert all(set(key) <= set("abcdefghijklmnopqrstuvwxyz0123456789.-") for key in keys)
    assert keys[0].startswith("pmid-1-")


def test_the_number_of_a_removed_job_is_never_given_again(store: JobStore) -> None:
    (job_id,) = add(store, 1)
    store.remove([job_id])
    (later,) = add(store, 1)
    assert later > job_id


def test_ten_thousand_papers_are_one_change(store: JobStore) -> None:
    before = store.revision()
    ids = store.add(papers(*range(1, 10_001)), JobOptions())
    assert len(ids) == store.counts()["queued"] == 10_000
    assert store.revision() == before + 1
    assert set(store.counts()) == set(STATES)
    assert [job.id for job in store.page(JobQuery(), 9_998, 10)] == list(ids[-2:])
