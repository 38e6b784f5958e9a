"""Settings: in whose name papers are asked for at NCBI."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QCheckBox, QLineEdit

from videogen_desktop.desktop.exporting.validity import Sentence, mark
from videogen_desktop.desktop.secrets import NCBI_KEY
from videogen_desktop.desktop.settings_dialog.checking import email_problem, key_problem
from videogen_desktop.desktop.settings_dialog.page import Page
from videogen_desktop.desktop.settings_dialog.secret_field import SecretField

if TYPE_CHECKING:
    from videogen_desktop.desktop.background import Background
    from videogen_desktop.desktop.secrets import Secrets
    from videogen_desktop.desktop.settings_dialog.draft import Draft, KeyChange


class NcbiPage(Page):
    """How NCBI is asked.

    Args:
        secrets: Keeps the key.
        background: Where the keyring is asked.
    """

    icon: ClassVar[str] = "globe"

    @staticmethod
    def called() -> str:
        """What the list of pages calls it."""
        return "NCBI"

    def __init__(self, secrets: Secrets, background: Background) -> None:
        super().__init__(
            self.tr("Papers come from PubMed and PubMed Central. Neither an address nor a key is needed."),
        )
        self._email = QLineEdit()
        self._email_problem = Sentence("bad")
        self._key = SecretField(NCBI_KEY, self.tr("API key"), secrets, background, key_problem)
        self._titles = QCheckBox(self.tr("Look up titles as soon as papers are added"))
        self._lay_out()
        self._email.textChanged.connect(self._check)
        self._key.changed.connect(self.edited)
        self._titles.toggled.connect(self.edited)

    @property
    def problem(self) -> str:
        """What is wrong with the address or the key."""
        return self._email.accessibleDescription() or self._key.problem

    def show_draft(self, draft: Draft) -> None:
        """Show how NCBI is asked."""
        self._email.setText(draft.preferences.email)
        self._titles.setChecked(draft.preferences.fetch_titles)

    def taken_into(self, draft: Draft) -> Draft:
        """The preferences as they are chosen; the key is among ``key_changes``."""
        preferences = replace(
            draft.preferences, email=self._email.text().strip(), fetch_titles=self._titles.isChecked()
        )
        return replace(draft, preferences=preferences)

    def key_changes(self) -> tuple[KeyChange, ...]:
        """The key, if another was typed."""
        change = self._key.change()
        return (change,) if change else ()

    def show_key(self, name: str, profile: str) -> None:  # noqa: ARG002 - there is but one
        """Put the cursor where the key is typed."""
        self._key.line.setFocus()

    def leave(self) -> None:
        """Forget what was typed."""
        self._key.leave()

    def _check(self) -> None:
        mark(self._email, email_problem(self._email.text().strip()), self._email_problem)
        self.edited.emit()

    def _lay_out(self) -> None:
        why = Sentence()
        why.tell(self.tr("NCBI writes to you before it shuts anybody out for asking too much."))
        faster = Sentence()
        faster.tell(self.tr("With a key of your NCBI account papers are fetched three times as fast."))
        self._email.setPlaceholderText(self.tr("nobody"))
        self.row(self.tr("&Email:"), self._email, self._email_problem, why)
        self.row(self.tr("API &key:"), self._key, faster)
        self._titles.setAccessibleName(self._titles.text())
        self.whole(self._titles)
        self.end()
