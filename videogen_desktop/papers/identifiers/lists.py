"""Lists of papers in every form that a researcher has them: pasted text, tables, exports of libraries."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from videogen_desktop.errors import VideoGenError
from videogen_desktop.papers.identifiers.characters import normalised, shown
from videogen_desktop.papers.identifiers.decoding import decoded
from videogen_desktop.papers.identifiers.freetext import read_free_text
from videogen_desktop.papers.identifiers.pubmedxml import read_xml
from videogen_desktop.papers.identifiers.recognised import Recognised, Refused, gathered
from videogen_desktop.papers.identifiers.tables import has_known_header, read_table
from videogen_desktop.papers.identifiers.tagged import read_nbib, read_ris

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from videogen_desktop.papers.identifiers.recognised import Entry

MAX_LIST_BYTES = 128 * 2**20
"""The largest export of PubMed, 10,000 whole records, is well under this."""

_XML = re.compile(
    r"<(?:\?xml|!DOCTYPE\s+(?!html)|(?:PubmedArticle(?:Set)?|PubmedBookArticle|pmc-articleset|article)\b)",
    re.IGNORECASE,
)
_WEB_PAGE = re.compile(r"<(?:!DOCTYPE\s+html|html)\b", re.IGNORECASE)
_NBIB = re.compile(r"^PMID- *[0-9]", re.MULTILINE)
_RIS = re.compile("^TY {1,2}- ", re.MULTILINE)
_TABLE_ENDINGS = (".csv", ".tsv", ".tab")


def read_list(text: str, name: str = "") -> Recognised:
    """Read the papers that ``text`` names, whatever kind of list it is; nothing is requested.

    Args:
        text: Pasted text, or the content of a file.
        name: The file's name, if it has one; its ending tells a table without a header line from prose.

    Returns:
        What was found, what was named before, and what was not recognised. Every line that is not blank
        is in one of them, but for the lines and fields that belong to a format and name no paper.
    """
    lines_end_alike = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return gathered(_read(lines_end_alike, name))


def read_list_bytes(data: bytes, name: str = "") -> Recognised:
    """Read a list from the bytes of a file, in UTF-8, UTF-16, Windows-1252 or Latin-1.

    Raises:
        VideoGenError: ``bad-list`` when it is too large or not text.
    """
    if len(data) > MAX_LIST_BYTES:
        raise _too_large(name)
    return read_list(decoded(data, name), name)


def read_list_file(path: Path) -> Recognised:
    """Read a list from a file.

    Raises:
        VideoGenError: ``bad-list`` when it cannot be read, is too large or is not text.
    """
    try:
        if path.exists() and not path.is_file():  # a folder, or a pipe that would never end
            raise VideoGenError(
                "bad-list", f"“{path.name}” is not a file.", "Choose a file with a list of papers."
            )
        with path.open("rb") as file:
            data = file.read(MAX_LIST_BYTES + 1)
    except (OSError, ValueError) as error:
        cause = getattr(error, "strerror", None) or "no file can have such a name"
        raise VideoGenError(
            "bad-list",
            f"“{shown(path.name)}” cannot be read: {cause}.",
            "Check that the file is still there and that you may read it.",
        ) from error
    return read_list_bytes(data, path.name)


def _read(text: str, name: str) -> Iterable[Entry | Refused]:
    start = normalised(text[:1000]).lstrip()
    if _WEB_PAGE.match(start):
        reason = (
            "This is a web page. Copy the list itself, or use the export of the site (PubMed: Save, PMID)."
        )
        return [Refused(1, shown(start), reason)]
    if _XML.match(start):
        return read_xml(text)
    if "PMID- " in text and _NBIB.search(text):
        return read_nbib(text)
    if ("TY  - " in text or "TY - " in text) and _RIS.search(text):
        return read_ris(text)
    if name.lower().endswith(_TABLE_ENDINGS) or has_known_header(text):
        return read_table(text, name)
    return read_free_text(text.split("\n"))


def _too_large(name: str) -> VideoGenError:
    return VideoGenError(
        "bad-list",
        f"{f'“{name}”' if name else 'The list'} is larger than {MAX_LIST_BYTES // 2**20} MB.",
        "Split it into several files, or export the PMIDs alone.",
    )
