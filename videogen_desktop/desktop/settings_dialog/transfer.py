"""Settings as a file that can be taken to another computer. No key is ever in it."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, Literal

import msgspec

from videogen_desktop.desktop.preferences import Preferences  # noqa: TC001 - read when a file is decoded
from videogen_desktop.desktop.settings_dialog.checking import check_profile, closing_problem, email_problem
from videogen_desktop.desktop.settings_dialog.draft import Draft
from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.settings import QueueSettings  # noqa: TC001 - read when a file is decoded
from videogen_desktop.typed_json import read_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

LARGEST: Final = 1024**2
"""Bytes of a file of settings at most; a real one has a few thousand."""


@dataclass(frozen=True)
class _Document:
    application: Literal["videogen-desktop"]
    version: Literal[1]
    preferences: Preferences
    queue: QueueSettings


@dataclass(frozen=True)
class Difference:
    """One setting that an import would change: its dotted name, and its value before and after."""

    name: str
    before: str
    after: str


def document_of(draft: Draft) -> bytes:
    """Settings as JSON.

    Variables that a pipeline is given stay here with their values: keys may be among them.
    """
    profiles = tuple(replace(profile, environment={}) for profile in draft.queue.profiles)
    preferences = replace(draft.preferences, entered_keys=())
    document = _Document("videogen-desktop", 1, preferences, replace(draft.queue, profiles=profiles))
    return msgspec.json.format(msgspec.json.encode(document, enc_hook=os.fspath), indent=2)


def read_document(path: Path, now: Draft) -> Draft:
    """Settings from a file that ``document_of`` made. It blocks.

    Args:
        path: The file.
        now: The settings that are in force; pipelines of the same names keep the variables they are given.

    Raises:
        VideoGenError: ``bad-setting`` for a file that is none, or whose settings cannot be.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise _bad_file(path, "it is far too large")
        document = read_json(content, _Document)
    except OSError as error:
        raise _bad_file(path, error.strerror or type(error).__name__) from error
    except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
        raise _bad_file(path, "it does not hold settings of this program") from error
    except VideoGenError as error:
        raise _bad_file(path, error.message.rstrip(".")) from error
    _check(path, document)
    preferences = replace(document.preferences, entered_keys=now.preferences.entered_keys)
    return Draft(preferences, _with_environment(document.queue, now.queue))


def differences(before: Draft, after: Draft) -> tuple[Difference, ...]:
    """What is not the same, in the order of the settings; a pipeline is told whole, as its command."""
    was, will = dict(_flat(_plain(before))), dict(_flat(_plain(after)))
    return tuple(
        Difference(name, was.get(name, ""), will.get(name, ""))
        for name in dict.fromkeys((*was, *will))
        if was.get(name, "") != will.get(name, "")
    )


def _check(path: Path, document: _Document) -> None:
    names = [profile.name for profile in document.queue.profiles]
    for profile in document.queue.profiles:
        problem = check_profile(profile, [name for name in names if name != profile.name]).first
        if problem:
            raise _bad_file(path, f"{profile.name}: {problem}".rstrip("."))
    if problem := closing_problem(document.preferences.options.closing):
        raise _bad_file(path, problem.rstrip("."))
    if problem := email_problem(document.preferences.email):
        raise _bad_file(path, problem.rstrip("."))


def _with_environment(settings: QueueSettings, now: QueueSettings) -> QueueSettings:
    kept = {profile.name: profile.environment for profile in now.profiles}
    profiles = tuple(
        replace(profile, environment=kept.get(profile.name, {})) for profile in settings.profiles
    )
    return replace(settings, profiles=profiles)


def _plain(draft: Draft) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(draft, enc_hook=os.fspath)
    plain["queue"]["profiles"] = {
        profile.name: " ".join(profile.arguments) for profile in draft.queue.profiles
    }
    return plain


def _flat(plain: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    for name, value in plain.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{name}.")
        elif value is None or isinstance(value, str):
            yield f"{before}{name}", value or ""
        else:
            yield f"{before}{name}", msgspec.json.encode(value).decode()


def _bad_file(path: Path, why: str) -> VideoGenError:
    return VideoGenError(
        "bad-setting",
        f"No settings can be taken from {path.name}: {why}.",
        "Choose a file that was made with Export in the settings.",
    )
