"""What adding a list would do, before anything is added."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from videogen_desktop.jobs.model import AlreadyHere, NewPaper, NotRecognised, PaperFacts, Preview
from videogen_desktop.jobs.store.options import options_columns
from videogen_desktop.jobs.store.papers import Known, Papers, known_among
from videogen_desktop.jobs.store.selecting import among
from videogen_desktop.jobs.store.tables import JOB

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

    from videogen_desktop.jobs.model import JobOptions
    from videogen_desktop.jobs.states import State
    from videogen_desktop.papers.identifiers import Entry, Recognised

_UNREADABLE_NAME = "Its name holds characters that no other program can read; rename it, then add it again."


def preview(
    connection: Connection, recognised: Recognised, options: JobOptions, sources: Sequence[Path]
) -> Preview:
    """Say which papers of a list are new, which are here already, which it names twice."""
    files = [_in_hand(path) for path in sources]
    in_hand = [each for each in files if isinstance(each, NewPaper)]
    asked = [*map(_named, recognised.found), *in_hand]
    known = known_among(connection, [paper.facts for paper in asked])
    papers, again = _told_apart(asked, known)
    here = _jobs_about(connection, papers, known, options)
    unreadable = [each for each in files if isinstance(each, NotRecognised)]
    refused = [NotRecognised(each.line, each.text, each.reason) for each in recognised.refused]
    repeated = [*(_named(duplicate.entry) for duplicate in recognised.duplicates), *again]
    return Preview(
        new=tuple(paper for paper in papers if id(paper) not in here),
        already_here=tuple(here[id(paper)] for paper in papers if id(paper) in here),
        repeated=tuple(sorted(repeated, key=lambda paper: paper.line)),
        not_recognised=(*refused, *unreadable),
    )


def _named(entry: Entry) -> NewPaper:
    names = {name.kind: name.value for name in (*entry.also, entry.identifier)}
    facts = PaperFacts(pmid=names.get("pmid"), pmcid=names.get("pmcid"), doi=names.get("doi"))
    return NewPaper(facts, entry.line, entry.text)


def _in_hand(path: Path) -> NewPaper | NotRecognised:
    absolute = os.path.abspath(path)  # noqa: PTH100 - Path.absolute() leaves ".." as it is
    shown = absolute.encode(errors="replace").decode()
    if shown != absolute:
        return NotRecognised(0, shown, _UNREADABLE_NAME)
    return NewPaper(PaperFacts(source=Path(absolute)), 0, absolute)


def _told_apart(asked: Iterable[NewPaper], known: Papers) -> tuple[list[NewPaper], list[NewPaper]]:
    """The papers, and those that the list names again by a name of which only the store knows whose it is."""
    first, again = [], []
    seen: set[int] = set()
    new = Papers(())
    for number, paper in enumerate(asked):
        same = known.the(paper.facts)
        if (same and same.id in seen) or (not same and new.the(paper.facts)):
            again.append(paper)
            continue
        first.append(paper)
        if same:
            seen.add(same.id)
        else:
            new.add(Known(number, paper.facts))
    return first, again


def _jobs_about(
    connection: Connection, papers: Iterable[NewPaper], known: Papers, options: JobOptions
) -> dict[int, AlreadyHere]:
    """The newest job with equal options about each paper, where there is one, by the paper's identity."""
    same = {id(paper): [each.id for each in known.same_as(paper.facts)] for paper in papers}
    newest = (
        select(JOB.c.paper_id, func.max(JOB.c.id).label("id"), JOB.c.state)
        .where(among(JOB.c.paper_id, {number for numbers in same.values() for number in numbers}))
        .where(JOB.c.options_key == options_columns(options)["options_key"])
        .group_by(JOB.c.paper_id)
    )
    jobs: dict[int, tuple[int, State]] = {
        row.paper_id: (row.id, row.state) for row in connection.execute(newest)
    }
    here = {}
    for paper in papers:
        found = [jobs[number] for number in same[id(paper)] if number in jobs]
        if found:
            here[id(paper)] = AlreadyHere(paper, *max(found))
    return here
