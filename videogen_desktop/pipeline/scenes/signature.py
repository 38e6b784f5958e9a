"""Where the maker of a film shows: a logo and closing words, at the foot of the title and the last scene.

They get a strip of their own that is taken from the room of the scene's subject, so that nothing meets them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize

from videogen_desktop.pipeline.scenes.fitting import Scale, fit
from videogen_desktop.pipeline.scenes.logo import ready_logo
from videogen_desktop.pipeline.scenes.markup import drawable, plain
from videogen_desktop.pipeline.scenes.page import GAP
from videogen_desktop.pipeline.scenes.sheet import painting

if TYPE_CHECKING:
    from collections.abc import Callable

    from videogen_desktop.pipeline.scenes.logo import Logo
    from videogen_desktop.pipeline.scenes.page import Page
    from videogen_desktop.pipeline.scenes.typeset import TextBlock
    from videogen_desktop.pipeline.script.model import Closing, SceneKind

_STYLES = (
    (QSize(360, 112), (34, 32, 30, 28, 26, 24)),
    (QSize(280, 84), (28, 26, 24)),
    (QSize(200, 60), (24,)),
)
"""Rooms for the logo and sizes of the words, the best first; the next one where credits would lose words."""
_BESIDE = 40
_UNDER = 20
_RULE = 2
_LABEL_TEXT = "From the makers of this film"
_LABEL = Scale("strong", (24,), leading=1.4)
_LINES_TRIED = (2, 3, 4, 6)


@dataclass(frozen=True)
class Signature:
    """A page with a strip for its maker.

    Args:
        page: With the room that is left to the subject.
        strip: Where the maker's part stands; empty without one.
        logo: Their logo.
        words: The label and the closing words under it.
        stacked: Whether the words stand under the logo instead of beside it.
    """

    page: Page
    strip: QRect
    logo: Logo | None = None
    words: tuple[TextBlock, TextBlock] | None = None
    stacked: bool = False

    def paint(self) -> None:
        """Paint the strip, once the subject is on the page."""
        place, height = self.strip.topLeft(), self.strip.height()
        if self.words:
            rule = QRect(place, QSize(self.strip.width(), _RULE))
            self.page.sheet.fill(self.page.sheet.place("closing rule", rule), self.page.theme.hairline)
            place += QPoint(0, _RULE + _UNDER)
            height -= _RULE + _UNDER
        if self.logo:
            size = self.logo.size
            drop = 0 if self.stacked else (height - size.height()) // 2
            rect = self.page.sheet.place("logo", QRect(place + QPoint(0, drop), size))
            with painting(self.page.sheet.image) as painter:
                self.logo.paint(painter, rect, self.page.theme)
            place += QPoint(0, size.height() + _UNDER) if self.stacked else QPoint(size.width() + _BESIDE, 0)
        if self.words:
            label, words = self.words
            drop = 0 if self.stacked else (height - label.height - words.height) // 2
            y = place.y() + drop
            self.page.sheet.write("closing label", label, place.x(), y, self.page.theme.quiet)
            self.page.sheet.write("closing", words, place.x(), y + label.height, self.page.theme.ink)


def sign(
    page: Page, kind: SceneKind, closing: Closing | None, logo: bytes, roomy: Callable[[Page], bool]
) -> Signature:
    """Take room for the maker from a page; other scenes than the title and the last one have none.

    Args:
        page: The page, nothing of its subject painted yet.
        kind: What scene it is.
        closing: The closing words, which only the last scene shows.
        logo: The logo's file as it was read; empty for none.
        roomy: Whether what is left of a page is enough for its subject.
    """
    text = drawable(closing.text).strip() if closing and kind == "source" else ""
    if kind not in {"title", "source"} or not (text or logo):
        return Signature(page, QRect())
    signatures = (_signature(page, text, logo, *style) for style in _STYLES)
    signature = next(signatures)
    for smaller in signatures:
        if roomy(signature.page):
            break
        signature = smaller
    return signature


def _signature(page: Page, text: str, logo: bytes, largest: QSize, sizes: tuple[int, ...]) -> Signature:
    room = largest.boundedTo(QSize(page.body.width() // 3, page.body.height() // 6))
    shown = ready_logo(logo, room, page.theme) if logo else None
    stacked = page.look.aspect == "9:16"
    scale = Scale("text", sizes, leading=1.36)
    words = _set_words(page, text, scale, shown, stacked=stacked) if text else None
    height = _height(shown, words, stacked=stacked)
    body = page.body
    strip = QRect(body.left(), body.bottom() + 1 - height, body.width(), height)
    above = replace(page, body=body.adjusted(0, 0, 0, -height - GAP))
    return Signature(above, strip, shown, words, stacked)


def _set_words(
    page: Page, text: str, scale: Scale, logo: Logo | None, *, stacked: bool
) -> tuple[TextBlock, TextBlock]:
    """Set the label and the words: in two lines if they fit, in more where they are long or it is narrow."""
    width = page.body.width() - (logo.size.width() + _BESIDE if logo and not stacked else 0)
    line = scale.setting(scale.sizes[0]).line_height
    blocks = (fit(plain(text), QSize(width, lines * line), scale, page.fonts) for lines in _LINES_TRIED)
    words = next(blocks)
    for block in blocks:
        if not words.elided:
            break
        words = block
    line = _LABEL.setting(_LABEL.sizes[0]).line_height
    label = fit(plain(_LABEL_TEXT), QSize(width, line), _LABEL, page.fonts)
    return label, words


def _height(logo: Logo | None, words: tuple[TextBlock, TextBlock] | None, *, stacked: bool) -> int:
    pictured = logo.size.height() if logo else 0
    if not words:
        return pictured
    written = sum(block.height for block in words)
    both = pictured + (_UNDER if pictured else 0) + written if stacked else max(pictured, written)
    return _RULE + _UNDER + both
