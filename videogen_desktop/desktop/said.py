"""What the layers below the window have said in English, in the language of the window.

They speak English: to logs, to programs, at the command line, and in what the database keeps. The window
translates a sentence when it shows it, by finding the template that it was made of among those of
``resources/translations/sentences.txt``, which ``packaging/renew_translations.py`` reads off the sources.
What fits none, such as the words of somebody else's pipeline, is shown as it is.
"""

from __future__ import annotations

import re
import string
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QCoreApplication, QLocale

from videogen_desktop.desktop.translating import QT_TRANSLATE_NOOP
from videogen_desktop.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Iterable

CONTEXT: Final = "Said"

WORDS: Final = frozenset(
    {
        QT_TRANSLATE_NOOP("Said", "queued"),
        QT_TRANSLATE_NOOP("Said", "running"),
        QT_TRANSLATE_NOOP("Said", "waiting"),
        QT_TRANSLATE_NOOP("Said", "paused"),
        QT_TRANSLATE_NOOP("Said", "needs-attention"),
        QT_TRANSLATE_NOOP("Said", "completed"),
        QT_TRANSLATE_NOOP("Said", "failed"),
        QT_TRANSLATE_NOOP("Said", "cancelled"),
        QT_TRANSLATE_NOOP("Said", "exported"),
        QT_TRANSLATE_NOOP("Said", "replaced"),
        QT_TRANSLATE_NOOP("Said", "skipped"),
        QT_TRANSLATE_NOOP("Said", "left out"),
        QT_TRANSLATE_NOOP("Said", "Permission denied"),
        QT_TRANSLATE_NOOP("Said", "Operation not permitted"),
        QT_TRANSLATE_NOOP("Said", "No such file or directory"),
        QT_TRANSLATE_NOOP("Said", "Not a directory"),
        QT_TRANSLATE_NOOP("Said", "Is a directory"),
        QT_TRANSLATE_NOOP("Said", "File exists"),
        QT_TRANSLATE_NOOP("Said", "File name too long"),
        QT_TRANSLATE_NOOP("Said", "No space left on device"),
        QT_TRANSLATE_NOOP("Said", "Disk quota exceeded"),
        QT_TRANSLATE_NOOP("Said", "Read-only file system"),
        QT_TRANSLATE_NOOP("Said", "Input/output error"),
        QT_TRANSLATE_NOOP("Said", "Device or resource busy"),
        QT_TRANSLATE_NOOP("Said", "Too many open files"),
        QT_TRANSLATE_NOOP("Said", "Stale file handle"),
        QT_TRANSLATE_NOOP("Said", "Transport endpoint is not connected"),
        QT_TRANSLATE_NOOP("Said", "disk I/O error"),
        QT_TRANSLATE_NOOP("Said", "unable to open database file"),
        QT_TRANSLATE_NOOP("Said", "attempt to write a readonly database"),
        QT_TRANSLATE_NOOP("Said", "database disk image is malformed"),
        QT_TRANSLATE_NOOP("Said", "file is not a database"),
    }
)
"""States of jobs, ends of exports, what the system and SQLite most often say: values that are words."""

_IN_WORDS: Final = ("said", "state", "strerror", "cause", "part", "words")
"""The fields whose values are words to be translated in their turn; all other values are the world's own."""

_NUMBER: Final = "n"
"""The field of a number that was written as English does."""

_LANGUAGE: Final = QT_TRANSLATE_NOOP("Said", "English")
"""Translated as the name of the other language; while it stays, nothing needs to be translated."""

_LONGEST: Final = 4000
_DEEPEST: Final = 3
_FIELD: Final = re.compile(r"\{\{|\}\}|\{(\w+)\}")
_DECIMAL: Final = re.compile(r"[0-9]{1,15}\.([0-9]{1,6})")
_GROUPED: Final = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){1,4}")
_PERCENT: Final = re.compile(r"([0-9]{1,3})%")
_COUNT: Final = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){0,2}|[0-9]{4,9}")
_SEVERAL: Final = 2


def said(text: str) -> str:
    """Return a sentence from below in the language of the window; one that nobody knows as it is."""
    if not text or _tr(_LANGUAGE) == _LANGUAGE:
        return text
    return _translated(text, 0)


def explained(what: Explanation) -> str:
    """What went wrong and what to do next, as one text."""
    return f"{said(what.message)} {said(what.hint)}".strip()


class Explanation(Protocol):
    """A sentence for a person, and another one on what to do next: an error, a problem, a hindrance."""

    @property
    def message(self) -> str:
        """What happened."""

    @property
    def hint(self) -> str:
        """What the person can do."""


