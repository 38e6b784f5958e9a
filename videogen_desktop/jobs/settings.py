"""How the queue works: how many at once, when it holds still, what it keeps, whose pipeline it runs."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path  # noqa: TC003 - read when settings are decoded

import msgspec

from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.model import BUILT_IN
from videogen_desktop.jobs.settings_file import write_settings_file
from videogen_desktop.typed_json import read_plain

GIB = 1024**3

PLACEHOLDERS = ("paper_id", "output_dir", "aspect", "length", "voice", "audience", "captions", "theme")
"""What an argument of a pipeline may hold in braces."""

NEEDED = PLACEHOLDERS[:2]
"""Those without which it makes no film of a paper."""

_log = logging.getLogger(__name__)

PLACEHOLDER = re.compile(r"\{([A-Za-z_]+)\}")


@dataclass(frozen=True)
class Limits:
    """When a pipeline process is ended: seconds without a sign of life, and seconds in all.

    Of the built-in pipeline an event is such a sign; of somebody else's all that it writes, and its files.
    ``memory_bytes`` is the most its process tree may hold; 0 for three quarters of the machine's memory.
    """

    stall_s: float = 15 * 60.0
    wall_s: float = 6 * 3600.0
    memory_bytes: int = 0

    def __post_init__(self) -> None:
        if self.stall_s <= 0 or self.wall_s <= 0 or self.memory_bytes < 0:
            raise _bad_setting("The limits of a job must be more than nothing.")


@dataclass(frozen=True)
class RetryRule:
    """Exponential backoff with full jitter (Brooker, "Exponential Backoff and Jitter", AWS 2015).

    The wait before retry n is drawn evenly from 0 to ``min(longest_s, first_s * 2**(n-1))``, and is at least
    what the other side asked for. After ``most`` failures in a row a job has failed; after ``most_crashes``
    crashes in a row too.
    """

    first_s: float = 30.0
    longest_s: float = 3600.0
    most: int = 12
    most_crashes: int = 3

    def __post_init__(self) -> None:
        if self.first_s < 0 or self.longest_s < 0:
            raise _bad_setting("The waits before another try cannot be less than nothing.")
        if self.most < 1 or self.most_crashes < 1:
            raise _bad_setting("A job must be tried at least once.")


@dataclass(frozen=True)
class Keep:
    """How long finished jobs' intermediate files, logs and history stay. Final films always stay."""

    work_days: float = 14.0
    work_bytes: int = 20 * GIB
    log_days: float = 60.0
    event_days: float = 180.0
    orphan_days: float = 7.0

    def __post_init__(self) -> None:
        days = (self.work_days, self.log_days, self.event_days, self.orphan_days)
        if min(days) < 0 or self.work_bytes < 0:
            raise _bad_setting("What is kept cannot be less than nothing.")


@dataclass(frozen=True)
class Profile:
    """A pipeline of the user's own: a command line as an argument list, never a shell.

    Each argument may hold {paper_id}, {output_dir}, {aspect}, {length}, {voice}, {audience}, {captions} and
    {theme}. Where no voice was chosen the pipeline is to use its own: ``--voice={voice}`` is left out then,
    and so is ``{voice}`` together with an option right before it, such as ``--voice``; in the midst of other
    text {voice} stands for nothing.

    ``secrets`` are the names of environment variables whose values the keyring has. What the pipeline writes,
    and files that appear or grow in its output folder, count as signs of life (``Limits.stall_s``).
    """

    name: str
    arguments: tuple[str, ...]
    working_folder: Path | None = None
    secrets: tuple[str, ...] = ()
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def placeholders(self) -> tuple[str, ...]:
        """The names in braces in its arguments, whatever they are."""
        return tuple(name for argument in self.arguments for name in PLACEHOLDER.findall(argument))

    @property
    def unknown(self) -> tuple[str, ...]:
        """Those that stand for nothing."""
        return tuple(name for name in self.placeholders if name not in PLACEHOLDERS)

    @property
    def missing(self) -> tuple[str, ...]:
        """Those without which it could make no film of a paper."""
        return tuple(name for name in NEEDED if name not in self.placeholders)


