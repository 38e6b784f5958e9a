"""A letter that is typed in a list looks for nothing: Qt would ask every row what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView

from tests.desktop.window.desk import papers
from videogen_desktop.desktop.adding.preview_sheet import PreviewSheet
from videogen_desktop.jobs.model import JobOptions

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.desktop.window.desk import Desk
    from videogen_desktop.jobs.store import JobStore

    Open = Callable[..., Desk]
    Before = Callable[[Callable[[JobStore], object]], None]


def test_it_reads_nothing_of_ten_thousand_jobs(
    opened: Open, before: Before, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = papers(*(f"Paper {number}" for number in range(10_000)))
    before(lambda store: store.add(many, JobOptions()))
    desk = opened()
    desk.until(lambda: desk.window.model.job_at(0) and desk.window.table.chosen_ids() == [1])
    desk.until(lambda: not desk.desktop.link.background.busy)
    link, asked = desk.desktop.link, []
    read = link.read
    monkeypatch.setattr(link, "read", lambda *a, **more: (asked.append(a), read(*a, **more)))
    desk.window.table.setFocus()

    for key in (Qt.Key.Key_Z, Qt.Key.Key_J, Qt.Key.Key_K, Qt.Key.Key_L):
        QTest.keyClick(desk.window.table, key)

    assert asked == []
    assert desk.window.table.chosen_ids() == [1]


@pytest.mark.usefixtures("before")
def test_it_moves_nothing_in_what_is_to_be_added(opened: Open) -> None:
    desk = opened()
    QGuiApplication.clipboard().setText("29412138 16968127 31452104")
    desk.act("paste")
    desk.until(lambda: any(sheet.papers for sheet in desk.window.findChildren(PreviewSheet)))
    [sheet] = desk.window.findChildren(PreviewSheet)
    [view] = sheet.findChildren(QTableView)
    view.selectRow(0)

    QTest.keyClick(view, Qt.Key.Key_P)

    assert view.currentIndex().row() == 0
    sheet.reject()
