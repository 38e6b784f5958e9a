"""Settings: light or dark, and the language of the window."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication, Signal

from videogen_desktop.desktop.exporting.validity import Sentence
from videogen_desktop.desktop.languages import own_name, shipped_languages
from videogen_desktop.desktop.settings_dialog.controls import Choice, Radios
from videogen_desktop.desktop.settings_dialog.page import Page, stacked

if TYPE_CHECKING:
    from videogen_desktop.desktop.preferences import Look
    from videogen_desktop.desktop.settings_dialog.draft import Draft


class AppearancePage(Page):
    """How the window looks, shown at once."""

    icon: ClassVar[str] = "palette"

    look_chosen = Signal(str)
    """``Look``: light, dark or the system's."""

    @staticmethod
    def called() -> str:
        """What the list of pages calls it."""
        return QCoreApplication.translate("AppearancePage", "Appearance")

    def __init__(self) -> None:
        super().__init__()
        self._look: Radios[Look] = Radios(
            self.tr("Colours"),
            [
                ("system", self.tr("As the system has it")),
                ("light", self.tr("Light")),
                ("dark", self.tr("Dark")),
            ],
        )
        self._language: Choice[str] = Choice([("", self.tr("As the system has it")), *shipped_languages()])
        self._later = Sentence("warning")
        self._before = ""
        self.section(self.tr("Colours"))
        self.whole(self._look)
        self.section(self.tr("Language"))
        self._language.setAccessibleName(self.tr("Language"))
        self.whole(stacked(self._language, self._later))
        self.end()
        for button in self._look.buttons():
            button.toggled.connect(self._looked)
        self._language.currentIndexChanged.connect(self._spoken)

    def show_draft(self, draft: Draft) -> None:
        """Show how the window looks."""
        self._before = draft.preferences.language
        self._look.take(draft.preferences.appearance)
        self._language.take(self._before, own_name(self._before))

    def taken_into(self, draft: Draft) -> Draft:
        """The preferences as they are chosen."""
        preferences = replace(
            draft.preferences, appearance=self._look.chosen(), language=self._language.chosen()
        )
        return replace(draft, preferences=preferences)

    def _looked(self, on: bool) -> None:
        if on:
            self.look_chosen.emit(self._look.chosen())
            self.edited.emit()

    def _spoken(self) -> None:
        differs = self._language.chosen() != self._before
        self._later.tell(self.tr("In that language after the next start.") if differs else "")
        self.edited.emit()
