"""The row of controls under the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QMenu, QToolButton, QWidget

from videogen_desktop.desktop.player.commands import Command
from videogen_desktop.desktop.player.timing import clock
from videogen_desktop.desktop.player.transport import SPEEDS
from videogen_desktop.desktop.player.volume import Volume
from videogen_desktop.desktop.theme import icon

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from videogen_desktop.desktop.theme import Roles

_BUTTON = 32
_ICON = QSize(18, 18)
_WIDTH_FOR_VOLUME = 580
_WIDTH_FOR_STEPS = 470
_WIDTH_FOR_LOOP = 410
_NARROWEST = 372


class Controls(QWidget):
    """Buttons that ask for commands, the volume, the speed, and the time.

    Args:
        roles: The colours.
        parent: Owns it.
    """

    asked = Signal(object)
    """``Command``."""

    speed_chosen = Signal(float)
    volume_chosen = Signal(float)

    def __init__(self, roles: Roles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # time runs to the right in every language
        self._roles = roles
        self._icons: dict[QToolButton, str] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 6, 4)
        row.setSpacing(2)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._row = row
        self.setMinimumWidth(_NARROWEST)
        self.setFixedHeight(_BUTTON + 6)
        self.play = self._button("play", Command.TOGGLE)
        self.skip_back = self._button("rotate-ccw", Command.SKIP_BACK)
        self.skip_on = self._button("rotate-cw", Command.SKIP_ON)
        self.frame_back = self._button("step-back", Command.FRAME_BACK)
        self.frame_on = self._button("step-forward", Command.FRAME_ON)
        self.time = self._time_label()
        row.addWidget(self.time)
        row.addStretch()
        self.speed = self._speed_button()
        self.captions = self._button("captions", Command.CAPTIONS)
        self.loop = self._button("repeat", Command.LOOP)
        self.loop.setCheckable(True)
        self.mute = self._button("volume-2", Command.MUTE)
        self.volume = self._volume_slider()
        self.full_screen = self._button("maximize", Command.FULL_SCREEN)
        self._name_buttons()
        self.show_playing(False)
        self.show_captions(True)
        self.show_sound(1.0, muted=False, has_device=True)
        self.show_full_screen(False)
        self.dress(roles)

    def dress(self, roles: Roles) -> None:
        """Take other colours."""
        self._roles = roles
        self.volume.dress(roles)
        for button in self._icons:
            self._draw(button)

    def show_time(self, seconds: float, duration: float) -> None:
        """Where the film is, and how long it is."""
        self.time.setText(f"{clock(seconds)} / {clock(duration)}")

    def show_playing(self, playing: bool) -> None:
        """Whether the film runs."""
        self._set_icon(self.play, "pause" if playing else "play")
        self._name(self.play, self.tr("Pause") if playing else self.tr("Play"), self.tr("Space"))

    def show_captions(self, on: bool) -> None:
        """Whether captions are shown."""
        self._set_icon(self.captions, "captions" if on else "captions-off")
        self._name(self.captions, self.tr("Hide subtitles") if on else self.tr("Show subtitles"), "C")

    def show_loop(self, on: bool) -> None:
        """Whether the film is repeated."""
        self.loop.setChecked(on)

    def show_speed(self, speed: float) -> None:
        """The speed of the film."""
        text = self.tr("{speed}×").format(speed=self.locale().toString(speed, "g", 3))
        self.speed.setText(text)
        self.speed.setAccessibleName(self.tr("Speed, {speed}").format(speed=text))
        for action in self._speeds.actions():
            action.setChecked(action.data() == speed)

    def show_sound(self, volume: float, *, muted: bool, has_device: bool) -> None:
        """How loud it is, and whether anything can be heard at all."""
        silent = muted or volume == 0 or not has_device
        self._set_icon(self.mute, "volume-x" if silent else "volume-2")
        if has_device:
            self._name(self.mute, self.tr("Sound on") if silent else self.tr("Mute"), "M")
        else:
            self.mute.setToolTip(self.tr("No sound device"))
            self.mute.setAccessibleName(self.tr("No sound device"))
        self.volume.setEnabled(has_device)
        blocker = QSignalBlocker(self.volume)
        self.volume.setValue(0 if muted else round(volume * 100))
        blocker.unblock()

    def show_full_screen(self, on: bool) -> None:
        """Whether the film fills the screen."""
        self._set_icon(self.full_screen, "minimize" if on else "maximize")
        self._name(self.full_screen, self.tr("Leave full screen") if on else self.tr("Full screen"), "F")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave out, where there is little room, what keys can do as well."""
        super().resizeEvent(event)
        width = self.width()
        self.volume.setVisible(width >= _WIDTH_FOR_VOLUME)
        self.frame_back.setVisible(width >= _WIDTH_FOR_STEPS)
        self.frame_on.setVisible(width >= _WIDTH_FOR_STEPS)
        self.loop.setVisible(width >= _WIDTH_FOR_LOOP)

    def _button(self, name: str, command: Command) -> QToolButton:
        button = QToolButton(self)
        button.setFixedSize(_BUTTON, _BUTTON)
        button.setStyleSheet("QToolButton { padding: 5px; }")
        button.setIconSize(_ICON)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys with the player
        button.clicked.connect(lambda: self.asked.emit(command))
        self._icons[button] = name
        self._row.addWidget(button)
        return button

    def _name_buttons(self) -> None:
        self._name(self.skip_back, self.tr("5 seconds back"), "←")
        self._name(self.skip_on, self.tr("5 seconds on"), "→")
        self._name(self.frame_back, self.tr("One frame back"), ",")
        self._name(self.frame_on, self.tr("One frame on"), ".")
        self._name(self.loop, self.tr("Repeat"), "R")
        self.speed.setToolTip(self.tr("Speed ({keys})").format(keys="− +"))
        self.volume.setAccessibleName(self.tr("Volume"))
        self.volume.setToolTip(self.tr("Volume ({keys})").format(keys="↑ ↓"))
        self.time.setAccessibleName(self.tr("Time"))

    def _name(self, button: QToolButton, name: str, keys: str) -> None:
        button.setAccessibleName(name)
        button.setToolTip(self.tr("{name} ({keys})").format(name=name, keys=keys))

    def _set_icon(self, button: QToolButton, name: str) -> None:
        if self._icons[button] != name:
            self._icons[button] = name
            self._draw(button)

    def _draw(self, button: QToolButton) -> None:
        button.setIcon(icon(self._icons[button], self._roles.text, self._roles.accent))

    def _time_label(self) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setContentsMargins(8, 0, 8, 0)
        font = QFont(label.font())
        font.setFeature(QFont.Tag("tnum"), 1)
        label.setFont(font)
        return label

    def _speed_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setFixedHeight(_BUTTON)
        button.setMinimumWidth(44)
        button.setStyleSheet("QToolButton { padding: 5px; }")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(button)
        menu.setAccessibleName(self.tr("Speed"))
        self._speeds = QActionGroup(menu)
        for speed in SPEEDS:
            action = QAction(self.tr("{speed}×").format(speed=self.locale().toString(speed, "g", 3)), menu)
            action.setCheckable(True)
            action.setData(speed)
            self._speeds.addAction(action)
            menu.addAction(action)
        self._speeds.triggered.connect(lambda action: self.speed_chosen.emit(action.data()))
        button.setMenu(menu)
        self._row.addWidget(button)
        return button

    def _volume_slider(self) -> Volume:
        slider = Volume(self._roles, self)
        slider.valueChanged.connect(lambda value: self.volume_chosen.emit(value / 100))
        self._row.addWidget(slider)
        return slider
