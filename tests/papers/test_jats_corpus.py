"""Nothing of a real paper is lost, repeated or out of order: checked against the XML by other means."""

from __future__ import annotations

import re
import time
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest

from tests.papers.jats_samples import letters
from tests.yardstick import slowness
from videogen_desktop.papers.jats import parse_jats

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from videogen_desktop.papers.model import Paper, Section

NAMES = """
    elife-32671/article.xml pubmed/efetch_pmc_correction.xml jats/1471-2180-11-174.nxml
    jats/1472-6831-8-11.nxml jats/6605965a.nxml jats/ehp-116-1694.nxml jats/journal.pbio.0030408.xml
    jats/journal.pbio.1001044.xml jats/journal.pbio.1001199.xml jats/journal.pcbi.0030158.xml
    jats/journal.pcbi.1000204.xml jats/journal.pcbi.1001051.xml jats/journal.pmed.0020124.xml
    jats/journal.pmed.0020171.xml jats/journal.pmed.0020402.xml jats/journal.pmed.1001518.xml
    jats/journal.pmed.1001786.xml jats/journal.pntd.0001041.xml jats/journal.pone.0002554.xml
    jats/journal.pone.0008519.xml jats/journal.pone.0016976.xml jats/journal.pone.0026358.xml
    jats/journal.pone.0028031.xml jats/journal.pone.0046041.xml jats/journal.pone.0066742.xml
    jats/journal.pone.0067380.xml jats/journal.pone.0087236.xml jats/journal.pone.0097541.xml
    jats/journal.pone.0120924.xml jats/journal.ppat.1005207.xml jats/mds526.nxml
    jats/pntd.0002065.nxml jats/pone.0000217.nxml jats/pone.0046493.nxml
"""
every_paper = pytest.mark.parametrize("name", NAMES.split())

FLOATS = {"fig", "table-wrap", "ref-list"}
NOT_PROSE = {*FLOATS, "title", "label", "inline-formula", "disp-formula", "inline-graphic"}


def article_of(path: Path) -> ET.Element:
    root = ET.parse(path).getroot()  # noqa: S314 - our own corpus, read without the code under test
    found = root if root.tag == "article" else root.find("article")
    assert found is not None
    return found


def is_picture(element: ET.Element) -> bool:
    return element.tag == "supplementary-material" and element.get("mimetype", "").startswith("image")


def prose(element: ET.Element) -> Iterator[str]:
    """Every piece of prose inside an element, in document order."""
    yield element.text or ""
    for child in element:
        download_link = child.tag == "media" and "Click here" in "".join(child.itertext())
        if child.tag not in NOT_PROSE and not is_picture(child) and not download_link:
            yield from prose(child)
        yield child.tail or ""


def said_in(sections: Iterable[Section]) -> Iterator[str]:
    for section in sections:
        yield from (paragraph.text for paragraph in section.paragraphs)
        yield from said_in(section.sections)


def without_placeholders(text: str) -> str:
    return re.sub(r"\[(formula|symbol)\]", "", text)


def body_of(paper: Paper) -> list[Section]:
    behind = {"acknowledgements", "glossary", "footnotes", "back-matter"}
    return [section for section in paper.sections if section.kind not in behind]


@every_paper
def test_every_word_of_the_body_is_there_once_and_in_order(corpus: Path, name: str) -> None:
    body = article_of(corpus / name).find("body")
    assert body is not None
    paper = parse_jats((corpus / name).read_bytes())
    expected = letters(prose(body))
    assert letters(map(without_placeholders, said_in(body_of(paper)))) == expected
    assert len(expected) > 100


@every_paper
def test_every_word_behind_the_body_is_there(corpus: Path, name: str) -> None:
    back = article_of(corpus / name).find("back")
    paper = parse_jats((corpus / name).read_bytes())
    rest = [section for section in paper.sections if section not in body_of(paper)]
    parts = [part for part in back if part.tag != "fn-group"] if back is not None else []
    notes = back.findall("fn-group/fn") if back is not None else []
    general = [note for note in notes if note.get("fn-type") not in ("conflict", "financial-disclosure")]
    expected = letters(
        piece for part in [*parts, *general] if part.tag != "ref-list" for piece in prose(part)
    )
    assert letters(map(without_placeholders, said_in(rest))) == expected


@every_paper
def test_every_word_of_the_abstracts_is_there_once_and_in_order(corpus: Path, name: str) -> None:
    abstracts = article_of(corpus / name).findall("front/article-meta/abstract")
    paper = parse_jats((corpus / name).read_bytes())
    sections = [section for abstract in paper.abstracts for section in abstract.sections]
    said = (paragraph.text for section in sections for paragraph in section.paragraphs)
    expected = letters(piece for abstract in abstracts for piece in prose(abstract))
    assert letters(map(without_placeholders, said)) == expected
    labels = [
        " ".join("".join(title.itertext()).split()) for a in abstracts for title in a.findall("sec/title")
    ]
    assert [section.label for section in sections if section.label] == [
        label.rstrip(":") for label in labels if label
    ]


