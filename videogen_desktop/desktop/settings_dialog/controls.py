"""Controls that the pages share: a list to choose from, a folder, and a row of buttons."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from videogen_desktop.desktop.settings_dialog.page import side_by_side
from videogen_desktop.desktop.typed_path import typed_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QWheelEvent

T = TypeVar("T")
_LETTERS: Final = 34
"""For which every list has room, so that those of one page are equally wide."""


class Choice(QComboBox, Generic[T]):
    """A list that one thing is chosen from.

    Args:
        choices: Each with what it is called.
    """

    def __init__(self, choices: Iterable[tuple[T, str]] = ()) -> None:
        super().__init__()
        self._choices: list[T] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumContentsLength(_LETTERS)
        self.offer(choices)

    def offer(self, choices: Iterable[tuple[T, str]]) -> None:
        """Offer other things; what was chosen stays so while it is among them. Nobody is told."""
        chosen = self._choices[self.currentIndex()] if self.currentIndex() >= 0 else None
        with QSignalBlocker(self):
            self.clear()
            self._choices = []
            for choice, words in choices:
                self._choices.append(choice)
                self.addItem(words)
            if chosen in self._choices:
                self.setCurrentIndex(self._choices.index(chosen))

    def offered(self) -> tuple[T, ...]:
        """What there is to choose."""
        return tuple(self._choices)

    def take(self, choice: T, words: str) -> None:
        """Choose something; it is put in under ``words`` when it is not among what is offered."""
        with QSignalBlocker(self):
            if choice not in self._choices:
                self._choices.append(choice)
                self.addItem(words)
            self.setCurrentIndex(self._choices.index(choice))

    def chosen(self) -> T:
        """What is chosen."""
        return self._choices[self.currentIndex()]

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Scrolls the page, and changes nothing by the way."""
        event.ignore()


class Radios(QWidget, Generic[T]):
    """A few things of which one is chosen, all of them in sight.

    Args:
        name: What is chosen, for whoever hears the window.
        choices: Each with what it is called.
    """

    def __init__(self, name: str, choices: Iterable[tuple[T, str]]) -> None:
        super().__init__()
        self._buttons: list[tuple[T, QRadioButton]] = []
        self.setAccessibleName(name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for choice, words in choices:
            button = QRadioButton(words)
            button.setAccessibleName(f"{name}: {words}")
            self._buttons.append((choice, button))
            layout.addWidget(button)

    def buttons(self) -> Sequence[QRadioButton]:
        """The buttons, in their order."""
        return [button for _, button in self._buttons]

    def take(self, choice: T) -> None:
        """Choose one."""
        for each, button in self._buttons:
            if each == choice:
                button.setChecked(True)

    def chosen(self) -> T:
        """The one that is chosen."""
        return next(choice for choice, button in self._buttons if button.isChecked())


class FolderField(QWidget):
    """A folder: typed, or picked.

    Args:
        name: What it is, for whoever hears the window.
        title: Of the window in which it is picked.
        usual: What stands there while nothing is chosen.
    """

    changed = Signal()
    """Another one was typed or picked."""

    def __init__(self, name: str, title: str, usual: str = "") -> None:
        super().__init__()
        self._title = title
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(usual)
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self.changed)
        browse = QPushButton(self.tr("Browse …"))
        browse.setAccessibleName(self.tr("Browse: {name}").format(name=name))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        self.setFocusProxy(self.line)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line, 1)
        layout.addWidget(browse)

    def take(self, folder: Path | None) -> None:
        """Show a folder, or none."""
        self.line.setText(str(folder or ""))

    def folder(self) -> Path | None:
        """The folder; None for none."""
        return typed_path(self.line.text())

    def _browse(self) -> None:
        at = self.line.text().strip() or str(Path.home())
        if folder := QFileDialog.getExistingDirectory(self, self._title, at):
            self.line.setText(str(Path(folder)))


def button_row(*buttons: QPushButton) -> QWidget:
    """Buttons side by side, none of which Enter presses from elsewhere."""
    for button in buttons:
        button.setAutoDefault(False)
        button.setAccessibleName(button.text().replace("&", ""))
    return side_by_side(*buttons)
