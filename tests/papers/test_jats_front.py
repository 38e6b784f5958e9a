from __future__ import annotations

import pytest

from tests.papers.jats_samples import article
from videogen_desktop.papers.jats import parse_jats
from videogen_desktop.papers.model import PartialDate


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (("<pub-date pub-type='ppub'><month>12</month><year>2008</year></pub-date>"
         "<pub-date pub-type='epub'><day>1</day><month>8</month><year>2008</year></pub-date>"), (2008, 8, 1)),
        (("<pub-date pub-type='collection'><year>2018</year></pub-date>"
         "<pub-date date-type='pub' publication-format='electronic'><day>07</day><month>02"
         "</month><year>2018</year>"
         "</pub-date>"), (2018, 2, 7)),
        (("<pub-date pub-type='pmc-release'><year>2001</year></pub-date>"
         "<pub-date pub-type='epub'><year>2005</year><month>Mar</month></pub-date>"), (2005, 3, None)),
        ("<pub-date date-type='preprint'><year>2001</year></pub-date>", None),
        ("<pub-date pub-type='ppub'><season>Spring</season><year>1999</year></pub-date>", (1999, None, None)),
        ("<pub-date pub-type='epub' iso-8601-date='2020-03-04T10:00'/>", (2020, 3, 4)),
        ("<pub-date><string-date>14 December 2011</string-date></pub-date>", (2011, 12, None)),
        ("<pub-date><day>99</day><month>13</month><year>2011</year></pub-date>", (2011, None, None)),
        ("<pub-date pub-type='epub'><year>soon</year></pub-date>", None),
    ],
)  # fmt: skip
def test_the_earliest_publication_counts(dates: str, expected: tuple[int, ...] | None) -> None:
    assert article(meta=dates).published == (PartialDate(*expected) if expected else None)


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("pmid", "29412138", ("29412138", None, None)),
        ("pmc", "5818147", (None, "PMC5818147", None)),
        ("pmcid", "PMC5818147.2", (None, "PMC5818147", None)),
        ("pmc-uid", "5818147", (None, "PMC5818147", None)),
        ("pmcaid", "123", (None, None, None)),
        ("doi", "https://doi.org/10.1000/a(b)c", (None, None, "10.1000/a(b)c")),
        ("doi", "none", (None, None, None)),
    ],
)
def test_identifiers_of_every_form(kind: str, value: str, expected: tuple[str | None, ...]) -> None:
    ids = article(meta=f"<article-id pub-id-type='{kind}'> {value} </article-id>").ids
    assert (ids.pmid, ids.pmcid, ids.doi) == expected


def test_pages_keywords_subjects_and_journal() -> None:
    paper = article(
        journal="<journal-id journal-id-type='nlm-ta'>J Test</journal-id>"
        "<journal-title>Journal of Tests</journal-title>"
        "<issn pub-type='ppub'>1111-1111</issn><issn pub-type='epub'>2222-2222</issn>"
        "<publisher><publisher-name>Press</publisher-name></publisher>",
        meta="<article-categories><subj-group><subject>Biology</subject><subj-group><subject>Cells</subject>"
        "<subject>Biology</subject></subj-group></subj-group></article-categories><fpage>10"
        "</fpage><lpage>19</lpage>"
        "<kwd-group><kwd><italic>E. coli</italic></kwd><compound-kwd><kwd>x</kwd></compound-kwd></kwd-group>"
        "<kwd-group kwd-group-type='abbreviations'><kwd>PPV</kwd></kwd-group>",
    )
    assert paper.journal.title == "Journal of Tests"
    assert (paper.journal.abbreviation, paper.journal.issn, paper.journal.publisher) == (
        "J Test",
        "2222-2222",
        "Press",
    )
    assert paper.pages == "10–19"
    assert paper.subjects == ("Biology", "Cells")
    assert paper.keywords == ("E. coli", "x")


def test_titles_meant_to_harm_are_text() -> None:
    hostile = "&lt;img src=file:///etc/passwd&gt; \u202egnp.exe " + "A" * 10_000
    title = article(meta=f"<title-group><article-title>{hostile}</article-title></title-group>").title
    assert title.plain == "<img src=file:///etc/passwd> gnp.exe " + "A" * 10_000
    assert len(title.runs) == 1


def test_what_is_missing_is_empty() -> None:
    paper = parse_jats(b"<article/>")
    assert not paper.title
    assert paper.title.plain == ""
    assert paper.abstract is None
    assert paper.published is None
    assert paper.authors == paper.sections == paper.figures == paper.relations == ()
    assert not paper.licence.known
    assert paper.language == "en"
