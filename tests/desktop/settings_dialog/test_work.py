"""The page on how hard the computer works."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractSpinBox

from videogen_desktop.desktop.settings_dialog.work import WorkPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from videogen_desktop.desktop.queue_link import QueueLink


@pytest.mark.usefixtures("theme")
def test_all_numbers_are_equally_wide(qtbot: QtBot, link: QueueLink) -> None:
    page = WorkPage(link)
    qtbot.addWidget(page)
    page.resize(640, 600)
    page.show()
    qtbot.waitUntil(lambda: not link.background.busy)

    fields = page.findChildren(QAbstractSpinBox)
    assert len(fields) == 5
    assert len({field.width() for field in fields}) == 1
    assert all(field.width() >= field.sizeHint().width() for field in fields)
