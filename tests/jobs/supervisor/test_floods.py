"""Output without end or sense: drained, bounded, and no event among it is lost."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import psutil
import pytest

from tests.jobs.supervisor.running import Ears, launch, python, run
from tests.yardstick import slowness
from videogen_desktop.jobs.supervisor import ResultEvent, StageEvent
from videogen_desktop.jobs.supervisor.lines import LONGEST

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST_LOG = 6_000_000
RESULT = json.dumps({"event": "result", "video": "final_video.mp4"})


def flood(stream: int, piece: str, count: int, *, end: str = RESULT) -> tuple[str, ...]:
    """A program that writes a piece many times to a stream, and then the result."""
    code = (
        "import os, sys\n"
        f"piece = {piece}\n"
        f"for _ in range({count}):\n"
        "    view = memoryview(piece)\n"
        f"    while view: view = view[os.write({stream}, view):]\n"
        f"print({end!r})\n"
    )
    return python(code)


@pytest.mark.parametrize(("protocol", "megabytes"), [(True, 1000), (False, 200)])
def test_a_gigabyte_of_errors_is_drained_in_bounded_memory(
    tmp_path: Path, protocol: bool, megabytes: int
) -> None:
    us = psutil.Process()
    before, began = us.memory_info().rss, time.monotonic()
    ears = Ears()
    flooding = flood(2, "(b'x' * 99 + b'\\n') * 10_000", megabytes)
    what = launch(tmp_path, flooding, protocol=protocol)
    ended = run(what, ears)
    assert ended.code == 0
    assert time.monotonic() - began < 30.0 * slowness()
    assert us.memory_info().rss - before < 60_000_000 + len(ears.lines) * 300
    assert what.log.stat().st_size < MOST_LOG
    assert b"are left out here" in what.log.read_bytes()
    assert ended.result == (ResultEvent("final_video.mp4") if protocol else None)
    assert protocol or RESULT in ears.lines


def test_a_line_of_a_hundred_megabytes_is_cut(tmp_path: Path) -> None:
    ears = Ears()
    what = launch(tmp_path, flood(1, "b'y' * 1_000_000", 100, end=f"\n{RESULT}"))
    ended = run(what, ears)
    assert ended.result == ResultEvent("final_video.mp4")
    (line,) = ears.lines
    assert line == "y" * LONGEST + f" [... {100_000_000 - LONGEST} bytes of this line are left out]"
    assert f"{100_000_000 - LONGEST} bytes of this line are left out" in what.log.read_text()


def test_garbage_between_events_is_kept_in_the_log_and_ignored(tmp_path: Path) -> None:
    stage = {"event": "stage", "stage": "fetch-paper", "state": "started", "fraction": 0.0, "overall": 0.0}
    garbage = [
        b"\xff\xfe broken",
        b'{"event": "stage", "stage": "fetch-',
        b'[{"event": "stage"}]',
        b'{"event": "applause"}',
        json.dumps(stage | {"fraction": float("nan")}).encode(),
        json.dumps(stage | {"overall": "much"}).encode(),
        b"",
        b"Loading weights: 100%",
    ]
    lines = b"".join(line + b"\n" + json.dumps(stage).encode() + b"\n" for line in garbage)
    (tmp_path / "lines").write_bytes(lines + RESULT.encode() + b"\n")
    ears = Ears()
    what = launch(tmp_path, python("import sys\nsys.stdout.buffer.write(open('lines', 'rb').read())"))
    ended = run(what, ears)
    assert ended.result == ResultEvent("final_video.mp4")
    assert ears.events[:-1] == [StageEvent("fetch-paper", "started", 0.0, 0.0)] * len(garbage)
    assert ears.lines == [line.decode("utf-8", "replace") for line in garbage]
    log = what.log.read_text(encoding="utf-8")
    assert all(f"stdout: {line.decode('utf-8', 'replace')}\n" in log for line in garbage)


def test_garbage_that_looks_like_events_costs_no_event(tmp_path: Path) -> None:
    piece = 'b\'{"event": "stage", "stage": 1}\\n\' * 30_000'
    ended = run(launch(tmp_path, flood(1, piece, 10)))
    assert ended.result == ResultEvent("final_video.mp4")


def test_a_flood_of_events_is_bounded_and_its_latest_are_told(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "for n in range(100_000):\n"
        '    sys.stdout.write(\'{"event": "stage", "stage": "s", "state": "progress", "fraction": %.6f, '
        '"overall": 0}\\n\' % (n / 100_000))\n'
        f"print({RESULT!r})\n"
    )
    ears = Ears()
    ended = run(launch(tmp_path, python(code)), ears)
    assert ended.result == ResultEvent("final_video.mp4")
    assert ears.events[-1] == ended.result
    last = ears.events[-2]
    assert isinstance(last, StageEvent)
    assert last.fraction == pytest.approx(1.0, abs=1e-5)
    fractions = [event.fraction for event in ears.events if isinstance(event, StageEvent)]
    assert fractions == sorted(fractions)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of half a megabyte."""
    if sys.platform != "linux" or os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("mounting a small file system takes Linux and root")
    folder = tmp_path / "small"
    folder.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=512k", "none", folder], check=False)
    if made.returncode:
        pytest.skip("no small file system can be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


def test_a_full_disk_for_the_log_neither_ends_nor_hangs_the_job(tmp_path: Path, small_disk: Path) -> None:
    what = launch(tmp_path, flood(2, "b'z' * 99 + b'\\n'", 30_000))
    (tmp_path / "logs").symlink_to(small_disk)
    ears = Ears()
    ended = run(what, ears)
    assert (ended.code, ended.result) == (0, ResultEvent("final_video.mp4"))
    assert 0 < what.log.stat().st_size <= 512 * 1024
    assert ears.lines[-1] == "z" * 99
