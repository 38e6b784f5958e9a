"""A figure's file as a picture for the screen: sRGB, on white, scaled once, within bounded memory."""

from __future__ import annotations

import io
import warnings
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image, ImageCms
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from videogen_desktop.errors import VideoGenError
from videogen_desktop.papers.pictures import FORMATS, MAX_PIXELS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MAX_DECODED_BYTES = 4 * MAX_PIXELS
"""What a decoded picture may take: as much as any that a paper may bring, and little comes on top of it."""
_STRIP_PIXELS = 4_000_000
_ORIENTATION = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_SIDEWAYS = {5, 6, 7, 8}


@dataclass(frozen=True)
class Picture:
    """A figure's file and its size in pixels as it is to be seen."""

    path: Path
    size: QSize


def open_picture(folder: Path, name: str) -> Picture:
    """Find a figure's picture and read its size.

    Raises:
        VideoGenError: ``figure-too-large`` or ``figure-unreadable``, the latter also for a path that leads
            out of ``folder``.
    """
    path = (folder / name).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise _unreadable(path)
    with _reading(path) as image:
        size = QSize(*image.size)
        return Picture(path, size.transposed() if _turn(image) in _SIDEWAYS else size)


def render(picture: Picture, size: QSize) -> QImage:
    """Decode the whole picture and scale it to ``size``, in ``Format_RGB32``.

    Raises:
        VideoGenError: ``figure-unreadable`` or ``figure-too-large``.
    """
    with _reading(picture.path) as image:
        turn = _turn(image)
        width, height = (size.height(), size.width()) if turn in _SIDEWAYS else (size.width(), size.height())
        image.draft(None, (2 * width, 2 * height))
        if image.width * image.height * _bytes_per_pixel(image.mode) > _MAX_DECODED_BYTES:
            raise _too_large(picture.path)
        reduced = _reduced(image, max(1, min(image.width // (2 * width), image.height // (2 * height))))
        seen = in_srgb(reduced, image.info.get("icc_profile"))
    if turn in _TURNS:
        seen = seen.transpose(_TURNS[turn])
    seen = seen.resize((size.width(), size.height()), Image.Resampling.LANCZOS)
    pixels = seen.convert("RGBA").tobytes("raw", "BGRA")
    return QImage(pixels, seen.width, seen.height, 4 * seen.width, QImage.Format.Format_RGB32).copy()


@contextmanager
def _reading(path: Path) -> Iterator[Image.Image]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # the size is checked here
            # no other formats are even tried: Pillow's EPS reader would start another program
            with Image.open(path, formats=FORMATS) as image:
                yield image
    except Image.DecompressionBombError as error:
        raise _too_large(path) from error
    except (OSError, SyntaxError, ValueError) as error:
        raise _unreadable(path) from error


def _unreadable(path: Path) -> VideoGenError:
    return VideoGenError(
        "figure-unreadable",
        f"The figure {path.name} could not be read.",
        "Fetch the paper again; if it stays so, remove the figure from its folder.",
    )


def _too_large(path: Path) -> VideoGenError:
    return VideoGenError(
        "figure-too-large",
        f"The figure {path.name} has too many pixels to draw.",
        "Put a smaller copy of it in the same place, then start again.",
    )


def _turn(image: Image.Image) -> int:
    return int(image.getexif().get(_ORIENTATION, 1))


def _bytes_per_pixel(mode: str) -> int:
    return {"1": 1, "L": 1, "P": 1, "I;16": 2, "I;16B": 2, "I;16L": 2}.get(mode, 4)


def _reduced(image: Image.Image, factor: int) -> Image.Image:
    """Average blocks of ``factor`` × ``factor`` pixels, a strip at a time, on a white ground."""
    rows = factor * max(1, _STRIP_PIXELS // (image.width * factor))
    whole: Image.Image | None = None
    for top in range(0, image.height, rows):
        strip = _opaque(image.crop((0, top, image.width, min(top + rows, image.height)))).reduce(factor)
        if whole is None:
            whole = Image.new(strip.mode, (strip.width, -(-image.height // factor)))
        whole.paste(strip, (0, top // factor))
    return whole if whole is not None else _opaque(image)


def _opaque(image: Image.Image) -> Image.Image:
    """Return the picture in L, RGB, CMYK or LAB, what is transparent on white."""
    if image.mode.startswith("I"):
        return image.point(lambda value: value / 256).convert("L")  # 16 bits a pixel
    if image.mode in {"L", "RGB", "CMYK", "LAB"}:
        clear = image.info.get("transparency") is not None and image.mode != "CMYK"
        if not clear:
            return image
    if image.mode in {"1", "F"}:
        return image.convert("L")
    if image.mode in {"RGBA", "LA", "PA", "RGBa", "La"} or image.info.get("transparency") is not None:
        seen = image.convert("RGBA")
        ground = Image.new("RGB", seen.size, "white")
        ground.paste(seen, mask=seen.getchannel("A"))
        return ground
    return image.convert("RGB")


def in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Convert to sRGB by the file's own profile; a profile that is broken or of another kind is ignored."""
    target = ImageCms.createProfile("sRGB")
    try:
        if image.mode == "LAB":
            return ImageCms.profileToProfile(
                image, ImageCms.createProfile("LAB"), target, outputMode="RGB"
            ) or image.convert("RGB")
        if profile:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            return ImageCms.profileToProfile(image, source, target, outputMode="RGB") or image.convert("RGB")
    except (ImageCms.PyCMSError, OSError):
        pass
    return image.convert("RGB")
