"""Where in a line identifiers stand: in addresses, with a label, or as bare numbers between the others.

No pattern can match the same text in two ways, and those that look through a line begin with a fixed
character: so the time taken grows with the length of the text alone, and prose is passed over quickly.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from videogen_desktop.papers.identifiers.addresses import read_address
from videogen_desktop.papers.identifiers.forms import (
    DOI_CHARACTER,
    MAX_DIGITS,
    Identifier,
    joints,
    lower_ascii,
    read_doi,
    read_pmcid,
    read_pmid,
    trimmed_doi,
)


class Piece(NamedTuple):
    """A stretch of a line that is an identifier, or looks like one and a sentence says why it is none."""

    start: int
    end: int
    outcome: Identifier | str


_ADDRESS_HINTS = ("://", "www.", ".org/", ".gov/")
_ADDRESS = re.compile(
    rf"""(?:h(?<![0-9a-z_/.-]h)ttps?://
      |  w(?<![0-9a-z_/.-]w)ww\.
      |  d(?<![0-9a-z_/.-]d)(?:x\.d)?oi\.org/
      |  p(?<![0-9a-z_/.-]p)(?:ubmed\.(?:ncbi\.nlm\.nih\.)?gov|mc\.ncbi\.nlm\.nih\.gov)/
      |  n(?<![0-9a-z_/.-]n)cbi\.nlm\.nih\.gov/
      |  e(?<![0-9a-z_/.-]e)uropepmc\.org/
    ){DOI_CHARACTER}+""",
    re.VERBOSE,
)
_NUMBER = r"""[-+]?(?:[0-9]{1,3}(?:[,.'’][0-9]{3})+(?![0-9])|[0-9]+(?:\.[0-9]+)?(?:[a-z0-9_]|[-+][0-9])*)"""
_NEXT_NUMBER = rf"(?:\ ?[,;&]\ ?(?:and\ )?|\ and\ |\ )[0-9]{{5,{MAX_DIGITS}}}(?![0-9a-z_.-])"
_LABELLED = re.compile(
    rf"""10\.(?:(?<![0-9a-z_.]10\.)|(?<=doi10\.))[0-9]{{4,9}}(?:\.[0-9]{{1,9}}){{0,4}}
      (?P<doi>(?:/|%2f){DOI_CHARACTER}+)
    | p(?<![0-9a-z_]p)(?:
        mc(?:(?:\ ?ids?)?["']?\ ?[:=\#]\ ?["'{{]?(?:pmc)?\ ?|\ ?ids?\ ?(?:pmc)?|\ (?=[0-9]{{5}}))?
        (?P<pmcid>[0-9]+(?:\.[0-9]+)?(?:[a-z0-9_]|-[0-9])*)
      | (?:mids?|ubmed\ ?(?:u?ids?|pmids?|identifiers?|(?=[:=\#/])))["']?
        (?:\ ?[:=\#/]|-(?=\ )|\ -(?=\ ))?\ ?["'{{(\[]?
        (?P<pmid>{_NUMBER})(?P<more>(?:{_NEXT_NUMBER})*)
    )""",
    re.VERBOSE,
)
_DIGITS = re.compile("[0-9]+")
_TOKEN = re.compile("[^ ,;|]+")
_LOOSE = re.compile(
    r"""["'‘“«(\[{<]{0,2}(?P<number>[-+]?[0-9][0-9.]*(?:e[-+]?[0-9]+)?|pmc)["'’”»)\]}>]{0,2}[.:]?"""
)
_REGISTERS = {"pmid", "pmids", "pubmed", "pmcid", "pmcids", "pmc", "doi", "dois", "info:doi", "urn:doi"}
_LABELS = _REGISTERS | {"id", "ids", "uid", "url", "link", "list", "and", "&", "+"}
_MARKS = "/()[]{}<>\"'“”‘’«».:=#!?*…"


def has_hint(lowered: str) -> bool:
    """Whether anything that every address and every labelled form holds is in a line; quick to ask."""
    return "10." in lowered or "pm" in lowered or "pubmed" in lowered


def separated(line: str) -> str:
    """Return ``line`` with spaces wherever only a comma or markup joins one identifier to the next."""
    lowered = lower_ascii(line)
    if not has_hint(lowered):
        return line
    if "&" in line:
        line = line.replace("&lt;", "<").replace("&gt;", ">")
        lowered = lower_ascii(line)
    parts, position = [], 0
    for start, end in joints(lowered):
        parts += [line[position:start], line[start:end]]
        position = end
    return " ".join([*parts, line[position:]]) if parts else line


def labelled_pieces(lowered: str) -> list[Piece]:
    """Find the identifiers in addresses, those with a label, and the DOIs and PMCIDs, which need none.

    Args:
        lowered: A line, white space folded and letters lowered.
    """
    if not has_hint(lowered):
        return []
    pieces: list[Piece] = []
    if any(hint in lowered for hint in _ADDRESS_HINTS):
        lowered, pieces = _without_addresses(lowered)
    for match in _LABELLED.finditer(lowered):
        start, end = match.span()
        kind = match.lastgroup
        if kind == "doi":
            written = trimmed_doi(match[0])
            pieces.append(Piece(start, start + len(written), read_doi(written)))
        elif kind == "pmcid":
            pieces.append(Piece(start, end, read_pmcid(match["pmcid"])))
        else:
            pieces.append(Piece(start, match.end("pmid"), read_pmid(match["pmid"])))
            pieces += (
                Piece(*more.span(), read_pmid(more[0]))
                for more in _DIGITS.finditer(lowered, *match.span("more"))
            )
    pieces.sort()
    return pieces


def loose_pieces(lowered: str, pieces: list[Piece]) -> list[Piece] | None:
    """Read the bare numbers outside ``pieces``; None when other words stand there too."""
    loose: list[Piece] = []
    position = 0
    quotes_pair = _quotes_pair(lowered, pieces)
    for start, end in [*((piece.start, piece.end) for piece in pieces), (len(lowered), len(lowered))]:
        for token in _TOKEN.finditer(lowered, position, start) if start > position else ():
            word = token[0]
            bare = word.strip(_MARKS)
            if quotes_pair and (not bare or (bare in _LABELS and (pieces or bare != "pmc"))):
                continue
            number = _LOOSE.fullmatch(word)
            if number is None or not quotes_pair:
                return None
            loose.append(Piece(*token.span(), _read_loose(number["number"])))
        position = end
    return loose


def _quotes_pair(lowered: str, pieces: list[Piece]) -> bool:
    dois = [
        piece for piece in pieces if isinstance(piece.outcome, Identifier) and piece.outcome.kind == "doi"
    ]
    for quote in "'\"":
        if quote in lowered:
            inside = sum(lowered.count(quote, doi.start, doi.end) for doi in dois)
            if (lowered.count(quote) - inside) % 2:
                return False
    return True


def _without_addresses(lowered: str) -> tuple[str, list[Piece]]:
    """Read the addresses and blank them out, so that nothing inside them is read again."""
    pieces, parts, position = [], [], 0
    for match in _ADDRESS.finditer(lowered):
        start, end = match.span()
        outcome = read_address(match[0])
        if outcome is not None:
            pieces.append(Piece(start, end, outcome))
        parts += [lowered[position:start], " " * (end - start)]
        position = end
    return "".join([*parts, lowered[position:]]), pieces


def _read_loose(number: str) -> Identifier | str:
    if number == "pmc":
        return "“PMC” lacks its number, as in PMC5832925."
    return read_pmid(number.rstrip("."))