@dataclass(frozen=True)
class QueueSettings:
    """Settings of the queue; ``workers`` is how many jobs run at once, 0 for what the machine carries."""

    workers: int = 0
    least_free_bytes: int = 2 * GIB
    pause_on_battery: bool = False
    keep_awake: bool = True
    films_folder: Path | None = None
    limits: Limits = field(default_factory=Limits)
    retry: RetryRule = field(default_factory=RetryRule)
    keep: Keep = field(default_factory=Keep)
    profiles: tuple[Profile, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.workers <= 64:
            raise _bad_setting("The number of workers must be from 1 to 64, or 0 to let the program choose.")
        if self.least_free_bytes < 0:
            raise _bad_setting("The room to be left on the disk cannot be less than nothing.")
        names = [profile.name for profile in self.profiles]
        if BUILT_IN in names or len(set(names)) != len(names) or not all(names):
            raise _bad_setting("Each pipeline needs a name of its own.")
        if not all(profile.arguments for profile in self.profiles):
            raise _bad_setting("A pipeline of your own needs a command to run.")

    def profile(self, name: str) -> Profile | None:
        """The profile of that name; None for the pipeline that comes with the application.

        Raises:
            VideoGenError: ``no-such-profile``.
        """
        if name == BUILT_IN:
            return None
        for profile in self.profiles:
            if profile.name == name:
                return profile
        raise VideoGenError(
            "no-such-profile",
            f"There is no pipeline called “{name}” in the settings.",
            "Add it in the settings, or make the film with the built-in pipeline.",
        )


def read_settings(path: Path) -> QueueSettings:
    """Read the settings; the usual ones when there is no file.

    What is no setting, such as one of a later version, is left out: films are made all the same.

    Raises:
        VideoGenError: ``bad-setting``; the file is left as it is.
    """
    settings, unknown = _read(path)
    if unknown:
        _log.warning(
            "In %s there is what is no setting: %s.", path.name, ", ".join(f"“{each}”" for each in unknown)
        )
    return settings


def unknown_settings(path: Path) -> tuple[str, ...]:
    """What is in the file of the settings and none of them.

    Raises:
        VideoGenError: ``bad-setting``.
    """
    return _read(path)[1]


def _read(path: Path) -> tuple[QueueSettings, tuple[str, ...]]:
    """The settings in a file, and what else is there."""
    try:
        plain = msgspec.json.decode(path.read_bytes())
        settings = _converted(plain)
    except FileNotFoundError:
        return QueueSettings(), ()
    except (msgspec.MsgspecError, OSError) as error:
        raise _unreadable(path, str(error)) from error
    except VideoGenError as error:
        raise _unreadable(path, error.message.removesuffix(".")) from error
    return settings, tuple(_unknown(plain, asdict(settings)))


def settings_of(plain: object) -> QueueSettings:
    """Settings from what a person gave; what is left out is as usual, and what is no setting is refused.

    Raises:
        msgspec.ValidationError: There is no such setting, or it cannot have that value.
        VideoGenError: ``bad-setting``.
    """
    settings = _converted(plain)
    for name in _unknown(plain, asdict(settings)):
        raise msgspec.ValidationError(f"there is no setting “{name}”")
    for profile in settings.profiles:
        refuse_unknown(profile)
    return settings


def _converted(plain: object) -> QueueSettings:
    return read_plain(plain, QueueSettings)


def _unknown(given: object, known: object, name: str = "") -> Iterator[str]:
    """The dotted names of what is given and not known."""
    if isinstance(given, Mapping) and isinstance(known, Mapping):
        for key, value in given.items():
            inner = f"{name}.{key}".lstrip(".")
            if key in known:
                yield from _unknown(value, known[key], inner)
            else:
                yield inner
    elif isinstance(given, Sequence) and isinstance(known, tuple):
        for at, (value, same) in enumerate(zip(given, known, strict=True)):
            yield from _unknown(value, same, f"{name}[{at}]")


def refuse_unknown(profile: Profile) -> None:
    """Refuse a pipeline with a name in braces that stands for nothing.

    It may be read, and made none of its films: a program may want such an argument, and all else goes on.

    Raises:
        VideoGenError: ``bad-setting``.
    """
    for name in profile.unknown:
        wrong = f"{{{name}}}"
        known = ", ".join(f"{{{each}}}" for each in PLACEHOLDERS)
        raise _bad_setting(
            f"The command of the pipeline “{profile.name}” has {wrong}, which stands for nothing. "
            f"These may be used: {known}."
        )


def write_settings(path: Path, settings: QueueSettings) -> None:
    """Save the settings, whole or not at all; what another version keeps in the file stays there.

    Args:
        path: The file, in the data folder.
        settings: What is to be in it.

    Raises:
        VideoGenError: ``bad-setting``, ``disk-full`` or ``not-writable``.
    """
    refuse_own_folder(settings, DataFolder(path.parent))
    for profile in settings.profiles:
        refuse_unknown(profile)
    write_settings_file(path, settings)


def refuse_own_folder(settings: QueueSettings, folder: DataFolder) -> None:
    """Refuse films where the program clears its own files away.

    Such settings may be read: nothing is lost that way, and they can be corrected.

    Raises:
        VideoGenError: ``bad-setting``.
    """
    films = settings.films_folder
    if films is not None and folder.clears(films):
        raise _bad_setting(f"Films cannot be kept in {films}: the program clears its own files away there.")


def _unreadable(path: Path, error: str) -> VideoGenError:
    return VideoGenError(
        "bad-setting",
        f"The settings in {path} cannot be read: {error}.",
        "Correct that file, or delete it to go back to the usual settings.",
    )


def _bad_setting(message: str) -> VideoGenError:
    return VideoGenError("bad-setting", message, "Correct it in the settings.")
