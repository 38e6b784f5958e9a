"""The words that the voice would get wrong, and how they are said: ``resources/lexicon/en.tsv``."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from videogen_desktop.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


@dataclass(frozen=True)
class Lexicon:
    """How words are said.

    A key in lower case stands for every spelling with capitals; a key with a capital is meant as it is.
    """

    words: Mapping[str, str] = field(default_factory=dict)
    """Word or phrase -> the words to say instead. A word that is its own value is read well as it is."""
    phonemes: Mapping[str, str] = field(default_factory=dict)
    """Word -> its sounds in the alphabet of espeak-ng, accents decomposed."""
    _word_pattern: re.Pattern[str] = field(init=False, repr=False, compare=False)
    _phoneme_pattern: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_word_pattern", _pattern(self.words))
        object.__setattr__(self, "_phoneme_pattern", _pattern(self.phonemes))

    def say(self, text: str) -> str:
        """Replace words and phrases by the words to say."""
        return self._word_pattern.sub(lambda match: _entry(self.words, match.group()), text)

    def sounds_in(self, text: str) -> Iterator[tuple[str, str, bool]]:
        """Yield, in order, each word whose sound is given, the sound, and whether a hyphen joins it."""
        for match in self._phoneme_pattern.finditer(text):
            neighbours = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
            yield match.group(), _entry(self.phonemes, match.group()), "-" in neighbours


def read_lexicon(path: Path) -> Lexicon:
    """Read a lexicon: a word, a tab and what is said a line; ``/…/`` holds phonemes, ``#`` starts a comment.

    Raises:
        ValueError: for a line without a tab.
    """
    words, phonemes = {}, {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        word, tab, said = line.partition("\t")
        if not tab:
            raise ValueError(line)
        if said.startswith("/"):
            phonemes[word] = unicodedata.normalize("NFD", said.strip("/"))
        else:
            words[word] = said
    return Lexicon(words, phonemes)


def english_lexicon() -> Lexicon:
    """Return the lexicon of English biomedical words that comes with the application."""
    return read_lexicon(shipped("lexicon/en.tsv"))


def _entry(entries: Mapping[str, str], found: str) -> str:
    return entries.get(found) or entries[found.lower()]


def _pattern(entries: Mapping[str, str]) -> re.Pattern[str]:
    if not entries:
        return re.compile(r"(?!)")
    keys = sorted(entries, key=len, reverse=True)
    exact = [re.escape(key) for key in keys if key != key.lower()]
    folded = [re.escape(key) for key in keys if key == key.lower()]
    alternatives = "|".join(
        group for group in ("|".join(exact), f"(?i:{'|'.join(folded)})" if folded else "") if group
    )
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")
