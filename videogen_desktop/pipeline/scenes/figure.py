"""The figure scene: the whole figure on white, its label and credit always there, and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPen

from videogen_desktop.pipeline.scenes.fitting import Scale, fit
from videogen_desktop.pipeline.scenes.layers import MAT, Fades, SlowMove
from videogen_desktop.pipeline.scenes.markup import plain
from videogen_desktop.pipeline.scenes.picture import open_picture, render
from videogen_desktop.pipeline.scenes.points import appear, arrange
from videogen_desktop.pipeline.scenes.sheet import painting
from videogen_desktop.pipeline.scenes.typeset import ELLIPSIS

if TYPE_CHECKING:
    from pathlib import Path

    from videogen_desktop.pipeline.narration.model import SceneAudio
    from videogen_desktop.pipeline.scenes.layers import Layer
    from videogen_desktop.pipeline.scenes.page import Page
    from videogen_desktop.pipeline.scenes.points import Point
    from videogen_desktop.pipeline.scenes.typeset import TextBlock
    from videogen_desktop.pipeline.script.model import FigureUse, Scene

_LABEL = Scale("display", (48, 42, 36), leading=1.2)
_CREDIT = Scale("text", (26, 24), leading=1.35, even_lines=True)
_WORDS = Scale("text", (44, 41, 38, 35, 32, 30), leading=1.36)
_TALL_WORDS = Scale("text", (48, 44, 40, 36, 33, 30), leading=1.36)
_COLUMN = 470
_WIDEST_COLUMN = 760
_COLUMN_GAP = 60
_SPACE = 26
_MAT_PADDING = 22
_MOST_ENLARGED = 3.0
_LONGEST_LICENCE = 90
_SMALLEST = 0.94


@dataclass(frozen=True)
class _Layout:
    """Where everything of a figure scene stands. ``figure`` is at its full size."""

    figure: QRect
    label: tuple[TextBlock, int, int]
    credit: tuple[TextBlock, int, int]
    words: QRect
    points: list[Point]

    @property
    def area(self) -> int:
        return self.figure.width() * self.figure.height()


def compose_figure(page: Page, scene: Scene, audio: SceneAudio, folder: Path) -> tuple[Layer, ...]:
    """Lay a figure scene out on ``page``; return what changes on it.

    Raises:
        ValueError: when the scene has no figure.
        VideoGenError: ``figure-unreadable`` or ``figure-too-large``.
    """
    use = scene.figure
    if use is None:
        raise ValueError("a figure scene needs a figure")
    picture = open_picture(folder, use.file)
    texts = [] if page.look.burned_captions else [sentence.text for sentence in scene.sentences]
    layouts = [_below(page, use, texts, picture.size)]
    if page.wide:
        layouts.append(_beside(page, use, texts, picture.size))
    layout = max(layouts, key=lambda layout: layout.area)
    _paint_mat(page, layout.figure)
    for name, (block, x, y), colour in (
        ("label", layout.label, page.accent),
        ("credit", layout.credit, page.theme.calm),
    ):
        page.sheet.write(name, block, x, y, colour)
    drawn = render(picture, layout.figure.size())
    words = Fades(appear(page, layout.words, layout.points, audio))
    if use.may_move:
        return (SlowMove(drawn, layout.figure, audio.frames, _SMALLEST), words)
    with painting(page.sheet.image) as painter:
        painter.drawImage(layout.figure.topLeft(), drawn)
    return (words,)


def _beside(page: Page, use: FigureUse, texts: list[str], size: QSize) -> _Layout:
    """The figure on the left; label, words and credit in a column on the right."""
    body = page.body
    figure = _fitted(size, body.adjusted(0, 0, -_COLUMN - _COLUMN_GAP, 0))
    mat = QSize(figure.width() + 2 * _MAT_PADDING, figure.height() + 2 * _MAT_PADDING)
    width = min(_WIDEST_COLUMN, body.width() - mat.width() - _COLUMN_GAP)
    label = fit(plain(use.label), QSize(width, body.height() // 6), _LABEL, page.fonts)
    credit = _credit(page, use, QSize(width, body.height() // 3))
    fixed = label.height + credit.height + 2 * _SPACE
    words = QRect(0, 0, width, body.height() - fixed)
    points = arrange(texts, words, _WORDS, page.fonts)
    used = max((point.bottom for point in points), default=0)
    height = min(body.height(), max(mat.height(), fixed + used))
    top = body.top() + (body.height() - height) // 2
    figure.moveTo(body.left() + _MAT_PADDING, body.top() + (body.height() - figure.height()) // 2)
    x = body.left() + mat.width() + _COLUMN_GAP
    words.moveTo(x, top + label.height + _SPACE)
    return _Layout(figure, (label, x, top), (credit, x, top + height - credit.height), words, points)


def _below(page: Page, use: FigureUse, texts: list[str], size: QSize) -> _Layout:
    """The label over the figure, its credit right under it, and the words at the foot."""
    body = page.body
    label = fit(plain(use.label), QSize(body.width(), body.height() // 8), _LABEL, page.fonts)
    credit = _credit(page, use, QSize(body.width(), body.height() // 5))
    tall = page.look.aspect == "9:16"
    share = 0.32 if tall else 0.17
    words = QRect(body.left(), 0, body.width(), round(body.height() * share))
    points = arrange(texts, words, _TALL_WORDS if tall else _WORDS, page.fonts)
    used = max((point.bottom for point in points), default=-_SPACE)
    fixed = label.height + _SPACE // 2 + _SPACE // 2 + credit.height + _SPACE + used
    figure = _fitted(size, QRect(0, 0, body.width(), body.height() - fixed))
    mat_height = figure.height() + 2 * _MAT_PADDING
    top = body.top() + (body.height() - fixed - mat_height) * 2 // 5
    mat_top = top + label.height + _SPACE // 2
    figure.moveTo(body.left() + (body.width() - figure.width()) // 2, mat_top + _MAT_PADDING)
    credit_top = mat_top + mat_height + _SPACE // 2
    words.moveTop(credit_top + credit.height + _SPACE)
    words.setHeight(max(used, 0))
    return _Layout(figure, (label, body.left(), top), (credit, body.left(), credit_top), words, points)


def _credit(page: Page, use: FigureUse, room: QSize) -> TextBlock:
    """Set the credit; when it is too long for any size, its licence at the end stays."""
    _, mark, licence = use.credit.rpartition(" · ")
    ending = plain(f"… · {licence}").plain if mark and len(licence) <= _LONGEST_LICENCE else ELLIPSIS
    return fit(plain(use.credit), room, _CREDIT, page.fonts, ending)


def _fitted(size: QSize, room: QRect) -> QRect:
    """Return the largest rectangle of the picture's shape in ``room``, its mat's edge kept free."""
    inner = room.adjusted(_MAT_PADDING, _MAT_PADDING, -_MAT_PADDING, -_MAT_PADDING)
    scale = min(inner.width() / size.width(), inner.height() / size.height(), _MOST_ENLARGED)
    rect = QRect(0, 0, max(1, int(size.width() * scale)), max(1, int(size.height() * scale)))
    rect.moveCenter(inner.center())
    return rect


def _paint_mat(page: Page, figure: QRect) -> None:
    mat = figure.adjusted(-_MAT_PADDING, -_MAT_PADDING, _MAT_PADDING, _MAT_PADDING)
    page.sheet.place("figure", mat)
    with painting(page.sheet.image) as painter:
        painter.setPen(QPen(QColor(page.theme.mat_edge), 2))
        painter.setBrush(QColor(MAT))
        painter.drawRoundedRect(QRectF(mat).adjusted(1, 1, -1, -1), 12, 12)
        painter.setPen(Qt.PenStyle.NoPen)
