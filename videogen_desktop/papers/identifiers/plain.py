"""The forms that nearly every line of nearly every list has, read at a glance.

It gives what ``mentions`` would, or nothing; it is here so that long lists are read in a moment.
"""

from __future__ import annotations

import re

from videogen_desktop.papers.identifiers.forms import Identifier

_NUMBER = "[1-9][0-9]{0,7}"
_PMCID = rf"PMC{_NUMBER}(?:\.[1-9][0-9]{{0,2}})?"
_REST_OF_ADDRESS = "/?(?:[?#][-._=&%a-zA-Z0-9]*)?"
_PLAIN = re.compile(
    rf"(?:PMID:? ?)?({_NUMBER})|https://pubmed\.ncbi\.nlm\.nih\.gov/({_NUMBER}){_REST_OF_ADDRESS}"
    rf"|(?:PMCID: ?)?({_PMCID})|https://pmc\.ncbi\.nlm\.nih\.gov/articles/({_PMCID}){_REST_OF_ADDRESS}"
    r"|(?:doi: ?|https://(?:dx\.)?doi\.org/)?(10\.[0-9]{4,9}/[-._a-zA-Z0-9]{0,80}[a-zA-Z0-9])"
)
_DOI_GROUP, _FIRST_PMCID_GROUP = 5, 3


def plain_identifier(text: str) -> Identifier | None:
    """Return the identifier that ``text`` is, when it is in one of the plainest forms; None says nothing."""
    match = _PLAIN.fullmatch(text)
    if match is None or match.lastindex is None:
        return None
    value: str = match[match.lastindex]
    if match.lastindex < _FIRST_PMCID_GROUP:
        return Identifier("pmid", value)
    if match.lastindex < _DOI_GROUP:
        number, _, version = value.partition(".")
        return Identifier("pmcid", number, int(version) if version else None)
    lowered = value.lower()
    return None if "pm" in lowered else Identifier("doi", lowered)  # it may hold a label (10.1/a.PMID:1)
