from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.jobs.store.queues import ENDINGS, add, claimed
from videogen_desktop.jobs.model import JobOptions, NewPaper, PaperFacts
from videogen_desktop.papers.identifiers import read_list

if TYPE_CHECKING:
    from videogen_desktop.jobs.store import JobStore

USUAL = JobOptions()


def test_a_list_is_parted_into_new_here_repeated_and_not_recognised(store: JobStore) -> None:
    (here,) = add(store, 29608148)
    preview = store.preview(read_list("29608148\n30108519\nPMID: 30108519\nnonsense"), USUAL)
    assert [(paper.facts.pmid, paper.line) for paper in preview.new] == [("30108519", 2)]
    assert [(found.paper.line, found.job_id, found.state) for found in preview.already_here] == [
        (1, here, "queued")
    ]
    assert [paper.line for paper in preview.repeated] == [3]
    assert [(refused.line, refused.text) for refused in preview.not_recognised] == [(4, "nonsense")]
    assert preview.not_recognised[0].reason


def test_a_preview_changes_nothing(store: JobStore) -> None:
    before = store.revision()
    store.preview(read_list("29608148"), USUAL)
    assert store.revision() == before
    assert sum(store.counts().values()) == 0


def test_a_finished_film_is_here_already(store: JobStore) -> None:
    add(store, 29608148)
    store.finish(claimed(store), ENDINGS["completed"])
    assert store.preview(read_list("29608148"), USUAL).already_here[0].state == "completed"


def test_other_options_make_another_film(store: JobStore) -> None:
    add(store, 29608148)
    assert len(store.preview(read_list("29608148"), JobOptions(aspect="9:16")).new) == 1


def test_the_newest_of_several_films_is_named(store: JobStore) -> None:
    add(store, 29608148)
    (newest,) = add(store, 29608148)
    assert store.preview(read_list("29608148"), USUAL).already_here[0].job_id == newest


def test_a_paper_is_known_by_a_name_that_only_the_store_knows(store: JobStore) -> None:
    store.add([NewPaper(PaperFacts(pmid="29608148", doi="10.7554/elife.32671"))], USUAL)
    preview = store.preview(read_list("https://doi.org/10.7554/eLife.32671"), USUAL)
    assert len(preview.already_here) == 1


def test_two_names_of_one_known_paper_are_a_repetition(store: JobStore) -> None:
    store.add([NewPaper(PaperFacts(pmid="29608148", doi="10.7554/elife.32671"))], JobOptions(length="long"))
    preview = store.preview(read_list("29608148\n10.7554/eLife.32671"), USUAL)
    assert [paper.line for paper in preview.new] == [1]
    assert [paper.line for paper in preview.repeated] == [2]


def test_papers_in_hand_are_told_by_their_whole_path(store: JobStore) -> None:
    preview = store.preview(read_list(""), USUAL, [Path("paper.xml"), Path("folder/../paper.xml")])
    assert [paper.facts.source for paper in preview.new] == [Path("paper.xml").absolute()]
    assert len(preview.repeated) == 1
    store.add(preview.new, USUAL)
    assert len(store.preview(read_list(""), USUAL, [Path("paper.xml")]).already_here) == 1


def test_a_film_from_a_paper_in_hand_counts_once_its_name_is_known(store: JobStore) -> None:
    source = Path("paper.xml").absolute()
    store.add([NewPaper(PaperFacts(source=source))], USUAL)
    claim = claimed(store)
    store.describe(claim, PaperFacts(pmid="29608148", source=source, title="Sleep"))
    assert len(store.preview(read_list("29608148"), USUAL).already_here) == 1


def test_a_file_whose_name_cannot_be_kept_is_refused(store: JobStore) -> None:
    preview = store.preview(read_list(""), USUAL, [Path("paper\udcff.xml")])
    assert preview.new == ()
    assert "rename" in preview.not_recognised[0].reason
    preview.not_recognised[0].text.encode()


def test_what_is_here_can_be_made_again(store: JobStore) -> None:
    (first,) = add(store, 29608148)
    again = store.preview(read_list("29608148"), USUAL).already_here
    (second,) = store.add([found.paper for found in again], USUAL)
    jobs = store.get(first), store.get(second)
    assert jobs[0] is not None
    assert jobs[1] is not None
    assert jobs[0].paper_id == jobs[1].paper_id
    assert jobs[0].key != jobs[1].key
