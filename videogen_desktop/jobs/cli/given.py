"""What a person gives on the command line: identifiers, lists of them in files, papers in hand."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.material import XML, Collection
from videogen_desktop.papers.fetching import path_in_hand
from videogen_desktop.papers.identifiers import (
    MAX_LIST_BYTES,
    Recognised,
    read_list,
    read_list_bytes,
    read_list_file,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from videogen_desktop.jobs.material import Material

STANDARD_INPUT = "-"
_LISTS = (".txt", ".csv", ".tsv", ".ris", ".nbib", ".bib", ".xlsx", ".json", ".md")
"""What lists of papers are called: a name that ends so was meant to be a file, and is not there."""

_NEITHER = "There is no such file or folder either."


def given(papers: Sequence[str], files: Sequence[str]) -> Material:
    """Read everything that was given; nothing is requested of the network.

    Args:
        papers: Arguments: identifiers, paths of papers in hand, paths of lists, ``-`` for standard input.
        files: Paths of lists; ``-`` for standard input.

    Raises:
        VideoGenError: ``bad-list`` when a list cannot be read, or is not there.
    """
    everything = Collection()
    names: list[str] = []
    for paper in papers:
        path = None if paper == STANDARD_INPUT else path_in_hand(paper)
        if paper == STANDARD_INPUT:
            _add_list(everything, "standard input", _standard_input())
        elif path is None:
            names.append(paper.replace("\n", " "))
        elif path.is_file() and path.suffix.lower() not in XML:
            _add_list(everything, path.name, read_list_file(path))
        else:
            everything.add_xml(path, path.name, paper)
    if names:
        everything.add_list("", _with_missing_files(read_list("\n".join(names))))
    for file in files:
        if file == STANDARD_INPUT:
            _add_list(everything, "standard input", _standard_input())
        else:
            _add_list(everything, Path(file).name, read_list_file(Path(file)))
    return everything.material()


def _add_list(everything: Collection, name: str, recognised: Recognised) -> None:
    everything.add_list(name, recognised)
    if not (recognised.found or recognised.duplicates or recognised.refused):
        everything.refuse(name, "No paper is named in it.")


def _with_missing_files(recognised: Recognised) -> Recognised:
    """Say of what may be meant to be a path that nothing is there, too.

    Raises:
        VideoGenError: ``bad-list`` for what was meant to be a list: its papers would be missed.
    """
    for each in recognised.refused:
        if each.text.lower().endswith(_LISTS):
            raise VideoGenError(
                "bad-list", _not_there(each.text), "Check its name and its folder; nothing was added."
            )
    refused = tuple(
        replace(each, reason=f"{each.reason} {_NEITHER}") if _may_be_path(each.text) else each
        for each in recognised.refused
    )
    return replace(recognised, refused=refused)


def _may_be_path(text: str) -> bool:
    """Whether it can be one, with a stroke in it; what can be nothing else was looked for already."""
    return "://" not in text and Path(text).name != text


def _not_there(text: str) -> str:
    return f"There is no file or folder named {Path(text).name}."


def _standard_input() -> Recognised:
    return read_list_bytes(sys.stdin.buffer.read(MAX_LIST_BYTES + 1), "standard input")
