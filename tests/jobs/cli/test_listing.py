"""``videogen jobs list``: which jobs, in which order, for programs and for people."""

from __future__ import annotations

import io
import json
import re
import sys
import unicodedata
from typing import TYPE_CHECKING

import pytest

from tests.jobs.cli.conftest import Queue, completed, failed, pubmed, waiting
from videogen_desktop.jobs.states import STATES

if TYPE_CHECKING:
    from pathlib import Path

MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
HOSTILE = "[bold]Milk[/bold] \x1b[31m\x1b]0;owned\x07 \u202etxt.exe\u2066 :smile: \x00\nnext\r\u200b\ud800"


def test_every_key_of_a_job_is_always_there(queue: Queue, tmp_path: Path) -> None:
    queue.add(pubmed(1), pubmed(2, "Milk", authors=("Ann Roe",), journal="J", year=2020))
    queue.end(2, completed(tmp_path / "film.mp4"))
    document = queue("list", "--json").json
    assert set(document) == {"jobs", "total", "counts", "queue"}
    bare, full = sorted(document["jobs"], key=lambda job: job["id"])
    assert list(bare) == list(full)
    assert list(bare) == [
        *("id", "key", "state", "paper", "options", "priority", "position", "progress", "problem"),
        *("not_before", "request", "approved", "from_scratch", "attempt", "failures", "crashes"),
        *("created_at", "changed_at", "started_at", "finished_at", "worked_s", "work_bytes", "film"),
        *("interrupted", "same_film_as"),
    ]
    assert bare["film"] is None
    assert bare["paper"]["title"] is None
    assert full["paper"]["authors"] == ["Ann Roe"]
    assert full["film"]["path"] == str(tmp_path / "film.mp4")
    for moment in (bare["created_at"], full["finished_at"], full["film"]["made_at"]):
        assert MOMENT.fullmatch(moment)
    assert document["counts"] == dict.fromkeys(STATES, 0) | {"queued": 1, "completed": 1}
    assert document["queue"] == {"paused": False, "reasons": [], "after_this_one": False}


def test_states_words_order_and_pages(queue: Queue) -> None:
    queue.add(*(pubmed(number, f"{title} and milk") for number, title in enumerate("BCA", 1)))
    queue.end(3, failed())

    def ids(*arguments: str) -> list[int]:
        return [job["id"] for job in queue("list", "--json", *arguments).json["jobs"]]

    assert ids() == [1, 2, 3]
    assert ids("--sort", "title") == [3, 1, 2]
    assert ids("--sort", "title", "--descending") == [2, 1, 3]
    assert ids("--state", "failed") == [3]
    assert ids("--state", "failed", "--state", "queued") == [1, 2, 3]
    assert ids("--search", "c and") == [2]
    assert ids("--search", "nowhere") == []
    assert ids("--limit", "1", "--offset", "1") == [2]
    assert ids("--limit", "0") == [1, 2, 3]
    assert ids("--offset", "9") == []
    assert queue("list", "--json", "--limit", "1").json["total"] == 3


def test_all_jobs_come_as_json_and_a_pageful_as_a_table(queue: Queue) -> None:
    queue.add(*(pubmed(number) for number in range(1, 2_101)))
    jobs = queue("list", "--json").json["jobs"]
    assert [job["id"] for job in jobs] == list(range(1, 2_101))
    answer = queue("list")
    assert "50 of 2,100 are shown" in answer.out
    assert answer.out.count("queued") == 51


def test_an_empty_queue_says_so(queue: Queue) -> None:
    assert queue("list").out.strip() == "There is no job yet."
    assert queue("list", "--json").json["jobs"] == []


def test_the_reason_for_which_nothing_starts_is_said(queue: Queue) -> None:
    queue.add(pubmed(1))
    with queue.store() as store:
        store.set_reason("low-disk", True)
    assert "starts no job: too little disk space" in queue("list").out
    assert queue("list", "--json").json["queue"]["reasons"] == ["low-disk"]


def test_a_job_whose_time_has_come_is_not_tried_again_in_no_seconds(queue: Queue) -> None:
    queue.add(pubmed(1))
    queue.end(1, waiting(1_790_000_000.0))
    told = queue("list").out
    assert "again in" not in told
    assert "again at its turn: PubMed" in told


@pytest.mark.parametrize("columns", ["80", "160"])
def test_no_line_is_wider_than_the_terminal(
    columns: str, queue: Queue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    queue.add(pubmed(1, "A very long title about milk and mice " * 9), pubmed(2, "奶" * 200))
    queue.end(1, waiting(4_000_000_000.0))
    lines = queue("list").out.splitlines()
    assert len(lines) < 12
    for line in lines[:-1]:
        width = sum(2 if unicodedata.east_asian_width(character) == "W" else 1 for character in line)
        assert width <= int(columns)


def test_a_reason_has_the_room_that_titles_leave(queue: Queue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    queue.add(pubmed(29412138), pubmed(2, "A very long title about milk and mice " * 9))
    queue.end(1, failed("The program make-it could not be started."))
    assert "The program make-it could not be started." in queue("list", "--state", "failed").out
    assert "The program make-it could" in queue("list").out


def test_a_title_is_text_and_can_do_nothing_to_a_terminal(
    queue: Queue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    queue.add(pubmed(1, HOSTILE.replace("\ud800", "")))
    for command in (("list",), ("show", "1")):
        out = queue(*command).out
        assert "[bold]Milk[/bold]" in out
        assert ":smile:" in out
        assert not set(out) & set("\x1b\x07\x00\r\u202e\u2066\u200b")
    assert "\u202e" in queue("list", "--json").json["jobs"][0]["paper"]["title"]


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_console_of_few_characters_is_no_fault(
    encoding: str, queue: Queue, monkeypatch: pytest.MonkeyPatch
) -> None:
    queue.add(pubmed(1, "Ω-3 – 奶 “milk”"))

    def written(*arguments: str) -> bytes:
        out = io.BytesIO()
        with io.TextIOWrapper(out, encoding=encoding) as console:
            monkeypatch.setattr(sys, "stdout", console)
            assert queue(*arguments).code == 0
            console.flush()
            return out.getvalue()

    assert b"-3" in written("list")
    assert json.loads(written("list", "--json"))["jobs"][0]["paper"]["title"] == "Ω-3 – 奶 “milk”"


def test_a_list_in_a_file_ends_where_its_words_end(queue: Queue) -> None:
    queue.add(pubmed(1, "Milk"))
    lines = queue("list").out.splitlines()
    assert any("Milk" in line for line in lines)
    assert all(line == line.rstrip() for line in lines)
