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
from videogen_desktop.jobs.settings import QueueSettings, refuse_own_folder, write_settings

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
    """
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
        wanted = _whole(msgspec.convert(plain, QueueSettings, dec_hook=_path))
        refuse_own_folder(wanted, folder)
    except msgspec.ValidationError as error:
        raise click.UsageError(f"The settings cannot be so: {error}.") from error
    except VideoGenError as error:
        raise click.UsageError(error.message) from error
    return wanted


def _whole(settings: QueueSettings) -> QueueSettings:
    """The same with the whole path of the films' folder: it is looked for from everywhere."""
    films = settings.films_folder
    return replace(settings, films_folder=films.expanduser().absolute()) if films else settings


def _value(words: str) -> object:
    try:
        return msgspec.json.decode(words)
    except msgspec.DecodeError:
        return words


def _path(wanted: type, value: object) -> object:
    if wanted is Path and isinstance(value, str):
        return Path(value)
    raise ValueError(f"{value!r} is no path")


def _plain(settings: QueueSettings) -> dict[str, Any]:
    """As JSON has them, each with all its fields: msgspec leaves out those that were not given."""
    return cast("dict[str, Any]", msgspec.to_builtins(asdict(settings), enc_hook=str))


def _flat(plain: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, object]]:
    for name, value in plain.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", value
