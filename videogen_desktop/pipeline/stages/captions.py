"""add-captions: clips and sound -> captions.srt, captions.vtt, thumbnail.jpg and final_video.mp4."""

from __future__ import annotations

from typing import TYPE_CHECKING

from videogen_desktop.pipeline.film import (
    Caption,
    FilmFacts,
    encoder_settings,
    film_captions,
    film_chapters,
    film_tags,
    join_film,
    prove_film,
    write_captions,
    write_thumbnail,
)
from videogen_desktop.pipeline.film.model import FilmPlan
from videogen_desktop.pipeline.manifest import fingerprint
from videogen_desktop.pipeline.narration import Narration
from videogen_desktop.pipeline.scenes import start_drawing, still
from videogen_desktop.pipeline.stages.bench import (
    DRAWING_VERSION,
    FILM,
    JOINING_VERSION,
    NARRATION,
    SOUND,
    SRT,
    THUMBNAIL,
    VTT,
    Bench,
    check_spoken,
    step_missing,
)
from videogen_desktop.pipeline.stages.script import read_script
from videogen_desktop.pipeline.stages.videos import clip_name, cues_in, look_of, signature_of

if TYPE_CHECKING:
    from videogen_desktop.pipeline.film.model import Chapter
    from videogen_desktop.pipeline.scenes import Look
    from videogen_desktop.pipeline.script import Script

WORK = "add-captions"


def run(bench: Bench) -> FilmFacts | None:
    """Write the captions and, unless the clips are to stay apart, join all into the film and prove it.

    Returns:
        The facts of the proven film; None without one (``--no-merge``).

    Raises:
        VideoGenError: ``step-missing``, ``clips-differ``, ``film-damaged`` or an error of the disk.
    """
    script = read_script(bench)
    narration = bench.read(NARRATION, Narration)
    check_spoken(script, narration)
    look = look_of(bench.job.options)
    clips = [clip_name(index) for index in range(len(script.scenes))]
    for clip in clips:
        if not bench.path(clip).exists():
            raise step_missing("clips/video_metadata.json")
    captions = film_captions((audio, cues_in(audio, look)) for audio in narration.scenes)
    chapters = film_chapters(
        [
            (scene.heading or "Title", audio.frames)
            for scene, audio in zip(script.scenes, narration.scenes, strict=True)
        ]
    )
    merge = bench.job.options.merge
    inputs = fingerprint(
        JOINING_VERSION,
        DRAWING_VERSION,
        [bench.digest(clip) for clip in clips],
        bench.digest(SOUND),
        captions,
        chapters,
        (script.card, script.scenes[0], script.banner, script.warning),
        look,
        merge,
        *signature_of(bench, script, 0),
    )
    if bench.proves(WORK, inputs):
        bench.progress.skip("add-captions", "The film is done")
        return _film_again(bench, look, captions, chapters) if merge else None
    bench.progress.start("add-captions", "Joining the film")
    write_captions(captions, bench.job.folder)
    _write_thumbnail(bench, script, look)
    facts = None
    if merge:
        bench.progress.update(0.3, "Joining the film")
        facts = join_film(
            [bench.path(clip) for clip in clips],
            bench.path(SOUND),
            captions,
            chapters,
            film_tags(script.card),
            bench.path(FILM),
            encoder_settings(look),
        )
    bench.record(WORK, inputs, [SRT, VTT, THUMBNAIL, *([FILM] if merge else [])])
    bench.progress.done("The film is done" if merge else "The clips and captions are done")
    return facts


def _film_again(
    bench: Bench, look: Look, captions: tuple[Caption, ...], chapters: tuple[Chapter, ...]
) -> FilmFacts:
    plan = FilmPlan(look.width, look.height, chapters[-1].end_frame, chapters, cues=len(captions))
    return prove_film(bench.path(FILM), plan)


def _write_thumbnail(bench: Bench, script: Script, look: Look) -> None:
    fonts = start_drawing()
    write_thumbnail(still(script, 0, look, bench.job.folder, fonts, bench.logo), bench.path(THUMBNAIL))
