"""The page of a job that has neither film nor script: calm words in the middle, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from videogen_desktop.desktop.details.standing import standing_of
from videogen_desktop.desktop.exporting.validity import set_style
from videogen_desktop.desktop.title_text import reads_leftwards
from videogen_desktop.desktop.wanted import name_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from videogen_desktop.desktop.details.standing import Standing
    from videogen_desktop.desktop.theme import Theme
    from videogen_desktop.desktop.wanted import Act
    from videogen_desktop.jobs.model import Job

_ICON: Final = 44
_WIDEST: Final = 460
_MARGIN: Final = 24
_WHOLE: Final = 1000
_OTHERS: Final[Mapping[Act, str]] = {
    "retry": "rotate-ccw",
    "look": "globe",
    "cancel": "x",
    "remove": "trash-2",
}
"""What can be done besides, each with its icon."""
_IN_TEXT: Final = {"accent": "heading"}
"""Roles of icons that are none of texts."""


class StandingPage(QScrollArea):
    """Says how a job stands, and offers what fits.

    Args:
        theme: Its colours and icons.
        parent: Owns it.
    """

    act_wanted = Signal(str, int)
    """What is to be done (``Act``), and the number of the job."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._job_id = 0
        self._shown: Standing | None = None
        self._icon = QLabel()
        self._title = _words("title")
        self._about = _words("subtle")
        self._state = _words("heading")
        bold = QFont(self._state.font())
        bold.setWeight(QFont.Weight.DemiBold)
        self._state.setFont(bold)
        self._bar = QProgressBar()
        self._why = _words("")
        self._next = _words("subtle")
        self._main = QPushButton(name_of("retry"))
        self._main.setProperty("primary", True)
        self._others = {act: self._other(act) for act in _OTHERS}
        self._main.clicked.connect(self._press_main)
        self._set_up()
        theme.changed.connect(self._draw)

    @property
    def said(self) -> Standing | None:
        """What is shown."""
        return self._shown

    def show_job(self, job: Job) -> None:
        """Show how a job stands; nothing is drawn again that stays as it is."""
        standing = standing_of(job)
        if standing == self._shown and job.id == self._job_id:
            return
        if job.id != self._job_id:
            self.verticalScrollBar().setValue(0)
        self._job_id, self._shown = job.id, standing
        for label, text in (
            (self._title, standing.title),
            (self._about, standing.about),
            (self._state, standing.state),
            (self._why, standing.why),
            (self._next, standing.next),
        ):
            _tell(label, text)
        self._bar.setVisible(standing.done is not None)
        self._bar.setValue(round((standing.done or 0) * _WHOLE))
        self._offer(standing)
        self._draw()

    def _offer(self, standing: Standing) -> None:
        said = " ".join(part for part in (standing.why, standing.next) if part)
        self._main.setVisible(standing.main is not None)
        self._main.setAccessibleDescription(f"{standing.state}. {said}")
        if standing.main is not None:
            self._main.setText(standing.main[1])
        texts = dict(standing.others)
        for act, button in self._others.items():
            button.setText(texts.get(act, button.text()))
            button.setVisible(act in texts)

    def _other(self, act: Act) -> QPushButton:
        button = QPushButton(name_of(act))
        button.clicked.connect(lambda: self.act_wanted.emit(act, self._job_id))
        return button

    def _press_main(self) -> None:
        if self._shown is not None and self._shown.main is not None:
            self.act_wanted.emit(self._shown.main[0], self._job_id)

    def _set_up(self) -> None:
        self.setAccessibleName(self.tr("How it stands"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._bar.setRange(0, _WHOLE)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("How far it is"))
        page = _Page()
        page.setProperty("role", "surface")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        words = QWidget(page)
        words.setMaximumWidth(_WIDEST)  # of the whole: so its labels know their heights at their widths
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part, above in (
            (self._icon, 0),
            (self._title, 10),
            (self._about, 0),
            (self._state, 16),
            (self._bar, 4),
            (self._why, 0),
            (self._next, 0),
        ):
            column.addSpacing(above)
            column.addWidget(part)
        column.addSpacing(14)
        column.addLayout(_centred(self._main))
        column.addLayout(_centred(self._others["retry"]))  # three have no room side by side
        column.addLayout(_centred(*(self._others[act] for act in ("look", "cancel", "remove"))))
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(words, 100)
        middle.addStretch(1)
        around = QVBoxLayout(page)
        around.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        around.addStretch(2)
        around.addLayout(middle)
        around.addStretch(3)
        self.setWidget(page)

    def _draw(self) -> None:
        if self._shown is None:
            return
        icon = self._theme.icon(self._shown.icon, self._shown.role)
        self._icon.setPixmap(icon.pixmap(QSize(_ICON, _ICON), self.devicePixelRatioF()))
        for act, name in _OTHERS.items():
            self._others[act].setIcon(self._theme.icon(name))
        set_style(self._state, "role", _IN_TEXT.get(self._shown.role, self._shown.role))


class _Page(QWidget):
    """As high as its words are at the width that there is, and not as they would be on the narrowest line."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(0, 0)


def _tell(label: QLabel, text: str) -> None:
    leftwards = reads_leftwards(text)
    if leftwards is None:
        label.unsetLayoutDirection()
    else:
        label.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if leftwards else Qt.LayoutDirection.LeftToRight
        )
    label.setText(text)
    label.setVisible(bool(text))


def _words(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setMinimumWidth(1)
    shape = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    shape.setHeightForWidth(True)
    label.setSizePolicy(shape)
    return label


def _centred(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
