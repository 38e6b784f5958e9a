"""``videogen jobs show`` and ``log``: one job, why it waits, when it goes on, what it wrote."""

from __future__ import annotations

import json
import subprocess
import time
from typing import TYPE_CHECKING

import pytest

from tests.jobs.cli.conftest import (
    Queue,
    claimed,
    command,
    completed,
    environment,
    failed,
    in_need,
    pubmed,
    waiting,
)
from videogen_desktop.jobs.instance import Call, only_instance
from videogen_desktop.jobs.model import Ending, Problem, Progress

if TYPE_CHECKING:
    from pathlib import Path


def standing(queue: Queue, name: object) -> str:
    text: str = queue("show", name, "--json").json["jobs"][0]["standing"]
    return text


def test_why_and_when(queue: Queue, tmp_path: Path) -> None:
    queue.add(*(pubmed(number) for number in range(1, 10)))
    film = tmp_path / "films" / "film.mp4"
    queue.end(1, completed(film))
    queue.end(2, failed())
    queue.end(3, waiting(time.time() + 600))
    queue.end(4, in_need("review"))
    queue.end(5, in_need("retracted"))
    queue.end(6, in_need("paper-missing"))
    with queue.store() as store:
        store.pause([7])
    assert str(film) in standing(queue, 1)
    assert "It cannot be done. Do something about it." in standing(queue, 2)
    assert "jobs retry 2" in standing(queue, 2)
    assert "PubMed could not be reached. It is tried again at" in standing(queue, 3)
    assert "in 10:00 min" in standing(queue, 3) or "in 9:5" in standing(queue, 3)
    assert "jobs approve 4" in standing(queue, 4)
    assert "jobs approve --allow-retracted 5" in standing(queue, 5)
    assert "jobs retry 6" in standing(queue, 6)
    assert "jobs resume 7" in standing(queue, 7)
    assert standing(queue, 8) == "It is the next in the line."
    assert standing(queue, 9) == "It is in the line, with 1 before it."
    with queue.store() as store:
        store.set_reason("on-battery", True)
        store.mark_film(1, missing=True)
    assert "battery" in standing(queue, 9)
    assert "battery" in standing(queue, 3)
    assert "is gone" in standing(queue, 1)


def test_a_job_that_would_end_the_same_way_again_is_not_to_be_tried_again(queue: Queue) -> None:
    queue.add(pubmed(1), pubmed(2))
    queue.end(1, failed("A correction has no study to tell of.", code="nothing-to-tell"))
    queue.end(2, in_need("no-text"))
    for number in (1, 2):
        assert "retry" not in standing(queue, number)
        assert f"“videogen jobs remove {number}” takes this job out of the list." in standing(queue, number)
    assert queue("remove", "1", "2").code == 0


def test_words_of_others_end_before_ours_begin(queue: Queue) -> None:
    queue.add(pubmed(1))
    queue.end(1, failed("The pipeline failed: quota exceeded"))
    assert standing(queue, 1).startswith("The pipeline failed: quota exceeded. Do something about it. Then")


def test_where_the_script_is_that_waits_for_its_owner(queue: Queue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    queue.add(pubmed(1))
    queue.end(1, in_need("review"))
    key = queue("show", "1", "--json").json["jobs"][0]["key"]
    assert str(queue.folder.work_of(key) / "script.json") in queue("show", "1").out
    queue("approve", "1")
    assert "script.json" not in queue("show", "1").out


def test_the_history_of_a_job_speaks_to_its_owner(queue: Queue) -> None:
    queue.add(pubmed(1))
    queue.end(1, failed())
    told = queue("show", "1").out
    assert "Attempt 1 began." in told
    assert "Claimed" not in told


def test_a_running_job_says_what_it_does(queue: Queue, tmp_path: Path) -> None:
    queue.add(pubmed(1))
    instance = only_instance(queue.folder, Call((), tmp_path), lambda _call: None)
    assert instance
    with instance, queue.store() as store:
        claim = claimed(store, 1)
        store.report(claim, Progress("generate-audio", 0.5, 0.42, "Speaking scene 3 of 8", 80.0))
        assert standing(queue, 1) == "It is running: Speaking scene 3 of 8, 42 %, about 1:20 min left."
        store.cancel([1])
        assert "It is being cancelled." in standing(queue, 1)
        store.finish(claim, Ending("cancelled", "cancelled"))
    assert "jobs retry 1" in standing(queue, 1)


def test_everything_about_a_job(queue: Queue) -> None:
    queue.add(pubmed(1, "Milk"))
    queue.end(1, failed())
    (job,) = queue("show", "1", "--json").json["jobs"]
    (attempt,) = job["attempts"]
    assert attempt["outcome"] == "failed"
    assert attempt["problem"]["code"] == "bad-xml"
    assert "token" not in json.dumps(job)
    assert [event["text"] for event in job["history"]]
    assert job["work_folder"] == str(queue.folder.work_of(job["key"]))
    assert job["log_file"] == str(queue.folder.log_of(job["key"]))
    told = queue("show", "1").out
    for part in ("Milk", "Attempts", "History", "It cannot be done.", job["key"]):
        assert part in told


def test_jobs_are_named_by_number_key_or_paper(queue: Queue) -> None:
    queue.add(pubmed(29412138))
    queue.add(pubmed(29412138), aspect="9:16")
    queue.add(pubmed(3))
    key = queue("show", "1", "--json").json["jobs"][0]["key"]
    assert queue("show", key, "--json").json["jobs"][0]["id"] == 1
    several = queue("show", "29412138", "--json")
    assert (several.code, several.json["error"]["code"]) == (2, "several-jobs")
    assert key in several.json["error"]["hint"]
    told = queue("show", "29412138").err
    assert key in told
    assert told.count("pmid-29412138-") == 2
    missing = queue("show", "77", "--json")
    assert (missing.code, missing.json["error"]["code"]) == (2, "no-such-job")
    assert [job["id"] for job in queue("show", "1", key, "2", "--json").json["jobs"]] == [1, 2]


def test_the_last_lines_of_a_log(queue: Queue) -> None:
    queue.add(pubmed(1))
    assert "Nothing was written yet." in queue("log", "1").out
    key = queue("show", "1", "--json").json["jobs"][0]["key"]
    path = queue.folder.log_of(key)
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"line {number}" for number in range(5_000)]
    path.write_bytes("\n".join(lines).encode() + b"\n\xff \x1b[31mred\xe2\x80\xae\n")
    assert queue("log", "1", "-n", "3", "--json").json["lines"][:2] == lines[-2:]
    assert len(queue("log", "1", "--json").json["lines"]) == 100
    assert len(queue("log", "1", "-n", "0", "--json").json["lines"]) == 5_001
    told = queue("log", "1", "-n", "1").out
    assert "red" in told
    assert not set(told) & set("\x1b\u202e")


