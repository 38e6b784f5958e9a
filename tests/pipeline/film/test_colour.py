from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from videogen_desktop.pipeline.film.colour import YuvPicture

# Y', Cb, Cr of the 100 % colour bars: ITU-R BT.709 in 8 bits, limited range
BARS = {
    "#ffffff": (235, 128, 128),
    "#000000": (16, 128, 128),
    "#ffff00": (219, 16, 138),
    "#00ffff": (188, 154, 16),
    "#00ff00": (173, 42, 26),
    "#ff00ff": (78, 214, 230),
    "#ff0000": (63, 102, 240),
    "#0000ff": (32, 240, 118),
}


def samples(picture: YuvPicture) -> list[np.ndarray]:
    return [
        np.frombuffer(bytes(plane), np.uint8).reshape(plane.height, plane.line_size)[:, : plane.width]
        for plane in picture.frame.planes
    ]


def noise(width: int, height: int, seed: int) -> QImage:
    pixels = np.random.default_rng(seed).integers(0, 256, (height, width, 4), dtype=np.uint8)
    return QImage(pixels.tobytes(), width, height, QImage.Format.Format_RGB32).copy()


@pytest.mark.parametrize("colour", BARS)
def test_the_matrix_is_that_of_bt709_in_limited_range(colour: str) -> None:
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    picture = YuvPicture(64, 64)
    picture.update(image, image.rect())
    for plane, expected in zip(samples(picture), BARS[colour], strict=True):
        assert np.abs(plane.astype(int) - expected).max() <= 1


def test_a_chroma_sample_is_the_mean_of_its_own_four_pixels() -> None:
    image = noise(640, 360, seed=1)
    picture = YuvPicture(640, 360)
    picture.update(image, image.rect())
    blue, green, red = (
        np.frombuffer(image.constBits(), np.uint8).reshape(360, 640, 4)[..., channel].astype(float)
        for channel in range(3)
    )
    luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    expected = (
        16 + 219 * luma / 255,
        128 + 224 * (blue - luma) / 1.8556 / 255,
        128 + 224 * (red - luma) / 1.5748 / 255,
    )
    y, cb, cr = samples(picture)
    assert np.abs(y - expected[0]).max() < 0.6
    for plane, full in ((cb, expected[1]), (cr, expected[2])):
        box = full.reshape(180, 2, 320, 2).mean(axis=(1, 3))
        assert np.abs(plane - box).max() < 0.7


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (1080, 1080)])
def test_patches_leave_no_seam(size: tuple[int, int]) -> None:
    """Sample for sample, a picture patched many times is the one that was converted whole."""
    width, height = size
    image, target = noise(width, height, seed=2), noise(width, height, seed=3)
    patched, whole = YuvPicture(width, height), YuvPicture(width, height)
    patched.update(image, image.rect())
    painter = QPainter(image)
    random = np.random.default_rng(4)
    edges = [
        QRect(0, 0, 1, 1),
        QRect(width - 1, height - 1, 1, 1),
        QRect(width - 1, 0, 1, height),
        QRect(0, height - 1, width, 1),
        QRect(3, height - 3, 7, 3),
        QRect(5, 5, 1, 1),
    ]
    anywhere = [
        QRect(
            int(random.integers(width)),
            int(random.integers(height)),
            int(random.integers(1, 200)),
            int(random.integers(1, 120)),
        )
        for _ in range(150)
    ]
    for rect in edges + anywhere:
        painter.drawImage(rect, target, rect)
        patched.update(image, rect)
    painter.end()
    whole.update(image, image.rect())
    for one, other in zip(samples(patched), samples(whole), strict=True):
        assert np.array_equal(one, other)


def test_what_lies_outside_the_picture_is_no_change() -> None:
    image = noise(64, 64, seed=5)
    picture = YuvPicture(64, 64)
    picture.update(image, image.rect())
    before = [plane.copy() for plane in samples(picture)]
    image.fill(QColor("red"))
    for rect in (QRect(64, 0, 10, 10), QRect(-20, -20, 20, 20), QRect(10, 10, 0, 0)):
        picture.update(image, rect)
    assert all(np.array_equal(one, other) for one, other in zip(before, samples(picture), strict=True))


def test_a_drawing_of_another_size_is_refused() -> None:
    with pytest.raises(ValueError, match="64×62"):
        YuvPicture(64, 64).update(noise(64, 62, seed=6), QRect(0, 0, 2, 2))
    with pytest.raises(ValueError, match="4:2:0"):
        YuvPicture(63, 64)
