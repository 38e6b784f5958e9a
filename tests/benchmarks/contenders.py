"""What is measured, each in a process of its own: ``python -m tests.benchmarks.contenders NAME FOLDER``.

Each prints the seconds that the work itself took, without the start of Python.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from pathlib import Path

import av
import numpy as np

from tests.benchmarks.workload import LOOK, Workload, prepare, workload
from videogen_desktop.pipeline.film import (
    ClipRenderer,
    clip_path,
    encoder_settings,
    film_captions,
    film_chapters,
    film_tags,
    join_film,
)
from videogen_desktop.pipeline.film.colour import YuvPicture
from videogen_desktop.pipeline.film.streams import add_picture
from videogen_desktop.pipeline.scenes import start_drawing

_RAW, _SHOWN = "frames.yuv", "shown.json"
_FLOOR_THREADS = 2


def ours(work: Workload, workers: int) -> None:
    """Draw, convert, encode and join: all that the product does once the words are spoken."""
    with ClipRenderer(workers, threading.Event(), lambda _done, _all: None) as renderer:
        for order in work.orders():
            renderer.submit(order)
        clips = [clip_path(work.folder, index) for index, _ in enumerate(renderer.results())]
    headings = [scene.heading for scene in work.script.scenes]
    join_film(
        clips,
        work.sound,
        film_captions((audio, work.cues) for audio in work.scenes),
        film_chapters(list(zip(headings, (audio.frames for audio in work.scenes), strict=True))),
        film_tags(work.script.card),
        work.folder / "final_video.mp4",
        encoder_settings(LOOK),
    )


def write_raw_frames(work: Workload) -> None:
    """Draw and convert every picture of the film beforehand: each once, and which one every frame shows."""
    fonts = start_drawing()
    shown: list[int] = []
    pictures = 0
    with (work.folder / _RAW).open("wb") as raw:
        for order in work.orders():
            animation, picture = order.drawing(fonts), YuvPicture(LOOK.width, LOOK.height)
            for frame in range(animation.frames):
                changed = animation.advance(frame)
                if changed is not None:
                    picture.update(animation.image, changed)
                    raw.write(picture.frame.to_ndarray().tobytes())
                    pictures += 1
                shown.append(pictures - 1)
    (work.folder / _SHOWN).write_text(json.dumps(shown))


def floor(work: Workload) -> None:
    """Encode ready raw frames with the product's settings, in one process of two threads, and no sound."""
    shown = json.loads((work.folder / _SHOWN).read_text())
    raw = np.memmap(work.folder / _RAW, np.uint8, "r").reshape(-1, LOOK.height * 3 // 2, LOOK.width)
    with av.open(work.folder / "floor.mp4", "w", format="mp4") as container:
        stream = add_picture(container, encoder_settings(LOOK))
        stream.codec_context.thread_count = _FLOOR_THREADS
        for number, picture in enumerate(shown):
            frame = av.VideoFrame.from_numpy_buffer(raw[picture], format="yuv420p")
            frame.pts = number
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


def main() -> None:
    """Do what the command line names and print how long it took."""
    name, folder = sys.argv[1], Path(sys.argv[2]).resolve()
    if name == "prepare":
        write_raw_frames(prepare(folder))
        return
    work = workload(folder)
    started = time.perf_counter()
    if name == "ours":
        ours(work, int(sys.argv[3]) if len(sys.argv) > 3 else os.cpu_count() or 1)
    else:
        floor(work)
    print(time.perf_counter() - started)


if __name__ == "__main__":
    main()
