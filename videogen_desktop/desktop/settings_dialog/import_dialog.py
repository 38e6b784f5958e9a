"""What an import of settings would change, shown before it is taken over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QSize, Qt
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
from videogen_desktop.desktop.title_text import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from videogen_desktop.desktop.settings_dialog.transfer import Difference

_SIZE: Final = QSize(720, 420)
_MARGIN: Final = 20
_PROFILES: Final = "queue.profiles."


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
            values = (self._value(difference.before), self._value(difference.after))
            texts = (setting_label(difference.name), *values)
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

    def _value(self, value: str) -> str:
        return {"true": self.tr("yes"), "false": self.tr("no"), "": "–"}.get(value, shown(value))


def setting_label(name: str) -> str:
    """What a setting is called; its own name where it has no other."""
    translate = QCoreApplication.translate
    if name.startswith(_PROFILES):
        told = translate("Settings", "Pipeline “{name}”")
        return told.format(name=shown(name.removeprefix(_PROFILES)))
    names = {
        "preferences.options.aspect": translate("Settings", "Shape of films"),
        "preferences.options.length": translate("Settings", "Length of films"),
        "preferences.options.voice": translate("Settings", "Voice"),
        "preferences.options.audience": translate("Settings", "Audience"),
        "preferences.options.captions": translate("Settings", "Captions"),
        "preferences.options.theme": translate("Settings", "Colours of films"),
        "preferences.options.logo": translate("Settings", "Logo"),
        "preferences.options.closing": translate("Settings", "Closing words"),
        "preferences.options.review": translate("Settings", "Stop after the script"),
        "preferences.options.profile": translate("Settings", "Pipeline"),
        "preferences.appearance": translate("Settings", "Appearance"),
        "preferences.language": translate("Settings", "Language"),
        "preferences.notify": translate("Settings", "Notices"),
        "preferences.email": translate("Settings", "Email for NCBI"),
        "preferences.fetch_titles": translate("Settings", "Look up titles"),
        "preferences.keep_in_tray": translate("Settings", "Go on when the window is closed"),
        "queue.workers": translate("Settings", "Films at once (0: automatic)"),
        "queue.least_free_bytes": translate("Settings", "Least free space, bytes"),
        "queue.pause_on_battery": translate("Settings", "Pause on battery"),
        "queue.keep_awake": translate("Settings", "Keep the computer awake"),
        "queue.films_folder": translate("Settings", "Folder of finished films"),
        "queue.limits.stall_s": translate("Settings", "Given up after silence, seconds"),
        "queue.limits.wall_s": translate("Settings", "Given up after, seconds"),
        "queue.limits.memory_bytes": translate("Settings", "Given up with more memory, bytes"),
        "queue.keep.work_days": translate("Settings", "Keep intermediate files, days"),
        "queue.keep.work_bytes": translate("Settings", "Room for intermediate files, bytes"),
        "queue.keep.log_days": translate("Settings", "Keep logs, days"),
        "queue.keep.event_days": translate("Settings", "Keep history, days"),
        "queue.keep.orphan_days": translate("Settings", "Keep folders without a film, days"),
    }
    return names.get(name, name)
