"""A pane of text that is only text: it loads nothing, follows nothing, and fills up bit by bit."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontInfo, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QFocusEvent
    from PySide6.QtWidgets import QWidget

    Steps = Callable[[QTextCursor], Iterator[None]]
    """Writes at a cursor; between two of its steps the window may do something else."""

_TURN_S = 0.008
"""Half of what a screen of 60 pictures a second leaves between two of them."""
_TURN_LETTERS = 20_000
"""At the end of a turn what it wrote is laid out, which takes longer than writing it."""
_MARGIN = 12
_SHAPE = """
QTextEdit { border: 1px solid transparent; border-radius: 0; padding: 0; background: palette(window); }
QTextEdit[ring="true"] { border-color: palette(highlight); }
"""
_NOT_COPIED = dict.fromkeys(map(ord, "\u2068\u2069\ufffc"))
"""What keeps directions apart, and what stands for a picture."""


class TextPane(QTextBrowser):
    """Shows what is written into it with a cursor; nothing is ever read as HTML.

    Args:
        name: What it shows, for those who do not see it.
        parent: Owns it.
    """

    filled = Signal()
    """All of what was to be shown is there."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setStyleSheet(_SHAPE)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(_MARGIN)
        self._steps: Iterator[None] | None = None
        self._return_to: int | None = None
        self._pen = QTextCursor(self.document())
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._go_on)

    @property
    def filling(self) -> bool:
        """Whether more is to come."""
        return self._steps is not None

    def fill(self, steps: Steps, *, stay: bool = False) -> None:
        """Show something else; what was being written is left off.

        Args:
            steps: Write it.
            stay: Whether to return to where the pane was scrolled to, and not to the beginning.
        """
        self._turn.stop()
        self._return_to = self.verticalScrollBar().value() if stay else None
        self.document().clear()
        self._pen = QTextCursor(self.document())
        self._steps = steps(self._pen)
        self._turn.start()
        self._go_on()

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:  # noqa: N802 - Qt's name
        """Load nothing, whatever a text names; pictures are handed to the document."""
        return None

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt's name
        """Copy plain text."""
        copied = QMimeData()
        selected = self.textCursor().selectedText().translate(_NOT_COPIED)
        copied.setText(selected.replace("\u2029", "\n").replace("\u2028", "\n"))
        return copied

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show where the keyboard is, to those who use it."""
        super().focusInEvent(event)
        show_ring(self, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show it no more."""
        super().focusOutEvent(event)
        show_ring(self, event)

    def points(self, scale: float = 1.0) -> float:
        """The size of the pane's font in points, or a multiple of it."""
        return QFontInfo(self.font()).pointSizeF() * scale

    def letters(self, colour: str, scale: float = 1.0, *, bold: bool = False) -> QTextCharFormat:
        """A format for letters in one of the theme's colours."""
        letters = QTextCharFormat()
        letters.setForeground(QColor(colour))
        letters.setFontPointSize(self.points(scale))
        if bold:
            letters.setFontWeight(600)
        return letters

    def show_block(self, block: int) -> None:
        """Scroll until a block stands in the upper third, unless it is in view whole."""
        self._bring(*self.block_extent(block))

    def show_words(self, start: int, end: int) -> None:
        """Scroll until words are in view, of too many their beginning.

        Args:
            start: Where in the document they begin.
            end: Where they end.
        """
        self._bring(self._line_extent(start)[0], self._line_extent(max(start, end - 1))[1])

    def block_extent(self, block: int) -> tuple[float, float]:
        """Where the text of a block begins and ends, in pixels from the top of the document."""
        found = self.document().findBlockByNumber(block)
        self.document().documentLayout().blockBoundingRect(found)  # which lays it out, if nothing has so far
        layout = found.layout()
        top = layout.position().y()
        return top, top + layout.boundingRect().height()

    def _line_extent(self, place: int) -> tuple[float, float]:
        """Where the line of text begins and ends that a letter of the document stands in, in pixels."""
        block = self.document().findBlock(place)
        top, bottom = self.block_extent(block.blockNumber())
        line = block.layout().lineForTextPosition(place - block.position())
        if not line.isValid():  # a pane that was never shown has no width to break lines at
            return top, bottom
        return top + line.y(), top + line.y() + line.height()

    def _bring(self, top: float, bottom: float) -> None:
        """Scroll until a stretch of the document is in view, in the upper third if there is room."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if top < bar.value() or bottom > bar.value() + height:
            bar.setValue(round(min(top, max(top - height / 4, bottom - height))))

    def _go_on(self) -> None:
        if self._steps is None:
            return
        until, full = time.perf_counter() + _TURN_S, self._pen.position() + _TURN_LETTERS
        self._pen.beginEditBlock()
        done = False
        while not done and time.perf_counter() < until and self._pen.position() < full:
            done = next(self._steps, True) is True
        self._pen.endEditBlock()
        self._hold_caret()
        if done:
            self._turn.stop()
            self._steps = None
            if self._return_to is not None:
                self.verticalScrollBar().setValue(self._return_to)
            self.filled.emit()

    def _hold_caret(self) -> None:
        """Leave the caret at the beginning: writing takes it along, and a pane that appears begins there."""
        caret = self.textCursor()
        if caret.hasSelection() or caret.position() != self._pen.position():
            return
        bar = self.verticalScrollBar()
        before = bar.value()
        self.setTextCursor(QTextCursor(self.document()))
        bar.setValue(before)


def show_ring(widget: QWidget, event: QFocusEvent) -> None:
    """Put a ring around a pane that the keyboard, and not a click, has brought the focus to.

    Args:
        widget: Its sheet knows the property ``ring``.
        event: The focus came, or went.
    """
    reasons = (
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    )
    ring = event.gotFocus() and event.reason() in reasons
    if widget.property("ring") != ring:
        widget.setProperty("ring", ring)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def new_block(
    pen: QTextCursor,
    *,
    above: float = 0,
    below: float = 0,
    left: float = 0,
    right: float = 0,
    line_height: int = 125,
) -> int:
    """Begin a paragraph and return its number; the empty one of a new document is taken first.

    Args:
        pen: Where.
        above: Space over it, in pixels, as are the others.
        below: Space under it.
        left: Space before its lines.
        right: Space after them.
        line_height: In per cent.
    """
    shape = QTextBlockFormat()
    shape.setTopMargin(above)
    shape.setBottomMargin(below)
    shape.setLeftMargin(left)
    shape.setRightMargin(right)
    shape.setLineHeight(line_height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if pen.document().isEmpty() and pen.block().userState() == -1:
        pen.setBlockFormat(shape)
    else:
        pen.insertBlock(shape)
    pen.block().setUserState(0)
    return pen.blockNumber()
