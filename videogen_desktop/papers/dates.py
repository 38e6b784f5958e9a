"""Dates as exact as a journal gives them: numbers, names of months, seasons left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from videogen_desktop.papers.model import PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterable

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR = re.compile(r"\b(1[5-9]\d\d|2\d\d\d)\b")
_MONTH_NAME = re.compile(rf"\b({'|'.join(_MONTHS)})[a-z]*", re.IGNORECASE)
_LAST_MONTH, _LAST_DAY = 12, 31


def date_of(year: str, month: str = "", day: str = "") -> PartialDate | None:
    """Return the date of these parts, as far as they can be; None without a year.

    Args:
        year: Four digits, possibly among other text (``2012 Nov-Dec``, of which the month is used too).
        month: A number or an English name; of ``Nov-Dec`` the first counts.
        day: A number.
    """
    found = _YEAR.search(year)
    if not found:
        return None
    number = _month(month) or _month(year.replace(found.group(), "", 1))
    return PartialDate(int(found.group()), number, _in_range(day, _LAST_DAY) if number else None)


def earliest(dates: Iterable[PartialDate | None]) -> PartialDate | None:
    """Return the earliest date; of two in the same year or month, the one that says more."""
    known = [date for date in dates if date]
    return min(known, key=_open_ended, default=None)


def _open_ended(date: PartialDate) -> tuple[int, int, int]:
    return date.year, date.month or _LAST_MONTH + 1, date.day or _LAST_DAY + 1


def _month(text: str) -> int | None:
    named = _MONTH_NAME.search(text)
    return _MONTHS.index(named.group(1).lower()) + 1 if named else _in_range(text, _LAST_MONTH)


def _in_range(text: str, last: int) -> int | None:
    digits = text.strip()
    value = int(digits) if digits.isascii() and digits.isdecimal() and len(digits) <= 2 else 0
    return value if 1 <= value <= last else None
