"""The settings while they are edited, and how they are kept once they are agreed to."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from videogen_desktop.desktop.preferences import Preferences, write_preferences
from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.settings import QueueSettings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from videogen_desktop.desktop.secrets import Secrets
    from videogen_desktop.jobs.live_settings import LiveSettings


@dataclass(frozen=True)
class Draft:
    """Everything that the dialog shows but keys: the window's preferences and the settings of the queue."""

    preferences: Preferences
    queue: QueueSettings


@dataclass(frozen=True)
class KeyChange:
    """A key that was typed, or is to be forgotten for an empty value."""

    name: str
    value: str = ""

    def __repr__(self) -> str:
        """Without the value, which must be in no log."""
        return f"KeyChange({self.name!r})"


def merged(now: QueueSettings, before: QueueSettings, after: QueueSettings) -> QueueSettings:
    """What a person changed, put into the settings as they are now.

    Another program may have changed others meanwhile; those stay.
    """
    touched = {
        field.name: getattr(after, field.name)
        for field in fields(QueueSettings)
        if getattr(after, field.name) != getattr(before, field.name)
    }
    return replace(now, **touched)


def keep(
    file: Path,
    live: LiveSettings,
    before: Draft,
    after: Draft,
    *,
    secrets: Secrets,
    keys: Iterable[KeyChange] = (),
) -> Preferences:
    """Keep what was agreed to. It blocks: a keyring may ask its owner first.

    Args:
        file: Of the preferences.
        live: The settings of the queue.
        before: What the dialog showed at first.
        after: What it shows now.
        secrets: Keeps keys.
        keys: Those that changed.

    Returns:
        The preferences as they are in force now, with the names of all keys that were entered.

    Raises:
        VideoGenError: ``disk-full``, ``not-writable`` or ``bad-setting``; what was kept before that stays.
            ``key-not-removed``; all else is kept.
    """
    from videogen_desktop.jobs.work import not_removed  # the keyring: not before the settings are kept

    now, changes = live(), tuple(keys)
    wanted = merged(now, before.queue, after.queue)
    preferences = replace(after.preferences, entered_keys=_entered(before.preferences, changes))
    with said_plainly(file):
        if wanted != now:
            live.change(wanted)
        if preferences != before.preferences:
            write_preferences(file, preferences)
    stuck = ""
    for key in changes:
        if key.value:
            secrets.keep(key.name, key.value)
        elif not secrets.forget(key.name):
            stuck = key.name
    if stuck:
        raise not_removed(stuck)
    return preferences


def _entered(before: Preferences, changes: Iterable[KeyChange]) -> tuple[str, ...]:
    names = dict.fromkeys(before.entered_keys)
    for key in changes:
        if key.value:
            names[key.name] = None
        else:
            names.pop(key.name, None)
    return tuple(names)


@contextlib.contextmanager
def said_plainly(file: Path) -> Iterator[None]:
    """Say of settings what kept a file from being written; what helps a film does not help them.

    Raises:
        VideoGenError: ``disk-full``, ``not-writable``, or what else the block raises.
    """
    try:
        yield
    except VideoGenError as error:
        if error.code == "disk-full":
            raise _disk_full() from error
        if error.code == "not-writable":
            raise _not_writable(file) from error
        raise
    except OSError as error:
        raise VideoGenError(
            "not-writable",
            f"The settings cannot be written to {file.name}: {error.strerror or type(error).__name__}.",
            "Check the folder and its drive, then try again.",
            retryable=True,
        ) from error


def _disk_full() -> VideoGenError:
    return VideoGenError(
        "disk-full",
        "The disk is full: the settings could not be saved.",
        "Free some space, then save again.",
        retryable=True,
    )


def _not_writable(file: Path) -> VideoGenError:
    return VideoGenError(
        "not-writable",
        f"The settings cannot be written to {file.name}: the folder {file.parent} does not allow it.",
        "Check the folder and its drive, then try again.",
        retryable=True,
    )
