"""The pipeline itself under supervision, on the small paper."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from tests.jobs.supervisor.running import Ears, Supervised, gone, launch
from tests.pipeline.runs import pipeline_command, pipeline_environment, write_small_paper
from tests.yardstick import slowness
from videogen_desktop.jobs.settings import Limits
from videogen_desktop.jobs.supervisor import Launch, ResultEvent, StageEvent
from videogen_desktop.pipeline.job import STAGES

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def film(tmp_path: Path) -> Launch:
    """A launch that makes a film of a few seconds."""
    paper = write_small_paper(tmp_path / "paper")
    command = pipeline_command("generate-video", paper, tmp_path / "out", "--aspect", "1:1")
    return launch(tmp_path, tuple(command), limits=Limits(), environment=pipeline_environment())


def test_it_is_stopped_and_finished_the_next_time(film: Launch, tmp_path: Path) -> None:
    first = Supervised(film)
    first.ears.wait_for(lambda: told(first.ears, "generate-audio"), timeout=60)
    processes = [first.root, *first.root.children(recursive=True)]
    asked = time.monotonic()
    first.control.cancel()
    ended = first.finish()
    assert time.monotonic() - asked < 3.0 * slowness()
    assert all(map(gone, processes))
    assert ended.error
    assert (ended.code, ended.ended_by, ended.error.code) == (130, "cancel", "cancelled")

    second = Supervised(film)
    ended = second.finish(120)
    assert (ended.code, ended.ended_by, ended.error) == (0, "itself", None)
    assert isinstance(ended.result, ResultEvent)
    assert ended.result.video == "final_video.mp4"
    assert ended.result.duration_s
    assert (tmp_path / "out" / ended.result.video).is_file()
    done = [each.stage for each in stages(second.ears) if each.state in ("done", "skipped")]
    assert sorted(done) == sorted(STAGES)
    overall = [each.overall for each in stages(second.ears)]
    assert overall == sorted(overall)
    assert overall[-1] == 1.0
    assert ended.usage.cpu_s > 0.5
    assert ended.usage.peak_bytes > 50_000_000
    assert "result: final_video.mp4" in film.log.read_text(encoding="utf-8")


def stages(ears: Ears) -> list[StageEvent]:
    return [event for event in ears.events if isinstance(event, StageEvent)]


def told(ears: Ears, stage: str) -> bool:
    return any(each.stage == stage and each.state == "progress" for each in stages(ears))