@dataclass(frozen=True)
class Template:
    """A sentence with fields.

    Attributes:
        text: As it was written; a brace that is meant is there twice.
    """

    text: str

    @cached_property
    def _parts(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        literals, names = [""], []
        for literal, name, _spec, _conversion in string.Formatter().parse(self.text):
            literals[-1] += literal
            if name is not None:
                names.append(name)
                literals.append("")
        return tuple(literals), tuple(names)

    @property
    def literals(self) -> tuple[str, ...]:
        """What stands before, between and behind the fields."""
        return self._parts[0]

    @property
    def names(self) -> tuple[str, ...]:
        """Of its fields."""
        return self._parts[1]

    def values_in(self, sentence: str) -> dict[str, str] | None:
        """The values of the fields in a sentence that was made of it; None for every other.

        It takes time in proportion to the sentence's length, whatever is in it.
        """
        first, *inner, last = self.literals if self.names else (*self.literals, "")
        if not (sentence.startswith(first) and sentence.endswith(last)):
            return None
        if not self.names:
            return {} if sentence == first else None
        values, at, end = [], len(first), len(sentence) - len(last)
        for literal in inner:
            found = sentence.find(literal, at + 1, end)
            if found < 0:
                return None
            values.append(sentence[at:found])
            at = found + len(literal)
        if at >= end:
            return None
        return dict(zip(self.names, (*values, sentence[at:end]), strict=True))


class Templates:
    """Finds what a sentence was made of.

    Args:
        texts: The templates; of those that fit, the one counts that says the most itself.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        templates = sorted(map(Template, texts), key=lambda each: -sum(map(len, each.literals)))
        self._whole = {each.literals[0]: each for each in templates if not each.names}
        self._with_fields = tuple(each for each in templates if each.names)

    def find(self, sentence: str) -> tuple[str, dict[str, str]] | None:
        """The template's text and the values of its fields; None when none fits."""
        if whole := self._whole.get(sentence):
            return whole.text, {}
        for template in self._with_fields:
            values = template.values_in(sentence)
            if values is not None:
                return template.text, values
        return None


@lru_cache(maxsize=2048)
def _found(sentence: str) -> tuple[str, dict[str, str]] | None:
    return _shipped().find(sentence) if len(sentence) <= _LONGEST else None


@lru_cache(maxsize=1)
def _shipped() -> Templates:
    try:
        lines = (shipped("translations") / "sentences.txt").read_text("utf-8").splitlines()
    except OSError:  # an installation without it speaks English where it must
        lines = []
    return Templates(filter(None, lines))


def _translated(text: str, depth: int) -> str:
    if text in WORDS:
        return _tr(text)
    found = _found(text) if depth < _DEEPEST else None
    if found is None:
        return text
    template, values = found
    counts = (int(each.replace(",", "")) for each in values.values() if _COUNT.fullmatch(each))
    counted = _tr(template, next(counts, _SEVERAL))  # of a text that counts nothing Qt has no such form
    return _filled(_tr(template) if counted == template else counted, values, depth)


def _filled(template: str, values: dict[str, str], depth: int) -> str:
    """A template with its values, each of which is put in once and never looked at for fields."""

    def put_in(field: re.Match[str]) -> str:
        name = field[1]
        if name is None:
            return field[0][0]
        return _value(name, values[name], depth) if name in values else field[0]

    return _FIELD.sub(put_in, template)


def _value(name: str, value: str, depth: int) -> str:
    kind = name.rstrip("0123456789")
    if kind in _IN_WORDS:
        return _in_words(value, depth + 1)
    return _number(value) if kind == _NUMBER else value


def _in_words(value: str, depth: int) -> str:
    """Words in a sentence; a sentence may have lost its full stop to the one that it was put into."""
    translation = _translated(value, depth)
    if translation != value or value.endswith("."):
        return translation
    return _translated(f"{value}.", depth).removesuffix(".")


def _number(value: str) -> str:
    """A number as the language writes it."""
    if decimal := _DECIMAL.fullmatch(value):
        return QLocale().toString(float(value), "f", len(decimal[1]))
    if _GROUPED.fullmatch(value):
        return QLocale().toString(int(value.replace(",", "")))
    if share := _PERCENT.fullmatch(value):
        return _tr(QT_TRANSLATE_NOOP("Said", "{share}%")).replace("{share}", share[1])
    return value


def _tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate(CONTEXT, text, None, count)
