from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.papers.jats_samples import article, marked, outline, paragraphs, texts
from videogen_desktop.errors import VideoGenError
from videogen_desktop.papers.jats import parse_jats
from videogen_desktop.papers.xml import MAX_DEPTH


def test_sections_nest_and_keep_their_titles_and_kinds() -> None:
    paper = article(
        "<p>Before all.</p><sec sec-type='methods'><title>Methods</title><p>M1.</p>"
        "<sec><label>1</label><title>Mice <xref ref-type='fn' rid='x'>*</xref></title><p>M2.</p></sec></sec>"
        "<sec><title/><p>Untitled.</p></sec>"
    )
    assert outline(paper.sections) == [
        ["", "", ["Before all."], []],
        ["Methods", "methods", ["M1."], [["Mice", "", ["M2."], []]]],
        ["", "", ["Untitled."], []],
    ]
    assert [(p.section, p.locator, p.kind, p.index) for p in paper.passages()] == [
        ((), "body/0", "", 1),
        (("Methods",), "body/1", "methods", 1),
        (("Methods", "Mice"), "body/1/0", "methods", 1),
        ((), "body/2", "", 1),
    ]


def test_what_follows_a_subsection_stays_behind_it() -> None:
    paper = article("<sec><title>R</title><p>1</p><sec><title>S</title><p>2</p></sec><p>3</p></sec>")
    assert outline(paper.sections) == [["R", "", ["1"], [["S", "", ["2"], []], ["", "", ["3"], []]]]]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            (
                "<p>We used: <list><title>Tools</title><list-item><label>a)</label><p>first</p><p>more</p>"
                "</list-item><list-item><p>second <list><list-item><p>inner</p></list-item></list> end</p>"
                "</list-item></list> and so on.</p>"
            ),
            ["We used:", "Tools", "first", "more", "second", "inner", "end", "and so on."],
        ),
        ("<p>Only <list><list-item><p>one</p></list-item></list>.</p>", ["Only", "one"]),
        (
            (
                "<def-list><title>Terms</title><def-item><term>PPV</term><def>"
                "<p>predictive value</p><p>more</p>"
                "</def></def-item><def-item><term><italic>R</italic></term><def><p>ratio</p></def></def-item>"
                "</def-list>"
            ),
            ["Terms", "PPV: predictive value", "more", "R: ratio"],
        ),
        ("<disp-quote><p>Words.</p><attrib>A. Person</attrib></disp-quote>", ["Words.", "A. Person"]),
        ("<p>As said: <disp-quote><p>Words.</p></disp-quote></p>", ["As said:", "Words."]),
        (
            (
                "<statement><label>Theorem 1</label><title>Bound</title><p>It holds.</p><p>Always."
                "</p></statement>"
            ),
            ["Theorem 1 Bound. It holds.", "Always."],
        ),
        (
            (
                "<verse-group><verse-line>One line</verse-line><verse-line>and another</verse-line>"
                "</verse-group>"
            ),
            ["One line and another"],
        ),
        ("<preformat>a  b\n c</preformat>", ["a b c"]),
        ("<speech><speaker>Ann</speaker><p>Hello.</p></speech>", ["Ann", "Hello."]),
        ("<p>Text<fn><label>1</label><p>The note.</p></fn> goes on.</p>", ["Text goes on.", "The note."]),
        ("<p>A <table-wrap><label>T</label><table><tr><td>9</td></tr></table></table-wrap> B</p>", ["A B"]),
        ("<unheard-of><p>Kept.</p><other>Kept too.</other></unheard-of>", ["Kept.", "Kept too."]),
        ("<unheard-of>Kept as well.</unheard-of>", ["Kept as well."]),
        ("<p/><p> </p><p>…</p>", []),
        ("<p>Kept.<p>Nested.</p>Tail.</p>", ["Kept.", "Nested.", "Tail."]),
        ("<question-wrap><question><p>Why?</p></question></question-wrap>", ["Why?"]),
    ],
)
def test_everything_that_is_prose_is_a_paragraph(block: str, expected: list[str]) -> None:
    assert texts(f"<sec>{block}</sec>") == expected
    assert texts(block) == expected


def test_a_mark_that_a_list_interrupts_goes_on_behind_it() -> None:
    found = paragraphs("<p><italic>one <list><list-item><p>two</p></list-item></list> three</italic></p>")
    assert [(p.text, marked(p, "italic")) for p in found] == [
        ("one", ["one"]),
        ("two", []),
        ("three", ["three"]),
    ]


