"""The settings: a list of pages at the left, the chosen one beside it, and what becomes of all of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from videogen_desktop.desktop.exporting.validity import Sentence, embolden
from videogen_desktop.desktop.preferences import preferences_file
from videogen_desktop.desktop.said import explained
from videogen_desktop.desktop.screen_room import resize_within_screen
from videogen_desktop.desktop.settings_dialog.appearance import AppearancePage
from videogen_desktop.desktop.settings_dialog.cleanup import CleanUpPage
from videogen_desktop.desktop.settings_dialog.draft import Draft, keep, said_plainly
from videogen_desktop.desktop.settings_dialog.films import FilmsPage
from videogen_desktop.desktop.settings_dialog.folders import FoldersPage
from videogen_desktop.desktop.settings_dialog.import_dialog import ImportDialog
from videogen_desktop.desktop.settings_dialog.ncbi import NcbiPage
from videogen_desktop.desktop.settings_dialog.notices import NoticesPage
from videogen_desktop.desktop.settings_dialog.pages import PageKind, Pages
from videogen_desktop.desktop.settings_dialog.pipelines import PipelinesPage
from videogen_desktop.desktop.settings_dialog.transfer import differences, document_of, read_document
from videogen_desktop.desktop.settings_dialog.work import WorkPage
from videogen_desktop.desktop.tab_order import go_on_with
from videogen_desktop.desktop.title_text import shown
from videogen_desktop.desktop.turns import Turns
from videogen_desktop.files import write_bytes

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from videogen_desktop.desktop.preferences import Preferences
    from videogen_desktop.desktop.queue_link import QueueLink
    from videogen_desktop.desktop.secrets import Secrets
    from videogen_desktop.desktop.settings_dialog.page import Page
    from videogen_desktop.desktop.theme import Theme
    from videogen_desktop.errors import VideoGenError

_SIZE: Final = QSize(860, 660)
_MARGIN: Final = 16
_LIST_ROOM: Final = 56
_ICON: Final = 18
_ROW: Final = 36


class SettingsDialog(QDialog):
    """Everything that can be set, kept when OK is pressed.

    Args:
        link: The queue, open.
        theme: Shows another appearance at once, and takes it back when the dialog is cancelled.
        preferences: As they are in force.
        secrets: Keeps keys.
        parent: The window it belongs to.
    """

    changed = Signal(object)
    """``Preferences``: the settings were kept, these and those of the queue."""

    def __init__(
        self,
        link: QueueLink,
        theme: Theme,
        preferences: Preferences,
        secrets: Secrets,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._link = link
        self._theme = theme
        self._secrets = secrets
        self._before = self._draft = Draft(preferences, link.queue.settings())
        self._busy = False
        self._films: FilmsPage | None = None
        self._kinds = self._page_kinds()
        self._pages = Pages(self._kinds, self._draft)
        self._list = QListWidget()
        self._problem = Sentence("bad")
        self._buttons = QDialogButtonBox()
        self._ok = self._buttons.addButton(self.tr("OK"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out()
        self._recolour()
        self._pages.edited.connect(self._check)
        self._pages.grown.connect(self._put_bar_last)
        theme.changed.connect(self._recolour)
        self._opening = Turns((self._build_first, self.open), self)

    def open_soon(self) -> None:
        """Open, once the page that is shown is there: both at once would hold the window up."""
        self._opening.begin()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's
        """Make the other pages ready."""
        super().showEvent(event)
        self._pages.begin()

    def show_page(self, title: str) -> None:
        """Turn to the page of a title."""
        number = [kind.title for kind in self._kinds].index(title)
        self._list.setCurrentRow(number)
        self._pages.turn_to(number)

    def show_key(self, name: str, profile: str = "") -> None:
        """Turn to where a key is entered.

        Args:
            name: Of the key; empty for any.
            profile: The pipeline that needs it; empty for NCBI's key.
        """
        self.show_page(PipelinesPage.called() if profile else NcbiPage.called())
        self._pages.show_key(name, profile)

    def accept(self) -> None:
        """Keep everything; the dialog stays when that cannot be done, and says why."""
        if self._busy or self._reason():
            return
        after, before, secrets = self._pages.taken(), self._before, self._secrets
        keys = self._pages.key_changes()
        file, live = preferences_file(self._link.queue.folder), self._link.queue.settings
        self._busy = True
        self._ok.setEnabled(False)
        self._link.background.run(
            lambda: keep(file, live, before, after, secrets=secrets, keys=keys),
            lambda preferences: self._kept(Draft(preferences, after.queue)),
            self._not_kept,
        )

    def reject(self) -> None:
        """Close and change nothing; what is being kept just now is waited for."""
        if not self._busy:
            super().reject()

    def done(self, result: int) -> None:
        """Close; what was only tried is taken back."""
        self._link.background.drop(self)
        self._pages.leave()
        if result != QDialog.DialogCode.Accepted:
            self._theme.choose(self._before.preferences.appearance)
        super().done(result)

    def export_to(self, path: Path) -> None:
        """Write the settings as they are shown into a file, without keys."""
        content = document_of(self._pages.taken())
        told = self.tr("The settings are in {name}, without keys.").format(name=shown(path.name))

        def write() -> None:
            with said_plainly(path):
                write_bytes(path, content)

        self._link.background.run(
            write,
            lambda _: self._problem.tell(told, "good"),
            self._fail,
            key=self,
        )

    def import_from(self, path: Path) -> None:
        """Show what a file of settings would change, and take it over when the person agrees."""
        now = self._draft if self._reason() else self._pages.taken()
        self._link.background.run(
            lambda: read_document(path, now),
            lambda found: self._offer(now, found),
            self._fail,
            key=self,
        )

    # Pages

    def _build_first(self) -> None:
        self._pages.turn_to(self._list.currentRow())

    def _page_kinds(self) -> tuple[PageKind, ...]:
        link, secrets = self._link, self._secrets
        kinds: tuple[tuple[type[Page], Callable[[], Page]], ...] = (
            (FilmsPage, self._new_films),
            (WorkPage, lambda: WorkPage(link)),
            (FoldersPage, lambda: FoldersPage(link)),
            (NcbiPage, lambda: NcbiPage(secrets, link.background)),
            (PipelinesPage, self._new_pipelines),
            (CleanUpPage, lambda: CleanUpPage(link)),
            (NoticesPage, NoticesPage),
            (AppearancePage, self._new_appearance),
        )
        return tuple(PageKind(kind.called(), kind.icon, build) for kind, build in kinds)

    def _new_films(self) -> FilmsPage:
        self._films = FilmsPage(self._theme, self._link.background)
        return self._films

    def _new_pipelines(self) -> PipelinesPage:
        page = PipelinesPage(self._theme, self._secrets, self._link.background)
        page.profiles_changed.connect(self._offer_profiles)
        return page

    def _new_appearance(self) -> AppearancePage:
        page = AppearancePage()
        page.look_chosen.connect(self._theme.choose)
        return page

    def _offer_profiles(self, names: list[str]) -> None:
        if self._films:
            self._films.offer_profiles(names)

    # Taking settings over from a file

    def _offer(self, now: Draft, found: Draft) -> None:
        changes = differences(now, found)
        if not changes:
            self._problem.tell(self.tr("That file would change nothing."), "good")
            return
        dialog = ImportDialog(changes, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._take_over(found))
        dialog.open()

    def _take_over(self, draft: Draft) -> None:
        self._draft = draft
        self._pages.show_draft(draft)
        self._check()
        self._theme.choose(draft.preferences.appearance)

    def _reason(self) -> str:
        """Why the settings cannot be kept as they are typed; empty when they can."""
        for number, problem in self._pages.problems().items():
            return self.tr("{page}: {problem}").format(page=self._kinds[number].title, problem=problem)
        return ""

    def _check(self) -> None:
        reason = self._reason()
        self._problem.tell(reason, "bad")
        self._ok.setEnabled(not reason and not self._busy)
        self._ok.setToolTip(reason)
        self._export.setEnabled(not reason)
        self._mark_pages()

    def _kept(self, after: Draft) -> None:
        self._busy = False
        if after.queue.workers != self._before.queue.workers:
            self._link.resize(after.queue.workers)
        self._before = after
        self.changed.emit(after.preferences)
        super().accept()

    def _not_kept(self, error: VideoGenError) -> None:
        self._busy = False
        self._check()
        self._fail(error)

    def _fail(self, error: VideoGenError) -> None:
        self._problem.tell(shown(explained(error)), "bad")

    def _ask_export(self) -> None:
        at = str(Path.home() / "videogen-settings.json")
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Export settings"), at, self._file_kinds())
        if path:
            self.export_to(Path(path))

    def _ask_import(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Import settings"), str(Path.home()), self._file_kinds()
        )
        if path:
            self.import_from(Path(path))

    def _file_kinds(self) -> str:
        return self.tr("Settings (*.json)")

    def _recolour(self) -> None:
        """The chosen page stands on a calm ground: the accent is for what is to be pressed."""
        palette = self._list.palette()
        palette.setColor(QPalette.ColorRole.Highlight, QColor(self._theme.roles.chosen))
        palette.setColor(QPalette.ColorRole.HighlightedText, QColor(self._theme.roles.text))
        self._list.setPalette(palette)
        self._mark_pages()

    def _mark_pages(self) -> None:
        problems = self._pages.problems()
        for number, kind in enumerate(self._kinds):
            wrong = number in problems
            icon = self._theme.icon("triangle-alert" if wrong else kind.icon, "bad" if wrong else "subtle")
            self._list.item(number).setIcon(icon)

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Settings"))
        self.setAccessibleName(self.tr("Settings"))
        self._list.setAccessibleName(self.tr("Pages of the settings"))
        self._list.setIconSize(QSize(_ICON, _ICON))
        for kind in self._kinds:
            item = QListWidgetItem(kind.title)
            item.setSizeHint(QSize(self._list.fontMetrics().horizontalAdvance(kind.title), _ROW))
            self._list.addItem(item)
        beside = QWidget()
        beside.setProperty("role", "surface")
        beside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        beside.setFixedWidth(self._list.sizeHintForColumn(0) + _ICON + _LIST_ROOM)
        around = QVBoxLayout(beside)
        around.setContentsMargins(_MARGIN // 2, _MARGIN, _MARGIN // 2, _MARGIN)
        around.addWidget(self._list)
        self._list.setCurrentRow(0)
        self._list.currentRowChanged.connect(self._pages.turn_to)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(beside)
        middle.addWidget(self._pages, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(middle, 1)
        self._bar = self._built_bar()
        layout.addWidget(self._bar)
        resize_within_screen(self, _SIZE)

    def _put_bar_last(self) -> None:
        """Tab comes to the bar from the page, though a page is built later than the bar."""
        # from its old place the box would lead Tab to its first button
        self._buttons.setFocusProxy(None)  # type: ignore[arg-type]  # Qt takes it, PySide's stubs do not
        go_on_with(self._pages, self._bar)

    def _built_bar(self) -> QWidget:
        self._export = QPushButton(self.tr("E&xport …"))
        self._import = QPushButton(self.tr("&Import …"))
        self._export.setAccessibleName(self.tr("Export the settings to a file"))
        self._import.setAccessibleName(self.tr("Import settings from a file"))
        for button in (self._export, self._import):
            button.setAutoDefault(False)
        self._export.clicked.connect(self._ask_export)
        self._import.clicked.connect(self._ask_import)
        self._buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._ok.setDefault(True)
        embolden(self._ok)
        bar = QFrame()
        bar.setProperty("role", "bar")
        rows = QVBoxLayout(bar)
        rows.setContentsMargins(_MARGIN, _MARGIN // 2, _MARGIN, _MARGIN // 2)
        rows.addWidget(self._problem)
        row = QHBoxLayout()
        row.addWidget(self._export)
        row.addWidget(self._import)
        row.addStretch(1)
        row.addWidget(self._buttons)
        rows.addLayout(row)
        return bar
