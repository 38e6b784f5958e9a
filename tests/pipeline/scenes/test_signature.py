"""The maker's logo and closing words: whole, visible, over nothing, and in their own two scenes only."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, get_args

import numpy as np
import pytest

from tests.pipeline.logos import NAVY, ORANGE, WHITE, logo
from tests.pipeline.scenes.looking import faults, pixels
from tests.pipeline.scenes.samples import LINES, audio_of, paper_script, source_scene
from videogen_desktop.pipeline.job import Aspect
from videogen_desktop.pipeline.scenes import Look, still
from videogen_desktop.pipeline.scenes.drawing import compose
from videogen_desktop.pipeline.script import Closing

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QImage

    from videogen_desktop.pipeline.scenes.fonts import Fonts
    from videogen_desktop.pipeline.scenes.layers import Composition
    from videogen_desktop.pipeline.script.model import Script

LOOKS = [
    Look(aspect, burned, theme)
    for aspect in get_args(Aspect)
    for burned in (False, True)
    for theme in ("paper", "dark")
]
LOGOS = {
    "wide": logo(ORANGE, size=(1600, 200)),
    "square": logo(NAVY, WHITE),
    "tall": logo(NAVY, size=(80, 900)),
    "white": logo(WHITE),
    "tiny": logo(ORANGE, size=(16, 16)),
    "a line": logo(ORANGE, ORANGE, size=(3000, 2)),
    "photograph": logo(NAVY, WHITE, size=(900, 600), kind="JPEG"),
}
WORDS = "Made by the Cortex Lab at the University of Oslo. Questions are welcome: cortex@example.org"
LONG = ("The laboratory of neurons " * 8)[:200]


def film(closing: str = "", **changes: object) -> Script:
    script = replace(paper_script(), closing=Closing(closing) if closing else None)
    return replace(script, **changes)  # type: ignore[arg-type]  # each test names what it changes


def scene_of(
    script: Script, index: int, look: Look, fonts: Fonts, content: bytes = b"", folder: Path | None = None
) -> Composition:
    scene = script.scenes[index]
    composition = compose(script, index, audio_of(scene), (), look, folder, fonts, content)  # type: ignore[arg-type]  # no figures here
    composition.advance(composition.frames - 1)
    return composition


def box(composition: Composition, name: str) -> QRect:
    (found,) = [each.rect for each in composition.boxes if each.name == name]
    return found


def names(composition: Composition) -> set[str]:
    return {each.name for each in composition.boxes}


def near(image: QImage, rect: QRect, ink: tuple[int, ...]) -> np.ndarray:
    """Which pixels of a rectangle have about a colour."""
    part = pixels(image)[rect.top() : rect.bottom() + 1, rect.left() : rect.right() + 1].astype(int)
    return np.asarray(np.abs(part - np.array(ink[2::-1])).max(axis=2) < 12, dtype=bool)


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("closing", [WORDS, LONG])
@pytest.mark.parametrize("name", LOGOS)
def test_nothing_meets_them_and_nothing_leaves_the_picture(
    name: str, closing: str, look: Look, fonts: Fonts
) -> None:
    script = film(closing, banner="Retracted paper", warning=True)
    first, last = (scene_of(script, index, look, fonts, LOGOS[name]) for index in (0, 5))
    assert faults(first, look) == []
    assert faults(last, look) == []
    assert "logo" in names(first)
    assert {"logo", "closing", "closing label", "closing rule"} <= names(last)


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_the_whole_logo_is_seen_on_the_title_card_and_in_the_last_scene(look: Look, fonts: Fonts) -> None:
    for index in (0, -1):
        script = film()
        composition = scene_of(script, index % len(script.scenes), look, fonts, logo(ORANGE))
        seen = near(composition.image, box(composition, "logo"), ORANGE)
        rows, columns = np.nonzero(seen)
        height, width = np.ptp(rows) + 1, np.ptp(columns) + 1
        assert abs(int(height) - int(width)) <= 2, "the disc is not round any more"
        assert abs(seen.sum() / (np.pi / 4 * height * width) - 1) < 0.1, "a part of the disc is missing"
        assert height >= 50


@pytest.mark.parametrize("theme", ["paper", "dark"])
@pytest.mark.parametrize("ink", [WHITE, NAVY, ORANGE, (255, 220, 60, 255)], ids=str)
def test_a_transparent_logo_stands_out_in_every_theme(
    ink: tuple[int, int, int, int], theme: str, fonts: Fonts
) -> None:
    composition = scene_of(film(), 0, Look("16:9", theme=theme), fonts, logo(ink))
    rect = box(composition, "logo")
    corner = composition.image.pixelColor(rect.left() + 8, rect.center().y() - rect.height() // 3)
    assert near(composition.image, rect, ink).sum() > 1000
    assert max(abs(corner.red() - ink[0]), abs(corner.green() - ink[1]), abs(corner.blue() - ink[2])) > 60


def test_only_a_logo_that_would_be_lost_gets_a_mat(fonts: Fonts) -> None:
    def beside(ink: tuple[int, int, int, int], theme: str) -> str:
        composition = scene_of(film(), 0, Look("16:9", theme=theme), fonts, logo(ink))
        rect = box(composition, "logo")
        return composition.image.pixelColor(rect.left() + 5, rect.center().y()).name().upper()

    assert beside(WHITE, "paper") == "#16222E"
    assert beside(NAVY, "dark") == "#FFFFFF"
    assert beside(WHITE, "dark") == "#FFFFFF"  # the disc itself begins there


def test_a_picture_with_a_ground_of_its_own_stands_on_a_mat_of_that_colour(fonts: Fonts) -> None:
    composition = scene_of(film(), 0, Look("16:9", theme="dark"), fonts, logo(NAVY, ORANGE))
    rect = box(composition, "logo")
    assert near(composition.image, rect.adjusted(6, 20, -rect.width() + 10, -20), ORANGE).all()


@pytest.mark.parametrize("index", range(1, 5))
def test_other_scenes_are_the_same_with_and_without_them(index: int, fonts: Fonts) -> None:
    look = Look("1:1")
    plain, signed = (
        scene_of(script, index, look, fonts, content)
        for script, content in ((film(), b""), (film(WORDS), LOGOS["wide"]))
    )
    assert signed.image == plain.image
    assert signed.boxes == plain.boxes


def test_closing_words_alone_change_the_last_scene_only(fonts: Fonts) -> None:
    look = Look("16:9")
    assert scene_of(film(WORDS), 0, look, fonts).image == scene_of(film(), 0, look, fonts).image
    last = scene_of(film(WORDS), 5, look, fonts)
    assert {"closing", "closing label", "closing rule"} <= names(last)
    assert "logo" not in names(last)


def test_they_stand_under_the_credits_and_after_a_line(fonts: Fonts) -> None:
    for look in LOOKS:
        last = scene_of(film(WORDS), 5, look, fonts, LOGOS["wide"])
        credits_end = max(each.rect.bottom() for each in last.boxes if each.name.startswith("row"))
        assert credits_end < box(last, "closing rule").top() < box(last, "closing label").top()
        assert box(last, "closing label").bottom() < box(last, "closing").top() + 1


@pytest.mark.parametrize("aspect", get_args(Aspect))
@pytest.mark.parametrize("name", LOGOS)
def test_no_credit_is_lost_for_them(name: str, aspect: Aspect, fonts: Fonts) -> None:
    look = Look(aspect)
    rows = {each for each in names(scene_of(film(), 5, look, fonts)) if each.startswith("row")}
    assert len(rows) == len(LINES)
    assert rows <= names(scene_of(film(WORDS), 5, look, fonts, LOGOS[name]))


def test_words_that_show_nothing_take_no_room(fonts: Fonts) -> None:
    look = Look("16:9")
    assert scene_of(film("\u202e\u200b"), 5, look, fonts).image == scene_of(film(), 5, look, fonts).image


def test_a_crowded_last_scene_keeps_its_parts_apart(fonts: Fonts) -> None:
    crowded = source_scene(LINES[0] * 6, *LINES[1:], *[f"Funding: {LONG}"] * 10)
    script = film(LONG, scenes=(*paper_script().scenes[:-1], crowded), banner=LONG * 2)
    for look in LOOKS:
        assert faults(scene_of(script, 5, look, fonts, LOGOS["wide"]), look) == []


def test_the_thumbnail_has_the_logo(fonts: Fonts, tmp_path: Path) -> None:
    look = Look("16:9")
    assert still(film(), 0, look, tmp_path, fonts, logo(ORANGE)) != still(film(), 0, look, tmp_path, fonts)
