"""The sheet of shortcuts, and what is said of the program itself."""

from __future__ import annotations

import importlib.metadata
import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QTreeWidget

from tests.desktop.manners.walking import unnamed, usable, walk
from videogen_desktop.desktop.manners.dialogs import AboutDialog, ShortcutsSheet
from videogen_desktop.desktop.manners.dialogs.licences import COMPONENTS, components_text, own_version
from videogen_desktop.desktop.manners.dialogs.shortcut_groups import groups_of, plain
from videogen_desktop.desktop.player import shortcuts
from videogen_desktop.jobs.doctor.versions import PACKAGES

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from videogen_desktop.desktop.main_window import MainWindow
    from videogen_desktop.desktop.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # a window of offscreen is none


@pytest.fixture
def sheet(window: MainWindow, qtbot: QtBot) -> ShortcutsSheet:
    sheet = ShortcutsSheet(window.actions_, window)
    qtbot.addWidget(sheet)
    sheet.show()
    return sheet


def test_everything_that_can_be_done_is_there_with_its_keys(
    sheet: ShortcutsSheet, window: MainWindow
) -> None:
    listed = dict(sheet.shown)
    told = "\n".join(f"{what}\t{keys}" for what, keys in sheet.shown)
    for entry, action in window.actions_.all():
        assert plain(action.text()) in told, entry.name
        for keys in action.shortcuts():
            assert keys.toString(QKeySequence.SequenceFormat.NativeText) in told, entry.name
    assert listed["Find"] == QKeySequence(QKeySequence.StandardKey.Find).toString()
    assert listed["Place in the line: Move up"] == "Alt+Up"
    assert listed["Report a problem"] == "Alt+H, R"
    assert len(sheet.shown) == len(set(sheet.shown))


def test_it_goes_by_menus_then_by_parts(window: MainWindow) -> None:
    groups = groups_of(window.actions_, window)
    titles = [group.title for group in groups]
    assert titles == ["File", "Edit", "Queue", "Paper", "View", "Help", "List of papers", "Player", "Script"]
    player = next(group for group in groups if group.title == "Player")
    assert {(each.keys, each.what) for each in player.shortcuts} == set(shortcuts())


def test_typing_leaves_what_fits(sheet: ShortcutsSheet) -> None:
    field = sheet.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "player MUTE")
    assert list(sheet.shown) == [("Mute", "M")]
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, "ctrl+e")
    assert ("Export", "Ctrl+E") in sheet.shown
    QTest.keyClicks(field, " nothing like it")
    assert list(sheet.shown) == []
    assert sheet._nothing.isVisible()


def test_arrows_go_into_the_list(sheet: ShortcutsSheet) -> None:
    field = sheet.focusWidget()
    assert field is not None
    QTest.keyClick(field, Qt.Key.Key_Down)
    tree = sheet.findChild(QTreeWidget)
    assert sheet.focusWidget() is tree
    assert tree.currentItem() is not None


def test_the_sheet_is_heard_and_walked(sheet: ShortcutsSheet) -> None:
    assert unnamed(sheet) == []
    assert usable(sheet) <= set(walk(sheet))


def test_about_says_what_the_program_owes(theme: Theme, qtbot: QtBot) -> None:
    dialog = AboutDialog(theme)
    qtbot.addWidget(dialog)
    dialog.show()
    assert unnamed(dialog) == []
    assert usable(dialog) <= set(walk(dialog))
    copy = next(each for each in dialog.findChildren(QPushButton) if "Copy" in each.text())
    copy.click()
    copied = QGuiApplication.clipboard().text()
    assert f"Version {own_version()}" in copied
    assert "GPL-3.0-or-later" in copied
    (text,) = dialog.findChildren(QPlainTextEdit)
    shown = text.toPlainText()
    for licence in ("LGPL-3.0-only", "GPL-3.0-or-later", "CC0-1.0", "ISC", "OFL-1.1", "PSF-2.0"):
        assert licence in shown
    assert shown in copied


def test_no_package_is_forgotten() -> None:
    named = {component.package for component in COMPONENTS}
    assert set(PACKAGES) <= named


def test_versions_are_those_at_work() -> None:
    text = components_text()
    assert f"Qt, PySide6 {importlib.metadata.version('PySide6-Essentials')}" in text
    assert all(re.match(r"https://\S+$", component.link) for component in COMPONENTS)
