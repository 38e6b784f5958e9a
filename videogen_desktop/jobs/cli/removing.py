"""``videogen jobs remove`` and ``restore``: jobs out of the list, and back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click
import msgspec

from videogen_desktop.errors import VideoGenError
from videogen_desktop.files import explained_os_errors, write_bytes
from videogen_desktop.jobs.cli.deciding import tell
from videogen_desktop.jobs.cli.documents import decided_document
from videogen_desktop.jobs.cli.selecting import Selection, selecting
from videogen_desktop.jobs.cli.session import Session, queue_command
from videogen_desktop.jobs.cli.units import many
from videogen_desktop.jobs.model import RemovedJobs
from videogen_desktop.jobs.states import ENDED
from videogen_desktop.pipeline.exit_codes import FAILED
from videogen_desktop.typed_json import read_json

if TYPE_CHECKING:
    from pathlib import Path

_KEPT = "removed-last.json"


@dataclass(frozen=True)
class _Kept:
    """What was removed last, as it is kept."""

    rows: dict[str, tuple[dict[str, Any], ...]]
    ids: tuple[int, ...]


@click.command("remove")
@selecting("All jobs that have ended.")
@queue_command
def remove(session: Session, selection: Selection) -> int:
    """Take each JOB out of the list. Its film stays where it is, and “restore” brings the job back."""
    folder = session.folder()
    with session.store() as store:
        chosen = selection.ids(store, ENDED)
        jobs = [job for job in map(store.get, chosen) if job is not None]
        decided, removed = store.remove(chosen)
        if removed.ids:
            write_bytes(_kept_at(session), msgspec.json.encode(removed))
    films = {job.id: job.film.path for job in jobs if job.film and job.id in decided.done}
    if session.output.as_json:
        kept = [{"id": number, "path": str(path)} for number, path in films.items()]
        session.output.document({**decided_document(decided), "films_kept": kept})
        return FAILED if decided.refused else 0
    code = tell(session, "removed", decided)
    if len(films) == 1:
        session.output.say(f"Its film stays: {next(iter(films.values()))}")
    elif films:
        session.output.say(f"{many(len(films), 'film')} stay in {folder.films}")
    if decided.done:
        session.output.say("“videogen jobs restore” brings back what was removed last.")
    return code


@click.command("restore")
@queue_command
def restore(session: Session) -> int:
    """Bring back the jobs that were removed last."""
    path = _kept_at(session)
    removed = _read(path)
    with session.store() as store:
        decided = store.restore(removed)
        with explained_os_errors(path):
            path.unlink(missing_ok=True)
    return tell(session, "brought back", decided)


def _kept_at(session: Session) -> Path:
    return session.root.root / _KEPT


def _read(path: Path) -> RemovedJobs:
    try:
        kept = read_json(path.read_bytes(), _Kept)
    except FileNotFoundError:
        raise VideoGenError(
            "nothing-removed",
            "Nothing that was removed is kept.",
            "Only what “videogen jobs remove” took away last can be brought back.",
        ) from None
    except msgspec.MsgspecError as error:
        raise VideoGenError(
            "nothing-removed",
            f"What was removed last cannot be read: {error}.",
            "Add the papers again; their films are where they were.",
        ) from error
    return RemovedJobs(kept.rows, kept.ids)
