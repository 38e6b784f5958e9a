"""What a person does with a film: play it, shuttle, step, skip, jump between chapters, choose its speed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtMultimedia import QAudioOutput

    from videogen_desktop.desktop.player.model import Chapter
    from videogen_desktop.desktop.player.playback import Playback

SPEEDS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0)
SKIP_S = 5.0

_USUAL_SPEED = 1.0
_SHUTTLE = (1.0, 2.0, 4.0)
_BACKWARD_EVERY_MS = 60
SAME_CHAPTER_S = 2.0
"""Back within this of a chapter's start means the chapter before it."""


class Transport(QObject):
    """Moves one film; without one, nothing that is asked does anything.

    The library that plays is loaded with the first film, so that the window opens without it.

    Args:
        parent: Owns it.
    """

    loaded = Signal()
    frame_shown = Signal(object)
    moved = Signal(float)
    playing_changed = Signal(bool)
    ended = Signal()
    broken = Signal()
    said = Signal(str)

    speed_changed = Signal(float)
    """The speed that the film plays at."""

    loop_changed = Signal(bool)
    """Whether it begins again at its end."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._playback: Playback | None = None
        self._output: QAudioOutput | None = None
        self._chapters: tuple[Chapter, ...] = ()
        self._speed = _USUAL_SPEED
        self._loop = self._part = False
        self._shuttle = 0
        self._play_when_loaded = False
        self._seek_when_loaded: float | None = None
        self._backward = QTimer(self, interval=_BACKWARD_EVERY_MS)
        self._backward.timeout.connect(self._go_backward)
        self._since = QElapsedTimer()

    @property
    def is_open(self) -> bool:
        """Whether a film is loaded."""
        return self._playback is not None and self._playback.is_open

    @property
    def playing(self) -> bool:
        """Whether the film runs, forward or backward."""
        return self._backward.isActive() or (self._playback is not None and self._playback.playing)

    @property
    def goes_on(self) -> bool:
        """Whether the film runs, or will as soon as it is loaded."""
        return self.playing or self._play_when_loaded

    @property
    def at_end(self) -> bool:
        """Whether its last frame shows."""
        return self._playback is not None and self._playback.at_end

    @property
    def position(self) -> float:
        """The moment that shows, in seconds."""
        return self._playback.position if self._playback else 0.0

    @property
    def duration(self) -> float:
        """Of the film, in seconds."""
        return self._playback.duration if self._playback else 0.0

    @property
    def speed(self) -> float:
        """The speed that was chosen."""
        return self._speed

    @property
    def loop(self) -> bool:
        """Whether the film begins again at its end."""
        return self._loop

    def load(self, film: Path, *, play: bool = False, part: bool = False) -> None:
        """Open a film, held at its first frame, or played.

        Args:
            film: Its file.
            play: Play it.
            part: It is a part of something longer; by itself it is never repeated.
        """
        self._stop_shuttle()
        self._play_when_loaded = self._play_when_loaded or play
        self._part = part
        self._ready().set_loop(self._loop and not part)
        self._ready().load(film)

    def release(self) -> None:
        """Let go of the film's file."""
        self._stop_shuttle()
        self.forget_asked()
        if self._playback and not self._playback.is_idle:
            self._playback.release()

    def forget_asked(self) -> None:
        """What was asked for before a film was open is not wanted any more."""
        self._play_when_loaded = False
        self._seek_when_loaded = None

    def set_chapters(self, chapters: tuple[Chapter, ...]) -> None:
        """The chapters of the film."""
        self._chapters = chapters

    def set_sound(self, output: QAudioOutput | None) -> None:
        """Where the sound goes."""
        self._output = output
        if self._playback:
            self._playback.set_sound(output)

    def set_own_captions(self, on: bool) -> None:
        """Whether ``said`` tells the captions inside the film."""
        if self._playback:
            self._playback.set_own_captions(on)

    def play(self) -> None:
        """Go on, as soon as a film is loaded."""
        self._stop_shuttle()
        if self.is_open:
            self._ready().play()
        else:
            self._play_when_loaded = True

    def pause(self) -> None:
        """Hold still."""
        self._play_when_loaded = False
        self._stop_shuttle()
        if self._playback:
            self._playback.pause()

    def seek(self, seconds: float) -> None:
        """Show a moment, as soon as a film is loaded."""
        self._stop_shuttle()
        if self.is_open:
            self._ready().seek(seconds)
        else:
            self._seek_when_loaded = seconds

    def skip(self, seconds: float) -> None:
        """Go some seconds on, or back."""
        if self.is_open:
            self.seek(min(max(0.0, self.position + seconds), self.duration))

    def step(self, frames: int) -> None:
        """Hold still some frames on, or back."""
        self._stop_shuttle()
        if self._playback:
            self._playback.step(frames)

    def forward(self) -> None:
        """Play; again, faster (the L of an editing desk)."""
        if not self.is_open:
            return
        if self._backward.isActive() or not self.playing:
            self.play()
            return
        faster = [speed for speed in SPEEDS if speed > max(_USUAL_SPEED, self._forward_speed())]
        if faster:
            self._shuttle = SPEEDS.index(faster[0])
            self._apply_speed(faster[0])

    def backward(self) -> None:
        """Play backward without sound; again, faster (the J of an editing desk)."""
        if not self.is_open:
            return
        if self._backward.isActive():
            self._shuttle = min(self._shuttle + 1, len(_SHUTTLE) - 1)
            return
        self.pause()
        self._since.start()
        self._backward.start()
        self.playing_changed.emit(True)

    def next_chapter(self) -> None:
        """Go to the next chapter; from the last one, to the end."""
        later = [chapter.start_s for chapter in self._chapters if chapter.start_s > self.position + 0.01]
        self.seek(later[0] if later else self.duration)

    def previous_chapter(self) -> None:
        """Go to the start of the chapter, or of the one before it."""
        earlier = [c.start_s for c in self._chapters if c.start_s < self.position - SAME_CHAPTER_S]
        self.seek(earlier[-1] if earlier else 0.0)

    def set_speed(self, speed: float) -> None:
        """Choose how fast the film plays, one of ``SPEEDS``."""
        self._speed = speed
        self._shuttle = 0
        self._apply_speed(speed)

    def change_speed(self, steps: int) -> None:
        """Choose a faster speed, or a slower one."""
        number = SPEEDS.index(self._speed) + steps
        self.set_speed(SPEEDS[min(max(0, number), len(SPEEDS) - 1)])

    def set_loop(self, on: bool) -> None:
        """Begin again at the end, or not."""
        if on != self._loop:
            self._loop = on
            if self._playback:
                self._playback.set_loop(on and not self._part)
            self.loop_changed.emit(on)

    def _ready(self) -> Playback:
        if self._playback is None:
            from videogen_desktop.desktop.player.playback import (
                Playback,
            )  # Qt Multimedia: with the first film

            made = self._playback = Playback(self)
            made.loaded.connect(self._begin)
            made.frame_shown.connect(self.frame_shown)
            made.moved.connect(self.moved)
            made.playing_changed.connect(self._tell_playing)
            made.ended.connect(self.ended)
            made.broken.connect(self.broken)
            made.said.connect(self.said)
            made.set_sound(self._output)
        return self._playback

    def _begin(self) -> None:
        self._apply_speed(self._speed)
        self.loaded.emit()
        if self._seek_when_loaded is not None:
            self._ready().seek(self._seek_when_loaded)
        if self._play_when_loaded:
            self._ready().play()
        self._seek_when_loaded = None
        self._play_when_loaded = False

    def _tell_playing(self, playing: bool) -> None:
        if not playing and not self._backward.isActive():
            self._end_shuttle()
        self.playing_changed.emit(self.playing)

    def _forward_speed(self) -> float:
        return SPEEDS[self._shuttle] if self._shuttle else self._speed

    def _apply_speed(self, speed: float) -> None:
        if self._playback:
            self._playback.set_speed(speed)
        self.speed_changed.emit(speed)

    def _go_backward(self) -> None:
        passed = self._since.restart() / 1000
        if not self.is_open or self.position <= 0:
            self._stop_shuttle()
            return
        self._ready().seek(max(0.0, self.position - passed * _SHUTTLE[self._shuttle]))

    def _stop_shuttle(self) -> None:
        if self._backward.isActive():
            self._backward.stop()
            self._shuttle = 0
            self.playing_changed.emit(self.playing)

    def _end_shuttle(self) -> None:
        if self._shuttle:
            self._shuttle = 0
            self._apply_speed(self._speed)
