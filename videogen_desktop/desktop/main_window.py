"""The main window: the list, what is shown beside it, and where everything is put."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QSettings, QSize, Qt, Signal
from PySide6.QtWidgets import QMainWindow, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from videogen_desktop.desktop.actions import Actions
from videogen_desktop.desktop.asking_keys import KeysLine
from videogen_desktop.desktop.banner import Banner
from videogen_desktop.desktop.empty import Empty
from videogen_desktop.desktop.jobs_view import (
    ChosenReader,
    FilterBar,
    JobModel,
    JobTable,
    SearchBox,
    SortMenu,
    Thumbnails,
)
from videogen_desktop.desktop.menus import build_menus, build_tools
from videogen_desktop.desktop.notices import Notices
from videogen_desktop.desktop.screen_room import resize_within_screen, within_screen
from videogen_desktop.desktop.status import StatusLine
from videogen_desktop.desktop.tab_order import go_on_with

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragMoveEvent, QDropEvent

    from videogen_desktop.desktop.queue_link import QueueLink
    from videogen_desktop.desktop.theme import Theme

_FIRST_SIZE: Final = QSize(1280, 760)
_LIST_SHARE, _DETAIL_SHARE = 3, 2
_SMALLEST: Final = QSize(760, 480)
_MOST_CHOSEN: Final = 500
"""Jobs that are chosen again at the next start; who has chosen more has mostly chosen all, for once."""
_LEAST_LIST, _LEAST_DETAIL = 370, 320


class MainWindow(QMainWindow):
    """What a person sees; what it does is connected from outside.

    Args:
        link: The queue.
        theme: Colours and icons.
        memory: Remembers sizes and columns between starts.
    """

    dropped = Signal(object)
    """``QMimeData`` of something that names papers, dropped anywhere."""

    remembering = Signal(object)
    """``QSettings``: whoever keeps something for the next start does it now."""

    close_wanted = Signal()
    """The person wants the window closed; whoever listens decides."""

    def __init__(self, link: QueueLink, theme: Theme, memory: QSettings) -> None:
        super().__init__()
        self.theme = theme
        self._memory = memory
        self._may_close = False
        self._droppable: Callable[[QMimeData], bool] = lambda _mime: False
        self.setWindowTitle("VideoGen Desktop")
        self.setAcceptDrops(True)
        self.setMinimumSize(within_screen(self, _SMALLEST))
        self.model = JobModel(link, self)
        self.thumbnails = Thumbnails(link.background, self)
        self.table = JobTable(self.model, theme, self.thumbnails, self)
        ChosenReader(self.table, self.model, link)
        self.table.left_out.connect(self._tell_left_out)
        self.filters = FilterBar(self)
        self.search = SearchBox(theme, self)
        self.banner = Banner(theme, self)
        self.keys = KeysLine(theme, self)
        self.status = StatusLine(link, self)
        self.actions_ = Actions(theme, self, self.table)
        self.empty = self._first_page(theme)
        self.nothing_found = self._nothing_found(theme)
        self.waiting = Empty(theme, "hourglass", self.tr("Opening …"), "", (), self)
        self._list = QStackedWidget(self)
        for page in (self.waiting, self.table, self.empty, self.nothing_found):
            self._list.addWidget(page)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._list_side())
        self._detail: QWidget | None = None
        self.setCentralWidget(self._splitter)
        self.setStatusBar(self.status)
        self.tools = build_tools(self, self.actions_, self.search)
        self.addToolBar(self.tools)
        self.sort_menu = SortMenu(self.model, self)
        self.sort_menu.sorted_by.connect(self.table.sorted_by)
        self.columns_menu = build_menus(self, self.actions_, self.sort_menu)
        self._columns = QMenu(self)
        self.columns_menu.aboutToShow.connect(self._list_columns)
        self.notices = Notices(theme, self)
        go_on_with(self.tools, self.filters, self.banner, self.keys, self._list, self.notices)
        self._restore()
        self._list_columns()

    # What is shown

    def show_detail(self, detail: QWidget) -> None:
        """Put the detail side beside the list."""
        self._detail = detail
        detail.setMinimumWidth(max(_LEAST_DETAIL, detail.minimumSizeHint().width()))
        self._splitter.addWidget(detail)
        go_on_with(detail, self.notices)
        self._splitter.setStretchFactor(0, _LIST_SHARE)
        self._splitter.setStretchFactor(1, _DETAIL_SHARE)
        if not self._splitter.restoreState(self._remembered("splitter")):
            whole = self._splitter.width()
            parts = _LIST_SHARE + _DETAIL_SHARE
            self._splitter.setSizes([whole * _LIST_SHARE // parts, whole * _DETAIL_SHARE // parts])
        shown = self._memory.value("details", True, type=bool)
        self.actions_["details"].setChecked(bool(shown))
        self._show_or_hide_detail()
        self.actions_["details"].toggled.connect(self._show_or_hide_detail)

    def _tell_left_out(self, number: int) -> None:
        told = self.tr("Too many papers to drag out at once; left out: {n}. Export them instead.")
        self.notices.say(told.format(n=number))

    def show_list(self, listed: int, everything: int) -> None:
        """Show the list, or the page that fits an empty one."""
        if listed:
            page: QWidget = self.table
        else:
            page = self.nothing_found if everything else self.empty
        had_keys = self._list.currentWidget() is not page and not self.search.hasFocus()
        self._list.setCurrentWidget(page)
        self._show_or_hide_detail()
        if had_keys and page is self.table:
            self.table.setFocus()

    def _show_or_hide_detail(self) -> None:
        """Without any paper there is nothing to tell more of: the first page has the window to itself."""
        if self._detail is not None:
            shown = self.actions_["details"].isChecked() and self._list.currentWidget() is not self.empty
            self._detail.setVisible(shown)
            self._splitter.handle(1).setVisible(shown)

    def take_drops(self, droppable: Callable[[QMimeData], bool]) -> None:
        """From now on what names papers can be dropped anywhere."""
        self._droppable = droppable

    def allow_close(self) -> None:
        """The next wish to close is followed."""
        self._may_close = True

    def raise_up(self) -> None:
        """Bring it before the person, wherever it is."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    # What is remembered

    @property
    def memory(self) -> QSettings:
        """What is remembered between starts."""
        return self._memory

    def remember(self) -> None:
        """Keep sizes, columns and what is shown for the next start."""
        self._memory.setValue("geometry", self.saveGeometry())
        self._memory.setValue("splitter", self._splitter.saveState())
        self._memory.setValue("columns", QByteArray(self.table.columns_state()))
        self._memory.setValue("details", self._detail is None or self.actions_["details"].isChecked())
        self._memory.setValue("chosen", " ".join(map(str, self.table.chosen_ids()[:_MOST_CHOSEN])))
        self.remembering.emit(self._memory)
        self._memory.sync()

    def remembered_choice(self) -> tuple[int, ...]:
        """The numbers of the jobs that were chosen last."""
        return tuple(int(each) for each in str(self._memory.value("chosen", "")).split() if each.isdecimal())

    def _restore(self) -> None:
        resize_within_screen(self, _FIRST_SIZE)
        self.restoreGeometry(self._remembered("geometry"))
        self.table.restore_columns(bytes(self._remembered("columns").data()))

    def _remembered(self, name: str) -> QByteArray:
        value = self._memory.value(name)
        return value if isinstance(value, QByteArray) else QByteArray()

    # Building

    def _list_columns(self) -> None:
        """Show in the menu which columns are shown now: the headings have such a menu of their own."""
        self.columns_menu.clear()
        self._columns.deleteLater()
        self._columns = self.table.column_menu()
        self.columns_menu.addActions(self._columns.actions())

    def _list_side(self) -> QWidget:
        side = QWidget(self)
        side.setProperty("role", "surface")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        side.setMinimumWidth(_LEAST_LIST)
        layout = QVBoxLayout(side)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.filters)
        layout.addWidget(self.banner)
        layout.addWidget(self.keys)
        layout.addWidget(self._list, 1)
        return side

    def _first_page(self, theme: Theme) -> Empty:
        return Empty(
            theme,
            "clapperboard",
            self.tr("Drop a list of papers here"),
            self.tr(
                "PubMed IDs, PMC numbers, DOIs, links, or files with any of them: text, CSV, RIS, PubMed’s "
                "own format, or a paper’s JATS file. Each paper becomes a narrated film with captions, made "
                "on this computer."
            ),
            (("add", self.tr("Add papers…")), ("sample", self.tr("Try the sample paper"))),
            self,
        )

    def _nothing_found(self, theme: Theme) -> Empty:
        return Empty(
            theme,
            "search",
            self.tr("No paper here"),
            self.tr("None of your papers matches the search and the kind that is chosen above."),
            (("show-all", self.tr("Show all papers")),),
            self,
        )

    # Qt's events

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's
        """Ask first; ``allow_close`` lets it go."""
        if self._may_close:
            self.remember()
            event.accept()
        else:
            event.ignore()
            self.close_wanted.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's
        """Take what names papers, from anywhere but the list itself."""
        self._take_or_leave(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's
        """As for what enters."""
        self._take_or_leave(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's
        """Hand over what was dropped."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(event.mimeData())

    def _take_or_leave(self, event: QDropEvent) -> None:
        if event.source() is not self.table and self._droppable(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
