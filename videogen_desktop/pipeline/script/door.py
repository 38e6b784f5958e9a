"""Which papers are let in: a film is made only of a paper that stands and has something to tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from videogen_desktop.errors import VideoGenError

if TYPE_CHECKING:
    from videogen_desktop.papers.model import Paper

_NOTICES = frozenset(
    {
        "addendum",
        "correction",
        "corrections",
        "erratum",
        "expression-of-concern",
        "partial-retraction",
        "published-erratum",
        "retraction",
        "retraction-of-publication",
        "withdrawal",
    }
)
_NO_STORY = frozenset(
    {
        "abstract",
        "address",
        "announcement",
        "article-commentary",
        "biography",
        "book-review",
        "books-received",
        "calendar",
        "collection",
        "comment",
        "editorial",
        "historical-article",
        "in-brief",
        "interview",
        "introduction",
        "lecture",
        "letter",
        "meeting-report",
        "news",
        "obituary",
        "personal-narrative",
        "portrait",
        "product-review",
        "reply",
    }
)


def check_admission(paper: Paper, *, allow_retracted: bool) -> None:
    """Stop a paper that no honest film can be made of.

    Raises:
        VideoGenError: ``retracted``, ``nothing-to-tell``, ``no-text`` or ``unsupported-language``.
    """
    kinds = {
        kind.strip().lower().replace(" ", "-") for kind in (paper.article_type, *paper.publication_types)
    }
    notice = kinds & _NOTICES
    if notice:
        raise _nothing_to_tell(min(notice))
    if paper.retracted and not allow_retracted:
        raise VideoGenError(
            "retracted",
            "This paper has been retracted, so no film is made of it.",
            "Read the retraction notice; to make a film that says throughout that it is retracted, "
            "allow retracted papers (--allow-retracted).",
        )
    has_abstract = any(passage.locator.startswith("abstract/") for passage in paper.passages())
    other = kinds & _NO_STORY
    if other and not has_abstract:
        raise _nothing_to_tell(min(other))
    if not has_abstract and not paper.has_full_text:
        raise VideoGenError(
            "no-text",
            "Neither an abstract nor the full text of this paper could be had.",
            "If you have the paper as a JATS file, give that file instead of its number.",
        )
    if paper.language.lower()[:2] not in ("en", "", "un") and not has_abstract:
        raise VideoGenError(
            "unsupported-language",
            f"This paper is written in another language ({paper.language}); only English can be narrated.",
            "Choose a paper with an English abstract or text.",
        )


def _nothing_to_tell(kind: str) -> VideoGenError:
    return VideoGenError(
        "nothing-to-tell",
        f"This record is of the kind “{kind.replace('-', ' ')}” and has no study to tell of.",
        "Use the article that it belongs to instead.",
    )
