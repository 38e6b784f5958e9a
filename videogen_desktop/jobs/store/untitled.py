"""Papers of which no more is known than the name they were added by, and filling in what is found out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from videogen_desktop.jobs.store import papers
from videogen_desktop.jobs.store.rows import PAPER_COLUMNS, facts_of
from videogen_desktop.jobs.store.tables import JOB, PAPER

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from contextlib import AbstractContextManager

    from sqlalchemy import Connection

    from videogen_desktop.jobs.model import PaperFacts
    from videogen_desktop.jobs.store.changing import Change

_STILL_UNTITLED = select(*PAPER_COLUMNS).where(  # built once: it is asked for each paper
    PAPER.c.id == bindparam("number"), PAPER.c.title == "", PAPER.c.source.is_(None)
)


@dataclass(frozen=True)
class Untitled:
    """A job whose paper has no title yet."""

    job_id: int
    paper_id: int
    facts: PaperFacts


class UntitledPapers:
    """The papers without a title that are to be fetched; one in hand is told of by its file alone.

    Args:
        reading: Gives one moment of the database.
        change: Gives one change of it.
    """

    def __init__(
        self,
        reading: Callable[[], AbstractContextManager[Connection]],
        change: Callable[[], AbstractContextManager[Change]],
    ) -> None:
        self._reading = reading
        self._change = change

    def after(self, job_id: int, limit: int) -> tuple[Untitled, ...]:
        """The first jobs about such papers with a number above ``job_id``."""
        wanted = (
            select(JOB.c.id, JOB.c.paper_id, *PAPER_COLUMNS)
            .select_from(JOB.join(PAPER))
            .where(JOB.c.sort_title.is_(None), PAPER.c.title == "", PAPER.c.source.is_(None))
            .where(JOB.c.id > job_id)
            .order_by(JOB.c.id)
            .limit(limit)
        )
        with self._reading() as connection:
            return tuple(Untitled(row.id, row.paper_id, facts_of(row)) for row in connection.execute(wanted))

    def describe(self, found: Mapping[int, PaperFacts]) -> None:
        """Fill in what is empty of these papers, by their numbers, unless they have got a title meanwhile.

        What a pipeline has told stays as it is, also where a paper turns out to be one that is here already.
        """
        with self._change() as change:
            for number, summary in found.items():
                row = change.connection.execute(_STILL_UNTITLED, {"number": number}).first()
                if row is None:  # it has a title, or was joined with another, perhaps just now
                    continue
                facts = papers.canonical(_completed(facts_of(row), summary))
                papers.describe(change, number, _completed(_told(change.connection, facts), facts))


def _told(connection: Connection, facts: PaperFacts) -> PaperFacts:
    """What is known of a paper already under another of its names; just ``facts`` when that is nothing."""
    same = papers.known_among(connection, [facts]).same_as(facts)
    titled = (paper.facts for paper in same if paper.facts.title and paper.facts.source is None)
    return next(titled, facts)


def _completed(known: PaperFacts, found: PaperFacts) -> PaperFacts:
    missing = {name: value for name, value in vars(found).items() if not getattr(known, name)}
    return replace(known, **missing)
