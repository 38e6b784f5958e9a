"""The source scene: the citation, where to find the paper, its licence, and what it declares."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize

from videogen_desktop.pipeline.scenes.fitting import Scale, fit
from videogen_desktop.pipeline.scenes.markup import plain
from videogen_desktop.pipeline.scenes.ornament import paint_rings
from videogen_desktop.pipeline.scenes.typeset import Setting, TextBlock, set_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from videogen_desktop.pipeline.scenes.page import Page
    from videogen_desktop.pipeline.script.model import Scene

_HEADING = Scale("display", (60, 52, 44, 38), leading=1.2)
_TEXT_SIZES = (40, 38, 36, 34, 32, 30, 28, 26, 24)
_LABEL_SIZE = 26
_LEADING = 1.36
_LABEL_WIDTH = 290
_LABELLED = re.compile(r"([A-Z][A-Za-z ]{1,23}): (.+)", re.DOTALL)
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)(10\..+)", re.IGNORECASE)
_NUMBERS = re.compile(r"(?:PMID \d+|PMC\d+)\b.*")
_RULE = QSize(72, 8)
_UNDER_RULE = 22
_UNDER_HEADING = 36
_LINES_TRIED = (6, 4, 3, 2)


@dataclass(frozen=True)
class _Row:
    label: str
    text: str


@dataclass(frozen=True)
class _SetRow:
    """A row laid out: its label before its text, or over it where the picture is narrow."""

    label: TextBlock
    text: TextBlock
    stacked: bool

    @property
    def height(self) -> int:
        if self.stacked:
            return self.label.height + self.text.height
        return max(self.label.height, self.text.height)


def compose_source(page: Page, scene: Scene, notes: Sequence[str]) -> None:
    """Lay the source scene out on ``page``; nothing on it changes."""
    paint_rings(page, QPoint(page.look.width, page.top), first=90, step=52, count=5)
    body, heading = page.body, _heading(page, scene)
    if heading:
        page.sheet.fill(page.sheet.place("rule", QRect(body.topLeft(), _RULE)), page.accent, 4)
        top = body.top() + _RULE.height() + _UNDER_RULE
        page.sheet.write("heading", heading, body.left(), top, page.theme.ink)
    y = body.top() + _above(heading)
    for number, row in enumerate(_set_rows(page, _rows(scene, notes), body.bottom() + 1 - y)):
        _write(page, number, row, y)
        y += row.height + _gap(row)


def shows_all(page: Page, scene: Scene, notes: Sequence[str]) -> bool:
    """Whether a page has the room for every word of the source scene."""
    rows = _rows(scene, notes)
    ready = _set_rows(page, rows, page.body.height() - _above(_heading(page, scene)))
    return len(ready) == len(rows) and not any(row.text.elided for row in ready)


def _heading(page: Page, scene: Scene) -> TextBlock | None:
    room = QSize(page.body.width(), page.body.height() // 5)
    return fit(plain(scene.heading), room, _HEADING, page.fonts) if scene.heading.strip() else None


def _above(heading: TextBlock | None) -> int:
    """The height that the heading takes with its rule and the space under it."""
    return _RULE.height() + _UNDER_RULE + heading.height + _UNDER_HEADING if heading else 0


def _rows(scene: Scene, notes: Sequence[str]) -> list[_Row]:
    rows = [_row(line.text, number) for number, line in enumerate(scene.lines)]
    return [*rows, *(_Row("Note", note) for note in notes)]


def _row(text: str, number: int) -> _Row:
    if match := _DOI.fullmatch(text.strip()):
        return _Row("DOI", f"https://doi.org/{match[1]}")
    if _NUMBERS.fullmatch(text.strip()):
        return _Row("Identifiers", text)
    if number == 0:
        return _Row("Citation", text)
    match = _LABELLED.fullmatch(text)
    return _Row(match[1], match[2]) if match else _Row("Notice", text)


def _set_rows(page: Page, rows: Sequence[_Row], height: int) -> list[_SetRow]:
    """Set all rows in the largest size in which they fit.

    When none does, the longest rows are elided; if even that is not enough, the last rows are left out.
    """
    ready: list[_SetRow] = []
    for pixels in _TEXT_SIZES:
        ready = [_set_row(page, row, pixels) for row in rows]
        if _height(ready) <= height:
            return ready
    for most_lines in _LINES_TRIED:
        ready = [_set_row(page, row, _TEXT_SIZES[-1], most_lines) for row in rows]
        if _height(ready) <= height:
            return ready
    while _height(ready) > height:
        ready.pop()
    return ready


def _set_row(page: Page, row: _Row, pixels: int, most_lines: int = 100) -> _SetRow:
    stacked = not page.wide
    width = page.body.width() - (0 if stacked else _LABEL_WIDTH)
    text = set_text(plain(row.text), width, Setting("text", pixels, _LEADING), page.fonts, most_lines)
    leading = _LEADING if stacked else text.setting.line_height / _LABEL_SIZE
    setting = Setting("strong", _LABEL_SIZE, leading)
    label = set_text(plain(row.label), _LABEL_WIDTH - 20, setting, page.fonts, 1)
    return _SetRow(label, text, stacked)


def _write(page: Page, number: int, row: _SetRow, y: int) -> None:
    x = page.body.left()
    page.sheet.write(f"label {number}", row.label, x, y, page.accent)
    x, y = (x, y + row.label.height) if row.stacked else (x + _LABEL_WIDTH, y)
    page.sheet.write(f"row {number}", row.text, x, y, page.theme.ink)


def _gap(row: _SetRow) -> int:
    return round(row.text.setting.pixels * 0.6)


def _height(rows: Sequence[_SetRow]) -> int:
    return sum(row.height + _gap(row) for row in rows)
