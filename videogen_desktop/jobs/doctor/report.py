"""The file for a bug report: what helps to find a fault, and nothing that is the person's own business.

It holds text only, which can be read before it is sent. Papers are named by public identifiers; of papers in
hand there is nothing but that there is one.
"""

from __future__ import annotations

import os
import zipfile
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import msgspec

from videogen_desktop.errors import VideoGenError
from videogen_desktop.files import explained_os_errors, replacing
from videogen_desktop.jobs.doctor.pipelines import PIPELINE
from videogen_desktop.jobs.doctor.scrubbing import Private, Scrubber, names_here, secrets_in
from videogen_desktop.jobs.doctor.versions import versions
from videogen_desktop.jobs.model import JobQuery
from videogen_desktop.jobs.settings import QueueSettings, read_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.doctor.check import Check
    from videogen_desktop.jobs.model import Job
    from videogen_desktop.jobs.settings import Profile
    from videogen_desktop.jobs.states import State
    from videogen_desktop.jobs.store import JobStore

_MOST_JOBS = 1000
_MOST_LOGS = 5
_LOG_BYTES = 64 * 1024
_TROUBLED: frozenset[State] = frozenset({"failed", "waiting", "needs-attention"})
_ABOUT = """A report on VideoGen Desktop, to be sent with the description of a fault.

checks.json    what “videogen jobs doctor” found
versions.json  the versions of everything at work
settings.json  the settings of the queue, without the values of secrets and variables
queue.json     how many jobs there are in which state, and what troubled which
logs/          the ends of the program's log and of those of jobs that are in trouble

Secrets, addresses, titles and your name are taken out. Papers in hand are neither named nor quoted.
"""


@dataclass(frozen=True)
class Sources:
    """Where a report comes from.

    Args:
        folder: The data folder.
        environ: The environment; values of what sounds secret are taken out wherever they stand.
        read_secret: The keyring: the value of a name, if it has one.
        home: The person's home folder.
    """

    folder: DataFolder
    environ: Mapping[str, str]
    read_secret: Callable[[str], str | None]
    home: Path


def write_report(path: Path, sources: Sources, checks: Sequence[Check], store: JobStore | None) -> None:
    """Write the report.

    Args:
        path: The zip file; one that is there is replaced.
        sources: Where it comes from.
        checks: What the examination found.
        store: The jobs; None when the database cannot be opened.

    Raises:
        VideoGenError: ``not-writable`` or ``disk-full``.
    """
    settings = _settings(sources.folder)
    jobs = _recent_jobs(store) if store else ()
    scrubber = Scrubber(_private(sources, settings, jobs))
    with (
        explained_os_errors(path),
        replacing(path) as partial,
        zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED) as file,
    ):
        for name, document in _documents(settings, checks, store, jobs):
            file.writestr(zipfile.ZipInfo(name), _json(scrubber.scrubbed_document(document)))
        for name, text in _texts(sources.folder, jobs):
            file.writestr(zipfile.ZipInfo(name), scrubber.scrubbed(text))


def _documents(
    settings: QueueSettings, checks: Sequence[Check], store: JobStore | None, jobs: Sequence[Job]
) -> Iterator[tuple[str, Any]]:
    yield "checks.json", msgspec.to_builtins([_sent(check) for check in checks], enc_hook=str)
    yield "versions.json", versions()
    yield "settings.json", _without_values(settings)
    yield "queue.json", _queue(store, jobs) if store else None


def _texts(folder: DataFolder, jobs: Sequence[Job]) -> Iterator[tuple[str, str]]:
    yield "README.txt", _ABOUT
    yield "logs/videogen.log", _end_of(folder.application_log)
    for job in [job for job in jobs if job.problem and job.paper.source is None][:_MOST_LOGS]:
        yield f"logs/job-{job.id}.log", _end_of(folder.log_of(job.key))


