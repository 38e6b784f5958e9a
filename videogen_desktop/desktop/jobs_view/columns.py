"""The columns of the list of jobs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from videogen_desktop.desktop.translating import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from videogen_desktop.jobs.model import SortKey


@dataclass(frozen=True)
class Column:
    """A column: its name for files, its heading, what it is sorted by, its width in pixels at first."""

    name: str
    heading: str
    sort: SortKey
    width: int
    shown: bool = True


COLUMNS: Final = (
    Column("paper", QT_TRANSLATE_NOOP("Columns", "Paper"), "title", 520),
    Column("state", QT_TRANSLATE_NOOP("Columns", "State"), "state", 210),
    Column("place", QT_TRANSLATE_NOOP("Columns", "Place in line"), "queue", 110, shown=False),
    Column("authors", QT_TRANSLATE_NOOP("Columns", "Authors"), "authors", 180, shown=False),
    Column("journal", QT_TRANSLATE_NOOP("Columns", "Journal"), "journal", 160, shown=False),
    Column("year", QT_TRANSLATE_NOOP("Columns", "Year"), "year", 70, shown=False),
    Column("progress", QT_TRANSLATE_NOOP("Columns", "Progress"), "progress", 90, shown=False),
    Column("length", QT_TRANSLATE_NOOP("Columns", "Length"), "length", 80, shown=False),
    Column("added", QT_TRANSLATE_NOOP("Columns", "Added"), "added", 140, shown=False),
    Column("finished", QT_TRANSLATE_NOOP("Columns", "Finished"), "finished", 140, shown=False),
    Column("priority", QT_TRANSLATE_NOOP("Columns", "Priority"), "queue", 130, shown=False),
)
PAPER: Final = 0
STATE: Final = 1
PLACE: Final = 2
CONTEXT: Final = "Columns"
