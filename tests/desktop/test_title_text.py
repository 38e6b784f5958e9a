"""What is shown of a title is what can be seen of it, in one line, and changes nothing around it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from videogen_desktop.desktop.title_text import isolated, reads_leftwards, shown, side_by_side


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Plain", "Plain"),
        ("  two\n lines\t", "two lines"),
        ("<b>bold</b> & <img src=x>", "<b>bold</b> & <img src=x>"),
        ("safe\u202egpj.exe", "safegpj.exe"),
        ("a\u2066b\u2069c\u200f", "abc"),
        ("nul\x00byte", "nul byte"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("💡 β-catenin", "💡 β-catenin"),
        ("Pourquoi\u00a0:  ceci\u202f! ", "Pourquoi\u00a0: ceci\u202f!"),
    ],
)
def test_controls_go_and_letters_stay(text: str, seen: str) -> None:
    assert shown(text) == seen


@given(st.text())
def test_it_is_one_line_of_what_can_be_seen(text: str) -> None:
    seen = shown(text)

    assert "\n" not in seen
    assert not any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in seen)
    assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f") & set(seen)
    assert shown(seen) == seen


def test_a_title_in_a_sentence_is_isolated() -> None:
    assert isolated("שלום") == "\u2068שלום\u2069"


@pytest.mark.parametrize(
    ("text", "leftwards"),
    [
        ("Cortical circuits", False),
        ("עברית", True),
        ("«عنوان» about mice", True),
        ("12 (שתים־עשרה)", True),
        ("About «عنوان»", False),
        ("12–15", None),
        ("", None),
        (isolated("עברית"), None),
        (isolated("עברית") + " a", False),
    ],
)
def test_a_text_reads_in_the_direction_of_its_first_letter(text: str, leftwards: bool | None) -> None:
    assert reads_leftwards(text) is leftwards


def test_authors_journal_and_year_keep_their_order_in_every_direction() -> None:
    assert side_by_side(["Ada", "Nature", "2020"], " · ") == "Ada · Nature · 2020"
    mixed = side_by_side(["Ada", "مجلة", "2021"], " · ")
    assert [shown(part) for part in mixed.split(" · ")] == ["Ada", "مجلة", "2021"]
    assert mixed == " · ".join(isolated(part) for part in ("Ada", "مجلة", "2021"))
