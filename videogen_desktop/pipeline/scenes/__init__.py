"""Drawing: a scene of the script becomes pictures, frame after frame.

The front door::

    fonts = start_drawing()                       # once a process; QPainter's text needs it
    animation = animate(script, index, audio, cues, look, folder, fonts)
    for frame in range(animation.frames):
        changed = animation.advance(frame)        # a QRect, or None
        ...                                       # animation.image holds the frame
    picture = still(script, index, look, folder, fonts)   # the settled scene: a thumbnail

``folder`` is the output folder that the figures' paths start from; the times of ``audio`` and ``cues``
are seconds from the start of the scene.
"""

from videogen_desktop.pipeline.scenes.animation import Animation
from videogen_desktop.pipeline.scenes.drawing import animate, still
from videogen_desktop.pipeline.scenes.fonts import Fonts, start_drawing
from videogen_desktop.pipeline.scenes.look import Look

__all__ = ["Animation", "Fonts", "Look", "animate", "start_drawing", "still"]
