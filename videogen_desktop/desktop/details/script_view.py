"""The scenes of a script as cards; each sentence can be gone to, and says where in the paper it is from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QTextCursor, QTextDocument, QTextImageFormat
from PySide6.QtWidgets import QApplication

from videogen_desktop.desktop.details.harmless import harmless, shortened
from videogen_desktop.desktop.details.places import duration, place_of, scene_name
from videogen_desktop.desktop.details.text_pane import TextPane, new_block
from videogen_desktop.desktop.details.times import SentenceTimes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from videogen_desktop.desktop.theme import Theme
    from videogen_desktop.pipeline.script.model import Scene, Script

_PADDING = 14
_GAP = 10
_RADIUS = 8
_BAR = 3
_SMALL = 0.9
_LONGEST = 4000
_PICTURE_WIDTH = 220
"""Pixels at most; a pane of any use is wider."""
_WORDS, _PLACE = 1, 2
"""What a block is, in its state: ``sentence * 4`` and one of these."""


class ScriptView(TextPane):
    """A script to read along.

    Args:
        theme: Its colours.
        parent: Owns it.
    """

    chosen = Signal(int)
    """A sentence, numbered through the script from 0, that is to be heard."""

    source_wanted = Signal(int)
    """A sentence whose place in the paper is to be seen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Script"))
        self.setAccessibleDescription(
            self.tr("Up and down go from sentence to sentence, Enter plays from there.")
        )
        self._theme = theme
        self._script: Script | None = None
        self._times = SentenceTimes()
        self._pictures: Mapping[str, QImage] = {}
        self._cards: list[tuple[int, int]] = []
        self._sentences: list[int] = []
        self._heard: int | None = None
        self._current: int | None = None
        self._pointed: int | None = None
        self._pressed: tuple[float, float] | None = None
        self._following = True
        self._scrolled_by_hand = False
        self.viewport().setMouseTracking(True)
        bar = self.verticalScrollBar()
        bar.actionTriggered.connect(self._touched)
        bar.valueChanged.connect(self._moved)
        self.filled.connect(self._reached)
        theme.changed.connect(self._recolour)

    @property
    def heard(self) -> int | None:
        """The sentence that is marked as being heard."""
        return self._heard

    @property
    def current(self) -> int | None:
        """The sentence that the keyboard is at."""
        return self._current

    def show_script(self, script: Script, times: SentenceTimes, pictures: Mapping[str, QImage]) -> None:
        """Show a script from its beginning.

        Args:
            script: Its words.
            times: When they are heard.
            pictures: Of the figures, by the name of the file that the script has.
        """
        self._script, self._times, self._pictures = script, times, pictures
        self._heard = self._current = self._pointed = None
        self._following = True
        self._cards, self._sentences = [], []
        self.fill(self._write)

    def set_heard(self, sentence: int | None) -> None:
        """Mark the sentence that is heard, and keep it in view unless the person looks elsewhere."""
        if sentence == self._heard:
            return
        self._heard = sentence
        self._follow()
        self.viewport().update()

    def sentence_rect(self, sentence: int) -> QRectF:
        """Where a sentence stands, in the coordinates of the viewport."""
        top, bottom = self.block_extent(self._sentences[sentence])
        offset = self.verticalScrollBar().value()
        edge = self.document().documentMargin()
        return QRectF(edge, top - offset, self.viewport().width() - 2 * edge, bottom - top)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go from sentence to sentence, and to where one is heard or written."""
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not held and key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._sentences:
            self._step(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current is not None:
            told = self.source_wanted if held & Qt.KeyboardModifier.ControlModifier else self.chosen
            told.emit(self._current)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Remember where a click begins."""
        point = event.position()
        self._pressed = (point.x(), point.y()) if event.button() == Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take a click on a sentence, unless text was selected by it."""
        super().mouseReleaseEvent(event)
        began, self._pressed = self._pressed, None
        point = event.position()
        if began is None or self.textCursor().hasSelection():
            return
        far = abs(point.x() - began[0]) + abs(point.y() - began[1])
        if far >= QApplication.startDragDistance() or (at := self._at(point.y())) is None:
            return
        sentence, what = at
        self._go_to(sentence, scroll=False)
        (self.chosen if what == _WORDS else self.source_wanted).emit(sentence)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Show what can be clicked."""
        super().mouseMoveEvent(event)
        at = None if event.buttons() else self._at(event.position().y())
        pointed = at[0] if at and at[1] == _WORDS else None
        shape = Qt.CursorShape.PointingHandCursor if at else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)
        if pointed != self._pointed:
            self._pointed = pointed
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep what is heard in view when lines break elsewhere."""
        super().resizeEvent(event)
        self._follow()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the cards and what is marked, then the text on them."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_cards(painter)
        painter.end()
        super().paintEvent(event)

    def _recolour(self) -> None:
        if self._script is not None:
            self._cards, self._sentences = [], []
            self.fill(self._write, stay=True)

    def _write(self, pen: QTextCursor) -> Iterator[None]:
        script, roles = self._script, self._theme.roles
        if script is None:
            return
        _leave_room(pen)
        if script.banner.strip():
            new_block(pen, above=4, below=4, left=2, right=2)
            colour = roles.bad if script.warning else roles.warning
            pen.insertText(harmless(script.banner[:_LONGEST]), self.letters(colour, bold=True))
            yield
        number = 0
        for index, scene in enumerate(script.scenes):
            above = _GAP + 2 * _PADDING if pen.blockNumber() else _PADDING  # margins of blocks overlap
            first = new_block(pen, above=above, left=_PADDING, right=_PADDING)
            self._cards.append((first, first))
            self._write_heading(pen, index, scene)
            yield
            if scene.figure:
                self._write_figure(pen, scene)
            for sentence in scene.sentences:
                self._write_sentence(pen, number, sentence.text, place_of(sentence))
                number += 1
                self._cards[-1] = (first, pen.blockNumber())
                yield
            if scene.lines:
                self._write_lines(pen, scene)
            self._end_card(pen)
            yield

    def _write_heading(self, pen: QTextCursor, index: int, scene: Scene) -> None:
        roles = self._theme.roles
        pen.insertText(f"{index + 1}   ", self.letters(roles.subtle, _SMALL))
        pen.insertText(harmless(scene_name(scene)[:_LONGEST]), self.letters(roles.text, 1.05, bold=True))
        if index < len(self._times.scenes):
            pen.insertText(f"   {duration(self._times.scenes[index])}", self.letters(roles.subtle, _SMALL))

    def _write_sentence(self, pen: QTextCursor, number: int, text: str, place: str) -> None:
        roles = self._theme.roles
        new_block(pen, above=8, left=_PADDING, right=_PADDING)
        pen.block().setUserState(number * 4 + _WORDS)
        self._sentences.append(pen.blockNumber())
        pen.insertText(harmless(shortened(text, _LONGEST)), self.letters(roles.text))
        if place:
            new_block(pen, above=2, left=_PADDING, right=_PADDING, line_height=115)
            pen.block().setUserState(number * 4 + _PLACE)
            pen.insertText(place, self.letters(roles.subtle, _SMALL))

    def _write_figure(self, pen: QTextCursor, scene: Scene) -> None:
        figure = scene.figure
        if figure is None:
            return
        image = self._pictures.get(figure.file)
        if image is not None:
            new_block(pen, above=8, left=_PADDING, right=_PADDING, line_height=100)
            name = f"figure:{len(self._cards)}"
            self.document().addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), image)
            shape = QTextImageFormat()
            shape.setName(name)
            width = min(_PICTURE_WIDTH, image.width())
            shape.setWidth(width)
            shape.setHeight(width * image.height() / image.width())
            pen.insertImage(shape)
        named = figure.credit.startswith(figure.label)
        told = " · ".join(part for part in ("" if named else figure.label, figure.credit) if part.strip())
        if told:
            new_block(pen, above=4, left=_PADDING, right=_PADDING, line_height=115)
            pen.insertText(
                harmless(shortened(told, _LONGEST)), self.letters(self._theme.roles.subtle, _SMALL)
            )

    def _write_lines(self, pen: QTextCursor, scene: Scene) -> None:
        for line in scene.lines:
            new_block(pen, above=6, left=_PADDING, right=_PADDING, line_height=115)
            told = self.tr("Shown: {text}").format(text=shortened(line.text, _LONGEST))
            pen.insertText(harmless(told), self.letters(self._theme.roles.subtle, _SMALL))

    def _end_card(self, pen: QTextCursor) -> None:
        shape = pen.blockFormat()
        shape.setBottomMargin(_PADDING)
        pen.setBlockFormat(shape)
        self._cards[-1] = (self._cards[-1][0], pen.blockNumber())

    def _paint_cards(self, painter: QPainter) -> None:
        roles = self._theme.roles
        height = self.viewport().height()
        offset = self.verticalScrollBar().value()
        edge = self.document().documentMargin()
        width = self.viewport().width() - 2 * edge
        for first, last in self._visible_cards():
            top = self.block_extent(first)[0] - offset - _PADDING
            bottom = self.block_extent(last)[1] - offset + _PADDING
            if top > height:
                break
            painter.setPen(QPen(QColor(roles.line)))
            painter.setBrush(QColor(roles.surface))
            painter.drawRoundedRect(QRectF(edge + 0.5, top, width - 1, bottom - top), _RADIUS, _RADIUS)
        self._paint_marks(painter)

    def _paint_marks(self, painter: QPainter) -> None:
        roles = self._theme.roles
        painter.setPen(Qt.PenStyle.NoPen)
        for sentence, colour in ((self._pointed, roles.hover), (self._heard, roles.chosen)):
            if sentence is not None and sentence < len(self._sentences):
                painter.setBrush(QColor(colour))
                ground = self.sentence_rect(sentence).adjusted(4, -3, -4, 3)
                painter.drawRoundedRect(ground, 5, 5)
                if sentence == self._heard:
                    painter.setBrush(QColor(roles.accent))
                    painter.drawRect(QRectF(ground.left(), ground.top() + 2, _BAR, ground.height() - 4))
        if self.hasFocus() and self._current is not None and self._current < len(self._sentences):
            painter.setPen(QPen(QColor(roles.accent), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.sentence_rect(self._current).adjusted(4, -3, -4, 3), 5, 5)

    def _visible_cards(self) -> Iterator[tuple[int, int]]:
        """The cards from the one at the top of the view on."""
        at_top = self.cursorForPosition(self.viewport().rect().topLeft()).blockNumber()
        return (card for card in self._cards if card[1] >= at_top)

    def _at(self, y: float) -> tuple[int, int] | None:
        """The sentence at a height of the viewport, and whether its words or its place are there."""
        point = self.viewport().rect().center()
        point.setY(round(y))
        block = self.cursorForPosition(point).block()
        state = block.userState()
        if state <= 0:
            return None
        top, bottom = self.block_extent(block.blockNumber())
        at = y + self.verticalScrollBar().value()
        return (state // 4, state % 4) if top - 3 <= at <= bottom + 3 else None

    def _step(self, by: int) -> None:
        if self._current is None:
            start = self._heard if self._heard is not None else (-1 if by > 0 else len(self._sentences))
        else:
            start = self._current
        self._go_to(min(max(start + by, 0), len(self._sentences) - 1))

    def _go_to(self, sentence: int, *, scroll: bool = True) -> None:
        self._current = sentence
        place = QTextCursor(self.document().findBlockByNumber(self._sentences[sentence]))
        bar = self.verticalScrollBar()
        before = bar.value()
        self.setTextCursor(place)  # screen readers read what is at the cursor
        bar.setValue(before)
        if scroll:
            self.show_block(self._sentences[sentence])
        self._judge()
        self.viewport().update()

    def _touched(self) -> None:
        self._scrolled_by_hand = True

    def _moved(self) -> None:
        if self._scrolled_by_hand:
            self._scrolled_by_hand = False
            self._judge()

    def _judge(self) -> None:
        """Follow what is heard again as soon as the person looks there."""
        if self._heard is not None and self._heard < len(self._sentences):
            rect = self.sentence_rect(self._heard)
            self._following = rect.bottom() > 0 and rect.top() < self.viewport().height()

    def _follow(self) -> None:
        if self._following and self._heard is not None and self._heard < len(self._sentences):
            self.show_block(self._sentences[self._heard])

    def _reached(self) -> None:
        self._follow()
        self.viewport().update()


def _leave_room(pen: QTextCursor) -> None:
    """Let the first and the last card end within the document; it takes no margin of a block at its edges."""
    root = pen.document().rootFrame()
    shape = root.frameFormat()
    room = pen.document().documentMargin() + _PADDING
    shape.setTopMargin(room)
    shape.setBottomMargin(room)
    root.setFrameFormat(shape)
