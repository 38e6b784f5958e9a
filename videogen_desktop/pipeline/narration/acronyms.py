"""Acronyms: which are read letter by letter, which as a word, and how a plural is heard."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from videogen_desktop.pipeline.narration.wordlists import any_of

if TYPE_CHECKING:
    from collections.abc import Collection

_RUN = re.compile(r"(?<![A-Za-z'’])([A-Z]{2,8})('?s)?(?![A-Za-z])")
_AFTER_PREFIX = re.compile(r"(?<![A-Za-z])([a-z]{1,2})([A-Z]{2,6})('?s)?(?![A-Za-z])")
_BEFORE_SUFFIX = re.compile(r"(?<![A-Za-z])[A-Z]{2,5}[a-rt-z](?![A-Za-z])")
_ONSET = any_of(
    "b bl br c ch chr cl cr d dr f fl fr g gh gl gr h j k kl kn kr l m n p ph phr pl pr ps qu r rh s sc sch "
    "scl scr sh shr sk sl sm sn sp spl spr st str sw t th thr tr tw v w wh wr x y z"
)
_CODA = any_of(
    "b c ch ck ct d f ff ft g gh h k l lb lch ld lf lk ll lm lp lt m mb mm mp n nc nch nd ng nk nn ns nt nx "
    "p ph pp ps pt r rb rc rch rd rf rk rl rm rn rp rr rs rt s sh sk sm sp ss st t th ts tt v w wl wn x xt "
    "y z zz"
)
_SYLLABLE_WORD = re.compile(
    rf"(?:{_ONSET})?[aeiou]{{1,2}}(?:(?:{_CODA})?(?:{_ONSET})?[aeiouy]{{1,2}})*(?:{_CODA})?"
)
_VOWEL = re.compile(r"[AEIOUY]")


def spell_acronyms(text: str, as_they_are: Collection[str]) -> str:
    """Put hyphens into the acronyms that are said letter by letter and would be read as words.

    ``CI`` becomes ``C-I`` (else "sigh") and ``SNPs`` ``S-N-P's`` (else the plural is not heard); ``TNF``
    stays, because no voice can do otherwise than spell it; ``ELISA`` stays, because it is said as a word.

    Args:
        text: A sentence that is not all in capitals.
        as_they_are: Acronyms that the voice is known to read well.
    """
    text = _BEFORE_SUFFIX.sub(lambda match: "-".join(match.group()), text)
    text = _AFTER_PREFIX.sub(lambda match: _after_prefix(match, as_they_are), text)
    return _RUN.sub(lambda match: _said(match[1], bool(match[2]), as_they_are) + _gap(match), text)


def _after_prefix(match: re.Match[str], as_they_are: Collection[str]) -> str:
    prefix, letters, plural = match.groups()
    if f"{prefix}{letters}" in as_they_are:
        return match.group()
    return f"{prefix}-{_said(letters, bool(plural), as_they_are)}" + _gap(match)


def _said(letters: str, plural: bool, as_they_are: Collection[str]) -> str:
    if plural:
        return f"{letters.capitalize()}s" if _is_word(letters) else f"{'-'.join(letters)}'s"
    if letters in as_they_are or _is_word(letters) or not _VOWEL.search(letters):
        return letters
    return "-".join(letters)


def _is_word(letters: str) -> bool:
    return len(letters) >= 4 and bool(_SYLLABLE_WORD.fullmatch(letters.lower()))


def _gap(match: re.Match[str]) -> str:
    following = match.string[match.end() : match.end() + 1]
    return " " if following.isdigit() else ""
