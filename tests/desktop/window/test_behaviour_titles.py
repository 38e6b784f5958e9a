"""Titles that nobody typed: the window asks NCBI what papers are called, and the list fills."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.ncbi_double import Holding, Library, NcbiDouble
from videogen_desktop.desktop.adding.preview_sheet import PreviewSheet
from videogen_desktop.desktop.preferences import Preferences, preferences_file, write_preferences
from videogen_desktop.jobs.model import JobOptions, NewPaper, PaperFacts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.desktop.window.desk import Desk
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.store import JobStore

    Open = Callable[..., Desk]
    Before = Callable[[Callable[[JobStore], object]], None]


def holding(number: int, title: str) -> Holding:
    jats = (
        "<article><front><article-meta><title-group>"
        f"<article-title>{title}</article-title></title-group></article-meta></front></article>"
    )
    return Holding(str(number), pmid=str(number), jats=jats.encode())


@pytest.fixture
def ncbi(folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> Iterator[NcbiDouble]:
    """A stand-in for NCBI that knows two papers; the window is made to ask it."""
    assert folder
    library = Library((holding(29412138, "Cortical circuits"), holding(16968127, "Mortality and weight")))
    with NcbiDouble(library) as double:
        for name, value in double.environment.items():
            monkeypatch.setenv(name, value)
        yield double


def untitled(*pmids: str) -> Callable[[JobStore], object]:
    return lambda store: store.add([NewPaper(PaperFacts(pmid=pmid)) for pmid in pmids], JobOptions())


def said(desk: Desk) -> list[str]:
    """What stands in the list for each paper."""
    model = desk.window.model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


@pytest.mark.usefixtures("ncbi")
def test_papers_that_were_there_and_papers_that_are_added_get_their_titles(
    opened: Open, before: Before
) -> None:
    before(untitled("29412138"))
    desk = opened()
    desk.until(lambda: said(desk) == ["Cortical circuits"])

    QGuiApplication.clipboard().setText("16968127")
    desk.act("paste")
    desk.until(lambda: any(sheet.papers for sheet in desk.window.findChildren(PreviewSheet)))
    [sheet] = desk.window.findChildren(PreviewSheet)
    QTest.keyClick(sheet, Qt.Key.Key_Return)

    titles = ["Cortical circuits", "Mortality and weight"]
    desk.until(lambda: said(desk) == titles)
    assert [job.paper.title for job in desk.store.jobs([1, 2])] == titles


def test_a_title_that_nobody_knows_is_told_by_its_number(
    opened: Open, before: Before, ncbi: NcbiDouble
) -> None:
    before(untitled("29412138", "99999999"))
    desk = opened()

    desk.until(lambda: said(desk) == ["Cortical circuits", "PMID 99999999"])
    assert ncbi.seen("esummary")


def test_who_does_not_want_it_asks_nobody(
    opened: Open, before: Before, folder: DataFolder, ncbi: NcbiDouble
) -> None:
    write_preferences(preferences_file(folder), Preferences(fetch_titles=False))
    before(untitled("29412138"))
    desk = opened()
    desk.until(lambda: said(desk) == ["PMID 29412138"])
    desk.until(lambda: not desk.desktop.link.background.busy)

    assert not any(thread.name == "facts" for thread in threading.enumerate())
    assert ncbi.seen() == []
