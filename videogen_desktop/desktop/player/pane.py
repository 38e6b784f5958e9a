"""The player: shows a film, finished scenes, or a sentence about why there is nothing to see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from videogen_desktop.desktop.player.captioning import Captioning
from videogen_desktop.desktop.player.commands import Command
from videogen_desktop.desktop.player.deeds import deeds
from videogen_desktop.desktop.player.full_screen import FullScreen
from videogen_desktop.desktop.player.hovering import Hovering
from videogen_desktop.desktop.player.looking import FilmFiles, look_at
from videogen_desktop.desktop.player.multimedia_log import quieten_multimedia
from videogen_desktop.desktop.player.scenes import Scenes
from videogen_desktop.desktop.player.sound import Sound
from videogen_desktop.desktop.player.stage import Stage
from videogen_desktop.desktop.player.transport import Transport
from videogen_desktop.desktop.theme import DARK
from videogen_desktop.desktop.title_text import shown

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from videogen_desktop.desktop.background import Background
    from videogen_desktop.desktop.player.message import Action
    from videogen_desktop.desktop.player.model import FilmToPlay
    from videogen_desktop.desktop.theme import Theme

_SETTLE_MS = 150
"""A selection that moves on within this opens nothing."""


class PlayerPane(QWidget):
    """Plays one film at a time. Whatever is asked before a film is open is done once it is.

    Args:
        theme: Colours and icons.
        background: For what touches the disk.
        parent: Owns it.
    """

    position_changed = Signal(float)
    """The moment that shows, in seconds: at each frame."""

    scene_changed = Signal(int)
    """The number in the script, from 0, of the scene that is opened; positions are then those in it."""

    duration_changed = Signal(float)
    """The length of what was opened, in seconds."""

    film_opened = Signal(str)
    """The path of a film that is there and can be played."""

    broken = Signal(str)
    """The path of a film that is missing or cannot be played."""

    find_wanted = Signal()
    """The person wants to say where the film is now."""

    make_again_wanted = Signal()
    """The person wants the film to be made anew."""

    full_screen_changed = Signal(bool)
    """Whether the film fills the screen."""

    def __init__(self, theme: Theme, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._background = background
        self._film: FilmToPlay | None = None
        self._version: tuple[int, int, int] | None = None
        self._title = ""
        self._open: Path | None = None
        self._full: FullScreen | None = None
        self._settling = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settling.timeout.connect(self._look)
        self.transport = Transport(self)
        self.scenes = Scenes(self.transport, self)
        self.sound = Sound(self)
        self.stage = Stage(theme.roles, self)
        self.captioning = Captioning(self.transport, self.stage, self)
        self._hovering = Hovering(self.transport, self.stage, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.stage)
        self.setFocusProxy(self.stage)
        self._deeds = deeds(self)
        self._connect()
        self.clear()

    @property
    def position(self) -> float:
        """The moment that shows, in seconds."""
        return self.transport.position

    @property
    def goes_on(self) -> bool:
        """Whether it plays, or will as soon as there is something to play."""
        return self.transport.goes_on or self.scenes.waiting

    def show_film(self, film: FilmToPlay) -> None:
        """Show a film, held at its first frame. The same film again leaves it as it plays."""
        same = self._film is not None and self._film.path == film.path
        if not same:
            self._leave()
        self._film, self._title = film, shown(film.title)
        self._settling.start()

    def show_scenes(self, paths: Sequence[Path], title: str, total: int | None = None) -> None:
        """Show the finished scenes of a film in production, one after another.

        Args:
            paths: The scenes' clips, ``scene_NN.mp4``, in order. Further ones leave what plays, and are
                played after it.
            title: What the film is called for a person.
            total: How many scenes it will have; None when that is not known.
        """
        new = tuple(paths)
        goes_on = self.scenes.go_on_in(new)
        if not goes_on:
            self._leave()
        self._title = shown(title)
        self.scenes.use(new, total or 0)
        if not new:
            self.show_message(self.tr("No scene is finished yet."))
        elif goes_on:
            self._tell_scene()
        else:
            self._settling.start()

    def show_message(self, text: str, actions: Sequence[Action] = ()) -> None:
        """Say something in place of a film.

        Args:
            text: Shown as it is.
            actions: Names of buttons with what they do; the first is the one to press.
        """
        self._leave()
        self._say(text, actions)

    def clear(self) -> None:
        """Show nothing."""
        self.show_message("")

    def seek(self, seconds: float) -> None:
        """Show the frame of a moment."""
        self.transport.seek(seconds)

    def seek_scene(self, number: int, seconds: float) -> None:
        """Show a moment of a finished scene, and go on playing if the one before it did.

        Args:
            number: Of the scene in the script, from 0; nothing happens unless it is among those shown.
            seconds: From its beginning.
        """
        index = self.scenes.index_of(number)
        if index is None:
            return
        if self._open != self.scenes.paths[index]:
            self._settling.stop()
            self.scenes.open(index, play=self.transport.playing)
        self.transport.seek(seconds)

    def play(self) -> None:
        """Play; at the end, from the start, or the scene that comes next."""
        if not (self.transport.at_end and self.scenes.open_next(play=True)):
            self.transport.play()

    def pause(self) -> None:
        """Hold still."""
        self.scenes.stay()
        self.transport.pause()

    def release(self) -> None:
        """Let go of the file, so that it can be replaced or deleted on every system; the frame stays."""
        self._settling.stop()
        self._background.drop(self)
        self._film, self._open, self._version = None, None, None
        self.scenes.forget()
        self._hovering.set_film(None)
        self.transport.release()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or no longer."""
        self.set_full_screen(self._full is None)

    def set_full_screen(self, on: bool) -> None:
        """Fill the screen, or go back into the window."""
        if on == (self._full is not None) or (on and self._open is None):
            return
        if on:
            self._fill_screen()
        else:
            self._go_back()
        self.stage.setFocus(Qt.FocusReason.OtherFocusReason)
        self.full_screen_changed.emit(on)

    def _connect(self) -> None:
        transport, stage = self.transport, self.stage
        transport.frame_shown.connect(stage.picture.show_frame)
        transport.moved.connect(self._follow)
        transport.loaded.connect(self._opened)
        transport.playing_changed.connect(self._tell_playing)
        later = (
            Qt.ConnectionType.QueuedConnection
        )  # the next file is not opened while the last one still ends
        transport.ended.connect(self._end, later)
        transport.broken.connect(self._break, later)
        self.scenes.wanted.connect(self._open_scene)
        self._hovering.failed.connect(self._check)
        transport.speed_changed.connect(stage.controls.show_speed)
        transport.loop_changed.connect(stage.controls.show_loop)
        stage.controls.show_speed(transport.speed)
        stage.controls.asked.connect(self._carry_out)
        stage.controls.speed_chosen.connect(transport.set_speed)
        stage.controls.volume_chosen.connect(self.sound.set_volume)
        stage.timeline.sought.connect(transport.seek)
        stage.asked.connect(self._carry_out)
        stage.picture.pressed.connect(stage.setFocus)
        stage.picture.double_clicked.connect(lambda: self._carry_out(Command.FULL_SCREEN))
        self.sound.routed.connect(transport.set_sound)
        self.sound.changed.connect(self._tell_sound)
        self._theme.changed.connect(self._dress)

    def _carry_out(self, command: Command) -> None:
        if self._open is not None or command is Command.LEAVE_FULL_SCREEN:
            self._deeds[command]()

    def _look(self) -> None:
        """Look at the files of what is to be shown, off the UI thread, and open it."""
        if self._film is not None:
            path, captions = self._film.path, self._film.captions
            self._background.run(lambda: look_at(path, captions), self._open_film, key=self)
        elif self.scenes.paths:
            self.scenes.open(0)

    def _open_film(self, files: FilmFiles) -> None:
        film = self._film
        if film is None:
            return
        if files.version is None:
            self._say_gone(film.path)
            return
        self.captioning.use(files.cues, burned=film.burned)
        self._use_chapters(film)
        if self._open == film.path and self._version == files.version:
            return
        self._version = files.version
        self._load(film.path)

    def _open_scene(self, clip: Path, play: bool) -> None:
        self.captioning.use(None)
        self.transport.set_chapters(())
        self._load(clip, play=play)
        self._tell_scene()
        self.scene_changed.emit(self.scenes.number)

    def _load(self, path: Path, *, play: bool = False) -> None:
        self._open = path
        if not play:
            self.stage.picture.clear()
        self._hovering.set_film(path)
        self.stage.show_line("")
        self.stage.show_picture()
        quieten_multimedia()
        self.sound.start()
        self.transport.load(path, play=play, part=self._film is None)

    def _opened(self) -> None:
        duration = self.transport.duration
        chapters = self._film.chapters if self._film else ()
        self.stage.timeline.set_film(duration, chapters)
        self.duration_changed.emit(duration)
        self._follow(0.0)
        if self._film:
            self.film_opened.emit(str(self._film.path))

    def _use_chapters(self, film: FilmToPlay) -> None:
        self.transport.set_chapters(film.chapters)
        if self.transport.is_open and self._open == film.path:
            self.stage.timeline.set_film(self.transport.duration, film.chapters)

    def _end(self) -> None:
        if self.transport.at_end:  # else something else was asked for meanwhile
            self.scenes.go_on()

    def _tell_scene(self) -> None:
        if self.scenes.total:
            text = self.tr("Scene {number} of {total} — the film is still being made")
        else:
            text = self.tr("Scene {number} — the film is still being made")
        self.stage.show_line(text.format(number=self.scenes.number + 1, total=self.scenes.total))

    def _break(self) -> None:
        if self._open is None:
            return
        if self._film is not None:
            self._check(self.tr("The film cannot be played. Its file is damaged."))
        elif not self.scenes.open_next(play=False):
            self._say(self.tr("The scenes that are finished cannot be played just now."))

    def _check(self, otherwise: str = "") -> None:
        """Look whether the film is where it was: what plays of an open file says nothing about that.

        Args:
            otherwise: What is wrong with it if it is there; empty for nothing.
        """
        path = self._open
        if self._film is None or path is None:
            return

        def tell(files: FilmFiles) -> None:
            if self._open != path:
                return
            if files.version is None:
                self._say_gone(path)
            elif otherwise:
                self._unplayable(path, otherwise)

        self._background.run(lambda: look_at(path, None), tell, key=(self, otherwise))

    def _say_gone(self, path: Path) -> None:
        told = self.tr(
            "The film is not where it was. It was moved or deleted, or its drive is not connected."
        )
        self._unplayable(path, told)

    def _unplayable(self, path: Path, text: str) -> None:
        self._say(
            text,
            (
                (self.tr("Find film…"), self.find_wanted.emit),
                (self.tr("Try again"), self._look),
                (self.tr("Make again"), self.make_again_wanted.emit),
            ),
        )
        self.broken.emit(str(path))

    def _say(self, text: str, actions: Sequence[Action] = ()) -> None:
        self.set_full_screen(False)
        self.transport.release()
        self._hovering.set_film(None)
        self._open, self._version = None, None
        self.stage.message.say(text, actions)
        self.stage.show_message()

    def _leave(self) -> None:
        """What was shown is not wanted any more; it stays in sight, still, until the next is there."""
        self._settling.stop()
        self._background.drop(self)
        self._film, self._open, self._version = None, None, None
        self.scenes.forget()
        self.transport.release()

    def _follow(self, seconds: float) -> None:
        self.stage.timeline.follow(seconds)
        self.stage.controls.show_time(seconds, self.transport.duration)
        self.position_changed.emit(seconds)

    def _tell_playing(self, playing: bool) -> None:
        self.stage.controls.show_playing(playing)
        self.stage.set_playing(playing)
        if not playing:
            self._check()

    def _tell_sound(self) -> None:
        sound = self.sound
        self.stage.controls.show_sound(sound.volume, muted=sound.muted, has_device=sound.has_device)

    def _fill_screen(self) -> None:
        title = self._title or QApplication.applicationDisplayName()
        self._full = FullScreen(self.stage, title, self.window())
        self._full.closed.connect(lambda: self.set_full_screen(False))
        self.stage.set_filling(True)
        self.stage.controls.show_full_screen(True)
        self._dress()
        self._full.showFullScreen()

    def _go_back(self) -> None:
        full, self._full = self._full, None
        self._column.addWidget(self.stage)
        self.stage.show()  # at once, so that it can take the keyboard; the layout would show it later
        self.stage.set_filling(False)
        self.stage.controls.show_full_screen(False)
        self._dress()
        self.window().activateWindow()
        if full is not None:
            full.hide()
            full.deleteLater()

    def _dress(self) -> None:
        self.stage.dress(DARK if self._full else self._theme.roles)
