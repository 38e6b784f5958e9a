"""When to ask again, and how long to wait before."""

from __future__ import annotations

import math
from dataclasses import dataclass
from email.utils import parsedate_to_datetime


@dataclass(frozen=True)
class RetryRules:
    """Exponential backoff with full jitter, and a limit to how long a host is waited for.

    Args:
        attempts: How often to ask in all.
        first_s: The longest wait after the first failure; it doubles with each.
        longest_s: The longest wait of all.
        longest_asked_s: The longest wait that a host may ask for; beyond it the person decides.
    """

    attempts: int = 4
    first_s: float = 0.5
    longest_s: float = 20.0
    longest_asked_s: float = 60.0

    def wait_s(self, failures: int, asked_s: float | None, chance: float) -> float:
        """Return the seconds to wait after so many failures, ``chance`` being in [0, 1)."""
        spread = chance * min(self.longest_s, self.first_s * 2.0 ** (failures - 1))
        if asked_s is None:
            return spread
        return asked_s + chance * self.first_s

    def gives_up(self, failures: int, asked_s: float | None) -> bool:
        """Whether asking again is no use now."""
        return failures >= self.attempts or (asked_s is not None and asked_s > self.longest_asked_s)


def retry_after_s(value: str | None, now: float) -> float | None:
    """Read a Retry-After field (RFC 9110, 10.2.3): seconds, or a date.

    Args:
        value: The field's value.
        now: Seconds since 1970.

    Returns:
        Seconds from now, never below 0; None when the field is missing or says nothing.
    """
    text = (value or "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        seconds = parsedate_to_datetime(text).timestamp() - now
    except (ValueError, OverflowError, OSError):
        return None
    return max(0.0, seconds) if math.isfinite(seconds) else None
