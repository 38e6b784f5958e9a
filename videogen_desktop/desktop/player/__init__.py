"""The player of the window: a film, its controls and captions, in the window or on the whole screen.

pane = PlayerPane(theme, background)
pane.show_film(FilmToPlay(path, title, captions, chapters))   # held at its first frame
pane.seek(42.0)
pane.release()                                                # before the file is replaced
"""

from videogen_desktop.desktop.player.commands import shortcuts
from videogen_desktop.desktop.player.habits import Habits, apply, habits_of, remember, remembered
from videogen_desktop.desktop.player.model import Chapter, FilmToPlay
from videogen_desktop.desktop.player.pane import PlayerPane

__all__ = [
    "Chapter",
    "FilmToPlay",
    "Habits",
    "PlayerPane",
    "apply",
    "habits_of",
    "remember",
    "remembered",
    "shortcuts",
]
