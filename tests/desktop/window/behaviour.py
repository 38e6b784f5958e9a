"""What many tests of the window begin with: a film that is made, a job that runs, and what they look at."""

from __future__ import annotations

import hashlib
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel, QMenu, QToolButton

from tests.desktop.player.films import make_film
from videogen_desktop.jobs.model import Ending, Film
from videogen_desktop.jobs.settings import Profile, read_settings, write_settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from tests.desktop.window.desk import Desk
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.model import Job
    from videogen_desktop.jobs.store import JobStore

GREEN = QColor(0, 200, 0)
"""Of the picture of each film that is made here."""

_WORKS = (
    "import pathlib, sys, time; held = bytearray(b'x') * {held}; go = pathlib.Path(sys.argv[1])\n"
    "while not go.exists(): time.sleep(0.02)\n"
)


def finish_first(folder: DataFolder) -> Callable[[JobStore], None]:
    """The first job of the line is done: a second of film that can be played, with a green picture."""

    def finish(store: JobStore) -> None:
        store.set_reason("owner", False)
        claim = store.claim("a worker")
        assert claim
        path = folder.film_of(claim.job.key) / "final_video.mp4"
        path.parent.mkdir(parents=True)
        make_film(path, 30)
        picture = QImage(320, 180, QImage.Format.Format_RGB32)
        picture.fill(GREEN)
        picture.save(str(path.with_name("thumbnail.jpg")))
        content = path.read_bytes()
        proof = hashlib.sha256(content).hexdigest()
        film = Film(path, 84.2, 320, 180, len(content), proof, 0.0, claim.attempt)
        store.finish(claim, Ending("completed", "completed", film=film))
        store.set_reason("owner", True)

    return finish


def let_work(folder: DataFolder, *, held: int = 0) -> Profile:
    """Have a pipeline that works until ``leave_off`` is called, makes no film, and holds so many bytes."""
    code = _WORKS.format(held=held)
    go = str(folder.root / "go")
    profile = Profile("worker", (sys.executable, "-c", code, go, "{paper_id}", "{output_dir}"))
    write_settings(folder.settings, replace(read_settings(folder.settings), profiles=(profile,)))
    return profile


def leave_off(folder: DataFolder) -> None:
    """The pipeline of ``let_work`` ends now, and every further one at once."""
    (folder.root / "go").touch()


def stored(desk: Desk, job_id: int) -> Job:
    """A job as the store has it."""
    job = desk.store.get(job_id)
    assert job is not None
    return job


def label(desk: Desk, name: str) -> str:
    """What the label of the status bar says that is heard under that name."""
    [found] = [each for each in desk.window.status.findChildren(QLabel) if each.accessibleName() == name]
    return found.text()


def close_notices(desk: Desk) -> None:
    """Close each notice by its own button."""
    while desk.window.notices.text:
        buttons = desk.window.notices.findChildren(QToolButton)
        next(button for button in buttons if button.isVisible()).click()


def entry(menu: QMenu, name: str) -> QAction:
    """An entry of a menu or of one in it."""
    for action in menu.actions():
        if action.objectName() == name:
            return action
        inner = action.menu()
        if isinstance(inner, QMenu) and any(each.objectName() == name for each in inner.actions()):
            return entry(inner, name)
    raise LookupError(name)
