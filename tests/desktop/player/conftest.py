"""A player in a window, and films made once."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.desktop.player.films import make_film, number_in, subrip
from videogen_desktop.desktop.background import Background
from videogen_desktop.desktop.player import Chapter, FilmToPlay, PlayerPane
from videogen_desktop.desktop.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

FRAMES = 150
SAID = ((0, 1500, "the first words"), (2000, 3500, "the second words"), (4000, 4900, "the last words"))
CHAPTERS = (Chapter(0.0, "Title"), Chapter(2.0, "What they did"), Chapter(4.0, "What it means"))


@dataclass
class Player:
    """A player and how to wait for it."""

    pane: PlayerPane
    bot: QtBot

    @property
    def number(self) -> int | None:
        """Of the frame that shows; None when none does."""
        image = self.pane.stage.picture.image()
        return None if image.isNull() else number_in(image)

    @property
    def caption(self) -> str:
        """What is to be read over the picture."""
        return self.pane.stage.picture.caption

    @property
    def message(self) -> str | None:
        """What is said in place of a film; None while a film shows."""
        said = self.pane.stage.message
        return said.text if said.isVisible() else None

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait for something."""
        self.bot.waitUntil(condition, timeout=15_000)

    def open(self, film: FilmToPlay) -> None:
        """Show a film and wait for its first frame."""
        self.pane.show_film(film)
        self.until(lambda: self.pane.transport.is_open and self.number is not None)

    def seek(self, seconds: float, number: int) -> None:
        """Seek, and wait for a frame."""
        self.pane.seek(seconds)
        self.until(lambda: self.number == number)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> FilmToPlay:
    """A film of five seconds, with captions inside it and beside it."""
    folder = tmp_path_factory.mktemp("film")
    path = make_film(folder / "final_video.mp4", FRAMES, said=SAID)
    captions = folder / "captions.srt"
    captions.write_bytes(subrip(SAID).encode())
    return FilmToPlay(path, "A film", captions, CHAPTERS, 320, 180, FRAMES / 30)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, "light")


@pytest.fixture
def background() -> Iterator[Background]:
    background = Background()
    yield background
    background.close()


@pytest.fixture
def player(theme: Theme, background: Background, qtbot: QtBot) -> Iterator[Player]:
    """An empty player in a window that has the keyboard."""
    pane = PlayerPane(theme, background)
    qtbot.addWidget(pane)
    pane.resize(900, 590)
    pane.show()
    pane.activateWindow()
    pane.setFocus()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is pane)
    yield Player(pane, qtbot)
    pane.set_full_screen(False)
    pane.release()


@pytest.fixture
def opened(player: Player, made: FilmToPlay) -> Player:
    """A player that holds the film at its first frame."""
    player.open(made)
    return player


@pytest.fixture
def copied(made: FilmToPlay, tmp_path: Path) -> FilmToPlay:
    """The film in a place where it may be deleted."""
    path = tmp_path / "final_video.mp4"
    path.write_bytes(made.path.read_bytes())
    return FilmToPlay(path, "A film")
