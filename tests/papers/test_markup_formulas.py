from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.papers.jats_samples import marked, paragraphs
from videogen_desktop.papers.markup.formulas import linear_formula
from videogen_desktop.papers.markup.words import words
from videogen_desktop.papers.xml import parse_xml


def line(math: str) -> str:
    return linear_formula(parse_xml(f"<math>{math}</math>".encode()))


@pytest.mark.parametrize(
    ("math", "text"),
    [
        ("<mi>x</mi><mo>=</mo><mn>5</mn>", "x = 5"),
        ("<mi>x</mi><mo>=</mo><mo>−</mo><mn>5</mn><mo>−</mo><mi>y</mi>", "x = −5 − y"),
        ("<msup><mi>x</mi><mn>2</mn></msup>", "x²"),
        ("<msup><mn>10</mn><mrow><mo>−</mo><mn>5</mn></mrow></msup>", "10⁻⁵"),
        ("<msup><mi>e</mi><mrow><mi>k</mi><mi>t</mi></mrow></msup>", "e^kt"),
        ("<msup><mi>e</mi><mrow><mi>k</mi><mo>+</mo><mi>t</mi></mrow></msup>", "e^(k + t)"),
        ("<msub><mi>β</mi><mn>0</mn></msub><mo>+</mo><msub><mi>x</mi><mi>i</mi></msub>", "β₀ + x_i"),
        ("<msub><mi>C</mi><mi>max</mi></msub>", "Cmax"),
        ("<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>", "x_i²"),
        ("<mfrac><mi>a</mi><mrow><mi>b</mi><mo>+</mo><mi>c</mi></mrow></mfrac>", "a/(b + c)"),
        ("<msqrt><mi>n</mi></msqrt><mo>,</mo><mroot><mi>x</mi><mn>3</mn></mroot>", "√n, ³√x"),
        ("<mfenced><mi>a</mi><mi>b</mi></mfenced>", "(a, b)"),
        ("<mover><mi>x</mi><mo>¯</mo></mover>", "x\u0304"),
        (
            "<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><mi>x</mi>",
            "∑[i = 1 to n] x",
        ),
        (
            "<mmultiscripts><mi>He</mi><mprescripts/><none/><mn>3</mn></mmultiscripts><mo>/</mo><mi>Xe</mi>",
            "³He/Xe",
        ),
        ("<mi>f</mi><mo>\u2061</mo><mo>(</mo><mi>x</mi><mo>)</mo>", "f(x)"),
        ("<semantics><mi>x</mi><annotation>x</annotation></semantics>", "x"),
        (
            "<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr><mtr><mtd><mn>3</mn></mtd></mtr></mtable>",
            "1 2; 3",
        ),
        ("<mtext>if  </mtext><mi>x</mi>", "if x"),
        ("<msup><mi>x</mi></msup>", "x"),
        ("", ""),
    ],
)
def test_mathml_reads_as_one_line(math: str, text: str) -> None:
    assert line(math) == text


def test_tex_beside_mathml_is_not_said_twice() -> None:
    (paragraph,) = paragraphs(
        "<p>so <inline-formula><alternatives><inline-graphic/><tex-math>\\(x^2\\)</tex-math>"
        "<mml:math><mml:msup><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:msup></mml:math></alternatives>"
        "</inline-formula> holds</p>"
    )
    assert paragraph.text == "so x² holds"
    assert marked(paragraph, "formula") == ["x²"]


def test_tex_alone_is_kept_without_its_wrapping() -> None:
    (paragraph,) = paragraphs(
        "<p>so <inline-formula><tex-math>\\documentclass{minimal}\\begin{document}$$x^2$$\\end{document}"
        "</tex-math></inline-formula></p>"
    )
    assert paragraph.text == "so x^2"
    assert marked(paragraph, "formula") == ["x^2"]


@pytest.mark.parametrize(
    ("block", "text"),
    [
        ("<disp-formula><label>1</label><graphic xlink:href='e1'/></disp-formula>", "[formula]"),
        ("<disp-formula-group><disp-formula>a = b</disp-formula></disp-formula-group>", "a = b"),
    ],
)
def test_a_formula_beside_paragraphs_is_a_paragraph(block: str, text: str) -> None:
    first, formula = paragraphs(f"<p>First.</p>{block}")
    assert first.text == "First."
    assert formula.text == text
    assert marked(formula, "formula") == [text]


TAGS = words("""
    mrow msup msub msubsup mfrac mover munder munderover msqrt mroot mtable mtr mmultiscripts mprescripts
    semantics mfenced mi mo mn mtext none
""")
TREES = st.recursive(
    st.sampled_from(
        ["<mi>x</mi>", "<mn>2</mn>", "<mo>+</mo>", "<mo>(</mo>", "<mprescripts/>", "<mtext> </mtext>"]
    ),
    lambda inner: st.tuples(st.sampled_from(sorted(TAGS)), st.lists(inner, max_size=4)).map(
        lambda pair: f"<{pair[0]}>{''.join(pair[1])}</{pair[0]}>"
    ),
    max_leaves=12,
)


@given(TREES)
def test_any_tree_becomes_a_line_that_loses_no_letter(math: str) -> None:
    read = line(math)
    assert read == " ".join(read.split())
    if "semantics" not in math and "mfenced" not in math and "m" in read:
        assert set(read) & set("x2+(")
