"""The page that says what to do first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLabel

from videogen_desktop.desktop.empty import Empty
from videogen_desktop.desktop.theme import Theme

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_its_lines_stay_readable_on_a_wide_screen(qtbot: QtBot, qapp: QApplication) -> None:
    theme, told = Theme(qapp), "Each paper becomes a narrated film with captions. " * 4
    empty = Empty(theme, "clapperboard", "Drop a list of papers here", told)
    qtbot.addWidget(empty)
    empty.resize(2560, 1000)
    empty.show()

    [body] = [label for label in empty.findChildren(QLabel) if label.text() == told]
    assert body.width() < 2560 / 3
    assert body.height() >= body.heightForWidth(body.width())
    assert abs(body.geometry().center().x() - empty.rect().center().x()) <= 1
    theme.deleteLater()