def _sent(check: Check) -> Check:
    """A finding; of a pipeline of the person's own only how it is."""
    return replace(check, message="…", hint="") if check.name == PIPELINE else check


def _queue(store: JobStore, jobs: Sequence[Job]) -> dict[str, Any]:
    state = store.queue_state()
    return {
        "counts": store.counts(),
        "held_by": state.reasons,
        "problems": Counter(job.problem.code for job in jobs if job.problem),
        "troubled": [_troubled(job) for job in jobs if job.state in _TROUBLED],
    }


def _troubled(job: Job) -> dict[str, Any]:
    in_hand = job.paper.source is not None
    return {
        "id": job.id,
        "paper": "in hand" if in_hand else job.paper.name,
        "state": job.state,
        "stage": job.progress.stage,
        "attempt": job.attempt,
        "failures": job.failures,
        "crashes": job.crashes,
        "problem": job.problem.code if job.problem else None,
        "message": job.problem.message if job.problem and not in_hand else None,
        "options": _options_of(job),
    }


def _options_of(job: Job) -> dict[str, Any]:
    """The options; of what is the person's own only whether there is any."""
    options = job.options
    own = {
        "profile": _kind_of_profile(job),
        "logo": "set" if options.logo else None,
        "closing": "set" if options.closing else None,
    }
    plain: dict[str, Any] = msgspec.to_builtins(options, enc_hook=str)
    return plain | own


def _kind_of_profile(job: Job) -> str:
    return "built-in" if job.options.profile == "built-in" else "own"


def _without_values(settings: QueueSettings) -> dict[str, Any]:
    """The settings; of a profile only what shape its command has."""
    plain: dict[str, Any] = msgspec.to_builtins(settings, enc_hook=str)
    plain["films_folder"] = "set" if settings.films_folder else None
    plain["profiles"] = [_shape(profile) for profile in settings.profiles]
    return plain


def _shape(profile: Profile) -> dict[str, Any]:
    return {
        "arguments": [_shape_of(argument) for argument in profile.arguments],
        "working_folder": "set" if profile.working_folder else None,
        "secrets": len(profile.secrets),
        "environment": len(profile.environment),
    }


def _shape_of(argument: str) -> str:
    """A placeholder as it is; of everything else only that it is there."""
    return (
        argument if argument.startswith("{") and argument.endswith("}") and argument.count("{") == 1 else "…"
    )


def _private(sources: Sources, settings: QueueSettings, jobs: Iterable[Job]) -> Private:
    names = {name for profile in settings.profiles for name in profile.secrets}
    kept = (sources.read_secret(name) for name in sorted(names))
    given = (value for profile in settings.profiles for value in profile.environment.values())
    papers = [job.paper for job in jobs]
    return Private(
        secrets=(*secrets_in(sources.environ), *filter(None, kept), *given),
        titles=tuple(paper.title for paper in papers if paper.title),
        files=tuple(paper.source for paper in papers if paper.source),
        home=sources.home,
        names=names_here(),
    )


def _recent_jobs(store: JobStore) -> tuple[Job, ...]:
    """The jobs in trouble, then the others, the newest first."""
    troubled = store.page(JobQuery(_TROUBLED, sort="added", descending=True), 0, _MOST_JOBS)
    others = store.page(JobQuery(sort="added", descending=True), 0, _MOST_JOBS)
    return tuple({job.id: job for job in (*troubled, *others)}.values())


def _settings(folder: DataFolder) -> QueueSettings:
    try:
        return read_settings(folder.settings)
    except VideoGenError:  # which the checks say
        return QueueSettings()


def _end_of(path: Path) -> str:
    try:
        with path.open("rb") as file:
            end = file.seek(0, os.SEEK_END)
            file.seek(max(0, end - _LOG_BYTES))
            content = file.read(_LOG_BYTES)
    except OSError:
        return ""
    return content.decode("utf-8", "replace")


def _json(document: object) -> str:
    return msgspec.json.format(msgspec.json.encode(document), indent=2).decode()
