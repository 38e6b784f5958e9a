"""Abbreviations spelled out where a film first uses them, in the paper's own words.

The definitions are found as Schwartz and Hearst do ("A simple algorithm for identifying abbreviation
definitions in biomedical text", Pacific Symposium on Biocomputing 2003): a short form in brackets whose
characters are found, from the right, in the words before it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from videogen_desktop.pipeline.script.language import english
from videogen_desktop.pipeline.script.numbers import numbers_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from videogen_desktop.papers.model import Paper

_SHORT_FORM = re.compile(r"\(([A-Za-z0-9][\w/+-]{1,9})\)")
_LONGEST_LONG_FORM = 60


class Speller:
    """Spells out each abbreviation of a paper once, in the order in which sentences are told.

    Args:
        definitions: long forms by their short forms.
    """

    def __init__(self, definitions: dict[str, str]) -> None:
        self._definitions = definitions
        self._known = set(english().familiar)

    def spelled(self, text: str, quote: str) -> str:
        """Return a sentence with the long form before each abbreviation that was not told yet.

        Args:
            text: the sentence as it is told.
            quote: the paper's words; a long form with a number that is not among them is not used.
        """
        for short, long in self._definitions.items():
            found = re.search(rf"(?<![\w(-]){re.escape(short)}(s?)(?![\w-])", text)
            if short in self._known or (found is None and f"({short})" not in text):
                continue
            self._known.add(short)
            if found is None or long.lower() in text.lower() or f"({short}" in text:
                continue
            plural = found.group(1)
            if not numbers_in(long) <= numbers_in(quote):
                continue
            if long.endswith("s") != short.endswith("s") or ("s of " in long or (plural and " of " in long)):
                continue
            full = f"{long}{plural} ({short}{plural})"
            if not text[: found.start()].strip():
                full = full[:1].upper() + full[1:]
            text = text[: found.start()] + full + text[found.end() :]
        return text


def definitions_in(paper: Paper) -> dict[str, str]:
    """Find the abbreviations that a paper defines: short form -> long form, the first definition of each."""
    found: dict[str, str] = {}
    for passage in paper.passages():
        for short, long in _definitions(passage.paragraph.text):
            found.setdefault(short, long)
    return found


def _definitions(text: str) -> Iterable[tuple[str, str]]:
    for match in _SHORT_FORM.finditer(text):
        short = match.group(1)
        if not any(character.isupper() for character in short):
            continue
        words = re.split(r"\s+", text[: match.start()].rstrip()[-200:])
        before = " ".join(words[-min(len(short) + 5, len(short) * 2) :])
        long = _long_form(short, before)
        if long is not None and len(long) <= _LONGEST_LONG_FORM and _is_plain(long):
            yield short, _as_inside_a_sentence(long, text[: match.start()].rstrip()[: -len(long)], text)


def _long_form(short: str, before: str) -> str | None:
    """The shortest end of ``before`` that holds the short form's characters in order, from a word's start."""
    position = len(before)
    for index in range(len(short) - 1, -1, -1):
        wanted = short[index].lower()
        if not wanted.isalnum():
            continue
        position -= 1
        while position >= 0 and not (
            before[position].lower() == wanted
            and (index > 0 or position == 0 or not before[position - 1].isalnum())
        ):
            position -= 1
        if position < 0:
            return None
    long = before[position:].strip()
    return long if len(long) > len(short) and (" " in long or "-" in long) else None


def _as_inside_a_sentence(long: str, before: str, text: str) -> str:
    """Lower the capital that a long form has only because its sentence begins with it."""
    opens = not before.strip() or before.rstrip().endswith((".", ":", "?", "!"))
    name = text.count(long.split()[0]) > 1
    return long if not opens or name or long[1:2].isupper() else long[:1].lower() + long[1:]


def _is_plain(long: str) -> bool:
    return all(character.isalpha() or character in " '’-" for character in long)
