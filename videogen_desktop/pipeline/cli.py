"""The pipeline's command line: generate-video, and each of its stages by itself."""

from __future__ import annotations

import logging
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar, Unpack, get_args

import click
from click.core import ParameterSource

from videogen_desktop import __version__
from videogen_desktop.errors import VideoGenError
from videogen_desktop.papers.settings import FetchSettings
from videogen_desktop.pipeline.cancellation import Cancellation, cancelled_error, end_descendants
from videogen_desktop.pipeline.exit_codes import CANCELLED, FAILED, exit_code
from videogen_desktop.pipeline.job import (
    STAGES,
    Aspect,
    Audience,
    Captions,
    FilmOptions,
    Job,
    Length,
    Stage,
    recalled,
)
from videogen_desktop.pipeline.maker import closing_words
from videogen_desktop.pipeline.manifest import Manifest
from videogen_desktop.pipeline.narration import voices_folder
from videogen_desktop.pipeline.progress import JsonLines, Listener, Progress
from videogen_desktop.pipeline.run import make_film

if TYPE_CHECKING:
    from collections.abc import Callable

Command = TypeVar("Command", bound="Callable[..., Any]")


class _Options(TypedDict):
    """The options that every command takes, as click hands them over."""

    skip_existing: bool
    voice: str | None
    workers: int
    aspect: Aspect
    length: Length
    audience: Audience
    captions: Captions
    theme: str
    logo: Path | None
    closing: str
    allow_retracted: bool


def _closing(_context: click.Context, _option: click.Parameter, text: str) -> str:
    try:
        return closing_words(text)
    except VideoGenError as error:
        raise click.BadParameter(error.message) from error


_OUTPUT = click.argument("output_dir", type=click.Path(path_type=Path, file_okay=False))
_OPTIONS = (
    click.option(
        "--skip-existing/--no-skip-existing",
        default=True,
        help="Keep the steps that are proven done (default), or do every step again.",
    ),
    click.option("--voice", metavar="NAME", help="The voice that narrates; the built-in one is joe."),
    click.option(
        "--max-workers",
        "workers",
        type=click.IntRange(1, 64),
        default=os.cpu_count() or 1,
        show_default="one a core",
        help="How many processes draw and encode at once.",
    ),
    click.option(
        "--aspect",
        type=click.Choice(get_args(Aspect)),
        default="16:9",
        show_default=True,
        help="Shape of the picture.",
    ),
    click.option(
        "--length",
        type=click.Choice(get_args(Length)),
        default="standard",
        show_default=True,
        help="How much of the paper is told.",
    ),
    click.option(
        "--audience",
        type=click.Choice(get_args(Audience)),
        default="general",
        show_default=True,
        help="For a specialist, more of methods and findings, and less of why it matters and what it means.",
    ),
    click.option(
        "--captions",
        type=click.Choice(["soft", "burned"]),
        default="soft",
        show_default=True,
        help="A caption track to switch on, or captions drawn into the picture as well.",
    ),
    click.option(
        "--theme",
        type=click.Choice(["paper", "dark"]),
        default="paper",
        show_default=True,
        help="Colours of the picture.",
    ),
    click.option(
        "--logo",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Your logo, a PNG or JPEG picture, for the first and the last scene.",
    ),
    click.option(
        "--closing",
        default="",
        metavar="TEXT",
        callback=_closing,
        help="Words of your own for the last scene, shown and not spoken.",
    ),
    click.option(
        "--allow-retracted", is_flag=True, help="Make a film of a retracted paper; it says so throughout."
    ),
    click.option(
        "--progress",
        "progress_kind",
        type=click.Choice(["auto", "json"]),
        default="auto",
        show_default=True,
        help="A bar for a person, or JSON lines on standard output; with json, the run stops when standard "
        "input closes.",
    ),
)


def _with_options(command: Command) -> Command:
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="videogen-desktop")
def main() -> None:
    """Make a narrated, captioned film from a biomedical paper."""


