"""Ways to look at a drawn scene: its pixels, and where its parts were laid out."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from videogen_desktop.pipeline.scenes.page import safe_area

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from videogen_desktop.pipeline.scenes.layers import Composition
    from videogen_desktop.pipeline.scenes.look import Look
    from videogen_desktop.pipeline.scenes.sheet import Box

LEAST_PIXELS = 24
LEAST_POINT_PIXELS = 30


def pixels(image: QImage) -> np.ndarray:
    """Return a copy as rows × columns × (blue, green, red)."""
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 4 * image.width()].reshape(image.height(), image.width(), 4)[:, :, :3].copy()


def colour(image: QImage, x: int, y: int) -> str:
    return image.pixelColor(x, y).name()


def faults(composition: Composition, look: Look) -> list[str]:
    """Say everything that is wrong with where a scene's parts were laid out."""
    safe = safe_area(look)
    found = [
        f"{box.name} {box.rect} leaves the safe area"
        for box in composition.boxes
        if not safe.contains(box.rect)
    ]
    found += [f"{one.name} meets {other.name}" for one, other in _pairs(composition) if one.meets(other)]
    for box in composition.boxes:
        least = LEAST_POINT_PIXELS if box.name.startswith("point") else LEAST_PIXELS
        if 0 < box.pixels < least:
            found.append(f"{box.name} is set in {box.pixels} pixels")
    return found


def _pairs(composition: Composition) -> list[tuple[Box, Box]]:
    return list(combinations([box for box in composition.boxes if not box.rect.isEmpty()], 2))
