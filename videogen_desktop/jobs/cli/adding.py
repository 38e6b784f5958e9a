"""``videogen jobs add``: papers into the queue, after saying what they are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from videogen_desktop.jobs.cli.documents import Document, paper_document
from videogen_desktop.jobs.cli.given import given
from videogen_desktop.jobs.cli.selecting import PRIORITY
from videogen_desktop.jobs.cli.session import Session, queue_command
from videogen_desktop.jobs.cli.units import many
from videogen_desktop.jobs.material import preview_of
from videogen_desktop.jobs.model import BUILT_IN, JobOptions
from videogen_desktop.pipeline.job import Aspect, Audience, Captions, Length

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from videogen_desktop.jobs.cli.output import Output
    from videogen_desktop.jobs.material import Material, Places
    from videogen_desktop.jobs.model import AlreadyHere, NewPaper, NotRecognised, Preview
    from videogen_desktop.jobs.store import JobStore

_MOST_LISTED = 20
_THEMES = ("paper", "dark")
_USUAL = JobOptions()

_FILM_OPTIONS = (
    click.option("--aspect", type=click.Choice(get_args(Aspect)), default=_USUAL.aspect, show_default=True),
    click.option("--length", type=click.Choice(get_args(Length)), default=_USUAL.length, show_default=True),
    click.option("--voice", metavar="NAME", help="The voice that narrates; the built-in one is joe."),
    click.option(
        "--audience", type=click.Choice(get_args(Audience)), default=_USUAL.audience, show_default=True
    ),
    click.option(
        "--captions", type=click.Choice(get_args(Captions)), default=_USUAL.captions, show_default=True
    ),
    click.option("--theme", type=click.Choice(_THEMES), default=_USUAL.theme, show_default=True),
    click.option(
        "--logo",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Your logo, a PNG or JPEG picture, for the first and the last scene.",
    ),
    click.option(
        "--closing",
        default=_USUAL.closing,
        metavar="TEXT",
        help="Words of your own for the last scene, shown and not spoken.",
    ),
    click.option(
        "--profile",
        default=BUILT_IN,
        show_default=True,
        metavar="NAME",
        help="The pipeline that makes the films; yours are in the settings.",
    ),
    click.option("--review", is_flag=True, help="Stop after the script, until you approve it."),
    click.option(
        "--allow-retracted", is_flag=True, help="Also of retracted papers; the films say so throughout."
    ),
)


def _film_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in reversed(_FILM_OPTIONS):
        command = option(command)
    return command


@dataclass(frozen=True)
class _Added:
    """What adding did, or would do."""

    places: Places
    preview: Preview
    papers: tuple[NewPaper, ...]
    ids: tuple[int, ...] = ()


@click.command("add")
@click.argument("papers", metavar="[PAPER]...", nargs=-1)
@click.option(
    "--file",
    "files",
    metavar="FILE",
    multiple=True,
    help="A list of papers: text, CSV, RIS, PubMed's exports. - is standard input.",
)
@_film_options
@click.option("--priority", type=PRIORITY, default=0, show_default=True, help="Higher goes first.")
@click.option("--paused", is_flag=True, help="Let the jobs wait until they are resumed.")
@click.option("--again", is_flag=True, help="Make films again of papers that are here already.")
@click.option("--dry-run", is_flag=True, help="Say what would be added, and add nothing.")
@queue_command
def add(
    session: Session,
    papers: tuple[str, ...],
    files: tuple[str, ...],
    priority: int,
    paused: bool,
    again: bool,
    dry_run: bool,
    **film: Any,  # noqa: ANN401 - the fields of JobOptions, as click hands them over
) -> int:
    """Put each PAPER into the queue, once.

    A PAPER is a PubMed number, a PMC number, a DOI, a list of such in a file, or a paper in hand: a JATS
    file, or a folder with one and its figures. - reads a list from standard input.
    """
    if not papers and not files:
        raise click.UsageError("Name papers, or a list of them with --file.")
    options = _checked(JobOptions(**film), session)
    everything = given(papers, files)
    with session.store() as store:
        added = _looked_at(store, everything, options, again=again)
        if not dry_run:
            ids = store.add(added.papers, options, priority=priority, paused=paused) if added.papers else ()
            added = replace(added, ids=ids)
    _report(session.output, added, dry_run=dry_run, again=again)
    if not added.papers and not added.preview.already_here and not added.preview.repeated:
        return 2
    return 0


def _checked(options: JobOptions, session: Session) -> JobOptions:
    """Find out now what would let every job fail.

    Raises:
        VideoGenError: ``no-such-profile``, ``voice-missing``, ``bad-logo`` or ``bad-closing``.
    """
    profile = session.settings().profile(options.profile)
    if profile is None and options.voice:
        from videogen_desktop.pipeline.narration import find_voice  # numpy, for those who name a voice

        find_voice(options.voice)
    if not options.logo and not options.closing:
        return options
    from videogen_desktop.pipeline.maker import closing_words, read_logo  # Pillow, for those who name one

    logo = options.logo.absolute() if options.logo else None
    if logo:
        read_logo(logo)
    return replace(options, logo=logo, closing=closing_words(options.closing))


def _looked_at(store: JobStore, everything: Material, options: JobOptions, *, again: bool) -> _Added:
    preview = preview_of(store, everything, options)
    chosen = (*preview.new, *(here.paper for here in preview.already_here if again))
    return _Added(everything.places, preview, chosen)


def _report(output: Output, added: _Added, *, dry_run: bool, again: bool) -> None:
    if output.as_json:
        output.document(_document(added, dry_run=dry_run))
        return
    verb = "would be added" if dry_run else "added"
    output.say(f"{many(len(added.papers), 'paper')} {verb}.", "bold")
    _list(output, "Here already", [_here(here) for here in added.preview.already_here])
    if added.preview.already_here and not again:
        output.say("  --again makes films of them again.")
    _list(output, "Named before in what you gave", [_place(added.places, p) for p in added.preview.repeated])
    _list(
        output,
        "Not recognised",
        [f"{_place(added.places, refused)}: {refused.reason}" for refused in added.preview.not_recognised],
    )
    if added.ids:
        output.say("“videogen jobs run” makes the films; “videogen jobs list” shows how they stand.")


def _list(output: Output, title: str, lines: Sequence[str]) -> None:
    if not lines:
        return
    output.say(f"{title} ({len(lines):,}):")
    for line in lines[:_MOST_LISTED]:
        output.say(f"  {line}")
    if len(lines) > _MOST_LISTED:
        output.say(f"  … and {len(lines) - _MOST_LISTED:,} more")


def _here(here: AlreadyHere) -> str:
    return f"{here.paper.text or here.paper.facts.name} is job {here.job_id}, {here.state}"


def _place(places: Places, item: NewPaper | NotRecognised) -> str:
    name, line = places.of(item.line)
    return f"“{item.text}”{f' in line {line} of {name}' if name else ''}"


def _document(added: _Added, *, dry_run: bool) -> Document:
    numbers: Sequence[int | None] = added.ids or [None] * len(added.papers)
    return {
        "dry_run": dry_run,
        "added": [
            {"id": number, **_given_document(added.places, paper)}
            for number, paper in zip(numbers, added.papers, strict=True)
        ],
        "already_here": [
            {"id": here.job_id, "state": here.state, **_given_document(added.places, here.paper)}
            for here in added.preview.already_here
        ],
        "repeated": [_given_document(added.places, paper) for paper in added.preview.repeated],
        "not_recognised": [
            {**_where(added.places, refused), "reason": refused.reason}
            for refused in added.preview.not_recognised
        ],
    }


def _given_document(places: Places, paper: NewPaper) -> Document:
    return {**_where(places, paper), "paper": paper_document(paper.facts)}


def _where(places: Places, item: NewPaper | NotRecognised) -> Document:
    name, line = places.of(item.line)
    return {"list": name or None, "line": line if name else None, "text": item.text}
