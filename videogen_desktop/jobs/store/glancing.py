"""The first page of what was just typed, without finding all the rest of it.

A word that is in nearly every job is in nearly every one of the first. So the first jobs in order are looked
over, as FTS5 would: a hundred texts take a millisecond, and all that a hundred thousand jobs hold of a word
takes FTS5 many times as long. What is rarer than that is left to it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, cast

from sqlalchemy import select

from videogen_desktop.jobs.store.searching import JOINT, words_of
from videogen_desktop.jobs.store.selecting import among
from videogen_desktop.jobs.store.tables import TEXT_CONTENT

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence

    from sqlalchemy import Connection

_LOOKED_OVER = 4
"""Pages of jobs that are looked over before FTS5 is asked."""
_PART = rf"[0-9a-z{JOINT}]+"
_TOKENS = re.compile(_PART)
_PLAIN = re.compile(rf"[\x20-\x7e{JOINT}]*")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_UNKNOWN = {"Cn", "Co", "Cs"}
_BETWEEN = rf"(?:(?!{JOINT})[\W_])+"
_AT_START = rf"(?<![^\W_])(?<!{JOINT})"
_NEXT_COLUMN = f"\n{JOINT}\n"
"""A word of its own, which no phrase holds: so none is found across two columns."""
_TEXTS = select(*TEXT_CONTENT.c)


def first_holding(
    connection: Connection, typed: str, in_order: Callable[[int, int], Sequence[int]], limit: int
) -> list[int] | None:
    """The first jobs of a list that hold every word of ``typed``, each at a word's start.

    Args:
        connection: Where to read.
        typed: What was typed.
        in_order: The list, without regard to words: the numbers from an offset on, so many.
        limit: How many are wanted.

    Returns:
        Their numbers, in order; None where FTS5 must be asked: such jobs are rare, or it is not certain that
        their texts are taken apart there as they are here.
    """
    patterns = _patterns(typed)
    if not patterns:
        return None
    found: list[int] = []
    for page in range(_LOOKED_OVER):
        numbers = in_order(page * limit, limit)
        texts = _texts(connection, numbers)
        if not all(map(_is_settled, texts.values())):
            return None
        found += [
            number
            for number in numbers
            if number in texts and all(pattern.search(texts[number]) for pattern in patterns)
        ]
        if len(found) >= limit:
            return found[:limit]
        if len(numbers) < limit:  # that was the whole list
            return found
        if len(found) * _LOOKED_OVER < limit * (page + 1):  # so there would not be enough
            return None
    return None


def is_settled(character: str) -> bool:
    """Whether all versions of Unicode agree on what a character is: FTS5 goes by that of 2012.

    https://www.sqlite.org/fts5.html#unicode61_tokenizer
    """
    kind = unicodedata.category(character)
    return kind[0] != "M" and kind not in _UNKNOWN and kind == unicodedata.ucd_3_2_0.category(character)


def _texts(connection: Connection, numbers: Sequence[int]) -> dict[int, str]:
    asked = connection.execute(_TEXTS.where(among(TEXT_CONTENT.c.id, numbers)))
    rows = cast("sqlite3.Cursor", asked.cursor)
    return {number: _NEXT_COLUMN.join(columns) for number, *columns in rows}


def _is_settled(text: str) -> bool:
    return all(map(_is_settled_or_joint, set(_BEYOND_ASCII.findall(text))))


@cache
def _is_settled_or_joint(character: str) -> bool:
    return character == JOINT or is_settled(character)


def _patterns(typed: str) -> list[re.Pattern[str]]:
    """Each word of what was typed, as its tokens in a row, the last of them at least begun."""
    words = words_of(typed)
    if not all(_PLAIN.fullmatch(word) for word in words):
        return []
    return [re.compile(_AT_START + _BETWEEN.join(_TOKENS.findall(word))) for word in words]
