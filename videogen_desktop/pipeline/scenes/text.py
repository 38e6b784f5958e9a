"""The text scene: a heading, and under it the sentences as they are spoken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize

from videogen_desktop.pipeline.scenes.fitting import Scale, fit
from videogen_desktop.pipeline.scenes.layers import Fades
from videogen_desktop.pipeline.scenes.markup import plain
from videogen_desktop.pipeline.scenes.ornament import paint_rings
from videogen_desktop.pipeline.scenes.points import appear, arrange

if TYPE_CHECKING:
    from videogen_desktop.pipeline.narration.model import SceneAudio
    from videogen_desktop.pipeline.scenes.layers import Layer
    from videogen_desktop.pipeline.scenes.page import Page
    from videogen_desktop.pipeline.script.model import Scene

_HEADING = Scale("display", (68, 60, 52, 44, 38), leading=1.2)
_POINTS = Scale("text", (72, 66, 60, 55, 50, 46, 43, 40, 37, 34, 32, 30), leading=1.36)
_RULE = QSize(72, 8)
_DROP = 0.36
"""The share of the free height that is left above the points: a little over their middle."""


def compose_text(page: Page, scene: Scene, audio: SceneAudio) -> tuple[Layer, ...]:
    """Lay a text scene out on ``page``; return what changes on it."""
    paint_rings(page, QPoint(page.look.width, page.top), first=90, step=52, count=5)
    room = page.body
    if scene.heading.strip():
        room = room.adjusted(0, _heading(page, scene.heading), 0, 0)
    texts = [sentence.text for sentence in scene.sentences]
    points = arrange(texts, room, _POINTS, page.fonts)
    used = max((point.bottom for point in points), default=0)
    room = room.adjusted(0, round((room.height() - used) * _DROP), 0, 0)
    return (Fades(appear(page, room, points, audio)),)


def _heading(page: Page, heading: str) -> int:
    """Write the heading and return the height it takes with the space under it."""
    body = page.body
    page.sheet.fill(QRect(body.topLeft(), _RULE), page.accent, 4)
    page.sheet.place("rule", QRect(body.topLeft(), _RULE))
    block = fit(plain(heading), QSize(body.width(), body.height() // 4), _HEADING, page.fonts)
    top = body.top() + _RULE.height() + 22
    page.sheet.write("heading", block, body.left(), top, page.theme.ink)
    return _RULE.height() + 22 + block.height + 40
