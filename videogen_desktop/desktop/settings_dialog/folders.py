"""Settings: where finished films go."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton

from videogen_desktop.desktop.exporting.validity import Sentence, mark
from videogen_desktop.desktop.settings_dialog.controls import FolderField, button_row
from videogen_desktop.desktop.settings_dialog.page import Page
from videogen_desktop.desktop.title_text import isolated

if TYPE_CHECKING:
    from pathlib import Path

    from videogen_desktop.desktop.queue_link import QueueLink
    from videogen_desktop.desktop.settings_dialog.draft import Draft
    from videogen_desktop.jobs.data_folder import DataFolder


class FoldersPage(Page):
    """Where films go.

    Args:
        link: Knows the data folder.
    """

    icon: ClassVar[str] = "folder-open"

    @staticmethod
    def called() -> str:
        """What the list of pages calls it."""
        return QCoreApplication.translate("FoldersPage", "Folders")

    def __init__(self, link: QueueLink) -> None:
        super().__init__()
        self._link = link
        self._root = link.queue.folder.root
        self._films = FolderField(
            self.tr("Folder of finished films"),
            self.tr("Folder for finished films"),
            self.tr("The usual one: {folder}").format(folder=self._root / "films"),
        )
        self._problem = Sentence("bad")
        self._later = Sentence("warning")
        self._before: Path | None = None
        self._lay_out()
        self._films.changed.connect(self._check)

    @property
    def problem(self) -> str:
        """Why films cannot go there."""
        return self._films.line.accessibleDescription()

    def show_draft(self, draft: Draft) -> None:
        """Show where films go."""
        self._before = self._link.queue.settings().films_folder
        self._films.take(draft.queue.films_folder)
        self._check()

    def taken_into(self, draft: Draft) -> Draft:
        """The folder as it is chosen."""
        return replace(draft, queue=replace(draft.queue, films_folder=self._films.folder()))

    def leave(self) -> None:
        """Look no more."""
        self._link.background.drop(self)

    def _check(self) -> None:
        folder = self._films.folder()
        problem = ""
        if folder is not None and not folder.is_absolute():
            problem = self.tr("Give the whole path of the folder, or choose it with Browse.")
        self._tell(problem)
        if folder is None or problem:
            self._link.background.drop(self)
        else:
            data = self._link.queue.folder
            self._link.background.run(lambda: _obstacle(folder, data), self._hindered, key=self)
        changed = folder != self._before and not problem
        later = self.tr("Films go there from the next start of the program on.")
        self._later.tell(later if changed else "")

    def _hindered(self, obstacle: str) -> None:
        problems = {
            "": "",
            "absent": self.tr("Its drive is not there. Connect it, or choose another folder."),
            "file": self.tr("There is a file in that place, and no folder."),
            "own": self.tr("The program clears its own files away there. Choose another folder."),
            "forbidden": self.tr("Nothing can be written there. Choose a folder of your own."),
        }
        self._tell(problems[obstacle])

    def _tell(self, problem: str) -> None:
        mark(self._films.line, problem, self._problem)
        self.edited.emit()

    def _lay_out(self) -> None:
        self.row(
            self.tr("Finished &films:"),
            self._films,
            self._problem,
            self._later,
            name=self.tr("Folder of finished films"),
        )
        self.note(
            self.tr(
                "Films that are finished stay where they are, and the list still finds them there. Working "
                "files, logs and the list itself stay in the program's own folder."
            )
        )
        self.section(self.tr("The program's own folder"))
        self.note(isolated(str(self._root)))
        show = QPushButton(self.tr("&Open this folder"))
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._root))))
        self.whole(button_row(show))
        self.end()


def _obstacle(folder: Path, data: DataFolder) -> str:
    """What stands against films in a folder, there already or not.

    Returns:
        ``own``, ``absent``, ``file``, ``forbidden``, or nothing.
    """
    try:
        if data.clears(folder):
            return "own"
        there = next((path for path in (folder, *folder.parents) if path.exists()), None)
    except (OSError, RuntimeError):  # the latter where links lead round in a circle
        return "forbidden"
    if there is None:
        return "absent"
    if not there.is_dir():
        return "file"
    try:
        with tempfile.TemporaryFile(
            dir=there
        ):  # Windows says of nearly every folder that it may be written to
            return ""
    except OSError:
        return "forbidden"
