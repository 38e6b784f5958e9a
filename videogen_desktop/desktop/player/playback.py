"""One film at a time through Qt Multimedia: its frames, exact seeking, and an end that can be left again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtMultimedia import QMediaMetaData, QMediaPlayer, QVideoSink

from videogen_desktop.desktop.player.timing import USUAL_RATE, frame_at, last_frame, middle_of, start_of

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtMultimedia import QAudioOutput, QVideoFrame

_LANDED_WITHIN_MS = 1500
"""After that a seek is taken as done, whatever frame came."""


class Playback(QObject):
    """Plays a film, or holds it still at a frame.

    A seek shows the frame at that moment, paused or not. Of seeks that come faster than frames are decoded,
    only the last one is carried out.

    Args:
        parent: Owns it.
    """

    loaded = Signal()
    """The film is open: its length and rate are known; its first frame follows."""

    frame_shown = Signal(object)
    """``QVideoFrame``: to be shown now."""

    moved = Signal(float)
    """The moment that is shown, in seconds."""

    playing_changed = Signal(bool)
    """Whether it plays."""

    ended = Signal()
    """The film played to its end."""

    broken = Signal()
    """What was loaded cannot be played."""

    said = Signal(str)
    """The caption of the film's own track, while it plays."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rate = USUAL_RATE
        self._position = 0.0
        self._open = False
        self._expecting = False
        self._playing = False
        self._wanted: int | None = None
        self._under_way: int | None = None
        self._landing = QTimer(self, singleShot=True, interval=_LANDED_WITHIN_MS)
        self._landing.timeout.connect(self._landed)
        self._sink = QVideoSink(self)
        self._sink.videoFrameChanged.connect(self._show)
        self._sink.subtitleTextChanged.connect(self.said)
        self._player = QMediaPlayer(self)
        self._player.setVideoSink(self._sink)
        self._player.mediaStatusChanged.connect(self._follow)
        self._player.playbackStateChanged.connect(self._tell_playing)
        self._player.errorOccurred.connect(self._fail)

    @property
    def is_open(self) -> bool:
        """Whether a film is loaded and can be played."""
        return self._open

    @property
    def is_idle(self) -> bool:
        """Whether no file is held or being opened."""
        return self._player.source().isEmpty()

    @property
    def playing(self) -> bool:
        """Whether the film runs, or will as soon as a seek has landed."""
        return self._playing

    @property
    def position(self) -> float:
        """The moment that is shown or sought, in seconds."""
        return self._position

    @property
    def duration(self) -> float:
        """Of the film, in seconds; 0 when none is loaded."""
        return self._player.duration() / 1000 if self._open else 0.0

    @property
    def rate(self) -> float:
        """Frames a second."""
        return self._rate

    @property
    def at_end(self) -> bool:
        """Whether the last frame shows."""
        return self._open and frame_at(self._position, self._rate) >= last_frame(self.duration, self._rate)

    def load(self, film: Path) -> None:
        """Open a film, paused on its first frame; what was open before is let go."""
        self.release()
        self._expecting = True
        self._player.setSource(QUrl.fromLocalFile(str(film)))
        self._player.pause()

    def release(self) -> None:
        """Let go of the file."""
        self._forget()
        self._player.setSource(QUrl())

    def play(self) -> None:
        """Go on; at the end, from the start."""
        if not self._open:
            return
        if self.at_end:
            self.seek(0.0)
        self._player.play()

    def pause(self) -> None:
        """Hold still at the frame that shows."""
        if self._open and self._playing:
            self._player.pause()

    def seek(self, seconds: float) -> None:
        """Show the frame of a moment; beyond either end, the first or last one."""
        self.seek_frame(frame_at(seconds, self._rate))

    def seek_frame(self, frame: int) -> None:
        """Show a frame by its number."""
        if not self._open:
            return
        frame = min(max(0, frame), last_frame(self.duration, self._rate))
        self._wanted = frame
        self._move(start_of(frame, self._rate))
        if self._under_way is None:
            self._carry_out()

    def step(self, frames: int) -> None:
        """Hold still some frames on, or back."""
        self.pause()
        self.seek_frame(frame_at(self._position, self._rate) + frames)

    def set_speed(self, speed: float) -> None:
        """Play faster or slower than 1.0; voices keep their pitch."""
        self._player.setPlaybackRate(speed)

    def set_loop(self, on: bool) -> None:
        """Begin again at the end, or not."""
        self._player.setLoops(QMediaPlayer.Loops.Infinite if on else QMediaPlayer.Loops.Once)

    def set_sound(self, output: QAudioOutput | None) -> None:
        """Where the sound goes; None for nowhere."""
        self._player.setAudioOutput(output)  # type: ignore[arg-type]  # Qt takes none; its stubs do not say so

    def set_own_captions(self, on: bool) -> None:
        """Whether ``said`` tells the captions inside the film."""
        track = 0 if on and self._player.subtitleTracks() else -1
        if track != self._player.activeSubtitleTrack():
            self._player.setActiveSubtitleTrack(track)
            self.seek(self._position)  # the change may have swallowed the frame that was on its way

    def _forget(self) -> None:
        self._open = self._expecting = False  # letting go tells of the old film once more
        self._wanted = self._under_way = None
        self._landing.stop()
        self._position = 0.0
        self._set_playing(False)

    def _follow(self, status: QMediaPlayer.MediaStatus) -> None:
        if status == QMediaPlayer.MediaStatus.LoadedMedia and self._expecting:
            self._open_film()
        elif status == QMediaPlayer.MediaStatus.EndOfMedia and self._open:
            self._end()
        elif status == QMediaPlayer.MediaStatus.InvalidMedia:
            self._fail()

    def _open_film(self) -> None:
        if not self._player.hasVideo() or self._player.duration() <= 0:
            self._fail()
            return
        self._open, self._expecting = True, False
        told = self._player.metaData().value(QMediaMetaData.Key.VideoFrameRate)
        self._rate = float(told) if told else USUAL_RATE
        QTimer.singleShot(0, self._tell_loaded)  # the player is still to carry out its first pause

    def _tell_loaded(self) -> None:
        if self._open:
            self.loaded.emit()

    def _end(self) -> None:
        self._set_playing(False)
        self._move(start_of(last_frame(self.duration, self._rate), self._rate))
        self.ended.emit()

    def _fail(self) -> None:
        if not self._open and not self._expecting:
            return
        self._open = self._expecting = False
        self._set_playing(False)
        self.broken.emit()

    def _tell_playing(self, state: QMediaPlayer.PlaybackState) -> None:
        self._set_playing(self._open and state == QMediaPlayer.PlaybackState.PlayingState)

    def _set_playing(self, playing: bool) -> None:
        if playing != self._playing:
            self._playing = playing
            self.playing_changed.emit(playing)

    def _carry_out(self) -> None:
        frame, self._wanted = self._wanted, None
        if frame is None:
            return
        self._under_way = frame
        self._landing.start()
        if self._player.playbackState() == QMediaPlayer.PlaybackState.StoppedState:
            self._player.pause()  # a stopped player shows nothing of where it is sent
        self._player.setPosition(middle_of(frame, self._rate))

    def _show(self, frame: QVideoFrame) -> None:
        if not self._open or not frame.isValid():
            return
        began = frame.startTime() / 1e6
        if self._under_way is not None:
            number = frame_at(began, self._rate)
            if not self._under_way <= number <= self._under_way + 1:
                return  # on its way since before the seek
            self._show_here(frame, began)
            self._landed()
        else:
            self._show_here(frame, began)

    def _show_here(self, frame: QVideoFrame, began: float) -> None:
        self.frame_shown.emit(frame)
        if self._wanted is None:
            self._move(max(0.0, began))

    def _landed(self) -> None:
        self._landing.stop()
        self._under_way = None
        if self._wanted is not None:
            self._carry_out()

    def _move(self, seconds: float) -> None:
        if seconds != self._position:
            self._position = seconds
            self.moved.emit(seconds)
