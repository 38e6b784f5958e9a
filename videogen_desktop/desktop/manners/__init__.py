"""The program's manners, light enough for its start: what is told outside the window, and unexpected ends.

faults = Faults(application); faults.install()             # first of all
last_words = LastWords(folder.logs); last_words.begin()
presence = Presence(theme, window, link, notify, application.setBadgeNumber)

``manners.dialogs`` has the dialogs that belong to them; they are loaded when the window is shown.
"""

from videogen_desktop.desktop.manners.announcer import Announcer
from videogen_desktop.desktop.manners.app_icon import app_icon
from videogen_desktop.desktop.manners.badge import Badge
from videogen_desktop.desktop.manners.crash import Faults
from videogen_desktop.desktop.manners.end_signals import EndSignals
from videogen_desktop.desktop.manners.last_words import LastWords
from videogen_desktop.desktop.manners.presence import Presence
from videogen_desktop.desktop.manners.tray import Tray

__all__ = ["Announcer", "Badge", "EndSignals", "Faults", "LastWords", "Presence", "Tray", "app_icon"]
