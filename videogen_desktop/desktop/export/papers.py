"""The paper behind a film, as far as it is known, so that it can be cited."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from videogen_desktop.desktop.export.sources import text_of
from videogen_desktop.papers.citation import author_of
from videogen_desktop.papers.model import Journal, Paper, PaperIds, PartialDate
from videogen_desktop.papers.richtext import plain_text
from videogen_desktop.typed_json import read_json

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from videogen_desktop.jobs.model import PaperFacts


def read_paper(facts: PaperFacts, folders: Iterable[Path]) -> Paper:
    """Return the paper of a job, as the first of some folders with a paper.json that can be read has it.

    Args:
        facts: What the queue knows of it, which is all there is while it was not fetched.
        folders: The job's film folder and its working folder.
    """
    found = (text_of(folder / "paper.json") for folder in folders)
    return paper_for_citing(facts, next(filter(None, found), None))


def paper_for_citing(facts: PaperFacts, content: bytes | None = None) -> Paper:
    """Return the paper that a job is about.

    Args:
        facts: What the queue knows of it.
        content: Its paper.json, if there is one; what cannot be read, such as that of somebody else's
            pipeline, is passed over and the paper made of ``facts`` alone.
    """
    paper = _decoded(content) if content else None
    if paper is None:
        return _from_facts(facts)
    ids = PaperIds(paper.ids.pmid or facts.pmid, paper.ids.pmcid or facts.pmcid, paper.ids.doi or facts.doi)
    return replace(paper, ids=ids, retracted=paper.retracted or facts.retracted)


def _decoded(content: bytes) -> Paper | None:
    try:
        return read_json(content, Paper)
    except (msgspec.MsgspecError, RecursionError):
        return None


def _from_facts(facts: PaperFacts) -> Paper:
    return Paper(
        ids=PaperIds(facts.pmid, facts.pmcid, facts.doi),
        title=plain_text(facts.title),
        origin="in-hand" if facts.source else "pubmed-abstract",
        authors=tuple(map(author_of, facts.authors)),
        journal=Journal(facts.journal),
        published=PartialDate(facts.year) if facts.year else None,
        retracted=facts.retracted,
    )
