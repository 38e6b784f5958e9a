"""Finished films as a file manager takes them: under names that people read, not that of the queue's file."""

from __future__ import annotations

import contextlib
import shutil
import time
import uuid
from concurrent.futures import ThreadPoolExecutor, wait
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, QUrl

from videogen_desktop.desktop.export import USUAL_TEMPLATE, plan_export
from videogen_desktop.desktop.export.settings import ExportSettings
from videogen_desktop.desktop.title_text import shown
from videogen_desktop.errors import VideoGenError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from videogen_desktop.jobs.model import Job

HANDED_OUT: Final = "handed-out"
"""The folder, in the data folder, of the names under which films were dragged out."""

_WAIT_S: Final = 0.05
"""What a drag may begin late; what has no name by then goes out as the file it is."""
_SMALL: Final = 4 * 1000**2
"""Bytes of a film that is copied where the drive knows no second name for a file."""


class HandingOut:
    """Gives films that are dragged out a second name, off the UI thread, and takes the names back at its end.

    Args:
        folder: Where the names are; on the drive of the films a name costs nothing.
        wait_s: How long a drag waits for them.
    """

    def __init__(self, folder: Path, *, wait_s: float = _WAIT_S) -> None:
        self._folder = folder
        self._wait_s = wait_s
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="handing-out")
        self._executor.submit(_forget, folder)

    def mime_of(self, jobs: Sequence[Job], template: str = USUAL_TEMPLATE) -> QMimeData:
        """The films of jobs as files, and their titles as text; jobs without a film have only a title."""
        finished = [job for job in jobs if job.film]
        handed: dict[int, Path] = {job.id: job.film.path for job in finished if job.film}
        deadline = time.monotonic() + self._wait_s
        folder = self._folder / uuid.uuid4().hex[:8]
        names = self._executor.submit(_give_names, finished, template, folder, handed, deadline)
        wait([names], self._wait_s)
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in list(handed.values())])
        mime.setText("\n".join(shown(job.paper.title) or job.key for job in jobs))
        return mime

    def close(self) -> None:
        """Take all the names back; the films stay."""
        self._executor.submit(_forget, self._folder)
        self._executor.shutdown(wait=True)


def _give_names(
    jobs: Sequence[Job], template: str, folder: Path, handed: dict[int, Path], deadline: float
) -> None:
    """Put a named path in the place of each film's own; what fails or comes too late stays as it was."""
    try:
        folder.mkdir(parents=True)
        plan = plan_export(jobs, ExportSettings(folder=folder, template=template, parts=("film",)))
    except (VideoGenError, OSError):
        return
    for item in plan.items:
        if time.monotonic() > deadline:
            return
        if item.source is not None and _named(item.source, item.target, item.size):
            handed[item.job_id] = item.target


def _named(film: Path, target: Path, size: int) -> bool:
    try:
        if film.is_symlink():
            return False
        target.hardlink_to(film)
    except OSError:
        return size <= _SMALL and _copied(film, target)
    return True


def _copied(film: Path, target: Path) -> bool:
    try:
        shutil.copyfile(film, target, follow_symlinks=False)
    except OSError:
        with contextlib.suppress(OSError):
            target.unlink(missing_ok=True)
        return False
    return True


def _forget(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
