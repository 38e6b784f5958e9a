from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSize

from tests.pipeline.scenes.looking import pixels
from videogen_desktop.pipeline.scenes.fitting import Scale, fit
from videogen_desktop.pipeline.scenes.look import Look
from videogen_desktop.pipeline.scenes.markup import characters, plain
from videogen_desktop.pipeline.scenes.sheet import Sheet
from videogen_desktop.pipeline.scenes.typeset import Setting, set_text

if TYPE_CHECKING:
    from videogen_desktop.pipeline.scenes.fonts import Fonts

SCALE = Scale("text", (60, 50, 40, 30))
WORDS = st.lists(st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=90), max_size=60)


def test_the_largest_size_that_fits_is_taken(fonts: Fonts) -> None:
    assert fit(plain("Short"), QSize(800, 100), SCALE, fonts).setting.pixels == 60
    assert fit(plain("Short"), QSize(800, 60), SCALE, fonts).setting.pixels == 40


def test_a_smaller_size_is_taken_rather_than_break_a_word(fonts: Fonts) -> None:
    word = "dihydropyrimidinedehydrogenase"
    block = fit(plain(word), QSize(640, 400), SCALE, fonts)
    assert block.lines == 1
    assert block.setting.pixels == 40


def test_a_word_longer_than_any_line_is_broken_and_never_clipped(fonts: Fonts) -> None:
    block = fit(plain("x" * 80), QSize(500, 400), SCALE, fonts)
    assert block.lines > 1
    assert block.width <= 500
    assert not block.elided


def test_what_fits_in_no_size_ends_at_a_word(fonts: Fonts) -> None:
    block = fit(plain("alpha beta gamma delta " * 40), QSize(500, 130), SCALE, fonts)
    shown = characters(block.text)
    assert block.setting.pixels == 30
    assert shown.endswith("…")
    assert shown[:-1].split()[-1] in {"alpha", "beta", "gamma", "delta"}


def test_an_ending_that_must_be_seen_is_kept(fonts: Fonts) -> None:
    block = fit(plain("Reproduced from elsewhere " * 40), QSize(700, 90), SCALE, fonts, "… · CC BY 4.0")
    assert characters(block.text).endswith("… · CC BY 4.0")
    assert block.lines <= 2


def test_lines_can_be_of_even_length(fonts: Fonts) -> None:
    text = plain("Simultaneous imaging and optogenetics of cortical circuits in three dimensions")
    ragged = fit(text, QSize(1300, 300), Scale("display", (60,)), fonts)
    even = fit(text, QSize(1300, 300), Scale("display", (60,), even_lines=True), fonts)
    assert even.lines == ragged.lines
    assert even.width < ragged.width


def test_a_text_from_the_right_starts_at_the_right(fonts: Fonts) -> None:
    for scale in (SCALE, Scale("text", (60,), even_lines=True)):
        block = fit(plain("שלום עולם"), QSize(800, 100), scale, fonts)
        assert block.left + block.width == pytest.approx(800, abs=2)


@settings(max_examples=60, deadline=None)
@given(words=WORDS, width=st.integers(60, 1700), height=st.integers(1, 900), even=st.booleans())
def test_any_text_fits_any_room(words: list[str], width: int, height: int, even: bool, fonts: Fonts) -> None:
    text = plain(" ".join(words))
    block = fit(text, QSize(width, height), Scale("text", (60, 40, 24), even_lines=even), fonts)
    assert block.height <= max(height, block.setting.line_height)
    assert block.left >= 0
    assert block.left + block.width <= width
    if not block.elided:
        assert characters(block.text) == characters(text)
    else:
        assert characters(text).startswith(characters(block.text)[:-1])


@settings(max_examples=40, deadline=None)
@given(words=WORDS, width=st.integers(200, 900), pixels_high=st.sampled_from([24, 36, 60]))
def test_ink_stays_where_the_block_is(words: list[str], width: int, pixels_high: int, fonts: Fonts) -> None:
    block = set_text(plain(" ".join(words)), width, Setting("text", pixels_high), fonts, 8)
    sheet = Sheet(Look("1:1"), "#FFFFFF")
    rect = sheet.write("text", block, 90, 90, "#000000")
    ink = pixels(sheet.image).min(axis=2) < 128
    overhang = pixels_high // 2
    ink[
        rect.top() - overhang : rect.bottom() + overhang, rect.left() - overhang : rect.right() + overhang
    ] = 0
    assert not np.argwhere(ink).size