def test_lines_longer_than_a_page_are_whole(queue: Queue) -> None:
    queue.add(pubmed(1))
    path = queue.folder.log_of(queue("show", "1", "--json").json["jobs"][0]["key"])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("first\n" + "x" * 60_000 + "\n" + "y" * 60_000 + "\n", encoding="utf-8")
    assert queue("log", "1", "-n", "2", "--json").json["lines"] == ["x" * 60_000, "y" * 60_000]


def test_following_ends_with_the_job(queue: Queue) -> None:
    queue.add(pubmed(1))
    path = queue.folder.log_of(queue("show", "1", "--json").json["jobs"][0]["key"])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("one\n", encoding="utf-8")
    with (
        queue.store() as store,
        subprocess.Popen(
            command("jobs", "log", "1", "--follow", "--json"),
            env=environment(),
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        ) as process,
    ):
        claim = claimed(store, 1)
        assert process.stdout
        assert json.loads(process.stdout.readline()) == {"line": "one"}
        with path.open("a", encoding="utf-8") as file:
            file.write("two\nthr")
            file.flush()
            assert json.loads(process.stdout.readline()) == {"line": "two"}
            file.write("ee\n")
        assert json.loads(process.stdout.readline()) == {"line": "three"}
        path.write_text("new\n", encoding="utf-8")
        assert json.loads(process.stdout.readline()) == {"line": "new"}
        with path.open("a", encoding="utf-8") as file:
            file.write("last, without an end")
        store.finish(claim, failed())
        assert [json.loads(line) for line in process.stdout] == [{"line": "last, without an end"}]
        assert process.wait(20) == 0


@pytest.mark.parametrize("columns", ["60", "80", "160"])
def test_what_is_shown_fits_but_for_what_is_to_be_copied(
    columns: str, queue: Queue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    queue.add(pubmed(1, "Milk " * 60, authors=("Ann Roe " * 9,) * 5))
    queue.end(1, failed("It did not work. " * 20))
    lines = queue("show", "1").out.splitlines()
    paths = [line for line in lines if str(queue.folder.root) in line]
    assert len(paths) == 2, "each is whole"
    assert max(len(line) for line in lines if line not in paths) <= int(columns)


def test_paths_and_commands_can_be_copied_from_a_narrow_terminal(
    queue: Queue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    queue.add(pubmed(1), pubmed(2))
    film = tmp_path / ("a folder with a long name " * 4) / "film.mp4"
    queue.end(1, completed(film))
    queue.end(2, failed())
    assert str(film) in queue("show", "1").out
    assert "“videogen jobs retry 2”" in queue("show", "2").out


def test_a_missing_key_is_kept_by_a_command(queue: Queue) -> None:
    queue.add(pubmed(1))
    problem = Problem(
        "secret-missing",
        "The pipeline “mine” needs the key A_KEY, and none is kept for it.",
        "Enter A_KEY in the settings, then start the job again.",
    )
    queue.end(1, Ending("needs-attention", "attention", problem))
    assert standing(queue, 1).endswith(
        "none is kept for it. “videogen jobs secret NAME” keeps a key of that name. "
        "Then “videogen jobs retry 1” lets it go on."
    )
