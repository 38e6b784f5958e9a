"""A key that is typed, kept by the keyring and never shown again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from videogen_desktop.desktop.exporting.validity import Sentence, mark
from videogen_desktop.desktop.settings_dialog.draft import KeyChange

if TYPE_CHECKING:
    from collections.abc import Callable

    from videogen_desktop.desktop.background import Background
    from videogen_desktop.desktop.secrets import Secrets

_LONGEST: Final = 64 * 1024
_BOX: Final = 4


class SecretField(QWidget):
    """One key: whether one is kept, and room to type another or to have it forgotten.

    Nothing is kept or forgotten before the settings are agreed to.

    Args:
        name: Of the key.
        label: What it is, for whoever hears the window.
        secrets: Keeps keys.
        background: Where a keyring is asked, which may have to be unlocked first.
        check: Says what is wrong with a value; empty for nothing.
    """

    changed = Signal()
    """A key was typed, or is to be forgotten."""

    def __init__(
        self,
        name: str,
        label: str,
        secrets: Secrets,
        background: Background,
        check: Callable[[str], str] = lambda _: "",
    ) -> None:
        super().__init__()
        self._name = name
        self._secrets = secrets
        self._background = background
        self._check = check
        self._forget_it = False
        self.line = QLineEdit()
        self._forget = QPushButton(self.tr("Forget"))
        self._problem = Sentence("bad")
        self._state = Sentence()
        self._lay_out(label)
        self.line.textChanged.connect(self._typed)
        self._forget.clicked.connect(self._forgotten)
        self.look()

    @property
    def problem(self) -> str:
        """What is wrong with what was typed; empty for nothing."""
        return self._check(self.line.text().strip())

    def change(self) -> KeyChange | None:
        """What is to be done about the key; None for nothing."""
        if value := self.line.text().strip():
            return KeyChange(self._name, value)
        return KeyChange(self._name) if self._forget_it else None

    def look(self) -> None:
        """Look whether a key is kept."""
        name, secrets = self._name, self._secrets

        def work() -> tuple[bool, bool, bool]:
            return secrets.has_keyring(), bool(secrets(name)), secrets.only_for_session(name)

        self._background.run(work, lambda found: self._tell(*found), key=self)

    def leave(self) -> None:
        """Nobody looks any more; what was typed is wiped."""
        self._background.drop(self)
        self.line.clear()

    def _tell(self, has_keyring: bool, kept: bool, session: bool) -> None:
        self._forget.setEnabled(kept)
        if session:
            told = self.tr("Kept until you quit the program, and in no file.")
        elif kept:
            told = self.tr("Kept in the keyring of this computer. Type another one to replace it.")
        elif has_keyring:
            told = self.tr("None is kept. What you type goes into the keyring of this computer.")
        else:
            told = self.tr(
                "This computer has no keyring: what you type is kept until you quit the program, in no file."
            )
        self._state.tell(told, "subtle" if has_keyring else "warning")

    def _typed(self) -> None:
        self._forget_it = False
        mark(self.line, self.problem, self._problem)
        self.changed.emit()

    def _forgotten(self) -> None:
        self.line.clear()
        self._forget_it = True
        self._forget.setEnabled(False)
        self._state.tell(self.tr("It is forgotten when you press OK."), "warning")
        self.changed.emit()

    def _lay_out(self, label: str) -> None:
        self.line.setAccessibleName(label)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setMaxLength(_LONGEST)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self._forget.setAccessibleName(self.tr("Forget: {name}").format(name=label))
        self._forget.setAutoDefault(False)
        self._forget.setEnabled(False)
        self.setFocusProxy(self.line)
        row = QHBoxLayout()
        row.addWidget(self.line, 1)
        row.addWidget(self._forget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_BOX)
        layout.addLayout(row)
        layout.addWidget(self._problem)
        layout.addWidget(self._state)
