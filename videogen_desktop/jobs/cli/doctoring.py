"""``videogen jobs doctor``: what works, what does not, and what to do."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from videogen_desktop.jobs.cli.session import Session, queue_command
from videogen_desktop.jobs.doctor import Check, Sources, examine, write_report
from videogen_desktop.pipeline.exit_codes import FAILED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from videogen_desktop.jobs.cli.documents import Document
    from videogen_desktop.jobs.doctor import Status

_MARKS: Mapping[Status, tuple[str, str]] = {
    "ok": ("✓", "green"),
    "warning": ("!", "yellow"),
    "failed": ("✗", "bold red"),
}


@click.command("doctor")
@click.option("--no-network", is_flag=True, help="Ask nothing of the network.")
@click.option(
    "--report",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE.zip",
    help="Also write a file for a bug report, without secrets.",
)
@queue_command
def doctor(session: Session, no_network: bool, report: Path | None) -> int:
    """Check the database, the disk, the voice, the codecs, the network, the versions and the keyring."""
    checks: list[Check] = []
    for check in examine(session.root, os.environ, network=not no_network):
        checks.append(check)
        if not session.output.as_json:
            _say(session, check)
    if report is not None:
        _write(session, report, checks)
    failed = any(check.status == "failed" for check in checks)
    if session.output.as_json:
        session.output.document(
            {
                "ok": not failed,
                "checks": [_document(check) for check in checks],
                "report": str(report) if report else None,
            }
        )
    else:
        _conclude(session, checks, report)
    return FAILED if failed else 0


def _say(session: Session, check: Check) -> None:
    mark, style = _MARKS[check.status]
    session.output.say(f"{mark} {check.name}: {check.message}", "" if check.status == "ok" else style)
    if check.hint and check.status != "ok":
        session.output.say(f"    {check.hint}")


def _conclude(session: Session, checks: Sequence[Check], report: Path | None) -> None:
    failed = sum(check.status == "failed" for check in checks)
    warnings = sum(check.status == "warning" for check in checks)
    if not failed and not warnings:
        session.output.say("Everything works.", "bold green")
    elif not failed:
        session.output.say("Films can be made; mind the warnings.", "bold")
    else:
        session.output.say("Films cannot be made before what failed is mended.", "bold red")
    if report is not None:
        session.output.say(
            f"The file for a bug report: {report.absolute()}. You can read it before you send it."
        )


def _write(session: Session, path: Path, checks: Sequence[Check]) -> None:
    from videogen_desktop.jobs.work import read_secret

    sources = Sources(session.root, os.environ, read_secret, Path.home())
    sound = any(check.name == "database" and check.status == "ok" for check in checks)
    if sound and session.root.database.exists():
        with session.store() as store:
            write_report(path, sources, checks, store)
    else:
        write_report(path, sources, checks, None)


def _document(check: Check) -> Document:
    return {
        "name": check.name,
        "status": check.status,
        "message": check.message,
        "hint": check.hint or None,
        "details": dict(check.details),
    }
