"""Standard output that cannot be written: the work goes on, and a command says plainly what is wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.jobs.cli.conftest import Queue, command, environment, pubmed
from tests.jobs.cli.test_running import FAILING, with_sleepers
from videogen_desktop.jobs.settings import Profile, QueueSettings, write_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeAlias

    Ended: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]

FULL = Path("/dev/full")
CLOSED = ("sh", "-c", 'exec "$@" >&-', "sh")
IN_A_TERMINAL = """
import fcntl, os, signal, sys, termios
signal.signal(signal.SIGHUP, signal.SIG_DFL)  # however the tests themselves were started
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""

pytestmark = pytest.mark.skipif(not FULL.exists(), reason="only Linux has a device that is always full")


def on_a_full_disk(*arguments: str) -> subprocess.CompletedProcess[str]:
    with FULL.open("wb") as full:
        return _ended(arguments, full.fileno())


def without_output(*arguments: str) -> subprocess.CompletedProcess[str]:
    return _ended(arguments, None, by=CLOSED)


def _ended(
    arguments: Sequence[str], stdout: int | None, by: Sequence[str] = ()
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*by, *command(*arguments)],
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize("ended", [on_a_full_disk, without_output])
def test_the_work_goes_on_where_nothing_can_be_said(queue: Queue, ended: Ended) -> None:
    failing = Profile("failing", (sys.executable, "-c", FAILING))
    write_settings(queue.folder.settings, QueueSettings(workers=1, profiles=(failing,)))
    queue.add(pubmed(1), pubmed(2), profile="failing")
    done = ended("jobs", "run")
    assert (done.returncode, done.stderr) == (3, "")
    assert queue.states() == {1: "failed", 2: "failed"}


def test_a_run_whose_terminal_is_closed_gives_its_jobs_back(queue: Queue) -> None:
    with_sleepers(queue, 2)
    ours, theirs = os.openpty()
    run = subprocess.Popen(
        [sys.executable, "-c", IN_A_TERMINAL, *command("jobs", "run")],
        env=environment(TERM="xterm"),
        stdin=theirs,
        stdout=theirs,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    os.close(theirs)
    try:
        shown = b""
        while b"1 running" not in shown:
            shown += os.read(ours, 65536)
    finally:
        os.close(ours)
    _, errors = run.communicate(timeout=60)
    assert (run.returncode, errors) == (130, b"")
    assert queue.states() == {1: "queued", 2: "queued"}


@pytest.mark.parametrize("ended", [on_a_full_disk, without_output])
@pytest.mark.parametrize("arguments", [("list",), ("list", "--json"), ("show", "7", "--json")])
def test_an_answer_that_cannot_be_written_is_said_in_a_sentence(
    queue: Queue, ended: Ended, arguments: tuple[str, ...]
) -> None:
    queue.add(pubmed(1, "Milk"))
    done = ended("jobs", *arguments)
    assert done.returncode == (2 if "7" in arguments else 3)
    first, *others = done.stderr.splitlines()
    told = "There is no job “7”." if "7" in arguments else "The output cannot be written: "
    assert told in first
    assert all(line.startswith("  ") for line in others)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(("list",), 3), (("show", "7"), 2), (("show",), 2), (("list", "--wrong", "--json"), 2)],
)
def test_an_error_that_nobody_can_hear_still_has_its_code(
    queue: Queue, arguments: tuple[str, ...], code: int
) -> None:
    queue.add(pubmed(1))
    with FULL.open("wb") as full:
        done = subprocess.run(
            command("jobs", *arguments),
            env=environment(),
            stdout=full,
            stderr=full,
            timeout=60,
            check=False,
        )
    assert done.returncode == code
