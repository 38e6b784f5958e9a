"""What whoever makes a film adds of their own: a logo, and closing words. Neither is taken from the paper."""

from __future__ import annotations

import io
import os
import stat
import unicodedata
from typing import TYPE_CHECKING

from PIL import Image, ImageOps

from videogen_desktop.errors import VideoGenError
from videogen_desktop.papers.pictures import check_picture
from videogen_desktop.pipeline.job import LONGEST_CLOSING

if TYPE_CHECKING:
    from pathlib import Path

LARGEST_LOGO = 10 * 1024**2
"""Bytes of a logo's file."""
_MOST_PIXELS = 16_000_000
_FORMATS = ("PNG", "JPEG")
_UNREADABLE = {"Cc", "Cs", "Zl", "Zp"}
_READING = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
)


def closing_words(text: str) -> str:
    """Return closing words on one line, without control characters.

    Raises:
        VideoGenError: ``bad-closing`` when there are more than ``LONGEST_CLOSING`` characters.
    """
    visible = "".join(" " if unicodedata.category(letter) in _UNREADABLE else letter for letter in text)
    words = " ".join(visible.split())
    if len(words) > LONGEST_CLOSING:
        raise VideoGenError(
            "bad-closing",
            f"The closing words have {len(words)} characters; there is room for {LONGEST_CLOSING}.",
            "Shorten them and start again.",
        )
    return words


def read_logo(path: Path) -> bytes:
    """Read a logo and prove that it can be shown: a PNG or JPEG picture with something to see on it.

    A link, a device or a pipe is not read.

    Raises:
        VideoGenError: ``bad-logo``.
    """
    content = _content_of(path)
    try:
        facts = check_picture(content, max_pixels=_MOST_PIXELS)
    except VideoGenError as error:
        raise _bad_logo(f"{path.name} cannot be a logo. {error.message}") from error
    if facts.format not in _FORMATS:
        raise _bad_logo(f"{path.name} cannot be a logo: it is a {facts.format} picture.")
    if open_logo(content).getchannel("A").getbbox() is None:
        raise _bad_logo(f"{path.name} cannot be a logo: all of it is transparent.")
    return content


def open_logo(content: bytes) -> Image.Image:
    """Decode what ``read_logo`` has read: upright, in RGBA, its colours still those of the file's profile."""
    with Image.open(io.BytesIO(content), formats=[*_FORMATS, "MPO"]) as picture:
        upright = ImageOps.exif_transpose(picture)
        if upright.mode.startswith("I"):
            upright = upright.point(lambda value: value / 256).convert("L")  # 16 bits a pixel
        return upright.convert("RGBA")


def _content_of(path: Path) -> bytes:
    try:
        if path.is_symlink():
            raise _bad_logo(f"The logo {path.name} is a link to another file.")
        descriptor = os.open(path, _READING)
    except FileNotFoundError:
        raise _bad_logo(f"The logo {path} is not there.") from None
    except (OSError, ValueError) as error:
        raise _bad_logo(f"The logo {path.name} cannot be read.") from error
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise _bad_logo(f"The logo {path.name} is not a file.")
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            content = file.read(LARGEST_LOGO + 1)
    except OSError as error:
        raise _bad_logo(f"The logo {path.name} cannot be read.") from error
    finally:
        os.close(descriptor)
    if len(content) > LARGEST_LOGO:
        raise _bad_logo(f"The logo {path.name} is larger than {LARGEST_LOGO // 1024**2} MB.")
    return content


def _bad_logo(message: str) -> VideoGenError:
    return VideoGenError(
        "bad-logo",
        message,
        f"Choose a PNG or JPEG picture of at most {LARGEST_LOGO // 1024**2} MB, or make the film without a "
        "logo.",
    )
