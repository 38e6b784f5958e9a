"""Icons outlive what shows them, and what they were asked for by."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton

from videogen_desktop.desktop.theme import icon

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

SIDE = 24
COLOUR = "#123456"


class _Cycle:
    """Holds itself, so that only the collector frees it."""

    def __init__(self, *held: object) -> None:
        self.held = (self, *held)


def test_an_icon_is_drawn_after_whoever_asked_for_it_was_collected(qtbot: QtBot) -> None:
    """The collector freed the engine with the icon, while buttons went on drawing with it: a crash."""
    shown = []
    for number in range(400):
        button = QPushButton()
        qtbot.addWidget(button)
        asked = icon("play", f"#0000{number % 2:02x}")
        button.setIcon(asked)
        shown.append(button)
        _Cycle(asked, QPushButton())
        icon("pause", COLOUR).pixmap(QSize(SIDE, SIDE), 1.5)
        del asked, button
        if number % 50 == 0:
            gc.collect()
            assert not shown[0].grab().isNull()
            shown.clear()


def test_an_icon_is_in_its_colour_and_sharp_at_any_scale(qtbot: QtBot) -> None:  # noqa: ARG001 - a screen
    for scale in (1.0, 1.25, 2.0):
        picture = icon("play", COLOUR).pixmap(QSize(SIDE, SIDE), scale)
        assert picture.size() == QSize(SIDE, SIDE) * scale
        image = picture.toImage()
        colours = {
            image.pixelColor(x, y).name()
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y).alpha() == 255
        }
        assert colours == {COLOUR}


def test_a_checked_one_has_its_other_colour_and_a_disabled_one_is_paler(qtbot: QtBot) -> None:  # noqa: ARG001
    def darkest(mode: QIcon.Mode, state: QIcon.State) -> tuple[str, int]:
        image = icon("play", COLOUR, "#ff0000").pixmap(QSize(SIDE, SIDE), mode, state).toImage()
        spots = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
        most = max(spots, key=lambda colour: colour.alpha())
        return most.name(), most.alpha()

    assert darkest(QIcon.Mode.Normal, QIcon.State.Off) == (COLOUR, 255)
    assert darkest(QIcon.Mode.Normal, QIcon.State.On) == ("#ff0000", 255)
    assert 80 < darkest(QIcon.Mode.Disabled, QIcon.State.Off)[1] < 130
