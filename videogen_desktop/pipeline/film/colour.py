"""From the drawn picture (RGB) to the encoder's (Y'CbCr), only where it changed.

The matrix is that of ITU-R BT.709 in limited range, Y' from 16 to 235. Each chroma sample is the mean of
its own two by two pixels, so that it sits in their middle (H.264 calls this chroma location 1, and the
encoder says so). A patch of whole two-by-two blocks therefore needs nothing from around it, and a patched
picture is the same, sample for sample, as one converted whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import av
import numpy as np
from av.video.reformatter import ColorRange, Colorspace, Interpolation, VideoReformatter

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QImage

    Samples = np.ndarray[tuple[int, ...], np.dtype[np.uint8]]

_FEWEST_ROWS = 4  # swscale does not average two rows when they are all there is

_BOX = Interpolation.AREA | Interpolation.ACCURATE_RND


class YuvPicture:
    """One picture for the encoder, kept up with a drawn one.

    Args:
        width: Even, in pixels.
        height: Even and at least 4, in pixels.
    """

    def __init__(self, width: int, height: int) -> None:
        if width % 2 or height % 2 or height < _FEWEST_ROWS:
            raise ValueError(f"a picture of {width}×{height} cannot be 4:2:0")
        self.frame = av.VideoFrame(width, height, "yuv420p")
        self._planes = _planes(self.frame)
        self._reformatter = VideoReformatter()

    def update(self, image: QImage, changed: QRect) -> None:
        """Take over the part of ``image`` (``Format_RGB32``, of the same size) that changed.

        Raises:
            ValueError: when ``image`` has another size.
        """
        width, height = self.frame.width, self.frame.height
        if (image.width(), image.height()) != (width, height):
            raise ValueError(f"drawn {image.width()}×{image.height()}, filmed {width}×{height}")
        left, right = _even_span(changed.left(), changed.left() + changed.width(), width, 2)
        top, bottom = _even_span(changed.top(), changed.top() + changed.height(), height, _FEWEST_ROWS)
        if left >= right or top >= bottom:
            return
        patch = self._converted(_pixels(image)[top:bottom, left:right])
        for plane, part, shift in zip(self._planes, _planes(patch), (0, 1, 1), strict=True):
            plane[top >> shift : bottom >> shift, left >> shift : right >> shift] = part

    def _converted(self, pixels: Samples) -> av.VideoFrame:
        return self._reformatter.reformat(
            av.VideoFrame.from_numpy_buffer(pixels, format="bgra"),
            format="yuv420p",
            src_colorspace=Colorspace.ITU709,
            dst_colorspace=Colorspace.ITU709,
            src_color_range=ColorRange.JPEG,
            dst_color_range=ColorRange.MPEG,
            interpolation=_BOX,
            threads=1,
        )


def _pixels(image: QImage) -> Samples:
    """The image's memory as rows of pixels of blue, green, red and one unused byte."""
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 4].reshape(image.height(), image.width(), 4)


def _planes(frame: av.VideoFrame) -> list[Samples]:
    return [
        np.frombuffer(memoryview(plane), np.uint8).reshape(plane.height, plane.line_size)[:, : plane.width]
        for plane in frame.planes
    ]


def _even_span(start: int, end: int, limit: int, least: int) -> tuple[int, int]:
    """Grow a span to even ends and to ``least``, inside 0 to ``limit``; empty outside of it."""
    start, end = max(start, 0), min(end, limit)
    if start >= end:
        return 0, 0
    start = min(start - start % 2, limit - least)
    return start, max(end + end % 2, start + least)
