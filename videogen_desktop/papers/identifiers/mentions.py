"""The papers that one line or cell names: a lone one, a list of them, or those labelled in running prose.

A bare number is a PMID only where nothing but identifiers stands; among other words it must be labelled.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from videogen_desktop.errors import VideoGenError
from videogen_desktop.papers.identifiers.addresses import NOT_A_PAPER
from videogen_desktop.papers.identifiers.characters import clipped, folded, has_control, shown
from videogen_desktop.papers.identifiers.forms import (
    DOI_PREFIX,
    HALF_DOI,
    MAX_DIGITS,
    Identifier,
    lower_ascii,
)
from videogen_desktop.papers.identifiers.plain import plain_identifier
from videogen_desktop.papers.identifiers.scanning import Piece, labelled_pieces, loose_pieces, separated

_MAX_SINGLE_LENGTH = 2000
_CONTROL = "It holds control characters (such as NUL), which no identifier has."
_EMPTY = "No identifier was given."
_COMMAND = "It reads like a command for a computer, so nothing in it was taken for an identifier."
_MIXED = (
    "Its numbers differ so much in length that some may be years, volumes or pages; "
    "label each PMID (“PMID: 29412138”) or write one a line."
)
_SEPARATED = "It may be one number or several; write each PMID without separators inside it."
_NOTHING = "No PMID, PMCID or DOI is in it."

_YEAR_DIGITS, _PMID_DIGITS = 4, 6
"""Numbers this short beside identifiers this long are more often years, volumes and pages than PMIDs."""
_GROUPED = re.compile(r"[0-9]{1,3}(?<![0-9]{4})(?:[,.'’][0-9]{3})+(?![0-9])")
_SPACED = re.compile(r"(?:^|[,;|] ?)[0-9]{1,3}(?: [0-9]{3})+(?= ?(?:[,;|]|$))")
_LIST_MARKER = re.compile(r"(?:[0-9]{1,4}[.)]|\[[0-9]{1,4}\]|[-*•·▪◦‣]) (?=\S)")
_COMMAND_WORDS = "rm|cat|curl|wget|sudo|sh|bash|drop|delete|insert|update|select|alter|truncate"
_SEARCH_FIELD = re.compile(r"(?<=[0-9])\[(?:uid|pmid)\](?: OR(?= ))?", re.IGNORECASE)
"""How PubMed's search names a field: ``29412138[uid] OR 30108519[uid]``."""
_SHELL_OR_SQL = re.compile(
    rf"""[$&|<;'")](?:
      (?<=\$)\( | (?<=&)& | (?<=\|)\| | (?<=<)script\b
    | (?<=;)\ ?(?:--|(?:{_COMMAND_WORDS})\ )
    | (?<=['")])\ (?:or|and)\ ['"]?[0-9a-z]+['"]?\ ?=
    )|union\ (?:all\ )?select\ """,
    re.VERBOSE,
)
_HALF_DOI = re.compile(rf"(?:https?://)?(?:dx\.)?(?:doi(?:\.org/)? ?[:=]? ?)?{DOI_PREFIX}/?", re.IGNORECASE)
_LONE_LABEL = re.compile(r"(pmids?|pmc ?ids?|dois?|pubmed(?: id)?) ?[:=#]? ?", re.IGNORECASE)
_UNLABELLED = re.compile(rf"[0-9](?<![0-9a-zA-Z.,/-].)[0-9]{{4,{MAX_DIGITS - 1}}}(?![0-9a-zA-Z/-])")
_BETWEEN_DOI_AND_PMID = re.compile(r"\. ?(?:(?:Epub|eCollection|Print|Online)[^.;]{0,40}[.;] ){0,2}")


class Mention(NamedTuple):
    """One paper that a text names, by one identifier or by several, the strongest first."""

    names: tuple[Identifier, ...]
    text: str


class Unread(NamedTuple):
    """A stretch of text that is no identifier, and a sentence saying why."""

    text: str
    reason: str


class Mentions(NamedTuple):
    """What one line or cell holds; one that is not blank and names no paper has an ``unread``."""

    papers: list[Mention]
    unread: list[Unread]
    only: bool
    """Whether there is nothing but identifiers, separators and labels."""


def parse_identifier(text: str) -> Identifier:
    """Read the one identifier that ``text`` is, in any form that a researcher has at hand.

    Raises:
        VideoGenError: ``bad-identifier``, with a sentence that says why.
    """
    if len(text) > _MAX_SINGLE_LENGTH:
        raise _bad(text, f"It is too long to be an identifier ({len(text):,} characters).")
    found = mentions(text)
    if found.unread:
        raise _bad(found.unread[0].text, found.unread[0].reason)
    if not found.papers:
        raise _bad("", _EMPTY)
    if len(found.papers) > 1:
        raise _bad(text, f"It names {len(found.papers)} papers where one is expected.")
    if not found.only:
        raise _bad(text, "There are other words beside the identifier.")
    return found.papers[0].names[0]


def lone_identifier(text: str) -> Identifier | None:
    """Return the identifier that the whole of ``text`` is, or None."""
    found = mentions(text)
    alone = found.only and not found.unread and len(found.papers) == 1
    return found.papers[0].names[0] if alone else None


