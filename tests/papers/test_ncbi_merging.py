"""One paper from two sources."""

from __future__ import annotations

from videogen_desktop.papers.model import Journal, Licence, Paper, PaperIds, PartialDate, Relation
from videogen_desktop.papers.ncbi.lookup import united
from videogen_desktop.papers.ncbi.merging import with_licence_code, with_record
from videogen_desktop.papers.richtext import RichText, plain_text

ARTICLE = Paper(
    PaperIds(pmcid="PMC1", doi="10.5555/A"),
    plain_text("The article's title"),
    "pmc-bucket",
    article_type="research-article",
    journal=Journal(title="Journal"),
    keywords=("mice",),
    subjects=("Biology",),
    relations=(Relation("corrected-by", doi="10.5555/B"), Relation("other", text="see also")),
)
RECORD = Paper(
    PaperIds(pmid="1"),
    plain_text("The record's title"),
    "pubmed-abstract",
    journal=Journal(title="J.", abbreviation="J", issn="1234-5678"),
    published=PartialDate(2020, 5),
    keywords=("other",),
    subjects=("Mice", "Biology"),
    publication_types=("Journal Article",),
    relations=(Relation("corrected-by", pmid="2", doi="10.5555/b"), Relation("concern-in", pmid="3")),
    notes=("A note.",),
)


def test_the_article_comes_first_and_the_record_fills_in() -> None:
    paper = with_record(ARTICLE, RECORD)
    assert paper.title.plain == "The article's title"
    assert paper.journal == Journal(title="Journal", abbreviation="J", issn="1234-5678")
    assert paper.published == PartialDate(2020, 5)
    assert paper.keywords == ("mice",)
    assert paper.subjects == ("Biology", "Mice")
    assert paper.publication_types == ("Journal Article",)
    assert paper.origin == "pmc-bucket"
    assert paper.notes == ("A note.",)


def test_an_article_without_a_title_has_the_record_s() -> None:
    untitled = Paper(ARTICLE.ids, RichText(), "pmc-efetch")
    assert with_record(untitled, RECORD).title.plain == "The record's title"


def test_the_same_correction_is_one() -> None:
    kinds = [(relation.kind, relation.pmid) for relation in with_record(ARTICLE, RECORD).relations]
    assert kinds == [("corrected-by", None), ("other", None), ("concern-in", "3")]


def test_the_first_source_of_a_name_is_believed() -> None:
    assert united(PaperIds(pmid="1"), PaperIds("2", "PMC2", "10.5555/x")) == PaperIds(
        "1", "PMC2", "10.5555/x"
    )


def test_a_licence_is_as_narrow_as_the_narrowest_word_for_it() -> None:
    stated = Licence(
        "CC-BY-4.0", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/", "Under CC BY 4.0."
    )
    assert with_licence_code(stated, "CC BY").code == "CC-BY-4.0"
    assert with_licence_code(stated, "CC BY-NC-ND").code == "CC-BY-NC-ND"
    assert with_licence_code(stated, "TDM") == stated
    assert with_licence_code(stated, "") == stated
    assert with_licence_code(Licence(), "CC BY").code == "CC-BY"
    assert with_licence_code(Licence(), "CC0").code == "CC0-1.0"
    assert with_licence_code(Licence(statement="All rights reserved."), "TDM").code == "unknown"
