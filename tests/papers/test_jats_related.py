from __future__ import annotations

import pytest

from tests.papers.jats_samples import article
from videogen_desktop.papers.model import Relation


@pytest.mark.parametrize(
    ("kind", "link", "expected"),
    [
        ("retraction-forward", "xlink:href='10.1/x' ext-link-type='doi'", ("retracted-by", None, None)),
        ("retraction-forward", "xlink:href='10.1000/x'", ("retracted-by", None, "10.1000/x")),
        ("expression-of-concern", "xlink:href='123' ext-link-type='pubmed'", ("concern-in", "123", None)),
        ("object-of-concern", "xlink:href='info:doi/10.1000/x'", ("concern-about", None, "10.1000/x")),
        (
            "correction-forward",
            "xlink:href='https://pubmed.ncbi.nlm.nih.gov/77/'",
            ("corrected-by", "77", None),
        ),
        ("commentary-article", "xlink:href='PMC12' ext-link-type='pmc'", ("comment-on", None, None)),
        ("companion", "xlink:href='10.1000/y'", ("other", None, "10.1000/y")),
    ],
)
def test_relations_of_every_kind(kind: str, link: str, expected: tuple[str, str | None, str | None]) -> None:
    linked = f"<related-article related-article-type='{kind}' {link}/>"
    paper = article(meta=linked + linked)
    assert [(found.kind, found.pmid, found.doi) for found in paper.relations] == [expected]
    assert paper.retracted is (expected[0] == "retracted-by")


@pytest.mark.parametrize(
    ("title", "kind", "retracted"),
    [
        ("RETRACTED ARTICLE: A finding", "research-article", True),
        ("Retracted: A finding", "research-article", True),
        ("[Retracted] A finding", "research-article", True),
        ("A finding", "retracted-article", True),
        ("Retraction: A finding", "retraction", False),
        ("Retracted: A finding", "retraction", False),
        ("Retracted papers and their authors", "research-article", False),
        ("A finding [retracted]", "research-article", False),
    ],
)
def test_retraction_is_told_from_its_notice(title: str, kind: str, retracted: bool) -> None:
    paper = article(meta=f"<title-group><article-title>{title}</article-title></title-group>", kind=kind)
    assert paper.retracted is retracted


def test_a_relation_as_pubmed_central_writes_it() -> None:
    paper = article(
        meta="<related-article related-article-type='retraction-forward' ext-link-type='pmc'>"
        "<article-title>Retracted: A Study</article-title><volume>20</volume>"
        "<pub-id pub-id-type='doi'>10.1155/2023/9862810</pub-id><pub-id pub-id-type='pmid'>377</pub-id>"
        "</related-article>"
    )
    assert paper.relations == (Relation("retracted-by", "377", "10.1155/2023/9862810", "Retracted: A Study"),)
    assert paper.retracted


def test_a_relation_keeps_its_words() -> None:
    paper = article(
        meta="<related-article related-article-type='retracted-article' xlink:href='info:doi/10.1371/j.1'>"
        "<article-title>The  title</article-title></related-article>"
    )
    assert paper.relations == (Relation("retraction-of", None, "10.1371/j.1", "The title"),)
