from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.papers.jats_samples import paragraphs
from tests.yardstick import slowness
from videogen_desktop.papers.markup.citations import cuttable
from videogen_desktop.papers.model import Mark


def cut(markup: str) -> str:
    """Write ``{…}`` for a link to the bibliography; return the text without what can be cut."""
    linked = markup.replace("{", "<xref ref-type='bibr' rid='r'>").replace("}", "</xref>")
    (paragraph,) = paragraphs(f"<p>{linked}</p>")
    text = paragraph.text
    for mark in reversed([mark for mark in paragraph.marks if mark.kind == "citation"]):
        text = text[: mark.start] + "|" + text[mark.end :]
    return text


@pytest.mark.parametrize(
    ("markup", "left"),
    [
        ("as shown [{12},{13}].", "as shown |."),
        ("as shown [{12}]-[{14}], and [{15}].", "as shown |, and |."),
        ("as shown {[9]}–{[17]}.", "as shown |."),
        ("as shown {[7]}, {[8]}, sharks", "as shown |, sharks"),
        ("as shown ({[1]}) here", "as shown | here"),
        ("as shown [{12},13-{15}].", "as shown |."),
        ("shown<sup>{12},{13}</sup>. Next", "shown|. Next"),
        ("shown{<sup>12–15</sup>} next", "shown| next"),
        ("shown<sup>{1} {2}</sup> next", "shown| next"),
        ("shown <sup>[{1}]</sup> next", "shown | next"),
        ("shown ({Smith <italic>et al</italic>, 2010}; {Jones, 2011}).", "shown |."),
        ("shown (Smith et al., {2010}).", "shown |."),
        ("shown (van der Berg and O’Brien, {2010a}, {b}; Li, {2011}).", "shown |."),
        ("methods (e.g., [{10}, {11}]) exist", "methods | exist"),
        ("methods (reviewed in {Smith 2010}) exist", "methods | exist"),
        ("methods (for reviews, see refs {10} and {11}) exist", "methods | exist"),
        # what belongs to the sentence stays
        ("{Schriks and co-workers (2007)} found", "Schriks and co-workers | found"),
        ("{Smith et al.} found", "Smith et al. found"),
        ("Smith et al. [{4}] found", "Smith et al. | found"),
        ("as in ref. {12} of it", "as in ref. 12 of it"),
        ("in mice (n = 5, {Smith 2010}, treated)", "in mice (n = 5, Smith 2010, treated)"),
        ("in mice (twice as many as in {Smith 2010})", "in mice (twice as many as in Smith 2010)"),
        # a comma goes with the reference that it parts from the rest
        ("seen (see [{4}], p. 64)", "seen (see |, p. 64)"),
        ("seen ([{4}], p. 64)", "seen (|p. 64)"),
        ("seen (Figure 1; {Smith 2010})", "seen (Figure 1|)"),
        ("seen (Figure 1; {Smith 2010}; Table 2)", "seen (Figure 1|; Table 2)"),
        ("seen ({Smith 2010}; Figure 1)", "seen (|Figure 1)"),
        # brackets that are no references
        ("F[1,3] = 2 in [{5}]", "F[1,3] = 2 in |"),
        ("one ) stray ] bracket [{5}] ( here", "one ) stray ] bracket | ( here"),
    ],
)
def test_what_can_be_cut_is_marked_whole(markup: str, left: str) -> None:
    assert cut(markup) == left


def test_a_footnote_sign_can_be_cut() -> None:
    (paragraph,) = paragraphs(
        "<p>shown<xref ref-type='fn' rid='n1'>*</xref> and <fn><p>The note.</p></fn>said.</p>"
    )[:1]
    assert paragraph.text == "shown* and said."
    assert [(mark.start, mark.end, mark.target) for mark in paragraph.marks] == [(5, 6, "n1")]


def test_targets_are_kept() -> None:
    (paragraph,) = paragraphs(
        "<p>x [<xref ref-type='bibr' rid='b1 b2'>1,2</xref>,<xref ref-type='bibr' rid='b3'>3</xref>]</p>"
    )
    assert [mark.target for mark in paragraph.marks] == ["b1 b2 b3"]


@given(
    st.text("ab1 ,;[]().–", max_size=40),
    st.lists(st.tuples(st.integers(0, 39), st.integers(1, 8)), max_size=5),
)
def test_marks_never_overlap_or_leave_the_text(text: str, spans: list[tuple[int, int]]) -> None:
    pointers = [
        Mark(start, min(start + length, len(text)), "citation")
        for start, length in spans
        if start < len(text)
    ]
    marks = cuttable(text, pointers)
    assert all(0 <= mark.start < mark.end <= len(text) for mark in marks)
    assert marks == sorted(marks, key=lambda mark: mark.start)


def test_a_paragraph_of_nothing_but_brackets_and_links_is_quick() -> None:
    text = "([1" * 50_000 + "])" * 50_000
    pointers = [Mark(start, start + 1, "citation") for start in range(2, 150_000, 3)]
    before = time.process_time()
    cuttable(text, pointers)
    assert time.process_time() - before < 10 * slowness()