def test_a_box_is_a_section_of_its_own_in_its_place() -> None:
    paper = article(
        "<sec><title>Results</title><p>1</p>"
        "<boxed-text><label>Box 1</label><caption><title>What is it?</title><p>Lead.</p>"
        "</caption><p>2</p></boxed-text>"
        "<p>3</p><boxed-text><sec><title>Key points</title><p>4</p></sec></boxed-text>"
        "<p>5 <boxed-text><p>6</p></boxed-text> 7</p></sec>"
    )
    assert outline(paper.sections) == [
        [
            "Results",
            "",
            ["1"],
            [
                ["Box 1. What is it?", "boxed-text", ["Lead.", "2"], []],
                ["", "", ["3"], []],
                ["Key points", "boxed-text", ["4"], []],
                ["", "", ["5"], []],
                ["", "boxed-text", ["6"], []],
                ["", "", ["7"], []],
            ],
        ]
    ]


def test_supplements_and_videos_are_kept_apart_by_their_kind() -> None:
    paper = article(
        "<sec sec-type='supplementary-material'><title>Supporting</title>"
        "<supplementary-material><label>Text S1.</label><caption><title>Methods.</title>"
        "<p>Long.</p></caption>"
        "<media><caption><p>Click here for additional data file.</p></caption></media>"
        "</supplementary-material>"
        "<supplementary-material mimetype='image/tiff' xlink:href='s1'><label>Figure S1</label>"
        "<caption><p>A picture."
        "</p></caption></supplementary-material><media mimetype='video'><label>Video 1</label></media></sec>"
    )
    assert outline(paper.sections) == [
        [
            "Supporting",
            "supplementary-material",
            [],
            [
                ["Text S1. Methods", "supplementary-material", ["Long."], []],
                ["Video 1", "supplementary-material", [], []],
            ],
        ]
    ]
    assert [(figure.label, figure.graphics) for figure in paper.figures] == [("Figure S1", ("s1",))]


def test_floats_reviews_and_references_are_no_prose() -> None:
    paper = article(
        "<sec><title>A</title><p>Text.</p><fig id='f'><caption><p>Cap.</p></caption></fig>"
        "<ref-list><p>Refs.</p>"
        "</ref-list><disp-formula><graphic/></disp-formula></sec>",
        after="<floats-group><fig id='g'><caption><p>Float.</p></caption></fig></floats-group>"
        "<sub-article><body><p>Decision letter.</p><fig id='h'/></body></sub-article>"
        "<response><body><p>Reply.</p></body></response>",
    )
    assert [passage.paragraph.text for passage in paper.passages()] == ["Text.", "[formula]"]
    assert [figure.id for figure in paper.figures] == ["f", "g"]


def test_back_matter_stands_behind_the_body_with_its_kind() -> None:
    paper = article(
        "<p>Body.</p>",
        back="<ack><title>Thanks</title><p>We thank.</p></ack><ref-list><ref><p>No.</p></ref></ref-list>"
        "<app-group><app><label>Appendix 1</label><sec><title>More</title><p>Proof.</p></sec>"
        "</app></app-group>"
        "<fn-group><fn fn-type='conflict'><p>None.</p></fn><fn><p>A note.</p></fn></fn-group>"
        "<glossary><def-list><def-item><term>A</term><def><p>b</p></def></def-item></def-list></glossary>"
        "<notes notes-type='data-availability'><p>On request.</p></notes>"
        "<sec sec-type='additional-information'><title>S</title><p>x</p></sec>"
        "<sec sec-type='methods'><title>Methods</title><p>y</p></sec>",
    )
    assert outline(paper.sections) == [
        ["", "", ["Body."], []],
        ["Thanks", "acknowledgements", ["We thank."], []],
        ["Appendix 1", "appendix", [], [["More", "", ["Proof."], []]]],
        ["", "footnotes", ["A note."], []],
        ["", "glossary", ["A: b"], []],
        ["", "notes", ["On request."], []],
        ["S", "back-matter", ["x"], []],
        ["Methods", "methods", ["y"], []],
    ]


