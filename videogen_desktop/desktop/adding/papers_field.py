"""The field that papers are typed or pasted into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit

from videogen_desktop.desktop.adding.brought import page_of
from videogen_desktop.desktop.adding.mime import brought_by, has_something
from videogen_desktop.errors import VideoGenError
from videogen_desktop.papers.identifiers import parse_identifier

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from videogen_desktop.desktop.adding.brought import Brought

LONGEST_TEXT = 300_000
"""Characters, 30,000 PMIDs: a text field with more of them is slow to type into."""
LONGEST_LINE = 5_000
_LONGEST_PAGE = 100_000
_MOST_LINKS = 200


class PapersField(QPlainTextEdit):
    """Takes text that fits into it; files, and text that would make it slow, it passes on."""

    brought = Signal(object)
    """``Brought``: what was pasted or dropped and is no text to be typed on."""

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 - Qt's name
        """Files too, not only text."""
        return has_something(source)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Take text in; of a web page also the links that name papers."""
        brought = brought_by(source)
        if brought.paths or brought.refused or not fits(brought.text):
            self.brought.emit(brought)
            return
        text = with_links(brought)
        if source.hasUrls() or "\n" in text:  # whole lines stay whole lines
            text = f"{'' if self.textCursor().atBlockStart() else chr(10)}{text.rstrip()}\n"
        if len(text) + self.document().characterCount() > LONGEST_TEXT:
            self.brought.emit(brought)
            return
        self.insertPlainText(text)
        self.ensureCursorVisible()


def fits(text: str) -> bool:
    """Whether a text can be typed on without the field becoming slow."""
    if len(text) > LONGEST_TEXT:
        return False
    return len(text) <= LONGEST_LINE or max(map(len, text.split("\n"))) <= LONGEST_LINE


def with_links(brought: Brought) -> str:
    """The text of a piece of a web page, with those of its links that name papers and are not in it."""
    if not brought.html or len(brought.html) > _LONGEST_PAGE:
        return brought.text
    page = page_of(brought.html)
    text = brought.text if brought.text.strip() else page.text
    links = (link for link in page.links[:_MOST_LINKS] if link not in text)
    return "\n".join((text, *(link for link in links if _names_a_paper_not_in(link, text))))


def _names_a_paper_not_in(link: str, text: str) -> bool:
    try:
        paper = parse_identifier(link)
    except VideoGenError:
        return False
    return paper.value.removeprefix("PMC").lower() not in text.lower()
