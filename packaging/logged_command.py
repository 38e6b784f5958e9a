"""Runs a command whose output goes to a log file, and leaves nothing of it running when it is interrupted."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path
    from typing import TextIO

_PATIENCE_S = 5.0


def run_logged(
    command: Sequence[str],
    log: Path,
    *,
    environment: Mapping[str, str] | None = None,
    inherited: Sequence[int] = (),
    on_line: Callable[[str], None] | None = None,
) -> tuple[int, str]:
    """Run ``command`` without standard input and append what it prints to ``log``.

    Args:
        command: An argument list; no shell sees it.
        log: A text file in UTF-8, made when absent.
        environment: The child's environment; None for this process's own.
        inherited: File descriptors that the child keeps open (POSIX only).
        on_line: Called with each line as it appears.

    Returns:
        The exit code and the output.
    """
    with log.open("a", encoding="utf-8") as file:
        file.write(f"$ {subprocess.list2cmdline(command)}\n")
        file.flush()
        with subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            env=environment,
            start_new_session=True,  # a group of its own, so that its own children end with it
            pass_fds=() if sys.platform == "win32" else tuple(inherited),
        ) as child:
            try:
                output = _read(child, file, on_line)
                return child.wait(), output
            except BaseException:
                _end(child)
                raise


def _read(child: subprocess.Popen[str], log: TextIO, on_line: Callable[[str], None] | None) -> str:
    lines = []
    for line in child.stdout or ():
        log.write(line)
        log.flush()
        lines.append(line)
        if on_line is not None:
            on_line(line.rstrip())
    return "".join(lines)


def _end(child: subprocess.Popen[str]) -> None:
    _send(child, signal.SIGTERM)
    try:
        child.wait(_PATIENCE_S)
    except subprocess.TimeoutExpired:
        if sys.platform != "win32":
            _send(child, signal.SIGKILL)
        child.wait()


def _send(child: subprocess.Popen[str], signal_number: signal.Signals) -> None:
    if sys.platform == "win32":
        child.terminate()
        return
    with contextlib.suppress(ProcessLookupError, PermissionError):  # it has ended, or sudo made it root's
        os.killpg(child.pid, signal_number)
