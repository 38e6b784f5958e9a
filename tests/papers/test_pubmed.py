from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest

from tests.papers.jats_samples import letters, marked
from videogen_desktop.errors import VideoGenError
from videogen_desktop.papers.model import Author, PartialDate, Relation
from videogen_desktop.papers.pubmed import parse_pubmed
from videogen_desktop.papers.richtext import Run

if TYPE_CHECKING:
    from pathlib import Path

    from videogen_desktop.papers.model import Paper

_FORM = """<?xml version="1.0"?>
<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN" "http://127.0.0.1:9/x.dtd">
<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID Version="1">1</PMID><Article><Journal><JournalIssue>
<PubDate>{date}</PubDate></JournalIssue></Journal>{article}</Article>{citation}</MedlineCitation>
<PubmedData>{data}</PubmedData></PubmedArticle></PubmedArticleSet>"""


def record(article: str = "", *, citation: str = "", data: str = "", date: str = "") -> Paper:
    (paper,) = parse_pubmed(_FORM.format(article=article, citation=citation, data=data, date=date).encode())
    return paper


def from_corpus(corpus: Path, name: str) -> tuple[Paper, ...]:
    return parse_pubmed((corpus / "pubmed" / name).read_bytes())


def test_a_structured_abstract_by_hand(corpus: Path) -> None:
    (paper,) = from_corpus(corpus, "pubmed4.xml")
    assert (paper.ids.pmid, paper.ids.pmcid, paper.ids.doi) == (
        "27797938",
        "PMC5442267",
        "10.1136/gutjnl-2016-312510",
    )
    assert paper.title.runs == (
        Run("Leucocyte telomere length, genetic variants at the "),
        Run("TERT", "i"),
        Run(" gene region and risk of pancreatic cancer"),
    )
    assert paper.origin == "pubmed-abstract"
    assert not paper.has_full_text
    assert paper.published == PartialDate(2016, 10, 21)
    assert (paper.journal.title, paper.volume, paper.issue, paper.pages) == ("Gut", "66", "6", "1116–1122")
    assert paper.abstract is not None
    assert [section.label for section in paper.abstract.sections] == [
        "OBJECTIVE",
        "DESIGN",
        "RESULTS",
        "CONCLUSIONS",
    ]
    results = paper.abstract.sections[2].paragraphs[0]
    assert "ptrend=0.048" in results.text
    assert "r²<0.25" in results.text
    assert marked(results, "italic") == ["TERT"]
    assert len(paper.authors) == 22
    assert len(paper.authors[2].affiliations) == 2
    assert paper.conflicts == ("Competing interests: None declared.",)
    assert "WHI NIH HHS (N01WH42129)" in paper.funding
    assert paper.subjects[0] == "Adenocarcinoma"
    assert "Observational Study" in paper.publication_types
    assert paper.relations == (Relation("commented-by", "27920200", None, "Gut. 2017 Jun;66(6):1"),)
    assert not paper.licence.known


def test_several_records_in_one_file(corpus: Path) -> None:
    first, second = from_corpus(corpus, "pubmed1.xml")
    assert first.ids.pmid == "12091962"
    assert first.abstract is None
    assert first.published == PartialDate(1990)
    assert first.article_type == "review-article"
    assert first.keywords == ("Health Care and Public Health", "Legal Approach")
    assert second.title.plain.startswith("Magnetic studies of Chromatium flavocytochrome C552.")
    assert second.published == PartialDate(1976, 9, 28)


def test_the_address_that_old_records_give_once_is_the_first_authors(corpus: Path) -> None:
    first, _ = from_corpus(corpus, "pubmed2.xml")
    assert first.authors[0].affiliations == (
        "Dipartimento di Scienze Ambientali, Università degli Studi della Tuscia, 01100 Viterbo, Italy",
    )
    assert all(not author.affiliations for author in first.authors[1:])
    assert first.copyright == "Copyright 2001 Elsevier Science."


def test_mathematics_in_an_abstract_is_read(corpus: Path) -> None:
    (runners,) = from_corpus(corpus, "pubmed6.xml")
    assert runners.abstract is not None
    paragraph = runners.abstract.sections[0].paragraphs[0]
    assert "ramp incremental running test for V\u0307O2max determination" in paragraph.text
    assert "67.6 ± 4.1 ml·kg⁻¹·min⁻¹]" in paragraph.text
    assert len(marked(paragraph, "formula")) == 3
    assert runners.title.plain.startswith('A "Blood Relationship" Between the Overlooked')
    (lungs,) = from_corpus(corpus, "pubmed7.xml")
    assert lungs.abstract is not None
    assert "(1) inhaled ³He/¹²⁹Xe MRI ventilation" in lungs.abstract.sections[0].paragraphs[0].text


def test_groups_and_orcids(corpus: Path) -> None:
    (lungs,) = from_corpus(corpus, "pubmed7.xml")
    assert lungs.authors[-1] == Author(collective="Canadian Respiratory Research Network")
    assert lungs.authors[1].orcid == "0000-0002-4590-7461"


