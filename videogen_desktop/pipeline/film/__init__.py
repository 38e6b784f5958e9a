"""Pictures and narration -> film: encoding, captions, joining, and proof of the result.

The front door::

    with ClipRenderer(workers, cancelled, on_progress) as renderer:
        for index, audio in enumerate(narration.scenes):
            renderer.submit(clip_order(script, index, audio, cues[index], look, folder))
        clips = list(renderer.results())
    record = video_metadata(clips, encoder_settings(look))       # clips/video_metadata.json
    captions = film_captions(zip(narration.scenes, cues))
    write_captions(captions, folder)                             # captions.srt, captions.vtt
    facts = join_film(paths, sound, captions, chapters, film_tags(script.card), film, encoder_settings(look))
    write_thumbnail(still(...), folder / "thumbnail.jpg")
"""

from videogen_desktop.pipeline.film.captions import Caption, film_captions, write_captions
from videogen_desktop.pipeline.film.clips import clip_order, clip_path, encoder_settings, video_metadata
from videogen_desktop.pipeline.film.joining import join_film
from videogen_desktop.pipeline.film.labels import film_chapters, film_tags
from videogen_desktop.pipeline.film.model import (
    Chapter,
    ClipFacts,
    EncoderSettings,
    FilmFacts,
    FilmPlan,
    VideoMetadata,
)
from videogen_desktop.pipeline.film.pool import ClipRenderer
from videogen_desktop.pipeline.film.proving import prove_film
from videogen_desktop.pipeline.film.thumbnail import write_thumbnail

__all__ = [
    "Caption",
    "Chapter",
    "ClipFacts",
    "ClipRenderer",
    "EncoderSettings",
    "FilmFacts",
    "FilmPlan",
    "VideoMetadata",
    "clip_order",
    "clip_path",
    "encoder_settings",
    "film_captions",
    "film_chapters",
    "film_tags",
    "join_film",
    "prove_film",
    "video_metadata",
    "write_captions",
    "write_thumbnail",
]
