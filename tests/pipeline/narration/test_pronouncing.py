from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from videogen_desktop.pipeline.narration import Lexicon, Voice, find_voice, read_lexicon, spoken_form

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("text", "sounds"),
    [
        ("in vivo and in vitro", "ɪn vˈiːvoʊ"),
        ("two-photon optogenetics of mice", "tˈuːfˈoʊtɑːn"),
        ("the meta-analyses", "ɐnˈæləsˌiːz"),
        ("diagnoses of unknown etiology", "dˌaɪəɡnˈoʊsiːz"),
        ("group A was better", "ɡɹˈuːp ˈeɪ wʌz"),
        ("V-A-S scores", "vˈiːʲˈeɪˈɛs"),
        ("C-I's", "sˈiːʲaɪz"),
    ],
)
def test_a_word_of_biomedicine_sounds_as_it_should(voice: Voice, text: str, sounds: str) -> None:
    assert sounds in " ".join(voice.pronouncer.phonemes(text))


def test_a_mended_word_leaves_its_sentence_alone(voice: Voice) -> None:
    (sentence,) = voice.pronouncer.phonemes("In a serological assay, kinases, and others, were found.")
    assert sentence.startswith("ɪn ɐ sˌɪɹəlˈɑːdʒɪkəl ˈæseɪ, kˈaɪneɪsᵻz, ænd ˈʌðɚz, ")


def test_every_mended_word_of_real_abstracts_is_found_in_the_sound(
    voice: Voice, abstracts: tuple[str, ...]
) -> None:
    mended = 0
    for sentence in abstracts[::3]:
        spoken = spoken_form(sentence, voice.lexicon)
        sounds = [sound for _, sound, _ in voice.lexicon.sounds_in(spoken)]
        heard = " ".join(voice.pronouncer.phonemes(spoken)) if sounds else ""
        assert all(sound in heard for sound in sounds), spoken
        mended += len(sounds)
    assert mended > 10


def test_each_pronunciation_can_be_spoken_and_differs_from_the_voice_s_own(voice: Voice) -> None:
    alphabet = voice.alphabet
    plain = Voice("plain", voice._piper, Lexicon())
    assert len(voice.lexicon.phonemes) > 300
    for word, sound in voice.lexicon.phonemes.items():
        assert set(sound) <= alphabet, word
        assert plain.pronouncer.phonemes(word) != [sound], f"{word} needs no entry"


def test_phonemes_cannot_be_smuggled_in(voice: Voice) -> None:
    assert "hˈɛlʊ" not in "".join(voice.pronouncer.phonemes("say [[hˈɛlʊ]] now"))


def test_a_lexicon_file_holds_words_and_phonemes(tmp_path: Path) -> None:
    path = tmp_path / "en.tsv"
    path.write_text("# a comment\n\nvs.\tversus\nassay\t/ˈæseɪ/\nPET\tpet\n", encoding="utf-8")
    lexicon = read_lexicon(path)
    assert lexicon.say("Vs. PET and pet shops, vs.x") == "versus pet and pet shops, vs.x"
    assert list(lexicon.sounds_in("Assay of an immuno-assay, assays")) == [
        ("Assay", "ˈæseɪ", False),
        ("assay", "ˈæseɪ", True),
    ]
    path.write_text("no tab here\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no tab"):
        read_lexicon(path)


def test_the_built_in_voice_is_there() -> None:
    assert find_voice(None).model.is_file()
