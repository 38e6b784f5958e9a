"""Buttons that end a dialog stand in the platform's order, Return presses the right one, Escape leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QMessageBox, QPushButton

from tests.desktop.all_dialogs import come_to, dialog_classes
from tests.desktop.window.behaviour import finish_first
from tests.desktop.window.conftest import before, folder, opened
from tests.desktop.window.desk import add
from videogen_desktop.desktop.opening import NotOpened
from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.store import DamagedDatabase

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.desktop.window.desk import Desk
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.store import JobStore

    Open = Callable[..., Desk]
    Before = Callable[[Callable[[JobStore], object]], None]

__all__ = ["before", "folder", "opened"]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "multimedia", "PulseAudio", "pipewire")


@pytest.fixture
def desk(opened: Open, before: Before, folder: DataFolder) -> Desk:
    """A window with a film, and a job in the line that is chosen."""
    before(add("Cortical circuits", "Mortality and weight"))
    before(finish_first(folder))
    desk = opened()
    desk.until_titles("Cortical circuits", "Mortality and weight")
    desk.choose(desk.listed()[1].id)
    return desk


def in_order(dialog: QDialog) -> list[str]:
    """The texts of the buttons that end a dialog, as they stand; no other button stands in their place."""
    [box] = dialog.findChildren(QDialogButtonBox)
    buttons = sorted((each for each in box.buttons() if each.isVisible()), key=lambda each: each.x())
    line = box.geometry()
    beside = [
        each
        for each in dialog.findChildren(QPushButton)
        if each not in box.buttons() and each.isVisible() and each.parentWidget() is box.parentWidget()
    ]
    assert not [each.text() for each in beside if each.geometry().right() > line.left() and _level(each, box)]
    return [each.text() for each in buttons]


def _level(button: QPushButton, box: QDialogButtonBox) -> bool:
    return button.geometry().intersects(box.geometry())


def usual_order(dialog: QDialog) -> list[str]:
    """How the platform orders buttons with these roles."""
    [box] = dialog.findChildren(QDialogButtonBox)
    plain = QDialogButtonBox()
    for each in box.buttons():
        if each.isVisible():
            plain.addButton(each.text(), box.buttonRole(each))
    plain.show()
    order = [each.text() for each in sorted(plain.buttons(), key=lambda each: each.x())]
    plain.deleteLater()
    return order


def default_of(dialog: QDialog) -> str:
    return next((each.text() for each in dialog.findChildren(QPushButton) if each.isDefault()), "")


def shown_dialog(desk: Desk) -> QDialog:
    desk.until(lambda: any(each.isVisible() for each in desk.window.findChildren(QDialog)))
    return next(each for each in desk.window.findChildren(QDialog) if each.isVisible())


ENDS = {
    "AboutDialog": ("Close", "Close"),
    "CrashDialog": ("&Go on", "&Go on"),
    "ExportDialog": ("&Export", "Cancel"),
    "ExportSheet": ("Close", "Close"),
    "ImportDialog": ("&Take over", "Cancel"),
    "OptionsDialog": ("Use these options", "Cancel"),
    "PaperDialog": ("Review", "Cancel"),
    "PreviewSheet": ("Add 2 papers", "Cancel"),
    "ReportDialog": ("&Save report…", "Close"),
    "SettingsDialog": ("OK", "Cancel"),
    "ShortcutsSheet": ("", "Close"),
}
"""By the dialog's class: the button that Return presses, empty for none, and the one that leaves it."""


def test_no_dialog_is_forgotten() -> None:
    assert dialog_classes() == set(ENDS)


@pytest.mark.parametrize("name", sorted(ENDS))
def test_every_dialog(desk: Desk, name: str, tmp_path: Path) -> None:
    default, leaves = ENDS[name]
    (tmp_path / "out").mkdir()
    dialog = come_to(desk, name, tmp_path / "out")

    assert in_order(dialog) == usual_order(dialog)
    assert {default, leaves} - {""} <= set(in_order(dialog))
    assert default_of(dialog) == default
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    desk.until(lambda: not dialog.isVisible())


def test_the_preview_of_what_is_added(desk: Desk) -> None:
    desk.desktop._adder.add_text("29412138")
    dialog = shown_dialog(desk)
    desk.until(lambda: default_of(dialog) == "Add 1 paper")

    assert sorted(in_order(dialog)) == ["Add 1 paper", "Cancel"]
    assert in_order(dialog) == usual_order(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    desk.until(lambda: not dialog.isVisible())
    assert len(desk.listed()) == 2


@pytest.mark.parametrize(("backup", "default"), [(True, "Go back to the backup"), (False, "Quit")])
def test_return_never_starts_a_damaged_list_afresh(
    desk: Desk, folder: DataFolder, tmp_path: Path, backup: bool, default: str
) -> None:
    told = NotOpened(desk.window, folder)
    told.tell(
        DamagedDatabase(folder.database, tmp_path / "aside.db", tmp_path / "backup.db" if backup else None)
    )
    box = desk.window.findChildren(QMessageBox)[-1]

    assert box.defaultButton().text() == default
    assert box.escapeButton().text() == "Quit"
    with desk.qtbot.waitSignal(told.leave):
        QTest.keyClick(box, Qt.Key.Key_Escape)
    told.close()


def test_return_opens_the_list_again(desk: Desk, folder: DataFolder) -> None:
    told = NotOpened(desk.window, folder)
    told.tell(VideoGenError("locked", "Another program holds the list.", "Close it."))
    box = desk.window.findChildren(QMessageBox)[-1]

    assert box.defaultButton().text() == "Try again"
    with desk.qtbot.waitSignal(told.again):
        box.defaultButton().click()
    told.close()
