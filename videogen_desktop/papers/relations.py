"""Links from one record to another that change how it is to be read, and what they say of the paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from videogen_desktop.papers.model import Relation, RelationKind

JATS_RELATIONS: dict[str, RelationKind] = {
    "retracted-article": "retraction-of",
    "retraction-forward": "retracted-by",
    "corrected-article": "correction-of",
    "addended-article": "correction-of",
    "correction-forward": "corrected-by",
    "addendum": "corrected-by",
    "partial-retraction": "corrected-by",
    "object-of-concern": "concern-about",
    "expression-of-concern": "concern-in",
    "concern-forward": "concern-in",
    "commentary-article": "comment-on",
    "commentary": "commented-by",
}
"""Values of ``related-article-type`` (https://jats.nlm.nih.gov/archiving/tag-library/1.3/attribute/related-article-type.html)."""

PUBMED_RELATIONS: dict[str, RelationKind] = {
    "RetractionIn": "retracted-by",
    "RetractedandRepublishedIn": "retracted-by",
    "RetractionOf": "retraction-of",
    "PartialRetractionIn": "corrected-by",
    "PartialRetractionOf": "correction-of",
    "ErratumIn": "corrected-by",
    "CorrectedandRepublishedIn": "corrected-by",
    "ErratumFor": "correction-of",
    "CorrectedandRepublishedFrom": "correction-of",
    "ExpressionOfConcernIn": "concern-in",
    "ExpressionOfConcernFor": "concern-about",
    "CommentIn": "commented-by",
    "CommentOn": "comment-on",
}
"""Values of ``RefType`` (https://www.nlm.nih.gov/bsd/licensee/elements_descriptions.html#commentscorrections)."""

UNRELATED = frozenset({"Cites"})
"""What a paper cites does not change how the paper is read."""

_RETRACTED_TITLE = re.compile(r"\W*retracted(?:\s+article)?\s*[:\]]|\W*\[retracted\b", re.IGNORECASE)
_NOTICES = ("retraction", "partial-retraction")


def is_retracted(
    title: str, article_type: str, publication_types: Iterable[str], relations: Iterable[Relation]
) -> bool:
    """Whether a paper has been retracted; the notice that retracts it has not."""
    if article_type in _NOTICES:
        return False
    return (
        article_type == "retracted-article"
        or "Retracted Publication" in publication_types
        or any(relation.kind == "retracted-by" for relation in relations)
        or bool(_RETRACTED_TITLE.match(title))
    )
