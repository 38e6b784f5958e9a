"""Text made to fit a room: in the largest size that does, else elided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from videogen_desktop.pipeline.scenes.typeset import Setting, TextBlock, balanced, set_text

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


def fit(text: RichText, room: QSize, scale: Scale, fonts: Fonts) -> TextBlock:
    """Set ``text`` in the largest size that fits ``room``.

    A size at which a word would have to be broken is passed over while a smaller one keeps it whole. When
    not even the smallest fits, the text is elided at a word. The block may be a line high when the
    room is lower than that.
    """
    block = _largest(text, room, scale, fonts)
    if block is None:
        smallest = scale.setting(scale.sizes[-1])
        return set_text(text, room.width(), smallest, fonts, max(1, room.height() // smallest.line_height))
    return balanced(block, room.width()) if scale.even_lines else block


def _largest(text: RichText, room: QSize, scale: Scale, fonts: Fonts) -> TextBlock | None:
    with_split_words = None
    for pixels in scale.sizes:
        block = TextBlock(text, scale.setting(pixels), fonts)
        splits = block.splits_a_word(room.width())
        block.wrap(room.width())
        if block.height > room.height():
            continue
        if not splits:
            return block
        with_split_words = with_split_words or block
    return with_split_words
