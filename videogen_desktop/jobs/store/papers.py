"""Papers: one row each, found by any of their names, and joined when two turn out to be one."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, or_, select, update

from videogen_desktop.jobs.model import PaperFacts
from videogen_desktop.jobs.store.rows import PAPER_COLUMNS, facts_of, paper_columns
from videogen_desktop.jobs.store.searching import folded, text_columns
from videogen_desktop.jobs.store.selecting import among, insert_rows, last_number
from videogen_desktop.jobs.store.tables import JOB, PAPER, TEXT
from videogen_desktop.papers.identifiers.forms import lower_ascii
from videogen_desktop.papers.identifiers.recognised import STRENGTH

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from sqlalchemy import Connection

    from videogen_desktop.jobs.store.changing import Change

_QUOTES = re.compile(r"^[\W_]+")
"""What stands before the first letter or digit of a title."""


@dataclass(frozen=True)
class Known:
    """A paper that has a row."""

    id: int
    facts: PaperFacts


class Papers:
    """Papers by their names.

    Two are the same when the strongest kind of name that both have is equal (PMID before PMCID before DOI),
    so records with different PMIDs stay apart even when they share a DOI.
    """

    def __init__(self, papers: Iterable[Known]) -> None:
        self._by_name: dict[tuple[str, str], list[Known]] = defaultdict(list)
        for paper in papers:
            self.add(paper)

    def add(self, paper: Known) -> None:
        """Add one."""
        for name in names_of(paper.facts):
            self._by_name[name].append(paper)

    def same_as(self, facts: PaperFacts) -> list[Known]:
        """All that share a name with a paper and have no stronger one that is another, oldest first."""
        sharing = {paper.id: paper for name in names_of(facts) for paper in self._by_name.get(name, ())}
        return [sharing[number] for number in sorted(sharing) if _agree(sharing[number].facts, facts)]

    def the(self, facts: PaperFacts) -> Known | None:
        """The one that a job about this paper belongs to: the paper in hand, or the one that is fetched."""
        return next((paper for paper in self.same_as(facts) if paper.facts.source == facts.source), None)


def names_of(facts: PaperFacts) -> list[tuple[str, str]]:
    """Every name of a paper, by its kind."""
    names = []
    if facts.pmid:
        names.append(("pmid", facts.pmid))
    if facts.pmcid:
        names.append(("pmcid", facts.pmcid))
    if facts.doi:
        names.append(("doi", facts.doi))
    if facts.source:
        names.append(("source", str(facts.source)))
    return names


def canonical(facts: PaperFacts) -> PaperFacts:
    """The paper with its DOI as DOIs are compared."""
    return replace(facts, doi=lower_ascii(facts.doi)) if facts.doi else facts


def known_among(connection: Connection, facts: Iterable[PaperFacts]) -> Papers:
    """The papers in the store that share a name with any of these."""
    wanted: dict[str, list[str]] = defaultdict(list)
    for each in facts:
        for kind, value in names_of(each):
            wanted[kind].append(value)
    if not wanted:
        return Papers(())
    either = or_(*(among(PAPER.c[kind], values) for kind, values in wanted.items()))
    rows = connection.execute(select(PAPER.c.id, *PAPER_COLUMNS).where(either))
    return Papers(Known(row.id, facts_of(row)) for row in rows)


def joined(connection: Connection, facts: Sequence[PaperFacts]) -> list[Known]:
    """The row of each paper; those that are not there are added."""
    facts = [canonical(each) for each in facts]
    papers = known_among(connection, facts)
    last = last_number(connection, PAPER)
    found, new = [], []
    for each in facts:
        paper = papers.the(each)
        if paper is None:
            last += 1
            paper = Known(last, each)
            papers.add(paper)
            new.append(paper)
        found.append(paper)
    rows = ([paper.id, *paper_columns(paper.facts).values()] for paper in new)
    insert_rows(connection, PAPER, ["id", *paper_columns(PaperFacts())], rows, {})
    return found


def describe(change: Change, paper_id: int, facts: PaperFacts) -> None:
    """Fill in what was found out about a paper; what is not known now stays as it was.

    Jobs about the same paper are brought under one row, that of the oldest. ``paper_id`` must have been read
    in this transaction.
    """
    before = facts_of(change.connection.execute(select(*PAPER_COLUMNS).where(PAPER.c.id == paper_id)).one())
    after = _filled(before, canonical(facts))
    kept = _brought_together(change, paper_id, after)
    if after != before or kept != paper_id:
        columns = paper_columns(after)
        change.connection.execute(update(PAPER).where(PAPER.c.id == kept).values(columns))
        _show(change, kept, after)


def sort_columns(facts: PaperFacts) -> dict[str, Any]:
    """What jobs about a paper are sorted by; None where that is unknown."""
    title = folded(facts.title)
    return {
        "sort_title": _QUOTES.sub("", title) or title or None,
        "sort_authors": folded(", ".join(facts.authors)) or None,
        "sort_journal": folded(facts.journal) or None,
        "sort_year": facts.year or None,
    }


def _filled(before: PaperFacts, facts: PaperFacts) -> PaperFacts:
    told = {name: value for name, value in vars(facts).items() if value}
    sources: dict[str, Path | None] = {"source": before.source}
    whole = {"retracted": facts.retracted, "abstract_only": facts.abstract_only}
    return replace(before, **told | sources | whole)


def _brought_together(change: Change, paper_id: int, facts: PaperFacts) -> int:
    same = known_among(change.connection, [facts]).same_as(facts)
    numbers = sorted({paper_id, *(paper.id for paper in same if paper.facts.source == facts.source)})
    kept, gone = numbers[0], numbers[1:]
    if gone:
        change.connection.execute(update(JOB).where(among(JOB.c.paper_id, gone)).values(paper_id=kept))
        change.connection.execute(delete(PAPER).where(among(PAPER.c.id, gone)))
    return kept


def _show(change: Change, paper_id: int, facts: PaperFacts) -> None:
    """Let the jobs about a paper be sorted and found by what is known of it now."""
    ids = list(change.connection.execute(select(JOB.c.id).where(JOB.c.paper_id == paper_id)).scalars())
    if not ids:
        return
    change.update_jobs(ids, **sort_columns(facts))
    words = update(TEXT).where(TEXT.c.rowid == bindparam("job"))
    change.connection.execute(
        words.values({name: bindparam(name) for name in text_columns(facts)}),
        [{"job": job_id, **text_columns(facts)} for job_id in ids],
    )


def _agree(one: PaperFacts, other: PaperFacts) -> bool:
    for kind in STRENGTH:
        mine, yours = getattr(one, kind), getattr(other, kind)
        if mine and yours:
            return bool(mine == yours)
    return True
