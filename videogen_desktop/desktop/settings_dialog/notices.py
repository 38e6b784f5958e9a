"""Settings: when the program says that films are done, and what closing its window means."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox

from videogen_desktop.desktop.settings_dialog.controls import Radios
from videogen_desktop.desktop.settings_dialog.page import Page

if TYPE_CHECKING:
    from videogen_desktop.desktop.preferences import Notify
    from videogen_desktop.desktop.settings_dialog.draft import Draft


class NoticesPage(Page):
    """When the person is told."""

    icon: ClassVar[str] = "bell"

    @staticmethod
    def called() -> str:
        """What the list of pages calls it."""
        return QCoreApplication.translate("NoticesPage", "Notices")

    def __init__(self) -> None:
        super().__init__()
        self.section(self.tr("Tell me"))
        self._notify: Radios[Notify] = Radios(
            self.tr("Tell me"),
            [
                ("all-done", self.tr("When everything is done")),
                ("each", self.tr("After each film")),
                ("never", self.tr("Never")),
            ],
        )
        self.whole(self._notify)
        self.section(self.tr("When the window is closed"))
        self._tray = QCheckBox(self.tr("Go on making films, with an icon in the tray"))
        self._tray.setAccessibleName(self._tray.text())
        self.whole(self._tray)
        self.note(self.tr("Otherwise the program ends. Films under way go on from there at the next start."))
        self.end()
        for button in self._notify.buttons():
            button.toggled.connect(self.edited)
        self._tray.toggled.connect(self.edited)

    def show_draft(self, draft: Draft) -> None:
        """Show when the person is told."""
        self._notify.take(draft.preferences.notify)
        self._tray.setChecked(draft.preferences.keep_in_tray)

    def taken_into(self, draft: Draft) -> Draft:
        """The preferences as they are chosen."""
        preferences = replace(
            draft.preferences, notify=self._notify.chosen(), keep_in_tray=self._tray.isChecked()
        )
        return replace(draft, preferences=preferences)
