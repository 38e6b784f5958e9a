from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image
from PySide6.QtGui import QColor, QImage

from videogen_desktop.pipeline.film.thumbnail import write_thumbnail

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("size", "expected"),
    [((1920, 1080), (1280, 720)), ((1080, 1920), (720, 1280)), ((1080, 1080), (1080, 1080))],
)
def test_a_thumbnail_is_small_and_whole(
    tmp_path: Path, size: tuple[int, int], expected: tuple[int, int]
) -> None:
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor("#1f4e79"))
    write_thumbnail(image, tmp_path / "thumbnail.jpg")
    with Image.open(tmp_path / "thumbnail.jpg") as read:
        assert (read.format, read.mode, read.size) == ("JPEG", "RGB", expected)
        red, green, blue = read.getpixel((10, 10))
    assert abs(red - 0x1F) + abs(green - 0x4E) + abs(blue - 0x79) < 8
    assert [path.name for path in tmp_path.iterdir()] == ["thumbnail.jpg"]
