from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING

import av
import psutil
import pytest

from tests.pipeline.film.drawings import (
    WIDTH,
    DrawNothing,
    DrawOnceTold,
    DrawSliding,
    order,
)
from tests.processes import descendants_with
from tests.yardstick import slowness
from videogen_desktop.errors import VideoGenError
from videogen_desktop.pipeline.film.pool import ClipRenderer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def wait_until(condition: Callable[[], bool], seconds: float = 120.0) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.01)


def nobody_hears(_done: int, _ordered: int) -> None:
    """Take progress in without a word."""


def workers_alive() -> list[psutil.Process]:
    return descendants_with("spawn_main")


def left_behind(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "clips").glob("*") if ".partial-" in path.name)


def test_scenes_become_clips_and_progress_reaches_the_end(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    lengths = [40, 12, 25]
    with ClipRenderer(2, threading.Event(), lambda *step: told.append(step)) as renderer:
        for index, frames in enumerate(lengths):
            renderer.submit(order(tmp_path, index, DrawSliding(frames), frames))
        facts = {clip.file: clip for clip in renderer.results()}
    assert [facts[f"scene_{index:02}.mp4"].frames for index in range(3)] == lengths
    for index, frames in enumerate(lengths):
        with av.open(tmp_path / "clips" / f"scene_{index:02}.mp4") as clip:
            assert sum(1 for _ in clip.decode(video=0)) == frames
            assert clip.streams.video[0].width == WIDTH
    assert told[-1] == (77, 77)
    done = [frames for frames, _ in told]
    assert done == sorted(done)
    assert len(set(done)) > len(lengths), "progress is told within a clip, too"
    assert not workers_alive()


def test_the_longest_waiting_scene_comes_first(tmp_path: Path) -> None:
    go = tmp_path / "go"
    with ClipRenderer(1, threading.Event(), nobody_hears) as renderer:
        renderer.submit(order(tmp_path, 0, DrawOnceTold(5, tmp_path / "pid", go), 5))
        wait_until((tmp_path / "pid").exists)
        for index, frames in ((1, 4), (2, 9), (3, 6)):
            renderer.submit(order(tmp_path, index, DrawSliding(frames), frames))
        go.touch()
        assert [facts.frames for facts in renderer.results()] == [5, 9, 6, 4]


def test_a_scene_is_drawn_while_the_next_is_still_being_spoken(tmp_path: Path) -> None:
    with ClipRenderer(2, threading.Event(), nobody_hears) as renderer:
        renderer.submit(order(tmp_path, 0, DrawSliding(5), 5))
        wait_until((tmp_path / "clips" / "scene_00.mp4").exists)
        renderer.submit(order(tmp_path, 1, DrawSliding(6), 6))
        assert {facts.frames for facts in renderer.results()} == {5, 6}


def test_nothing_ordered_is_nothing_done(tmp_path: Path) -> None:
    with ClipRenderer(2, threading.Event(), nobody_hears) as renderer:
        assert list(renderer.results()) == []
    assert list(tmp_path.iterdir()) == []


def test_cancelling_ends_every_process_within_a_second(tmp_path: Path) -> None:
    cancelled = threading.Event()
    with ClipRenderer(2, cancelled, nobody_hears) as renderer:
        for index in range(2):
            drawing = DrawOnceTold(5, tmp_path / f"pid{index}", tmp_path / "never")
            renderer.submit(order(tmp_path, index, drawing, 5))
        wait_until(lambda: all((tmp_path / f"pid{index}").exists() for index in range(2)))
        started = time.monotonic()
        cancelled.set()
        with pytest.raises(VideoGenError) as error:
            list(renderer.results())
        assert time.monotonic() - started < 1.0 * slowness()
    assert error.value.code == "cancelled"
    assert not workers_alive()
    assert left_behind(tmp_path) == []


def test_leaving_early_ends_every_process(tmp_path: Path) -> None:
    with ClipRenderer(1, threading.Event(), nobody_hears) as renderer:
        renderer.submit(order(tmp_path, 0, DrawOnceTold(5, tmp_path / "pid", tmp_path / "never"), 5))
        wait_until((tmp_path / "pid").exists)
    assert not workers_alive()


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_a_killed_process_is_an_error_and_no_hang(tmp_path: Path) -> None:
    with ClipRenderer(2, threading.Event(), nobody_hears) as renderer:
        renderer.submit(order(tmp_path, 0, DrawNothing("killed"), 5))
        with pytest.raises(VideoGenError) as error:
            list(renderer.results())
        assert (error.value.code, error.value.retryable) == ("renderer-died", True)
        with pytest.raises(VideoGenError, match="ended by force"):
            renderer.submit(order(tmp_path, 1, DrawSliding(5), 5))
    assert not workers_alive()
    assert left_behind(tmp_path) == []


def test_want_of_memory_is_the_end_of_a_process(tmp_path: Path) -> None:
    with ClipRenderer(1, threading.Event(), nobody_hears) as renderer:
        renderer.submit(order(tmp_path, 0, DrawNothing("memory"), 5))
        with pytest.raises(VideoGenError, match="ended unexpectedly") as error:
            list(renderer.results())
    assert (error.value.code, error.value.retryable) == ("renderer-died", True)


def test_an_error_of_the_world_comes_through_whole(tmp_path: Path) -> None:
    with ClipRenderer(1, threading.Event(), nobody_hears) as renderer:
        renderer.submit(order(tmp_path, 0, DrawNothing("world"), 5))
        with pytest.raises(VideoGenError) as error:
            list(renderer.results())
    told = error.value.code, error.value.message, error.value.hint, error.value.retryable
    assert told == ("figure-unreadable", "Figure 1 is damaged.", "Leave it out.", True)


def test_a_fault_of_the_program_keeps_its_trace(tmp_path: Path) -> None:
    with ClipRenderer(1, threading.Event(), nobody_hears) as renderer:
        renderer.submit(order(tmp_path, 0, DrawNothing("fault"), 5))
        with pytest.raises(RuntimeError, match="ZeroDivisionError: a fault of the program"):
            list(renderer.results())


PARENT = """
import sys, threading
from pathlib import Path
from tests.pipeline.film.drawings import DrawOnceTold, order
from videogen_desktop.pipeline.film.pool import ClipRenderer
if __name__ == "__main__":
    folder = Path(sys.argv[1])
    with ClipRenderer(1, threading.Event(), lambda *_: None) as renderer:
        renderer.submit(order(folder, 0, DrawOnceTold(5, folder / "pid", folder / "never"), 5))
        list(renderer.results())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_workers_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(PARENT)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    parent = subprocess.Popen([sys.executable, script, tmp_path], env=environment)
    try:
        wait_until(lambda: (tmp_path / "pid").exists() and bool((tmp_path / "pid").read_text()))
        worker = psutil.Process(int((tmp_path / "pid").read_text()))
    finally:
        parent.send_signal(signal.SIGKILL)
        parent.wait()
    wait_until(lambda: not worker.is_running() or worker.status() == psutil.STATUS_ZOMBIE)
