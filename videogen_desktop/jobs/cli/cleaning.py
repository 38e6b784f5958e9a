"""``videogen jobs cleanup``: remove what nobody needs any more, or say what that would be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from videogen_desktop.jobs.cleanup import CleanedUp, clean_up, planned
from videogen_desktop.jobs.cli.session import Session, queue_command
from videogen_desktop.jobs.cli.units import many, size
from videogen_desktop.pipeline.exit_codes import FAILED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from videogen_desktop.jobs.cleanup import Kind, Removal
    from videogen_desktop.jobs.cli.documents import Document
    from videogen_desktop.jobs.data_folder import DataFolder

_MOST_LISTED = 50
_KINDS: Mapping[Kind, str] = {
    "work": "Intermediate files",
    "orphan": "A folder without a job",
    "unfinished": "A folder half removed",
    "log": "A log",
    "partial": "A half-written file",
    "history": "Old lines of history",
}


@click.command("cleanup")
@click.option("--dry-run", is_flag=True, help="Say what would go, and remove nothing.")
@queue_command
def cleanup(session: Session, dry_run: bool) -> int:
    """Remove old intermediate files, logs and history, as the settings under keep say. Films always stay."""
    folder, keep = session.folder(), session.settings().keep
    with session.store() as store:
        plan = planned(store, folder, keep, session.clock.now())
        done = CleanedUp() if dry_run else clean_up(store, folder, plan)
    if session.output.as_json:
        session.output.document(_document(plan, done, dry_run=dry_run))
    else:
        _tell(session, folder, plan, done, dry_run=dry_run)
    return FAILED if done.kept else 0


def _tell(
    session: Session, folder: DataFolder, plan: Sequence[Removal], done: CleanedUp, *, dry_run: bool
) -> None:
    going = plan if dry_run else done.removed
    for removal in going[:_MOST_LISTED]:
        session.output.say(_line(removal))
    if len(going) > _MOST_LISTED:
        session.output.say(f"… and {len(going) - _MOST_LISTED:,} more")
    for kept in done.kept:
        session.output.say(f"Kept: {kept.removal.path}. {kept.reason}", "yellow")
    verb = "would be removed" if dry_run else "removed"
    freed = sum(removal.size for removal in going)
    session.output.say(f"{many(len(going), 'thing')} {verb}, {size(freed)} in all.", "bold")
    session.output.say(f"Films are never removed; they are in {folder.films}", "dim")


def _line(removal: Removal) -> str:
    kind = _KINDS[removal.kind]
    if removal.path is None:
        return f"{kind}, because {removal.why}"
    return f"{kind}, {size(removal.size)}, because {removal.why}: {removal.path}"


def _document(plan: Sequence[Removal], done: CleanedUp, *, dry_run: bool) -> Document:
    return {
        "dry_run": dry_run,
        "planned": [_removal(removal) for removal in plan],
        "removed": [_removal(removal) for removal in done.removed],
        "kept": [{**_removal(kept.removal), "reason": kept.reason} for kept in done.kept],
        "freed_bytes": done.freed,
    }


def _removal(removal: Removal) -> Document:
    return {
        "kind": removal.kind,
        "path": str(removal.path) if removal.path else None,
        "size": removal.size,
        "why": removal.why,
        "job": removal.job_id,
    }
