"""Pictures from anywhere, looked at so that a broken or a huge one does no harm."""

from __future__ import annotations

import io
import re
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, UnidentifiedImageError

from videogen_desktop.errors import VideoGenError

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_PIXELS = 80_000_000
"""Decoded to four bytes a pixel, 320 MB; a page at 600 dots an inch has 35 million."""
FORMATS = ("JPEG", "PNG", "GIF", "TIFF", "WEBP")
SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".gif")
"""Endings of picture files, the best kind for a figure first: PubMed Central's GIFs are thumbnails."""

_SNIFFED = 1024
_VECTOR = re.compile(rb"<svg\b|<!DOCTYPE\s+svg|^%!PS|^%PDF", re.IGNORECASE)


@dataclass(frozen=True)
class PictureFacts:
    """What a sound picture is: its size in pixels and one of ``FORMATS``."""

    width: int
    height: int
    format: str


def check_picture(source: Path | bytes, *, max_pixels: int = MAX_PIXELS) -> PictureFacts:
    """Prove that a picture can be shown, by its content and not its name.

    The size is read from the header before anything is decoded; then the whole picture is decoded once. Of
    several frames or pages the first counts.

    Args:
        source: A file, or what is in one.
        max_pixels: A larger picture is refused.

    Raises:
        VideoGenError: ``bad-picture``.
    """
    if _is_vector(source):
        raise _bad("it is a drawing (SVG, PostScript or PDF), not a picture of dots")
    opened = io.BytesIO(source) if isinstance(source, bytes) else source
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of what is refused here or does not matter
            with Image.open(opened, formats=[*FORMATS, "MPO"]) as picture:
                facts = PictureFacts(picture.width, picture.height, _format(picture))
                if facts.width * facts.height > max_pixels:
                    raise _too_many_pixels(facts.width, facts.height)
                picture.load()
    except VideoGenError:
        raise
    except Image.DecompressionBombError as error:
        raise _bad("it has far more pixels than a figure needs") from error
    except UnidentifiedImageError as error:
        raise _bad("it is not a JPEG, PNG, GIF, TIFF or WebP picture") from error
    except Exception as error:  # a decoder may fail in any way on a file made to break it
        raise _bad("it is damaged") from error
    return facts


def picture_key(name: str) -> str:
    """Return what is the same in a graphic's name in the XML and in its file's name.

    ``info:doi/10.1371/journal.pone.0026358.g001`` and ``pone.0026358.g001.jpg`` share ``pone.0026358.g001``.
    """
    key = re.split(r"[/\\]", name.strip())[-1].lower()
    for suffix in SUFFIXES:
        key = key.removesuffix(suffix)
    return key.removeprefix("journal.")


def matching_file(graphics: Iterable[str], files: Iterable[str]) -> str | None:
    """Return the file that is a figure's picture, the best kind of it, None when none is.

    Args:
        graphics: The names that the XML gives the picture, in order of preference.
        files: Names of files, with or without folders before them.
    """
    by_key: dict[str, list[str]] = {}
    for file in sorted(files):
        if Path(file).suffix.lower() in SUFFIXES:
            by_key.setdefault(picture_key(file), []).append(file)
    for graphic in graphics:
        candidates = by_key.get(picture_key(graphic), [])
        if candidates:
            return min(candidates, key=lambda file: _preference(graphic, file))
    return None


def _preference(graphic: str, file: str) -> tuple[bool, int, int]:
    """The very file that is named comes first, then the best kind, then the one in the outermost folder."""
    return not file.endswith(graphic), SUFFIXES.index(Path(file).suffix.lower()), file.count("/")


def _is_vector(source: Path | bytes) -> bool:
    if isinstance(source, bytes):
        return bool(_VECTOR.search(source[:_SNIFFED]))
    try:
        with source.open("rb") as file:
            return bool(_VECTOR.search(file.read(_SNIFFED)))
    except OSError as error:
        raise _bad("its file cannot be read") from error


def _format(picture: Image.Image) -> str:
    """A JPEG of several pictures (MPO), as some cameras write, is a JPEG."""
    return "JPEG" if picture.format == "MPO" else picture.format or ""


def _too_many_pixels(width: int, height: int) -> VideoGenError:
    return _bad(f"it has {width} × {height} pixels, far more than a figure needs")


def _bad(reason: str) -> VideoGenError:
    return VideoGenError(
        "bad-picture",
        f"The picture cannot be used: {reason}.",
        "The film is made without it; to show it, save it as PNG or JPEG and start again.",
    )
