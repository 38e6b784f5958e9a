"""Any title, any template: a name that Windows, macOS and Linux take, and no two alike."""

from __future__ import annotations

import ntpath
import re
import unicodedata
import warnings
from dataclasses import replace
from pathlib import PureWindowsPath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.desktop.export.finished import FACTS, job_of
from videogen_desktop.desktop.export import USUAL_TEMPLATE, preview
from videogen_desktop.desktop.export.naming import Names
from videogen_desktop.desktop.export.safe_names import folded
from videogen_desktop.desktop.export.template import parse_template

NASTY = (
    "CON", "con.tar", "nul .txt", "COM¹", "lpt3", "AUX.", "CONIN$", "../../etc/passwd", "..", ".", "...",
    "-rf *", "~$x", ".hidden", "C:\\Windows\\x", "\\\\server\\share", "a:b", "x. . ", " \t\n",
    "\u202egpj.exe", "a\x00b\x7f\x85c", "\ud800", "\ue000\U000fffff\uffff", "e\u200d\u0301", "e\u0301" * 200,
    "\u1112\u1161\u11ab" * 100, "ﷺ" * 100, "𝕏" * 200, "漢" * 300, "x" * 5000, "\u0390" * 300,
    "<script>|?*\"", "%00", "$(reboot)`id`", "\ufeff\u200b\u200d", "\u2028line",
)  # fmt: skip
TITLES = st.one_of(
    st.sampled_from(NASTY), st.text(max_size=300), st.text(st.sampled_from("aé.- /:\u0301漢😀"), max_size=300)
)
TEMPLATES = st.sampled_from(
    [
        "{title}",
        USUAL_TEMPLATE,
        "{title}{title}",
        "CON{title}",
        "{title} [{pmid}]",
        "{{{title}}}",
        "-{title}.",
        "{first_author}",
    ]
)


def is_reserved_on_windows(name: str) -> bool:
    """As CPython itself has it."""
    judge = getattr(ntpath, "isreserved", None)
    if judge:
        return bool(judge(name))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return PureWindowsPath(name).is_reserved()


def assert_safe(name: str) -> None:
    assert name
    assert name == unicodedata.normalize("NFC", name)
    assert len(name.encode()) <= 255
    assert len(name.encode("utf-16-le")) // 2 <= 255
    assert len(unicodedata.normalize("NFD", name).encode("utf-16-le")) // 2 <= 255
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f\x7f]', name)
    assert not [letter for letter in name if unicodedata.category(letter)[0] == "C"]
    assert name[0] not in " .-~"
    assert name[-1] not in " ."
    assert name.rsplit(".", 1)[0][-1] not in " ."
    assert not is_reserved_on_windows(name)
    assert PureWindowsPath(name).name == name


@given(title=TITLES, author=TITLES, template=TEMPLATES)
@example(title="", author="", template="{title}")
@example(title="", author="", template="CON{title}")
def test_any_title_gives_a_name_that_is_safe_everywhere(title: str, author: str, template: str) -> None:
    assert_safe(preview(template, job_of(None, facts=replace(FACTS, title=title, authors=(author,)))))


@pytest.mark.parametrize("title", NASTY)
@pytest.mark.parametrize("template", ["{title}", USUAL_TEMPLATE])
def test_nasty_titles(title: str, template: str) -> None:
    assert_safe(preview(template, job_of(None, facts=replace(FACTS, title=title))))


@given(titles=st.lists(TITLES, max_size=12), template=TEMPLATES, longest=st.sampled_from([255, 60]))
@example(
    titles=["Straße", "STRASSE", "e\u0301", "é", "É", "x" * 300, "x" * 301], template="{title}", longest=255
)
@example(titles=["a (2)", "a", "a", "A"], template="{title}", longest=255)
def test_no_two_names_of_an_export_are_one_on_any_system(
    titles: list[str], template: str, longest: int
) -> None:
    names = Names(parse_template(template), longest)
    jobs = [job_of(None, number, replace(FACTS, title=title)) for number, title in enumerate(titles, 1)]
    given_names = [f"{names.give(job, lambda _: True)}.mp4" for job in jobs]
    assert len({folded(name) for name in given_names}) == len(titles)
    assert len({unicodedata.normalize("NFC", name).upper() for name in given_names}) == len(titles)
    for name in given_names:
        assert_safe(name)
        assert len(name.encode()) <= longest


def test_a_long_title_does_not_cost_the_identifier_behind_it() -> None:
    name = preview(USUAL_TEMPLATE, job_of(None, facts=replace(FACTS, title="Very long " * 60)))
    assert name.startswith("2018 Yang - Very long Very")
    assert name.endswith("… [29608148].mp4")
    assert 240 < len(name.encode()) <= 255


def test_a_number_is_kept_when_a_name_is_cut_for_it() -> None:
    names = Names(parse_template("{title}"))
    jobs = [job_of(None, number, replace(FACTS, title="漢" * 300)) for number in range(1, 13)]
    given_names = [names.give(job, lambda _: True) for job in jobs]
    assert given_names[11].endswith("… (12)")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("CON", "CON_.mp4"),
        ("nul .x", "nul_.x.mp4"),
        ("COM¹", "COM¹_.mp4"),
        ("../../etc/passwd", "etc-passwd.mp4"),
        ("p<0.05 in “mice”: a/b?", "p‹0.05 in “mice” - a-b.mp4"),
        ("10⁵ CFU of E\u0301. coli", "10⁵ CFU of É. coli.mp4"),
        ("\u202egpj.exe", "gpj.exe.mp4"),
        ("...", "pmid-29608148-00000001.mp4"),
        ("Contagion", "Contagion.mp4"),
    ],
)
def test_what_becomes_of_a_title(title: str, name: str) -> None:
    assert preview("{title}", job_of(None, facts=replace(FACTS, title=title))) == name
