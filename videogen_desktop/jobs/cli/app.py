"""The command ``videogen``: the queue's commands, and the pipeline's beside them."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from videogen_desktop import __version__
from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.cli.lazy import Lazy, LazyGroup
from videogen_desktop.jobs.cli.output import refuse
from videogen_desktop.jobs.cli.streams import prepare_streams, unheard
from videogen_desktop.pipeline.exit_codes import CANCELLED, FAILED, USAGE, exit_code

if TYPE_CHECKING:
    from collections.abc import Sequence

_USAGE_CODES = frozenset(
    {
        "bad-closing",
        "bad-list",
        "no-papers",
        "no-such-job",
        "no-such-profile",
        "nothing-chosen",
        "several-jobs",
        "voice-missing",
    }
)
_BROKEN_PIPE = 1
"""What click leaves with when its reader has gone; no command of ours does."""
_HELP = {"help_option_names": ["-h", "--help"]}
_PIPELINE = "videogen_desktop.pipeline.cli"
_HERE = "videogen_desktop.jobs.cli"

PIPELINE_COMMANDS = {
    "generate-video": Lazy(_PIPELINE, "main", "Make the film of PAPER_ID in OUTPUT_DIR."),
    "fetch-paper": Lazy(
        _PIPELINE, "main", "Fetch PAPER_ID into OUTPUT_DIR: paper.json, paper.xml and figures."
    ),
    "generate-script": Lazy(_PIPELINE, "main", "Write the script of the paper in OUTPUT_DIR."),
    "generate-audio": Lazy(_PIPELINE, "main", "Speak the script in OUTPUT_DIR."),
    "generate-videos": Lazy(_PIPELINE, "main", "Draw and encode the scenes in OUTPUT_DIR."),
    "add-captions": Lazy(
        _PIPELINE, "main", "Add captions to the clips in OUTPUT_DIR and join them into the film."
    ),
}
QUEUE_COMMANDS = {
    "add": Lazy(f"{_HERE}.adding", "add", "Put papers into the queue."),
    "list": Lazy(f"{_HERE}.listing", "list_jobs", "List jobs."),
    "show": Lazy(f"{_HERE}.showing", "show", "Tell everything about jobs."),
    "log": Lazy(f"{_HERE}.logs", "log", "Show the log of a job."),
    "run": Lazy(f"{_HERE}.running", "run", "Work on the queue until it is empty."),
    "pause": Lazy(f"{_HERE}.deciding", "pause", "Let jobs, or the whole queue, wait for you."),
    "resume": Lazy(f"{_HERE}.deciding", "resume", "Let paused jobs, or the whole queue, go on."),
    "cancel": Lazy(f"{_HERE}.deciding", "cancel", "Cancel jobs; what is finished of them is kept."),
    "retry": Lazy(f"{_HERE}.deciding", "retry", "Try ended jobs again, from the step that failed."),
    "approve": Lazy(f"{_HERE}.deciding", "approve", "Let jobs that need your word go on."),
    "remove": Lazy(f"{_HERE}.removing", "remove", "Take jobs out of the list; their films stay."),
    "restore": Lazy(f"{_HERE}.removing", "restore", "Bring the jobs back that were removed last."),
    "move": Lazy(f"{_HERE}.deciding", "move", "Move jobs in the line."),
    "priority": Lazy(f"{_HERE}.deciding", "priority", "Let jobs go before or after all others."),
    "settings": Lazy(f"{_HERE}.configuring", "settings", "Show or change how the queue works."),
    "secret": Lazy(f"{_HERE}.secrets", "secret", "Keep a key of a pipeline of your own in the keyring."),
    "cleanup": Lazy(f"{_HERE}.cleaning", "cleanup", "Remove what nobody needs any more; films stay."),
    "doctor": Lazy(f"{_HERE}.doctoring", "doctor", "Check whether everything that is needed works."),
    "restore-backup": Lazy(f"{_HERE}.restoring", "restore_backup", "Go on from a backup of the database."),
}


@click.group(cls=LazyGroup, lazy=PIPELINE_COMMANDS, context_settings=_HELP)
@click.version_option(__version__, prog_name="videogen")
def videogen() -> None:
    """Make narrated, captioned films of biomedical papers: one at a time, or a queue of thousands."""


@videogen.group(cls=LazyGroup, lazy=QUEUE_COMMANDS, context_settings=_HELP)
@click.option("--data-dir", type=click.Path(path_type=Path, file_okay=False), hidden=True)
@click.option("--json", "as_json", is_flag=True, hidden=True)
def jobs(data_dir: Path | None, as_json: bool) -> None:
    """The queue: add papers, look at jobs, decide about them, and let it work.

    A JOB is its number, its key, or the identifier of its paper (PMID, PMCID or DOI). Every command answers
    with one JSON document after --json.
    """


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run a command and leave with its exit code: 0, 2, 3, 75 or 130.

    Args:
        arguments: The command line without the program's name; None for that of this process.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    prepare_streams()
    sys.exit(_run(given))


def _run(arguments: list[str]) -> int:
    as_json = "--json" in arguments
    try:
        return int(videogen.main(arguments, prog_name="videogen", standalone_mode=False) or 0)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show(unheard(sys.stderr))
        return USAGE
    except click.ClickException as error:
        if not as_json:
            error.show(unheard(sys.stderr))
            return USAGE
        refuse(_usage(error), as_json=True)
        return USAGE
    except (click.Abort, KeyboardInterrupt):
        refuse(_cancelled(), as_json=as_json)
        return CANCELLED
    except VideoGenError as error:
        refuse(_with_command(error), as_json=as_json)
        return USAGE if error.code in _USAGE_CODES else exit_code(error)
    except SystemExit as end:
        if end.code != _BROKEN_PIPE:
            raise
        return 0  # whoever read has read enough
    except Exception as error:
        unheard(sys.stderr).write(traceback.format_exc())
        refuse(_fault(error), as_json=as_json)
        return FAILED


def _with_command(error: VideoGenError) -> VideoGenError:
    """The error, with the command by which its hint is followed here, where there is one."""
    if error.code != "database-damaged":
        return error
    afresh = "“videogen jobs restore-backup --start-afresh” begins with an empty queue."
    back = "“videogen jobs restore-backup” goes back to the newest good backup; "
    command = f"{back}{afresh}" if getattr(error, "backup", None) else afresh
    return VideoGenError(error.code, error.message, f"{error.hint}\n{command}", retryable=error.retryable)


def _usage(error: click.ClickException) -> VideoGenError:
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "videogen"
    return VideoGenError("usage", error.format_message(), f"“{path} --help” explains the command.")


def _cancelled() -> VideoGenError:
    return VideoGenError("cancelled", "The command was interrupted.", "Start it again when you like.")


def _fault(error: Exception) -> VideoGenError:
    return VideoGenError(
        "internal",
        f"Something is wrong in the program itself ({type(error).__name__}).",
        "Please report it, with the file that “videogen jobs doctor --report report.zip” writes.",
    )
