"""What the player shows of a job: its film, the scenes that are ready, or why there is nothing to see."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from videogen_desktop.desktop.details.places import scene_name
from videogen_desktop.desktop.film_files import waits_for_review
from videogen_desktop.desktop.player import Chapter, FilmToPlay
from videogen_desktop.desktop.said import said
from videogen_desktop.desktop.title_text import shown
from videogen_desktop.desktop.wanted import name_of, way_on

if TYPE_CHECKING:
    from collections.abc import Callable

    from videogen_desktop.desktop.details.reading import Details
    from videogen_desktop.desktop.details.times import SentenceTimes
    from videogen_desktop.desktop.player import PlayerPane
    from videogen_desktop.desktop.player.message import Action
    from videogen_desktop.desktop.wanted import Act
    from videogen_desktop.jobs.model import Film, Job

_SHAPES = {"16:9": 9 / 16, "9:16": 16 / 9, "1:1": 1.0}
_NOTHING_IS_MADE = ("completed", "cancelled")
"""States in which a film that cannot be played is all that there is to tell of."""
_CONTROLS = 66
"""Pixels that the player's controls take under the picture."""


class FilmShown:
    """Hands the player what there is of a job's film, and nothing twice.

    Args:
        player: The player.
        act: Does something with a job, by its name and the job's number.
    """

    def __init__(self, player: PlayerPane, act: Callable[[Act, int], None]) -> None:
        self._player = player
        self._act = act
        self._shown: object = None
        self._broken: Path | None = None
        self._scene = 0
        self._shape = _SHAPES["16:9"]
        player.scene_changed.connect(self._follow_scene)
        player.broken.connect(self._note_broken)
        player.film_opened.connect(self._note_whole)

    def seek(self, sentence: int, times: SentenceTimes) -> None:
        """Go to where a sentence is heard; nothing happens while that is not known or not made yet."""
        start, place = times.start_of(sentence), times.place_of(sentence)
        if self._shows("film") and start is not None:
            self._player.seek(start)
        elif self._shows("scenes") and place is not None:
            self._player.seek_scene(*place)

    def heard_at(self, seconds: float, times: SentenceTimes) -> int | None:
        """The sentence that is heard at a time of what the player shows; None when that is not known."""
        if self._shows("scenes"):
            return times.heard_in(self._scene, seconds)
        return times.heard_at(seconds) if self._shows("film") else None

    def clear(self) -> None:
        """Show nothing."""
        if self._shown is not None:
            self._shown = None
            self._player.clear()

    def look_again(self) -> None:
        """A film that could not be played is another file now; it is tried when it is shown next."""
        self._shown = self._broken = None

    def wait(self, job: Job) -> None:
        """Another job was chosen, whose files are being looked for; the last frame stays so long."""
        self._shown = self._broken = None
        self._player.release()
        self._shape = (
            job.film.height / job.film.width if job.film and job.film.width else _SHAPES[job.options.aspect]
        )

    def show(self, job: Job, details: Details) -> None:
        """Show what there is of a job's film, if that differs from what is shown."""
        files = details.texts.files if details.texts else None
        clips = files.clips if files else ()
        there = files is not None and files.film is not None
        plays = there and self._broken != (job.film and job.film.path)
        if job.film is not None and (plays or job.state in _NOTHING_IS_MADE):
            film = _film_to_play(job, job.film, details)
            key: object = ("film", job.id, film, job.film.sha256, there)
            self._shape = film.height / film.width if film.width else self._shape
            place = self._place_in_film(job, details.times)
            self._hand(key, lambda: self._show_film(film, place))
        elif clips and job.state == "running":
            total = len(details.script.scenes) if details.script else None
            title = job.paper.title
            self._hand(
                ("scenes", job.id, clips, total), lambda: self._player.show_scenes(clips, title, total)
            )
        else:
            text, actions = _why_nothing(job), self._what_to_do(job)
            said = frozenset({text, job.id, *(name for name, _act in actions)})
            self._hand(said, lambda: self._player.show_message(text, actions))

    def height_for(self, width: int) -> int:
        """How tall the player is to be so that the film fills its width; 0 while there is none."""
        if not isinstance(self._shown, tuple):
            return 0
        return round(width * self._shape) + _CONTROLS

    def _place_in_film(self, job: Job, times: SentenceTimes) -> float | None:
        """Where in the film the person is who watches its scenes; None when nobody does."""
        watched = isinstance(self._shown, tuple) and self._shown[:2] == ("scenes", job.id)
        if not watched or self._scene >= len(times.scenes):
            return None
        return times.scenes[self._scene] + self._player.position

    def _show_film(self, film: FilmToPlay, place: float | None) -> None:
        """Show a film from its beginning, or go on in it where its scenes were watched."""
        goes_on = self._player.goes_on
        self._player.show_film(film)
        if place is not None:
            self._player.seek(place)
            if goes_on:
                self._player.play()

    def _what_to_do(self, job: Job) -> tuple[Action, ...]:
        """The button that has the film made after all, with what it does."""
        act = way_on(job)
        if act is None or act == "review":  # the script stands under it
            return ()
        return ((name_of(act, job), lambda: self._act(act, job.id)),)

    def _shows(self, kind: str) -> bool:
        return isinstance(self._shown, tuple) and self._shown[0] == kind

    def _follow_scene(self, number: int) -> None:
        self._scene = number

    def _note_broken(self, path: str) -> None:
        self._broken = Path(path)

    def _note_whole(self) -> None:
        self._broken = None

    def _hand(self, shown: object, show: Callable[[], None]) -> None:
        if shown != self._shown:
            self._shown = shown
            show()


def _film_to_play(job: Job, film: Film, details: Details) -> FilmToPlay:
    scenes = details.script.scenes if details.script else ()
    chapters = tuple(
        Chapter(start, shown(scene_name(scene)))
        for start, scene in zip(details.times.scenes, scenes, strict=False)
    )
    found = details.texts.files.captions if details.texts else None
    captions = found if found and found.suffix == ".srt" else None  # else those inside the film
    title = shown(details.paper.title.plain or job.paper.title)
    burned = job.options.captions == "burned"
    return FilmToPlay(film.path, title, captions, chapters, film.width, film.height, film.duration_s, burned)


def _why_nothing(job: Job) -> str:
    """What the player says of a job that has no film."""
    if job.problem is not None and not waits_for_review(job):
        return "\n".join(shown(said(part)) for part in (job.problem.message, job.problem.hint) if part)
    if job.state == "running":
        return QCoreApplication.translate("details", "The film is being made. Its scenes appear here.")
    if job.state in ("queued", "waiting", "paused"):
        return QCoreApplication.translate("details", "This film has not been made yet.")
    if job.state == "needs-attention":
        return QCoreApplication.translate("details", "The film is made once you have approved its script.")
    if job.state == "cancelled":
        return QCoreApplication.translate("details", "This film was cancelled.")
    return QCoreApplication.translate("details", "This film could not be made.")