@pytest.mark.parametrize("body", [b"", b"<body/>", b"<body><sec><title>Text</title><fig/></sec></body>"])
def test_back_matter_alone_is_no_full_text(body: bytes) -> None:
    paper = parse_jats(b"<article>" + body + b"<back><ack><p>We thank.</p></ack></back></article>")
    assert paper.sections == ()
    assert not paper.has_full_text


@pytest.mark.parametrize("tag", ["sec", "italic", "sup", "list", "boxed-text", "unheard-of", "disp-formula"])
def test_the_deepest_nesting_that_is_allowed_is_read(tag: str) -> None:
    depth = MAX_DEPTH - 3
    words = "".join(f"<{tag}>w" for _ in range(depth)) + f"</{tag}>" * depth
    paper = parse_jats(f"<article><body><p>{words}</p></body></article>".encode())
    assert "".join(passage.paragraph.text for passage in paper.passages()).count("w") == depth


def test_paragraphs_in_paragraphs_without_end_are_refused() -> None:
    depth = MAX_DEPTH - 3
    xml = "<article><body>" + "<p>w" * depth + "</p>" * depth + "</body></article>"
    limit = sys.getrecursionlimit()
    with pytest.raises(VideoGenError) as caught:
        parse_jats(xml.encode())
    assert caught.value.code == "bad-xml"
    assert sys.getrecursionlimit() == limit


def test_deepest_mathematics_is_read() -> None:
    depth = MAX_DEPTH - 6
    rows = "<mrow>" * depth + "<mi>x</mi>" + "</mrow>" * depth
    xml = f"<article><body><p><disp-formula><math>{rows}</math></disp-formula></p></body></article>"
    assert [passage.paragraph.text for passage in parse_jats(xml.encode()).passages()] == ["x"]


@pytest.mark.parametrize(
    ("xml", "code"),
    [
        (b"<html/>", "bad-xml"),
        (b"<PubmedArticleSet/>", "bad-xml"),
        (b"<pmc-articleset/>", "paper-not-found"),
        (b"<pmc-articleset><Reply Id='1' error='The following PMCID is not available: 1'/></pmc-articleset>",)
        * 1
        + ("paper-not-found",),
    ],
)
def test_what_holds_no_article_is_refused(xml: bytes, code: str) -> None:
    with pytest.raises(VideoGenError) as caught:
        parse_jats(xml)
    assert caught.value.code == code


def test_wrappers_and_namespaces_are_looked_through() -> None:
    wrapped = (
        b"<OAI-PMH xmlns='urn:oai'><GetRecord><record><metadata>"
        b"<article xmlns='https://jats.nlm.nih.gov/ns/'>"
        b"<body><p>Text.</p></body></article></metadata></record></GetRecord></OAI-PMH>"
    )
    assert [passage.paragraph.text for passage in parse_jats(wrapped).passages()] == ["Text."]


def test_an_article_whose_text_is_withheld_has_its_abstract() -> None:
    paper = parse_jats(
        b"<pmc-articleset><article>"
        b"<!--The publisher of this article does not allow downloading of the full text in "
        b"XML form.--><front><article-meta><abstract><p>Short.</p></abstract></article-meta>"
        b"</front></article>"
        b"</pmc-articleset>",
        "pmc-efetch",
    )
    assert not paper.has_full_text
    assert paper.origin == "pmc-efetch"
    assert [passage.paragraph.text for passage in paper.passages()] == ["Short."]


INLINE = st.recursive(
    st.sampled_from(["alpha ", "beta, ", " 12", "γ"]),
    lambda inner: st.tuples(
        st.sampled_from(
            ["p", "italic", "sec", "list", "list-item", "boxed-text", "disp-quote", "x", "ext-link"]
        ),
        st.lists(inner, max_size=4),
    ).map(lambda pair: f"<{pair[0]}>{''.join(pair[1])}</{pair[0]}>"),
    max_leaves=20,
)


@given(st.lists(INLINE, max_size=5))
def test_whatever_the_nesting_every_word_is_there_in_order(parts: list[str]) -> None:
    content = "".join(f"<p>{part}</p>" for part in parts)
    expected = "".join(parse_text(content))
    assert "".join("".join(texts(content)).split()) == expected


def parse_text(content: str) -> str:
    """The letters of a piece of XML, without its tags."""
    return "".join(part.rpartition(">")[2] for part in content.split("<")).replace(" ", "").replace("\n", "")
