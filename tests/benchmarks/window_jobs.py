"""A data folder with very many jobs and a paused queue: what the window is measured on."""

from __future__ import annotations

import contextlib
import itertools
import random
import sqlite3
import time
from typing import TYPE_CHECKING

from videogen_desktop.jobs.clock import SystemClock
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.model import JobOptions, NewPaper, PaperFacts
from videogen_desktop.jobs.settings import QueueSettings, write_settings
from videogen_desktop.jobs.states import STATES
from videogen_desktop.jobs.store import open_store
from videogen_desktop.jobs.store.moves import RANK

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_AT_ONCE = 10_000
_VOCABULARY = 4000
_STATES = tuple(state for state in STATES if state != "running")


def fill(root: Path, jobs: int, chance: random.Random) -> DataFolder:
    """Make a data folder with so many jobs, in every state but running; none of them is begun."""
    folder = DataFolder(root)
    root.mkdir(parents=True)
    write_settings(folder.settings, QueueSettings(workers=1, least_free_bytes=0, keep_awake=False))
    store = open_store(folder, SystemClock())
    store.set_reason("owner", True)
    for first in range(0, jobs, _AT_ONCE):
        store.add(list(_papers(chance, first, min(_AT_ONCE, jobs - first))), JobOptions())
    store.close()
    _scatter_states(folder.database, chance)
    return folder


_WORDS = tuple(
    "".join(random.Random(number).choices("abcdefghijklmnoprstuvw", k=3 + number % 7))
    for number in range(_VOCABULARY)
)
_WEIGHTS = tuple(itertools.accumulate(1 / rank for rank in range(1, _VOCABULARY + 1)))
"""Zipf’s law: words of a text by how often they come."""


def _papers(chance: random.Random, first: int, many: int) -> Iterator[NewPaper]:
    for number in range(first, first + many):
        yield NewPaper(
            PaperFacts(
                pmid=str(20_000_000 + number),
                pmcid=f"PMC{5_000_000 + number}",
                doi=f"10.1371/journal.pone.{number:07d}",
                title=_text(chance, 12).capitalize(),
                authors=tuple(_text(chance, 2).title() for _ in range(5)),
                journal=f"Journal of {chance.choice(_WORDS[:300])}",
                year=chance.randint(1990, 2026),
            )
        )


def _text(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(_WORDS, cum_weights=_WEIGHTS, k=words))


def _scatter_states(database: Path, chance: random.Random) -> None:
    """As after weeks of work; what waits does so for hours."""
    with contextlib.closing(sqlite3.connect(database)) as connection:
        rows = connection.execute("SELECT id FROM job").fetchall()
        states = chance.choices(_STATES, (50, 5, 5, 2, 30, 5, 3), k=len(rows))
        connection.executemany(
            "UPDATE job SET state = ?, sort_state = ?, not_before = ?, overall = ?, finished_at = ?"
            " WHERE id = ?",
            [
                (
                    state,
                    RANK[state],
                    time.time() + chance.uniform(36_000, 90_000) if state == "waiting" else None,
                    1.0 if state == "completed" else 0.0,
                    time.time() - chance.uniform(0, 1e6) if state in ("completed", "failed") else None,
                    row[0],
                )
                for row, state in zip(rows, states, strict=True)
            ],
        )
        connection.commit()
