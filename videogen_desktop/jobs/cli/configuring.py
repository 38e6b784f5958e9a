"""``videogen jobs settings``: how the queue works, shown and changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click
import msgspec

from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.cli.session import Session, queue_command
from videogen_desktop.jobs.settings import (
    QueueSettings,
    refuse_own_folder,
    settings_of,
    write_settings,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from videogen_desktop.jobs.data_folder import DataFolder


@click.command("settings")
@click.argument("changes", metavar="[NAME=VALUE]...", nargs=-1)
@queue_command
def settings(session: Session, changes: tuple[str, ...]) -> None:
    """Show the settings, or change some: workers=2 keep.work_days=30 films_folder=/films.

    A VALUE is a number, true, false, null, a text, or JSON. A queue that is being worked on goes by the new
    settings at once; where films go is settled when it starts.

    A pipeline of your own is a name for “add --profile” and a command, which is no shell's line:

    \b
      'profiles=[{"name": "theirs",
        "arguments": ["python3", "main.py", "{paper_id}", "{output_dir}"],
        "working_folder": "/home/me/theirs", "secrets": ["GEMINI_API_KEY"],
        "environment": {"LOG_LEVEL": "info"}}]'

    Besides {paper_id} and {output_dir}, which must be there, {aspect}, {length}, {voice}, {audience},
    {captions} and {theme} may. Its film is final_video.mp4 in {output_dir}. The values of secrets come from
    the keyring; “videogen jobs secret GEMINI_API_KEY” keeps one there.
    """  # noqa: D301 - click takes the line with that character for the end of wrapping
    now = session.settings()
    if changes:
        now = changed(now, changes, session.root)
        write_settings(session.root.settings, now)
    plain = _plain(now)
    if session.output.as_json:
        session.output.document({"file": str(session.root.settings), "settings": plain})
        return
    for name, value in _flat(plain):
        session.output.say(f"{name} = {msgspec.json.encode(value).decode()}")
    session.output.say(f"These are kept in {session.root.settings}", "dim")


def changed(settings: QueueSettings, changes: tuple[str, ...], folder: DataFolder) -> QueueSettings:
    """Settings of a data folder with some of them changed.

    Raises:
        click.UsageError: there is no such setting, or it cannot have that value.
    """
    plain = _plain(settings)
    for change in changes:
        name, is_assignment, words = change.partition("=")
        if not is_assignment:
            raise click.UsageError(f"“{change}” is not of the form NAME=VALUE.")
        *path, last = name.strip().split(".")
        inner: Any = plain
        for part in path:
            inner = inner.get(part) if isinstance(inner, dict) else None
        if not isinstance(inner, dict) or last not in inner:
            known = ", ".join(known for known, _ in _flat(_plain(QueueSettings())))
            raise click.UsageError(f"There is no setting “{name}”. There are: {known}.")
        inner[last] = _value(words)
    try:
        wanted = _whole(settings_of(plain))
        refuse_own_folder(wanted, folder)
        _refuse_useless(wanted)
    except msgspec.ValidationError as error:
        raise click.UsageError(f"The settings cannot be so: {error}.") from error
    except VideoGenError as error:
        raise click.UsageError(error.message) from error
    return wanted


def _whole(settings: QueueSettings) -> QueueSettings:
    """The same with the whole paths of folders: they are looked for from everywhere."""
    profiles = tuple(
        replace(each, working_folder=_whole_path(each.working_folder)) for each in settings.profiles
    )
    return replace(settings, films_folder=_whole_path(settings.films_folder), profiles=profiles)


def _whole_path(folder: Path | None) -> Path | None:
    return Path.cwd() / folder.expanduser() if folder else None


def _refuse_useless(settings: QueueSettings) -> None:
    """Refuse a pipeline that could make no film of a paper, however long it works.

    Raises:
        click.UsageError: one of its arguments is missing.
    """
    for profile in settings.profiles:
        for name in profile.missing:
            needed = f"{{{name}}}"
            raise click.UsageError(f"One of the arguments of “{profile.name}” must hold {needed}.")


def _value(words: str) -> object:
    try:
        return msgspec.json.decode(words)
    except msgspec.DecodeError:
        return words


def _plain(settings: QueueSettings) -> dict[str, Any]:
    """As JSON has them, each with all its fields: msgspec leaves out those that were not given."""
    return cast("dict[str, Any]", msgspec.to_builtins(asdict(settings), enc_hook=str))


def _flat(plain: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, object]]:
    for name, value in plain.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", value
