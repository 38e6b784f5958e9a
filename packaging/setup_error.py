"""The one kind of error that the two commands tell a person: a plain sentence with its exit code."""

from __future__ import annotations

FAILED = 3
TRY_AGAIN_LATER = 75
CANCELLED = 130


class SetupError(Exception):
    """Setting up cannot go on for a reason that lies outside this project.

    Args:
        message: What happened and what the person can do next, in plain sentences.
        exit_code: ``FAILED`` or ``TRY_AGAIN_LATER``, as the pipeline's own exit codes have it.
    """

    def __init__(self, message: str, exit_code: int = FAILED) -> None:
        super().__init__(message)
        self.exit_code = exit_code
