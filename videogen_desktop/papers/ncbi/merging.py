"""One paper from what PMC and PubMed say of it."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from videogen_desktop.papers.licence import read_licence
from videogen_desktop.papers.model import Journal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from videogen_desktop.papers.model import Licence, Paper, Relation

_FILLED_IN = (
    "title",
    "authors",
    "affiliations",
    "published",
    "volume",
    "issue",
    "pages",
    "abstracts",
    "copyright",
    "funding",
    "conflicts",
    "keywords",
)


def with_record(paper: Paper, record: Paper) -> Paper:
    """Complete PMC's paper with PubMed's record of it.

    What the article itself says comes first. Publication types, subjects and relations are those of both, and
    either one's word is enough for a retraction.
    """
    missing = {name: getattr(paper, name) or getattr(record, name) for name in _FILLED_IN}
    return replace(
        paper,
        **missing,
        journal=_filled(paper.journal, record.journal),
        subjects=_both(paper.subjects, record.subjects),
        publication_types=_both(paper.publication_types, record.publication_types),
        relations=_all_relations(paper.relations, record.relations),
        retracted=paper.retracted or record.retracted,
        notes=_both(paper.notes, record.notes),
    )


def with_licence_code(licence: Licence, code: str) -> Licence:
    """Add PMC's word for the licence (``CC BY-NC``) to what the paper states.

    Where the two differ, every restriction that either names holds; a word that is no licence adds nothing.
    """
    if not read_licence("", "", code).known:
        return licence
    stated = licence.code if licence.known else ""
    return read_licence(licence.statement, licence.url, f"{stated} {code}".strip())


def _filled(one: Journal, other: Journal) -> Journal:
    return Journal(
        **{part.name: getattr(one, part.name) or getattr(other, part.name) for part in fields(Journal)}
    )


def _both(one: Iterable[str], other: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *other)))


def _all_relations(one: tuple[Relation, ...], other: tuple[Relation, ...]) -> tuple[Relation, ...]:
    further = (relation for relation in other if not any(_same(relation, known) for known in one))
    return (*one, *further)


def _same(one: Relation, other: Relation) -> bool:
    same_doi = one.doi is not None and other.doi is not None and one.doi.lower() == other.doi.lower()
    same_pmid = one.pmid is not None and one.pmid == other.pmid
    return one.kind == other.kind and (same_doi or same_pmid)
