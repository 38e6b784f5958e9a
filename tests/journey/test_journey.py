"""A list dropped on an empty window becomes films in a folder, on a real screen and with a real mouse."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

from tests.journey.journey import reorder, take

if TYPE_CHECKING:
    from pathlib import Path

_STEPS = 10
"""Of which pictures are taken, at least."""


pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Xvfb is a screen of X")


@pytest.mark.timeout(600)
@pytest.mark.parametrize(
    ("size", "scale", "real"),
    [((1280, 720), 1.0, True), ((1920, 1080), 2.0, False)],
    ids=["a real paper", "200 %"],
)
def test_from_an_empty_window_to_exported_films(
    tmp_path: Path, size: tuple[int, int], scale: float, real: bool
) -> None:
    taken = take(tmp_path / "journey", size, scale=scale, real=real)

    assert taken.code == 0, taken.said
    assert "Traceback" not in taken.said
    assert sorted(path.suffix for path in taken.exported.iterdir()) == [
        ".csv",
        ".mp4",
        ".mp4",
        ".srt",
        ".srt",
    ]
    told = [path.name for path in taken.exported.glob("*.mp4")]
    assert any("two-photon optogenetics" in name for name in told) == real
    light, dark = (sorted(taken.pictures.glob(f"*-{look}.png")) for look in ("light", "dark"))
    assert [_step(path) for path in light] == [_step(path) for path in dark]
    assert len(light) >= _STEPS
    assert all(
        _brightness(bright) > 150 > 100 > _brightness(dim) for bright, dim in zip(light, dark, strict=True)
    )


def test_a_paper_is_dragged_to_the_front_of_the_line(tmp_path: Path) -> None:
    taken = reorder(tmp_path / "reordering")

    assert taken.code == 0, taken.said
    assert "Traceback" not in taken.said
    assert len(list(taken.pictures.iterdir())) == 1


def _step(picture: Path) -> str:
    return picture.stem.rpartition("-")[0]


def _brightness(picture: Path) -> int:
    """The mean of a picture, from 0 for black to 255 for white."""
    small = QImage(str(picture)).convertToFormat(QImage.Format.Format_Grayscale8)
    values = [
        small.pixelColor(x, y).lightness()
        for x in range(0, small.width(), 16)
        for y in range(0, small.height(), 16)
    ]
    return sum(values) / len(values)
