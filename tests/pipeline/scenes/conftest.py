from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageDraw

from videogen_desktop.pipeline.scenes import Fonts, start_drawing

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def fonts() -> Fonts:
    return start_drawing()


@pytest.fixture(scope="session")
def figures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of pictures, each with a red, a green, a blue and a black corner."""
    folder = tmp_path_factory.mktemp("figures")
    sizes = {"usual": (1500, 1000), "wide": (3000, 500), "tall": (300, 2000), "small": (240, 160)}
    for name, size in sizes.items():
        cornered(size).save(folder / f"{name}.png")
    return folder


def cornered(size: tuple[int, int]) -> Image.Image:
    image = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(image)
    right, bottom, side = size[0] - 1, size[1] - 1, min(size) // 5
    draw.rectangle((0, 0, side, side), fill="#FF0000")
    draw.rectangle((right - side, 0, right, side), fill="#00FF00")
    draw.rectangle((0, bottom - side, side, bottom), fill="#0000FF")
    draw.rectangle((right - side, bottom - side, right, bottom), fill="#000000")
    return image
