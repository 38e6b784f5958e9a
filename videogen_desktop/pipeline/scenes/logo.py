"""A logo made ready for a page: whole, in sRGB, and on a mat where it could not be seen without one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image
from PySide6.QtCore import QMargins, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPen

from videogen_desktop.pipeline.maker import open_logo
from videogen_desktop.pipeline.scenes.layers import MAT
from videogen_desktop.pipeline.scenes.picture import in_srgb

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPainter

    from videogen_desktop.pipeline.scenes.theme import Theme

_PADDING = 14
_RADIUS = 10
_MOST_ENLARGED = 3.0
_LEAST_CONTRAST = 1.8
"""Of a shape to what is behind it; less can hardly be seen on a projector."""
_ENOUGH = 0.95
"""The share of a logo that must stand out where it stands without a mat."""
_SAMPLE = 64
_SAME_COLOUR = 16
_OPAQUE = 250


@dataclass(frozen=True)
class Logo:
    """A logo at the size it is drawn in; ``mat`` is the colour of the mat it stands on, None without one."""

    image: QImage
    mat: str | None

    @property
    def size(self) -> QSize:
        """The size of all of it, the mat included."""
        around = 2 * _padding(self.mat)
        return self.image.size().grownBy(QMargins(0, 0, around, around))

    def paint(self, painter: QPainter, rect: QRect, theme: Theme) -> None:
        """Paint it into ``rect``, which has its size."""
        padding = _padding(self.mat)
        if self.mat:
            painter.setPen(QPen(QColor(theme.mat_edge), 2))
            painter.setBrush(QColor(self.mat))
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        painter.drawImage(rect.left() + padding, rect.top() + padding, self.image)


def ready_logo(content: bytes, room: QSize, theme: Theme) -> Logo:
    """Scale a logo's file to fit ``room`` whole, and choose what it stands on.

    A picture with a ground of its own stands on a mat of that colour. One with a transparent ground stands
    right on the page when nearly all of it stands out there, else on what it stands out from best.
    """
    seen = _visible(open_logo(content))
    mat = _mat_for(seen, theme)
    around = 2 * _padding(mat)
    width, height = max(1, room.width() - around), max(1, room.height() - around)
    scale = min(width / seen.width, height / seen.height, _MOST_ENLARGED)
    size = (max(1, int(seen.width * scale)), max(1, int(seen.height * scale)))
    pixels = seen.resize(size, Image.Resampling.LANCZOS).tobytes("raw", "BGRA")
    return Logo(QImage(pixels, *size, 4 * size[0], QImage.Format.Format_ARGB32).copy(), mat)


def _visible(image: Image.Image) -> Image.Image:
    """In sRGB, without the empty edges around it."""
    colours = in_srgb(image.convert("RGB"), image.info.get("icc_profile"))
    colours.putalpha(image.getchannel("A"))
    return colours.crop(image.getchannel("A").getbbox())


def _padding(mat: str | None) -> int:
    return _PADDING if mat else 0


def _mat_for(image: Image.Image, theme: Theme) -> str | None:
    if min(image.getchannel("A").tobytes()) >= _OPAQUE:
        return _own_ground(image)
    sample = _pixels(image.resize((_SAMPLE, _SAMPLE), Image.Resampling.BOX))
    if _standing_out(sample, theme.ground) >= _ENOUGH:
        return None
    best = max((theme.ground, MAT, theme.ink), key=lambda ground: _standing_out(sample, ground))
    return None if best == theme.ground else best


def _own_ground(image: Image.Image) -> str | None:
    """The colour of the four corners when it is one; None for a picture without an even ground."""
    right, bottom = image.width - 1, image.height - 1
    places = ((0, 0), (right, 0), (0, bottom), (right, bottom))
    corners = [pixel for x, y in places for pixel in _pixels(image.crop((x, y, x + 1, y + 1)))]
    spread = max(max(values) - min(values) for values in zip(*corners, strict=True))
    red, green, blue, _ = (sum(values) // 4 for values in zip(*corners, strict=True))
    return f"#{red:02X}{green:02X}{blue:02X}" if spread <= _SAME_COLOUR else None


def _standing_out(sample: list[tuple[int, int, int, int]], ground: str) -> float:
    """The share of the visible that has enough contrast to ``ground``."""
    behind = _luminance(*(int(ground[at : at + 2], 16) for at in (1, 3, 5)))
    standing = sum(
        pixel[3] for pixel in sample if _contrast(_luminance(*pixel[:3]), behind) >= _LEAST_CONTRAST
    )
    return standing / max(1, sum(pixel[3] for pixel in sample))


def _luminance(red: int, green: int, blue: int) -> float:
    """Relative luminance (WCAG 2.2)."""
    shares = (value / 255 for value in (red, green, blue))
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: float, other: float) -> float:
    """Contrast ratio of two luminances (WCAG 2.2)."""
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def _pixels(image: Image.Image) -> list[tuple[int, int, int, int]]:
    content = image.tobytes()
    return [
        (content[at], content[at + 1], content[at + 2], content[at + 3]) for at in range(0, len(content), 4)
    ]
