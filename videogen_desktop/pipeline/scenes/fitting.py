"""Text made to fit a room: in the largest size that does, else elided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from videogen_desktop.pipeline.scenes.markup import characters
from videogen_desktop.pipeline.scenes.typeset import (
    ELLIPSIS,
    Setting,
    TextBlock,
    balanced,
    capacity,
    set_text,
)

if TYPE_CHECKING:
    from PySide6.QtCore import QSize

    from videogen_desktop.papers.richtext import RichText
    from videogen_desktop.pipeline.scenes.fonts import Face, Fonts
    from videogen_desktop.pipeline.scenes.typeset import Align


@dataclass(frozen=True)
class Scale:
    """The sizes a kind of text may take, in pixels from the largest to the smallest that is legible."""

    face: Face
    sizes: tuple[int, ...]
    leading: float = 1.35
    align: Align = "start"
    even_lines: bool = False
    """Whether the lines are broken to about equal lengths, as titles are."""

    def setting(self, pixels: int) -> Setting:
        """Return the setting at a size."""
        return Setting(self.face, pixels, self.leading, self.align)


def fit(text: RichText, room: QSize, scale: Scale, fonts: Fonts, ending: str = ELLIPSIS) -> TextBlock:
    """Set ``text`` in the largest size that fits ``room``.

    A size at which a word would have to be broken is passed over while a smaller one keeps it whole; a word
    that no size keeps whole is set no larger than the middle one. When not even the smallest size fits, the
    text is elided at a word with ``ending``. The block is at least a line high, even if ``room`` is not.
    """
    block = _largest(text, room, scale, fonts)
    if block is None:
        smallest = scale.setting(scale.sizes[-1])
        lines = max(1, room.height() // smallest.line_height)
        return set_text(text, room.width(), smallest, fonts, lines, ending)
    return balanced(block, room.width()) if scale.even_lines else block


def _largest(text: RichText, room: QSize, scale: Scale, fonts: Fonts) -> TextBlock | None:
    with_split_words = None
    middle = scale.sizes[len(scale.sizes) // 2]
    length = len(characters(text))
    for pixels in scale.sizes:
        setting = scale.setting(pixels)
        if length > capacity(room.width(), room.height() // setting.line_height, setting):
            continue
        block = TextBlock(text, setting, fonts)
        splits = block.splits_a_word(room.width())
        block.wrap(room.width())
        if block.height > room.height():
            continue
        if not splits:
            return block
        if with_split_words is None or pixels >= middle:
            with_split_words = block
    return with_split_words
