"""Lines of text, laid out and ready to paint: the only place that knows how Qt sets type."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from videogen_desktop.papers.richtext import RichText, Run
from videogen_desktop.pipeline.scenes.markup import characters, cut, is_right_to_left

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from videogen_desktop.pipeline.scenes.fonts import Face, Fonts

Align = Literal["start", "centre"]

_UNLIMITED = 10_000
_RAISED = {
    "sup": QTextCharFormat.VerticalAlignment.AlignSuperScript,
    "sub": QTextCharFormat.VerticalAlignment.AlignSubScript,
}
_WRAPPED = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
_LONGEST_WORD = 40
_NARROWEST = 0.15
"""Of the size: no letter, point or space of the fonts is narrower."""
ELLIPSIS = "…"


@dataclass(frozen=True)
class Setting:
    """How a text is set. ``leading`` is the distance of two baselines as a multiple of the size."""

    face: Face
    pixels: int
    leading: float = 1.35
    align: Align = "start"

    @property
    def line_height(self) -> int:
        """Distance of two baselines in pixels."""
        return round(self.pixels * self.leading)


class TextBlock:
    """A paragraph in lines on an even grid of baselines, whatever fonts its characters come from.

    Attributes:
        lines: How many lines it has.
        left: Where the ink starts, in pixels from the left edge of the room: not 0 for centred lines and
            for scripts that read from the right.
        width: Width of the longest line in pixels.
        elided: Whether words were left out.
    """

    def __init__(self, text: RichText, setting: Setting, fonts: Fonts) -> None:
        self.text = text
        self.setting = setting
        self.lines = 0
        self.left = 0
        self.width = 0
        self.elided = False
        self._shift = 0
        self._font = fonts.faces[setting.face, False].font(setting.pixels)
        self._layout = QTextLayout(characters(text), self._font)
        self._layout.setFormats(_formats(text, setting, fonts))

    @property
    def height(self) -> int:
        """Height of all lines in pixels."""
        return self.lines * self.setting.line_height

    @property
    def right_to_left(self) -> bool:
        """Whether the text reads, and its lines start, from the right."""
        return is_right_to_left(characters(self.text))

    def wrap(self, width: int, limit: int = _UNLIMITED, room: int = 0) -> int:
        """Break the text into at most ``limit`` lines of ``width`` pixels; a word too long breaks anywhere.

        Args:
            width: The longest a line may be, in pixels.
            limit: The most lines.
            room: Width of the room that the lines are aligned in, when it is more than ``width``.

        Returns:
            How many characters the lines hold.
        """
        reached = self._break(width, limit, _WRAPPED)
        free = max(0, room - width)
        self._shift = free // 2 if self.setting.align == "centre" else (free if self.right_to_left else 0)
        rects = [self._layout.lineAt(number).naturalTextRect() for number in range(self.lines)]
        self.left = floor(min((rect.left() for rect in rects), default=0.0))
        self.width = min(width, ceil(max((rect.right() for rect in rects), default=0.0))) - self.left
        self.left += self._shift
        return reached

    def splits_a_word(self, width: int) -> bool:
        """Whether a word is longer than a line of ``width`` pixels."""
        self._break(width, _UNLIMITED, QTextOption.WrapMode.WordWrap)
        return any(
            self._layout.lineAt(number).naturalTextWidth() > width
            for number in range(self._layout.lineCount())
        )

    def paint(self, painter: QPainter, x: int, y: int, colour: str) -> None:
        """Paint the lines with their top left corner at ``x``, ``y``."""
        painter.setPen(QColor(colour))
        self._layout.draw(painter, QPointF(x + self._shift, y))

    def _break(self, width: int, limit: int, mode: QTextOption.WrapMode) -> int:
        self._layout.setTextOption(self._option(mode))
        metrics = QFontMetricsF(self._font)
        rise = (self.setting.line_height - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
        self.lines, reached = 0, 0
        self._layout.beginLayout()
        while self.lines < limit and (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            baseline = self.lines * self.setting.line_height + rise
            line.setPosition(QPointF(0, baseline - line.ascent()))
            self.lines += 1
            reached = line.textStart() + line.textLength()
        self._layout.endLayout()
        return _code_points(characters(self.text), reached)

    def _option(self, mode: QTextOption.WrapMode) -> QTextOption:
        option = QTextOption()
        option.setWrapMode(mode)
        backwards = self.right_to_left
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if backwards else Qt.LayoutDirection.LeftToRight
        )
        side = Qt.AlignmentFlag.AlignRight if backwards else Qt.AlignmentFlag.AlignLeft
        centred = self.setting.align == "centre"
        option.setAlignment(
            Qt.AlignmentFlag.AlignHCenter if centred else side | Qt.AlignmentFlag.AlignAbsolute
        )
        return option


def set_text(
    text: RichText,
    width: int,
    setting: Setting,
    fonts: Fonts,
    max_lines: int = _UNLIMITED,
    ending: str = ELLIPSIS,
) -> TextBlock:
    """Lay ``text`` out in lines of ``width`` pixels; beyond ``max_lines``, end at a word with ``ending``."""
    text = cut(text, capacity(width, max_lines, setting) + 1)  # what cannot be shown is not laid out
    block = TextBlock(text, setting, fonts)
    kept = _shortened(text, block.wrap(width, max_lines))
    while block.wrap(width, max_lines) < len(characters(block.text)):
        block = TextBlock(RichText((*kept.runs, Run(ending))), setting, fonts)
        block.elided = True
        if not kept:
            block.wrap(width, max_lines)
            break
        kept = _shortened(kept, len(characters(kept)) - 1)
    return block


def capacity(width: int, lines: int, setting: Setting) -> int:
    """Return how many characters at most can stand in so many lines, all of them being narrow ones."""
    return lines * ceil(width / (_NARROWEST * setting.pixels))


def balanced(block: TextBlock, width: int) -> TextBlock:
    """Break the lines of ``block`` so that they are of about equal length, without a line more."""
    lines = block.lines
    narrow, wide = 1, width
    while wide - narrow > 4:
        middle = (narrow + wide) // 2
        if block.splits_a_word(middle) or block.lines > lines:
            narrow = middle
        else:
            wide = middle
    block.wrap(wide, room=width)
    if block.lines > lines:
        block.wrap(width)
    return block


def _shortened(text: RichText, length: int) -> RichText:
    """Cut ``text`` to at most ``length`` characters, at the end of a word unless that is very long."""
    whole = characters(text)
    kept = whole[:length]
    space = kept.rstrip().rfind(" ")
    torn = length < len(whole) and not kept[-1:].isspace() and not whole[length].isspace()
    if torn and space > 0 and length - space <= _LONGEST_WORD:
        kept = kept[:space]
    return cut(text, len(kept.rstrip(" ,;:·–—-(")))


def _formats(text: RichText, setting: Setting, fonts: Fonts) -> list[QTextLayout.FormatRange]:
    formats = []
    position = 0
    for run in text.runs:
        for stretch, typeface in fonts.runs(run.text, setting.face, run.style == "i"):
            span = QTextLayout.FormatRange()
            span.start, span.length = position, _code_units(stretch)
            span.format.setFont(typeface.font(setting.pixels))
            if run.style in _RAISED:
                span.format.setVerticalAlignment(_RAISED[run.style])
            formats.append(span)
            position += span.length
    return formats


def _code_units(text: str) -> int:
    """Length as Qt counts it: UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _code_points(text: str, units: int) -> int:
    """How many characters of ``text`` are in its first ``units`` UTF-16 code units."""
    head = text.encode("utf-16-le", "surrogatepass")[: 2 * units]
    return len(head.decode("utf-16-le", "ignore"))
