"""One scene, drawn frame after frame, becomes a clip that can be watched by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from videogen_desktop.files import PARTIAL_MARK, replacing
from videogen_desktop.pipeline.film.colour import YuvPicture
from videogen_desktop.pipeline.film.held import FrameWriter
from videogen_desktop.pipeline.film.model import ClipFacts
from videogen_desktop.pipeline.film.streams import (
    add_picture,
    add_sound,
    create_film,
    sound_packets,
    write_in_order,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from av.packet import Packet
    from av.video.stream import VideoStream

    from videogen_desktop.pipeline.film.model import EncoderSettings
    from videogen_desktop.pipeline.scenes.animation import Animation


def encode_clip(
    animation: Animation,
    sound: Path,
    clip: Path,
    settings: EncoderSettings,
    on_frame: Callable[[int], None],
) -> ClipFacts:
    """Draw and encode every frame of ``animation`` and the scene's sound into ``clip``.

    Args:
        animation: The scene, not yet advanced.
        sound: The scene's WAV file, 48 kHz, as long as the animation.
        clip: The MP4 file, which is whole or absent.
        settings: The same for every clip of a film.
        on_frame: Called after each frame with the number of frames done.

    Raises:
        VideoGenError: ``disk-full`` or ``not-writable``.
        ValueError: when the animation's picture has not the size of ``settings``.
    """
    remove_partial(clip)
    with replacing(clip) as partial:
        with create_film(partial, {}) as container:
            picture_stream = add_picture(container, settings)
            sound_stream = add_sound(container, settings.sound_bit_rate)
            pictures = _picture_packets(animation, picture_stream, settings, on_frame)
            write_in_order(container, sound_packets(sound_stream, sound), pictures)
        size = partial.stat().st_size
    return ClipFacts(clip.name, animation.frames, size)


def remove_partial(clip: Path) -> None:
    """Remove what a process that was killed has left of a clip."""
    for partial in clip.parent.glob(f"{clip.stem}{PARTIAL_MARK}*"):
        partial.unlink(missing_ok=True)


def _picture_packets(
    animation: Animation, stream: VideoStream, settings: EncoderSettings, on_frame: Callable[[int], None]
) -> Iterator[Packet[VideoStream]]:
    picture = YuvPicture(settings.width, settings.height)
    writer = FrameWriter(stream, picture.frame)
    for frame in range(animation.frames):
        changed = animation.advance(frame)
        if changed is None:
            yield from writer.held()
        else:
            picture.update(animation.image, changed)
            yield from writer.changed()
        on_frame(frame + 1)
    yield from writer.end()
