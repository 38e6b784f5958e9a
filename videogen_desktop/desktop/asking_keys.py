"""A line over the list that asks, once in a session, for keys that are not there any more."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from videogen_desktop.desktop.missing_keys import MissingKey, missing_keys
from videogen_desktop.desktop.secrets import NCBI_KEY
from videogen_desktop.desktop.title_text import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from videogen_desktop.desktop.preferences import Preferences
    from videogen_desktop.desktop.queue_link import QueueLink
    from videogen_desktop.desktop.secrets import Secrets
    from videogen_desktop.desktop.theme import Theme


class KeyAsking(QObject):
    """Finds out which keys are missing and shows the line while the person has not put it away.

    Args:
        link: The queue, open.
        secrets: Keeps keys.
        line: Asks for them.
        parent: Owns it.
    """

    def __init__(self, link: QueueLink, secrets: Secrets, line: KeysLine, parent: QObject) -> None:
        super().__init__(parent)
        self._link = link
        self._secrets = secrets
        self._line = line
        self._over = False
        line.put_away.connect(self._end)

    def look(self, preferences: Preferences) -> None:
        """Look which keys are missing now; nobody is asked a second time in a session."""
        if self._over:
            return
        entered, secrets, live = preferences.entered_keys, self._secrets, self._link.queue.settings

        def work() -> tuple[tuple[MissingKey, ...], bool]:
            missing = missing_keys(entered, live().profiles, os.environ, secrets)
            return missing, bool(missing) and secrets.has_keyring()

        if entered:
            self._link.background.run(work, lambda found: self._tell(*found), key=self)
        else:
            self._tell((), has_keyring=True)

    def _tell(self, missing: Sequence[MissingKey], has_keyring: bool) -> None:
        if not self._line.isHidden() and not missing:
            self._end()
        self._line.tell(missing, has_keyring=has_keyring)

    def _end(self) -> None:
        self._over = True


class KeysLine(QFrame):
    """Names the keys, and offers to enter them.

    Args:
        theme: Its icons' colours.
        parent: Where it is shown.
    """

    enter_wanted = Signal(object)
    """``MissingKey``: the first of them is to be entered."""

    put_away = Signal()
    """The person does not want to enter any now."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._missing: list[MissingKey] = []
        self.setProperty("role", "bar")
        self.setAccessibleName(self.tr("Keys to be entered again"))
        self._icon = QLabel(self)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._enter = QPushButton(self.tr("Enter it…"), self)
        self._enter.clicked.connect(lambda: self.enter_wanted.emit(self._missing[0]))
        self._close = QToolButton(self)
        self._close.setToolTip(self.tr("Not now"))
        self._close.setAccessibleName(self.tr("Do not ask for keys now"))
        self._close.clicked.connect(self._put_away)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 10, 8, 10)
        layout.setSpacing(10)
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._enter)
        layout.addWidget(self._close)
        theme.changed.connect(self._draw)
        self._draw()
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def tell(self, missing: Sequence[MissingKey], *, has_keyring: bool) -> None:
        """Ask for keys; for none of them it is hidden."""
        self._missing = list(missing)
        names = ", ".join(self._named(key) for key in missing)
        if len(missing) == 1:
            told = self.tr("Please enter this key again: {names}.").format(names=names)
            self._enter.setText(self.tr("Enter it…"))
        else:
            told = self.tr("Please enter these keys again: {names}.").format(names=names)
            self._enter.setText(self.tr("Enter them…"))
        if not has_keyring:
            told += " " + self.tr("Without a keyring, this computer forgets keys when the program ends.")
        self._text.setText(told)
        self.setVisible(bool(missing))

    def _named(self, key: MissingKey) -> str:
        if key.name == NCBI_KEY:
            return self.tr("API key of NCBI")
        return self.tr("{key} for {pipeline}").format(key=shown(key.name), pipeline=shown(key.profile))

    def _put_away(self) -> None:
        self.hide()
        self.put_away.emit()

    def _draw(self) -> None:
        self._icon.setPixmap(self._theme.icon("info", "accent").pixmap(18, 18))
        self._close.setIcon(self._theme.icon("x", "subtle"))
