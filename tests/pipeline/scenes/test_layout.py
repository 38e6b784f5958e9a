"""Nothing overlaps, leaves the safe area or becomes illegible, whatever a script holds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect

from tests.pipeline.scenes.looking import faults
from tests.pipeline.scenes.samples import (
    CARD,
    LINES,
    audio_of,
    figure_scene,
    paper_script,
    said,
    script_of,
    source_scene,
    text_scene,
    titled,
)
from videogen_desktop.pipeline.job import Aspect
from videogen_desktop.pipeline.scenes.drawing import compose
from videogen_desktop.pipeline.scenes.look import Look
from videogen_desktop.pipeline.scenes.sheet import Box
from videogen_desktop.pipeline.script.model import Scene, Script

if TYPE_CHECKING:
    from pathlib import Path

    from videogen_desktop.pipeline.scenes.fonts import Fonts
    from videogen_desktop.pipeline.script.model import Card

ASPECTS = get_args(Aspect)
LOOKS = [Look(aspect, burned) for aspect in ASPECTS for burned in (False, True)]
LONG = (
    "They combined two-photon optogenetics with simultaneous volumetric calcium imaging in mouse neocortex. "
)
HUGE_BANNER = "This film is made from the abstract alone: the full text was not available. " * 4
WARNED = {"banner": "Retracted paper", "warning": True}

CARDS = {
    "the paper's own": CARD,
    "ten thousand characters": titled("On the <i>Drosophila</i> proteome and CO<sub>2</sub>, " * 200),
    "an HTML element": titled("<img src=file:///etc/passwd>", authors=""),
    "one long word": titled("Pneumono" * 40, authors="W" * 300, journal="J" * 200),
    "300 authors": titled("Short", authors=", ".join(f"First{n} M. Last{n}" for n in range(300))),
    "long identifiers": titled(LONG * 3, doi=f"10.1000/{'x' * 150}", licence=LONG * 2),
    "overridden direction": titled("\u202eevil\u202c \u2067isolated\u2069 " * 10),
    "Arabic": titled(
        "تأثير العلاج بالأدوية على المرضى في المستشفى الجامعي " * 3, authors="محمد علي, سارة حسن"
    ),
    "emoji and marks": titled("🧬👩‍🔬 z" + "\u0301" * 50 + " 中文标题 " * 20),
    "nothing": titled("", authors="", journal="", year="", doi="", pmid="", pmcid="", licence=""),
}


def check(script: Script, look: Look, folder: Path, fonts: Fonts) -> None:
    for index, scene in enumerate(script.scenes):
        composition = compose(script, index, audio_of(scene), (), look, folder, fonts)
        assert faults(composition, look) == [], f"scene {index} ({scene.kind}) in {look}"
        assert composition.boxes


def script_with(card: Card) -> Script:
    return script_of(Scene("title", "", said(card.plain_title)), text_scene("Limits", "One."), card=card)


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("banner", [{}, WARNED], ids=str)
def test_the_film_of_a_paper(look: Look, banner: dict[str, object], figures: Path, fonts: Fonts) -> None:
    script = paper_script(("usual.png", "wide.png", "tall.png", "small.png"))
    check(replace(script, **banner), look, figures, fonts)


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("name", CARDS)
def test_any_title(name: str, look: Look, tmp_path: Path, fonts: Fonts) -> None:
    banner = HUGE_BANNER if look.burned_captions else ""
    check(replace(script_with(CARDS[name]), banner=banner), look, tmp_path, fonts)


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_too_much_of_everything(look: Look, figures: Path, fonts: Fonts) -> None:
    credit = f"Figure 1: {LONG * 6} · CC BY-NC-ND 4.0"
    script = script_of(
        text_scene("Found", *(f"{LONG} {number}" for number in range(12))),
        text_scene(LONG * 4, "One."),
        text_scene("Limits", LONG * 12, f"{'x' * 200} {'y' * 90}"),
        text_scene("", *["Short."] * 40),
        text_scene("No sentences"),
        figure_scene("wide.png", "Figure 1", LONG, LONG, LONG),
        figure_scene("tall.png", "Figure 2", LONG * 3, may_move=False),
        figure_scene("small.png", LONG * 3, LONG, credit=credit),
        figure_scene("usual.png", "", "x" * 300, credit="x" * 500),
        source_scene(LINES[0] * 6, *LINES[1:], *[f"Funding: {LONG * 4}"] * 10),
        source_scene(),
        *[source_scene(*LINES)] * 60,
        card=titled(LONG * 5, journal=LONG * 3),
        banner="" if look.burned_captions else HUGE_BANNER,
    )
    check(replace(script, scenes=script.scenes[:11]), look, figures, fonts)
    assert faults(compose(script, 70, audio_of(script.scenes[70]), (), look, figures, fonts), look) == []


def test_a_fault_is_seen(fonts: Fonts, tmp_path: Path) -> None:
    look = Look("16:9")
    script = paper_script()
    composition = compose(script, 1, audio_of(script.scenes[1]), (), look, tmp_path, fonts)
    composition.boxes += (
        Box("outside", QRect(90, 800, 50, 50), pixels=30),
        Box("over the heading", QRect(130, 110, 50, 50), pixels=20),
    )
    assert faults(composition, look) == [
        "outside PySide6.QtCore.QRect(90, 800, 50, 50) leaves the safe area",
        "heading meets over the heading",
        "over the heading is set in 20 pixels",
    ]


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_any_text_at_all(data: st.DataObject, fonts: Fonts, tmp_path_factory: pytest.TempPathFactory) -> None:
    texts = st.text(max_size=300)
    look = data.draw(st.sampled_from(LOOKS))
    script = script_of(
        Scene("title", "", said("x")),
        text_scene(data.draw(texts), *data.draw(st.lists(texts, max_size=6))),
        source_scene(*data.draw(st.lists(texts, max_size=8))),
        card=titled(
            data.draw(texts), authors=data.draw(texts), journal=data.draw(texts), licence=data.draw(texts)
        ),
        banner=data.draw(texts),
    )
    check(script, look, tmp_path_factory.getbasetemp(), fonts)
