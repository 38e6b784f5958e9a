"""The picture that stands for the film in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImageWriter

from videogen_desktop.files import write_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage

_LONGEST_SIDE = 1280
"""Pixels; video sites ask for 1280 by 720 and at most 2 MB."""
_QUALITY = 90


def write_thumbnail(image: QImage, path: Path) -> None:
    """Write ``image`` as a JPEG file, at most 1280 pixels long, whole or not at all.

    Raises:
        VideoGenError: ``disk-full`` or ``not-writable``.
        RuntimeError: when this installation of Qt cannot write JPEG.
    """
    size = image.size()
    if max(size.width(), size.height()) > _LONGEST_SIDE:
        size = size.scaled(QSize(_LONGEST_SIDE, _LONGEST_SIDE), Qt.AspectRatioMode.KeepAspectRatio)
    scaled = image.scaled(
        size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpeg"))
    writer.setQuality(_QUALITY)
    if not writer.write(scaled):
        raise RuntimeError("this installation of Qt cannot write JPEG")
    write_bytes(path, bytes(buffer.data().data()))
