"""A job's log: whole while it is short, its beginning and end when it is long, and never in the way."""

from __future__ import annotations

import itertools
import re
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from tests.jobs.supervisor.running import CLOCK
from videogen_desktop.jobs.supervisor.log import JobLog
from videogen_desktop.jobs.supervisor.log_file import ALL_BYTES, BEGINNING_BYTES, END_BYTES, LogFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST = BEGINNING_BYTES + END_BYTES


def numbered(begin: int, end: int) -> bytes:
    return b"".join(b"line %07d %s\n" % (number, b"." * 50) for number in range(begin, end))


def numbers(path: Path) -> list[int]:
    return [int(found) for found in re.findall(rb"line (\d{7})", path.read_bytes())]


def assert_beginning_and_end(found: list[int], count: int) -> None:
    """They run from the first to the last with one gap."""
    steps = [second - first for first, second in itertools.pairwise(found)]
    assert (found[0], found[-1]) == (0, count - 1)
    assert len([step for step in steps if step != 1]) == 1


def test_a_short_log_is_whole(tmp_path: Path) -> None:
    log = JobLog(tmp_path / "new" / "job.log", CLOCK)
    log.note("start: pipeline 29608148")
    log.take("stderr", b"first\nsecond \xff\n")
    log.flush()
    log.take("stdout", b"third\n")
    log.close()
    lines = (tmp_path / "new" / "job.log").read_text(encoding="utf-8").splitlines()
    times, texts = zip(*((line[:23], line[24:]) for line in lines), strict=True)
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}", time) for time in times)
    assert texts == (
        "queue: start: pipeline 29608148",
        "stderr: first",
        "stderr: second \ufffd",
        "stdout: third",
    )


def test_attempts_follow_each_other(tmp_path: Path) -> None:
    for attempt in ("one", "two"):
        log = JobLog(tmp_path / "job.log", CLOCK)
        log.note(attempt)
        log.close()
    assert [line.split()[-1] for line in (tmp_path / "job.log").read_text().splitlines()] == ["one", "two"]


@pytest.mark.parametrize("flushed_every", [500, 3_000, 10_000_000])
def test_of_a_long_log_beginning_and_end_are_kept(tmp_path: Path, flushed_every: int) -> None:
    path, count = tmp_path / "job.log", 200_000
    log = JobLog(path, CLOCK)
    for number in range(0, count, 500):
        log.take("stderr", numbered(number, number + 500))
        if number % flushed_every == 0 and number:
            log.flush()
            assert path.stat().st_size <= MOST + 200
    log.close()
    assert path.stat().st_size <= MOST + 200
    found = numbers(path)
    assert_beginning_and_end(found, count)
    (told,) = re.findall(rb"about (\d+) kB are left out", path.read_bytes())
    missing = count - len(found)
    assert missing * 60 <= int(told) * 1000 <= missing * 110


def test_many_short_lines_cost_no_more_than_long_ones(tmp_path: Path) -> None:
    log = JobLog(tmp_path / "job.log", CLOCK)
    for _ in range(40):
        log.take("stderr", b"\n" * 65536)
    log.close()
    assert (tmp_path / "job.log").stat().st_size <= MOST + 200


def test_all_attempts_together_are_bounded_and_the_latest_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "job.log"
    for attempt in range(8):
        log = JobLog(path, CLOCK)
        log.note(f"attempt {attempt}")
        for number in range(0, 80_000, 1000):
            log.take("stderr", numbered(number, number + 1000))
            log.flush()
        log.close()
        assert path.stat().st_size <= ALL_BYTES
    content = path.read_bytes()
    assert content.startswith(b"[... what was older is left out]\n")
    kept = re.findall(rb"queue: attempt (\d)", content)
    assert kept[-2:] == [b"6", b"7"]


def test_a_log_that_cannot_be_opened_is_tried_again(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("in the way")
    file = LogFile(tmp_path / "logs" / "job.log")
    file.append(b"lost\n")
    (tmp_path / "logs").unlink()
    file.append(b"kept\n")
    file.close()
    assert (
        tmp_path / "logs" / "job.log"
    ).read_bytes() == b"\n[... 5 bytes could not be written here]\nkept\n"


@pytest.mark.skipif(sys.platform == "win32", reason="file size limits are a thing of POSIX")
def test_a_file_that_may_not_grow_raises_nothing(tmp_path: Path) -> None:
    code = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from videogen_desktop.jobs.supervisor.log_file import LogFile\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, resource.RLIM_INFINITY))\n"
        "file = LogFile(Path(sys.argv[1]))\n"
        "for number in range(2000): file.append(b'x' * 99 + b'\\n')\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))\n"
        "file.append(b'room again\\n')\n"
        "file.close()\n"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "job.log")], check=True, timeout=30)
    content = (tmp_path / "job.log").read_bytes()
    assert content.startswith((b"x" * 99 + b"\n") * 999)
    assert content.endswith(b"[... 100000 bytes could not be written here]\nroom again\n")


def test_threads_may_take_while_one_flushes(tmp_path: Path) -> None:
    log = JobLog(tmp_path / "job.log", CLOCK)

    def take(name: int) -> Iterator[None]:
        for number in range(200):
            log.take("stderr", b"line %d%06d\n" % (name, number))
        yield

    threads = [threading.Thread(target=lambda name=name: list(take(name))) for name in range(1, 5)]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        log.flush()
    log.close()
    found = numbers(tmp_path / "job.log")
    assert sorted(found) == [name * 1_000_000 + number for name in range(1, 5) for number in range(200)]
