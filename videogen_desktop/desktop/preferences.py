"""How the person wants the window and new films to be. No secret is ever among them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import msgspec

from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.model import JobOptions
from videogen_desktop.jobs.settings_file import write_settings_file
from videogen_desktop.typed_json import read_json

if TYPE_CHECKING:
    from pathlib import Path

    from videogen_desktop.jobs.data_folder import DataFolder

Notify = Literal["each", "all-done", "never"]
Look = Literal["system", "light", "dark"]


@dataclass(frozen=True)
class Preferences:
    """What is chosen in the settings of the window.

    Attributes:
        options: How films are made unless something else is chosen when papers are added.
        appearance: Light, dark, or as the system has it.
        language: Of the window, such as ``fr``; empty for that of the system.
        notify: When a notice of the system tells of finished films.
        email: Whom NCBI may write to; empty for nobody.
        fetch_titles: Whether titles are looked up at NCBI as soon as papers were added.
        keep_in_tray: Whether closing the window leaves the queue at work.
        entered_keys: The names of keys that were entered, never their values: one that is not there at a
            later start is asked for again.
    """

    options: JobOptions = field(default_factory=JobOptions)
    appearance: Look = "system"
    language: str = ""
    notify: Notify = "all-done"
    email: str = ""
    fetch_titles: bool = True
    keep_in_tray: bool = False
    entered_keys: tuple[str, ...] = ()


def preferences_file(folder: DataFolder) -> Path:
    """Where the preferences of a data folder are."""
    return folder.root / "window.json"


def read_preferences(path: Path) -> Preferences:
    """Read them; the usual ones when there are none.

    Raises:
        VideoGenError: ``bad-setting``; the file is left as it is.
    """
    try:
        return read_json(path.read_bytes(), Preferences)
    except FileNotFoundError:
        return Preferences()
    except (msgspec.MsgspecError, OSError) as error:
        raise VideoGenError(
            "bad-setting",
            f"The settings in {path} cannot be read: {error}.",
            "Correct the file, or delete it to begin with the usual settings.",
        ) from error


def write_preferences(path: Path, preferences: Preferences) -> None:
    """Save them, whole or not at all.

    Raises:
        VideoGenError: ``disk-full`` or ``not-writable``.
    """
    write_settings_file(path, preferences)
