"""The same film as moviepy 2 makes it: ``python peer_moviepy.py FOLDER SECONDS FONT``.

It needs moviepy 2 and nothing of this project, so that it may run in an environment of its own. It prints the
seconds that the work took, without the start of Python.
"""

import sys
import time
from pathlib import Path

from moviepy import (
    AudioFileClip,
    ColorClip,
    CompositeVideoClip,
    ImageClip,
    TextClip,
    concatenate_videoclips,
    vfx,
)

SIZE = (1920, 1080)
SCENES = 6
FIGURE_SCENE = 3
POINTS = (
    "Mice that ate a diet rich in fibre gained 3.2 g less in 12 weeks than mice on the control diet.",
    "Butyrate in the caecum rose 2.1-fold, and the genes of the tight junctions followed within four days.",
    "Antibiotics took the effect away, which points to the microbes and not to the fibre itself.",
)
CAPTIONS = (
    "The mice that ate more fibre gained less weight,\neven though they ate as many calories.",
    "When the bacteria were gone,\nso was the effect.",
    "The authors saw this in mice;\nnobody has looked in people yet.",
    "They measured it again after twelve weeks\nand found the same.",
)


def scene(index: int, seconds: float, folder: Path, font: str) -> CompositeVideoClip:
    """Compose one scene: ground, heading, points or the moving picture, and captions."""
    still = {"duration": seconds}
    heading = f"What they found, part {index + 1}"
    layers = [
        ColorClip(SIZE, (247, 245, 240), **still),
        TextClip(font, heading, font_size=64, color="#1d2b3a", **still).with_position((120, 80)),
    ]
    if index == FIGURE_SCENE:
        picture = ImageClip(folder / "figures" / "figure.png", **still).resized(height=740)
        moving = picture.with_effects([vfx.Resize(lambda t: 0.94 + 0.06 * t / seconds)])
        layers.append(moving.with_position(("center", 180)))
    else:
        for number, text in enumerate(POINTS):
            box = TextClip(
                font, text, font_size=44, color="#1d2b3a", method="caption", size=(1680, 180), **still
            )
            shown = box.with_start(0.1 + 0.7 * number).with_duration(seconds - 0.1 - 0.7 * number)
            layers.append(
                shown.with_effects([vfx.CrossFadeIn(0.33)]).with_position((120, 240 + 210 * number))
            )
    every = seconds / len(CAPTIONS)
    for number, text in enumerate(CAPTIONS):
        box = TextClip(font, text, font_size=48, color="white", bg_color="#141414", text_align="center")
        placed = box.with_start(number * every).with_duration(every)
        layers.append(placed.with_position(("center", 930)))
    return CompositeVideoClip(layers, SIZE).with_duration(seconds)


def main() -> None:
    """Make the film and print how long it took."""
    folder, seconds, font = Path(sys.argv[1]), float(sys.argv[2]), sys.argv[3]
    started = time.perf_counter()
    film = concatenate_videoclips(
        [scene(index, seconds / SCENES, folder, font) for index in range(SCENES)]
    ).with_audio(AudioFileClip(str(folder / "audio.wav")).subclipped(0, seconds))
    film.write_videofile(
        str(folder / "peer.mp4"),
        fps=30,
        codec="libx264",
        preset="veryfast",
        ffmpeg_params=["-crf", "18", "-pix_fmt", "yuv420p"],
        audio_codec="aac",
        threads=2,
        logger=None,
    )
    print(time.perf_counter() - started)


if __name__ == "__main__":
    main()
