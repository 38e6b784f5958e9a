"""``videogen jobs add``: what was given, and what became of each of it."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.jobs.cli.conftest import Queue, completed, pubmed
from tests.pipeline.logos import NAVY, logo
from tests.pipeline.runs import write_small_paper
from videogen_desktop.jobs.model import JobOptions
from videogen_desktop.jobs.settings import Profile, QueueSettings, write_settings
from videogen_desktop.papers.identifiers import read_list

RECORDS = """<?xml version="1.0"?><PubmedArticleSet>{}</PubmedArticleSet>"""
RECORD = (
    "<PubmedArticle><MedlineCitation><PMID>{}</PMID><Article><ArticleTitle>T</ArticleTitle></Article>"
    "</MedlineCitation></PubmedArticle>"
)


def texts(entries: list[dict[str, Any]]) -> list[str]:
    return [entry["text"] for entry in entries]


def test_each_thing_that_was_given_is_accounted_for(queue: Queue) -> None:
    (here,) = queue.add(pubmed(29412138))
    answer = queue("add", "29412138", "PMC5832411", "10.7554/eLife.32671", "pmc5832411", "nonsense", "--json")
    assert answer.code == 0
    document = answer.json
    assert document["dry_run"] is False
    assert [entry["paper"]["name"] for entry in document["added"]] == ["PMC5832411", "10.7554/elife.32671"]
    assert [entry["id"] for entry in document["already_here"]] == [here]
    assert document["already_here"][0]["state"] == "queued"
    assert texts(document["repeated"]) == ["pmc5832411"]
    assert texts(document["not_recognised"]) == ["nonsense"]
    assert document["not_recognised"][0]["reason"]
    assert queue.states() == {1: "queued", 2: "queued", 3: "queued"}


def test_a_person_is_told_the_same_in_words(queue: Queue) -> None:
    queue.add(pubmed(1))
    answer = queue("add", "1", "2", "2", "nonsense")
    assert "1 paper added." in answer.out
    assert "“nonsense”: No PMID" in answer.out
    assert "1 is job 1, queued" in answer.out
    assert "Named before" in answer.out


def test_lists_in_files_keep_their_lines(queue: Queue, tmp_path: Path) -> None:
    first, second = tmp_path / "first.txt", tmp_path / "second.csv"
    first.write_text("29412138\nhello\n", encoding="utf-8")
    second.write_text("Title,PMID\nOne,29412138\nTwo,30000001\nThree,\n", encoding="utf-8")
    document = queue("add", "--file", first, second, "--json").json
    assert [entry["paper"]["pmid"] for entry in document["added"]] == ["29412138", "30000001"]
    by_list = {entry["paper"]["pmid"]: (entry["list"], entry["line"]) for entry in document["added"]}
    assert by_list == {"30000001": ("second.csv", 3), "29412138": ("second.csv", 2)}
    repeated = [(entry["list"], entry["line"]) for entry in document["repeated"]]
    assert repeated == [("first.txt", 1)]
    assert ("first.txt", 2) in [(entry["list"], entry["line"]) for entry in document["not_recognised"]]


def test_a_list_comes_on_standard_input(queue: Queue, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = "29412138\r\nPMC5832411\r\n".encode("utf-16")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(listed)))
    answer = queue("add", "--file", "-", "--json")
    assert [entry["line"] for entry in answer.json["added"]] == [1, 2]
    assert answer.json["added"][0]["list"] == "standard input"
    assert len(queue.states()) == 2


def test_a_dry_run_adds_nothing(queue: Queue) -> None:
    answer = queue("add", "29412138", "--dry-run", "--json")
    assert answer.code == 0
    assert answer.json["added"][0]["id"] is None
    assert queue.states() == {}
    assert "would be added" in queue("add", "29412138", "--dry-run").out


def test_again_makes_another_film_and_other_options_are_another_film(queue: Queue, tmp_path: Path) -> None:
    (first,) = queue.add(pubmed(7))
    queue.end(first, completed(tmp_path / "film.mp4"))
    assert queue("add", "7", "--json").json["added"] == []
    assert [entry["id"] for entry in queue("add", "7", "--again", "--json").json["added"]] == [2]
    assert [entry["id"] for entry in queue("add", "7", "--aspect", "9:16", "--json").json["added"]] == [3]


def test_options_are_kept_with_the_job(queue: Queue) -> None:
    asked = ("--aspect", "1:1", "--length", "long", "--audience", "specialist", "--captions", "burned")
    more = (
        "--theme",
        "dark",
        "--voice",
        "joe",
        "--review",
        "--allow-retracted",
        "--priority",
        "-3",
        "--paused",
    )
    assert queue("add", "7", *asked, *more).code == 0
    with queue.store() as store:
        job = store.get(1)
    assert job is not None
    assert job.options == JobOptions(
        aspect="1:1",
        length="long",
        voice="joe",
        audience="specialist",
        captions="burned",
        theme="dark",
        allow_retracted=True,
        review=True,
    )
    assert (job.priority, job.state) == (-3, "paused")


def test_a_voice_or_pipeline_that_is_not_there_is_said_before_a_thousand_jobs_fail(queue: Queue) -> None:
    answer = queue("add", "7", "--voice", "nobody", "--json")
    assert (answer.code, answer.json["error"]["code"]) == (2, "voice-missing")
    answer = queue("add", "7", "--profile", "mine", "--json")
    assert (answer.code, answer.json["error"]["code"]) == (2, "no-such-profile")
    assert answer.json["error"]["message"] == "There is no pipeline called “mine” in the settings."
    write_settings(queue.folder.settings, QueueSettings(profiles=(Profile("mine", ("make-it",)),)))
    assert queue("add", "7", "--profile", "mine", "--voice", "theirs").code == 0
    assert len(queue.states()) == 1


def test_papers_in_hand_are_shown_by_their_titles(queue: Queue, tmp_path: Path) -> None:
    folder = write_small_paper(tmp_path / "small")
    answer = queue("add", folder, folder / "article.xml", "--json")
    names = [(entry["paper"]["title"], entry["paper"]["source"]) for entry in answer.json["added"]]
    assert names == [
        ("Milk and Mus musculus", str(folder)),
        ("Milk and Mus musculus", str(folder / "article.xml")),
    ]
    assert queue("add", folder, "--json").json["already_here"][0]["id"] == 1


def test_a_paper_in_hand_that_is_none_is_said_to_be_so(queue: Queue, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "page.xml").write_text("<html/>", encoding="utf-8")
    answer = queue("add", tmp_path / "empty", tmp_path / "page.xml", tmp_path / "gone.xml", "--json")
    assert answer.code == 2
    assert [entry["text"] for entry in answer.json["not_recognised"]] == [
        str(tmp_path / name) for name in ("empty", "page.xml", "gone.xml")
    ]
    assert queue.states() == {}


def test_an_export_of_records_is_a_list(queue: Queue, tmp_path: Path) -> None:
    export = tmp_path / "pubmed.xml"
    export.write_text(RECORDS.format(RECORD.format(11) + RECORD.format(12)), encoding="utf-8")
    answer = queue("add", export, "--json")
    assert [entry["paper"]["pmid"] for entry in answer.json["added"]] == ["11", "12"]


@pytest.mark.parametrize("name", ["pmids.txt", "my papers.csv", "export.nbib"])
def test_a_list_that_is_not_there_is_said_and_nothing_is_added(name: str, queue: Queue) -> None:
    answer = queue("add", "29412138", name)
    assert answer.code == 2
    assert f"There is no file or folder named {name}." in answer.err
    assert queue.states() == {}


@pytest.mark.parametrize("name", ["./papers/gone", "papers/gone.xml"])
def test_a_path_at_which_nothing_is_is_said_to_be_so(name: str, queue: Queue) -> None:
    assert f"“{name}”: There is no file or folder named {Path(name).name}." in queue("add", name).out


@pytest.mark.parametrize("text", ["papers/gone", "IL-2/IL-15", "10.12/abc"])
def test_what_may_be_a_path_or_a_slip_is_said_to_be_neither(text: str, queue: Queue) -> None:
    said = " ".join(queue("add", text).out.split())
    (refused,) = read_list(text).refused
    assert f"“{text}”: {refused.reason} There is no such file or folder either." in said


def test_an_address_is_no_path(queue: Queue) -> None:
    assert "file" not in queue("add", "https://example.org/nonsense").out


def test_a_list_without_a_paper_is_told_of(queue: Queue, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("\n\n", encoding="utf-8")
    answer = queue("add", "1", tmp_path / "empty.txt")
    assert answer.code == 0
    assert "“empty.txt”: No paper is named in it." in answer.out


def test_a_priority_has_an_end(queue: Queue) -> None:
    assert queue("add", "1", "--priority", "99999999999999999999").code == 2
    assert queue("add", "1", "--priority", "-1000000").code == 0


def test_how_to_make_another_film_of_a_paper_is_said(queue: Queue) -> None:
    queue.add(pubmed(1))
    assert "--again" in queue("add", "1").out
    assert "--again" not in queue("add", "1", "--again").out


@pytest.mark.parametrize("missing", ["gone.txt", "gone\u202etxt"])
def test_a_list_that_cannot_be_read_is_wrong_usage(missing: str, queue: Queue, tmp_path: Path) -> None:
    answer = queue("add", "--file", tmp_path / missing, "--json")
    assert (answer.code, answer.json["error"]["code"]) == (2, "bad-list")
    answer = queue("add", "--file", tmp_path / missing)
    assert answer.code == 2
    assert "\u202e" not in answer.err


def test_nothing_given_and_nothing_recognised_are_wrong_usage(queue: Queue) -> None:
    assert queue("add").code == 2
    assert queue("add", "nonsense").code == 2
    assert json.loads(queue("add", "nonsense", "--json").out)["added"] == []


def test_ten_thousand_papers_are_added_and_told_in_a_few_lines(queue: Queue, tmp_path: Path) -> None:
    many = tmp_path / "many.txt"
    many.write_text("\n".join(str(20_000_000 + number) for number in range(10_000)), encoding="utf-8")
    answer = queue("add", many)
    assert "10,000 papers added." in answer.out
    assert len(answer.out.splitlines()) < 5


def test_a_logo_and_closing_words_are_kept_with_the_job(queue: Queue, tmp_path: Path) -> None:
    (tmp_path / "lab.png").write_bytes(logo(NAVY))
    answer = queue("add", "1", "--logo", tmp_path / "lab.png", "--closing", "  Made by\n the lab. ")
    assert answer.code == 0
    options = queue("show", "1", "--json").json["jobs"][0]["options"]
    assert (options["logo"], options["closing"]) == (str(tmp_path / "lab.png"), "Made by the lab.")
    told = " ".join(queue("show", "1").out.split())
    assert "with the logo lab.png" in told
    assert "closing with “Made by the lab.”" in told


@pytest.mark.parametrize("content", [None, b"<svg/>"])
def test_a_logo_that_cannot_be_shown_is_refused_before_anything_is_added(
    content: bytes | None, queue: Queue, tmp_path: Path
) -> None:
    if content is not None:
        (tmp_path / "lab.png").write_bytes(content)
    answer = queue("add", "1", "--logo", tmp_path / "lab.png", "--json")
    assert (answer.code, answer.json["error"]["code"]) == (2, "bad-logo")
    assert queue.states() == {}


def test_closing_words_that_are_too_long_are_refused(queue: Queue) -> None:
    answer = queue("add", "1", "--closing", "x" * 201, "--json")
    assert (answer.code, answer.json["error"]["code"]) == (2, "bad-closing")
