"""What keys do while the player has the keyboard."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent


class Command(Enum):
    """Something that a key asks of the player."""

    TOGGLE = auto()
    PAUSE = auto()
    FORWARD = auto()
    BACKWARD = auto()
    SKIP_BACK = auto()
    SKIP_ON = auto()
    FRAME_BACK = auto()
    FRAME_ON = auto()
    CHAPTER_BACK = auto()
    CHAPTER_ON = auto()
    START = auto()
    END = auto()
    SLOWER = auto()
    FASTER = auto()
    LOUDER = auto()
    QUIETER = auto()
    MUTE = auto()
    LOOP = auto()
    CAPTIONS = auto()
    FULL_SCREEN = auto()
    LEAVE_FULL_SCREEN = auto()


_KEYS: Mapping[Qt.Key, Command] = {
    Qt.Key.Key_Space: Command.TOGGLE,
    Qt.Key.Key_MediaPlay: Command.TOGGLE,
    Qt.Key.Key_MediaTogglePlayPause: Command.TOGGLE,
    Qt.Key.Key_K: Command.PAUSE,
    Qt.Key.Key_L: Command.FORWARD,
    Qt.Key.Key_J: Command.BACKWARD,
    Qt.Key.Key_Left: Command.SKIP_BACK,
    Qt.Key.Key_Right: Command.SKIP_ON,
    Qt.Key.Key_Comma: Command.FRAME_BACK,
    Qt.Key.Key_Period: Command.FRAME_ON,
    Qt.Key.Key_PageUp: Command.CHAPTER_BACK,
    Qt.Key.Key_PageDown: Command.CHAPTER_ON,
    Qt.Key.Key_Home: Command.START,
    Qt.Key.Key_End: Command.END,
    Qt.Key.Key_Minus: Command.SLOWER,
    Qt.Key.Key_Plus: Command.FASTER,
    Qt.Key.Key_Equal: Command.FASTER,
    Qt.Key.Key_Up: Command.LOUDER,
    Qt.Key.Key_Down: Command.QUIETER,
    Qt.Key.Key_M: Command.MUTE,
    Qt.Key.Key_R: Command.LOOP,
    Qt.Key.Key_C: Command.CAPTIONS,
    Qt.Key.Key_F: Command.FULL_SCREEN,
    Qt.Key.Key_Escape: Command.LEAVE_FULL_SCREEN,
}

_ALLOWED = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
"""Shift, because ``+`` is typed with it on many keyboards."""

_ONCE = frozenset(
    {
        Command.TOGGLE,
        Command.FORWARD,
        Command.BACKWARD,
        Command.MUTE,
        Command.LOOP,
        Command.CAPTIONS,
        Command.FULL_SCREEN,
    }
)
"""A key that is held down asks these only once."""


def command_of(event: QKeyEvent) -> Command | None:
    """What a key asks for; None when it is not the player's."""
    if event.modifiers() & ~_ALLOWED:
        return None
    return _KEYS.get(Qt.Key(event.key()))


def asks(event: QKeyEvent, command: Command) -> bool:
    """Whether a press counts, or only goes on since the key is still down."""
    return not (event.isAutoRepeat() and command in _ONCE)


def shortcuts() -> tuple[tuple[str, str], ...]:
    """Keys with what they do, in the window's language, for a sheet of shortcuts."""
    translate = QCoreApplication.translate
    return (
        (translate("PlayerShortcuts", "Space"), translate("PlayerShortcuts", "Play or pause")),
        ("K", translate("PlayerShortcuts", "Pause")),
        ("L", translate("PlayerShortcuts", "Play; again, faster")),
        ("J", translate("PlayerShortcuts", "Play backward; again, faster")),
        ("← →", translate("PlayerShortcuts", "5 seconds back or on")),
        (", .", translate("PlayerShortcuts", "One frame back or on")),
        (
            translate("PlayerShortcuts", "Page Up, Page Down"),
            translate("PlayerShortcuts", "Previous or next chapter"),
        ),
        (translate("PlayerShortcuts", "Home, End"), translate("PlayerShortcuts", "Start or end")),
        ("− +", translate("PlayerShortcuts", "Slower or faster")),
        ("↑ ↓", translate("PlayerShortcuts", "Louder or quieter")),
        ("M", translate("PlayerShortcuts", "Mute")),
        ("R", translate("PlayerShortcuts", "Repeat")),
        ("C", translate("PlayerShortcuts", "Subtitles")),
        ("F", translate("PlayerShortcuts", "Full screen")),
        (translate("PlayerShortcuts", "Esc"), translate("PlayerShortcuts", "Leave full screen")),
    )
