"""The states of a job and the moves between them: one table, and the store refuses every other move."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Mapping

State = Literal[
    "queued", "running", "waiting", "paused", "needs-attention", "completed", "failed", "cancelled"
]
STATES: tuple[State, ...] = get_args(State)

MOVES: Mapping[State, frozenset[State]] = {
    "queued": frozenset({"running", "paused", "cancelled"}),
    "running": frozenset(
        {"queued", "waiting", "paused", "needs-attention", "completed", "failed", "cancelled"}
    ),
    "waiting": frozenset({"running", "queued", "paused", "cancelled"}),
    "paused": frozenset({"queued", "waiting", "cancelled"}),
    "needs-attention": frozenset({"queued", "cancelled"}),
    "completed": frozenset({"queued"}),
    "failed": frozenset({"queued"}),
    "cancelled": frozenset({"queued", "waiting", "paused", "needs-attention"}),
}
"""Where a job may go from each state. A waiting job runs again when its time has come; one that was paused
while it waited goes back to waiting; completed and failed ones go where their owner sends them, and so
do cancelled ones, or else back to where they were."""

ENDED: frozenset[State] = frozenset({"completed", "failed", "cancelled"})
"""Nothing more happens to a job in one of these unless its owner asks."""

OPEN: frozenset[State] = frozenset({"queued", "running", "waiting"})
"""The queue still works on these by itself."""

IN_LINE: frozenset[State] = frozenset({"queued", "waiting", "paused", "needs-attention"})
"""A job in one of these has a place in the order in which films are made."""

SAME_FILM = "same-film"
"""The problem of a paused job that was set aside, since another one makes its film; the kind of the line of
history that says so, too."""


def may_move(now: State, to: State) -> bool:
    """Whether a job may go from one state to another."""
    return to in MOVES[now]


def why_not(now: State, to: State) -> str:
    """A sentence for a person saying why a job in one state cannot be brought to another."""
    if now == to:
        return f"It is {now} already."
    return f"It is {now}, and from there it cannot become {to}."
