from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from videogen_desktop.pipeline.narration import FRAME_RATE, Cue, SpokenSentence, cues_of
from videogen_desktop.pipeline.narration.cues import LINGER_S, LONGEST_S, SHORTEST_S
from videogen_desktop.pipeline.narration.wordlists import listed

FRAME_S = 1 / FRAME_RATE
NETFLIX_LINE = 42


def spoken(text: str, start_s: float = 0.3, letters_a_second: float = 14.0) -> SpokenSentence:
    return SpokenSentence(text, text, start_s, start_s + len(text) / letters_a_second)


def words(cues: tuple[Cue, ...]) -> list[str]:
    return " ".join(line for cue in cues for line in cue.lines).split()


LONG = (
    "Compared to usual care, there was a statistically significant reduction in mean PHQ-9 depression scores "
    "at 3 months for acupuncture (−2.46, 95% CI −3.72 to −1.21; P < 0.001), given as 2.5 mg/kg in Fig. 3."
)


def test_a_short_sentence_is_one_line_for_as_long_as_it_is_heard() -> None:
    (cue,) = cues_of((spoken("This was seen in mice."),), NETFLIX_LINE)
    assert cue.lines == ("This was seen in mice.",)
    assert cue.start_s == pytest.approx(0.3)
    assert cue.end_s == pytest.approx(0.3 + 22 / 14, abs=FRAME_S)


@pytest.mark.parametrize("line_length", [42, 32, 24])
def test_what_belongs_together_stays_in_one_line(line_length: int) -> None:
    lines = [line for cue in cues_of((spoken(LONG),), line_length) for line in cue.lines]
    for whole in ("95% CI", "P < 0.001", "2.5 mg/kg", "Fig. 3"):
        assert any(whole in line for line in lines), (whole, lines)


def test_lines_break_at_phrases_and_are_balanced() -> None:
    text = "We show that the results produced by the method agree closely with what was measured in patients."
    cues = cues_of((spoken(text),), NETFLIX_LINE)
    ends = [line.split()[-1].lower() for cue in cues for line in cue.lines][:-1]
    assert not set(ends) & {"a", "the", "of", "in", "with", "by", "that", "and"}
    for cue in cues:
        if len(cue.lines) == 2:
            shorter, longer = sorted(map(len, cue.lines))
            assert shorter > longer / 3


def test_the_displayed_text_is_shown_and_not_the_spoken_form() -> None:
    sentence = SpokenSentence("P<0.001 at 37°C.", "P less than 0.001 at 37 degrees Celsius.", 0, 3)
    assert words(cues_of((sentence,), NETFLIX_LINE)) == ["P<0.001", "at", "37°C."]


def test_a_number_takes_longer_than_a_word_of_its_length() -> None:
    sentence = spoken("0.12345 0.12345 0.12345 0.12345 aaaaaaa aaaaaaa aaaaaaa aaaaaaa", 0.0)
    numbers, plain = cues_of((sentence,), 16)
    assert numbers.end_s - numbers.start_s > 1.5 * (plain.end_s - plain.start_s)


def test_a_sentence_that_is_over_at_once_lingers() -> None:
    one = SpokenSentence("No.", "No.", 1.0, 1.3)
    (alone,) = cues_of((one,), NETFLIX_LINE)
    assert alone.end_s == pytest.approx(1.3 + LINGER_S)
    first, _ = cues_of((one, SpokenSentence("Yes.", "Yes.", 1.65, 2.0)), NETFLIX_LINE)
    assert first.end_s == pytest.approx(1.65, abs=FRAME_S)


def test_the_scene_s_place_in_the_film_moves_its_cues() -> None:
    here = cues_of((spoken(LONG),), NETFLIX_LINE)
    later = cues_of((spoken(LONG),), NETFLIX_LINE, offset_s=100.0)
    assert [cue.start_s + 100 for cue in here] == pytest.approx([cue.start_s for cue in later])


def test_a_word_longer_than_a_line_stands_alone_in_it() -> None:
    word = "a" * 60
    cues = cues_of((spoken(f"See {word} there."),), NETFLIX_LINE)
    assert words(cues) == ["See", word, "there."]
    assert all(len(line) <= NETFLIX_LINE or line == word for cue in cues for line in cue.lines)


def test_nothing_said_is_nothing_shown() -> None:
    assert cues_of((), NETFLIX_LINE) == ()
    assert cues_of((spoken("  "),), NETFLIX_LINE) == ()


WORDS = listed(
    "a the of in and which cells, patients; (n mice) 95% CI 1.2–3.4 Fig. 3 P < 0.001 12 mg/kg E. coli et al. "
    "337 802 hypothalamic-pituitary-thyroid immunohistochemistry was. not IL-2 − = ± 5 % vs. stage IV"
)


@given(
    st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=70), min_size=1, max_size=4),
    st.integers(18, 60),
    st.floats(9, 19),
    st.floats(0, 1e4),
)
def test_every_word_is_in_one_cue_and_cues_follow_one_another(
    texts: list[list[str]], line_length: int, letters_a_second: float, offset_s: float
) -> None:
    sentences: list[SpokenSentence] = []
    start_s = 0.3
    for text in texts:
        sentences.append(spoken(" ".join(text), start_s, letters_a_second))
        start_s = sentences[-1].end_s + 0.35
    cues = cues_of(tuple(sentences), line_length, offset_s)
    assert words(cues) == [word for text in texts for word in text]
    for cue in cues:
        assert 1 <= len(cue.lines) <= 2
        assert all(len(line) <= line_length or " " not in line for line in cue.lines)
        assert cue.end_s >= cue.start_s
        assert cue.start_s * FRAME_RATE == pytest.approx(round(cue.start_s * FRAME_RATE), abs=1e-6)
        assert cue.end_s - cue.start_s < 2 * LONGEST_S + line_length
    for before, after in pairwise(cues):
        gap = after.start_s - before.end_s
        assert gap >= 0
        assert gap == 0 or gap > 1.9 * FRAME_S


@given(st.integers(2, 12), st.sampled_from([24, 32, 42]))
def test_cues_are_at_least_a_second_where_the_sentence_allows(clauses: int, line_length: int) -> None:
    text = ", ".join(["then the cells were counted again"] * clauses) + "."
    cues = cues_of((spoken(text, 0.0, 15.0),), line_length)
    assert all(cue.end_s - cue.start_s >= SHORTEST_S - FRAME_S for cue in cues)


@pytest.mark.timeout(120)
def test_a_title_of_ten_thousand_characters_is_captioned_in_moments() -> None:
    text = "word " * 2000
    cues = cues_of((spoken(text),), NETFLIX_LINE)
    assert len(words(cues)) == 2000


def test_real_sentences_are_broken_well(abstracts: tuple[str, ...]) -> None:
    breaks = torn = 0
    for text in abstracts:
        lines = [line for cue in cues_of((spoken(text),), NETFLIX_LINE) for line in cue.lines]
        for line, following in pairwise(lines):
            breaks += 1
            torn += bool(re.search(r"\b(?:the|a|an|of)$", line))
            assert not re.search(r"[=<>±≤≥]$", line), line
            assert not re.match(r"[=<>±≤≥%]", following), following
    assert breaks > 500
    assert torn / breaks < 0.02
