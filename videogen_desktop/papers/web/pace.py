"""How often a host may be asked: a token bucket each, shared by every thread of the process."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx2

    from videogen_desktop.papers.web.timing import Timing


@dataclass(frozen=True)
class Rate:
    """At most ``per_second`` requests in the long run and ``burst`` at once."""

    per_second: float
    burst: int = 1


class RateLimits:
    """One bucket a host. Make one for the process and hand it to every client.

    Args:
        rates: The rate of each host that has one of its own.
        default: The rate of every other host.
    """

    def __init__(self, rates: Mapping[httpx2.Origin, Rate], default: Rate) -> None:
        self._rates = dict(rates)
        self._default = default
        self._buckets: dict[httpx2.Origin, _Bucket] = {}
        self._lock = threading.Lock()

    def take(self, origin: httpx2.Origin, timing: Timing) -> None:
        """Wait until this host may be asked once more.

        Raises:
            VideoGenError: ``cancelled``.
        """
        while True:
            with self._lock:
                delay = self._bucket(origin, timing).delay_or_take(timing.clock())
            timing.wait(delay)
            if delay <= 0:
                return

    def hold(self, origin: httpx2.Origin, seconds: float, timing: Timing) -> None:
        """Ask this host nothing for so many seconds, from any thread."""
        with self._lock:
            bucket = self._bucket(origin, timing)
            bucket.closed_until = max(bucket.closed_until, timing.clock() + seconds)

    def _bucket(self, origin: httpx2.Origin, timing: Timing) -> _Bucket:
        if origin not in self._buckets:
            rate = self._rates.get(origin, self._default)
            self._buckets[origin] = _Bucket(rate, tokens=rate.burst, filled_at=timing.clock())
        return self._buckets[origin]


@dataclass
class _Bucket:
    rate: Rate
    tokens: float
    filled_at: float
    closed_until: float = 0.0

    def delay_or_take(self, now: float) -> float:
        """Take a token and return 0, or return the seconds until there may be one."""
        if now < self.closed_until:
            return self.closed_until - now
        earned = (now - self.filled_at) * self.rate.per_second
        self.tokens = min(self.rate.burst, self.tokens + earned)
        self.filled_at = now
        if self.tokens >= 1 - 1e-9:
            self.tokens -= 1
            return 0.0
        return (1 - self.tokens) / self.rate.per_second
