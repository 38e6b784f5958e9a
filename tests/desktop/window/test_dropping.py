"""Papers may be dropped anywhere in the window, also on what takes text itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from tests.desktop.window.desk import add
from videogen_desktop.desktop.details import DetailPane

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.desktop.window.desk import Desk
    from videogen_desktop.jobs.store import JobStore

    Open = Callable[..., Desk]
    Before = Callable[[Callable[[JobStore], object]], None]

ONE = ("Cortical circuits",)
SCRIPT = '{"scenes": [{"title": "A", "text": "It was so."}]}'
_COPY, _LEFT, _NO_KEY = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def _address() -> QMimeData:
    """As browsers hand out a link."""
    mime = QMimeData()
    mime.setUrls([QUrl("https://pubmed.ncbi.nlm.nih.gov/29412138/")])
    mime.setText("https://pubmed.ncbi.nlm.nih.gov/29412138/")
    return mime


def _text() -> QMimeData:
    mime = QMimeData()
    mime.setText("29412138")
    return mime


@pytest.fixture
def desk(opened: Open, before: Before) -> Desk:
    """A window with a paper whose script is written."""
    before(add(*ONE))
    desk = opened()
    desk.until_titles(*ONE)
    [job] = desk.listed()
    work = desk.desktop.link.queue.folder.work_of(job.key)
    work.mkdir(parents=True)
    (work / "script.json").write_text(SCRIPT, "utf-8")
    desk.window.table.clearSelection()
    desk.choose(job.id)
    desk.until(lambda: _details(desk).script.view.isVisible())
    return desk


def _details(desk: Desk) -> DetailPane:
    details = desk.window.findChild(DetailPane)
    assert isinstance(details, DetailPane)
    return details


def _drop(desk: Desk, widget: QWidget, mime: QMimeData) -> None:
    """Drag something over a widget and drop it there, as the system does it."""
    window = desk.window
    at = widget.mapTo(window, widget.rect().center())
    target: QWidget | None = window.childAt(at)
    while target is not None and not target.isWindow() and not target.acceptDrops():
        target = target.parentWidget()
    assert target is not None
    place = QPointF(target.mapFrom(window, at))
    for event in (
        QDragEnterEvent(place.toPoint(), _COPY, mime, _LEFT, _NO_KEY),
        QDragMoveEvent(place.toPoint(), _COPY, mime, _LEFT, _NO_KEY),
        QDropEvent(place, _COPY, mime, _LEFT, _NO_KEY),
    ):
        QApplication.sendEvent(target, event)
        assert event.isAccepted()


@pytest.mark.parametrize("mime", [_address, _text], ids=["address", "text"])
@pytest.mark.parametrize("place", ["search", "list", "filters", "log", "script", "paper", "player", "status"])
def test_it_reaches_the_window_wherever_it_is_dropped(
    desk: Desk, place: str, mime: Callable[[], QMimeData]
) -> None:
    window, details = desk.window, _details(desk)
    tabs: dict[str, QWidget] = {"log": details.log, "script": details.script, "paper": details.paper}
    if place in tabs:
        details.tabs.setCurrentWidget(tabs[place])
    widgets: dict[str, QWidget] = {
        "search": window.search,
        "list": window.table.viewport(),
        "filters": window.filters,
        "log": details.log.view,
        "script": details.script.view,
        "paper": details.paper.view,
        "player": details.splitter.widget(0),
        "status": window.statusBar(),
    }
    widget = widgets[place]
    desk.until(widget.isVisible)
    dropped: list[object] = []
    window.dropped.connect(dropped.append)

    _drop(desk, widget, mime())

    assert len(dropped) == 1
    assert window.search.text() == ""


def test_nothing_in_the_window_keeps_a_drop_to_itself(desk: Desk) -> None:
    takes_text = (QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox)
    editable = [
        each
        for each in desk.window.findChildren(QWidget)
        if isinstance(each, takes_text) and each.acceptDrops() and not each.property("readOnly")
    ]
    assert editable == []
