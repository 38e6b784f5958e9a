"""Scripts to draw: one of a real paper, and ways to make others."""

from __future__ import annotations

from dataclasses import replace

from videogen_desktop.pipeline.narration.model import FRAME_RATE, SceneAudio, SpokenSentence
from videogen_desktop.pipeline.script.model import (
    Card,
    FigureUse,
    Line,
    Scene,
    Script,
    Sentence,
    Source,
)

SOURCE = Source("Abstract", "abstract/0/0", 1, 1, "")

TITLE = "Simultaneous two-photon imaging and two-photon optogenetics of cortical circuits in three dimensions"
CARD = Card(
    title=TITLE,
    plain_title=TITLE,
    authors="Weijian Yang, Luis Carrillo-Reid, Yuki Bando, Darcy S Peterka, Rafael Yuste",
    journal="eLife",
    year="2018",
    doi="10.7554/eLife.32671",
    pmid="29412138",
    pmcid="PMC5832414",
    licence="CC BY 4.0",
    licence_url="https://creativecommons.org/licenses/by/4.0/",
)
WHY = """
The simultaneous imaging and manipulating of neural activity could enable the functional dissection of \
neural circuits."""
DID = """
The authors combined two-photon optogenetics with simultaneous volumetric two-photon calcium imaging to \
measure and manipulate neural activity in mouse neocortex in vivo in three dimensions with cellular \
resolution.
Using a hybrid holographic approach, they simultaneously photostimulated more than 80 neurons over 150 μm in \
depth in layer 2/3 of the mouse visual cortex, while imaging the activity of the surrounding neurons."""
FOUND = """
Neurons were photoactivated one at a time, or as groups of 3 to 27 at once.
The majority of the targeted cells (86 ± 6%) showed clear calcium transients in response to the \
photostimulation.
Photoactivating selected groups of interneurons suppressed the response of nearby pyramidal neurons to \
visual stimuli in awake animals."""
MEANS = """
The all-optical approach could be used as a general platform to read and write neuronal activity.
The experiments were done in mice."""
LINES = tuple(
    f"""
Yang W, Carrillo-Reid L, Bando Y, Peterka DS, Yuste R. {TITLE}. eLife. 2018;7:e32671.
https://doi.org/10.7554/eLife.32671
PMID 29412138 · PMC5832414
Licence: CC BY 4.0. Shortened and retold from the paper; synthetic voice. Figures are shown whole, \
scaled to fit.
Funding: National Eye Institute, Brain Research Foundation, and the Defense Advanced Research Projects Agency.
Competing interests: The authors declare that no competing interests exist.""".strip().splitlines()
)


def said(*texts: str) -> tuple[Sentence, ...]:
    return tuple(Sentence(text, SOURCE) for text in texts)


def shown(*texts: str) -> tuple[Line, ...]:
    return tuple(Line(text, SOURCE) for text in texts)


def text_scene(heading: str, *texts: str) -> Scene:
    return Scene("text", heading, said(*texts))


def figure_scene(file: str, label: str, *texts: str, may_move: bool = True, credit: str = "") -> Scene:
    credit = credit or f"{label}: Yang et al., eLife, 2018 · CC BY 4.0"
    return Scene("figure", label, said(*texts), figure=FigureUse(label, file, label, credit, may_move))


def source_scene(*lines: str) -> Scene:
    return Scene("source", "The paper", said("Please read the original paper."), shown(*lines))


def script_of(*scenes: Scene, card: Card = CARD, banner: str = "", warning: bool = False) -> Script:
    return Script(1, card, scenes, banner, warning)


def paper_script(figures: tuple[str, ...] = ()) -> Script:
    """The film of the eLife paper, with those of its figures that are at hand."""
    words = {
        "fig1.jpg": "Two-photon imaging and photostimulation microscope.",
        "fig4.jpg": "Large scale photostimulation of pyramidal cells in layer 2/3 of V1 in awake mice.",
    }
    pointing = "Cells not responding to photostimulation under any condition were excluded in this analysis."
    return script_of(
        Scene("title", "", said(CARD.plain_title, "By Weijian Yang and colleagues, in eLife, 2018.")),
        text_scene("Why it matters", *WHY.strip().splitlines()),
        text_scene("What they did", *DID.strip().splitlines()),
        text_scene("What they found", *FOUND.strip().splitlines()),
        *(
            figure_scene(file, f"Figure {number}", words.get(file, "A figure."), pointing)
            for number, file in enumerate(figures, 1)
        ),
        text_scene("What it means", *MEANS.strip().splitlines()),
        source_scene(*LINES),
    )


def titled(title: str, **changes: str) -> Card:
    return replace(CARD, title=title, plain_title=title, **changes)


def audio_of(scene: Scene, seconds: float = 2.0) -> SceneAudio:
    """Sentences of ``seconds`` each, one after the other, and half a second at the end."""
    sentences = tuple(
        SpokenSentence(sentence.text, sentence.text, number * seconds, (number + 1) * seconds)
        for number, sentence in enumerate(scene.sentences)
    )
    frames = round((len(sentences) * seconds + 0.5) * FRAME_RATE)
    return SceneAudio("", frames, sentences, -16.0, -1.0)
