"""What a process that really dies leaves, and what the next one finds."""

from __future__ import annotations

import faulthandler
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from videogen_desktop.desktop.manners import LastWords

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PROGRAM = """
import os, sys
from pathlib import Path
from videogen_desktop.desktop.manners import LastWords

words = LastWords(Path(sys.argv[1]))
words.begin()
if sys.argv[2] == "abort":
    os.abort()
elif sys.argv[2] == "wait":
    print("begun", flush=True)
    sys.stdin.read()
words.end()
"""


@pytest.fixture(autouse=True)
def pytests_own() -> Iterator[None]:
    """Give pytest its own faulthandler back."""
    was_on = faulthandler.is_enabled()
    yield
    if was_on:
        faulthandler.enable(sys.__stderr__ or sys.stderr)


def program(folder: Path, what: str) -> int:
    return subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(folder), what],
        stderr=subprocess.DEVNULL,
        timeout=60,
        check=False,
    ).returncode


def test_a_process_that_aborts_is_found_once(tmp_path: Path) -> None:
    logs = tmp_path / "logs"
    code = program(logs, "abort")
    assert code != 0
    if os.name == "posix":
        assert code == -signal.SIGABRT
    words = LastWords(logs)
    words.begin()
    left = words.left()
    assert left is not None
    assert "Aborted" in left.text
    assert "<module>" in left.text
    words.forget()
    assert words.left() is None
    words.end()
    assert list(logs.iterdir()) == []


def test_a_clean_end_leaves_nothing(tmp_path: Path) -> None:
    assert program(tmp_path / "logs", "end") == 0
    assert list((tmp_path / "logs").iterdir()) == []
    assert LastWords(tmp_path / "logs").left() is None


def test_a_process_that_was_killed_left_no_words(tmp_path: Path) -> None:
    with running(tmp_path) as process:
        process.kill()
    words = LastWords(tmp_path)
    assert words.left() is None
    words.forget()
    assert list(tmp_path.iterdir()) == []


def test_the_words_of_a_process_that_lives_are_its_own(tmp_path: Path) -> None:
    with running(tmp_path) as process:
        (file,) = tmp_path.iterdir()
        file.write_text("Fatal Python error: not yet")
        words = LastWords(tmp_path)
        words.begin()
        assert words.left() is None
        words.forget()
        words.end()
        assert list(tmp_path.iterdir()) == [file]
        process.communicate(timeout=30)
    assert list(tmp_path.iterdir()) == []


def test_a_dead_process_with_our_own_number_is_found(tmp_path: Path) -> None:
    (tmp_path / f"crash-{os.getpid()}.txt").write_text("Fatal Python error: Segmentation fault")
    words = LastWords(tmp_path)
    words.begin()
    left = words.left()
    assert left is not None
    assert "Segmentation fault" in left.text
    words.forget()
    assert words.left() is None
    words.end()


def test_a_folder_that_cannot_be_written_to_holds_nothing_up(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    words = LastWords(tmp_path / "file" / "logs")
    words.begin()
    assert words.left() is None
    words.end()


class running:  # noqa: N801 - reads as what it is in a with statement
    """A program that waits until its input ends."""

    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", _PROGRAM, str(folder), "wait"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> subprocess.Popen[str]:
        assert self.process.stdout is not None
        assert self.process.stdout.readline() == "begun\n"
        return self.process

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.communicate()
