"""What a clean-up asks of the store: where films lie, what history is old, that nothing changes meanwhile."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from videogen_desktop.jobs.store import history
from videogen_desktop.jobs.store.selecting import values_of
from videogen_desktop.jobs.store.tables import VIDEO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from videogen_desktop.jobs.store.changing import Change
    from videogen_desktop.jobs.store.engine import Database


class Tidying:
    """Answers it.

    Args:
        database: The store's file.
        change: Gives one transaction that changes it.
    """

    def __init__(self, database: Database, change: Callable[[], AbstractContextManager[Change]]) -> None:
        self._database = database
        self._change = change

    @contextlib.contextmanager
    def unchanging(self) -> Iterator[None]:
        """Let nobody, in this process or another, change anything meanwhile; for a moment.

        Raises:
            VideoGenError: ``database-busy`` or ``database-failing``.
        """
        with self._database.writing():
            yield

    def films_below(self, folder: Path) -> tuple[Path, ...]:
        """The finished films that were put below a folder, as it is written."""
        start = f"{folder}{os.sep}"
        below = func.substr(VIDEO.c.path, 1, len(start)).in_(values_of([start]))
        with self._database.reading() as connection:
            return tuple(map(Path, connection.execute(select(VIDEO.c.path).where(below)).scalars()))

    def count_events(self, before: float) -> int:
        """How many lines the history has from before a moment."""
        with self._database.reading() as connection:
            return history.count(connection, before)

    def forget_events(self, before: float, kind: str, text: str) -> int:
        """Drop the history from before a moment and write a line of that; return how many lines that were."""
        with self._change() as change:
            count = history.forget(change, before)
            if count:
                change.tell([None], kind, text)
            return count
