"""What an export came to, counted in films, and what went wrong with which."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from videogen_desktop.desktop.export import Outcome, Receipt
    from videogen_desktop.jobs.model import Problem


@dataclass(frozen=True)
class Tally:
    """An export counted in films.

    A film counts once: as failed when any of its files failed or was not there, else as cancelled when any
    was, else as exported when any was written, else as skipped.

    Attributes:
        exported: Films that were written.
        skipped: Films whose files were there already.
        failed: Films of which something could not be written.
        cancelled: Films that were not written, or not whole, because the person stopped the export.
        problems: What went wrong or was in the way, each once, in the order in which it did.
    """

    exported: int
    skipped: int
    failed: int
    cancelled: int
    problems: tuple[Problem, ...]


def tally_of(receipt: Receipt) -> Tally:
    """Count an export."""
    outcomes: defaultdict[int, list[Outcome]] = defaultdict(list)
    for outcome in receipt.outcomes:
        outcomes[outcome.item.job_id].append(outcome)
    lacking = {left.job_id for left in receipt.left_out}
    ends = [_end(outcomes[job.id], lacking=job.id in lacking) for job in receipt.jobs]
    return Tally(
        ends.count("exported"),
        ends.count("skipped"),
        ends.count("failed"),
        ends.count("cancelled"),
        _problems(receipt),
    )


def list_of(receipt: Receipt, say: Callable[[str], str] = str) -> str:
    """The whole export as lines to be pasted: each file with what became of it, then what was left out.

    Args:
        receipt: What was done.
        say: Says words and sentences in the language of the window.
    """
    lines = [str(receipt.folder)]
    for outcome in receipt.outcomes:
        reason = f"\t{say(outcome.problem.message)}" if outcome.problem else ""
        lines.append(f"{say(outcome.result)}\t{outcome.item.target.name}{reason}")
    lines += [f"{say('left out')}\t{say(left.problem.message)}" for left in receipt.left_out]
    return "\n".join(lines) + "\n"


def _end(outcomes: list[Outcome], *, lacking: bool) -> str:
    results = {outcome.result for outcome in outcomes}
    if lacking or "failed" in results:
        return "failed"
    if "cancelled" in results:
        return "cancelled"
    return "exported" if results & {"exported", "replaced"} else "skipped"


def _problems(receipt: Receipt) -> tuple[Problem, ...]:
    in_the_way = [outcome.problem for outcome in receipt.outcomes if outcome.problem]
    found = [left.problem for left in receipt.left_out] + in_the_way
    if receipt.record_problem:
        found.append(receipt.record_problem)
    return tuple(dict.fromkeys(found))
