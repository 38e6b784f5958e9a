"""A fetched paper makes the same film as the paper in hand, from the services that are named."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import msgspec
import pytest

from tests.ncbi_double import Fault, Holding, Library, NcbiDouble, read_library
from tests.pipeline.runs import Run, run_pipeline
from videogen_desktop.pipeline.script import Scene, Script

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def double(small_paper: Path) -> Iterator[NcbiDouble]:
    """NCBI with the small paper in it, under the names that its file gives."""
    paper = Holding(
        "small",
        pmid="90000001",
        pmcid="PMC90000001",
        doi="10.1000/small",
        jats=(small_paper / "article.xml").read_bytes(),
        pictures={"fig1.jpg": (small_paper / "fig1.jpg").read_bytes()},
        license_code="CC BY",
    )
    with NcbiDouble(Library((paper,))) as server:
        yield server


def fetched(double: NcbiDouble, tmp_path: Path, paper_id: str, *options: str) -> tuple[Run, Path]:
    folder = tmp_path / "out"
    environment = {**double.environment, "VIDEOGEN_CACHE_DIR": str(tmp_path / "cache")}
    return run_pipeline(
        "generate-video", paper_id, folder, "--aspect", "1:1", *options, **environment
    ), folder


def told(folder: Path) -> tuple[Scene, ...]:
    return msgspec.json.decode((folder / "script.json").read_bytes(), type=Script).scenes


def test_a_fetched_paper_makes_the_same_film_as_the_paper_in_hand(
    double: NcbiDouble, made: tuple[Path, Run], tmp_path: Path
) -> None:
    run, folder = fetched(double, tmp_path, "PMID: 90000001")
    assert run.code == 0, run.events[-1:]
    assert told(folder) == told(made[0])
    for name in ("audio.wav", "captions.srt", "captions.vtt", "final_video.mp4"):
        assert (folder / name).read_bytes() == (made[0] / name).read_bytes(), name


@pytest.mark.parametrize("paper_id", ["PMC90000001.1", "https://doi.org/10.1000/small"])
def test_every_name_of_a_paper_leads_to_the_same_script(
    paper_id: str, double: NcbiDouble, made: tuple[Path, Run], tmp_path: Path
) -> None:
    run, folder = fetched(double, tmp_path, paper_id, "--stop-after", "generate-script")
    assert run.code == 0, run.events[-1:]
    assert told(folder) == told(made[0])


def test_another_name_of_the_paper_goes_on_in_its_folder(double: NcbiDouble, tmp_path: Path) -> None:
    assert fetched(double, tmp_path, "90000001", "--stop-after", "fetch-paper")[0].code == 0
    assert fetched(double, tmp_path, "PMC90000001", "--stop-after", "generate-script")[0].code == 0


def test_a_paper_that_pubmed_calls_retracted_stops_at_the_door(double: NcbiDouble, tmp_path: Path) -> None:
    double.library.change("small", publication_types=("Journal Article", "Retracted Publication"))
    run, _ = fetched(double, tmp_path, "90000001")
    assert (run.code, run.error["code"]) == (3, "retracted")


def test_what_is_known_of_a_paper_is_told_before_it_is_stopped_at_the_door(
    double: NcbiDouble, tmp_path: Path
) -> None:
    double.library.change("small", retracted_by="90000009")
    run, folder = fetched(double, tmp_path, "PMC90000001")
    assert [event["event"] for event in run.events if event["event"] != "stage"] == ["paper", "error"]
    facts = run.paper
    assert (facts["pmid"], facts["pmcid"], facts["doi"]) == ("90000001", "PMC90000001", "10.1000/small")
    assert facts["title"]
    assert facts["authors"]
    assert (facts["retracted"], facts["abstract_only"]) == (True, False)
    assert not (folder / "paper.json").exists()


def test_a_paper_without_any_text_is_told_by_its_title(double: NcbiDouble, tmp_path: Path) -> None:
    bare = (
        b"<PubmedArticle><MedlineCitation><PMID>5</PMID><Article><Journal><JournalIssue><PubDate><Year>1975"
        b"</Year></PubDate></JournalIssue><Title>A Journal</Title></Journal>"
        b"<ArticleTitle>Bare.</ArticleTitle>"
        b"</Article></MedlineCitation></PubmedArticle>"
    )
    double.library.add(Holding("bare", pmid="5", pubmed=bare))
    run, _ = fetched(double, tmp_path, "5")
    assert run.error["code"] == "no-text"
    told = {name: run.paper[name] for name in ("pmid", "title", "journal", "year", "authors")}
    assert told == {"pmid": "5", "title": "Bare", "journal": "A Journal", "year": 1975, "authors": []}


def test_a_paper_that_is_let_in_is_told_once_a_run(double: NcbiDouble, tmp_path: Path) -> None:
    for _ in range(2):
        run, _ = fetched(double, tmp_path, "90000001", "--stop-after", "fetch-paper")
        assert run.code == 0
        assert run.paper["retracted"] is False


@pytest.mark.parametrize("paper_id", ["90000002", "PMC90000002", "10.1000/nothing"])
def test_a_paper_that_does_not_exist_is_not_found(paper_id: str, double: NcbiDouble, tmp_path: Path) -> None:
    run, _ = fetched(double, tmp_path, paper_id)
    assert (run.code, run.error["code"]) == (3, "paper-not-found")


def test_an_outage_may_be_tried_again_and_then_goes_on(double: NcbiDouble, tmp_path: Path) -> None:
    double.faults.add(Fault("efetch", "status", status=429, retry_after="1", times=2))
    run, _ = fetched(double, tmp_path, "90000001", "--stop-after", "generate-script")
    assert run.code == 0, run.events[-1:]
    assert len(double.seen("efetch")) >= 3


def test_an_abstract_alone_makes_a_film_that_says_so(corpus: Path, tmp_path: Path) -> None:
    library = read_library(corpus)
    with NcbiDouble(library) as double:
        run, folder = fetched(double, tmp_path, "11748933", "--stop-after", "generate-script")
    assert run.code == 0, run.events[-1:]
    script = json.loads((folder / "script.json").read_text(encoding="utf-8"))
    assert script["banner"] == "Made from the abstract only"
    assert "abstract alone" in json.dumps(script)
