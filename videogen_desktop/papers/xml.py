"""XML from anywhere, read so that it can do no harm: no entities, nothing outside, size and depth limited."""

from __future__ import annotations

import html.entities
import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError, TreeBuilder
from xml.parsers.expat import errors as expat

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import XMLParser

from videogen_desktop.errors import VideoGenError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MAX_BYTES = 64 * 1024 * 1024
"""The largest real articles, with thousands of table cells, stay under 30 MB."""
MAX_DEPTH = 150
"""Real articles, formulas included, nest a few dozen deep; all that walks the tree may recurse this far."""

MAX_ELEMENTS = 2_000_000
"""A paper with hundreds of pages of tables has some hundred thousand; a tree of this size takes 300 MB."""

_TRUNCATED = {
    expat.codes[message]
    for message in (
        expat.XML_ERROR_NO_ELEMENTS,
        expat.XML_ERROR_UNCLOSED_TOKEN,
        expat.XML_ERROR_PARTIAL_CHAR,
        expat.XML_ERROR_UNCLOSED_CDATA_SECTION,
    )
}
_WEB_PAGE = re.compile(
    rb"\s*(<\?xml[^>]*>\s*)?(?><!--.*?-->\s*)*+<(!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_SNIFFED = 4096
_NAMED_CHARACTERS = {name: chr(code) for name, code in html.entities.name2codepoint.items()}


def parse_xml(data: bytes) -> Element:
    """Read XML into a tree whose element and attribute names carry no namespace (``xlink:href`` is ``href``).

    A document type is accepted, and never fetched; the characters that HTML names (``&mdash;``) are known.
    Entities that the document declares, and references to anything outside it, are refused before they are
    expanded or read.

    Args:
        data: The whole file, in any encoding that it declares.

    Raises:
        VideoGenError: ``too-large`` above ``MAX_BYTES``, else ``bad-xml``.
    """
    if len(data) > MAX_BYTES:
        raise too_large(MAX_BYTES)
    if not data.strip():
        raise _bad_xml("The file is empty.", retryable=True)
    if _WEB_PAGE.match(data[:_SNIFFED].removeprefix(_BYTE_ORDER_MARK)):
        raise _web_page()
    parser = XMLParser(target=_LimitedTreeBuilder())
    parser.entity.update(_NAMED_CHARACTERS)
    try:
        parser.feed(data)
        root: Element = parser.close()
    except DefusedXmlException as error:
        raise _bad_xml("The XML declares entities or points outside itself, which no paper needs.") from error
    except ParseError as error:
        raise _not_well_formed(error) from error
    except (ValueError, LookupError) as error:  # an encoding that is unknown, or that expat cannot read
        raise _bad_xml("The XML is in an encoding that cannot be read.") from error
    if root.tag.lower() == "html":
        raise _web_page()
    return root


def too_large(limit: int) -> VideoGenError:
    """The error for a file of more than ``limit`` bytes."""
    return VideoGenError(
        "too-large",
        f"The file is larger than {limit // (1024 * 1024)} MB, which no paper's text is.",
        "Check that it is the paper's XML and not an archive or a data set.",
    )


class _LimitedTreeBuilder(TreeBuilder):
    """Builds the tree and stops at a limit, before anything beyond it is kept."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0
        self._elements = 0
        self._names: dict[str, str] = {}

    def start(self, tag: str, attrs: dict[str, str]) -> Element:
        self._depth += 1
        self._elements += 1
        if self._depth > MAX_DEPTH:
            raise _bad_xml(f"The XML nests more than {MAX_DEPTH} elements deep, which no paper does.")
        if self._elements > MAX_ELEMENTS:
            raise _bad_xml(f"The XML has more than {MAX_ELEMENTS} elements, which no paper has.")
        return super().start(self._local(tag), self._local_names(attrs))

    def end(self, tag: str) -> Element:
        self._depth -= 1
        return super().end(self._local(tag))

    def _local(self, name: str) -> str:
        """The name without its namespace, one string however often it comes."""
        return self._names.get(name) or self._names.setdefault(name, name.rpartition("}")[2])

    def _local_names(self, attributes: dict[str, str]) -> dict[str, str]:
        """Drop namespaces from attribute names; where two clash, the one without a namespace stays."""
        named = {self._local(name): value for name, value in attributes.items() if "}" in name}
        return named | {name: value for name, value in attributes.items() if "}" not in name}


def _not_well_formed(error: ParseError) -> VideoGenError:
    line, column = error.position
    if error.code in _TRUNCATED:
        return _bad_xml(f"The XML ends before it is complete, at line {line}.", retryable=True)
    return _bad_xml(f"The XML is damaged at line {line}, column {column + 1}.")


def _web_page() -> VideoGenError:
    return _bad_xml("A web page came instead of a paper.", retryable=True)


def _bad_xml(message: str, *, retryable: bool = False) -> VideoGenError:
    return VideoGenError(
        "bad-xml",
        message,
        "Fetch the paper again, or use the XML that PubMed Central or the journal offers.",
        retryable=retryable,
    )
