from __future__ import annotations

import io
import struct
import time
import tracemalloc
import zlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from tests.yardstick import slowness
from videogen_desktop.errors import VideoGenError
from videogen_desktop.papers.pictures import PictureFacts, check_picture, matching_file, picture_key

if TYPE_CHECKING:
    from pathlib import Path


def picture(kind: str, size: tuple[int, int] = (40, 30), mode: str = "RGB") -> bytes:
    buffer = io.BytesIO()
    image = Image.linear_gradient("L").resize(size).convert(mode)
    image.save(buffer, kind)
    return buffer.getvalue()


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def huge_png(width: int, height: int) -> bytes:
    """A few bytes that claim to be a picture of this size."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0" * 100_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def refused(source: bytes | Path) -> VideoGenError:
    with pytest.raises(VideoGenError) as caught:
        check_picture(source)
    assert caught.value.code == "bad-picture"
    assert caught.value.hint
    return caught.value


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "TIFF", "WEBP"])
def test_the_five_formats_are_told_by_their_content(tmp_path: Path, kind: str) -> None:
    content = picture(kind)
    assert check_picture(content) == PictureFacts(40, 30, kind)
    misnamed = tmp_path / "figure.xyz"
    misnamed.write_bytes(content)
    assert check_picture(misnamed) == PictureFacts(40, 30, kind)


@pytest.mark.parametrize("mode", ["1", "L", "RGBA", "CMYK", "I;16"])
def test_unusual_kinds_of_dots_are_sound(mode: str) -> None:
    assert check_picture(picture("TIFF", mode=mode)).format == "TIFF"


@pytest.mark.parametrize("kind", ["BMP", "PPM", "ICO", "PDF", "EPS"])
def test_other_formats_are_refused(kind: str) -> None:
    refused(picture(kind))


@pytest.mark.parametrize(
    "drawing",
    [
        b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><image href="http://127.0.0.1:9/x"/></svg>',
        b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>',
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n(/etc/passwd) run",
        b"%PDF-1.7\n",
    ],
)
def test_a_drawing_is_refused_and_never_followed(drawing: bytes) -> None:
    assert "drawing" in refused(drawing).message


@pytest.mark.parametrize(("width", "height"), [(100_000, 100_000), (2**31 - 1, 2**31 - 1), (9_000, 9_000)])
def test_a_huge_picture_is_refused_before_it_is_decoded(width: int, height: int) -> None:
    content = huge_png(width, height)
    before = time.process_time()
    tracemalloc.start()
    error = refused(content)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "pixels" in error.message
    assert time.process_time() - before < 1 * slowness()
    assert peak < 5_000_000


def test_the_limit_on_pixels_can_be_set() -> None:
    with pytest.raises(VideoGenError) as caught:
        check_picture(picture("PNG"), max_pixels=1199)
    assert "40 × 30" in caught.value.message
    check_picture(picture("PNG"), max_pixels=1200)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "TIFF"])
def test_a_truncated_picture_is_refused(kind: str) -> None:
    content = picture(kind, size=(400, 300))
    refused(content[: len(content) // 2])
    refused(content[:20])


def test_a_real_picture_cut_short_is_refused(corpus: Path, tmp_path: Path) -> None:
    content = (corpus / "elife-32671" / "fig1.jpg").read_bytes()
    assert check_picture(content) == PictureFacts(1500, 1337, "JPEG")
    for end in (1000, len(content) // 2, len(content) - 2000):
        cut = tmp_path / "cut.jpg"
        cut.write_bytes(content[:end])
        refused(cut)


def test_a_corrupt_picture_is_refused() -> None:
    content = picture("PNG", size=(400, 300))
    middle = len(content) // 2
    refused(
        content[:middle]
        + bytes(byte ^ 0xFF for byte in content[middle : middle + 50])
        + content[middle + 50 :]
    )
    refused(b"\xff\xd8\xff\xe0" + b"\x00" * 500)


def test_what_is_no_picture_is_refused(tmp_path: Path) -> None:
    refused(b"")
    refused(b"<html>not here</html>")
    refused(tmp_path / "missing.png")
    refused(tmp_path)


SEEDS = {kind: picture(kind, size=(32, 32)) for kind in ("JPEG", "PNG", "GIF", "TIFF", "WEBP")}


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(sorted(SEEDS)),
    st.lists(st.tuples(st.integers(0, 4000), st.binary(min_size=1, max_size=4)), min_size=1, max_size=6),
)
def test_no_damage_to_a_picture_ends_in_anything_but_a_sentence(
    kind: str, hits: list[tuple[int, bytes]]
) -> None:
    content = bytearray(SEEDS[kind])
    for place, damage in hits:
        start = place % len(content)
        content[start : start + len(damage)] = damage
    try:
        facts = check_picture(bytes(content))
    except VideoGenError as error:
        assert error.code == "bad-picture"  # noqa: PT017 - either outcome is right
    else:
        assert facts.width * facts.height <= 80_000_000


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("fig1.jpg", "fig1"),
        ("FIG1.TIFF", "fig1"),
        ("pone.0026358.g001", "pone.0026358.g001"),
        ("info:doi/10.1371/journal.pone.0026358.g001", "pone.0026358.g001"),
        ("pone.0026358.g001.jpg", "pone.0026358.g001"),
        ("1471-2180-11-174-1", "1471-2180-11-174-1"),
        ("figures\\Fig 2.PNG", "fig 2"),
    ],
)
def test_names_of_graphics_and_files_meet(name: str, key: str) -> None:
    assert picture_key(name) == key


@pytest.mark.parametrize(
    ("graphics", "files", "expected"),
    [
        (("g1",), ("g1.gif", "g1.jpg", "g2.jpg"), "g1.jpg"),
        (("g1.tif",), ("g1.jpg", "g1.tif"), "g1.tif"),
        (("g1.tif",), ("G1.JPG",), "G1.JPG"),
        (("missing", "g2"), ("a/g2.png", "g2.png"), "g2.png"),
        (
            ("info:doi/10.1371/journal.pone.0026358.g001",),
            ("pone.0026358.g001.jpg",),
            "pone.0026358.g001.jpg",
        ),
        (("g1",), ("g1.svg", "g1.pdf", "g1.xml", "g10.jpg"), None),
        ((), ("g1.jpg",), None),
        (("../../etc/passwd",), ("passwd.jpg",), "passwd.jpg"),
    ],
)
def test_the_best_file_is_chosen(
    graphics: tuple[str, ...], files: tuple[str, ...], expected: str | None
) -> None:
    assert matching_file(graphics, files) == expected