@every_paper
def test_plain_paragraphs_are_kept_letter_for_letter(corpus: Path, name: str) -> None:
    """White space included: nothing is glued together, and no inline element leaves a gap."""
    body = article_of(corpus / name).find("body")
    assert body is not None
    paper = parse_jats((corpus / name).read_bytes())
    simple = {"italic", "bold", "underline", "xref", "ext-link", "named-content", "email", "uri"}
    floats = [element for element in body.iter() if element.tag in FLOATS or is_picture(element)]
    floating = {paragraph for element in floats for paragraph in element.iter("p")}
    expected = [
        " ".join("".join(paragraph.itertext()).split())
        for paragraph in body.iter("p")
        if all(inner.tag in simple for inner in paragraph.iter() if inner is not paragraph)
        and paragraph not in floating
        and "Click here" not in "".join(paragraph.itertext())
    ]
    said = said_in(paper.sections)
    missing = [text for text in expected if text and text not in said]
    assert expected
    assert not missing


@every_paper
def test_section_titles_are_kept_in_order(corpus: Path, name: str) -> None:
    def titles(sections: Iterable[Section]) -> Iterator[str]:
        for section in sections:
            if section.kind not in ("supplementary-material", "boxed-text"):
                yield section.title
            yield from titles(section.sections)

    body = article_of(corpus / name).find("body")
    assert body is not None
    boxed = {section for box in body.iter("boxed-text") for section in box.iter("sec")}
    expected = [
        "".join(section.findtext("title", "").split()) if len(section[0]) == 0 else None
        for section in body.iter("sec")
        if section not in boxed and section.get("sec-type") != "supplementary-material"
    ]
    found = iter(
        "".join(title.split()) for title in titles(parse_jats((corpus / name).read_bytes()).sections)
    )
    assert all(title in found for title in expected if title)


@every_paper
def test_every_figure_and_table_is_there(corpus: Path, name: str) -> None:
    article = article_of(corpus / name)
    paper = parse_jats((corpus / name).read_bytes())
    figures = [element for element in article.iter() if element.tag == "fig" or is_picture(element)]
    assert len(paper.figures) == len(figures)
    assert len({figure.id for figure in paper.figures}) == len(figures)
    assert all(figure.graphics for figure in paper.figures)
    captions = (prose_of_caption(element, cut_references=True) for element in figures)
    said = (
        text for figure in paper.figures for text in (figure.title.plain, *(p.text for p in figure.caption))
    )
    assert letters(map(without_placeholders, said)) == letters(captions)
    tables = list(article.iter("table-wrap"))
    assert len(paper.tables) == len(tables)
    captions = (prose_of_caption(table, cut_references=False) for table in tables)
    said = (paragraph.text for table in paper.tables for paragraph in table.caption)
    assert letters(map(without_placeholders, said)) == letters(captions)


def prose_of_caption(element: ET.Element, *, cut_references: bool) -> str:
    """A figure's title has its references cut; a paragraph, and a table's title that is one, keeps them."""
    title, *paragraphs = (
        "".join(piece for part in element.findall(f"caption/{tag}") for piece in prose(part))
        for tag in ("title", "p")
    )
    if cut_references:
        title = re.sub(r"\s*\[\d+\](?:,\s*\[\d+\])*", "", title)
    return "".join((title, *paragraphs))


@every_paper
def test_marks_lie_inside_their_paragraph_and_in_order(corpus: Path, name: str) -> None:
    for passage in parse_jats((corpus / name).read_bytes()).passages():
        paragraph = passage.paragraph
        starts = [mark.start for mark in paragraph.marks]
        assert starts == sorted(starts)
        for mark in paragraph.marks:
            marked = paragraph.text[mark.start : mark.end]
            assert marked.strip()
            if mark.kind == "citation":
                assert mark.target
                assert not re.search(r"[([][^)\]]*$", marked), f"cuts a bracket in two: {marked}"


@every_paper
def test_text_is_folded_and_never_empty(corpus: Path, name: str) -> None:
    for passage in parse_jats((corpus / name).read_bytes()).passages():
        text = passage.paragraph.text
        assert text == " ".join(text.split())
        assert text


def test_the_whole_corpus_is_read_in_seconds(corpus: Path) -> None:
    contents = [(corpus / name).read_bytes() for name in NAMES.split()]
    before = time.process_time()
    papers = [parse_jats(content) for content in contents]
    assert time.process_time() - before < 5 * slowness()
    assert sum(1 for paper in papers for _ in paper.passages()) > 1500
