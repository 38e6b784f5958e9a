"""All keys of the window on one sheet that can be searched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from videogen_desktop.desktop.exporting.validity import Sentence, embolden
from videogen_desktop.desktop.manners.dialogs.labels import words
from videogen_desktop.desktop.manners.dialogs.shortcut_groups import groups_of
from videogen_desktop.desktop.screen_room import resize_within_screen

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from videogen_desktop.desktop.actions import Actions
    from videogen_desktop.desktop.manners.dialogs.shortcut_groups import Group

_SIZE: Final = QSize(580, 640)
_MARGIN: Final = 20
_ROW: Final = 28
_TO_THE_LIST: Final = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class ShortcutsSheet(QDialog):
    """What can be done and with which keys, by menu; typing leaves what fits.

    Args:
        actions: The window's.
        parent: The main window, whose menus give the order.
    """

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self._search = QLineEdit(self)
        self._search.setPlaceholderText(self.tr("Search for what to do, or for keys"))
        self._search.setAccessibleName(self.tr("Search the shortcuts"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._filter)
        self._search.installEventFilter(self)
        self._nothing = Sentence(parent=self)
        self._list = QTreeWidget(self)
        self._buttons = QDialogButtonBox(self)
        self._close = self._buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self._buttons.rejected.connect(self.reject)
        self._close.setAutoDefault(False)
        self._set_up_list()
        for group in groups_of(actions, parent):
            self._add(group)
        self._list.expandAll()
        self._lay_out()

    @property
    def shown(self) -> tuple[tuple[str, str], ...]:
        """What is listed now: what can be done, and the keys for it."""
        return tuple(
            (item.text(0), item.text(1))
            for group in self._groups()
            for item in _children(group)
            if not item.isHidden()
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's
        """Keys that go up and down a list do so while a word is typed."""
        if (
            watched is self._search
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _TO_THE_LIST
        ):
            self._list.setFocus()
            self._list.event(event)
            return True
        return False

    def _set_up_list(self) -> None:
        self._list.setAccessibleName(self.tr("Shortcuts"))
        self._list.setColumnCount(2)
        self._list.setHeaderLabels([self.tr("What"), self.tr("Keys")])
        self._list.setHeaderHidden(True)
        self._list.setRootIsDecorated(False)
        self._list.setItemsExpandable(False)
        self._list.setIndentation(0)
        self._list.setTabKeyNavigation(False)
        header = self._list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def _add(self, group: Group) -> None:
        heading = QTreeWidgetItem(self._list, [group.title])
        heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
        heading.setFirstColumnSpanned(True)
        bold = QFont(self.font())
        bold.setBold(True)
        heading.setFont(0, bold)
        heading.setSizeHint(0, QSize(0, _ROW + 8))
        heading.setTextAlignment(0, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignBottom)
        for shortcut in group.shortcuts:
            item = QTreeWidgetItem(heading, [shortcut.what, shortcut.keys])
            item.setSizeHint(0, QSize(0, _ROW))
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.setSpacing(12)
        layout.addWidget(words(self.tr("Keyboard shortcuts"), "title"))
        layout.addWidget(self._search)
        layout.addWidget(self._nothing)
        layout.addWidget(self._card(), 1)
        layout.addWidget(self._buttons)
        resize_within_screen(self, _SIZE)
        embolden(self._close)
        self._search.setFocus()

    def _card(self) -> QFrame:
        card = QFrame(self)
        card.setProperty("role", "card")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(14, 6, 4, 6)
        layout.addWidget(self._list)
        return card

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        for group in self._groups():
            title = group.text(0).casefold()
            for item in _children(group):
                said = f"{title} {item.text(0)} {item.text(1)}".casefold()
                item.setHidden(not all(word in said for word in wanted))
            group.setHidden(all(item.isHidden() for item in _children(group)))
        self._nothing.tell("" if self.shown else self.tr("No key does that."))

    def _groups(self) -> list[QTreeWidgetItem]:
        return _children(self._list.invisibleRootItem())


def _children(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    return [child for number in range(item.childCount()) if (child := item.child(number)) is not None]
