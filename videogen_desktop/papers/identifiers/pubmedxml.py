"""Exports in XML: PubMed's (``PubmedArticleSet``) and PMC's (``pmc-articleset``, or one JATS article).

Only the names of each record itself are taken, never those of its references, comments or corrections.
Entities are forbidden and nothing outside is read (defusedxml); no tree is built, so that neither the
size nor the depth of a document costs memory.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from videogen_desktop.papers.identifiers.forms import Identifier, Kind, read_doi, read_pmcid, read_pmid
from videogen_desktop.papers.identifiers.recognised import STRENGTH, Entry, Refused

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_DEPTH = 500
"""A real record is some twenty elements deep, thirty with formulas."""

_RECORDS = {"PubmedArticle", "PubmedBookArticle", "article"}
_OWN_NAMES = {
    ("MedlineCitation", "PMID"),
    ("BookDocument", "PMID"),
    ("PubmedData", "ArticleIdList", "ArticleId"),
    ("PubmedBookData", "ArticleIdList", "ArticleId"),
    ("BookDocument", "ArticleIdList", "ArticleId"),
    ("MedlineCitation", "Article", "ELocationID"),
    ("front", "article-meta", "article-id"),
}
_NAME_TAGS = {place[-1] for place in _OWN_NAMES}
_KINDS: dict[str, Kind] = {
    "pubmed": "pmid",
    "pmid": "pmid",
    "pmc": "pmcid",
    "pmcid": "pmcid",
    "doi": "doi",
}


def read_xml(text: str) -> list[Entry | Refused]:
    """Read the records of an export; what stood before a break in a damaged one is kept."""
    records = _Records()
    parser = DefusedXMLParser(target=records)
    records.line = lambda: parser.parser.CurrentLineNumber + blank_lines
    stripped = text.lstrip()
    blank_lines = text[: len(text) - len(stripped)].count("\n")
    reason = ""
    try:
        parser.feed(stripped.encode("utf-8", "replace").decode("utf-8"))
        parser.close()
    except DefusedXmlException:
        reason = "This XML declares entities, which no export of PubMed does; the rest of it was not read."
    except ParseError:
        records.keep_open_record()
        reason = "The XML is damaged or cut off here; what follows was not read. Export the list again."
    except _TooDeepError:
        reason = f"This XML is nested more than {MAX_DEPTH} elements deep; the rest of it was not read."
    if reason:
        return [*records.read, Refused(records.line(), "XML", reason)]
    return records.read or [Refused(1, "XML", "This XML holds no record of PubMed or PMC.")]


class _TooDeepError(Exception):
    """Ends the reading; it never leaves this file."""


@dataclass
class _Records:
    """What the parser calls: collects the names of each record."""

    line: Callable[[], int] = lambda: 1
    read: list[Entry | Refused] = field(default_factory=list)
    _path: list[str] = field(default_factory=list)
    _names: dict[Kind, Identifier] = field(default_factory=dict)
    _record_line: int = 1
    _kind: Kind | None = None
    _text: list[str] = field(default_factory=list)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if len(self._path) >= MAX_DEPTH:
            raise _TooDeepError
        self._path.append(tag)
        if tag in _RECORDS:
            self._names = {}
            self._record_line = self.line()
        elif tag in _NAME_TAGS:
            self._kind = self._kind_of(tag, attributes)
            self._text = []

    def data(self, text: str) -> None:
        if self._kind is not None:
            self._text.append(text)

    def end(self, tag: str) -> None:
        self._path.pop()
        if self._kind is not None and tag in _NAME_TAGS:
            self._keep(self._kind, "".join(self._text).strip())
            self._kind = None
        elif tag in _RECORDS:
            self._finish(tag)

    def keep_open_record(self) -> None:
        """Keep the record that a break interrupts, if its names stood before it."""
        if self._names:
            self._finish("")

    def close(self) -> None:
        """Nothing is left open: every record was kept when it ended."""

    def _kind_of(self, tag: str, attributes: dict[str, str]) -> Kind | None:
        if tuple(self._path[-3:]) not in _OWN_NAMES and tuple(self._path[-2:]) not in _OWN_NAMES:
            return None
        if tag == "PMID":
            return "pmid"
        said = attributes.get("IdType") or attributes.get("EIdType") or attributes.get("pub-id-type", "")
        return None if attributes.get("ValidYN") == "N" else _KINDS.get(said)

    def _keep(self, kind: Kind, value: str) -> None:
        if kind == "pmid":
            outcome = read_pmid(value)
        elif kind == "pmcid":
            outcome = read_pmcid(value.upper().removeprefix("PMC"))
        else:
            outcome = read_doi(value)
        if isinstance(outcome, Identifier):
            self._names.setdefault(kind, outcome)

    def _finish(self, tag: str) -> None:
        names = tuple(self._names[kind] for kind in STRENGTH if kind in self._names)
        self._names = {}
        if names:
            self.read.append(Entry(names[0], self._record_line, str(names[0]), names[1:]))
        else:
            reason = "This record names no PMID, PMCID or DOI."
            self.read.append(Refused(self._record_line, f"<{tag}>", reason))
