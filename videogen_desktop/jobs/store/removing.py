"""Jobs taken out of the list, whole, and put back as they were."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import delete, insert, select

from videogen_desktop.jobs.model import Decided, Refusal, RemovedJobs
from videogen_desktop.jobs.store.deciding import GONE
from videogen_desktop.jobs.store.ordering import keep_apart
from videogen_desktop.jobs.store.papers import joined, sort_columns
from videogen_desktop.jobs.store.rows import facts_from
from videogen_desktop.jobs.store.searching import text_columns
from videogen_desktop.jobs.store.selecting import among
from videogen_desktop.jobs.store.tables import ATTEMPT, JOB, PAPER, TEXT, VIDEO

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection, TableClause

    from videogen_desktop.jobs.store.changing import Change
    from videogen_desktop.jobs.store.papers import Known


def remove(change: Change, ids: Sequence[int]) -> tuple[Decided, RemovedJobs]:
    """Take out jobs that are not running; what is returned holds everything about them but their history."""
    wanted = dict.fromkeys(ids)
    found = change.connection.execute(select(JOB.c.id, JOB.c.state).where(among(JOB.c.id, wanted)))
    states = {row.id: row.state for row in found}
    refused = {
        number: GONE if number not in states else "It is running; cancel it first."
        for number in wanted
        if states.get(number, "running") == "running"
    }
    gone = [number for number in wanted if number not in refused]
    removed = RemovedJobs(_rows_about(change.connection, gone), tuple(gone))
    if gone:
        change.connection.execute(delete(TEXT).where(among(TEXT.c.rowid, gone)))
        change.connection.execute(delete(JOB).where(among(JOB.c.id, gone)))
        change.bury(gone)
        change.tell(gone, "removed", "Taken out of the list by its owner.")
    return Decided(tuple(gone), tuple(Refusal(*each) for each in refused.items())), removed


def restore(change: Change, removed: RemovedJobs) -> Decided:
    """Put removed jobs back with their old numbers; those that are there again already are refused."""
    there = set(change.connection.execute(select(JOB.c.id).where(among(JOB.c.id, removed.ids))).scalars())
    back = [number for number in removed.ids if number not in there]
    if back:
        _put_back(change, removed, set(back))
        keep_apart(change, {cast("int", row["priority"]) for row in removed.rows[JOB.name]})
        change.unbury(back)
        change.touch(back)
        change.tell(back, "restored", "Put back into the list.")
    return Decided(tuple(back), tuple(Refusal(number, "It is in the list.") for number in sorted(there)))


def _rows_about(connection: Connection, ids: Sequence[int]) -> dict[str, tuple[Mapping[str, object], ...]]:
    papers = select(JOB.c.paper_id).where(among(JOB.c.id, ids))
    chosen: dict[TableClause, ColumnElement[bool]] = {
        PAPER: PAPER.c.id.in_(papers),
        JOB: among(JOB.c.id, ids),
        ATTEMPT: among(ATTEMPT.c.job_id, ids),
        VIDEO: among(VIDEO.c.job_id, ids),
        TEXT: among(TEXT.c.rowid, ids),
    }
    return {
        table.name: tuple(dict(row._mapping) for row in connection.execute(select(table).where(which)))
        for table, which in chosen.items()
    }


def _put_back(change: Change, removed: RemovedJobs, back: set[int]) -> None:
    """Insert the rows; the papers may have been described or joined since, so each is looked up anew."""
    rows: dict[str, list[dict[str, Any]]] = {
        name: [dict(row) for row in kept] for name, kept in removed.rows.items()
    }
    known = joined(change.connection, [facts_from(paper) for paper in rows[PAPER.name]])
    papers = {paper["id"]: now for paper, now in zip(rows[PAPER.name], known, strict=True)}
    about: dict[int, Known] = {}
    for job in rows[JOB.name]:
        about[job["id"]] = paper = papers[job["paper_id"]]
        job |= sort_columns(paper.facts) | {"paper_id": paper.id, "revision": change.revision}
    for words in rows[TEXT.name]:
        words |= text_columns(about[words["rowid"]].facts)
    numbers = {JOB: "id", ATTEMPT: "job_id", VIDEO: "job_id", TEXT: "rowid"}
    for table, number in numbers.items():
        kept = [row for row in rows[table.name] if row[number] in back]
        if kept:
            change.connection.execute(insert(table), kept)
