"""The sheet in a language that is read from right to left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from tests.desktop.adding.conftest import rows, said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from tests.desktop.adding.conftest import Desk


@pytest.fixture
def from_right_to_left(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.usefixtures("from_right_to_left")
def test_the_first_line_that_was_not_understood_is_chosen_and_explained(desk: Desk) -> None:
    desk.adder.add_text("29412138\nhello\nworld\n")
    sheet = desk.sheet()
    rows(sheet, "Not understood")

    view = sheet.findChild(QTableView)
    assert isinstance(view, QTableView)
    assert [index.row() for index in view.selectionModel().selectedRows()] == [0]
    assert "No PMID, PMCID or DOI is in it." in said(sheet)
