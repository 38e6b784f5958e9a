"""The real pipeline on a small paper, and a real death between a film and its row."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.jobs.work.bench import Bench, MovableClock
from tests.jobs.work.real import run_real
from tests.pipeline.runs import write_small_paper
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.model import JobOptions, JobQuery, PaperFacts
from videogen_desktop.jobs.proof import read_proof
from videogen_desktop.jobs.store import open_store
from videogen_desktop.jobs.work import probe

if TYPE_CHECKING:
    from tests.jobs.work.real import Rescued

ROOT = Path(__file__).resolve().parents[3]


def test_a_killed_pipeline_is_started_again_and_goes_on_from_where_it_was(rescued: Rescued) -> None:
    assert (rescued.first.state, rescued.first.attempt, rescued.first.crashes) == ("waiting", 1, 1)
    assert (rescued.second.state, rescued.second.attempt, rescued.second.crashes) == ("completed", 2, 0)
    log = rescued.bench.folder.log_of(rescued.second.key).read_text()
    for stage in ("fetch-paper", "generate-script", "generate-audio"):
        assert f"{stage} skipped" in log


def test_its_film_is_in_place_with_all_that_belongs_to_it(rescued: Rescued) -> None:
    job = rescued.second
    assert job.film is not None
    assert job.film == read_proof(rescued.bench.folder.film_of(job.key).absolute())
    assert probe(job.film.path, job.film.duration_s, every_picture=True).width == 1080
    beside = {path.name for path in job.film.path.parent.iterdir()}
    assert beside == {
        *("final_video.mp4", "film.json", "captions.srt", "captions.vtt", "thumbnail.jpg"),
        *("script.json", "audio_metadata.json", "paper.json"),
    }
    assert job.film.path.samefile(rescued.bench.folder.work_of(job.key) / "final_video.mp4")


def test_its_paper_and_its_script_are_known(rescued: Rescued) -> None:
    job = rescued.second
    paper = rescued.first.paper
    assert (paper.title, paper.journal, paper.year) == (job.paper.title, job.paper.journal, job.paper.year)
    assert paper.title
    assert paper.journal
    assert job.film is not None
    captions = (job.film.path.parent / "captions.vtt").read_text()
    spoken = max(re.findall(r"[a-z]{5,}", captions.split("-->")[-1]), key=len)
    assert rescued.bench.store.ids(JobQuery(search=spoken)) == [job.id]


def test_what_it_took_is_measured(rescued: Rescued) -> None:
    assert rescued.notes.usage[-1].cpu_s > 0
    attempts = rescued.bench.store.attempts(rescued.second.id)
    assert all(attempt.usage.peak_bytes > 10_000_000 for attempt in attempts)
    assert rescued.second.work_bytes > 1_000_000


def test_a_review_stops_the_real_pipeline_after_the_script(bench: Bench, small_paper: Path) -> None:
    bench.add(PaperFacts(source=small_paper), JobOptions(review=True))
    job = run_real(bench)
    assert job.state == "needs-attention"
    assert job.problem is not None
    assert job.problem.code == "review"
    assert (bench.folder.work_of(job.key) / "script.json").exists()


def test_a_retracted_paper_in_hand_is_named_though_no_film_is_made(bench: Bench, tmp_path: Path) -> None:
    notice = '<related-article related-article-type="retraction-forward" ext-link-type="doi" id="r1"/>'
    paper = write_small_paper(tmp_path / "paper", related=notice)
    bench.add(PaperFacts(source=paper))
    job = run_real(bench)
    assert job.problem is not None
    assert job.problem.code == "retracted"
    assert job.paper.title
    assert job.paper.authors
    assert (job.paper.source, job.paper.retracted) == (paper, True)
    assert not (bench.folder.work_of(job.key) / "paper.json").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_death_between_the_film_and_its_row_leaves_a_proof(tmp_path: Path, short_film: Path) -> None:
    data = tmp_path / "data"
    program = [sys.executable, "-m", "tests.jobs.work.dying_program", str(data), str(short_film)]
    done = subprocess.run(program, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr
    folder = DataFolder(data)
    store = open_store(folder, MovableClock())
    ((job, attempt),) = store.running()
    film = read_proof(folder.film_of(job.key))
    assert film is not None
    assert (film.made_by, attempt.number) == (1, 1)
    assert probe(film.path, film.duration_s).size == film.size
    store.close()
