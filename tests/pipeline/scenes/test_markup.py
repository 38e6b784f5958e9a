from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from videogen_desktop.papers.richtext import RichText, Run
from videogen_desktop.pipeline.scenes.markup import (
    MAX_CHARACTERS,
    characters,
    cut,
    drawable,
    is_right_to_left,
    plain,
    read_title,
)

NBSP, JOINER = "\u00a0", "\u2060"


def test_a_title_keeps_its_italics_and_its_raised_and_lowered_letters() -> None:
    title = read_title("Ca<sup>2+</sup> in <i>E. coli</i> &amp; H<sub>2</sub>O")
    assert title.runs == (
        Run("Ca"),
        Run("2+", "sup"),
        Run(" in "),
        Run("E. coli", "i"),
        Run(" & H"),
        Run("2", "sub"),
        Run("O"),
    )


def test_a_subscript_within_italics_stays_a_subscript() -> None:
    assert read_title("<i>K<sub>m</sub> value</i> of").runs == (
        Run("K", "i"),
        Run("m", "sub"),
        Run(" value", "i"),
        Run(" of"),
    )


@pytest.mark.parametrize(
    "title",
    [
        "<img src=file:///etc/passwd>",
        "<script>alert(1)</script>",
        "<b>bold</b>",
        "<i style='x'>styled",
        "<!-- note -->",
        "<<sup",
    ],
)
def test_every_other_tag_is_text(title: str) -> None:
    assert read_title(title).runs == (Run(title),)


def test_an_escaped_tag_is_text_and_not_read_again() -> None:
    assert read_title("&lt;i&gt;x&lt;/i&gt; &amp;lt;").runs == (Run("<i>x</i> &lt;"),)


def test_tags_that_were_never_opened_or_closed_do_no_harm() -> None:
    assert characters(read_title("</sub>a<i>b</sup>c")) == "abc"


@pytest.mark.parametrize("control", ["\u202a", "\u202b", "\u202d", "\u202e", "\u202c", "\u2066", "\u2069"])
def test_directional_controls_are_dropped_raw_or_as_an_entity(control: str) -> None:
    assert drawable(f"safe{control}txt") == "safetxt"
    assert characters(read_title(f"safe&#x{ord(control):x};txt")) == "safetxt"


def test_hebrew_and_arabic_letters_stay_and_read_from_the_right() -> None:
    assert drawable("שלום") == "שלום"
    assert is_right_to_left("12 שלום abc")
    assert is_right_to_left("«تأثير» abc")
    assert not is_right_to_left("abc שלום")
    assert not is_right_to_left("12 %")


def test_white_space_is_folded_but_a_no_break_space_is_kept() -> None:
    assert drawable("a \t\r\n\u2028 b") == "a b"
    assert drawable("10\u202f000\u00a0m") == "10\u202f000\u00a0m"


def test_what_cannot_be_drawn_is_replaced_or_dropped() -> None:
    assert drawable("a\x00b\ud800c\ufffcd\ufeff\u200be\u00ad") == "ab\ufffdc\ufffdde"


def test_marks_stack_at_most_three_high() -> None:
    assert len(drawable("q" + "\u0301" * 200)) == 4


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("86 ± 6%", f"86{NBSP}±{NBSP}6%"),
        ("p < 0.05", f"p{NBSP}<{NBSP}0.05"),
        ("over 150 μm deep", f"over 150{NBSP}μm deep"),
        ("at 37 °C", f"at 37{NBSP}°C"),
        ("150 mice", "150 mice"),
        ("a two-photon image", f"a two-{JOINER}photon image"),
    ],
)
def test_what_belongs_together_is_not_torn_apart(text: str, kept: str) -> None:
    assert characters(plain(text)) == kept


def test_cutting_keeps_styles() -> None:
    text = RichText((Run("abc"), Run("de", "sup"), Run("f")))
    assert cut(text, 4) == RichText((Run("abc"), Run("d", "sup")))
    assert cut(text, 0) == RichText()


@given(st.text(max_size=400))
def test_no_text_brings_a_control_character_to_the_screen(text: str) -> None:
    for shown in (characters(plain(text)), characters(read_title(text))):
        assert not [letter for letter in shown if unicodedata.category(letter) in {"Cc", "Cs", "Zl", "Zp"}]
        assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffc")


def test_no_more_is_read_than_a_picture_can_show() -> None:
    assert len(characters(plain("x" * 1_000_000))) == MAX_CHARACTERS
