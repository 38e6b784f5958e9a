"""Whether films can go to a folder is tried: what the system says of rights is not the whole truth."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit

from videogen_desktop.desktop.preferences import Preferences
from videogen_desktop.desktop.settings_dialog.draft import Draft
from videogen_desktop.desktop.settings_dialog.folders import FoldersPage
from videogen_desktop.jobs.settings import QueueSettings

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from videogen_desktop.desktop.queue_link import QueueLink

FORBIDDEN = "Nothing can be written there. Choose a folder of your own."


@pytest.fixture
def page(qtbot: QtBot, link: QueueLink) -> FoldersPage:
    page = FoldersPage(link)
    qtbot.addWidget(page)
    page.show_draft(Draft(Preferences(), QueueSettings()))
    page.show()
    return page


def name(page: FoldersPage, folder: Path) -> None:
    page.findChildren(QLineEdit)[0].setText(str(folder))


def said(page: FoldersPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


@pytest.mark.skipif(sys.platform != "linux", reason="the folder of processes takes no files, from nobody")
def test_a_folder_that_only_seems_to_take_files_is_refused(
    page: FoldersPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: True)  # as Windows says of nearly every folder
    name(page, Path("/proc/films"))

    qtbot.waitUntil(lambda: FORBIDDEN in said(page))
    assert page.problem == FORBIDDEN


def test_a_folder_that_takes_files_is_left_as_it_was(
    page: FoldersPage, qtbot: QtBot, link: QueueLink, tmp_path: Path
) -> None:
    (tmp_path / "films").mkdir()
    (tmp_path / "file").touch()
    name(page, tmp_path / "file")
    qtbot.waitUntil(lambda: bool(page.problem))

    name(page, tmp_path / "films" / "of mine")
    qtbot.waitUntil(lambda: not link.background.busy)

    assert page.problem == ""
    assert list((tmp_path / "films").iterdir()) == []


def test_a_folder_on_a_drive_that_is_absent_is_refused(
    page: FoldersPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "films"
    absent, exists = {folder, *folder.parents}, Path.exists
    monkeypatch.setattr(Path, "exists", lambda path: path not in absent and exists(path))
    name(page, folder)

    qtbot.waitUntil(lambda: bool(page.problem))
    assert page.problem == "Its drive is not there. Connect it, or choose another folder."