def mentions(text: str) -> Mentions:
    """Find the papers that one line or cell names, and say why what looks like an identifier is none."""
    if has_control(text):
        return _refused(shown(text), _CONTROL)
    line = folded(text)
    marker = _LIST_MARKER.match(line)
    if marker:
        line = line[marker.end() :]
    if "]" in line:
        line = _SEARCH_FIELD.sub("", line)
    plain = plain_identifier(line)
    if plain is not None:
        return Mentions([Mention((plain,), line)], [], only=True)
    line = separated(line)
    lowered = lower_ascii(line)
    pieces = labelled_pieces(lowered)
    loose = loose_pieces(lowered, pieces)
    if loose is None:
        return _from_prose(line, lowered, pieces)
    if not line:
        return Mentions([], [], only=True)
    if not pieces and not loose:
        return _refused(line, _why_nothing(line))
    doubt = _doubt(lowered, pieces, loose) if loose else ""
    if doubt:
        certain = _sorted_out(line, pieces, only=False)
        return certain._replace(unread=[*certain.unread, Unread(clipped(line), doubt)])
    return _sorted_out(line, sorted([*pieces, *loose]) if loose else pieces, only=True)


def _from_prose(line: str, lowered: str, pieces: list[Piece]) -> Mentions:
    if not pieces:
        return _refused(line, _why_nothing(line))
    if _SHELL_OR_SQL.search(lowered):
        return _refused(line, _COMMAND)
    return _sorted_out(line, pieces, only=False)


def _sorted_out(line: str, pieces: list[Piece], *, only: bool) -> Mentions:
    papers: list[Mention] = []
    unread: list[Unread] = []
    before: Piece | None = None
    for piece in pieces:
        text = clipped(line[piece.start : piece.end])
        if isinstance(piece.outcome, str):
            unread.append(Unread(text, piece.outcome))
        elif before is not None and papers and _one_citation(line, before, piece):
            papers[-1] = _joined(papers[-1], piece.outcome, text)
        else:
            papers.append(Mention((piece.outcome,), text))
        before = piece
    return Mentions(papers, unread, only)


def _one_citation(line: str, before: Piece, piece: Piece) -> bool:
    """Whether both are names of one paper, as PubMed's citations end: ``doi: D. PMID: N; PMCID: P.``."""
    if isinstance(before.outcome, str) or isinstance(piece.outcome, str):
        return False
    kinds = (before.outcome.kind, piece.outcome.kind)
    between = line[before.end : piece.start]
    if kinds == ("pmid", "pmcid"):
        return between == "; "
    labelled = line[piece.start] in "Pp"
    return kinds == ("doi", "pmid") and labelled and _BETWEEN_DOI_AND_PMID.fullmatch(between) is not None


def _joined(paper: Mention, name: Identifier, text: str) -> Mention:
    first, *others = paper.names
    names = (name, first, *others) if name.kind == "pmid" else (first, name, *others)
    return Mention(names, clipped(f"{paper.text} {text}"))


def _doubt(lowered: str, pieces: list[Piece], loose: list[Piece]) -> str:
    """Why the bare numbers may be something other than PMIDs; empty when there is no doubt."""
    if len(loose) > 1 or "," in lowered or "." in lowered:
        outside = _outside(lowered, pieces)
        if _GROUPED.search(outside) or _SPACED.search(outside):
            return _SEPARATED
    bare = [len(piece.outcome.value) for piece in loose if isinstance(piece.outcome, Identifier)]
    beside = [len(piece.outcome.value) for piece in pieces if isinstance(piece.outcome, Identifier)]
    if bare and min(bare) <= _YEAR_DIGITS and max(bare + beside) >= _PMID_DIGITS:
        return _MIXED
    return ""


def _outside(line: str, pieces: list[Piece]) -> str:
    ends = [0, *(piece.end for piece in pieces)]
    starts = [*(piece.start for piece in pieces), len(line)]
    return " | ".join(line[end:start] for end, start in zip(ends, starts, strict=True))


def _why_nothing(line: str) -> str:
    if label := _LONE_LABEL.fullmatch(line):
        return f"“{label[1]}” lacks its number or name."
    if _HALF_DOI.fullmatch(line):
        return HALF_DOI
    if " " not in line and line.lower().startswith(("http://", "https://", "www.")):
        return NOT_A_PAPER
    if number := _UNLABELLED.search(line):
        return f"A number among other words is not taken for a PMID; if it is one, write “PMID: {number[0]}”."
    return _NOTHING


def _refused(text: str, reason: str) -> Mentions:
    return Mentions([], [Unread(clipped(text), reason)], only=False)


def _bad(text: str, reason: str) -> VideoGenError:
    said = reason if not text or "“" in reason else f"“{shown(text, 80)}” is not an identifier. {reason}"
    return VideoGenError(
        "bad-identifier",
        said,
        "Enter a PMID such as 29412138, a PMCID such as PMC5832925, or a DOI such as 10.7554/eLife.32671.",
    )
