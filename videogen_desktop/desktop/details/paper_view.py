"""A paper to read, with the words marked that its film took from it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from videogen_desktop.desktop.details.harmless import harmless, shortened
from videogen_desktop.desktop.details.licence_words import licence_words
from videogen_desktop.desktop.details.links import may_be_opened, paper_links
from videogen_desktop.desktop.details.text_pane import TextPane, new_block
from videogen_desktop.desktop.said import said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from videogen_desktop.desktop.details.passages import Block
    from videogen_desktop.desktop.theme import Theme
    from videogen_desktop.papers.model import Paper, Relation
    from videogen_desktop.papers.richtext import Run

_LONGEST = 20_000
"""Characters of a paragraph; a line of text is laid out as a whole."""
_LONGEST_NOTE = 1000
_MOST_AUTHORS = 12
_MOST_NOTES = 4
_MOST_SHOWN = 2_000_000
"""Characters of a paper; a real one has a tenth of that."""
_SIZES = (1.2, 1.08, 1.0)
_SIDES = 4


class PaperView(TextPane):
    """Title, authors, licence and links of a paper, then its abstract and body.

    Args:
        theme: Its colours.
        parent: Owns it.
    """

    link_wanted = Signal(str)
    """An https address of the paper that the person clicked."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Paper"))
        self._theme = theme
        self._paper: Paper | None = None
        self._blocks: Sequence[Block] = ()
        self._quotes: dict[int, tuple[int, int]] = {}
        self._pointed: int | None = None
        self._pointed_unseen = False
        flags = self.textInteractionFlags()
        self.setTextInteractionFlags(
            flags
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.anchorClicked.connect(self._clicked)
        self.filled.connect(self._reached)
        theme.changed.connect(self._recolour)

    @property
    def quoted(self) -> dict[int, str]:
        """The marked words, by the sentences that were taken from them."""
        return {sentence: self._words(*place) for sentence, place in self._quotes.items()}

    @property
    def pointed_out(self) -> str:
        """The words that are pointed out."""
        return self._words(*self._quotes[self._pointed]) if self._pointed in self._quotes else ""

    def show_paper(self, paper: Paper, blocks: Sequence[Block]) -> None:
        """Show a paper from its beginning.

        Args:
            paper: Its title, authors and links.
            blocks: Its text; empty for one that is not there yet.
        """
        self._paper, self._blocks, self._pointed = paper, blocks, None
        self._begin(stay=False)

    def point_out(self, sentence: int | None) -> None:
        """Point out the words that a sentence was taken from, and go there."""
        self._pointed = sentence
        self._pointed_unseen = not self.isVisible()
        self._reached()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Go to what was pointed out unseen: only now is it known where its lines break."""
        super().showEvent(event)
        if self._pointed_unseen:
            self._pointed_unseen = False
            self._reached()

    def _recolour(self) -> None:
        if self._paper is not None:
            self._begin(stay=True)

    def _begin(self, *, stay: bool) -> None:
        self._quotes = {}
        self.setExtraSelections([])
        self.fill(self._write, stay=stay)

    def _write(self, pen: QTextCursor) -> Iterator[None]:
        paper = self._paper
        if paper is None:
            return
        self._write_front(pen, paper)
        yield
        left = _MOST_SHOWN
        for block in self._blocks:
            left -= len(block.text)
            if left < 0:
                new_block(pen, above=12, left=_SIDES, right=_SIDES)
                pen.insertText(
                    self.tr("The rest is too long to be shown here."),
                    self.letters(self._theme.roles.subtle),
                )
                return
            self._write_block(pen, block)
            yield

    def _write_front(self, pen: QTextCursor, paper: Paper) -> None:
        roles = self._theme.roles
        new_block(pen, above=4, left=_SIDES, right=_SIDES, line_height=115)
        self._write_title(pen, paper.title.runs)
        if authors := _authors(paper):
            new_block(pen, above=8, left=_SIDES, right=_SIDES)
            shown = harmless(", ".join(authors[:_MOST_AUTHORS]))
            if len(authors) > _MOST_AUTHORS:
                shown = self.tr("{names} and %n more", "", len(authors) - _MOST_AUTHORS).format(names=shown)
            pen.insertText(shown, self.letters(roles.text))
        if published := _published(paper):
            new_block(pen, above=4, left=_SIDES, right=_SIDES)
            pen.insertText(harmless(published), self.letters(roles.subtle))
        self._write_links(pen, paper)
        if self._blocks or paper.licence.known:
            new_block(pen, above=8, left=_SIDES, right=_SIDES)
            pen.insertText(harmless(licence_words(paper.licence)), self.letters(roles.subtle, 0.92))
        relations = [(told, roles.warning) for told in map(self._relation, paper.relations) if told]
        for told, colour in (*relations, *((note, roles.subtle) for note in self._notes(paper))):
            new_block(pen, above=4, left=_SIDES, right=_SIDES)
            pen.insertText(harmless(shortened(told, _LONGEST_NOTE)), self.letters(colour, 0.92))

    def _write_title(self, pen: QTextCursor, runs: Sequence[Run]) -> None:
        letters = self.letters(self._theme.roles.text, 1.4, bold=True)
        if not any(run.text.strip() for run in runs):
            pen.insertText(self.tr("Untitled paper"), letters)
            return
        for run in runs:
            shape = QTextCharFormat(letters)
            shape.setFontItalic(run.style == "i")
            if run.style in ("sub", "sup"):
                align = QTextCharFormat.VerticalAlignment
                shape.setVerticalAlignment(
                    align.AlignSubScript if run.style == "sub" else align.AlignSuperScript
                )
            pen.insertText(harmless(run.text[:_LONGEST]), shape)

    def _write_links(self, pen: QTextCursor, paper: Paper) -> None:
        for number, link in enumerate(paper_links(paper.ids)):
            new_block(pen, above=8 if number == 0 else 1, left=_SIDES, right=_SIDES)
            pen.insertText(f"{link.name}  ", self.letters(self._theme.roles.subtle))
            shape = self.letters(self._theme.roles.accent)
            shape.setAnchor(True)
            shape.setAnchorHref(link.address)
            shape.setFontUnderline(True)
            pen.insertText(link.address, shape)

    def _write_block(self, pen: QTextCursor, block: Block) -> None:
        roles = self._theme.roles
        if block.kind in ("heading", "figures"):
            size = _SIZES[min(block.level, len(_SIZES)) - 1]
            new_block(pen, above=20 if block.level == 1 else 14, left=_SIDES, right=_SIDES)
            text = self.tr("Figures") if block.kind == "figures" else block.text
            pen.insertText(harmless(text[:_LONGEST]), self.letters(roles.text, size, bold=True))
            return
        new_block(pen, above=12 if block.kind == "figure" else 6, left=_SIDES, right=_SIDES, line_height=135)
        if block.label:
            pen.insertText(f"{harmless(block.label)}  ", self.letters(roles.text, bold=True))
        self._write_marked(pen, block)

    def _write_marked(self, pen: QTextCursor, block: Block) -> None:
        """Write a text piece by piece: its places count letters, a document counts UTF-16 units."""
        text = harmless(shortened(block.text, _LONGEST))
        plain = self.letters(self._theme.roles.text)
        marked = QTextCharFormat(plain)
        marked.setBackground(QColor(self._theme.roles.marked))
        quotes = [quote for quote in block.quotes if quote.end <= len(text)]
        edges = sorted({0, len(text), *(edge for quote in quotes for edge in (quote.start, quote.end))})
        at = {0: pen.position()}
        for start, end in pairwise(edges):
            inside = any(quote.start <= start and end <= quote.end for quote in quotes)
            pen.insertText(text[start:end], marked if inside else plain)
            at[end] = pen.position()
        for quote in quotes:
            self._quotes[quote.sentence] = (at[quote.start], at[quote.end])

    def _notes(self, paper: Paper) -> tuple[str, ...]:
        notes = tuple(map(said, paper.notes))
        if len(notes) <= _MOST_NOTES + 1:
            return notes
        rest = len(notes) - _MOST_NOTES
        return (*notes[:_MOST_NOTES], self.tr("And %n more of this kind.", "", rest))

    def _relation(self, relation: Relation) -> str:
        where = f" https://doi.org/{relation.doi}" if relation.doi else ""
        if relation.kind == "corrected-by":
            return self.tr("A correction of this paper was published.") + where
        if relation.kind == "concern-in":
            return self.tr("An expression of concern about this paper was published.") + where
        return ""

    def _words(self, start: int, end: int) -> str:
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText()

    def _reached(self) -> None:
        """Point out what is wanted, as soon as it is there."""
        if self._pointed is None:
            self.setExtraSelections([])
            return
        place = self._quotes.get(self._pointed)
        if place is None:
            self.setExtraSelections([])
            if not self.filling:  # of the record itself: who wrote it, where it appeared
                self.verticalScrollBar().setValue(0)
            return
        self.show_words(*place)
        found = QTextCursor(self.document())
        found.setPosition(place[0])
        found.setPosition(place[1], QTextCursor.MoveMode.KeepAnchor)
        selection = QTextEdit.ExtraSelection()
        selection.cursor = found
        letters = QTextCharFormat()
        letters.setBackground(QColor(self._theme.roles.accent))
        letters.setForeground(QColor(self._theme.roles.on_accent))
        selection.format = letters
        self.setExtraSelections([selection])

    def _clicked(self, url: QUrl) -> None:
        if may_be_opened(url.toString()):
            self.link_wanted.emit(url.toString())


def _authors(paper: Paper) -> list[str]:
    return [author.name for author in paper.authors if author.name.strip()]


def _published(paper: Paper) -> str:
    year = str(paper.published.year) if paper.published else ""
    volume = f"{paper.volume}({paper.issue})" if paper.issue else paper.volume
    place = ": ".join(part for part in (volume, paper.pages) if part)
    place = place if paper.issue or paper.pages else ""  # a bare number says nothing
    return " · ".join(part for part in (paper.journal.name, year, place) if part)
