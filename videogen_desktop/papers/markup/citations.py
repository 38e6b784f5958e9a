"""Which references can be cut from a sentence and leave it whole.

``[12,13]``, ``(Smith et al., 2010)`` and ¹²,¹³ can; the name in ``Smith et al. showed`` cannot. A mark covers
the whole of what can go, brackets and the word ``see`` included.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from videogen_desktop.papers.markup.words import words
from videogen_desktop.papers.model import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LONGEST_ASIDE = 1500
"""Brackets further apart than this many characters are not one list of references."""
_CLOSING = {")": "(", "]": "["}
_OPENS = ("(", "[")
_SEPARATES = (",", ";")
_LEADS = words("""
    a also and as by cf discussed e eg example examples for from g i ie in instance listed notably or other
    others recent recently ref reference references refs review reviewed reviews see summarised summarized the
    their therein this work and/or
    """)
_NAME_PARTICLES = words("al da de del della den der di du el et la le ten ter van von zu")
_WORD = re.compile(r"[^\W\d_][\w'’/-]*")
_ONLY_WORDS = re.compile(r"[\w\s,;:.&'’/*–—‐‑−-]*")
_YEARS = re.compile(r"(?:\d{4}[a-z]?|[a-z])(?:[\s,;&]+(?:and\s+)?\d{4}[a-z]?|[\s,;]+[a-z])*")
_SEPARATORS = re.compile(r"[\s,;–—‐‑−⁻-]*")
_RAISED = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁽⁾\s,;–—‐‑−*†‡§¶#-]+|\^\S+")


@dataclass(frozen=True)
class _Group:
    start: int
    end: int
    targets: tuple[str, ...]
    bracketed: bool


def cuttable(text: str, pointers: Sequence[Mark]) -> list[Mark]:
    """Return a ``citation`` mark for every stretch of ``text`` that holds references and nothing else.

    Args:
        text: The paragraph.
        pointers: Its links to the bibliography and to footnotes, each with its target.
    """
    if not pointers:
        return []
    ordered = sorted(
        (mark for mark in pointers if mark.end - mark.start <= _LONGEST_ASIDE), key=lambda mark: mark.start
    )
    groups, covered = _bracketed(text, ordered)
    for index, pointer in enumerate(ordered):
        if index not in covered:
            groups.extend(_free_standing(text, pointer))
    groups.sort(key=lambda group: group.start)
    tidied = (_with_separator(text, group) for group in _joined(text, groups))
    return [Mark(group.start, group.end, "citation", " ".join(group.targets)) for group in tidied]


def _bracketed(text: str, pointers: list[Mark]) -> tuple[list[_Group], set[int]]:
    """Find the widest brackets that hold only references, and the indices of the pointers that they cover."""
    starts = [pointer.start for pointer in pointers]
    groups: list[_Group] = []
    covered: set[int] = set()
    done = 0
    for start, end in _bracket_pairs(text):
        if start < done:
            continue
        candidates = range(bisect_left(starts, start - _LONGEST_ASIDE), bisect_left(starts, end))
        inside = [index for index in candidates if pointers[index].end > start + 1]
        if inside and _only_references(text, start, end, [pointers[index] for index in inside]):
            done = end
            covered.update(inside)
            groups.append(
                _Group(start, end, tuple(pointers[index].target for index in inside), bracketed=True)
            )
    return groups, covered


def _bracket_pairs(text: str) -> list[tuple[int, int]]:
    """Return balanced brackets as (start, end), in order of start, so that the outer come first."""
    stack: list[int] = []
    pairs = []
    for position, character in enumerate(text):
        if character in "([":
            stack.append(position)
        elif character in _CLOSING and stack and text[stack[-1]] == _CLOSING[character]:
            start = stack.pop()
            if position - start < _LONGEST_ASIDE:
                pairs.append((start, position + 1))
    return sorted(pairs)


def _only_references(text: str, start: int, end: int, inside: list[Mark]) -> bool:
    rest, position = [], start + 1
    for mark in inside:
        rest.append(text[position : mark.start])
        position = max(position, mark.end)
    rest.append(text[position : end - 1])
    remainder = " ".join(rest).translate({ord(bracket): " " for bracket in "()[]"})
    words = _WORD.findall(remainder)
    if not _ONLY_WORDS.fullmatch(remainder):
        return False
    if any(character.isdigit() for character in remainder):
        return text[start] == "[" and not words  # [12, 13-15] of which only some numbers are links
    if all(word.lower() in _LEADS for word in words):
        return True
    by_year = all(_YEARS.fullmatch(text[mark.start : mark.end].strip("()[] ")) for mark in inside)
    return by_year and all(_part_of_a_name(word) for word in words)


def _part_of_a_name(word: str) -> bool:
    lower = word.lower()
    return word[0].isupper() or len(word) == 1 or lower in _NAME_PARTICLES or lower in _LEADS


def _free_standing(text: str, pointer: Mark) -> Iterator[_Group]:
    """A raised number or sign, or one item of a bracket that also holds something else."""
    shown = text[pointer.start : pointer.end]
    if _RAISED.fullmatch(shown):
        yield _Group(pointer.start, pointer.end, (pointer.target,), bracketed=False)
        return
    before, after = _neighbours(text, pointer.start, pointer.end)
    if (before in _OPENS and after in _SEPARATES) or (before == ";" and after in (";", *_CLOSING)):
        yield _Group(pointer.start, pointer.end, (pointer.target,), bracketed=True)


def _with_separator(text: str, group: _Group) -> _Group:
    """Take the comma along that would be left alone: ``(see [4], p. 64)`` becomes ``(see p. 64)``."""
    before, after = _neighbours(text, group.start, group.end)
    if before in _OPENS and after in _SEPARATES:
        end = text.index(after, group.end) + 1
        return replace(group, end=end + 1 if text[end : end + 1] == " " else end)
    if before in _SEPARATES and after in (";", *_CLOSING):
        return replace(group, start=text.rindex(before, 0, group.start))
    return group


def _neighbours(text: str, start: int, end: int) -> tuple[str, str]:
    """The signs before and after a stretch, beyond a space; empty at the ends of the text."""
    return text[max(0, start - 2) : start].rstrip()[-1:], text[end : end + 2].lstrip()[:1]


def _joined(text: str, groups: list[_Group]) -> list[_Group]:
    """Join groups that only separators part: ``[9]–[12], [15]`` is one."""
    joined = groups[:1]
    for _, group in pairwise(groups):
        last = joined[-1]
        if last.bracketed == group.bracketed and _SEPARATORS.fullmatch(text[last.end : group.start]):
            joined[-1] = _Group(last.start, group.end, last.targets + group.targets, last.bracketed)
        else:
            joined.append(group)
    return joined
