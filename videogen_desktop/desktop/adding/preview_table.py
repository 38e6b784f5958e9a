"""The rows of the preview under tabs with their counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QSignalBlocker, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication, QKeySequence, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from videogen_desktop.desktop.adding.preview_model import KINDS, Kind, PreviewModel, items_of
from videogen_desktop.desktop.calm_table import CalmTable

if TYPE_CHECKING:
    from videogen_desktop.desktop.adding.looking import Outlook
    from videogen_desktop.desktop.theme import Theme

_ROW = 28
_WIDTH_OF_LINES = 90
_WIDTH_WITH_NAMES = 170
_PADDING = "QTableView::item { padding: 0 7px; border: none; }"
"""Cells begin where their headings do."""
_LONGEST_DETAIL = 220


class PreviewTable(QWidget):
    """Shows an ``Outlook``: a tab for each kind of row that there is.

    Args:
        theme: For the icons.
        parent: Owns it.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._outlook: Outlook | None = None
        self._kinds: list[Kind] = []
        self._tabs = QTabBar(self)
        self._copy = QPushButton(self.tr("Cop&y list"), self)
        self._view = CalmTable(self)
        self._model = PreviewModel(self)
        self._detail = QLabel(self)
        self._dress()
        self._lay_out()
        self._tabs.currentChanged.connect(self._choose)
        self._copy.clicked.connect(self._copy_rows)
        self._view.selectionModel().currentRowChanged.connect(self._explain)
        self._model.modelReset.connect(self._explain)
        theme.changed.connect(self._colour)

    def show_outlook(self, outlook: Outlook) -> None:
        """Show what adding would do, on the tab that was looked at if there still is one."""
        before = self._model.kind if self._outlook else None
        self._outlook = outlook
        named = any(outlook.places.names) or any(paper.facts.source for paper in outlook.new)
        width = _WIDTH_WITH_NAMES if named else _WIDTH_OF_LINES
        self._view.horizontalHeader().resizeSection(2, width)
        self._set_tabs(outlook)
        kinds: list[Kind] = [*(kind for kind in self._kinds if kind == before), *self._kinds, "new"]
        kind = kinds[0]
        with QSignalBlocker(self._tabs):
            self._tabs.setCurrentIndex(self._kinds.index(kind) if kind in self._kinds else -1)
        self._show(kind)

    def _dress(self) -> None:
        self._tabs.setAccessibleName(self.tr("Which rows are shown"))
        self._tabs.setExpanding(False)
        self._tabs.setDrawBase(False)
        self._tabs.setUsesScrollButtons(True)
        view = self._view
        view.setModel(self._model)
        view.setAccessibleName(self.tr("Papers"))
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setTabKeyNavigation(False)
        view.setTextElideMode(Qt.TextElideMode.ElideRight)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.verticalHeader().setDefaultSectionSize(max(_ROW, self.fontMetrics().height() + 10))
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(60)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Interactive)
        copy = QAction(self.tr("Copy"), view)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self._copy_chosen)
        view.addAction(copy)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._detail.setTextFormat(Qt.TextFormat.PlainText)
        self._detail.setWordWrap(True)
        self._detail.setProperty("role", "subtle")
        self._detail.setAccessibleName(self.tr("Why the chosen line was not understood"))
        self._copy.setAutoDefault(False)
        self._copy.setToolTip(self.tr("Copy all rows of this list, to be pasted into a text or a table"))
        self._view.setStyleSheet(_PADDING)
        self._colour()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(self._tabs, 1)
        top.addWidget(self._copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self._view, 1)
        layout.addWidget(self._detail)

    def _colour(self) -> None:
        self._copy.setIcon(self._theme.icon("copy"))
        palette = self._view.palette()
        palette.setColor(QPalette.ColorRole.Highlight, QColor(self._theme.roles.chosen))
        palette.setColor(QPalette.ColorRole.HighlightedText, QColor(self._theme.roles.text))
        self._view.setPalette(palette)

    def _set_tabs(self, outlook: Outlook) -> None:
        titles: dict[Kind, str] = {
            "new": self.tr("New"),
            "here": self.tr("Already here"),
            "repeated": self.tr("Repeated"),
            "refused": self.tr("Not understood"),
        }
        counts = {kind: len(items_of(outlook, kind)) for kind in KINDS}
        self._kinds = [kind for kind in KINDS if counts[kind]]
        with QSignalBlocker(self._tabs):
            while self._tabs.count():
                self._tabs.removeTab(0)
            for kind in self._kinds:
                self._tabs.addTab(f"{titles[kind]}  {self.locale().toString(counts[kind])}")

    def _choose(self, index: int) -> None:
        if 0 <= index < len(self._kinds):
            self._show(self._kinds[index])

    def _show(self, kind: Kind) -> None:
        if self._outlook is None:
            return
        self._model.show(self._outlook, kind)
        self._copy.setVisible(kind == "refused")
        if kind == "refused" and self._model.rowCount():
            self._choose_first()
        self._explain()

    def _choose_first(self) -> None:
        """Qt's ``selectRow`` chooses nothing where a window is read from right to left."""
        chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self._view.selectionModel().setCurrentIndex(self._model.index(0, 0), chosen)

    def _explain(self, *_: object) -> None:
        """Say the whole reason of the chosen line; in its cell there may be no room for it."""
        row = self._view.currentIndex().row()
        self._detail.setVisible(self._model.kind == "refused")
        if self._model.kind == "refused" and 0 <= row < self._model.rowCount():
            self._detail.setText(self._model.cells(row)[1][:_LONGEST_DETAIL])

    def _copy_rows(self) -> None:
        QGuiApplication.clipboard().setText(self._model.as_text())

    def _copy_chosen(self) -> None:
        rows = sorted(index.row() for index in self._view.selectionModel().selectedRows())
        if rows:
            QGuiApplication.clipboard().setText(self._model.as_text(rows))
