"""What the processes a test has started are running."""

from __future__ import annotations

import psutil


def words_of(process: psutil.Process) -> str:
    """The command line of a process in one string; empty when it has ended, collected or not."""
    try:
        return " ".join(process.cmdline())
    except psutil.NoSuchProcess:
        return ""


def descendants_with(words: str) -> list[psutil.Process]:
    """Whatever comes of this process and has certain words in its command line."""
    return [each for each in psutil.Process().children(recursive=True) if words in words_of(each)]
