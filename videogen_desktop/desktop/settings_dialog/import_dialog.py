"""What an import of settings would change, shown before it is taken over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from videogen_desktop.desktop.exporting.validity import embolden
from videogen_desktop.desktop.screen_room import resize_within_screen
from videogen_desktop.desktop.settings_dialog.setting_words import setting_label, setting_value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from videogen_desktop.desktop.settings_dialog.transfer import Difference

_SIZE: Final = QSize(720, 420)
_MARGIN: Final = 20


class ImportDialog(QDialog):
    """Lists differences; accepting it takes them over into the settings that are open, not yet into force.

    Args:
        found: What would change; at least one.
        parent: The settings.
    """

    def __init__(self, found: Sequence[Difference], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = self.tr("What this file would change")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        table = QTableWidget(len(found), 3)
        table.setAccessibleName(title)
        table.setHorizontalHeaderLabels([self.tr("Setting"), self.tr("Now"), self.tr("Then")])
        table.verticalHeader().hide()
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setWordWrap(True)
        table.setShowGrid(False)
        for row, difference in enumerate(found):
            name = difference.name
            values = (setting_value(name, difference.before), setting_value(name, difference.after))
            texts = (setting_label(name), *values)
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                table.setItem(row, column, item)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, mode in enumerate(
            (QHeaderView.ResizeMode.ResizeToContents, *2 * (QHeaderView.ResizeMode.Stretch,))
        ):
            header.setSectionResizeMode(column, mode)
        table.resizeRowsToContents()
        buttons = QDialogButtonBox()
        take = buttons.addButton(self.tr("&Take over"), QDialogButtonBox.ButtonRole.AcceptRole)
        take.setDefault(True)
        embolden(take)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        note = QLabel(
            self.tr("Nothing changes before you press OK in the settings. Keys are not in the file.")
        )
        note.setWordWrap(True)
        note.setProperty("role", "subtle")
        layout.addWidget(table, 1)
        layout.addWidget(note)
        layout.addWidget(buttons)
        resize_within_screen(self, _SIZE)
