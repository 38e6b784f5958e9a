"""``videogen jobs log``: what the processes of a job wrote, and what they write."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click

from videogen_desktop.jobs.cli.selecting import one_job
from videogen_desktop.jobs.cli.session import Session, queue_command
from videogen_desktop.jobs.states import OPEN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from videogen_desktop.jobs.store import JobStore

_LOOK_AGAIN_S = 0.2
_USUAL_LINES = 100


@click.command("log")
@click.argument("job")
@click.option(
    "--lines",
    "-n",
    type=click.IntRange(0),
    default=_USUAL_LINES,
    show_default=True,
    metavar="N",
    help="The last N lines; 0 is all.",
)
@click.option(
    "--follow", "-f", is_flag=True, help="Go on until the job has ended; with --json, one object a line."
)
@queue_command
def log(session: Session, job: str, lines: int, follow: bool) -> None:
    """Show the log of JOB, all its attempts one after the other."""
    with session.store() as store:
        found = one_job(job, store)
        path = session.root.log_of(found.key)
        tail, end = last_lines(path, lines)
        if not follow:
            _show(session, found.id, path, tail)
            return
        for line in tail:
            _show_line(session, line)
        for line in following(path, end, store, found.id):
            _show_line(session, line)


def last_lines(path: Path, number: int) -> tuple[list[str], int]:
    """The last lines of a file, and where the file ended; no lines when there is no file.

    Args:
        path: The file, in UTF-8; other bytes are replaced.
        number: How many lines; 0 is all.
    """
    try:
        content = path.read_bytes()  # a log is kept to 20 MB
    except FileNotFoundError:
        return [], 0
    lines = content.decode("utf-8", "replace").split("\n")
    whole = lines if lines[-1] else lines[:-1]
    return (whole[-number:] if number else whole), len(content)


def following(path: Path, position: int, store: JobStore, job_id: int) -> Iterator[str]:
    """Lines as they come, until the job has ended and its log is read to the end.

    A log that has become shorter was begun anew: it is read from its beginning.
    """
    rest = b""
    while True:
        job = store.get(job_id)
        working = job is not None and job.state in OPEN
        content, position, anew = _read_on(path, position)
        *lines, rest = ((b"" if anew else rest) + content).split(b"\n")
        for line in lines:
            yield line.decode("utf-8", "replace")
        if not working:
            if rest:
                yield rest.decode("utf-8", "replace")
            return
        time.sleep(_LOOK_AGAIN_S)


def _read_on(path: Path, position: int) -> tuple[bytes, int, bool]:
    try:
        with path.open("rb") as file:
            end = file.seek(0, 2)
            anew = end < position
            start = 0 if anew else position
            file.seek(start)
            return file.read(end - start), end, anew
    except FileNotFoundError:
        return b"", 0, False


def _show(session: Session, job_id: int, path: Path, lines: list[str]) -> None:
    if session.output.as_json:
        session.output.document({"job": job_id, "file": str(path), "lines": lines})
        return
    if not lines:
        session.output.say("Nothing was written yet.", "dim")
    for line in lines:
        session.output.say(line)


def _show_line(session: Session, line: str) -> None:
    if session.output.as_json:
        session.output.line({"line": line})
    else:
        session.output.say(line)
