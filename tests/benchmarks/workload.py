"""The workload of the film benchmark, drawn by the product's own scenes.

60 s at 1920×1080 and 30 fps: six scenes of ten seconds, three points that appear in the first two seconds of
each, one slow move over a picture of 2400×1600, a new burned-in caption every 2.5 s, and a voice throughout.
"""

from __future__ import annotations

import wave
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw

from videogen_desktop.pipeline.film import clip_order
from videogen_desktop.pipeline.narration.cues import Cue
from videogen_desktop.pipeline.narration.model import (
    FRAME_RATE,
    SAMPLE_RATE,
    SAMPLES_PER_FRAME,
    SceneAudio,
    SpokenSentence,
)
from videogen_desktop.pipeline.scenes import Look
from videogen_desktop.pipeline.script.model import Card, FigureUse, Scene, Script, Sentence, Source

if TYPE_CHECKING:
    from pathlib import Path

    from videogen_desktop.pipeline.film.orders import ClipOrder

SCENES = 6
SECONDS_A_SCENE = 10
FIGURE_SCENE = 3
CAPTION_EVERY_S = 2.5
LOOK = Look("16:9", burned_captions=True)
_FRAMES = SECONDS_A_SCENE * FRAME_RATE
_SOURCE = Source("Results", "body/2/0", 1, 1, "")
_POINTS = (
    "Mice that ate a diet rich in fibre gained 3.2 g less in 12 weeks than mice on the control diet.",
    "Butyrate in the caecum rose 2.1-fold, and the genes of the tight junctions followed within four days.",
    "Antibiotics took the effect away, which points to the microbes and not to the fibre itself.",
)
_STARTS_S = (0.1, 0.8, 1.5)
_CAPTIONS = (
    ("The mice that ate more fibre gained less weight,", "even though they ate as many calories."),
    ("When the bacteria were gone,", "so was the effect."),
    ("The authors saw this in mice;", "nobody has looked in people yet."),
    ("They measured it again after twelve weeks", "and found the same."),
)


@dataclass(frozen=True)
class Workload:
    """The scenes as the product takes them, and the sound of the whole film."""

    script: Script
    scenes: tuple[SceneAudio, ...]
    cues: tuple[Cue, ...]
    folder: Path

    @property
    def frames(self) -> int:
        """Length of the film in frames."""
        return sum(scene.frames for scene in self.scenes)

    @property
    def sound(self) -> Path:
        """The sound of the whole film."""
        return self.folder / "audio.wav"

    def orders(self) -> list[ClipOrder]:
        """One order a scene."""
        return [
            clip_order(self.script, index, audio, self.cues, LOOK, self.folder)
            for index, audio in enumerate(self.scenes)
        ]


def prepare(folder: Path) -> Workload:
    """Write the picture and the sounds into ``folder`` and return what is to be filmed."""
    _paint_figure(folder / "figures" / "figure.png")
    voice = _voice(SCENES * _FRAMES)
    _write_wav(folder / "audio.wav", voice)
    for index in range(SCENES):
        first = index * _FRAMES * SAMPLES_PER_FRAME
        part = voice[first : first + _FRAMES * SAMPLES_PER_FRAME]
        _write_wav(folder / "audio" / f"scene_{index:02}.wav", part)
    return workload(folder)


def workload(folder: Path) -> Workload:
    """Return what `prepare` has prepared in ``folder``."""
    figure = FigureUse("f1", "figures/figure.png", "Figure 1", "A. Author et al., CC BY 4.0", may_move=True)
    sentences = tuple(Sentence(text, _SOURCE) for text in _POINTS)
    scenes = tuple(
        Scene("figure", "What they saw", sentences, figure=figure)
        if index == FIGURE_SCENE
        else Scene("text", f"What they found, part {index + 1}", sentences)
        for index in range(SCENES)
    )
    card = Card(
        title="Fibre, <i>Bacteroides</i> and weight in mice",
        plain_title="Fibre, Bacteroides and weight in mice",
        authors="A. Author, B. Author",
        journal="Journal of Examples",
        year="2018",
        doi="10.1234/example",
        pmid="12345678",
        pmcid="",
        licence="CC-BY-4.0",
        licence_url="https://creativecommons.org/licenses/by/4.0/",
    )
    spoken = tuple(
        SpokenSentence(text, text, start, start + 0.6) for text, start in zip(_POINTS, _STARTS_S, strict=True)
    )
    audio = tuple(
        SceneAudio(f"audio/scene_{index:02}.wav", _FRAMES, spoken, -16.0, -1.5) for index in range(SCENES)
    )
    cues = tuple(
        Cue(number * CAPTION_EVERY_S, (number + 1) * CAPTION_EVERY_S, lines)
        for number, lines in enumerate(_CAPTIONS)
    )
    return Workload(Script(1, card, scenes), audio, cues, folder)


def _paint_figure(path: Path) -> None:
    """Paint four scatter plots, 2400×1600, as a paper would have them."""
    random = np.random.default_rng(1)
    image = Image.new("RGB", (2400, 1600), "white")
    draw = ImageDraw.Draw(image)
    for panel, colour in enumerate(("#1b7f5c", "#b5482a", "#3b5bb5", "#8a6d1d")):
        left, top = 130 + 1180 * (panel % 2), 90 + 770 * (panel // 2)
        draw.line([(left, top), (left, top + 600), (left + 1000, top + 600)], fill="black", width=4)
        for x in random.random(300):
            y = min(max(0.6 * x + random.normal(0, 0.12), 0), 1)
            centre = left + 1000 * x, top + 600 - 600 * y
            draw.ellipse([centre[0] - 7, centre[1] - 7, centre[0] + 7, centre[1] + 7], fill=colour)
        for step in range(11):
            draw.text((left + 100 * step - 20, top + 612), f"{step / 10:.1f}", fill="black", font_size=30)
        draw.text((left + 240, top + 656), f"Butyrate, mmol per kg ({panel})", fill="black", font_size=34)
    path.parent.mkdir(parents=True, exist_ok=True)
    image.save(path)


def _voice(frames: int) -> np.ndarray:
    """Make a sound with the pitch, the syllables and the hiss of a voice; no words are needed here."""
    times = np.arange(frames * SAMPLES_PER_FRAME) / SAMPLE_RATE
    pitch = 2 * np.pi * 110 * times + 4 * np.sin(2 * np.pi * 0.7 * times)
    vowels = sum(np.sin(harmonic * pitch) / harmonic for harmonic in range(1, 24))
    syllables = np.clip(np.sin(2 * np.pi * 3.3 * times), 0, 1)
    hiss = np.random.default_rng(2).normal(0, 0.25, len(times)) * np.clip(
        np.sin(2 * np.pi * 1.1 * times), 0, 1
    )
    sound = vowels * syllables + hiss
    return 0.5 * sound / np.abs(sound).max()


def _write_wav(path: Path, samples: np.ndarray) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE)
        file.writeframes((samples * 32767).astype("<i2").tobytes())
