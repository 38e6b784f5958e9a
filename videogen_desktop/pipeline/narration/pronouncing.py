"""The voice's phonemes with the lexicon's in place of those that the voice gets wrong.

Phonemes are exchanged in the finished sentence, because a voice that is given phonemes in the middle of a
text reads the stretches around them as sentences: "in a" loses its weak vowel, a comma its pause.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from videogen_desktop.pipeline.narration.lexicon import Lexicon

_STRESS = "ˈˌ"
# The voice says a lone capital A inside a sentence as the article; this spelling it says as the letter.
_LETTER_A = re.compile(r"(?<=[a-z\d] )A(?= [a-z\d])|(?<=[A-Z]-)A(?![A-Za-z])")
_LETTER_A_SPELLING = "eigh"


class Pronouncer:
    """Turns words into phonemes.

    Args:
        lexicon: The words whose phonemes are given.
        phonemize: The voice's own way from a text to the phonemes of each sentence in it.
    """

    def __init__(self, lexicon: Lexicon, phonemize: Callable[[str], list[list[str]]]) -> None:
        self._lexicon = lexicon
        self._phonemize = phonemize
        self._own_sound = cache(self._sound_alone)

    def phonemes(self, text: str) -> list[str]:
        """Return the phonemes of each sentence of a text, one character a phoneme."""
        text = text.replace("[[", " ").replace("]]", " ")  # would be read as phonemes
        spelt = _LETTER_A.sub(_LETTER_A_SPELLING, text)
        sentences = ["".join(sentence) for sentence in self._phonemize(spelt)]
        number = position = 0
        for word, sound, hyphenated in self._lexicon.sounds_in(spelt):
            pattern = self._own_sound(word, hyphenated)
            for candidate in range(number, len(sentences)):
                found = pattern.search(sentences[candidate], position if candidate == number else 0)
                if found:
                    sentence = sentences[candidate]
                    sentences[candidate] = sentence[: found.start()] + sound + sentence[found.end() :]
                    number, position = candidate, found.start() + len(sound)
                    break
        return [sentence for sentence in sentences if sentence.strip()]

    def _sound_alone(self, word: str, hyphenated: bool) -> re.Pattern[str]:
        """Return a pattern of the voice's own sound of a word, wherever its stress falls in a sentence."""
        own = "".join(phoneme for sentence in self._phonemize(word) for phoneme in sentence)
        letters = [re.escape(letter) for letter in own if letter not in _STRESS]
        sound = rf"[{_STRESS}]?".join(letters)
        before, after = ("", "") if hyphenated else (r"(?:^|(?<=[\s,;:]))", r"(?=$|[\s,;:.?!ʲɹzs])")
        return re.compile(rf"{before}[{_STRESS}]?{sound}{after}")
