"""Databases to try things on: a clock that stands still, rows, and processes that can be killed."""

from __future__ import annotations

import contextlib
import ctypes
import functools
import hashlib
import os
import sqlite3
import stat
import subprocess
import sys
import textwrap
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import insert

from videogen_desktop.jobs.store.migrations import STEPS
from videogen_desktop.jobs.store.opening import open_database
from videogen_desktop.jobs.store.tables import Job, Paper, table_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Table

    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.store.engine import Database

NOON = 1_795_435_200.0
"""2026-11-23 12:00 UTC."""
PROJECT = Path(__file__).resolve().parents[3]
_PAGE = 4096
_LEAF_OF_A_TABLE = 0x0D  # https://www.sqlite.org/fileformat.html#b_tree_pages
_CLONE_NEWNS = 0x00020000
PRESENT = str(STEPS[-1].revision)
PAPER, JOB = table_of(Paper), table_of(Job)


@dataclass
class StoppedClock:
    """It is the same moment until the test says otherwise."""

    time: float = NOON
    boot: str = "this boot"

    def now(self) -> float:
        return self.time

    def monotonic(self) -> float:
        return self.time


def add_jobs(database: Database, count: int, first: int = 1) -> None:
    """Rows as plain as the tables allow, each change counted as the store counts it."""
    with database.writing() as connection:
        numbers = range(first, first + count)
        connection.execute(insert(PAPER), [_plain(PAPER, id=n, pmid=str(n)) for n in numbers])
        connection.execute(
            insert(JOB),
            [
                _plain(JOB, id=n, key=f"pmid-{n}", paper_id=n, position=n, options={}, state="queued")
                for n in numbers
            ],
        )
        connection.exec_driver_sql("UPDATE queue SET revision = revision + 1")


def jobs_in(path: Path) -> int:
    """How many jobs another process would see."""
    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return int(connection.execute("SELECT count(*) FROM job").fetchone()[0])


def number_of_jobs(database: Database) -> int:
    with database.reading() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM job").scalar_one())


def is_sound(path: Path) -> bool:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return bool(connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)])


def closed_well(path: Path) -> bool:
    """Whether the next opener is told that all who had it open have closed it."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return connection.execute("PRAGMA user_version").fetchone() == (0,)


def filled(folder: DataFolder, jobs: int, clock: StoppedClock | None = None) -> Path:
    """A store that was used and closed."""
    database = open_database(folder, clock or StoppedClock())
    add_jobs(database, jobs)
    database.close()
    return folder.database


def flip_a_bit_of(path: Path, word: bytes, *, beside: bytes) -> None:
    """Change the last letter of a word in a row that another word is near to, and in no index."""
    content = bytearray(path.read_bytes())
    for page in range(_PAGE, len(content), _PAGE):
        row = content.find(beside, page, page + _PAGE)
        at = content.find(word, row, page + _PAGE) if row >= 0 else -1
        if content[page] == _LEAF_OF_A_TABLE and at >= 0:
            content[at + len(word) - 1] ^= 1
            path.write_bytes(content)
            return
    raise AssertionError(f"{word!r} is in no table")


def contents(folder: Path) -> dict[str, str]:
    """Every file with the hash of its content, but for the file that only carries a lock."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "videogen.in-use"
    }


@contextlib.contextmanager
def running(program: str, *arguments: object) -> Iterator[subprocess.Popen[str]]:
    """A Python process that runs ``program`` with the project to import from; killed at the end."""
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(program), *map(str, arguments)],
        cwd=PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


@contextlib.contextmanager
def read_only(path: Path) -> Iterator[None]:
    """A folder or file that nobody can write to; a mount stops the superuser, whom no permission stops."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        _mount("--bind", path, path)
        try:
            _mount("-o", "remount,ro,bind", path)
            yield
        finally:
            subprocess.run(["umount", "--lazy", path], check=True)
    else:
        before = path.stat().st_mode
        path.chmod(stat.S_IREAD | (stat.S_IXUSR if path.is_dir() else 0))
        try:
            yield
        finally:
            path.chmod(before)


@contextlib.contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[None]:
    """A real file system of that size at ``folder``."""
    folder.mkdir(parents=True)
    _mount("-t", "tmpfs", "-o", f"size={megabytes}m", "none", folder)
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


def _mount(*arguments: object) -> None:
    _keep_mounts_to_ourselves()
    done = subprocess.run(["mount", *map(str, arguments)], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"nothing can be mounted here: {done.stderr.strip()}")


@functools.cache
def _keep_mounts_to_ourselves() -> None:
    """Whatever becomes of this process, its mounts go with it (unshare(2), mount_namespaces(7))."""
    if sys.platform != "linux" or ctypes.CDLL(None).unshare(_CLONE_NEWNS):
        pytest.skip("mounts need Linux and its superuser")
    subprocess.run(["mount", "--make-rprivate", "/"], check=True)


def wait_for_word(process: subprocess.Popen[str], word: str) -> None:
    """Return when the process has printed ``word`` on a line of its own."""
    assert process.stdout is not None
    assert process.stdout.readline().strip() == word


def _plain(table: Table, **values: object) -> dict[str, object]:
    """A row with nothing in its columns but what they must have."""
    needed = (column for column in table.columns if not column.nullable and column.default is None)
    return {column.name: column.type.python_type() for column in needed} | values
