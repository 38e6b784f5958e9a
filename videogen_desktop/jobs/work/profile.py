"""Somebody else's pipeline as a process: its argument list, never a shell's line, and its environment."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.settings import PLACEHOLDER, refuse_unknown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from videogen_desktop.jobs.model import Job
    from videogen_desktop.jobs.settings import Profile

_OPTION = re.compile(r"--?[\w-]+")
_SLOT = re.compile(rf"(?P<option>{_OPTION.pattern}=)?\{{(?P<name>[A-Za-z_]+)\}}")
"""An argument that is a value and nothing else, or an option and its value."""

_PASSED_ON = frozenset(
    {
        *("PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "LANGUAGE", "TZ", "TMPDIR", "TEMP", "TMP"),
        *("SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT", "USERPROFILE", "USERNAME"),
        *("APPDATA", "LOCALAPPDATA", "PROGRAMDATA", "PROGRAMFILES", "NUMBER_OF_PROCESSORS"),
        *("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR"),
        *("REQUESTS_CA_BUNDLE", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"),
    }
)
"""What a program needs to run at all; everything else of ours, other services' keys among it, stays here."""


def profile_arguments(profile: Profile, job: Job, work: Path) -> tuple[str, ...]:
    """The arguments of a profile with a job's values in the place of the names in braces.

    A value stays inside its argument whatever it holds, and is not looked through for braces again. A
    voice that was not chosen is left out with its option, as ``Profile`` says.

    Raises:
        VideoGenError: ``bad-setting``: one of those names stands for nothing.
    """
    refuse_unknown(profile)
    values = _values(job, work)

    def value_of(match: re.Match[str]) -> str:
        return values[match.group(1)]

    arguments: list[str] = []
    before = ""
    for argument in profile.arguments:
        slot = _SLOT.fullmatch(argument)
        if not slot or values[slot["name"]]:
            arguments.append(PLACEHOLDER.sub(value_of, argument))
        elif not slot["option"] and _OPTION.fullmatch(before):
            arguments.pop()
        before = argument
    return tuple(arguments)


def film_asked_for(profile: Profile, job: Job) -> dict[str, str]:
    """The profile's name and how the film is to be: what tells the work for it from the work for another."""
    return {"profile": profile.name, **_looks(job)}


def profile_environment(
    profile: Profile, ours: Mapping[str, str], secrets: Callable[[str], str | None]
) -> dict[str, str]:
    """The environment of a profile's process: what any program needs, its own variables, and its secrets.

    Raises:
        VideoGenError: ``secret-missing``, naming the secret.
    """
    base = {
        name: value
        for name, value in ours.items()
        if name.upper() in _PASSED_ON or name.upper().startswith("LC_")
    }
    return {**base, **profile.environment, **_secrets_of(profile, secrets)}


def _secrets_of(profile: Profile, secrets: Callable[[str], str | None]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in profile.secrets:
        value = secrets(name)
        if not value:
            raise VideoGenError(
                "secret-missing",
                f"The pipeline “{profile.name}” needs the key {name}, and none is kept for it.",
                f"Enter {name} in the settings, then start the job again.",
            )
        found[name] = value
    return found


def _values(job: Job, work: Path) -> dict[str, str]:
    source = job.paper.source
    return {
        **_looks(job),
        "paper_id": str(source.absolute()) if source else job.paper.name,
        "output_dir": str(work),
    }


def _looks(job: Job) -> dict[str, str]:
    """How the film is to be."""
    options = job.options
    return {
        "aspect": options.aspect,
        "length": options.length,
        "voice": options.voice or "",
        "audience": options.audience,
        "captions": options.captions,
        "theme": options.theme,
    }
