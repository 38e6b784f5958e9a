"""What a maker brings: a logo that is read safely, and words that fit on one line."""

from __future__ import annotations

import io
import os
import struct
import zlib
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.pipeline.logos import CLEAR, NAVY, logo
from videogen_desktop.errors import VideoGenError
from videogen_desktop.pipeline.job import LONGEST_CLOSING
from videogen_desktop.pipeline.maker import LARGEST_LOGO, closing_words, open_logo, read_logo

if TYPE_CHECKING:
    from pathlib import Path


def refused(path: Path) -> VideoGenError:
    with pytest.raises(VideoGenError) as caught:
        read_logo(path)
    assert caught.value.code == "bad-logo"
    assert path.name in caught.value.message
    assert "PNG or JPEG" in caught.value.hint
    return caught.value


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_is_read_as_it_is_whatever_it_is_called(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "lab.bin"
    path.write_bytes(logo(NAVY, kind=kind))
    assert read_logo(path) == path.read_bytes()


def test_what_is_not_there_is_said_to_be_so(tmp_path: Path) -> None:
    assert "is not there" in refused(tmp_path / "lab.png").message


@pytest.mark.parametrize(
    "content", [b"", b"text", b"<svg xmlns='http://www.w3.org/2000/svg'/>", logo(NAVY)[:300], b"%PDF-1.7"]
)
def test_what_is_no_sound_picture_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "lab.png").write_bytes(content)
    refused(tmp_path / "lab.png")


def test_other_kinds_of_pictures_are_refused_by_their_name(tmp_path: Path) -> None:
    Image.new("RGB", (40, 40)).save(tmp_path / "lab.gif")
    assert "GIF" in refused(tmp_path / "lab.gif").message


def test_a_picture_without_anything_to_see_is_refused(tmp_path: Path) -> None:
    (tmp_path / "lab.png").write_bytes(logo(CLEAR))
    assert "transparent" in refused(tmp_path / "lab.png").message


def test_a_file_that_is_too_large_is_not_decoded(tmp_path: Path) -> None:
    (tmp_path / "lab.png").write_bytes(logo(NAVY) + bytes(LARGEST_LOGO))
    assert "larger than 10 MB" in refused(tmp_path / "lab.png").message


def test_a_small_file_of_very_many_pixels_is_not_decoded(tmp_path: Path) -> None:
    def chunk(name: bytes, content: bytes) -> bytes:
        check = zlib.crc32(name + content)
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", check)

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 8, 6, 0, 0, 0))
    rest = chunk(b"IDAT", b"") + chunk(b"IEND", b"")
    (tmp_path / "lab.png").write_bytes(b"\x89PNG\r\n\x1a\n" + header + rest)
    refused(tmp_path / "lab.png")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    refused(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="links need a right on Windows")
def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "real.png").write_bytes(logo(NAVY))
    (tmp_path / "lab.png").symlink_to(tmp_path / "real.png")
    assert "link" in refused(tmp_path / "lab.png").message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "lab.png")
    refused(tmp_path / "lab.png")


def test_a_photograph_on_its_side_is_turned() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    content = io.BytesIO()
    Image.new("RGB", (60, 20)).save(content, "JPEG", exif=exif)
    assert open_logo(content.getvalue()).size == (20, 60)


def test_sixteen_bits_a_pixel_are_read_as_grey() -> None:
    content = io.BytesIO()
    Image.new("I;16", (8, 8), 0x8080).save(content, "PNG")
    assert open_logo(content.getvalue()).getpixel((4, 4)) == (128, 128, 128, 255)


def test_closing_words_are_put_on_one_line() -> None:
    assert closing_words("  Made\tby\nus\x00 –\u2028 2026 \ud800 ") == "Made by us – 2026"


def test_closing_words_have_an_end() -> None:
    assert closing_words("x" * LONGEST_CLOSING) == "x" * LONGEST_CLOSING
    with pytest.raises(VideoGenError, match="201 characters") as caught:
        closing_words("x" * (LONGEST_CLOSING + 1))
    assert caught.value.code == "bad-closing"
