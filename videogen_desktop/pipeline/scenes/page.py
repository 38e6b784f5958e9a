"""What every scene has around its subject: margins, the banner, the footer, the room for captions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize

from videogen_desktop.pipeline.scenes.fitting import Scale, fit
from videogen_desktop.pipeline.scenes.markup import plain, read_title
from videogen_desktop.pipeline.scenes.sheet import Sheet

if TYPE_CHECKING:
    from videogen_desktop.pipeline.job import Aspect
    from videogen_desktop.pipeline.scenes.fonts import Fonts
    from videogen_desktop.pipeline.scenes.look import Look
    from videogen_desktop.pipeline.scenes.theme import Theme
    from videogen_desktop.pipeline.script.model import Script

SAFE_SHARE = 0.05
"""Text stays this share of the width and height away from the edges (EBU R 95, graphics safe area)."""
GAP = 28
_FOOT = 38
_MARGIN: dict[Aspect, int] = {"16:9": 120, "9:16": 72, "1:1": 72}
_TOP: dict[Aspect, int] = {"16:9": 72, "9:16": 120, "1:1": 64}
_CAPTION_LINES: dict[Aspect, int] = {"16:9": 2, "9:16": 3, "1:1": 3}
CAPTION_SCALE = Scale("strong", (44, 40, 36, 32, 28, 24), leading=1.3, align="centre", even_lines=True)
CAPTION_PADDING = QSize(28, 14)
_BANNER_SCALE = Scale("strong", (34, 30, 26, 24), leading=1.3)
_WARNING_SCALE = Scale("bold", (38, 34, 30, 26, 24), leading=1.3)
_FOOTER_SCALE = Scale("text", (24,), leading=1.4)
_MARKER = QSize(24, 6)
_MARKER_GAP = 8


@dataclass(frozen=True)
class Page:
    """The rooms of a scene's picture."""

    sheet: Sheet
    look: Look
    theme: Theme
    fonts: Fonts
    accent: str
    top: int
    """Where the banner ends, in pixels from the upper edge; 0 without one."""
    body: QRect
    """The room for the scene's subject."""
    captions: QRect
    """The band that captions alone may use; empty when they are not part of the picture."""

    @property
    def wide(self) -> bool:
        """Whether there is room for two columns."""
        return self.look.aspect == "16:9"


def safe_area(look: Look) -> QRect:
    """Return the part of the picture that every screen shows whole."""
    x, y = round(look.width * SAFE_SHARE), round(look.height * SAFE_SHARE)
    return QRect(x, y, look.width - 2 * x, look.height - 2 * y)


def open_page(script: Script, index: int, look: Look, theme: Theme, fonts: Fonts) -> Page:
    """Start the picture of a scene: paint its banner, its footer and its place in the film."""
    sheet = Sheet(look, theme.ground)
    scene = script.scenes[index]
    accent = theme.accent.of(scene.kind)
    safe = safe_area(look)
    margin = _MARGIN[look.aspect]
    column = QRect(margin, safe.top(), look.width - 2 * margin, safe.height())
    top = _banner(sheet, script, column, theme, fonts) if script.banner.strip() else 0
    bottom = _place_in_film(sheet, column, index, len(script.scenes), accent, theme)
    if scene.kind in {"text", "figure"}:
        bottom = _footer(sheet, script, column, bottom, theme, fonts)
    captions = QRect()
    if look.burned_captions:
        line = CAPTION_SCALE.setting(CAPTION_SCALE.sizes[0]).line_height
        height = _CAPTION_LINES[look.aspect] * line + 2 * CAPTION_PADDING.height()
        captions = QRect(column.left(), bottom - GAP - height, column.width(), height)
        bottom = sheet.place("captions", captions).top()
    first = top + 40 if top else _TOP[look.aspect]
    body = QRect(column.left(), first, column.width(), bottom - _FOOT - first)
    return Page(sheet, look, theme, fonts, accent, top, body, captions)


def _banner(sheet: Sheet, script: Script, column: QRect, theme: Theme, fonts: Fonts) -> int:
    """Paint the ribbon across the top; a long banner takes more of the picture rather than lose words."""
    colours = theme.warning if script.warning else theme.ribbon
    scale = _WARNING_SCALE if script.warning else _BANNER_SCALE
    block = fit(plain(script.banner), QSize(column.width(), column.height() // 6), scale, fonts)
    bottom = column.top() + block.height + 14
    sheet.fill(QRect(0, 0, sheet.image.width(), bottom), colours.ground)
    sheet.write("banner", block, column.left(), column.top(), colours.text)
    return bottom


def _place_in_film(sheet: Sheet, column: QRect, index: int, count: int, accent: str, theme: Theme) -> int:
    """Paint a short line a scene, that of this one marked; a film too long for that shows one bar."""
    line = QRect(column.left(), column.bottom() + 1 - _MARKER.height(), column.width(), _MARKER.height())
    sheet.place("place", line)
    gap = min(_MARKER_GAP, line.width() / count / 3)
    step = (line.width() + gap) / count
    for number in range(count):
        left, right = round(line.left() + number * step), round(line.left() + (number + 1) * step - gap)
        colour = accent if number == index else (theme.past if number < index else theme.hairline)
        sheet.fill(QRect(left, line.top(), max(1, right - left), line.height()), colour, 3)
    return line.top()


def _footer(sheet: Sheet, script: Script, column: QRect, bottom: int, theme: Theme, fonts: Fonts) -> int:
    """Paint the paper's name and journal in one line."""
    card = script.card
    height = _FOOTER_SCALE.setting(_FOOTER_SCALE.sizes[0]).line_height
    y = bottom - 12 - height
    used = 0
    where = plain(" · ".join(part for part in (card.journal, card.year) if part))
    if where:
        block = fit(where, QSize(column.width() // 2, height), _FOOTER_SCALE, fonts)
        used = block.width + 2 * GAP
        sheet.write("journal", block, column.right() + 1 - block.left - block.width, y, theme.quiet)
    title = fit(read_title(card.title), QSize(column.width() - used, height), _FOOTER_SCALE, fonts)
    sheet.write("paper", title, column.left(), y, theme.quiet)
    return y