def test_identifiers_of_references_are_not_the_papers_own() -> None:
    paper = record(
        "<ELocationID EIdType='doi' ValidYN='N'>10.1000/wrong</ELocationID>",
        data="<ReferenceList><Reference><ArticleIdList><ArticleId IdType='doi'>10.1000/cited</ArticleId>"
        "<ArticleId IdType='pmc'>PMC9</ArticleId></ArticleIdList></Reference></ReferenceList>",
    )
    assert (paper.ids.pmid, paper.ids.pmcid, paper.ids.doi) == ("1", None, None)
    paper = record(
        "<ELocationID EIdType='doi' ValidYN='Y'>10.1000/online</ELocationID>",
        data="<ArticleIdList><ArticleId IdType='pmcid'>pmc-id: PMC77;manuscript-id: X1;</ArticleId>"
        "</ArticleIdList>",
    )
    assert (paper.ids.pmcid, paper.ids.doi) == ("PMC77", "10.1000/online")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("<ArticleTitle>A study.</ArticleTitle>", "A study"),
        ("<ArticleTitle>A study?</ArticleTitle>", "A study?"),
        ("<ArticleTitle>And so on...</ArticleTitle>", "And so on..."),
        ("<ArticleTitle>[A translated study].</ArticleTitle>", "A translated study"),
        ("<ArticleTitle>[A <i>translated</i> study [1]].</ArticleTitle>", "A translated study [1]"),
        ("<ArticleTitle>[A] study of [B].</ArticleTitle>", "[A] study of [B]"),
        ("<ArticleTitle>H<sub>2</sub>O<sup>+</sup>.</ArticleTitle>", "H₂O⁺"),
        ("<ArticleTitle>[Not Available].</ArticleTitle><VernacularTitle>Étude.</VernacularTitle>", "Étude"),
        ("<ArticleTitle/><VernacularTitle>Étude.</VernacularTitle>", "Étude"),
        ("", ""),
    ],
)
def test_titles_of_every_form(title: str, expected: str) -> None:
    assert record(title).title.plain == expected


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("<Year>2018</Year><Month>05</Month><Day>17</Day>", (2018, 5, 17)),
        ("<Year>2001</Year><Month>Jun</Month>", (2001, 6, None)),
        ("<Year>1990</Year><Season>Spring</Season>", (1990, None, None)),
        ("<MedlineDate>2012 Nov-Dec</MedlineDate>", (2012, 11, None)),
        ("<MedlineDate>Spring 2000</MedlineDate>", (2000, None, None)),
        ("<MedlineDate>1998 Dec-1999 Jan</MedlineDate>", (1998, 12, None)),
        ("<MedlineDate>1976-1977</MedlineDate>", (1976, None, None)),
        ("", None),
    ],
)
def test_dates_of_every_form(date: str, expected: tuple[int, ...] | None) -> None:
    assert record(date=date).published == (PartialDate(*expected) if expected else None)


def test_abstracts_of_others_are_told_apart() -> None:
    paper = record(
        "<Abstract><AbstractText>One.</AbstractText><AbstractText>Two.</AbstractText>"
        "<AbstractText Label='UNLABELLED'>Three.</AbstractText><AbstractText Label='AIM:'>Four."
        "</AbstractText>"
        "<AbstractText Label='AIM'/></Abstract>",
        citation="<OtherAbstract Type='plain-language-summary' Language='eng'><AbstractText>Plainly."
        "</AbstractText></OtherAbstract><OtherAbstract Type='Publisher' Language='fre'><AbstractText>Résumé."
        "</AbstractText>"
        "</OtherAbstract>",
    )
    assert [
        (
            abstract.kind,
            [(section.label, [p.text for p in section.paragraphs]) for section in abstract.sections],
        )
        for abstract in paper.abstracts
    ] == [
        ("", [("", ["One.", "Two.", "Three."]), ("AIM", ["Four."])]),
        ("plain-language-summary", [("", ["Plainly."])]),
        ("translation-fr", [("", ["Résumé."])]),
    ]


@pytest.mark.parametrize(
    ("kind", "relation"),
    [
        ("RetractionIn", "retracted-by"),
        ("RetractionOf", "retraction-of"),
        ("ErratumIn", "corrected-by"),
        ("ErratumFor", "correction-of"),
        ("ExpressionOfConcernIn", "concern-in"),
        ("ExpressionOfConcernFor", "concern-about"),
        ("CommentOn", "comment-on"),
        ("CommentIn", "commented-by"),
        ("UpdateOf", "other"),
    ],
)
def test_relations_of_every_kind(kind: str, relation: str) -> None:
    linked = (
        f"<CommentsCorrections RefType='{kind}'><RefSource>J. 2020;1:2. doi: 10.1000/n.</RefSource>"
        "<PMID>7</PMID></CommentsCorrections>"
    )
    cited = "<CommentsCorrections RefType='Cites'><PMID>8</PMID></CommentsCorrections>"
    paper = record(citation=f"<CommentsCorrectionsList>{cited}{linked}</CommentsCorrectionsList>")
    assert [(found.kind, found.pmid, found.doi) for found in paper.relations] == [
        (relation, "7", "10.1000/n")
    ]
    assert paper.retracted is (kind == "RetractionIn")


