"""How a frame that shows the same picture as the one before it is written.

Today the encoder is given the same picture again, which keeps the frame rate strictly constant and costs
an encoding of nothing new. This is the only place that knows; whoever encodes says just which frames are
held. Packets may be handed back later than the frames they belong to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import av
    from av.packet import Packet
    from av.video.stream import VideoStream


class FrameWriter:
    """Gives one stream its frames, in order, the first at time 0.

    Args:
        stream: Where the frames go; the time base of its codec is one frame.
        picture: What the frames show; its samples are changed in place between the calls.
    """

    def __init__(self, stream: VideoStream, picture: av.VideoFrame) -> None:
        self._stream = stream
        self._picture = picture
        self._frame = 0

    def changed(self) -> list[Packet[VideoStream]]:
        """Write a frame whose picture is not that of the frame before."""
        return self._encoded()

    def held(self) -> list[Packet[VideoStream]]:
        """Write a frame that shows the picture of the frame before once more."""
        return self._encoded()

    def end(self) -> list[Packet[VideoStream]]:
        """Return what is still to come after the last frame."""
        return self._stream.encode(None)

    def _encoded(self) -> list[Packet[VideoStream]]:
        # x264 has copied the samples when encode returns, so that the picture may be drawn on again
        self._picture.pts = self._frame
        self._frame += 1
        return self._stream.encode(self._picture)
