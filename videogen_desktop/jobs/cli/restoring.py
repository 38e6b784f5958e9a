"""``videogen jobs restore-backup``: go on from a backup where the database is damaged."""

from __future__ import annotations

from pathlib import Path

import click

from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.cli.session import Session, queue_command
from videogen_desktop.jobs.cli.units import moment


@click.command("restore-backup")
@click.argument("backup", required=False, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--start-afresh", is_flag=True, help="Begin with an empty queue instead.")
@queue_command
def restore_backup(session: Session, backup: Path | None, start_afresh: bool) -> None:
    """Take BACKUP, or the newest good one, in place of the database, which is set aside and not deleted.

    A database that is sound is replaced only by a BACKUP that is named. Films and working folders stay; what
    happened since the backup is looked for there at the next start.
    """
    from videogen_desktop.jobs import store  # SQLAlchemy, which a question for help needs not

    if start_afresh and backup is not None:
        raise click.UsageError("Either BACKUP or --start-afresh.")
    if session.is_at_work():
        raise VideoGenError(
            "already-running",
            "The window or “videogen jobs run” is working on this queue.",
            "End it, then try again.",
            retryable=True,
        )
    if start_afresh:
        store.start_afresh(session.root)
        _tell(session, None)
        return
    chosen = backup or store.newest_good_backup(session.root)
    if chosen is None:
        raise VideoGenError(
            "no-backup",
            f"There is no good backup in {session.root.backups}.",
            "“videogen jobs restore-backup --start-afresh” begins with an empty queue; films stay.",
        )
    if backup is None and session.root.database.exists() and store.check_database(session.root).sound:
        raise _sound(session, chosen)
    _tell(session, chosen, store.restore_backup(session.root, chosen))


def _sound(session: Session, newest: Path) -> VideoGenError:
    return VideoGenError(
        "database-sound",
        "The list of jobs is sound, so nothing was replaced.",
        f"“videogen jobs restore-backup {newest}” goes back to the newest backup all the same; all are in "
        f"{session.root.backups}.",
    )


def _tell(session: Session, backup: Path | None, aside: Path | None = None) -> None:
    if session.output.as_json:
        told = {"backup": backup, "set_aside": aside}
        session.output.document({name: str(path) if path else None for name, path in told.items()})
    elif backup is None:
        session.output.say("The queue is empty now. What was there is set aside in the data folder.")
    else:
        made = moment(backup.stat().st_mtime, session.clock.now())
        session.output.say(f"The queue is as it was at {made}: {backup}")
        if aside:
            session.output.say(f"“videogen jobs restore-backup {aside}” goes back to what was there before.")
