"""The list of jobs on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QByteArray,
    QCoreApplication,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QToolTip, QWidget

from videogen_desktop.desktop.calm_table import CalmTable
from videogen_desktop.desktop.jobs_view import words
from videogen_desktop.desktop.jobs_view.columns import COLUMNS, CONTEXT, PAPER, STATE
from videogen_desktop.desktop.jobs_view.delegate import ROW_HEIGHT, JobDelegate
from videogen_desktop.desktop.jobs_view.model import JOB_ROLE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QPoint

    from videogen_desktop.desktop.jobs_view.model import JobModel
    from videogen_desktop.desktop.jobs_view.thumbnails import Thumbnails
    from videogen_desktop.desktop.theme import Theme
    from videogen_desktop.jobs.model import SortKey

_MOST_REMEMBERED: Final = 2000
_NARROWEST: Final = 60
_LEAST_PAPER: Final = 280
"""Pixels that a title keeps however many columns there are; the others are scrolled to."""
_LEAST_SHARE: Final = 0.4
"""Of a narrow list, a title keeps so much instead, so that the state stands beside it."""


class JobTable(CalmTable):
    """Jobs in rows: chosen, sorted, dragged into another order or out of the window.

    Args:
        model: The jobs.
        theme: The colours.
        thumbnails: The films' pictures.
        parent: Where it is shown.
    """

    chosen = Signal()
    """Other jobs are chosen, or none."""

    sorted_by = Signal(str, bool)
    """A heading was pressed: the order's name, and whether it is backwards."""

    opened = Signal(int)
    """A job by its number: its row was clicked twice, Return was pressed, or what it offers."""

    left_out = Signal(int)
    """So many jobs were not among those dragged out of the window: they had not been read."""

    reordered = Signal(object, int)
    """Jobs, by number, were dragged to before that row."""

    def __init__(
        self, model: JobModel, theme: Theme, thumbnails: Thumbnails, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs = model
        self._wanted: tuple[int, ...] = ()
        self._pressed: int | None = None
        self.setModel(model)
        self._delegate = JobDelegate(theme, thumbnails, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Papers"))
        self._set_up_rows()
        self._set_up_columns()
        self._set_up_dragging()
        theme.changed.connect(self.viewport().update)
        thumbnails.arrived.connect(self._picture_arrived)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._recall)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())

    # What is chosen

    def chosen_ids(self) -> list[int]:
        """The numbers of the chosen jobs, in the order of the list."""
        selection = self.selectionModel().selection()
        stretches = map(selection.at, range(selection.count()))
        ids: list[int] = []
        beyond = 0  # stretches may overlap
        for first, last in sorted((stretch.top(), stretch.bottom()) for stretch in stretches):
            ids += self._jobs.ids(range(max(first, beyond), last + 1))
            beyond = max(beyond, last + 1)
        return ids

    def current_id(self) -> int | None:
        """The number of the job that the keyboard is at, when it is chosen."""
        index = self.currentIndex()
        if index.isValid() and self.selectionModel().isRowSelected(index.row(), QModelIndex()):
            return self._jobs.id_at(index.row())
        return None

    def choose(self, ids: Iterable[int], *, scroll: bool = True) -> None:
        """Choose jobs by number, as far as they are listed."""
        rows = sorted(row for job_id in ids if (row := self._jobs.row_of(job_id)) is not None)
        selection = QItemSelection()
        for row in rows:
            selection.select(self._jobs.index(row, 0), self._jobs.index(row, len(COLUMNS) - 1))
        if not rows:
            self.clearSelection()
            return
        flags = QItemSelectionModel.SelectionFlag
        first = self._jobs.index(rows[0], PAPER)
        self.selectionModel().setCurrentIndex(first, flags.NoUpdate)
        self.selectionModel().select(selection, flags.ClearAndSelect)
        if scroll:
            self.scrollTo(first)

    # What is remembered

    def columns_state(self) -> bytes:
        """Which columns are shown, where, how wide."""
        return bytes(self.horizontalHeader().saveState().data())

    def restore_columns(self, state: bytes) -> None:
        """Show the columns as they were; what cannot be read changes nothing."""
        if state:
            self.horizontalHeader().restoreState(QByteArray(state))
            self.horizontalHeader().setSectionHidden(PAPER, False)
            self.horizontalHeader().setSectionResizeMode(PAPER, QHeaderView.ResizeMode.Fixed)
            self._fit_paper()

    def show_order(self, sort: SortKey, *, descending: bool) -> None:
        """Mark the heading that the list is sorted by; none where it is not shown."""
        header = self.horizontalHeader()
        of_order = (number for number, column in enumerate(COLUMNS) if column.sort == sort)
        column = next((number for number in of_order if not header.isSectionHidden(number)), -1)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(column, order)

    # Setting up

    def _set_up_rows(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def _set_up_columns(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(_NARROWEST)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(False)
        header.setAccessibleName(self.tr("Columns"))
        for number, column in enumerate(COLUMNS):
            header.resizeSection(number, column.width)
            header.setSectionHidden(number, not column.shown)
        header.setSectionResizeMode(PAPER, QHeaderView.ResizeMode.Fixed)
        header.sectionResized.connect(lambda number, *_: None if number == PAPER else self._fit_paper())
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._offer_columns)
        header.sectionClicked.connect(self._heading_pressed)
        header.sectionPressed.disconnect()  # a heading sorts; Qt would choose the whole column too
        header.sectionEntered.disconnect()
        # Qt asks of every row whether it is chosen, to draw headings so; with a model of their own none is
        header.setSelectionModel(QItemSelectionModel(self._jobs, header))
        self.show_order("queue", descending=False)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's
        """Give the title the room that is left."""
        super().resizeEvent(event)
        self._fit_paper()

    def _fit_paper(self) -> None:
        header, room = self.horizontalHeader(), self.viewport().width()
        others = header.length() - header.sectionSize(PAPER)
        least = min(_LEAST_PAPER, int(room * _LEAST_SHARE))
        header.resizeSection(PAPER, max(room - others, least))

    def _set_up_dragging(self) -> None:
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDragDropOverwriteMode(False)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)

    def column_menu(self) -> QMenu:
        """A menu of all columns but the first, to show and hide them."""
        menu = QMenu(self)
        header = self.horizontalHeader()
        for number, column in enumerate(COLUMNS):
            if number == PAPER:
                continue
            action = menu.addAction(QCoreApplication.translate(CONTEXT, column.heading))
            action.setCheckable(True)
            action.setChecked(not header.isSectionHidden(number))
            action.toggled.connect(lambda shown, number=number: header.setSectionHidden(number, not shown))
        return menu

    def _offer_columns(self, at: QPoint) -> None:
        menu = self.column_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.horizontalHeader().mapToGlobal(at))

    def _heading_pressed(self, number: int) -> None:
        """Forwards, backwards, and back to the order of the line."""
        query, sort = self._jobs.query, COLUMNS[number].sort
        if query.sort != sort:
            self.sorted_by.emit(sort, False)
        elif not query.descending:
            self.sorted_by.emit(sort, True)
        else:
            self.sorted_by.emit("queue", False)

    # Keeping what is chosen over a new list

    def _remember(self) -> None:
        ids = self.chosen_ids()
        self._wanted = tuple(ids) if len(ids) <= _MOST_REMEMBERED else ()

    def _recall(self) -> None:
        wanted, self._wanted = self._wanted, ()
        self.choose(wanted, scroll=False)
        if not any(self._jobs.row_of(job_id) is not None for job_id in wanted):
            self.scrollToTop()
            self.chosen.emit()

    def _picture_arrived(self, job_id: int) -> None:
        row = self._jobs.row_of(job_id)
        if row is not None:
            self.update(self._jobs.index(row, PAPER))

    # What a row offers

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's
        """Return opens the job that the keyboard is at."""
        job_id = self.current_id()
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and job_id is not None:
            event.accept()
            if not event.isAutoRepeat():
                self.opened.emit(job_id)
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's
        """What a row offers is pressed by the left button, and let go over it."""
        self._pressed = self._offering_at(event.position().toPoint()) if _is_left(event) else None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's
        """Do what was offered."""
        pressed, self._pressed = self._pressed, None
        super().mouseReleaseEvent(event)
        if (
            _is_left(event)
            and pressed is not None
            and pressed == self._offering_at(event.position().toPoint())
        ):
            self.opened.emit(pressed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's
        """Open the job; what a row offers was done by the first click already."""
        at = event.position().toPoint()
        if not _is_left(event) or self._offering_at(at) is not None:
            event.accept()
            return
        super().mouseDoubleClickEvent(event)
        job_id = self._jobs.id_at(self.indexAt(at).row())
        if job_id is not None:
            self.opened.emit(job_id)

    def offer_of(self, row: int) -> QRect:
        """Where in the viewport a row offers what its job wants; empty where it offers nothing."""
        index = self._jobs.index(row, STATE)
        job = index.data(JOB_ROLE)
        if job is None or self.isColumnHidden(STATE):
            return QRect()
        leftwards = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return self._delegate.offered(self.visualRect(index), job, self.font(), right_to_left=leftwards)

    def _offering_at(self, at: QPoint) -> int | None:
        """The number of the job whose offer is there."""
        row = self.rowAt(at.y())
        return self._jobs.id_at(row) if row >= 0 and self.offer_of(row).contains(at) else None

    # Dragging

    def startDrag(self, _actions: Qt.DropAction) -> None:  # noqa: N802 - Qt's
        """Drag the chosen jobs: within the list into another order, out of it as films."""
        if not (ids := self.chosen_ids()):
            return
        unread = sum(self._jobs.known(job_id) is None for job_id in ids)
        drag = QDrag(self)
        drag.setMimeData(self._jobs.mime_of(ids))
        taken = drag.exec(Qt.DropAction.CopyAction)  # never moved: a film stays where the list has it
        if unread and taken != Qt.DropAction.IgnoreAction and drag.target() is None:  # another program has it
            self.left_out.emit(unread)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's
        """Rows of this list may be put elsewhere in the line; all else is the window's."""
        if self._may_reorder(event):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's
        """Show between which rows they would go."""
        if not self._may_reorder(event):
            event.ignore()
            return
        super().dragMoveEvent(event)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's
        """Put the dragged rows there."""
        if not self._may_reorder(event):
            event.ignore()
            return
        row = self._row_before(event.position().toPoint())
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()
        event.accept()
        self.reordered.emit(self.chosen_ids(), row)

    def _may_reorder(self, event: QDropEvent) -> bool:
        query = self._jobs.query
        return event.source() is self and query.sort == "queue" and not query.descending

    def _row_before(self, at: QPoint) -> int:
        row = self.rowAt(at.y())
        if row < 0:
            return self._jobs.rowCount()
        middle = self.rowViewportPosition(row) + self.rowHeight(row) // 2
        return row if at.y() < middle else row + 1

    # Tool tips

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's
        """Show a whole title, and why a job does not go on, as plain text; and which row is pointed at."""
        if event.type() in (QEvent.Type.Leave, QEvent.Type.HoverLeave):
            self._hover(-1, at_offer=False)
        elif isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            at = event.position().toPoint()
            self._hover(self.rowAt(at.y()), at_offer=self._offering_at(at) is not None)
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            job = self.indexAt(event.pos()).data(JOB_ROLE)
            text = words.tool_tip(job) if job else ""
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    def _hover(self, row: int, *, at_offer: bool) -> None:
        before, self._delegate.hovered = self._delegate.hovered, row
        was_at_offer, self._delegate.pointed_at = self._delegate.pointed_at, at_offer
        if at_offer != was_at_offer:
            shape = Qt.CursorShape.PointingHandCursor if at_offer else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
        if row != before or at_offer != was_at_offer:
            width = self.viewport().width()
            for each in {before, row} - {-1}:
                self.viewport().update(0, self.rowViewportPosition(each), width, ROW_HEIGHT)


def _is_left(event: QMouseEvent) -> bool:
    return event.button() == Qt.MouseButton.LeftButton
