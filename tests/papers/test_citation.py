from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from videogen_desktop.papers.citation import author_of, bibtex, cite, ris, vancouver
from videogen_desktop.papers.in_hand import read_in_hand
from videogen_desktop.papers.model import Author, Journal, Paper, PaperIds, PartialDate, Relation
from videogen_desktop.papers.pubmed import read_records
from videogen_desktop.papers.richtext import RichText, Run, plain_text
from videogen_desktop.papers.xml import parse_xml

if TYPE_CHECKING:
    from pathlib import Path

PAPER = Paper(
    ids=PaperIds(pmid="12345", pmcid="PMC678", doi="10.1000/a_b"),
    title=plain_text("Ritonavir & p53 at 5% cost"),
    origin="pubmed-abstract",
    authors=(
        Author("Smith Jr", "Jean-Paul A"),
        Author(collective="ACME, Trial and Study Group"),
        Author("van der Berg", "Ö."),
        Author("Plato"),
    ),
    journal=Journal("The Journal of Tests", "J. Tests", "1234-5678"),
    published=PartialDate(2012, 11),
    volume="7",
    issue="2",
    pages="113–25",
)


def lines_of(record: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in record.split("\r\n"):
        if line:
            found.setdefault(line[:2], []).append(line[6:])
    return found


def test_a_reference_in_plain_text_is_that_of_the_nlm() -> None:
    assert vancouver(PAPER) == (
        "Smith JPA Jr; ACME, Trial and Study Group, van der Berg Ö, Plato. Ritonavir & p53 at 5% cost."
        " J Tests. 2012 Nov;7(2):113-25. doi: 10.1000/a_b. PMID: 12345; PMCID: PMC678."
    )


def test_six_authors_are_named_and_more_are_others() -> None:
    seven = tuple(Author(f"Name{number}", "A") for number in range(7))
    assert vancouver(replace(PAPER, authors=seven)).startswith(
        "Name0 A, Name1 A, Name2 A, Name3 A, Name4 A, Name5 A, et al."
    )


def test_what_a_paper_does_not_say_leaves_no_trace() -> None:
    bare = Paper(ids=PaperIds(pmid="9"), title=RichText(), origin="pubmed-abstract")
    assert vancouver(bare) == "PMID: 9."
    assert lines_of(ris(bare)) == {
        "TY": ["JOUR"],
        "ID": ["pmid9"],
        "AN": ["9"],
        "UR": ["https://pubmed.ncbi.nlm.nih.gov/9/"],
        "LA": ["en"],
        "ER": [""],
    }
    assert bibtex([bare]) == "@misc{pmid9,\n  pmid = {9},\n  url = {https://pubmed.ncbi.nlm.nih.gov/9/},\n}\n"


@pytest.mark.parametrize(
    ("date", "told", "da"),
    [
        (PartialDate(2018), "2018", "2018///"),
        (PartialDate(2018, 2), "2018 Feb", "2018/02//"),
        (PartialDate(2018, 2, 7), "2018 Feb 7", "2018/02/07/"),
    ],
)
def test_a_date_is_as_exact_as_the_journal_gave_it(date: PartialDate, told: str, da: str) -> None:
    paper = replace(PAPER, published=date)
    assert f"J Tests. {told};7(2)" in vancouver(paper)
    assert lines_of(ris(paper))["DA"] == [da]


@pytest.mark.parametrize(
    ("pages", "nlm", "first", "last"),
    [
        ("1694–1699", "1694-9", "1694", "1699"),
        ("113-25", "113-25", "113", "125"),
        ("S1-S9", "S1-S9", "S1", "S9"),
        ("99–101", "99-101", "99", "101"),
        ("e26358", "e26358", "e26358", None),
        ("50193-2021", "50193-2021", "50193-2021", None),
        ("12–12", "12", "12", "12"),
        ("1–4, 9", "1-4, 9", "1-4, 9", None),
        ("20-10", "20-10", "20-10", None),
    ],
)
def test_pages(pages: str, nlm: str, first: str, last: str | None) -> None:
    paper = replace(PAPER, pages=pages)
    record = lines_of(ris(paper))
    assert f":{nlm}. doi" in vancouver(paper)
    assert (record["SP"], record.get("EP", [None])) == ([first], [last])


def test_a_retracted_paper_is_said_to_be_one_in_every_form() -> None:
    notice = Relation("retracted-by", pmid="77", text="J Tests. 2013 Jan;8(1):1")
    retracted = replace(PAPER, retracted=True, relations=(notice,))
    assert vancouver(retracted).endswith("Retraction in: J Tests. 2013 Jan;8(1):1. PMID: 77.")
    assert vancouver(replace(PAPER, retracted=True)).endswith("PMC678. Retracted.")
    assert "note = {Retracted}" in bibtex([retracted])
    assert lines_of(ris(retracted))["N1"] == ["Retracted publication"]


def test_a_chapter_is_in_its_book() -> None:
    chapter = replace(
        PAPER,
        article_type="book-chapter",
        journal=Journal("StatPearls", publisher="Publishing"),
        volume="",
        issue="",
    )
    assert "cost. In: StatPearls. Publishing; 2012 Nov. p. 113-25. doi" in vancouver(chapter)
    assert "@incollection{" in bibtex([chapter])
    assert "booktitle = {StatPearls}" in bibtex([chapter])
    assert lines_of(ris(chapter))["TY"] == ["CHAP"]


def test_an_entry_of_bibtex() -> None:
    assert bibtex([PAPER]) == (
        "@article{smith2012ritonavir,\n"
        "  author = {Smith, Jr, Jean-Paul A and {ACME, Trial and Study Group}"
        " and van der Berg, Ö. and Plato},\n"
        "  title = {Ritonavir \\& p53 at 5\\% cost},\n"
        "  journal = {The Journal of Tests},\n"
        "  year = {2012},\n"
        "  month = nov,\n"
        "  volume = {7},\n"
        "  number = {2},\n"
        "  pages = {113--125},\n"
        "  issn = {1234-5678},\n"
        "  doi = {10.1000/a_b},\n"
        "  pmid = {12345},\n"
        "  pmcid = {PMC678},\n"
        "}\n"
    )


def test_bibtex_keeps_capitals_raised_and_lowered_text_and_letters_of_all_languages() -> None:
    runs = (
        Run("Of "),
        Run("E. coli", "i"),
        Run(", mRNA, Ca"),
        Run("2+", "sup"),
        Run(" and "),
        Run("18", "sup"),
        Run("F-FDG in α"),
    )
    entry = bibtex([replace(PAPER, title=RichText(runs))])
    assert (
        r"title = {Of {{\textit{E.}}} \textit{coli}, {mRNA,} {Ca\textsuperscript{2+}} and"
        r" {{\textsuperscript{18}F-FDG}} in α}"
    ) in entry


def test_bibtex_braces_a_name_that_would_be_taken_apart() -> None:
    authors = (Author("Sand and Sea", "A"), Author("Comma, Inc", "B"))
    assert "author = {{Sand and Sea}, A and {Comma, Inc}, B}" in bibtex([replace(PAPER, authors=authors)])


def test_keys_are_ascii_stable_and_differ_within_a_list() -> None:
    paper = replace(
        PAPER, authors=(Author("Sørensen-Łuk ß", "T"),), title=plain_text("On the α and “Überleben” of X")
    )
    entries = bibtex([paper, paper, paper])
    assert [entry.split("{", 1)[1].split(",")[0] for entry in entries.split("\n\n")] == [
        "sorensenlukss2012uberleben",
        "sorensenlukss2012uberleben-2",
        "sorensenlukss2012uberleben-3",
    ]


def test_a_record_of_ris_ends_its_lines_as_the_format_says() -> None:
    record = ris(PAPER)
    assert record.startswith("TY  - JOUR\r\n")
    assert record.endswith("\r\nER  - \r\n\r\n")
    assert "\n" not in record.replace("\r\n", "")
    told = lines_of(record)
    assert told["AU"] == [
        "Smith, Jean-Paul A, Jr",
        "ACME, Trial and Study Group",
        "van der Berg, Ö.",
        "Plato",
    ]
    assert (told["T2"], told["JO"], told["AN"], told["C2"]) == (
        ["The Journal of Tests"],
        ["J Tests"],
        ["12345"],
        ["PMC678"],
    )


@pytest.mark.parametrize(
    ("name", "surname", "given", "collective"),
    [
        ("Weijian Yang", "Yang", "Weijian", ""),
        ("Marylee J van der Meulen", "van der Meulen", "Marylee J", ""),
        ("de Groot", "Groot", "de", ""),
        ("John A Smith Jr", "Smith Jr", "John A", ""),
        ("Plato", "", "", "Plato"),
        ("GEMO Study Collaborators", "", "", "GEMO Study Collaborators"),
        ("World Health Organization", "", "", "World Health Organization"),
        ("", "", "", ""),
    ],
)
def test_a_name_as_read_aloud(name: str, surname: str, given: str, collective: str) -> None:
    assert author_of(name) == Author(surname, given, collective)


def test_real_papers_are_cited_in_every_form(corpus: Path) -> None:
    papers = [
        read_in_hand(corpus / "elife-32671").paper,
        read_in_hand(corpus / "jats" / "ehp-116-1694.nxml").paper,
        *read_records(parse_xml((corpus / "pubmed" / "pubmed2.xml").read_bytes())),
    ]
    references = cite(papers, "text").splitlines()
    assert references[0] == (
        "Yang W, Carrillo-Reid L, Bando Y, Peterka DS, Yuste R. Simultaneous two-photon imaging and"
        " two-photon optogenetics of cortical circuits in three dimensions."
        " eLife. 2018 Feb 7;7. doi: 10.7554/eLife.32671."
    )
    assert references[1].endswith(
        "Brain. Environ Health Perspect. 2008 Aug 1;116(12):1694-9. doi: 10.1289/ehp.11570."
        " PMID: 19079722; PMCID: PMC2599765."
    )
    assert len(references) == len(papers)
    assert cite(papers, "bibtex").count("\n}\n") == len(papers)
    assert cite(papers, "ris").count("ER  - \r\n\r\n") == len(papers)
