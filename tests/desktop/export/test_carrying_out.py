from __future__ import annotations

import csv
import io
import os
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.desktop.export.finished import (
    FACTS,
    FILM,
    Watcher,
    export,
    exported,
    finished_job,
    impatient,
    job_of,
    names_in,
)
from videogen_desktop.desktop.export import PARTS, ExportSettings, Policy, carry_out, plan_export
from videogen_desktop.desktop.export.copying import PARTIAL_NAME
from videogen_desktop.files import sha256_of

if TYPE_CHECKING:
    from pathlib import Path

    from videogen_desktop.jobs.model import Job

NAMED = "{title}"


def settings_for(folder: Path, policy: Policy = "skip") -> ExportSettings:
    return ExportSettings(folder=folder, template=NAMED, policy=policy)


def titled(films: Path, *titles: str) -> list[Job]:
    return [
        finished_job(films, number, replace(FACTS, title=title)) for number, title in enumerate(titles, 1)
    ]


def test_everything_of_two_films_arrives_whole(tmp_path: Path) -> None:
    jobs, out = titled(tmp_path / "films", "One", "Two"), tmp_path / "deep" / "out"
    receipt = exported(jobs, replace(settings_for(out), parts=PARTS))
    suffixes = (".bib", ".jpg", ".md", ".mp4", ".ris", ".srt", ".txt", ".vtt")
    assert names_in(out) == [f"{name}{suffix}" for name in ("One", "Two") for suffix in suffixes]
    for job in jobs:
        assert (out / f"{job.paper.title}.mp4").read_bytes() == job.film.path.read_bytes()
        assert (out / f"{job.paper.title}.srt").read_bytes() == (
            job.film.path.parent / "captions.srt"
        ).read_bytes()
    assert receipt.count("exported") == 16
    assert not receipt.cancelled
    assert all(outcome.sha256 == sha256_of(outcome.item.target) for outcome in receipt.outcomes)
    assert (
        (out / "One.txt")
        .read_text(encoding="utf-8")
        .startswith("Yang W, Carrillo-Reid L, Yuste R. One. eLife. 2018 Feb 7;7.")
    )
    assert (out / "One.ris").read_bytes().startswith(b"TY  - JOUR\r\n")


def test_progress_counts_what_is_written_and_what_is_read_back(tmp_path: Path) -> None:
    watcher = Watcher()
    plan = plan_export(titled(tmp_path / "films", "One", "Two"), settings_for(tmp_path / "out"))
    carry_out(plan, watcher, threading.Event())
    assert [progress.done for progress in watcher.seen] == sorted(progress.done for progress in watcher.seen)
    last = watcher.seen[-1]
    assert (last.fraction, last.finished, last.items) == (1.0, 4, 4)
    assert last.total == 2 * sum(item.size for item in plan.items)


def test_the_record_says_what_was_exported(tmp_path: Path) -> None:
    jobs = [*titled(tmp_path / "films", "One", '=HYPERLINK("x")'), job_of(None, 9)]
    receipt = exported(jobs, settings_for(tmp_path / "out"))
    assert receipt.record is not None
    assert receipt.record.parent == tmp_path / "out"
    content = receipt.record.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert list(rows[0].values()) == [
        "One", "Weijian Yang; Luis Carrillo-Reid; Rafael Yuste", "eLife", "2018", "29608148", "",
        "10.7554/eLife.32671", "CC-BY-4.0", "One.mp4", "84.2", "2026-09-21T10:00:00+00:00",
        "Film exported. Subtitle file (.srt) exported.",
    ]  # fmt: skip
    assert rows[1]["title"] == '\'=HYPERLINK("x")'
    assert rows[2]["outcome"] == f"“{FACTS.title}” has no finished film."
    assert exported(jobs[:1], replace(settings_for(tmp_path / "out2"), record=False)).record is None


def test_a_second_record_does_not_replace_the_first(tmp_path: Path) -> None:
    job = finished_job(tmp_path / "films")
    plan = plan_export([job], settings_for(tmp_path / "out", "replace"))
    records = {
        carry_out(plan, lambda _: None, threading.Event(), wall_clock=lambda: 1_790_000_000.0).record
        for _ in range(3)
    }
    assert len(records) == 3
    assert None not in records


def test_skip_leaves_what_is_there(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "One.mp4").write_bytes(b"theirs")
    receipt = exported(titled(tmp_path / "films", "One"), settings_for(out))
    assert [outcome.result for outcome in receipt.outcomes] == ["skipped", "exported"]
    assert receipt.outcomes[0].problem
    assert receipt.outcomes[0].problem.code == "name-taken"
    assert (out / "One.mp4").read_bytes() == b"theirs"


def test_replace_takes_the_place_in_one_step(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "One.mp4").write_bytes(b"theirs")
    with (out / "One.mp4").open("rb") as playing:
        receipt = exported(titled(tmp_path / "films", "One"), settings_for(out, "replace"))
        assert playing.read() == b"theirs"  # whoever has it open keeps it whole
    assert [outcome.result for outcome in receipt.outcomes] == ["replaced", "exported"]
    assert (out / "One.mp4").stat().st_size == len(FILM) + 4


def test_rename_finds_a_free_name_each_time(tmp_path: Path) -> None:
    jobs, settings = titled(tmp_path / "films", "One"), settings_for(tmp_path / "out", "rename")
    for _ in range(3):
        exported(jobs, settings)
    assert names_in(tmp_path / "out") == [
        "One (2).mp4",
        "One (2).srt",
        "One (3).mp4",
        "One (3).srt",
        "One.mp4",
        "One.srt",
    ]


