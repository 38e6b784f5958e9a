"""A scene over time: what is said to change is what changes, at the moment at which it should."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

import numpy as np
import pytest

from tests.pipeline.scenes.looking import colour, pixels
from tests.pipeline.scenes.samples import (
    CARD,
    LINES,
    audio_of,
    figure_scene,
    paper_script,
    said,
    script_of,
    source_scene,
    text_scene,
    titled,
)
from videogen_desktop.pipeline.job import Aspect
from videogen_desktop.pipeline.scenes import Look, animate, still
from videogen_desktop.pipeline.scenes.drawing import compose
from videogen_desktop.pipeline.script.model import Scene, Script

if TYPE_CHECKING:
    from pathlib import Path

    from videogen_desktop.pipeline.scenes.fonts import Fonts
    from videogen_desktop.pipeline.scenes.layers import Composition
    from videogen_desktop.pipeline.scenes.sheet import Box

WIDE = Look("16:9")


@dataclass(frozen=True)
class SpokenCue:
    start_s: float
    end_s: float
    lines: tuple[str, ...]


def script_of_each_kind() -> Script:
    return script_of(
        Scene("title", "", said("A title.", "By authors.")),
        text_scene("What they found", "First this.", "Then that.", "And last this."),
        figure_scene("usual.png", "Figure 1", "A figure.", "Of something."),
        source_scene(*LINES),
    )


def composed(
    script: Script, index: int, look: Look, folder: Path, fonts: Fonts, cues: tuple[SpokenCue, ...] = ()
) -> Composition:
    audio = audio_of(script.scenes[index], 0.8)
    return compose(script, index, audio, cues, look, folder, fonts)  # type: ignore[arg-type]  # stands in for a cue


def box(composition: Composition, name: str) -> Box:
    return next(box for box in composition.boxes if box.name == name)


def region(image: np.ndarray, box: Box) -> np.ndarray:
    rect = box.rect
    return image[rect.top() : rect.bottom() + 1, rect.left() : rect.right() + 1]


@pytest.mark.parametrize("index", range(4))
def test_only_the_rectangle_that_is_returned_changes(index: int, figures: Path, fonts: Fonts) -> None:
    look = Look("1:1", burned_captions=True)
    cues = (SpokenCue(0.2, 0.6, ("One",)), SpokenCue(0.6, 0.9, ("Two",)))
    composition = composed(script_of_each_kind(), index, look, figures, fonts, cues)
    assert composition.advance(0) == composition.image.rect()
    before = pixels(composition.image)
    changes = 0
    for frame in range(1, composition.frames):
        rect = composition.advance(frame)
        after = pixels(composition.image)
        changes += rect is not None
        if rect is not None:
            assert composition.image.rect().contains(rect)
            rows, columns = slice(rect.top(), rect.bottom() + 1), slice(rect.left(), rect.right() + 1)
            before[rows, columns] = after[rows, columns]
        assert np.array_equal(before, after), f"frame {frame}"
    assert 0 < changes < composition.frames


@pytest.mark.parametrize("index", range(4))
@pytest.mark.parametrize("frame", [4, 27, 60])
def test_a_frame_does_not_depend_on_those_before_it(
    index: int, frame: int, figures: Path, fonts: Fonts
) -> None:
    script = script_of_each_kind()
    stepwise, at_once = (composed(script, index, WIDE, figures, fonts) for _ in range(2))
    frame = min(frame, stepwise.frames - 1)
    for earlier in range(frame + 1):
        stepwise.advance(earlier)
    at_once.advance(frame)
    assert np.abs(pixels(stepwise.image).astype(int) - pixels(at_once.image)).max() <= 24


def test_each_point_appears_when_it_is_spoken_and_all_are_there_at_the_end(
    tmp_path: Path, fonts: Fonts
) -> None:
    composition = composed(script_of_each_kind(), 1, WIDE, tmp_path, fonts)
    composition.advance(0)
    empty = pixels(composition.image)
    first_seen: dict[str, int] = {}
    points = [box(composition, f"point {number}") for number in range(3)]
    for frame in range(1, composition.frames):
        composition.advance(frame)
        shown = pixels(composition.image)
        for point in points[1:]:
            if point.name not in first_seen and not np.array_equal(
                region(shown, point), region(empty, point)
            ):
                first_seen[point.name] = frame
    assert first_seen == {"point 1": 24, "point 2": 48}
    assert all(
        (region(pixels(composition.image), point) != region(empty, point)).any() for point in points[1:]
    )


def test_the_sentence_being_spoken_is_the_strongest(tmp_path: Path, fonts: Fonts) -> None:
    composition = composed(script_of_each_kind(), 1, WIDE, tmp_path, fonts)
    darkest: dict[int, list[int]] = {}
    for frame in range(composition.frames):
        composition.advance(frame)
        if frame in {20, 44, 68}:
            shown = pixels(composition.image)
            points = [box(composition, f"point {number}") for number in range(3)]
            darkest[frame] = [int(region(shown, point).sum(axis=2).min()) for point in points]
    assert darkest[20][0] < darkest[20][1]
    assert darkest[44][1] < darkest[44][0] < darkest[44][2]
    assert darkest[68][2] < darkest[68][1] == darkest[68][0]


def test_a_still_scene_costs_nothing(tmp_path: Path, fonts: Fonts) -> None:
    composition = composed(script_of_each_kind(), 3, WIDE, tmp_path, fonts)
    assert {composition.advance(frame) for frame in range(1, composition.frames)} == {None}


def test_a_text_scene_changes_only_while_something_fades(tmp_path: Path, fonts: Fonts) -> None:
    composition = composed(script_of_each_kind(), 1, WIDE, tmp_path, fonts)
    changed = [frame for frame in range(composition.frames) if composition.advance(frame)]
    assert changed == [*range(10), *range(24, 34), *range(48, 58)]


@pytest.mark.parametrize("aspect", get_args(Aspect))
@pytest.mark.parametrize("name", ["usual.png", "wide.png", "tall.png", "small.png"])
def test_a_figure_is_seen_whole_in_every_frame(
    name: str, aspect: Aspect, figures: Path, fonts: Fonts
) -> None:
    composition = composed(script_of(figure_scene(name, "F", "A.")), 0, Look(aspect), figures, fonts)
    place = box(composition, "figure")
    for frame in range(composition.frames):
        composition.advance(frame)
        if frame in {0, 10, composition.frames - 1}:
            inside = region(pixels(composition.image), place)
            half = inside.shape[0] // 2, inside.shape[1] // 2
            top, bottom = inside[: half[0]], inside[half[0] :]
            quarters = (top[:, : half[1]], top[:, half[1] :], bottom[:, : half[1]], bottom[:, half[1] :])
            wanted = ((0, 0, 255), (0, 255, 0), (255, 0, 0), (0, 0, 0))  # blue, green, red
            for quarter, colours in zip(quarters, wanted, strict=True):
                assert (np.abs(quarter.astype(int) - colours).max(axis=2) < 8).any(), (frame, colours)


def test_a_figure_under_a_licence_without_derivatives_stands_still(figures: Path, fonts: Fonts) -> None:
    def figure_changes(may_move: bool) -> int:
        script = script_of(figure_scene("usual.png", "F", "A.", may_move=may_move))
        composition = composed(script, 0, WIDE, figures, fonts)
        place = box(composition, "figure").rect
        rects = [composition.advance(frame) for frame in range(composition.frames)]
        return sum(rect is not None and rect.intersects(place) for rect in rects[1:])

    assert figure_changes(may_move=False) == 0
    assert figure_changes(may_move=True) > 10


def test_the_credit_is_there_from_the_first_frame(figures: Path, fonts: Fonts) -> None:
    composition = composed(script_of(figure_scene("usual.png", "Figure 1", "A.")), 0, WIDE, figures, fonts)
    composition.advance(0)
    shown = pixels(composition.image)
    for name in ("label", "credit"):
        place = box(composition, name)
        assert place.shown[0] == 0
        assert np.ptp(region(shown, place)) > 80


def test_captions_come_and_go_in_their_own_band(tmp_path: Path, fonts: Fonts) -> None:
    cues = (SpokenCue(0.5, 1.0, ("First line", "second line")), SpokenCue(1.2, 1.5, ("Third",)))
    look = Look("16:9", burned_captions=True)
    composition = composed(script_of(source_scene(*LINES)), 0, look, tmp_path, fonts, cues)
    changes = [(frame, composition.advance(frame)) for frame in range(composition.frames)]
    band = box(composition, "captions").rect
    assert changes[0][1] == composition.image.rect()
    assert [(frame, rect) for frame, rect in changes[1:] if rect] == [(15, band), (30, band), (36, band)]


def test_without_captions_there_is_no_band(tmp_path: Path, fonts: Fonts) -> None:
    composition = composed(script_of(source_scene(*LINES)), 0, WIDE, tmp_path, fonts)
    assert "captions" not in {part.name for part in composition.boxes}


def test_a_retraction_is_red_on_every_scene_and_a_remark_is_not(figures: Path, fonts: Fonts) -> None:
    script = script_of_each_kind()
    for index in range(4):
        warned = Script(1, CARD, script.scenes, "Retracted paper", warning=True)
        remark = Script(1, CARD, script.scenes, "Made from the abstract only")
        assert colour(still(warned, index, WIDE, figures, fonts), 1900, 20) == "#a3161f"
        assert colour(still(remark, index, WIDE, figures, fonts), 1900, 20) == "#e6ecef"


def test_the_settled_title_shows_everything(tmp_path: Path, fonts: Fonts) -> None:
    script = script_of_each_kind()
    composition = composed(script, 0, WIDE, tmp_path, fonts)
    for frame in range(composition.frames):
        composition.advance(frame)
    assert np.array_equal(pixels(composition.image), pixels(still(script, 0, WIDE, tmp_path, fonts)))
    for name in ("title", "authors", "badge", "kicker"):
        assert np.ptp(region(pixels(composition.image), box(composition, name))) > 80, name


def test_a_title_that_looks_like_html_is_shown_and_asks_for_nothing(
    tmp_path: Path, fonts: Fonts, listening: tuple[str, list[object]]
) -> None:
    address, visitors = listening
    title = f"<img src=http://{address}/x.png> <img src=file:///etc/passwd>"
    shown = still(script_of(Scene("title", "", said("x")), card=titled(title)), 0, WIDE, tmp_path, fonts)
    plainly = still(script_of(Scene("title", "", said("x")), card=titled("")), 0, WIDE, tmp_path, fonts)
    assert not np.array_equal(pixels(shown), pixels(plainly))
    assert visitors == []


def test_a_right_to_left_override_cannot_turn_a_title_round(tmp_path: Path, fonts: Fonts) -> None:
    def title(text: str) -> np.ndarray:
        script = script_of(Scene("title", "", said("x")), card=titled(text))
        return pixels(still(script, 0, WIDE, tmp_path, fonts))

    assert np.array_equal(title("No effect \u202eon survival\u202c"), title("No effect on survival"))


def test_narration_of_another_scene_is_refused(tmp_path: Path, fonts: Fonts) -> None:
    script = script_of_each_kind()
    with pytest.raises(ValueError, match="scene 1: 3 sentences, 1 spoken"):
        animate(script, 1, audio_of(script.scenes[3]), (), WIDE, tmp_path, fonts)


@pytest.mark.parametrize("aspect", get_args(Aspect))
@pytest.mark.parametrize("theme", ["paper", "dark"])
def test_the_film_of_a_real_paper_can_be_drawn(
    aspect: Aspect, theme: str, corpus: Path, fonts: Fonts
) -> None:
    script = paper_script(("fig1.jpg", "fig4.jpg"))
    look = Look(aspect, theme=theme)
    for index in range(len(script.scenes)):
        image = still(script, index, look, corpus / "elife-32671", fonts)
        assert (image.width(), image.height()) == (look.width, look.height)
        assert np.ptp(pixels(image)) > 150