@main.command("generate-video")
@click.argument("paper_id")
@_OUTPUT
@click.option("--stop-after", type=click.Choice(STAGES), help="Stop after this step.")
@click.option(
    "--no-merge", is_flag=True, help="Leave the clips and captions, and do not join them into a film."
)
@_with_options
def generate_video(
    paper_id: str,
    output_dir: Path,
    stop_after: Stage | None,
    no_merge: bool,
    progress_kind: str,
    **options: Unpack[_Options],
) -> None:
    """Make the film of PAPER_ID in OUTPUT_DIR.

    PAPER_ID is a PubMed number, a PMC number, a DOI, or a paper in hand: a JATS file, or a folder with one
    and its figures.
    """
    film = FilmOptions(stop_after=stop_after, merge=not no_merge, **options)
    _run(Job(paper_id, output_dir, film), progress_kind)


@main.command("fetch-paper")
@click.argument("paper_id")
@_OUTPUT
@_with_options
def fetch_paper(paper_id: str, output_dir: Path, progress_kind: str, **options: Unpack[_Options]) -> None:
    """Fetch PAPER_ID into OUTPUT_DIR: paper.json, paper.xml and figures."""
    _run(Job(paper_id, output_dir, FilmOptions(**options)), progress_kind, "fetch-paper")


def _add_step(stage: Stage, what: str) -> None:
    @_OUTPUT
    @_with_options
    @click.pass_context
    def step(
        context: click.Context, output_dir: Path, progress_kind: str, **options: Unpack[_Options]
    ) -> None:
        film = replace(FilmOptions(**options), **_remembered(context, output_dir))
        _run(Job("", output_dir, film), progress_kind, stage)

    main.command(stage, help=what)(step)


_add_step("generate-script", "Write the script of the paper in OUTPUT_DIR.")
_add_step("generate-audio", "Speak the script in OUTPUT_DIR.")
_add_step("generate-videos", "Draw and encode the scenes in OUTPUT_DIR.")
_add_step("add-captions", "Add captions to the clips in OUTPUT_DIR and join them into the film.")


def _remembered(context: click.Context, output_dir: Path) -> dict[str, Any]:
    """What the last run in a folder was asked for, where this step was not told otherwise."""
    manifest = Manifest.read(output_dir)
    return {
        name: value
        for name, value in recalled(manifest.options if manifest else {}).items()
        if context.get_parameter_source(name) is ParameterSource.DEFAULT
    }


def _run(job: Job, progress_kind: str, only: Stage | None = None) -> None:
    logging.getLogger("videogen_desktop").setLevel(logging.INFO)
    listener: Listener = JsonLines(sys.stdout) if progress_kind == "json" else _terminal(job.folder)
    if progress_kind == "json":
        _log_to_standard_error()
    cancellation = Cancellation(last_words=lambda: listener.error(cancelled_error()))
    with cancellation.listening(lifeline=progress_kind == "json"):
        code = _guarded(job, listener, cancellation, only)
    sys.exit(code)


def _terminal(folder: Path) -> Listener:
    from videogen_desktop.pipeline.terminal import Terminal  # rich, which JSON lines need not wait for

    return Terminal(folder)


def _guarded(job: Job, listener: Listener, cancellation: Cancellation, only: Stage | None) -> int:
    """Run the job and turn whatever ends it into one event and one exit code."""
    try:
        settings = FetchSettings.from_environment(os.environ)
        voices = voices_folder(os.environ)
        facts = make_film(job, Progress(listener), cancellation, settings, voices, only)
    except VideoGenError as error:
        end_descendants()
        if cancellation.event.is_set():
            listener.error(cancelled_error())
            return CANCELLED
        listener.error(error)
        return exit_code(error)
    except Exception as error:
        end_descendants()
        if cancellation.event.is_set():
            listener.error(cancelled_error())
            return CANCELLED
        logging.getLogger(__name__).exception("a fault in the program")
        listener.error(_fault(error))
        return FAILED
    listener.result(facts)
    return 0


def _fault(error: Exception) -> VideoGenError:
    return VideoGenError(
        "internal",
        f"Something is wrong in the program itself ({type(error).__name__}).",
        "Please report it, with the file pipeline.log from the output folder.",
    )


def _log_to_standard_error() -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
    logging.getLogger("videogen_desktop").addHandler(handler)
