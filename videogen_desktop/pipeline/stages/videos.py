"""generate-videos: script and narration -> clips/scene_NN.mp4 and clips/video_metadata.json.

Each clip is a piece of work of its own, made again only when what it shows or sounds like has changed. Where
speaking comes before drawing in one run, a scene is drawn as soon as it is spoken.
"""

from __future__ import annotations

import hashlib
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, Self

from videogen_desktop.pipeline.film import (
    ClipFacts,
    ClipRenderer,
    clip_order,
    encoder_settings,
    video_metadata,
)
from videogen_desktop.pipeline.manifest import fingerprint
from videogen_desktop.pipeline.narration import Narration, cues_of
from videogen_desktop.pipeline.scenes import Look
from videogen_desktop.pipeline.stages.audio import forget_from
from videogen_desktop.pipeline.stages.bench import (
    CLIPS,
    DRAWING_VERSION,
    NARRATION,
    Bench,
    check_spoken,
)
from videogen_desktop.pipeline.stages.script import read_script

if TYPE_CHECKING:
    from types import TracebackType

    from videogen_desktop.pipeline.job import FilmOptions
    from videogen_desktop.pipeline.narration import Cue, SceneAudio
    from videogen_desktop.pipeline.script import Script

WORK = "generate-videos"


class Drawing:
    """The clips in the making: takes scenes as they are spoken, and draws those that are not proven done.

    Leaving the block ends the processes, whatever they are at.
    """

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._script: Script | None = None
        self._renderer: ClipRenderer | None = None
        self._ordered: dict[int, str] = {}
        self._telling = False
        self._exit = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._exit.__exit__(kind, error, trace)

    def take(self, index: int, audio: SceneAudio) -> str:
        """Order a scene's clip unless it is ordered or proven; return what its inputs are told by.

        Raises:
            VideoGenError: what has ended the drawing already.
        """
        bench, look = self._bench, look_of(self._bench.job.options)
        self._script = self._script or read_script(bench)
        inputs = _inputs_of(bench, self._script, index, audio, look)
        if index not in self._ordered and not bench.proves(_scene_work(index), inputs):
            cues = cues_in(audio, look)
            order = clip_order(self._script, index, audio, cues, look, bench.job.folder, bench.logo)
            self._started().submit(order)
            self._ordered[index] = inputs
        return inputs

    def finish(self) -> None:
        """Wait for every clip that was ordered, prove each, and tell how far it is.

        Raises:
            VideoGenError: ``cancelled``, ``renderer-died`` or what went wrong with a scene.
        """
        self._telling = True
        if self._renderer is None:
            return
        self._renderer.widen(self._bench.job.options.workers)
        for facts in self._renderer.results():
            index = int(facts.file.removeprefix("scene_").removesuffix(".mp4"))
            self._bench.record(_scene_work(index), self._ordered[index], [clip_name(index)])

    @property
    def idle(self) -> bool:
        """Whether nothing had to be drawn."""
        return not self._ordered

    def _started(self) -> ClipRenderer:
        """The renderer; it leaves one core, and a voice's memory, to the speaking until that has ended."""
        if self._renderer is None:
            workers = max(1, self._bench.job.options.workers - 1)
            cancelled = self._bench.cancellation.event
            self._renderer = self._exit.enter_context(ClipRenderer(workers, cancelled, self._on_progress))
        return self._renderer

    def _on_progress(self, done: int, ordered: int) -> None:
        if self._telling:
            share = done / max(1, ordered)
            self._bench.progress.update(share, f"Drawing: {share:.0%} of the pictures")


def run(bench: Bench, drawing: Drawing) -> None:
    """Draw and encode every scene that is not proven done.

    Raises:
        VideoGenError: ``step-missing``, ``renderer-died``, ``disk-full``, ``not-writable`` or ``cancelled``.
    """
    narration = bench.read(NARRATION, Narration)
    check_spoken(read_script(bench), narration)
    count = len(narration.scenes)
    inputs = fingerprint(
        DRAWING_VERSION, [drawing.take(index, audio) for index, audio in enumerate(narration.scenes)]
    )
    if drawing.idle and bench.proves(WORK, inputs):
        bench.progress.skip("generate-videos", f"{count} scenes drawn")
        return
    bench.progress.start("generate-videos", "Drawing the scenes")
    drawing.finish()
    clips = [_facts_of(bench, index, audio) for index, audio in enumerate(narration.scenes)]
    bench.write(CLIPS, video_metadata(clips, encoder_settings(look_of(bench.job.options))))
    bench.record(WORK, inputs, [CLIPS])
    forget_from(bench, f"{WORK}/scene_", count)
    bench.progress.done(f"{count} scenes drawn")


def look_of(options: FilmOptions) -> Look:
    """How the film looks."""
    return Look(options.aspect, burned_captions=options.captions == "burned", theme=options.theme)


def cues_in(audio: SceneAudio, look: Look) -> tuple[Cue, ...]:
    """A scene's captions, in seconds from its start."""
    return cues_of(audio.sentences, look.caption_line_length)


def signature_of(bench: Bench, script: Script, index: int) -> tuple[Any, ...]:
    """What a scene shows of its maker, to be told by; nothing for a scene that shows nothing of them."""
    kind = script.scenes[index].kind
    logo = hashlib.sha256(bench.logo).hexdigest() if bench.logo and kind in {"title", "source"} else None
    closing = script.closing if kind == "source" else None
    return (logo, closing) if logo or closing else ()


def clip_name(index: int) -> str:
    """A clip's path in the output folder."""
    return f"clips/scene_{index:02d}.mp4"


def _scene_work(index: int) -> str:
    return f"{WORK}/scene_{index:02d}"


def _inputs_of(bench: Bench, script: Script, index: int, audio: SceneAudio, look: Look) -> str:
    scene = script.scenes[index]
    figure = bench.digest(scene.figure.file) if scene.figure else None
    shown = (scene, script.card, script.banner, script.warning, index, len(script.scenes))
    signed = signature_of(bench, script, index)
    return fingerprint(
        DRAWING_VERSION, shown, figure, audio, bench.digest(audio.file), look, encoder_settings(look), *signed
    )


def _facts_of(bench: Bench, index: int, audio: SceneAudio) -> ClipFacts:
    path = bench.path(clip_name(index))
    return ClipFacts(path.name, audio.frames, path.stat().st_size)
