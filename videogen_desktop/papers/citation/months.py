"""The names of months in references, which are English whatever the reader's language is."""

from __future__ import annotations

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def month_name(month: int | None) -> str:
    """Return ``Feb`` for 2; empty for None and for what is no month."""
    return _MONTHS[month - 1] if month and 1 <= month <= len(_MONTHS) else ""
