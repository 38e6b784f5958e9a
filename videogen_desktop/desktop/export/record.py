"""A table of what was exported, for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from videogen_desktop.desktop.export.parts import KINDS
from videogen_desktop.papers.citation import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from videogen_desktop.desktop.export.model import LeftOut, Outcome, Receipt
    from videogen_desktop.jobs.model import Job

HEADINGS = (
    "title", "authors", "journal", "year", "PMID", "PMCID", "DOI", "licence",
    "file", "duration in s", "made at", "outcome",
)  # fmt: skip
_IN_THE_FOLDER = {"exported", "replaced", "skipped"}
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection")."""


def record_csv(receipt: Receipt) -> bytes:
    """Return a row a film: UTF-8 with the mark that Excel knows it by, quoted as in RFC 4180.

    No cell is a formula: one that would be begins with an apostrophe.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    outcomes: defaultdict[int, list[Outcome]] = defaultdict(list)
    for outcome in receipt.outcomes:
        outcomes[outcome.item.job_id].append(outcome)
    left_out: defaultdict[int, list[LeftOut]] = defaultdict(list)
    for left in receipt.left_out:
        left_out[left.job_id].append(left)
    for job in receipt.jobs:
        writer.writerow(map(harmless, _row(job, outcomes[job.id], left_out[job.id])))
    return text.getvalue().encode("utf-8-sig")


def harmless(cell: str) -> str:
    """Return a cell on one line that no spreadsheet takes for a formula."""
    line = one_line(cell)
    return f"'{line}" if line.startswith(_FORMULA) else line


def _row(job: Job, outcomes: Sequence[Outcome], left_out: Sequence[LeftOut]) -> tuple[str, ...]:
    paper, film = job.paper, job.film
    there = [outcome.item for outcome in outcomes if outcome.result in _IN_THE_FOLDER and not outcome.problem]
    made_at = datetime.fromtimestamp(film.made_at, UTC).isoformat(timespec="seconds") if film else ""
    return (
        paper.title,
        "; ".join(paper.authors),
        paper.journal,
        str(paper.year or ""),
        paper.pmid or "",
        paper.pmcid or "",
        paper.doi or "",
        paper.licence,
        there[0].target.name if there else "",
        f"{film.duration_s:.1f}" if film else "",
        made_at,
        " ".join((*map(_told, outcomes), *(left.problem.message for left in left_out))),
    )


def _told(outcome: Outcome) -> str:
    if outcome.problem:
        return outcome.problem.message
    name = KINDS[outcome.item.part].name
    return f"{name[0].upper()}{name[1:]} {outcome.result}."
