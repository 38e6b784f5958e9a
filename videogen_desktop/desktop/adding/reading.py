"""Reading what was brought: lists, papers in hand, folders of both. Nothing is requested of the network."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from videogen_desktop.desktop.adding.brought import page_of
from videogen_desktop.desktop.adding.links import reason_against
from videogen_desktop.desktop.adding.walking import walk
from videogen_desktop.desktop.said import explained
from videogen_desktop.desktop.title_text import shown
from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.material import XML, Collection, paper_at
from videogen_desktop.papers.identifiers import MAX_LIST_BYTES, read_list, read_list_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from videogen_desktop.desktop.adding.brought import Brought
    from videogen_desktop.jobs.material import Material
    from videogen_desktop.papers.identifiers import Refused


def read(brought: Brought, stopped: Callable[[], bool] = lambda: False) -> Material:
    """Read everything; what cannot be read is told with its reason.

    Args:
        brought: What the person brought.
        stopped: Asked now and then; once it is true nothing more is read.
    """
    collection = Collection()
    for refused in brought.refused:
        collection.refuse(refused.text, refused.reason)
    _take_text(brought, collection)
    for path in brought.paths:
        if stopped():
            break
        _take(path, collection, stopped)
    return _explained(collection.material())


def _explained(material: Material) -> Material:
    """Say of addresses that lead to no paper what to do instead."""
    recognised = material.recognised
    refused = tuple(map(_with_reason, recognised.refused))
    return replace(material, recognised=replace(recognised, refused=refused))


def _with_reason(refused: Refused) -> Refused:
    reason = reason_against(refused.text)
    return replace(refused, reason=reason) if reason else refused


def _take_text(brought: Brought, collection: Collection) -> None:
    page = page_of(brought.html) if brought.html else None
    text = brought.text if brought.text.strip() or page is None else page.text
    if text.strip():
        collection.add_list("", read_list(text))
    if page is not None:
        collection.add_hints(read_list("\n".join((*page.links, page.text))))


def _take(path: Path, collection: Collection, stopped: Callable[[], bool]) -> None:
    try:
        is_folder, is_there = path.is_dir(), path.exists()
    except (OSError, ValueError):
        is_folder, is_there = False, False
    if is_folder:
        _take_folder(path, collection, stopped)
    elif not is_there:
        collection.refuse(shown(path.name), "There is no such file or folder any more.")
    elif path.suffix.lower() in XML:
        collection.add_xml(path, shown(path.name))
    else:
        _take_list(path, collection)


def _take_folder(folder: Path, collection: Collection, stopped: Callable[[], bool]) -> None:
    walked = walk(folder, stopped)
    for found in walked.folders:
        if stopped():
            return
        if found.papers and _take_whole(found.path, collection):
            if found.lists:
                collection.refuse(
                    shown(found.path.name),
                    "It is the folder of a paper; the lists in it were left alone. Drop them by themselves.",
                )
            continue
        for path in (*found.papers, *found.lists):
            if stopped():
                return
            _take(path, collection, stopped)
    for name, reason in walked.left:
        collection.refuse(name, reason)


def _take_whole(folder: Path, collection: Collection) -> bool:
    """Take a folder as one paper with its figures, if it is one."""
    try:
        collection.add_paper(paper_at(folder))
    except VideoGenError:
        return False
    return True


def _take_list(path: Path, collection: Collection) -> None:
    try:
        if path.stat().st_size > MAX_LIST_BYTES:
            reason = f"It is larger than {MAX_LIST_BYTES // 2**20} MB. Split it, or export the PMIDs alone."
            collection.refuse(shown(path.name), reason)
            return
        recognised = read_list_file(path)
    except OSError as error:
        collection.refuse(shown(path.name), f"It cannot be read: {error.strerror}.")
    except VideoGenError as error:
        collection.refuse(shown(path.name), explained(error))
    else:
        if not (recognised.found or recognised.duplicates or recognised.refused):
            collection.refuse(shown(path.name), "It names no paper.")
        collection.add_list(shown(path.name), recognised)
