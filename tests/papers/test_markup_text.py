from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.papers.jats_samples import article, marked, paragraphs, texts
from videogen_desktop.papers.markup.text import ParagraphCollector, RunCollector
from videogen_desktop.papers.richtext import Run, Style


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("10<sup>5</sup> cells", "10⁵ cells"),
        ("10<sup>−5</sup> M, 10<sup>-5</sup> M", "10⁻⁵ M, 10⁻⁵ M"),
        ("H<sub>2</sub>O and p<sub>trend</sub>", "H₂O and ptrend"),
        (
            "<sup>13</sup>C and <italic>Trp53</italic><sup><italic>fl</italic>/<italic>fl</italic></sup>",
            "¹³C and Trp53^fl/fl",
        ),
        (
            "CD4<sup>+</sup> T cells, the 5<sup>th</sup> day, Acme<sup>®</sup>",
            "CD4⁺ T cells, the 5th day, Acme®",
        ),
        ("x<sub>i<sup>2</sup></sub>", "xi²"),
        ("10<italic><sup>3</sup></italic> x", "10³ x"),
        (
            "<bold>a</bold><italic>b</italic><underline>c</underline><sc>d</sc> <monospace>e</monospace>",
            "abcd e",
        ),
        ("one<break/>two", "one two"),
        ("a\u00a0b\u2009c\n\t d", "a b c d"),
        ("the model\u0092s fit \u0096 \u0093good\u0094\u0081", "the model’s fit – “good”"),
        ("soft\u00adhyphen, zero\u200bwidth", "softhyphen, zerowidth"),
        ("\u202eevil\u202c \u2066isolated\u2069", "evil isolated"),
        ("β\n\t\t<sub>2</sub>-agonist", "β₂-agonist"),
        ("given with\n\t\t<sup>13</sup>C", "given with ¹³C"),
        ("<named-content>DNA</named-content>-binding <ext-link>site</ext-link>.", "DNA-binding site."),
        ("seen <index-term><term>hidden</term></index-term>here", "seen here"),
        (
            "a sign <inline-graphic/> and <inline-graphic><alt-text>→</alt-text></inline-graphic>",
            "a sign [symbol] and →",
        ),
    ],
)
def test_inline_markup_becomes_text(markup: str, text: str) -> None:
    assert texts(f"<p>{markup}</p>") == [text]


def test_blocks_part_words_and_inline_elements_do_not() -> None:
    assert texts("<p>before<list><list-item><p>item</p></list-item></list>after</p>") == [
        "before",
        "item",
        "after",
    ]
    assert texts("<p>one</p><p>two</p>") == ["one", "two"]
    assert texts("<p>a figure <fig id='f'><graphic xlink:href='f'/></fig>floats by</p>") == [
        "a figure floats by"
    ]


def test_a_displayed_formula_stays_in_its_sentence() -> None:
    assert texts("<p>given by<disp-formula><label>(1)</label>E = mc<sup>2</sup></disp-formula>where</p>") == [
        "given by E = mc² where"
    ]


def test_marks_of_italics_references_and_formulas() -> None:
    (paragraph,) = paragraphs(
        "<p>  In <italic>E. coli</italic> (<xref ref-type='fig' rid='f1'>Figure 1</xref>A, "
        "<xref ref-type='table' rid='t1'>Table 1</xref>, "
        "<xref ref-type='supplementary-material' rid='s1'>Table S1</xref>, "
        "<xref ref-type='supplementary-material' rid='s2'>Movie S1</xref>) we saw "
        "<inline-formula><inline-graphic/></inline-formula>.</p>"
    )
    assert paragraph.text == "In E. coli (Figure 1A, Table 1, Table S1, Movie S1) we saw [formula]."
    assert marked(paragraph, "italic") == ["E. coli"]
    assert marked(paragraph, "figure-ref") == ["Figure 1", "Movie S1"]
    assert marked(paragraph, "table-ref") == ["Table 1", "Table S1"]
    assert marked(paragraph, "formula") == ["[formula]"]
    assert [mark.target for mark in paragraph.marks if mark.kind == "figure-ref"] == ["f1", "s2"]


def test_a_mark_never_includes_the_space_around_it() -> None:
    (paragraph,) = paragraphs("<p>the<italic> lac </italic>operon</p>")
    assert paragraph.text == "the lac operon"
    assert marked(paragraph, "italic") == ["lac"]


def test_a_mark_ends_where_its_words_end_when_a_line_break_is_taken_back() -> None:
    (paragraph,) = paragraphs("<p>a <italic>β\n\t</italic><sub>2</sub>-agonist</p>")
    assert paragraph.text == "a β₂-agonist"
    assert marked(paragraph, "italic") == ["β"]


def test_a_title_keeps_its_runs_and_loses_its_footnotes() -> None:
    title = article(
        meta="<title-group><article-title>Effects of\n <italic>Drosophila</italic>  H<sub>2</sub>O"
        "<sup>+</sup> on <bold>ageing</bold><xref ref-type='fn' rid='n1'>*</xref><fn><p>A note.</p></fn>"
        "</article-title><subtitle>A trial</subtitle></title-group>"
    ).title
    assert title.runs == (
        Run("Effects of "),
        Run("Drosophila", "i"),
        Run(" H"),
        Run("2", "sub"),
        Run("O"),
        Run("+", "sup"),
        Run(" on ageing"),
        Run(": "),
        Run("A trial"),
    )
    assert title.plain == "Effects of Drosophila H₂O⁺ on ageing: A trial"


def test_a_heading_loses_its_citations_whole() -> None:
    figure = article(
        "<fig id='f'><caption><title>Regions <xref ref-type='bibr' rid='a'>[29]</xref>, "
        "<xref ref-type='bibr' rid='b'>[30]</xref>. Shown as by <xref ref-type='bibr' rid='c'>Smith</xref>"
        "<xref ref-type='bibr' rid='d'><sup>4</sup></xref>.</title></caption></fig>"
    ).figures[0]
    assert figure.title.plain == "Regions. Shown as by Smith."


PIECES = st.lists(
    st.tuples(st.text("ab1 \n,[]()−", max_size=5), st.sampled_from(get_args(Style))), max_size=8
)


@given(PIECES)
def test_any_pieces_fold_to_the_same_words(pieces: list[tuple[str, Style]]) -> None:
    runs, paragraph = RunCollector(), ParagraphCollector()
    for text, style in pieces:
        runs.add(text, style)
        paragraph.add(text, style)
    title = runs.take()
    joined = "".join(run.text for run in title.runs)
    assert joined == " ".join("".join(text for text, _ in pieces).split())
    assert all(run.text for run in title.runs)
    taken = paragraph.take()
    assert taken is None or taken.text == " ".join(taken.text.split())


@given(st.lists(st.one_of(st.text("ab 1", max_size=4), st.sampled_from(["<", ">"])), max_size=12))
def test_marks_stay_inside_whatever_is_opened_and_closed(actions: list[str]) -> None:
    collector, depth = ParagraphCollector(), 0
    for action in actions:
        if action == "<":
            collector.open("italic")
            depth += 1
        elif action == ">" and depth:
            collector.close()
            depth -= 1
        elif action not in "<>":
            collector.add(action)
    paragraph = collector.take()
    for mark in paragraph.marks if paragraph else ():
        assert 0 <= mark.start < mark.end <= len(paragraph.text if paragraph else "")
        assert paragraph
        assert paragraph.text[mark.start : mark.end].strip() == paragraph.text[mark.start : mark.end]
