"""Telling the store how an attempt ended, sooner or later."""

from __future__ import annotations

import logging
from collections import deque
from typing import TYPE_CHECKING

from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.model import Ending, Problem
from videogen_desktop.jobs.store import LeaseLost
from videogen_desktop.jobs.trouble import trouble_of

if TYPE_CHECKING:
    from videogen_desktop.jobs.model import Claim, Job
    from videogen_desktop.jobs.store import JobStore

BY_MISTAKE = Ending(
    "failed",
    "failed",
    problem=Problem(
        "internal",
        "The program made a mistake while it worked on this film.",
        "Try it again; if it fails again, send the zip file that “videogen jobs doctor” writes.",
    ),
)
"""An attempt that a fault in the program ended."""

_log = logging.getLogger(__name__)


class Untold(VideoGenError):  # noqa: N818 - a name of this room
    """The store could not be told how an attempt ended before the queue did.

    Args:
        ending: How it ended.
        error: Why the store could not be told.
    """

    def __init__(self, ending: Ending, error: VideoGenError) -> None:
        super().__init__(error.code, error.message, error.hint, retryable=error.retryable)
        self.ending = ending


def ending_after(error: VideoGenError) -> Ending:
    """An attempt that the store could not follow is done again; any other error is the job's own end.

    Where it is known how the attempt ended, such as with a film in its place, that is what counts.
    """
    if isinstance(error, Untold):
        return error.ending
    if error.code.startswith("database-") or trouble_of(error.code) is not None:
        return Ending("queued", "interrupted")
    problem = Problem(error.code, error.message, error.hint, error.retryable, error.retry_after_s)
    return Ending("failed", "failed", problem=problem)


class Endings:
    """Finishes attempts in the store, and keeps those that it could not be told of until it can."""

    def __init__(self, store: JobStore) -> None:
        self._store = store
        self._owed: deque[tuple[Claim, Ending]] = deque()

    def tell(self, claim: Claim, ending: Ending) -> Job | None:
        """Finish an attempt.

        Returns:
            The job as it then stands; None when another worker has it.

        Raises:
            VideoGenError: The store cannot be told; ``tell_owed`` will if that is a matter of time.
        """
        try:
            return self._store.finish(claim, ending)
        except LeaseLost:
            _log.warning("Job %d was taken by another worker meanwhile.", claim.job.id)
            return None
        except VideoGenError as error:
            if error.retryable:
                self._owed.append((claim, ending))
            raise

    def tell_owed(self) -> VideoGenError | None:
        """Tell what could not be told before; what still cannot stays owed, and why is returned."""
        for _ in range(len(self._owed)):
            try:
                self.tell(*self._owed.popleft())
            except VideoGenError as error:
                return error
        return None
