"""Spoken sentences on screen: each appears when it is heard, then steps back for the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor

from videogen_desktop.pipeline.narration.model import FRAME_RATE
from videogen_desktop.pipeline.scenes.blocks import fading
from videogen_desktop.pipeline.scenes.markup import plain
from videogen_desktop.pipeline.scenes.typeset import TextBlock, balanced, set_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from videogen_desktop.pipeline.narration.model import SceneAudio
    from videogen_desktop.pipeline.scenes.fitting import Scale
    from videogen_desktop.pipeline.scenes.fonts import Fonts
    from videogen_desktop.pipeline.scenes.layers import Fading
    from videogen_desktop.pipeline.scenes.page import Page

_INDENT = 40
_BAR = 8
_OVERHANG = 4
_COMFORTABLE = 46
"""Pixels; letters larger than this are for few words, and leave the rest of the room free."""
_AIRY = 0.8


@dataclass(frozen=True)
class Point:
    """A sentence laid out: its block, its distance from the top of the room, and the page it is on."""

    block: TextBlock
    top: int
    page: int

    @property
    def bottom(self) -> int:
        """Distance of its lower edge from the top of the room."""
        return self.top + self.block.height


def arrange(texts: Sequence[str], room: QRect, scale: Scale, fonts: Fonts) -> list[Point]:
    """Set sentences one under the other, all in the largest size in which they fit ``room``.

    Sentences that do not fit together even in the smallest size are set on pages that follow each other,
    in a comfortable size; one that is longer than a page is elided, since the whole of it is heard.
    """
    width = room.width() - _INDENT
    with_split_words: list[TextBlock] = []
    middle = scale.sizes[len(scale.sizes) // 2]
    for pixels in scale.sizes:
        blocks = [TextBlock(plain(text), scale.setting(pixels), fonts) for text in texts]
        splits = any(block.splits_a_word(width) for block in blocks)
        for block in blocks:
            block.wrap(width)
        if _height(blocks) > room.height() * (_AIRY if pixels > _COMFORTABLE else 1):
            continue
        if not splits:
            return _stacked([balanced(block, width) for block in blocks], room.height())
        if not with_split_words or pixels >= middle:
            with_split_words = blocks
    if with_split_words:
        return _stacked(with_split_words, room.height())
    return _stacked(_on_pages(texts, width, room.height(), scale, fonts), room.height())


def appear(page: Page, room: QRect, points: Sequence[Point], audio: SceneAudio) -> tuple[Fading, ...]:
    """Let each of ``points`` appear in ``room`` at the frame at which its sentence is heard."""
    starts = [start_frame(audio, number) for number in range(len(points))]
    blocks = []
    for number, point in enumerate(points):
        following = starts[number + 1] if number + 1 < len(points) else None
        turning = (starts[later] for later, other in enumerate(points) if other.page > point.page)
        leaves = next(turning, None)
        width = _INDENT + point.block.left + point.block.width
        rect = QRect(room.left(), room.top() + point.top, width, point.block.height)
        shown = (starts[number], audio.frames if leaves is None else leaves)
        page.sheet.place(f"point {number}", rect, shown, point.block.setting.pixels)
        look = _Painted(point.block, rect, page)
        blocks.append(
            fading(
                page.sheet,
                rect.adjusted(0, -_OVERHANG, _OVERHANG, _OVERHANG),
                look.strong,
                calm=look.calm,
                enters=starts[number],
                calms=following,
                leaves=leaves,
            )
        )
    return tuple(blocks)


def start_frame(audio: SceneAudio, number: int) -> int:
    """Return the frame at which a sentence is first heard."""
    return min(audio.frames - 1, max(0, round(audio.sentences[number].start_s * FRAME_RATE)))


@dataclass(frozen=True)
class _Painted:
    """A point with the bar that marks it, as it is spoken and afterwards."""

    block: TextBlock
    rect: QRect
    page: Page

    def strong(self, painter: QPainter) -> None:
        self._paint(painter, self.page.theme.ink, self.page.accent)

    def calm(self, painter: QPainter) -> None:
        self._paint(painter, self.page.theme.calm, self.page.theme.hairline)

    def _paint(self, painter: QPainter, text: str, bar: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(bar))
        inset = self.block.setting.line_height // 8
        painter.drawRoundedRect(
            QRect(self.rect.left(), self.rect.top() + inset, _BAR, self.rect.height() - 2 * inset), 4, 4
        )
        self.block.paint(painter, self.rect.left() + _INDENT, self.rect.top(), text)


def _on_pages(texts: Sequence[str], width: int, height: int, scale: Scale, fonts: Fonts) -> list[TextBlock]:
    """Set sentences that need pages: in the largest comfortable size in which each fits a page of its own."""
    blocks: list[TextBlock] = []
    for pixels in scale.sizes[len(scale.sizes) // 2 :]:
        setting = scale.setting(pixels)
        most_lines = max(1, height // setting.line_height)
        blocks = [set_text(plain(text), width, setting, fonts, most_lines) for text in texts]
        if not any(block.elided for block in blocks):
            break
    return blocks


def _gap(blocks: Sequence[TextBlock]) -> int:
    return round(blocks[0].setting.pixels * 0.75)


def _height(blocks: Sequence[TextBlock]) -> int:
    return sum(block.height for block in blocks) + _gap(blocks) * (len(blocks) - 1) if blocks else 0


def _stacked(blocks: Sequence[TextBlock], height: int) -> list[Point]:
    points: list[Point] = []
    for block in blocks:
        top = points[-1].bottom + _gap(blocks) if points else 0
        page = points[-1].page if points else 0
        if points and top + block.height > height:
            top, page = 0, page + 1
        points.append(Point(block, top, page))
    return points
