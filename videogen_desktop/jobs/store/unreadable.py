"""A job whose options are of another version, or damaged: it asks its owner, and the queue goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from videogen_desktop.jobs.model import Ending, Problem
from videogen_desktop.jobs.store.finishing import finish

if TYPE_CHECKING:
    from collections.abc import Sequence

    from videogen_desktop.jobs.model import Claim
    from videogen_desktop.jobs.store.changing import Change


def give_up(change: Change, claim: Claim, unread: Sequence[str]) -> None:
    """Make no film otherwise than it was ordered, of a job that was claimed just now.

    Args:
        change: The transaction.
        claim: The job.
        unread: The names of the options that cannot be read.
    """
    problem = Problem(
        "bad-options",
        f"It cannot be read how this film is to be made ({', '.join(unread)}).",
        "Choose its options again, or remove it and add its paper anew.",
    )
    finish(change, claim, Ending("needs-attention", "attention", problem))
