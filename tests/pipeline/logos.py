"""Logos to make films with, as files hold them."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

Colour = tuple[int, int, int, int]

CLEAR: Colour = (0, 0, 0, 0)
WHITE: Colour = (255, 255, 255, 255)
NAVY: Colour = (11, 37, 89, 255)
ORANGE: Colour = (234, 88, 12, 255)


def logo(ink: Colour, ground: Colour = CLEAR, size: tuple[int, int] = (300, 300), kind: str = "PNG") -> bytes:
    """A disc or a long oval in ``ink``, with a little air around it."""
    image = Image.new("RGBA", size, ground)
    air = min(size) // 10
    ImageDraw.Draw(image).ellipse((air, air, size[0] - air, size[1] - air), fill=ink)
    content = io.BytesIO()
    (image if kind == "PNG" else image.convert("RGB")).save(content, kind)
    return content.getvalue()
