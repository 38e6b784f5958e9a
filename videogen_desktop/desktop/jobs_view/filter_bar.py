"""Which jobs are listed: a row of states with how many are in each, and words to search for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QSize, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from videogen_desktop.desktop.translating import QT_TRANSLATE_NOOP
from videogen_desktop.jobs.states import STATES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from videogen_desktop.desktop.theme import Theme
    from videogen_desktop.jobs.states import State

CONTEXT: Final = "Filters"

FILTERS: Final[tuple[tuple[str, str, frozenset[State]], ...]] = (
    ("all", QT_TRANSLATE_NOOP("Filters", "All"), frozenset()),
    ("running", QT_TRANSLATE_NOOP("Filters", "Running"), frozenset({"running"})),
    ("queued", QT_TRANSLATE_NOOP("Filters", "Queued"), frozenset({"queued", "waiting", "paused"})),
    ("attention", QT_TRANSLATE_NOOP("Filters", "Needs attention"), frozenset({"needs-attention"})),
    ("done", QT_TRANSLATE_NOOP("Filters", "Done"), frozenset({"completed"})),
    ("failed", QT_TRANSLATE_NOOP("Filters", "Failed"), frozenset({"failed"})),
    ("cancelled", QT_TRANSLATE_NOOP("Filters", "Cancelled"), frozenset({"cancelled"})),
)
"""Names for files, headings, and the states that each lets through; none of them for all."""

_ONLY_WHERE_ANY: Final = frozenset({"attention", "failed", "cancelled"})
"""Exceptions: shown while there are such jobs. The way that every job goes is always shown, in its order."""

_AS_TYPED_MS: Final = 120
_GAP: Final = 4


class FilterBar(QWidget):
    """Buttons, one for each kind of state, with counts that follow the queue.

    Where they have not enough room side by side they stand in more lines. What goes wrong is left out while
    there is nothing of it, unless it is chosen.
    """

    chosen = Signal(str)
    """The name of the filter that was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(8, 6, 8, 6)
        self._lines.setSpacing(_GAP)
        self._rows = [QHBoxLayout() for _filter in FILTERS]
        for row in self._rows:
            row.setSpacing(_GAP)
            row.addStretch(1)
            self._lines.addLayout(row)
        self._placed: tuple[tuple[QToolButton, ...], ...] = ()
        for name, _heading, _states in FILTERS:
            button = QToolButton(self)
            button.setCheckable(True)
            button.clicked.connect(lambda _checked, name=name: self.chosen.emit(name))
            self._group.addButton(button)
            self._buttons[name] = button
        self._buttons["all"].setChecked(True)
        self._group.buttonToggled.connect(lambda _button, _checked: self._show_those_with_jobs())
        self._counts: Mapping[State, int] = {}
        self.count(dict.fromkeys(STATES, 0))

    def choose(self, name: str) -> None:
        """Show a filter as the chosen one."""
        self._buttons[name].setChecked(True)

    def count(self, counts: Mapping[State, int]) -> None:
        """Show how many jobs are in each state."""
        self._counts = counts
        for name, heading, states in FILTERS:
            number = self._number(states)
            text = QCoreApplication.translate(CONTEXT, heading)
            self._buttons[name].setText(f"{text}  {self.locale().toString(number)}")
            self._buttons[name].setAccessibleName(f"{text}: {number}")
            self._buttons[name].setToolTip(f"{text}: {self.locale().toString(number)}")
        self._show_those_with_jobs()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As narrow as its widest button."""
        widest = max(button.sizeHint().width() for button in self._buttons.values())
        return QSize(widest, self._lines.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Use the room that there is."""
        super().resizeEvent(event)
        self._arrange()

    def _number(self, states: frozenset[State]) -> int:
        return sum(self._counts.get(state, 0) for state in states or STATES)

    def _show_those_with_jobs(self) -> None:
        for name, _heading, states in FILTERS:
            button = self._buttons[name]
            shown = name not in _ONLY_WHERE_ANY or self._number(states) > 0 or button.isChecked()
            button.setVisible(shown)
        self._arrange()

    def _arrange(self) -> None:
        buttons = tuple(button for button in self._buttons.values() if not button.isHidden())
        margins = self._lines.contentsMargins()
        lines = _in_lines(buttons, self.width() - margins.left() - margins.right())
        if lines == self._placed:
            return
        self._placed = lines
        for row in self._rows:
            for button in buttons:
                row.removeWidget(button)
        for row, line in zip(self._rows, lines, strict=False):
            for place, button in enumerate(line):
                row.insertWidget(place, button)
        self.updateGeometry()


def _in_lines(buttons: Sequence[QToolButton], room: int) -> tuple[tuple[QToolButton, ...], ...]:
    """Buttons in their order, on each line as many as have room; at first none knows how much there is."""
    lines: list[list[QToolButton]] = [[]]
    left = room
    for button in buttons:
        width = button.sizeHint().width()
        if lines[-1] and width > left:
            lines.append([])
            left = room
        lines[-1].append(button)
        left -= width + _GAP
    return tuple(map(tuple, lines))


def states_of(name: str) -> frozenset[State]:
    """The states that a filter lets through; none for all of them."""
    return next((states for each, _heading, states in FILTERS if each == name), frozenset())


class SearchBox(QLineEdit):
    """Words to search for, heeded as they are typed.

    Args:
        theme: The icon's colours.
        parent: Where it is shown.
    """

    searched = Signal(str)
    """What is searched for now."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wait = QTimer(self, singleShot=True, interval=_AS_TYPED_MS)
        self._wait.timeout.connect(lambda: self.searched.emit(self.text()))
        self.setPlaceholderText(self.tr("Search title, author, journal, number, script"))
        self.setAccessibleName(self.tr("Search"))
        self.setClearButtonEnabled(True)
        self.setMaxLength(500)
        self.setAcceptDrops(False)  # what is dropped here is for the window, as everywhere in it
        self.setMinimumWidth(180)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(
            self.tr("Search ({keys})").format(
                keys=QKeySequence(QKeySequence.StandardKey.Find).toString(
                    QKeySequence.SequenceFormat.NativeText
                )
            )
        )
        self._icon = self.addAction(theme.icon("search", "faint"), QLineEdit.ActionPosition.LeadingPosition)
        theme.changed.connect(lambda: self._icon.setIcon(theme.icon("search", "faint")))
        self.textEdited.connect(lambda _text: self._wait.start())
        self.textChanged.connect(lambda text: None if text else self._wait.start())
