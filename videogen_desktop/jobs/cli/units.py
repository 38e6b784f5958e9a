"""Times, lengths and sizes, for programs and for people."""

from __future__ import annotations

import datetime as dt

_DAY_S = 86400.0
_GB, _MB, _KB = 1e9, 1e6, 1e3


def iso(seconds: float) -> str:
    """A moment for programs: ISO 8601 in UTC, to the millisecond, such as ``2026-11-23T10:00:00.000Z``."""
    moment = dt.datetime.fromtimestamp(seconds, dt.UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def moment(seconds: float, now: float) -> str:
    """A moment for a person, in local time: the time alone when it is within half a day."""
    local = dt.datetime.fromtimestamp(seconds, dt.UTC).astimezone()
    return local.strftime("%H:%M:%S" if abs(seconds - now) < _DAY_S / 2 else "%Y-%m-%d %H:%M")


def span(seconds: float) -> str:
    """A length of time, such as ``12 s``, ``3:05 min``, ``2:10 h`` or ``4 days``."""
    whole = max(0, round(seconds))
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60}:{whole % 60:02d} min"
    if whole < 2 * _DAY_S:
        return f"{whole // 3600}:{whole % 3600 // 60:02d} h"
    return f"{round(whole / _DAY_S)} days"


def size(amount: float) -> str:
    """A number of bytes, such as ``63 MB``."""
    if amount >= _GB:
        return f"{amount / _GB:.1f} GB"
    if amount >= _MB:
        return f"{amount / _MB:.0f} MB"
    return f"{amount / _KB:.0f} kB" if amount >= _KB else f"{amount:.0f} bytes"


def many(number: int, one: str, more: str | None = None) -> str:
    """A number with its noun: ``1 job``, ``2 jobs``."""
    return f"{number:,} {one if number == 1 else more or one + 's'}"
