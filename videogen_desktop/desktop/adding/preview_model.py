"""The rows of the preview: what is new, here already, repeated, or not understood."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Literal, get_args

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from videogen_desktop.desktop.jobs_view import words
from videogen_desktop.desktop.said import said
from videogen_desktop.desktop.title_text import isolated, shown
from videogen_desktop.jobs.model import AlreadyHere, NewPaper, NotRecognised

if TYPE_CHECKING:
    from collections.abc import Iterable

    from videogen_desktop.desktop.adding.looking import Outlook

Kind = Literal["new", "here", "repeated", "refused"]
KINDS: tuple[Kind, ...] = get_args(Kind)
_Item = NewPaper | AlreadyHere | NotRecognised
_Index = QModelIndex | QPersistentModelIndex

_COLUMNS = 3
_LONGEST_CELL = 300
_LONGEST_TIP = 1000


class PreviewModel(QAbstractTableModel):
    """One kind of row at a time; what a cell says is made when it is looked at, however many there are."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._outlook: Outlook | None = None
        self._kind: Kind = "new"
        self._items: tuple[_Item, ...] = ()

    @property
    def kind(self) -> Kind:
        """Which rows are shown."""
        return self._kind

    def show(self, outlook: Outlook, kind: Kind) -> None:
        """Show the rows of one kind."""
        self.beginResetModel()
        self._outlook, self._kind = outlook, kind
        self._items = items_of(outlook, kind)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and default
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and default
        """Three: what it is, what is to be said of it, and where it stands."""
        return 0 if parent.isValid() else _COLUMNS

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What the columns are called."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < _COLUMNS:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        headers: dict[Kind, tuple[str, str]] = {
            "new": (self.tr("Paper"), self.tr("As it was given")),
            "here": (self.tr("Paper"), self.tr("Its film")),
            "repeated": (self.tr("Paper"), self.tr("Named before")),
            "refused": (self.tr("Text"), self.tr("Why it was not understood")),
        }
        return (*headers[self._kind], self.tr("Where"))[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell says; its tip says it whole."""
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        text = self.cells(index.row())[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"<qt>{html.escape(text[:_LONGEST_TIP])}</qt>" if text else None
        return text[:_LONGEST_CELL]

    def cells(self, row: int) -> tuple[str, str, str]:
        """What a row says, whole."""
        item = self._items[row]
        if isinstance(item, NotRecognised):
            return shown(item.text), said(item.reason), self._where(item.line)
        if isinstance(item, AlreadyHere):
            state = QCoreApplication.translate(words.CONTEXT, words.STATES[item.state])
            film = self.tr("{state} (number {number})").format(state=state, number=item.job_id)
            return self._paper(item.paper), film, self._place(item.paper)
        if self._kind == "repeated":
            return self._paper(item), self._first(item), self._place(item)
        return self._paper(item), self._given(item), self._place(item)

    def as_text(self, rows: Iterable[int] | None = None) -> str:
        """Rows to be pasted into a text or a table; None for all."""
        chosen = range(len(self._items)) if rows is None else rows
        cells = ((place, text, note) for text, note, place in map(self.cells, chosen))
        return "\n".join("\t".join(row) for row in cells)

    def _paper(self, paper: NewPaper) -> str:
        return words.title(paper.facts) if paper.facts.source else words.name(paper.facts)

    def _given(self, paper: NewPaper) -> str:
        if paper.facts.source:
            return words.about(paper.facts)
        text = shown(paper.text)
        return "" if text in (paper.facts.name, words.name(paper.facts)) else text

    def _first(self, paper: NewPaper) -> str:
        first = self._outlook.firsts.get((paper.line, paper.text)) if self._outlook else None
        if first is None:
            return self.tr("The same paper by another name")
        return self._where(first) or self.tr("A link of the page")

    def _place(self, paper: NewPaper) -> str:
        source = paper.facts.source
        return isolated(source.name) if source else self._where(paper.line)

    def _where(self, line: int) -> str:
        name, number = self._outlook.places.of(line) if self._outlook else ("", 0)
        if not number:
            return ""
        if not name:
            return self.tr("line {number}").format(number=number)
        return self.tr("{file}, line {number}").format(file=isolated(name), number=number)


def items_of(outlook: Outlook, kind: Kind) -> tuple[_Item, ...]:
    """What there is of one kind."""
    of_kind: dict[Kind, tuple[_Item, ...]] = {
        "new": outlook.new,
        "here": outlook.here,
        "repeated": outlook.repeated,
        "refused": outlook.refused,
    }
    return of_kind[kind]
