"""What an export came to in films, and how long one still takes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.desktop.export.finished import exported, finished_job, job_of
from videogen_desktop.desktop.export import ExportProgress, ExportSettings
from videogen_desktop.desktop.exporting.pace import Pace
from videogen_desktop.desktop.exporting.tally import Tally, list_of, tally_of
from videogen_desktop.jobs.model import Problem

if TYPE_CHECKING:
    from pathlib import Path


def test_films_are_counted_once_by_what_matters_most(tmp_path: Path) -> None:
    jobs = [finished_job(tmp_path / "films", number) for number in range(1, 5)]
    (tmp_path / "films" / "job-2" / "captions.srt").unlink()
    settings = ExportSettings(folder=tmp_path / "out", template="{number}", record=False)
    exported([jobs[2]], settings)
    receipt = exported([*jobs[:3], job_of(None, 9)], settings)
    assert tally_of(receipt) == Tally(
        exported=1,
        skipped=1,
        failed=2,
        cancelled=0,
        problems=tuple(left.problem for left in receipt.left_out),
    )


def test_one_reason_is_told_once(tmp_path: Path) -> None:
    jobs = [finished_job(tmp_path / "films", number) for number in (1, 2)]
    receipt = exported(jobs, ExportSettings(folder=tmp_path / "out", record=False))
    gone = Problem("folder-gone", "The folder is not there any more.", "Connect its drive again.")
    failed = tuple(replace(outcome, result="failed", problem=gone) for outcome in receipt.outcomes)
    tally = tally_of(replace(receipt, outcomes=failed, record_problem=gone))
    assert (tally.failed, tally.problems) == (2, (gone,))


def test_the_list_names_every_file(tmp_path: Path) -> None:
    job = finished_job(tmp_path / "films", 1)
    receipt = exported([job], ExportSettings(folder=tmp_path / "out", template="{pmid}", record=False))
    assert list_of(receipt).splitlines() == [
        str(tmp_path / "out"),
        "exported\t29608148.mp4",
        "exported\t29608148.srt",
    ]


def test_the_list_is_told_in_the_words_of_the_window(tmp_path: Path) -> None:
    job = finished_job(tmp_path / "films", 1)
    assert job.film
    job.film.path.with_name("captions.srt").unlink()
    receipt = exported([job], ExportSettings(folder=tmp_path / "out", template="{pmid}", record=False))
    assert list_of(receipt, str.upper).splitlines()[1:] == [
        "EXPORTED\t29608148.mp4",
        (
            "LEFT OUT\tTHE SUBTITLE FILE (.SRT) OF “IMAGING OF CORTICAL CIRCUITS: THREE DIMENSIONS” "
            "IS NOT WHERE IT WAS MADE."
        ),
    ]


def test_the_time_left_goes_by_what_was_done_so_far() -> None:
    now = [100.0]
    pace = Pace(lambda: now[0])
    at = ExportProgress(done=250, total=1000, finished=1, items=4, name="a.mp4")
    assert pace.left_s(at) is None
    now[0] = 110.0
    assert pace.left_s(at) == 30.0
    assert pace.left_s(replace(at, done=0)) is None
