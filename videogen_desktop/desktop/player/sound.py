"""The sound of what is played: how loud it is, and where it goes while there is somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioOutput, QMediaDevices

VOLUME_STEP = 0.05


class Sound(QObject):
    """The loudness that was chosen, and the system's device. A computer without one is no error.

    Args:
        parent: Owns it.
    """

    changed = Signal()
    """Loudness, muting or the device differ."""

    routed = Signal(object)
    """``QAudioOutput | None``: where sound goes from now on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._volume = 1.0
        self._muted = False
        self._output: QAudioOutput | None = None
        self._devices: QMediaDevices | None = None

    @property
    def volume(self) -> float:
        """As it is heard, from 0 to 1."""
        return self._volume

    @property
    def muted(self) -> bool:
        """Whether nothing is to be heard."""
        return self._muted

    @property
    def has_device(self) -> bool:
        """Whether the system can make sound; known once a film was loaded, supposed before."""
        return self._devices is None or self._output is not None

    def start(self) -> None:
        """Look for the system's device, and follow it from now on."""
        if self._devices is None:
            from PySide6.QtMultimedia import QMediaDevices  # with the first film

            self._devices = QMediaDevices(self)
            self._devices.audioOutputsChanged.connect(self._route)
            self._route()

    def set_volume(self, volume: float) -> None:
        """Choose how loud it is; any volume ends muting."""
        self._volume = min(max(0.0, volume), 1.0)
        self._muted = False
        self._apply()

    def set_muted(self, muted: bool) -> None:
        """Let nothing be heard, or let it again."""
        self._muted = muted
        self._apply()

    def _route(self) -> None:
        from PySide6.QtMultimedia import QAudioOutput, QMediaDevices

        device = QMediaDevices.defaultAudioOutput()
        if device.isNull():  # an output without a device would only write warnings
            self._output = None
        elif self._output is None:
            self._output = QAudioOutput(device, self)
        else:
            self._output.setDevice(device)
        self._apply()
        self.routed.emit(self._output)

    def _apply(self) -> None:
        if self._output is not None:
            from PySide6.QtMultimedia import QtAudio

            scale = QtAudio.VolumeScale
            linear = QtAudio.convertVolume(
                self._volume, scale.LogarithmicVolumeScale, scale.LinearVolumeScale
            )
            self._output.setVolume(linear)
            self._output.setMuted(self._muted)
        self.changed.emit()
