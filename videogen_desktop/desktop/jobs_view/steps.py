"""How one list of numbers becomes another, in steps that a view can follow without losing its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_STRETCHES = 64
"""With more stretches of rows than that to take out or to put in, the view is better set up anew."""


@dataclass(frozen=True)
class Steps:
    """First rows are taken out, the last ones first; then the rest is put in order; then rows are put in.

    Attributes:
        out: ``(first, last)`` rows of the old list, the last ones first.
        kept: What stays, in the order of the new list; None when the order of it did not change.
        into: ``(first, last)`` rows of the new list, the first ones first.
        new: The new list.
        anew: Whether there is too much of it to follow.
    """

    out: tuple[tuple[int, int], ...]
    kept: tuple[int, ...] | None
    into: tuple[tuple[int, int], ...]
    new: tuple[int, ...]
    anew: bool = False

    @property
    def nothing(self) -> bool:
        """Whether both lists are the same."""
        return not (self.out or self.into or self.anew or self.kept is not None)


def steps(old: Sequence[int], new: Sequence[int]) -> Steps:
    """What to do to ``old`` to have ``new``; both hold each number once."""
    new = tuple(new)
    if tuple(old) == new:
        return Steps((), None, (), new)
    before, after = set(old), set(new)
    out = _stretches([row for row, number in enumerate(old) if number not in after])
    into = _stretches([row for row, number in enumerate(new) if number not in before])
    if len(out) + len(into) > MOST_STRETCHES or not before & after:
        return Steps((), None, (), new, anew=True)
    stays = [number for number in old if number in after]
    kept = [number for number in new if number in before]
    return Steps(tuple(reversed(out)), tuple(kept) if kept != stays else None, tuple(into), new)


def _stretches(rows: Sequence[int]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found
