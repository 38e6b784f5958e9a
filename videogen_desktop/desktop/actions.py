"""Everything that can be done in the window: one table of names, texts, icons and keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from videogen_desktop.desktop.translating import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from videogen_desktop.desktop.theme import Theme

CONTEXT: Final = "Actions"
_Standard = QKeySequence.StandardKey


@dataclass(frozen=True)
class Entry:
    """One thing that can be done.

    Attributes:
        name: By which the program knows it.
        text: In menus; the letter after & is its key there.
        icon: Of ``resources/icons``; empty for none.
        keys: Shortcuts; the first is shown.
        in_list: Whether its keys count only while the list has the keyboard.
    """

    name: str
    text: str
    icon: str = ""
    keys: tuple[str | QKeySequence.StandardKey, ...] = ()
    in_list: bool = False


ENTRIES: Final = (
    Entry("add", QT_TRANSLATE_NOOP("Actions", "&Add papers…"), "plus", (_Standard.New,)),
    Entry("open", QT_TRANSLATE_NOOP("Actions", "&Open lists…"), "file-plus-2", (_Standard.Open,)),
    Entry("paste", QT_TRANSLATE_NOOP("Actions", "&Paste papers"), "clipboard-paste", (_Standard.Paste,)),
    Entry("sample", QT_TRANSLATE_NOOP("Actions", "&Try the sample paper"), "film"),
    Entry("export", QT_TRANSLATE_NOOP("Actions", "&Export…"), "share-2", ("Ctrl+E",)),
    Entry("export-all", QT_TRANSLATE_NOOP("Actions", "Export all &finished films…"), "", ("Ctrl+Shift+E",)),
    Entry("export-again", QT_TRANSLATE_NOOP("Actions", "Export a&gain")),
    Entry("settings", QT_TRANSLATE_NOOP("Actions", "&Settings…"), "settings", ("Ctrl+,",)),
    Entry("quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), "log-out", ("Ctrl+Q",)),
    Entry("undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), "undo-2", (_Standard.Undo,)),
    Entry("select-all", QT_TRANSLATE_NOOP("Actions", "Select &all"), "", (_Standard.SelectAll,), True),
    Entry("find", QT_TRANSLATE_NOOP("Actions", "&Find"), "search", (_Standard.Find,)),
    Entry("pause-queue", QT_TRANSLATE_NOOP("Actions", "&Pause"), "pause", ("Ctrl+P",)),
    Entry("suspend-queue", QT_TRANSLATE_NOOP("Actions", "Pause and &hold what runs"), "", ("Ctrl+Shift+P",)),
    Entry("after-this-one", QT_TRANSLATE_NOOP("Actions", "After &this one"), "circle-stop", ("Ctrl+T",)),
    Entry("retry-failed", QT_TRANSLATE_NOOP("Actions", "&Retry all that failed"), "rotate-ccw"),
    Entry("clear-completed", QT_TRANSLATE_NOOP("Actions", "&Clear what is done"), "check"),
    Entry("approve", QT_TRANSLATE_NOOP("Actions", "A&pprove and go on"), "circle-check"),
    Entry("pause-jobs", QT_TRANSLATE_NOOP("Actions", "&Pause"), "pause", ("P",), True),
    Entry("resume-jobs", QT_TRANSLATE_NOOP("Actions", "&Resume"), "play", ("R",), True),
    Entry("cancel", QT_TRANSLATE_NOOP("Actions", "&Cancel"), "x", ("Ctrl+.",), True),
    Entry("retry", QT_TRANSLATE_NOOP("Actions", "Re&try"), "rotate-ccw", ("Ctrl+R",), True),
    Entry("from-scratch", QT_TRANSLATE_NOOP("Actions", "Make again from the &beginning")),
    Entry("options", QT_TRANSLATE_NOOP("Actions", "&Options…"), "settings"),
    Entry("top", QT_TRANSLATE_NOOP("Actions", "To the &top"), "arrow-up-to-line", ("Alt+Home",), True),
    Entry("up", QT_TRANSLATE_NOOP("Actions", "Move &up"), "arrow-up", ("Alt+Up",), True),
    Entry("down", QT_TRANSLATE_NOOP("Actions", "Move &down"), "arrow-down", ("Alt+Down",), True),
    Entry("bottom", QT_TRANSLATE_NOOP("Actions", "To the &end"), "arrow-down-to-line", ("Alt+End",), True),
    Entry("priority-high", QT_TRANSLATE_NOOP("Actions", "&Before all others"), "star"),
    Entry("priority-normal", QT_TRANSLATE_NOOP("Actions", "&In its turn")),
    Entry("priority-low", QT_TRANSLATE_NOOP("Actions", "&After all others")),
    Entry("remove", QT_TRANSLATE_NOOP("Actions", "Re&move"), "trash-2", (_Standard.Delete,), True),
    Entry(
        "open-folder",
        QT_TRANSLATE_NOOP("Actions", "Show the film's &folder"),
        "folder-open",
        ("Ctrl+Return",),
    ),
    Entry("cite-text", QT_TRANSLATE_NOOP("Actions", "As &text"), "quote", ("Ctrl+Shift+C",)),
    Entry("cite-bibtex", QT_TRANSLATE_NOOP("Actions", "As &BibTeX")),
    Entry("cite-ris", QT_TRANSLATE_NOOP("Actions", "As &RIS")),
    Entry("details", QT_TRANSLATE_NOOP("Actions", "Show &details"), "", ("Ctrl+D",)),
    Entry(
        "shortcuts",
        QT_TRANSLATE_NOOP("Actions", "&Keyboard shortcuts"),
        "keyboard",
        (_Standard.HelpContents,),
    ),
    Entry("report", QT_TRANSLATE_NOOP("Actions", "&Report a problem…"), "flag"),
    Entry("about", QT_TRANSLATE_NOOP("Actions", "&About VideoGen Desktop"), "info"),
)

CHECKABLE: Final = frozenset({"pause-queue", "after-this-one", "details"})


class Actions(QObject):
    """The table as actions of a window.

    Args:
        theme: Gives the icons.
        window: Has the keys that count everywhere.
        listed: Has the keys that count in the list.
    """

    def __init__(self, theme: Theme, window: QWidget, listed: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._actions: dict[str, QAction] = {}
        self._icons = {entry.name: entry.icon for entry in ENTRIES if entry.icon}
        for entry in ENTRIES:
            self._actions[entry.name] = self._made(entry, window, listed)
        theme.changed.connect(self._show_icons)
        self._show_icons()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def show_icon(self, name: str, icon: str) -> None:
        """Show another icon for what it does now."""
        self._icons[name] = icon
        self._actions[name].setIcon(self._theme.icon(icon))

    def all(self) -> tuple[tuple[Entry, QAction], ...]:
        """Every entry with its action, in the order of the table."""
        return tuple((entry, self._actions[entry.name]) for entry in ENTRIES)

    def _made(self, entry: Entry, window: QWidget, listed: QWidget) -> QAction:
        action = QAction(QCoreApplication.translate(CONTEXT, entry.text), self)
        action.setObjectName(entry.name)
        action.setCheckable(entry.name in CHECKABLE)
        action.setShortcuts([QKeySequence(keys) for keys in entry.keys])
        where = listed if entry.in_list else window
        if entry.in_list:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        where.addAction(action)
        return action

    def _show_icons(self) -> None:
        for name, icon in self._icons.items():
            self._actions[name].setIcon(self._theme.icon(icon))
