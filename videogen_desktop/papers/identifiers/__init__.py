"""The names of papers: PMIDs, PMCIDs and DOIs in every form that a researcher has at hand.

``parse_identifier`` reads one; ``read_list``, ``read_list_bytes`` and ``read_list_file`` read a list and
say what was found, what was named twice and what was not recognised; ``merge_resolved`` finds the papers
named twice by different identifiers, once their names have been looked up. Nothing here touches the network.
"""

from videogen_desktop.papers.identifiers.forms import Identifier, Kind
from videogen_desktop.papers.identifiers.lists import (
    MAX_LIST_BYTES,
    read_list,
    read_list_bytes,
    read_list_file,
)
from videogen_desktop.papers.identifiers.mentions import parse_identifier
from videogen_desktop.papers.identifiers.recognised import (
    Duplicate,
    Entry,
    Recognised,
    Refused,
    merge_resolved,
)

__all__ = [
    "MAX_LIST_BYTES",
    "Duplicate",
    "Entry",
    "Identifier",
    "Kind",
    "Recognised",
    "Refused",
    "merge_resolved",
    "parse_identifier",
    "read_list",
    "read_list_bytes",
    "read_list_file",
]