@pytest.mark.parametrize("policy", ["skip", "rename"])
def test_a_file_that_appears_after_the_plan_is_never_written_over(tmp_path: Path, policy: Policy) -> None:
    plan = plan_export(titled(tmp_path / "films", "One"), settings_for(tmp_path / "out", policy))
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "One.mp4").write_bytes(b"theirs")
    receipt = export(plan)
    assert (tmp_path / "out" / "One.mp4").read_bytes() == b"theirs"
    assert [outcome.result for outcome in receipt.outcomes] == [
        "skipped" if policy == "skip" else "failed",
        "exported",
    ]
    assert receipt.outcomes[0].problem is not None
    assert receipt.outcomes[0].problem.code == "name-taken"
    assert names_in(tmp_path / "out") == ["One.mp4", "One.srt"]


@pytest.mark.parametrize("policy", ["skip", "rename", "replace"])
@pytest.mark.parametrize("leads_to", ["victim", "nowhere"])
def test_a_link_planted_under_the_name_is_not_followed(tmp_path: Path, policy: Policy, leads_to: str) -> None:
    plan = plan_export(titled(tmp_path / "films", "One"), settings_for(tmp_path / "out", policy))
    (tmp_path / "victim").write_bytes(b"mine")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "One.mp4").symlink_to(tmp_path / leads_to)
    export(plan)
    assert (tmp_path / "victim").read_bytes() == b"mine"
    assert not (tmp_path / "nowhere").exists()
    assert (tmp_path / "out" / "One.mp4").is_symlink() == (policy != "replace")


@pytest.mark.parametrize("policy", ["skip", "rename", "replace"])
def test_drives_without_hard_links_are_no_worse(
    tmp_path: Path, policy: Policy, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    plan = plan_export(titled(tmp_path / "films", "One", "Two"), settings_for(tmp_path / "out", policy))
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "One.mp4").write_bytes(b"theirs")
    monkeypatch.setattr(os, "link", no_links)
    receipt = export(plan)
    assert ((tmp_path / "out" / "One.mp4").read_bytes() == b"theirs") == (policy != "replace")
    assert (tmp_path / "out" / "Two.mp4").stat().st_size == len(FILM) + 4
    assert names_in(tmp_path / "out") == ["One.mp4", "One.srt", "Two.mp4", "Two.srt"]
    assert receipt.count("exported") >= 3


def test_a_folder_in_the_way_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "out" / "One.mp4").mkdir(parents=True)
    receipt = exported(titled(tmp_path / "films", "One"), settings_for(tmp_path / "out", "replace"))
    assert receipt.outcomes[0].problem is not None
    assert receipt.outcomes[0].problem.code == "name-taken"
    assert receipt.outcomes[1].result == "exported"
    assert (tmp_path / "out" / "One.mp4").is_dir()
    assert names_in(tmp_path / "out") == ["One.mp4", "One.srt"]


def test_a_film_that_was_changed_since_it_was_proven_is_not_exported(tmp_path: Path) -> None:
    jobs = titled(tmp_path / "films", "One", "Two")
    path = jobs[0].film.path
    path.write_bytes(b"\xff" + path.read_bytes()[1:])
    receipt = exported(jobs, settings_for(tmp_path / "out"))
    assert receipt.outcomes[0].problem is not None
    assert receipt.outcomes[0].problem.code == "film-damaged"
    assert [outcome.result for outcome in receipt.outcomes] == ["failed", "exported", "exported", "exported"]
    assert names_in(tmp_path / "out") == ["One.srt", "Two.mp4", "Two.srt"]


def test_a_film_that_is_deleted_after_the_plan_is_said_to_be_missing(tmp_path: Path) -> None:
    jobs = titled(tmp_path / "films", "One", "Two")
    plan = plan_export(jobs, settings_for(tmp_path / "out"))
    jobs[0].film.path.unlink()
    os.mkfifo(jobs[0].film.path)  # nobody waits at a pipe either
    receipt = export(plan)
    assert receipt.outcomes[0].problem is not None
    assert receipt.outcomes[0].problem.code == "film-missing"
    assert receipt.count("exported") == 3


def test_a_copy_that_reads_back_differently_is_taken_away(tmp_path: Path) -> None:
    """A drive that loses what was written: the file is changed between the writing and the reading back."""
    plan = plan_export(
        titled(tmp_path / "films", "One"), replace(settings_for(tmp_path / "out"), parts=("film",))
    )

    def lose(_: object) -> None:
        for path in (tmp_path / "out").glob(f"{PARTIAL_NAME}*"):
            if path.stat().st_size == len(FILM) + 4:
                with path.open("r+b") as file:
                    file.write(b"lost")

    receipt = carry_out(plan, lose, threading.Event(), clock=impatient())
    assert [outcome.result for outcome in receipt.outcomes] == ["failed"]
    assert receipt.outcomes[0].problem is not None
    assert receipt.outcomes[0].problem.code == "copy-differs"
    assert names_in(tmp_path / "out") == []


def test_what_a_crash_left_half_written_is_cleared_and_what_is_being_written_is_not(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    for name, age_s in (("0ld", 7200.0), ("new", 10.0)):
        path = out / f"{PARTIAL_NAME}{name}"
        path.write_bytes(b"half")
        written = path.stat().st_mtime - age_s
        os.utime(path, (written, written))
    exported(titled(tmp_path / "films", "One"), settings_for(out))
    assert names_in(out) == [f"{PARTIAL_NAME}new", "One.mp4", "One.srt"]
