"""What chance chooses among for the machine, and what it must have come upon in the end."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.jobs.store.machine_model import NAMES
from tests.jobs.store.queues import TROUBLE, a_film
from videogen_desktop.jobs.model import Ending, Problem
from videogen_desktop.jobs.states import MOVES, State
from videogen_desktop.jobs.store import LONGEST_WAIT_S


def ending(kind: str, now: float, attempt: int) -> Ending:
    """A way in which a worker gives a job back."""
    gone = Problem("paper-not-found", "There is no such paper.", "Check the PMID.")
    return {
        "completed": Ending("completed", "completed", film=a_film(attempt)),
        "failed": Ending("failed", "failed", gone, counts_as="failure"),
        "poison": Ending("failed", "crashed", gone, counts_as="crash"),
        "crashed": Ending("queued", "crashed", TROUBLE, counts_as="crash"),
        "interrupted": Ending("queued", "interrupted"),
        "retry": Ending("waiting", "retry", TROUBLE, not_before=now + 600, counts_as="failure"),
        "paused": Ending("paused", "paused"),
        "paused while failing": Ending("paused", "paused", TROUBLE, not_before=now + 600),
        "review": Ending("needs-attention", "attention", Problem("review", "Written.", "Look at it.")),
        "retracted": Ending("needs-attention", "attention", Problem("retracted", "Retracted.", "Decide.")),
        "cancelled": Ending("cancelled", "cancelled"),
    }[kind]


KINDS = (
    "completed", "failed", "poison", "crashed", "interrupted", "retry", "retry", "paused",
    "paused while failing", "review", "retracted", "cancelled",
)  # fmt: skip
KIND = st.sampled_from(KINDS)
CHANCE = st.randoms(use_true_random=True)
"""Each choice as likely as the others, which Hypothesis itself does not care for."""
MOST_JOBS = 12
NAME = st.sampled_from(NAMES)
ADDED = st.lists(NAME, min_size=1, max_size=3)
SELDOM = st.sampled_from((True, False, False, False))
WHICH = st.integers(0, 7)
MOSTLY = 6
FRACTIONS = st.sampled_from((0.0, 0.25, 0.5, 1.0))
LEAPS = st.sampled_from((0.0, 0.0, 0.0, -1e6, -LONGEST_WAIT_S, -1.0, LONGEST_WAIT_S, 1e6))
SOME = st.lists(st.integers(0, MOST_JOBS), min_size=1, max_size=3)
"""Which jobs, by their place among all that there ever were."""
ASKED: tuple[tuple[str, ...], ...] = ((), ("pause",), ("pause",), ("cancel",), ("pause", "resume"))
"""What the owner asks of a running job before it ends."""
ASKED_OF_WAITING: tuple[tuple[str, ...], ...] = (("pause",), ("pause", "resume"), ("cancel",), ("retry",))

EVERY_ENDING = {(request, state) for request in (None, "pause", "cancel") for state in MOVES["running"]}
"""What may have been asked of a job when its worker brings it to a state."""

EVERY_MOVE: set[tuple[State, State]] = {(now, to) for now, reached in MOVES.items() for to in reached}
