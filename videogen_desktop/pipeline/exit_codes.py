"""Exit codes of the command line: 0 done, 2 wrong usage or input, 3 failed for good, 75 later, 130 cancelled.

75 is ``EX_TEMPFAIL`` of BSD's sysexits.h; 130 is what a shell gives a process that Ctrl+C ended.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from videogen_desktop.errors import VideoGenError

USAGE = 2
FAILED = 3
LATER = 75
CANCELLED = 130

_USAGE_CODES = frozenset(
    {
        "bad-identifier",
        "bad-input",
        "bad-logo",
        "bad-script",
        "foreign-folder",
        "not-in-source",
        "other-paper",
        "step-missing",
    }
)


def exit_code(error: VideoGenError) -> int:
    """The exit code that the contract gives an error."""
    if error.code == "cancelled":
        return CANCELLED
    if error.code in _USAGE_CODES:
        return USAGE
    return LATER if error.retryable else FAILED
