"""Whatever a title or a name holds, a record stays one record with the fields it was given."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.papers.test_citation import PAPER, lines_of
from videogen_desktop.papers.citation import bibtex, ris, vancouver
from videogen_desktop.papers.model import Author, Paper, PaperIds
from videogen_desktop.papers.richtext import RichText, Run

NASTY = (
    "x\r\nER  - \r\n\r\nTY  - JOUR\r\nTI  - forged",
    "x\u2028ER  - \u0085\x1cTY  - JOUR",
    "}, note = {forged",
    "}\n}\n@article{forged, title = {x",
    "\\",
    "{{{",
    "}}}",
    "a \\} b \\{ c",
    "%\n$x$ #1 ~ ^ & _",
    "\u202egnp.exe\u202c",
    "\ud800",
)
TEXTS = st.one_of(st.sampled_from(NASTY), st.text(max_size=40))
STYLES = st.sampled_from(["", "i", "sub", "sup"])


def hostile(runs: list[tuple[str, str]], name: str) -> Paper:
    return replace(
        PAPER,
        title=RichText(tuple(Run(text, style) for text, style in runs)),
        authors=(Author(name, name), Author(collective=name), Author("Last")),
        ids=PaperIds(doi=f"10.1/{name}", pmid="1"),
        volume=name,
        pages=name,
    )


@given(runs=st.lists(st.tuples(TEXTS, STYLES), max_size=4), name=TEXTS)
@example(runs=[(text, "") for text in NASTY], name=NASTY[0])
@example(runs=[(text, "sup") for text in NASTY], name=NASTY[3])
def test_no_record_of_ris_is_broken(runs: list[tuple[str, str]], name: str) -> None:
    record = ris(hostile(runs, name))
    lines = record.removesuffix("\r\n").splitlines()  # every line end that Unicode knows
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines)
    tags = [line[:2] for line in lines]
    assert tags[0] == "TY"
    assert tags[-1] == "ER"
    assert (tags.count("TY"), tags.count("ER")) == (1, 1)
    assert tags.count("TI") <= 1
    assert lines_of(record)["AU"][-1] == "Last"
    record.encode()


@given(runs=st.lists(st.tuples(TEXTS, STYLES), max_size=4), name=TEXTS)
@example(runs=[(text, "") for text in NASTY], name=NASTY[2])
@example(runs=[(text, "i") for text in NASTY], name=NASTY[4])
def test_no_entry_of_bibtex_is_broken(runs: list[tuple[str, str]], name: str) -> None:
    entry = bibtex([hostile(runs, name)])
    entry.encode()
    head, *fields, end = entry.splitlines()
    assert re.fullmatch(r"@article\{[a-z0-9-]+,", head)
    assert end == "}"
    names = [re.fullmatch(r"  ([a-z]+) = (\{.*\}|[a-z]{3}),", field) for field in fields]
    assert all(names)
    assert len({found[1] for found in names if found}) == len(fields)
    for field in fields:
        assert_braces_close_at_the_end(field.split(" = ", 1)[1].removesuffix(","))


def assert_braces_close_at_the_end(value: str) -> None:
    """As BibTeX counts: every brace, escaped or not; the value ends where its first brace is closed."""
    depth = 0
    for position, letter in enumerate(value):
        depth += {"{": 1, "}": -1}.get(letter, 0)
        assert depth > 0 or position == len(value) - 1 or not value.startswith("{")
    assert depth == 0


@given(runs=st.lists(st.tuples(TEXTS, STYLES), max_size=4), name=TEXTS)
def test_a_reference_in_plain_text_is_one_line(runs: list[tuple[str, str]], name: str) -> None:
    reference = vancouver(hostile(runs, name))
    assert len(reference.splitlines()) == 1
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x1f\x7f-\x9f]", reference)
    reference.encode()


@pytest.mark.parametrize("text", NASTY)
def test_a_specials_title_is_escaped_not_dropped(text: str) -> None:
    letters = re.findall(r"[a-z]{2,}", text)
    assert all(word in bibtex([hostile([(text, "")], "n")]) for word in letters)
