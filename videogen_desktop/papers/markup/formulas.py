"""A formula as one readable line: from MathML, else from its letters, else from its TeX.

The elements are those of MathML 3 presentation markup (https://www.w3.org/TR/MathML3/chapter3.html).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from videogen_desktop.papers.markup.text import RunCollector, folded
from videogen_desktop.papers.markup.words import words
from videogen_desktop.papers.richtext import flattened

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from xml.etree.ElementTree import Element

    from videogen_desktop.papers.richtext import Style

_SCRIPT_STYLES: dict[str, Style] = {"sub": "sub", "sup": "sup", "italic": "i", "i": "i"}
_NOT_SHOWN = words("""
    label graphic inline-graphic alt-text long-desc object-id permissions annotation annotation-xml mphantom
    maligngroup malignmark none mprescripts
    """)
_INVISIBLE = dict.fromkeys(range(0x2061, 0x2065), None)
_RELATIONS = words("= ≠ ≈ ∼ ~ ≅ ≡ < > ≤ ≥ ≪ ≫ ∈ ∉ ⊂ ⊆ → ← ↔ ⇒ ⇔ ↦ ∝ + − × · ⋅ ± ∓ ÷ ∗ ∪ ∩ ∧ ∨ ∣ :=")
_SIGNS = words("+ − - ± ∓")
_OPENING = words("( [ { |")
_ACCENTS = {
    "^": "\u0302", "ˆ": "\u0302", "ˉ": "\u0304", "¯": "\u0304", "‾": "\u0304", "_": "\u0304", "~": "\u0303",
    "˜": "\u0303", "∼": "\u0303", ".": "\u0307", "˙": "\u0307", "¨": "\u0308", "→": "\u20d7", "⇀": "\u20d7",
}  # fmt: skip
_SIMPLE = re.compile(r"[\w.∞πµ%′̀-ͯ⁰-ₜ]*")
_TEX_BODY = re.compile(r"\\begin\{document\}(.*?)\\end\{document\}", re.DOTALL)


def linear_formula(element: Element) -> str:
    """Return a formula as one line of text, empty when it is only a picture.

    Args:
        element: A ``math`` or ``tex-math``, or an element of JATS that holds one or is written in letters.
    """
    if element.tag == "math":
        return folded(_row(list(element)))
    if element.tag == "tex-math":
        return _tex(element)
    collector = RunCollector()
    _letters(collector, element, "", element.find(".//math") is not None)
    return collector.take().plain


def _letters(into: RunCollector, element: Element, style: Style, has_math: bool) -> None:
    """Write what the formula shows; TeX beside MathML says the same again and is left out."""
    into.add(element.text or "", style)
    for child in element:
        if child.tag == "math" or (child.tag == "tex-math" and not has_math):
            into.add(linear_formula(child), style)
        elif child.tag not in _NOT_SHOWN and child.tag != "tex-math":
            _letters(into, child, _SCRIPT_STYLES.get(child.tag, style), has_math)
        into.add(child.tail or "", style)


def _tex(element: Element) -> str:
    source = "".join(element.itertext())
    body = _TEX_BODY.search(source)
    return folded((body.group(1) if body else source).replace("$", " "))


def _row(parts: Sequence[Element]) -> str:
    """Write parts one after another, relations with a space on each side and signs with none."""
    line = ""
    for part in parts:
        text = _linear(part)
        if part.tag != "mo":
            line += text
        elif text in _RELATIONS and not _is_sign(text, line):
            line = f"{line.rstrip()} {text} "
        elif text in {",", ";"}:
            line = f"{line.rstrip()}{text} "
        else:
            line += text
    return line.strip()


def _is_sign(operator: str, before: str) -> bool:
    """Whether a plus or minus stands before a number rather than between two."""
    last = before.rstrip()[-1:]
    return operator in _SIGNS and (not last or last in _OPENING or last in _RELATIONS or last in {",", ";"})


def _linear(element: Element) -> str:
    if element.tag in _NOT_SHOWN:
        return ""
    children = list(element)
    writer, count = _WRITERS.get(element.tag, (None, 0))
    if writer and len(children) >= count:
        return writer(children)
    if element.tag in {"mtext", "ms"}:
        return " ".join(("x" + (element.text or "") + "x").split())[1:-1]
    if element.tag == "mspace":
        return " "
    if element.tag == "mfenced":
        inner = ", ".join(_linear(child) for child in children)
        return f"{element.get('open', '(')}{inner}{element.get('close', ')')}"
    if children:
        return _row(children)
    return folded(element.text or "").translate(_INVISIBLE)


def _grouped(text: str) -> str:
    return text if _SIMPLE.fullmatch(text) or (text[:1] == "(" and text[-1:] == ")") else f"({text})"


def _raised(text: str) -> str:
    if text in {"′", "″", "*", "†", "°"}:
        return text
    raised = flattened(text, "sup")
    return f"^{_grouped(text)}" if raised.startswith("^") else raised


def _lowered(text: str) -> str:
    """An index of one letter gets an underscore (``x_i``); a word stays joined (``Cmax``)."""
    if len(text) == 1 and text.isalpha():
        return f"_{text}"
    lowered = flattened(text, "sub")
    return lowered if _SIMPLE.fullmatch(lowered) else f"_({text})"


def _superscript(parts: Sequence[Element]) -> str:
    return _base(parts[0]) + _raised(_linear(parts[1]))


def _subscript(parts: Sequence[Element]) -> str:
    return _base(parts[0]) + _lowered(_linear(parts[1]))


def _both_scripts(parts: Sequence[Element]) -> str:
    return _base(parts[0]) + _lowered(_linear(parts[1])) + _raised(_linear(parts[2]))


def _base(element: Element) -> str:
    text = _linear(element)
    return (
        text
        if len(text) <= 1 or element.tag in {"mi", "mn", "mo", "mtext"} or text[-1:] in ")]|"
        else _wrapped(text)
    )


def _wrapped(text: str) -> str:
    return f"({text})" if " " in text else text


def _fraction(parts: Sequence[Element]) -> str:
    return f"{_grouped(_linear(parts[0]))}/{_grouped(_linear(parts[1]))}"


def _root(parts: Sequence[Element]) -> str:
    return f"√{_grouped(_row(parts))}"


def _nth_root(parts: Sequence[Element]) -> str:
    return f"{_raised(_linear(parts[1]))}√{_grouped(_linear(parts[0]))}"


def _over(parts: Sequence[Element]) -> str:
    base, above = _linear(parts[0]), _linear(parts[1])
    if above in _ACCENTS and len(base) == 1:
        return base + _ACCENTS[above]
    return base if above in _ACCENTS else base + _raised(above)


def _under(parts: Sequence[Element]) -> str:
    return _linear(parts[0]) + _limits(_linear(parts[1]))


def _under_over(parts: Sequence[Element]) -> str:
    return _linear(parts[0]) + _limits(f"{_linear(parts[1])} to {_linear(parts[2])}")


def _limits(text: str) -> str:
    return f"[{text}] " if text else ""


def _table(parts: Sequence[Element]) -> str:
    return "; ".join(" ".join(filter(None, (_linear(cell) for cell in row))) for row in parts)


def _many_scripts(parts: Sequence[Element]) -> str:
    """Scripts come in pairs, below and above: those after ``mprescripts`` stand before the base (³He)."""
    tags = [part.tag for part in parts]
    split = tags.index("mprescripts") if "mprescripts" in tags else len(parts)
    return _pairs(parts[split + 1 :]) + _base(parts[0]) + _pairs(parts[1:split])


def _pairs(parts: Sequence[Element]) -> str:
    below, above = "".join(map(_linear, parts[::2])), "".join(map(_linear, parts[1::2]))
    return (_lowered(below) if below else "") + (_raised(above) if above else "")


def _first(parts: Sequence[Element]) -> str:
    return _linear(parts[0])


_WRITERS: dict[str, tuple[Callable[[Sequence[Element]], str], int]] = {
    "msup": (_superscript, 2),
    "msub": (_subscript, 2),
    "msubsup": (_both_scripts, 3),
    "mfrac": (_fraction, 2),
    "msqrt": (_root, 1),
    "mroot": (_nth_root, 2),
    "mover": (_over, 2),
    "munder": (_under, 2),
    "munderover": (_under_over, 3),
    "mtable": (_table, 1),
    "mmultiscripts": (_many_scripts, 1),
    "semantics": (_first, 1),
    "maction": (_first, 1),
}
"""How an element is written, and how many children it must have."""
