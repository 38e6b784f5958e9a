"""How a person likes films to be played, kept from one start of the program to the next."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from videogen_desktop.desktop.player.transport import SPEEDS

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

    from videogen_desktop.desktop.player.pane import PlayerPane

_GROUP = "player"


@dataclass(frozen=True)
class Habits:
    """What holds for every film. Repeating is not among them: it is about the film at hand.

    Attributes:
        volume: From 0 to 1.
        muted: Whether nothing is to be heard.
        speed: One of ``SPEEDS``.
        captions: Whether captions are shown.
    """

    volume: float = 1.0
    muted: bool = False
    speed: float = 1.0
    captions: bool = True


def habits_of(player: PlayerPane) -> Habits:
    """How films are played now."""
    sound = player.sound
    return Habits(sound.volume, sound.muted, player.transport.speed, player.captioning.on)


def apply(habits: Habits, player: PlayerPane) -> None:
    """Play films like that from now on."""
    player.sound.set_volume(habits.volume)
    player.sound.set_muted(habits.muted)
    player.transport.set_speed(habits.speed)
    player.captioning.set_on(habits.captions)


def remember(habits: Habits, memory: QSettings) -> None:
    """Keep them for the next start."""
    memory.beginGroup(_GROUP)
    memory.setValue("volume", habits.volume)
    memory.setValue("muted", habits.muted)
    memory.setValue("speed", habits.speed)
    memory.setValue("captions", habits.captions)
    memory.endGroup()


def remembered(memory: QSettings) -> Habits:
    """What was kept; the usual in place of what is missing or makes no sense."""
    usual = Habits()
    memory.beginGroup(_GROUP)
    volume = _number(memory.value("volume"), usual.volume)
    speed = _number(memory.value("speed"), usual.speed)
    muted = memory.value("muted", usual.muted, type=bool)
    captions = memory.value("captions", usual.captions, type=bool)
    memory.endGroup()
    return Habits(
        volume if 0 <= volume <= 1 else usual.volume,
        bool(muted),
        speed if speed in SPEEDS else usual.speed,
        bool(captions),
    )


def _number(value: object, usual: float) -> float:
    try:
        number = float(str(value))
    except ValueError:
        return usual
    return number if math.isfinite(number) else usual
