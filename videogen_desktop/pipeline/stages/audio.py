"""generate-audio: script.json -> audio/scene_NN.wav, audio.wav and audio_metadata.json.

Each scene is a piece of work of its own, so that a changed sentence is spoken again and nothing else is.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from videogen_desktop.files import sha256_of
from videogen_desktop.pipeline.manifest import fingerprint
from videogen_desktop.pipeline.narration import (
    SceneAudio,
    find_voice,
    join_narration,
    load_voice,
    narrate_scene,
)
from videogen_desktop.pipeline.stages.bench import NARRATION, NARRATION_VERSION, SOUND, Bench
from videogen_desktop.pipeline.stages.script import read_script
from videogen_desktop.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from videogen_desktop.pipeline.narration import Voice, VoiceFiles
    from videogen_desktop.pipeline.script import Script

WORK = "generate-audio"


def run(bench: Bench, voices_folder: Path | None, on_scene: Callable[[int, SceneAudio], object]) -> None:
    """Speak every scene that is not proven spoken, then join them.

    Args:
        bench: the work bench.
        voices_folder: where voices besides the built-in one are.
        on_scene: given each scene as soon as it is spoken.

    Raises:
        VideoGenError: ``voice-missing``, ``step-missing``, ``disk-full`` or ``not-writable``.
    """
    script = read_script(bench)
    files = find_voice(bench.job.options.voice, voices_folder)
    voice = (files.name, *map(sha256_of, (files.model, files.config, shipped("lexicon/en.tsv"))))
    scene_inputs = [
        fingerprint(NARRATION_VERSION, voice, [sentence.text for sentence in scene.sentences])
        for scene in script.scenes
    ]
    inputs = fingerprint(NARRATION_VERSION, scene_inputs)
    count = len(script.scenes)
    if bench.proves(WORK, inputs) and all(
        bench.proves(scene_work(index), one) for index, one in enumerate(scene_inputs)
    ):
        bench.progress.skip("generate-audio", f"{count} scenes spoken")
        return
    bench.progress.start("generate-audio", "Loading the voice")
    scenes = []
    for index, scene in enumerate(_speak_all(bench, script, files, scene_inputs)):
        on_scene(index, scene)
        scenes.append(scene)
    gc.collect()  # a voice hangs in a cycle of references, and the drawing needs its 300 MB
    narration = join_narration(tuple(scenes), bench.job.folder, bench.path(SOUND), files.name)
    bench.write(NARRATION, narration)
    bench.record(WORK, inputs, [SOUND, NARRATION])
    forget_from(bench, f"{WORK}/scene_", count)
    bench.progress.done(f"{count} scenes spoken, {narration.duration_s:.0f} s")


def scene_work(index: int) -> str:
    """The name of the work of speaking one scene."""
    return f"{WORK}/scene_{index:02d}"


def forget_from(bench: Bench, prefix: str, count: int) -> None:
    """Remove what was made of scenes that the script no longer has."""
    for work in bench.manifest.works(prefix):
        if int(work.removeprefix(prefix)) >= count:
            proof = bench.manifest.forget(work)
            for name in proof.outputs if proof else ():
                bench.path(name).unlink(missing_ok=True)
    bench.manifest.save()


def _speak_all(
    bench: Bench, script: Script, files: VoiceFiles, scene_inputs: list[str]
) -> Iterator[SceneAudio]:
    voice: Voice | None = None
    words = [sum(len(sentence.text) for sentence in scene.sentences) for scene in script.scenes]
    for index, (scene, inputs) in enumerate(zip(script.scenes, scene_inputs, strict=True)):
        facts = f"audio/scene_{index:02d}.json"
        if bench.proves(scene_work(index), inputs):
            yield bench.read(facts, SceneAudio)
            continue
        voice = voice or load_voice(files)
        sound = f"audio/scene_{index:02d}.wav"
        told = f"Speaking scene {index + 1} of {len(script.scenes)}"

        def on_progress(fraction: float, index: int = index, told: str = told) -> None:
            bench.cancellation.check()
            done = sum(words[:index]) + words[index] * fraction
            bench.progress.update(done / max(1, sum(words)), told)

        on_progress(0.0)
        texts = tuple(sentence.text for sentence in scene.sentences)
        audio = narrate_scene(texts, voice, bench.path(sound), sound, on_progress)
        bench.write(facts, audio)
        bench.record(scene_work(index), inputs, [sound, facts])
        yield audio
