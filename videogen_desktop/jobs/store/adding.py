"""Take papers into the queue, thousands in one transaction."""

from __future__ import annotations

import re
import secrets
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from videogen_desktop.jobs.model import PaperFacts, Progress
from videogen_desktop.jobs.store.moves import RANK
from videogen_desktop.jobs.store.options import options_columns
from videogen_desktop.jobs.store.ordering import GAP
from videogen_desktop.jobs.store.papers import joined, sort_columns
from videogen_desktop.jobs.store.rows import problem_columns, progress_columns
from videogen_desktop.jobs.store.searching import text_columns
from videogen_desktop.jobs.store.selecting import insert_rows, last_number
from videogen_desktop.jobs.store.tables import JOB, TEXT
from videogen_desktop.jobs.store.twins import here_already, made_beside

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from videogen_desktop.jobs.model import JobOptions, NewPaper
    from videogen_desktop.jobs.states import State
    from videogen_desktop.jobs.store.changing import Change

_LONGEST_NAME = 60
"""Characters of a paper's name in the name of a folder: paths must stay under what Windows allows."""
_DRAWN = 4
"""Bytes drawn at random for a folder's name."""
_UNFIT = re.compile(r"[^a-z0-9.]+")


def add(
    change: Change, papers: Sequence[NewPaper], options: JobOptions, priority: int, state: State
) -> tuple[int, ...]:
    """Add a job for each paper, behind all others of that priority; return their numbers in that order."""
    if not papers:
        return ()
    connection = change.connection
    known = joined(connection, [paper.facts for paper in papers])
    here = here_already(connection, {paper.id for paper in known}, options_columns(options)["options_key"])
    first = last_number(connection, JOB) + 1
    place = max(first * GAP, _last_position(connection, priority) + GAP)
    numbers = range(first, first + len(papers))
    keys = folder_keys([paper.facts for paper in known])
    rows = [
        (number, place + (number - first) * GAP, key, paper.id, *sort_columns(paper.facts).values())
        for number, key, paper in zip(numbers, keys, known, strict=True)
    ]
    own = ["id", "position", "key", "paper_id", *sort_columns(PaperFacts())]
    insert_rows(connection, JOB, own, rows, _shared_columns(change, options, priority, state))
    words = [
        (number, *text_columns(paper.facts).values()) for number, paper in zip(numbers, known, strict=True)
    ]
    insert_rows(connection, TEXT, ["rowid", *text_columns(PaperFacts())], words, {"script": ""})
    ids = tuple(numbers)
    change.touch(ids)
    again = [number for number, paper in zip(numbers, known, strict=True) if paper.id in here]
    change.tell(ids, "added", "Added.")
    if again:
        change.tell(again, "again", "A job for the same film was in the list already.")
        change.update_jobs([*again, *made_beside(connection, again)], wanted_anyway=True)
    return ids


def folder_keys(papers: Sequence[PaperFacts]) -> list[str]:
    """A new name for each job's folders: what its paper is called, and a number that no other job has."""
    drawn = secrets.token_hex(_DRAWN * len(papers))
    numbers = (drawn[start : start + 2 * _DRAWN] for start in range(0, len(drawn), 2 * _DRAWN))
    return [f"{_folder_name(facts)}-{number}" for facts, number in zip(papers, numbers, strict=True)]


def _folder_name(facts: PaperFacts) -> str:
    if facts.source:
        kind, name = "file", facts.source.stem
    elif facts.pmid:
        kind, name = "pmid", facts.pmid
    elif facts.pmcid:
        kind, name = "pmcid", facts.pmcid
    else:
        kind, name = "doi", facts.doi or ""
    fit = _UNFIT.sub("-", name.lower())[:_LONGEST_NAME].strip("-.")
    return f"{kind}-{fit}" if fit else kind


def _shared_columns(change: Change, options: JobOptions, priority: int, state: State) -> dict[str, Any]:
    return {
        **options_columns(options),
        **progress_columns(Progress()),
        **problem_columns(None),
        "state": state,
        "sort_state": RANK[state],
        "priority": priority,
        "attempt": 0,
        "failures": 0,
        "crashes": 0,
        "approved": False,
        "from_scratch": False,
        "wanted_anyway": False,
        "created_at": change.now,
        "changed_at": change.now,
        "worked_s": 0.0,
        "work_bytes": 0,
        "revision": change.revision,
    }


def _last_position(connection: Connection, priority: int) -> int:
    last = select(func.max(JOB.c.position)).where(JOB.c.priority == priority)
    return connection.execute(last).scalar() or 0
