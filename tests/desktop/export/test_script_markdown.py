from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.desktop.export.finished import FACTS, script_of
from videogen_desktop.desktop.export.script_markdown import script_markdown
from videogen_desktop.papers.in_hand import read_in_hand
from videogen_desktop.pipeline.script import FigureUse, Line, Scene, Script, Sentence, Source, write_script

if TYPE_CHECKING:
    from pathlib import Path

NASTY = (
    "<script>alert(1)</script>", "<b>x</b>", "[click](https://evil.example)", "![x](x.png)",
    "<https://evil.example>", "https://evil.example", "www.evil.example", "# heading", "1. list",
    "10) list", "- item", "+ item", "* item", "> quote", "```code", "~~~", "    code", "a\\n\\n# b",
    "a\n\n# b\n<hr>", "===", "---", "***", "&lt;b&gt;", "a | b\\", "[x]: https://evil.example", "<!-- x",
    "$x$", "\\<b>", "*a* _b_ `c` ~~d~~", "-5 mg", "\ud800", "\u2028# x", " ",
)  # fmt: skip


def markdown(script: Script) -> str:
    told = script_markdown(msgspec.json.encode(script), "")
    assert told is not None
    return told


def rendered(text: str) -> str:
    """As a renderer that knows tables and strikes through shows it, HTML let through."""
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text)


def full_of(text: str) -> Script:
    """A script that says ``text`` wherever it says anything."""
    said = text.encode("utf-8", "replace").decode()
    source = Source(said, "x", 2, 3, said)
    base = script_of(replace(FACTS, title=said))
    scene = Scene(
        "figure",
        said,
        (Sentence(said, source),),
        (Line(said, source),),
        FigureUse("f", "figures/f.jpg", said, said, may_move=False),
    )
    card = replace(base.card, authors=said, journal=said, year=said, doi=said, licence=said)
    return replace(base, card=card, scenes=(scene, scene), banner=said, notes=(said,))


def test_a_script_says_for_each_sentence_where_the_paper_says_it() -> None:
    assert markdown(replace(script_of(FACTS), banner="Retracted paper", notes=("A note.",))) == (
        "# Imaging of cortical circuits: three dimensions\n\n"
        "**Retracted paper**\n\n"
        "- Authors: Yang W\n- Journal: eLife\n- Year: 2018\n- DOI: 10\\.7554/eLife.32671\n- PMID: 29608148\n"
        "- Licence: CC BY\n\n"
        "## 1. What was found\n\n"
        "- They imaged 100 cells.\n"
        "  - *Abstract › Results*, paragraph 1, sentence 2: “We imaged 100 cells.”\n\n"
        "## Notes\n\n"
        "- A note.\n"
    )


@given(
    st.one_of(
        st.sampled_from(NASTY), st.text(st.sampled_from("<>[]()!#*_`~-+=.1 \n\\&|:/wahtps@$"), max_size=30)
    )
)
@example(NASTY[0])
@example("\n".join(NASTY[:30]))
def test_no_words_become_markup(text: str) -> None:
    html = rendered(markdown(full_of(text)))
    tags = re.findall(r"</?([a-z0-9]+)", html)
    assert set(tags) <= {"h1", "h2", "ul", "li", "p", "strong", "em"}
    assert "href" not in html
    assert "<!--" not in html
    headings = 2 + 1 + 1  # scenes, title, notes
    assert len(re.findall(r"<h[12]>", html)) == headings


@pytest.mark.parametrize(
    "text",
    [
        text
        for text in NASTY
        if "\n" not in text and "\u2028" not in text and text != "\ud800" and text.strip()
    ],
)
def test_words_read_as_they_were_written(text: str) -> None:
    html = rendered(markdown(full_of(text)))
    shown = html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")
    assert f"<h1>{' '.join(text.split())}</h1>" in shown


def test_a_link_is_not_made_of_an_address() -> None:
    told = markdown(full_of("see https://evil.example and www.evil.example"))
    assert "https://" not in told
    assert "www.evil" not in told


def test_a_script_by_another_pipeline_is_told_without_places() -> None:
    content = b'{"scenes": [{"text": "# Hello", "title": "One", "voice": "x"}, {"text": "Bye"}]}'
    assert script_markdown(content, "A <b>title</b>") == (
        "# A \\<b\\>title\\</b\\>\n\n## 1. One\n\n\\# Hello\n\n## 2. Scene\n\nBye\n"
    )


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"scenes": 5}', b"[" * 100_000, b"\xff"])
def test_what_is_no_script_is_none(content: bytes) -> None:
    assert script_markdown(content, "x") is None


def test_a_real_paper(corpus: Path) -> None:
    script = write_script(read_in_hand(corpus / "elife-32671").paper)
    told = markdown(script)
    sentences = [sentence for scene in script.scenes for sentence in scene.sentences]
    assert len(sentences) > 5
    assert told.count("\n## ") == len(script.scenes) + bool(script.notes)
    assert told.count("\n  - *") == len(sentences)
    html = rendered(told)
    assert set(re.findall(r"<([a-z0-9]+)", html)) <= {"h1", "h2", "ul", "li", "p", "strong", "em"}
    assert "<em>Abstract</em>, paragraph 1, sentence " in html
