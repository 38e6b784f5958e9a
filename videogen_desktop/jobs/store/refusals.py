"""What the store does not do: take a late write, or make a move that is not in the table of moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.states import why_not

if TYPE_CHECKING:
    from videogen_desktop.jobs.states import State


class LeaseLost(Exception):  # noqa: N818 - it says what happened; nothing went wrong
    """The attempt that wrote is not the one that holds the job; nothing was changed."""

    def __init__(self, job_id: int, attempt: int) -> None:
        super().__init__(f"attempt {attempt} does not hold job {job_id} any more")
        self.job_id = job_id
        self.attempt = attempt


class IllegalMove(VideoGenError):  # noqa: N818 - the same
    """A move that is not in the table of moves; nothing was changed."""

    def __init__(self, now: State, to: State) -> None:
        super().__init__(
            "illegal-move", why_not(now, to), "Look at the job again; it may have gone on since."
        )
        self.now = now
        self.to = to
