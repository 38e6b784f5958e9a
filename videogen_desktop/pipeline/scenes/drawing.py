"""The front door of drawing: a scene of the script as an animation, or as it looks when settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from videogen_desktop.pipeline.narration.model import FRAME_RATE, SceneAudio, SpokenSentence
from videogen_desktop.pipeline.scenes.captions import caption_layer
from videogen_desktop.pipeline.scenes.figure import compose_figure
from videogen_desktop.pipeline.scenes.layers import Composition
from videogen_desktop.pipeline.scenes.page import open_page
from videogen_desktop.pipeline.scenes.signature import sign
from videogen_desktop.pipeline.scenes.source import compose_source, shows_all
from videogen_desktop.pipeline.scenes.text import compose_text
from videogen_desktop.pipeline.scenes.theme import load_theme
from videogen_desktop.pipeline.scenes.title import compose_title

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage

    from videogen_desktop.pipeline.narration.cues import Cue
    from videogen_desktop.pipeline.scenes.animation import Animation
    from videogen_desktop.pipeline.scenes.fonts import Fonts
    from videogen_desktop.pipeline.scenes.layers import Layer
    from videogen_desktop.pipeline.scenes.look import Look
    from videogen_desktop.pipeline.scenes.page import Page
    from videogen_desktop.pipeline.script.model import Scene, Script


def animate(
    script: Script,
    index: int,
    audio: SceneAudio,
    cues: tuple[Cue, ...],
    look: Look,
    folder: Path,
    fonts: Fonts,
    logo: bytes = b"",
) -> Animation:
    """Make the animation of scene ``index``.

    Args:
        script: The whole film; its banner and its paper's name are on every scene.
        index: The scene's number, from 0.
        audio: When its sentences are heard, and how long it lasts.
        cues: Captions in seconds from the start of the scene; drawn when ``look`` burns them in.
        look: Size and theme.
        folder: The folder that the figures' paths start from.
        fonts: What ``start_drawing`` returned.
        logo: The maker's logo as its file holds it; empty for none.

    Raises:
        VideoGenError: ``figure-unreadable``, ``figure-too-large`` or ``unknown-theme``.
        ValueError: when ``audio`` does not have the scene's sentences.
    """
    return compose(script, index, audio, cues, look, folder, fonts, logo)


def compose(
    script: Script,
    index: int,
    audio: SceneAudio,
    cues: tuple[Cue, ...],
    look: Look,
    folder: Path,
    fonts: Fonts,
    logo: bytes = b"",
) -> Composition:
    """Do what ``animate`` says, and tell where everything was laid out."""
    scene = script.scenes[index]
    if len(audio.sentences) != len(scene.sentences):
        raise ValueError(f"scene {index}: {len(scene.sentences)} sentences, {len(audio.sentences)} spoken")
    page = open_page(script, index, look, load_theme(look.theme), fonts)

    def roomy(page: Page) -> bool:
        return scene.kind != "source" or shows_all(page, scene, script.notes)

    signature = sign(page, scene.kind, script.closing, logo, roomy)
    layers = _subject(signature.page, script, scene, audio, folder)
    signature.paint()
    if look.burned_captions:
        layers = (*layers, caption_layer(page, cues))
    return Composition(page.sheet, layers, audio.frames)


def still(script: Script, index: int, look: Look, folder: Path, fonts: Fonts, logo: bytes = b"") -> QImage:
    """Draw scene ``index`` as it looks once everything has appeared: a thumbnail.

    Raises:
        VideoGenError: ``figure-unreadable``, ``figure-too-large`` or ``unknown-theme``.
    """
    composition = compose(script, index, _one_a_second(script.scenes[index]), (), look, folder, fonts, logo)
    composition.advance(composition.frames - 1)
    return composition.image


def _subject(page: Page, script: Script, scene: Scene, audio: SceneAudio, folder: Path) -> tuple[Layer, ...]:
    match scene.kind:
        case "title":
            return compose_title(page, script.card)
        case "text":
            return compose_text(page, scene, audio)
        case "figure":
            return compose_figure(page, scene, audio, folder)
        case "source":
            compose_source(page, scene, script.notes)
            return ()


def _one_a_second(scene: Scene) -> SceneAudio:
    sentences = tuple(
        SpokenSentence(sentence.text, sentence.text, float(second), second + 1.0)
        for second, sentence in enumerate(scene.sentences)
    )
    return SceneAudio("", FRAME_RATE * (len(sentences) + 1), sentences, 0.0, 0.0)
