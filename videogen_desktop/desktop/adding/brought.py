"""What a person brings: text, links, files and folders, before anybody has read it."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from videogen_desktop.jobs.model import NotRecognised

LONGEST_PAGE = 20 * 2**20
"""Characters of HTML that are looked through for links; a selection in a browser has far fewer."""

_OWN_LINE = frozenset(
    {"br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "dt", "dd", "article", "section"}
)
_UNSEEN = frozenset({"script", "style", "head", "title", "template"})


@dataclass(frozen=True)
class Brought:
    """One thing that a person did: typed, pasted, dropped or opened.

    Attributes:
        text: What is to be read as a list, line by line.
        html: The same, or what goes with it, as a web page; its links count where they name a paper.
        paths: Files and folders.
        refused: What is not even looked at, and why.
    """

    text: str = ""
    html: str = ""
    paths: tuple[Path, ...] = ()
    refused: tuple[NotRecognised, ...] = ()

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to read and nothing to say."""
        return not (self.text.strip() or self.html or self.paths or self.refused)


@dataclass(frozen=True)
class Page:
    """A piece of a web page: its text in lines, and where its links lead."""

    text: str
    links: tuple[str, ...]


def page_of(html: str) -> Page:
    """Read a piece of a web page; nothing is requested and nothing in it is run."""
    parser = _Parser()
    parser.feed(html[:LONGEST_PAGE])
    parser.close()
    lines = (" ".join(line.split()) for line in "".join(parser.pieces).split("\n"))
    return Page("\n".join(line for line in lines if line), tuple(dict.fromkeys(parser.links)))


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.links: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _OWN_LINE:
            self.pieces.append("\n")
        if tag in _UNSEEN:
            self._unseen += 1
        if tag == "a":
            self.links += [value.strip() for name, value in attrs if name == "href" and value]

    def handle_endtag(self, tag: str) -> None:
        if tag in _OWN_LINE:
            self.pieces.append("\n")
        if tag in _UNSEEN and self._unseen:
            self._unseen -= 1

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.pieces.append(data)