@pytest.mark.parametrize(
    ("types", "article_type", "retracted"),
    [
        (("Journal Article", "Retracted Publication"), "", True),
        (("Retraction of Publication",), "retraction", False),
        (("Journal Article", "Retraction Notice"), "retraction", False),
        (("Published Erratum",), "correction", False),
        (("Editorial", "Comment"), "editorial", False),
        (("Journal Article", "Randomized Controlled Trial"), "research-article", False),
        (("Journal Article",), "", False),
    ],
)
def test_publication_types_decide(types: tuple[str, ...], article_type: str, retracted: bool) -> None:
    listed = "".join(f"<PublicationType>{kind}</PublicationType>" for kind in types)
    paper = record(f"<PublicationTypeList>{listed}</PublicationTypeList>")
    assert (paper.publication_types, paper.article_type, paper.retracted) == (types, article_type, retracted)


def test_authors_of_every_form() -> None:
    paper = record(
        "<AuthorList><Author ValidYN='N'><LastName>Wrong</LastName></Author>"
        "<Author ValidYN='Y'><LastName>King</LastName><Initials>ML</Initials><Suffix>Jr</Suffix>"
        "<Identifier Source='ORCID'>000000021825009X</Identifier></Author></AuthorList>"
        "<Language>ger</Language>"
    )
    assert paper.authors == (Author("King Jr", "ML", orcid="0000-0002-1825-009X"),)
    assert paper.language == "de"


def test_a_chapter_of_a_book() -> None:
    (paper,) = parse_pubmed(
        b"<PubmedArticleSet><PubmedBookArticle><BookDocument><PMID>20301295</PMID><ArticleIdList>"
        b"<ArticleId IdType='bookaccession'>NBK1116</ArticleId></ArticleIdList><Book><Publisher>"
        b"<PublisherName>Uni"
        b"</PublisherName></Publisher><BookTitle>GeneReviews</BookTitle><PubDate><Year>1993</Year></PubDate>"
        b"<AuthorList Type='editors'><Author><LastName>Ed</LastName></Author></AuthorList></Book>"
        b"<ArticleTitle>Huntington Disease</ArticleTitle><Language>eng</Language><AuthorList Type='authors'>"
        b"<Author><LastName>Caron</LastName><ForeName>N</ForeName></Author></AuthorList>"
        b"<PublicationType>Review</PublicationType><Abstract><AbstractText Label='MANAGEMENT'>"
        b"<i>Care:</i> as needed."
        b"</AbstractText></Abstract><ContributionDate><Year>1998</Year><Month>10</Month></ContributionDate>"
        b"</BookDocument></PubmedBookArticle></PubmedArticleSet>"
    )
    assert paper.title.plain == "Huntington Disease"
    assert (paper.journal.title, paper.journal.publisher) == ("GeneReviews", "Uni")
    assert [author.name for author in paper.authors] == ["N Caron"]
    assert paper.published == PartialDate(1998, 10)
    assert paper.abstract is not None
    assert paper.abstract.sections[0].label == "MANAGEMENT"
    assert paper.ids.pmid == "20301295"


def test_an_empty_answer_holds_no_record() -> None:
    assert parse_pubmed(b"<PubmedArticleSet></PubmedArticleSet>") == ()
    assert (
        parse_pubmed(b"<PubmedArticleSet><DeleteCitation><PMID>1</PMID></DeleteCitation></PubmedArticleSet>")
        == ()
    )


def test_a_single_record_needs_no_set() -> None:
    (paper,) = parse_pubmed(
        b"<PubmedArticle><MedlineCitation><PMID>5</PMID></MedlineCitation></PubmedArticle>"
    )
    assert paper.ids.pmid == "5"
    assert not paper.title


@pytest.mark.parametrize("xml", [b"<eFetchResult><ERROR>no</ERROR></eFetchResult>", b"<article/>"])
def test_what_is_no_record_is_refused(xml: bytes) -> None:
    with pytest.raises(VideoGenError) as caught:
        parse_pubmed(xml)
    assert caught.value.code == "bad-xml"


@pytest.mark.parametrize("name", ["pubmed1.xml", "pubmed2.xml", "pubmed4.xml", "pubmed5.xml"])
def test_every_word_of_an_abstract_is_there_once_and_in_order(corpus: Path, name: str) -> None:
    root = ET.parse(corpus / "pubmed" / name).getroot()  # noqa: S314 - our own corpus
    expected = [letters(part.itertext()) for part in root.iter("AbstractText")]
    papers = from_corpus(corpus, name)
    assert [letters([found.paragraph.text]) for paper in papers for found in paper.passages()] == expected
    assert expected
