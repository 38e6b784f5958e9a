"""Examine what makes a film: the voice that speaks, and the codecs that picture and sound are kept in."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from videogen_desktop.jobs.doctor.check import Check

if TYPE_CHECKING:
    from av.container import OutputContainer

_RATE = 30
_SOUND_RATE = 48_000
_SOUND_FRAME = 1024
_SIDE = 64
_WORD = "hello"


def check_voice(voices: Path | None) -> Check:
    """Whether the built-in voice loads, and speaks a word that can be heard.

    Args:
        voices: Where voices besides the built-in one are.

    Raises:
        VideoGenError: ``voice-missing``.
    """
    import numpy as np

    from videogen_desktop.pipeline.narration import SAMPLE_RATE, find_voice, list_voices, load_voice

    files = find_voice(None, voices)
    samples = load_voice(files).speak(_WORD)
    seconds = samples.size / SAMPLE_RATE
    loudest = float(np.abs(samples).max(initial=0.0))
    known = [voice.name for voice in list_voices(voices)]
    details = {"voice": files.name, "seconds": round(seconds, 2), "peak": round(loudest, 3), "voices": known}
    if seconds < 0.1 or loudest < 0.01:
        hint = "Install the program again."
        return Check("voice", "failed", f"The voice {files.name} makes no sound.", hint, details)
    return Check("voice", "ok", f"The voice {files.name} speaks.", "", details)


def check_codecs() -> Check:
    """Whether a second of H.264 and AAC can be encoded, and is there whole when it is decoded."""
    import av

    with tempfile.TemporaryDirectory(prefix="videogen-doctor-") as folder:
        path = Path(folder) / "second.mp4"
        with av.open(path, "w", format="mp4") as container:
            _encode(container)
        pictures, samples = _decoded(path)
    details = {
        "pictures": pictures,
        "samples": samples,
        "pyav": av.__version__,
        "ffmpeg": av.ffmpeg_version_info,
    }
    if pictures != _RATE or samples < _SOUND_RATE:
        message = f"Of a film of one second came back {pictures} pictures and {samples} samples of sound."
        return Check("codecs", "failed", message, "Install the program again.", details)
    return Check("codecs", "ok", "Pictures (H.264) and sound (AAC) are encoded and decoded.", "", details)


def _encode(container: OutputContainer) -> None:
    import av
    import numpy as np

    video = container.add_stream("libx264", rate=_RATE, width=_SIDE, height=_SIDE, pix_fmt="yuv420p")
    audio = container.add_stream("aac", rate=_SOUND_RATE, layout="mono")
    for number in range(_RATE):
        shade = np.full((_SIDE, _SIDE, 3), number * 8, np.uint8)
        container.mux(video.encode(av.VideoFrame.from_ndarray(shade, format="rgb24")))
    container.mux(video.encode(None))
    for start in range(0, _SOUND_RATE, _SOUND_FRAME):
        count = min(_SOUND_FRAME, _SOUND_RATE - start)
        tone = np.sin(np.arange(start, start + count, dtype=np.float32) * np.float32(0.05))[None, :]
        frame = av.AudioFrame.from_ndarray(tone, format="fltp", layout="mono")
        frame.sample_rate, frame.pts = _SOUND_RATE, start
        container.mux(audio.encode(frame))
    container.mux(audio.encode(None))


def _decoded(path: Path) -> tuple[int, int]:
    """How many pictures and samples of sound come out of a film."""
    import av

    with av.open(path, "r", format="mp4") as container:
        pictures = sum(1 for _ in container.decode(video=0))
    with av.open(path, "r", format="mp4") as container:
        samples = sum(frame.samples for frame in container.decode(audio=0))
    return pictures, samples
