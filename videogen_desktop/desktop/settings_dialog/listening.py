"""Hearing a voice before films are made with it."""

from __future__ import annotations

import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QObject, QUrl, Signal

from videogen_desktop.desktop.background import Background
from videogen_desktop.desktop.settings_dialog.speaking import NotWantedError, speak

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer

    from videogen_desktop.errors import VideoGenError

Listening = Literal["still", "speaking", "playing"]

_SENTENCE: Final = "In this film you hear what the authors found, and how certain they are of it."


class Listener(QObject):
    """Has a voice say a sentence and plays it; one at a time.

    Args:
        parent: Owns it.
    """

    changed = Signal(str)
    """``Listening``: what goes on now."""

    failed = Signal(object)
    """``VideoGenError``."""

    no_sound = Signal()
    """The voice works, and this computer has nothing to hear it with."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = Background(self, threads=1)
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._unwanted = threading.Event()
        self._player: QMediaPlayer | None = None
        self._output: QAudioOutput | None = None
        self._now: Listening = "still"

    @property
    def now(self) -> Listening:
        """What goes on."""
        return self._now

    def listen(self, voice: str | None) -> None:
        """Have a voice say a sentence; None is the built-in one."""
        self.stop()
        self._unwanted = unwanted = threading.Event()
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="videogen-voice-", ignore_cleanup_errors=True)
        wav = Path(self._folder.name) / "sentence.wav"
        self._become("speaking")

        def work() -> Path | None:
            try:
                speak(voice, _SENTENCE, wav, unwanted)
            except NotWantedError:
                return None
            return wav

        self._background.run(work, self._play, self._fail, key="voice")

    def stop(self) -> None:
        """Say no more."""
        self._unwanted.set()
        self._background.drop("voice")
        if self._player is not None:
            self._player.stop()
            self._player.setSource(QUrl())  # lets go of the file, which the next sentence is written to
        self._become("still")

    def close(self) -> None:
        """Say no more, and leave nothing behind."""
        self.stop()
        self._background.close()
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def _play(self, wav: Path | None) -> None:
        if wav is None:
            return
        from PySide6.QtMultimedia import QAudioOutput, QMediaDevices, QMediaPlayer

        if QMediaDevices.defaultAudioOutput().isNull():
            self._become("still")
            self.no_sound.emit()
            return
        if self._player is None:
            self._output = QAudioOutput(self)
            self._player = QMediaPlayer(self)
            self._player.setAudioOutput(self._output)
            self._player.playbackStateChanged.connect(self._state_changed)
        self._player.setSource(QUrl.fromLocalFile(str(wav)))
        self._player.play()
        self._become("playing")

    def _state_changed(self) -> None:
        from PySide6.QtMultimedia import QMediaPlayer

        stopped = QMediaPlayer.PlaybackState.StoppedState
        if self._player is not None and self._player.playbackState() == stopped and self._now == "playing":
            self._become("still")

    def _fail(self, error: VideoGenError) -> None:
        self._become("still")
        self.failed.emit(error)

    def _become(self, now: Listening) -> None:
        if now != self._now:
            self._now = now
            self.changed.emit(now)
