"""generate-videos: script and narration -> clips/scene_NN.mp4 and clips/video_metadata.json.

Each clip is a piece of work of its own, made again only when what it shows or sounds like has changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

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
from videogen_desktop.pipeline.script import Script
from videogen_desktop.pipeline.stages.audio import forget_from
from videogen_desktop.pipeline.stages.bench import CLIPS, DRAWING_VERSION, NARRATION, SCRIPT, Bench

if TYPE_CHECKING:
    from videogen_desktop.pipeline.job import FilmOptions
    from videogen_desktop.pipeline.narration import Cue, SceneAudio

WORK = "generate-videos"


def run(bench: Bench) -> None:
    """Draw and encode every scene that is not proven done.

    Raises:
        VideoGenError: ``step-missing``, ``renderer-died``, ``disk-full``, ``not-writable`` or ``cancelled``.
    """
    script = bench.read(SCRIPT, Script)
    narration = bench.read(NARRATION, Narration)
    look = look_of(bench.job.options)
    scene_inputs = [
        _inputs_of(bench, script, index, audio, look) for index, audio in enumerate(narration.scenes)
    ]
    inputs = fingerprint(DRAWING_VERSION, scene_inputs)
    missing = [index for index, one in enumerate(scene_inputs) if not bench.proves(_scene_work(index), one)]
    count = len(script.scenes)
    if not missing and bench.proves(WORK, inputs):
        bench.progress.skip("generate-videos", f"{count} scenes drawn")
        return
    bench.progress.start("generate-videos", "Drawing the scenes")
    _draw(bench, script, narration, look, {index: scene_inputs[index] for index in missing})
    clips = [_facts_of(bench, index, audio) for index, audio in enumerate(narration.scenes)]
    bench.write(CLIPS, video_metadata(clips, encoder_settings(look)))
    bench.record(WORK, inputs, [CLIPS])
    forget_from(bench, f"{WORK}/scene_", count)
    bench.progress.done(f"{count} scenes drawn")


def look_of(options: FilmOptions) -> Look:
    """How the film looks."""
    return Look(options.aspect, burned_captions=options.captions == "burned", theme=options.theme)


def cues_in(audio: SceneAudio, look: Look) -> tuple[Cue, ...]:
    """A scene's captions, in seconds from its start."""
    return cues_of(audio.sentences, look.caption_line_length)


def clip_name(index: int) -> str:
    """A clip's path in the output folder."""
    return f"clips/scene_{index:02d}.mp4"


def _scene_work(index: int) -> str:
    return f"{WORK}/scene_{index:02d}"


def _inputs_of(bench: Bench, script: Script, index: int, audio: SceneAudio, look: Look) -> str:
    scene = script.scenes[index]
    figure = bench.digest(scene.figure.file) if scene.figure else None
    shown = (scene, script.card, script.banner, script.warning, index, len(script.scenes))
    return fingerprint(
        DRAWING_VERSION, shown, figure, audio, bench.digest(audio.file), look, encoder_settings(look)
    )


def _draw(bench: Bench, script: Script, narration: Narration, look: Look, missing: dict[int, str]) -> None:
    def on_progress(done: int, ordered: int) -> None:
        bench.progress.update(
            done / max(1, ordered), f"Drawing: {done / max(1, ordered):.0%} of the pictures"
        )

    workers = min(bench.job.options.workers, max(1, len(missing)))
    with ClipRenderer(workers, bench.cancellation.event, on_progress) as renderer:
        for index in missing:
            audio = narration.scenes[index]
            renderer.submit(clip_order(script, index, audio, cues_in(audio, look), look, bench.job.folder))
        for facts in renderer.results():
            index = int(facts.file.removeprefix("scene_").removesuffix(".mp4"))
            bench.record(_scene_work(index), missing[index], [clip_name(index)])


def _facts_of(bench: Bench, index: int, audio: SceneAudio) -> ClipFacts:
    path = bench.path(clip_name(index))
    return ClipFacts(path.name, audio.frames, path.stat().st_size)
