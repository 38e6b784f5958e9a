"""Free text: pasted lists, notes and reference lists, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from videogen_desktop.papers.identifiers.mentions import mentions
from videogen_desktop.papers.identifiers.plain import plain_identifier
from videogen_desktop.papers.identifiers.recognised import Entry, Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def read_free_text(lines: Iterable[str], first_line: int = 1) -> Iterator[Entry | Refused]:
    """Yield the papers that each line names, or why it names none."""
    for number, line in enumerate(lines, first_line):
        plain = plain_identifier(line)
        if plain is not None:
            yield Entry(plain, number, line)
        elif line and not line.isspace():
            yield from read_line(line, number)


def read_line(line: str, number: int) -> Iterator[Entry | Refused]:
    """Yield the papers that one line names, or why it names none; nothing for a blank line."""
    found = mentions(line)
    for paper in found.papers:
        yield Entry(paper.names[0], number, paper.text, paper.names[1:])
    for unread in found.unread:
        yield Refused(number, unread.text, unread.reason)
