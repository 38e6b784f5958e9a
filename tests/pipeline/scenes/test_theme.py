from __future__ import annotations

from dataclasses import astuple

import pytest

from videogen_desktop.errors import VideoGenError
from videogen_desktop.pipeline.scenes.theme import Theme, load_theme, load_themes


def luminance(colour: str) -> float:
    """Relative luminance of ``#RRGGBB`` (WCAG 2.2)."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio (WCAG 2.2)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.fixture(params=["paper", "dark"])
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(request.param)


def test_contrast_is_measured_as_wcag_says() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_text_is_legible(theme: Theme) -> None:
    assert contrast(theme.ink, theme.ground) >= 7
    for colour in (theme.calm, theme.quiet, *astuple(theme.accent)):
        assert contrast(colour, theme.ground) >= 4.5, colour


def test_text_on_ribbons_and_captions_is_legible(theme: Theme) -> None:
    for pair in (theme.ribbon, theme.warning, theme.caption):
        assert contrast(pair.text, pair.ground) >= 4.5, pair


def test_a_warning_does_not_look_like_a_remark(theme: Theme) -> None:
    red, green, blue = (int(theme.warning.ground[at : at + 2], 16) for at in (1, 3, 5))
    assert red > 2 * max(green, blue)


def test_the_current_scene_stands_out_from_the_others(theme: Theme) -> None:
    for accent in astuple(theme.accent):
        assert contrast(accent, theme.past) >= 1.5, accent


def test_there_is_a_light_theme_and_a_dark_one() -> None:
    assert luminance(load_themes()["paper"].ground) > 0.8 > 0.05 > luminance(load_themes()["dark"].ground)


def test_an_unknown_theme_is_refused_with_the_known_ones() -> None:
    with pytest.raises(VideoGenError, match=r"dark, paper") as error:
        load_theme("neon")
    assert error.value.code == "unknown-theme"
