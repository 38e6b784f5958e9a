"""What all pages of the settings have: rows of a label and a control, and sentences under them."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from videogen_desktop.desktop.exporting.validity import Sentence

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

    from videogen_desktop.desktop.settings_dialog.draft import Draft, KeyChange

_MARGIN: Final = 20
_BETWEEN: Final = 8
_SECTION: Final = 16
_BOX: Final = 4
_LETTERS: Final = 14
"""For which every label has room, so that the groups of a page begin at one line."""
INSET: Final = 6
"""Pixels before the number of a spin box, as the sheet has them before other texts."""


class Page(QWidget):
    """One page of the settings.

    Args:
        intro: A sentence on what it is about; empty for none.
        parent: Owns it.
    """

    icon: ClassVar[str] = "settings"

    edited = Signal()
    """A person changed something."""

    grown = Signal()
    """There is something more that Tab can come to."""

    def __init__(self, intro: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.called())
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._rows.setSpacing(_BETWEEN)
        heading = QLabel(self.called())
        heading.setProperty("role", "title")
        self._rows.addWidget(heading)
        self._group: QFormLayout | None = None
        if intro:
            self.note(intro)
            self._rows.addSpacing(_BETWEEN)

    @staticmethod
    @abstractmethod
    def called() -> str:
        """What the list of pages calls it; known before the page is built."""

    @property
    def problem(self) -> str:
        """Why it cannot be so, in a sentence; empty when it can."""
        return ""

    @abstractmethod
    def show_draft(self, draft: Draft) -> None:
        """Show settings."""

    @abstractmethod
    def taken_into(self, draft: Draft) -> Draft:
        """The settings with what this page says; asked only while there is no ``problem``."""

    def key_changes(self) -> tuple[KeyChange, ...]:
        """Keys that were typed here, or are to be forgotten."""
        return ()

    def show_key(self, name: str, profile: str) -> None:
        """Put the cursor where a key is typed; see :meth:`SettingsDialog.show_key`."""

    def look_around(self) -> None:
        """Begin to find out what takes long; nobody asks before all pages are there."""

    def leave(self) -> None:
        """The dialog closes."""

    def section(self, text: str) -> None:
        """Begin a group of rows."""
        self._group = None
        self._rows.addSpacing(_SECTION)
        label = QLabel(text)
        label.setProperty("role", "heading")
        self._rows.addWidget(label)

    def row(
        self, label: str, field: QWidget, *below: QWidget, beside: QWidget | None = None, name: str = ""
    ) -> None:
        """Add a control with its label before it, and what is said of it below.

        Args:
            label: With an ampersand before the letter that leads to it.
            field: The control.
            below: Sentences, further controls.
            beside: What belongs to it, behind it.
            name: For whoever hears the window, where the label is not enough.
        """
        field.setAccessibleName(name or label.replace("&", "").rstrip(":"))
        words = QLabel(label)
        words.setBuddy(field)
        words.setMinimumWidth(_LETTERS * words.fontMetrics().averageCharWidth())
        shown = side_by_side(field, beside) if beside else field
        self._group_rows().addRow(words, stacked(shown, *below))

    def whole(self, widget: QWidget) -> None:
        """Add something as wide as the page."""
        self._group = None
        self._rows.addWidget(widget)

    def note(self, text: str) -> Sentence:
        """Add a sentence as wide as the page; hidden while it is empty."""
        sentence = Sentence()
        sentence.tell(text)
        self.whole(sentence)
        return sentence

    def end(self) -> None:
        """Nothing comes below."""
        self._rows.addStretch(1)

    def _group_rows(self) -> QFormLayout:
        if self._group is None:
            self._group = QFormLayout()
            self._group.setHorizontalSpacing(_SECTION)
            self._group.setVerticalSpacing(_BETWEEN + 2)
            self._group.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            self._group.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
            self._group.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
            self._rows.addLayout(self._group)
        return self._group


def side_by_side(*widgets: QWidget) -> QWidget:
    """Controls in a line as one, each as wide as it needs to be."""
    box = QWidget()
    layout = QHBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    return box


def stacked(*widgets: QWidget) -> QWidget:
    """Controls one below the other as one."""
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(_BOX)
    for widget in widgets:
        wide = isinstance(widget, QLineEdit | QPlainTextEdit | Sentence) or widget.layout() is not None
        layout.addWidget(widget, 0, Qt.AlignmentFlag(0) if wide else Qt.AlignmentFlag.AlignLeft)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return box


def equally_wide(*fields: QWidget) -> None:
    """Give fields that stand below each other the width of the one that needs most."""
    for field in fields:
        field.ensurePolished()
    widest = max(field.sizeHint().width() for field in fields)
    for field in fields:
        field.setMinimumWidth(widest)


class Amount(QDoubleSpinBox):
    """A number in a unit that people use, of a setting that is kept in another.

    What nobody has changed is given back as it came, whatever the display has rounded off.

    Args:
        unit: How many of the kept unit one of the shown unit is.
        suffix: The shown unit.
        most: The largest that can be chosen, in the shown unit.
        decimals: How many are shown.
        least: The smallest that can be chosen.
    """

    def __init__(self, unit: float, suffix: str, most: float, decimals: int = 0, least: float = 0.0) -> None:
        super().__init__()
        self._unit = unit
        self._came = 0.0
        self._shown = 0.0
        self.setDecimals(decimals)
        self.setRange(least, most)
        self.setSuffix(f" {suffix}")
        self.lineEdit().setTextMargins(INSET, 0, INSET, 0)
        self.setStepType(QDoubleSpinBox.StepType.DefaultStepType)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def take(self, amount: float) -> None:
        """Show an amount of the kept unit."""
        self._came = amount
        self.setValue(amount / self._unit)
        self._shown = self.value()

    def amount(self) -> float:
        """What is chosen, in the kept unit."""
        return self._came if self.value() == self._shown else self.value() * self._unit

    def textFromValue(self, value: float) -> str:  # noqa: N802 - Qt's name
        """A number without the zeros that say nothing."""
        text = super().textFromValue(value)
        point = self.locale().decimalPoint()
        return text.rstrip("0").removesuffix(point) if point in text else text

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Scrolls the page, and changes nothing by the way."""
        event.ignore()
