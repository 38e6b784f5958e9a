"""Small pictures of films for the list, read off the UI thread."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap

if TYPE_CHECKING:
    from pathlib import Path

    from videogen_desktop.desktop.background import Background
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.model import Job

SIZE: Final = QSize(112, 63)
"""Pixels, before the screen's own ratio: 16 to 9."""
_MOST: Final = 600
_THUMBNAIL: Final = "thumbnail.jpg"
_LARGEST_BYTES: Final = 8 * 1024**2


class Thumbnails(QObject):
    """Pictures of jobs' films, as many as are likely to be seen again.

    Args:
        background: Where files are read.
        parent: Owns it.
    """

    arrived = Signal(int)
    """The number of a job whose picture can be had now."""

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._folder: DataFolder | None = None
        self._pictures: OrderedDict[tuple[int, int, float], QPixmap | None] = OrderedDict()
        self._asked: set[tuple[int, int, float]] = set()

    def look_in(self, folder: DataFolder) -> None:
        """Films are in this data folder."""
        self._folder = folder

    def of(self, job: Job, ratio: float) -> QPixmap | None:
        """The picture of a job's film for a screen with that ratio; None until there is one."""
        if self._folder is None or (job.film is None and job.progress.overall == 0):
            return None
        made_by = job.film.made_by if job.film else -int(job.progress.overall * 4)
        key = (job.id, made_by, ratio)
        if key in self._pictures:
            self._pictures.move_to_end(key)
            return self._pictures[key]
        if key not in self._asked:
            self._read(key, job, ratio)
        return None

    def _read(self, key: tuple[int, int, float], job: Job, ratio: float) -> None:
        assert self._folder is not None  # noqa: S101 - asked by the one caller
        self._asked.add(key)
        places = [self._folder.work_of(job.key) / _THUMBNAIL]
        if job.film:
            places.insert(0, job.film.path.parent / _THUMBNAIL)

        def keep(image: QImage | None) -> None:
            self._asked.discard(key)
            self._pictures[key] = _pixmap(image, ratio)
            while len(self._pictures) > _MOST:
                self._pictures.popitem(last=False)
            if image:
                self.arrived.emit(job.id)

        self._background.run(lambda: _first_of(places, SIZE * ratio), keep)


def _first_of(places: list[Path], size: QSize) -> QImage | None:
    for place in places:
        try:
            if place.is_symlink() or not place.is_file() or place.stat().st_size > _LARGEST_BYTES:
                continue
        except OSError:
            continue
        reader = QImageReader(str(place))
        reader.setAutoTransform(True)
        if reader.size().isValid():
            reader.setScaledSize(reader.size().scaled(size, Qt.AspectRatioMode.KeepAspectRatio))
        image = reader.read()
        if not image.isNull():
            return image
    return None


def _pixmap(image: QImage | None, ratio: float) -> QPixmap | None:
    if image is None:
        return None
    pixmap = QPixmap.fromImage(image)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
