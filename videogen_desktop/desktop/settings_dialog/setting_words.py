"""What settings and their values are called where they are told without their page."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QLocale

from videogen_desktop.desktop.languages import own_name
from videogen_desktop.desktop.title_text import shown
from videogen_desktop.jobs.model import BUILT_IN
from videogen_desktop.jobs.settings import GIB

if TYPE_CHECKING:
    from collections.abc import Mapping

_PROFILES: Final = "queue.profiles."
_MINUTE: Final = 60
_HOUR: Final = 3600


def setting_label(name: str) -> str:
    """What a setting is called; its own name where it has no other."""
    translate = QCoreApplication.translate
    if name.startswith(_PROFILES):
        told = translate("Settings", "Pipeline “{name}”")
        return told.format(name=shown(name.removeprefix(_PROFILES)))
    names = {
        "preferences.options.aspect": translate("Settings", "Shape of films"),
        "preferences.options.length": translate("Settings", "Length of films"),
        "preferences.options.voice": translate("Settings", "Voice"),
        "preferences.options.audience": translate("Settings", "Audience"),
        "preferences.options.captions": translate("Settings", "Captions"),
        "preferences.options.theme": translate("Settings", "Colours of films"),
        "preferences.options.logo": translate("Settings", "Logo"),
        "preferences.options.closing": translate("Settings", "Closing words"),
        "preferences.options.review": translate("Settings", "Stop after the script"),
        "preferences.options.profile": translate("Settings", "Pipeline"),
        "preferences.appearance": translate("Settings", "Appearance"),
        "preferences.language": translate("Settings", "Language"),
        "preferences.notify": translate("Settings", "Notices"),
        "preferences.email": translate("Settings", "Email for NCBI"),
        "preferences.fetch_titles": translate("Settings", "Look up titles"),
        "preferences.keep_in_tray": translate("Settings", "Go on when the window is closed"),
        "queue.workers": translate("Settings", "Films at once"),
        "queue.least_free_bytes": translate("Settings", "Least free space"),
        "queue.pause_on_battery": translate("Settings", "Pause on battery"),
        "queue.keep_awake": translate("Settings", "Keep the computer awake"),
        "queue.films_folder": translate("Settings", "Folder of finished films"),
        "queue.limits.stall_s": translate("Settings", "Given up after silence of"),
        "queue.limits.wall_s": translate("Settings", "Given up after in all"),
        "queue.limits.memory_bytes": translate("Settings", "Given up with more memory than"),
        "queue.keep.work_days": translate("Settings", "Keep intermediate files for"),
        "queue.keep.work_bytes": translate("Settings", "Room for intermediate files"),
        "queue.keep.log_days": translate("Settings", "Keep logs for"),
        "queue.keep.event_days": translate("Settings", "Keep history for"),
        "queue.keep.orphan_days": translate("Settings", "Keep folders without a film for"),
    }
    return names.get(name, name)


def setting_value(name: str, value: str) -> str:
    """What a value of a setting is called, as its page has it.

    Args:
        name: Of the setting, with dots.
        value: As it is written in a file of settings; empty for none.
    """
    if name == "preferences.language" and value:
        return own_name(value)
    words = {**_general_words(), **_words_of(name)}.get(value)
    return words or _measured(name, value) or shown(value)


def _general_words() -> Mapping[str, str]:
    translate = QCoreApplication.translate
    return {"true": translate("Settings", "yes"), "false": translate("Settings", "no"), "": "–"}


def _words_of(name: str) -> Mapping[str, str]:
    """The values of a setting that have words of their own."""
    translate = QCoreApplication.translate
    of_system = translate("AppearancePage", "As the system has it")
    light, dark = translate("AppearancePage", "Light"), translate("AppearancePage", "Dark")
    words = {
        "preferences.options.aspect": {
            "16:9": translate("OptionsForm", "Wide, 16:9"),
            "9:16": translate("OptionsForm", "Tall, 9:16"),
            "1:1": translate("OptionsForm", "Square, 1:1"),
        },
        "preferences.options.length": {
            "short": translate("OptionsForm", "Short"),
            "standard": translate("OptionsForm", "Standard"),
            "long": translate("OptionsForm", "Long"),
        },
        "preferences.options.audience": {
            "general": translate("OptionsForm", "Everyone"),
            "specialist": translate("OptionsForm", "Specialists"),
        },
        "preferences.options.captions": {
            "soft": translate("OptionsForm", "Can be turned off"),
            "burned": translate("OptionsForm", "In the picture"),
        },
        "preferences.options.theme": {
            "paper": translate("OptionsForm", "Light"),
            "dark": translate("OptionsForm", "Dark"),
        },
        "preferences.options.voice": {"": translate("FilmsPage", "Built-in voice")},
        "preferences.options.profile": {BUILT_IN: translate("FilmsPage", "Built-in")},
        "preferences.appearance": {"system": of_system, "light": light, "dark": dark},
        "preferences.language": {"": of_system},
        "preferences.notify": {
            "all-done": translate("NoticesPage", "When everything is done"),
            "each": translate("NoticesPage", "After each film"),
            "never": translate("NoticesPage", "Never"),
        },
        "queue.workers": {"0": translate("WorkPage", "Automatic")},
        "queue.films_folder": {"": translate("Settings", "The usual one")},
        "queue.limits.memory_bytes": {"0": translate("WorkPage", "Three quarters of what there is")},
    }
    return words.get(name, {})


def _measured(name: str, value: str) -> str:
    """An amount in the unit that its page has; empty for what is none."""
    translate = QCoreApplication.translate
    units = {
        "_bytes": (GIB, translate("WorkPage", "GB")),
        "stall_s": (_MINUTE, translate("WorkPage", "min")),
        "wall_s": (_HOUR, translate("WorkPage", "h")),
        "_days": (1, translate("CleanUpPage", "days")),
    }
    for ending, (unit, called) in units.items():
        if name.endswith(ending):
            with contextlib.suppress(ValueError):
                return f"{_number(float(value) / unit)} {called}"
    return ""


def _number(value: float) -> str:
    """A number of one decimal at most, as the country writes it."""
    whole = value == round(value)
    return QLocale().toString(value, "f", 0 if whole else 1)
