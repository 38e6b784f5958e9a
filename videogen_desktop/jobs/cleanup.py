"""Clean-up: what may go of working folders, logs, half-written files and history, and its removal.

``planned`` says what would go and why; ``clean_up`` removes just that, after it has looked at each once more.
A final film, its folder, and the folder of a job that has not ended never go.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.leftovers import Leftover, files_in, folders_in, is_file, is_partial, measured
from videogen_desktop.jobs.proof import is_proven
from videogen_desktop.jobs.removing import UNFINISHED_MARK, begin_removal, finish_removal, lies_truly_in
from videogen_desktop.jobs.states import ENDED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.model import Job
    from videogen_desktop.jobs.settings import Keep
    from videogen_desktop.jobs.store import JobStore

Kind = Literal["work", "orphan", "unfinished", "log", "partial", "history"]
"""``unfinished`` is a folder whose removal was begun before and broken off."""

DAY = 86400.0
HISTORY = "cleanup"
"""The kind of event that says what was removed."""

_PARTIAL_DAYS = 1.0
_NOT_THERE = "It is not in the data folder, is a link, or is gone."
_FILMS_THERE = "Finished films are kept there."
_KEY = re.compile(r"(?:pmid|pmcid|doi|file)-(?:.+-)?[0-9a-f]{8}")
_LOG = re.compile(r"(?P<key>.+)\.log(?:\.\d+)?")

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Removal:
    """Something that may go.

    Args:
        kind: What it is.
        path: Where it is; None for history.
        size: Bytes that come free.
        why: Why it may go, in words that follow “because”.
        job_id: Whose it is, if it is a job's.
        before: For history: what is older goes, in seconds since 1970.
    """

    kind: Kind
    path: Path | None
    size: int
    why: str
    job_id: int | None = None
    before: float = 0.0


@dataclass(frozen=True)
class Kept:
    """Something that was to go and is still there, and why, in a sentence."""

    removal: Removal
    reason: str


@dataclass(frozen=True)
class CleanedUp:
    """What a clean-up has done."""

    removed: tuple[Removal, ...] = ()
    kept: tuple[Kept, ...] = ()

    @property
    def freed(self) -> int:
        """Bytes that came free."""
        return sum(removal.size for removal in self.removed)


@dataclass(frozen=True)
class WorkFolder:
    """A working folder: how it lies on the disk, and whose it is; None for nobody's.

    ``film_there`` is whether the job's finished film is in its place.
    """

    found: Leftover
    job: Job | None
    film_there: bool = False


def planned(store: JobStore, folder: DataFolder, keep: Keep, now: float) -> tuple[Removal, ...]:
    """What would go, and why. Nothing is changed.

    Args:
        store: The jobs.
        folder: The data folder.
        keep: How long things stay.
        now: Seconds since 1970.
    """
    work = _work_folders(store, folder)
    return (
        *going_work(work, keep, now),
        *_unfinished(folder),
        *_old_partials(work, folder, now),
        *_old_logs(store, folder, keep, now),
        *_old_history(store, keep, now),
    )


def going_work(work: Sequence[WorkFolder], keep: Keep, now: float) -> tuple[Removal, ...]:
    """Which working folders go: those that are too old, then as many as it takes to keep to the budget.

    The budget takes those of completed jobs first, oldest first; those of failed and cancelled jobs, which
    could still go on from them, and of films that are not in their place, only when that is not enough.
    """
    old = [each for each in work if _is_old(each, keep, now)]
    going = [_removal(each, _age_reason(each, now)) for each in old]
    over = sum(each.found.size for each in work) - sum(each.found.size for each in old) - keep.work_bytes
    left = [each for each in work if not _is_old(each, keep, now)]
    ended = [(each, job) for each in left if (job := each.job) and job.state in ENDED]
    for each, _ in sorted(ended, key=lambda pair: _order_to_go(*pair)):
        if over <= 0:
            break
        going.append(_removal(each, "intermediate files take more room than they may"))
        over -= each.found.size
    return tuple(going)


def clean_up(store: JobStore, folder: DataFolder, removals: Iterable[Removal]) -> CleanedUp:
    """Remove what was planned, each with a line in the history and in the log.

    What must stay by now (its job was started again, a link took its place) stays, and so does what cannot
    be removed (another program has it open); the rest goes on.

    Args:
        store: The jobs.
        folder: The data folder.
        removals: What ``planned`` told.

    Raises:
        VideoGenError: The store cannot be read.
    """
    keeping = _keeping(store, folder)
    removed, kept = [], []
    for removal in removals:
        try:
            reason = _removed(store, folder, removal, keeping)
        except OSError as error:
            reason = f"It cannot be removed: {error.strerror or error}."
            _tell(store, f"Not removed: {removal.path}. {reason}", removal.job_id)
        except VideoGenError as error:
            reason = error.message
        if reason:
            _log.warning("kept %s: %s", removal.path, reason)
            kept.append(Kept(removal, reason))
        else:
            removed.append(removal)
    return CleanedUp(tuple(removed), tuple(kept))


def _work_folders(store: JobStore, folder: DataFolder) -> list[WorkFolder]:
    """Those without a finished film, which an earlier setting may have put there."""
    keeping = _keeping(store, folder)
    paths = [path for path in folders_in(folder.work) if not _begun(path) and path not in keeping]
    jobs = store.of_keys(path.name for path in paths)
    found = (_work_folder(path, jobs.get(path.name)) for path in paths)
    return [each for each in found if not _has_film(each.found)]


def _keeping(store: JobStore, folder: DataFolder) -> frozenset[Path]:
    """The working folders in which a job has its finished film."""
    films = store.tidying.films_below(folder.work)
    return frozenset(folder.work / film.relative_to(folder.work).parts[0] for film in films)


def _has_film(found: Leftover) -> bool:
    """Whether a finished film lies there, even if no job knows it."""
    return any(map(is_proven, found.proofs))


def _work_folder(path: Path, job: Job | None) -> WorkFolder:
    film_there = job is not None and job.film is not None and is_file(job.film.path)
    return WorkFolder(measured(path), job, film_there)


def _begun(path: Path) -> bool:
    return path.name.startswith(UNFINISHED_MARK)


def _is_old(work: WorkFolder, keep: Keep, now: float) -> bool:
    if work.job is None:
        is_ours = _KEY.fullmatch(work.found.path.name) is not None
        return is_ours and now - work.found.newest > keep.orphan_days * DAY
    return work.job.state in ENDED and now - _ended_at(work.job) > keep.work_days * DAY


def _ended_at(job: Job) -> float:
    return job.changed_at if job.finished_at is None else job.finished_at


def _order_to_go(work: WorkFolder, job: Job) -> tuple[bool, float]:
    """Those first whose job needs them no more, then the oldest."""
    return not (job.state == "completed" and work.film_there), _ended_at(job)


def _age_reason(work: WorkFolder, now: float) -> str:
    if work.job is None:
        return f"no job knows it and nothing was written there for {_days(now - work.found.newest)}"
    return f"its job was {work.job.state} {_days(now - _ended_at(work.job))} ago"


def _removal(work: WorkFolder, why: str) -> Removal:
    kind: Kind = "work" if work.job else "orphan"
    return Removal(kind, work.found.path, work.found.size, why, work.job.id if work.job else None)


def _unfinished(folder: DataFolder) -> Iterator[Removal]:
    for path in folders_in(folder.work):
        if _begun(path) and not _has_film(found := measured(path)):
            yield Removal("unfinished", path, found.size, "its removal was broken off")


def _old_partials(work: Sequence[WorkFolder], folder: DataFolder, now: float) -> Iterator[Removal]:
    """Of jobs that have ended (a pipeline sweeps its own folder when it starts), and of the queue itself."""
    partials: list[tuple[Leftover, int | None]] = [
        (partial, each.job.id)
        for each in work
        if each.job and each.job.state in ENDED
        for partial in each.found.partial
    ]
    for parent in (folder.root, folder.logs, folder.backups):
        partials += [(file, None) for file in files_in(parent) if is_partial(file.path)]
    for partial, job_id in partials:
        if now - partial.newest > _PARTIAL_DAYS * DAY:
            yield Removal("partial", partial.path, partial.size, "it was only half written", job_id)


def _old_logs(store: JobStore, folder: DataFolder, keep: Keep, now: float) -> Iterator[Removal]:
    old = [file for file in files_in(folder.logs) if now - file.newest > keep.log_days * DAY]
    named = {file: key for file in old if (key := _key_of_log(file.path))}
    jobs = store.of_keys(named.values())
    for file, key in named.items():
        job = jobs.get(key)
        if job is None or job.state in ENDED:
            why = f"nothing was written to it for {_days(now - file.newest)}"
            yield Removal("log", file.path, file.size, why, job.id if job else None)


def _key_of_log(path: Path) -> str | None:
    named = _LOG.fullmatch(path.name)
    return named["key"] if named and _KEY.fullmatch(named["key"]) else None


def _old_history(store: JobStore, keep: Keep, now: float) -> Iterator[Removal]:
    before = now - keep.event_days * DAY
    if count := store.tidying.count_events(before):
        why = f"{count} lines are older than {_days(keep.event_days * DAY)}"
        yield Removal("history", None, 0, why, before=before)


def _objection(path: Path, folder: DataFolder, kind: Kind, keeping: frozenset[Path]) -> str:
    """Why it must stay, whosever it is, in a sentence; empty when it may go.

    It is walked through, which takes its time on a slow disk.
    """
    if not lies_truly_in(path, folder.root):
        return _NOT_THERE
    if _is_below(folder.films, path) or _is_below(path, folder.films) or path in keeping:
        return _FILMS_THERE
    if not _is_where_it_belongs(path, folder, kind):
        return "It is none of the things that a clean-up removes."
    return _FILMS_THERE if _has_film(measured(path)) else ""


def _owners_objection(store: JobStore, folder: DataFolder, removal: Removal, path: Path) -> str:
    """Why it must stay as its owner's job stands now, in a sentence; empty when it may go."""
    job = _owner(store, folder, removal, path)
    if job and removal.kind == "orphan":
        return "It belongs to a job by now."
    if job and job.state not in ENDED:
        return f"Its job is {job.state}."
    if removal.kind == "work" and job is None:
        return "Its job is not there any more."
    return ""


def _owner(store: JobStore, folder: DataFolder, removal: Removal, path: Path) -> Job | None:
    """Whose it is by now, whatever the plan says."""
    if path.is_relative_to(folder.work):
        key: str | None = path.relative_to(folder.work).parts[0]
    else:
        key = _key_of_log(path)
    if key is not None:
        return store.of_keys([key]).get(key)
    return None if removal.job_id is None else store.get(removal.job_id)


def _is_below(path: Path, parent: Path) -> bool:
    return path.resolve().is_relative_to(parent.resolve())


def _is_where_it_belongs(path: Path, folder: DataFolder, kind: Kind) -> bool:
    match kind:
        case "work" | "orphan":
            return path.parent == folder.work and path.is_dir() and not _begun(path)
        case "unfinished":
            return path.parent == folder.work and path.is_dir() and _begun(path)
        case "log":
            return path.parent == folder.logs and path.is_file() and _key_of_log(path) is not None
        case "partial":
            return path.is_file() and is_partial(path)
        case "history":
            return False


def _removed(store: JobStore, folder: DataFolder, removal: Removal, keeping: frozenset[Path]) -> str:
    """Remove it, unless something speaks against that by now; then say what, in a sentence."""
    path = removal.path
    if path is None:
        return _forget_history(store, removal)
    if reason := _objection(path, folder, removal.kind, keeping):
        return reason
    with store.tidying.unchanging():  # no job is started again between the look and the removal
        if not lies_truly_in(path, folder.root):
            return _NOT_THERE
        if reason := _owners_objection(store, folder, removal, path):
            return reason
        what = f"Removing {path.name} ({_megabytes(removal.size)}), because {removal.why}."
        _log.info(what)
        doomed = _taken_away(path)
    _tell(store, what, removal.job_id)
    if doomed is not None:
        finish_removal(doomed)
    return ""


def _forget_history(store: JobStore, removal: Removal) -> str:
    if removal.kind != "history":
        return "There is nothing to remove."
    _log.info("Removing history, because %s.", removal.why)
    store.tidying.forget_events(removal.before, HISTORY, f"Removed history, because {removal.why}.")
    return ""


def _taken_away(path: Path) -> Path | None:
    """Remove a file, or begin to remove a folder; then return where that is now."""
    if path.is_dir():
        return begin_removal(path)
    path.unlink()
    return None


def _tell(store: JobStore, what: str, job_id: int | None) -> None:
    try:
        store.record(HISTORY, what, job_id)
    except VideoGenError as error:  # a full disk is what a clean-up is for; the log has the line
        _log.warning("the history does not say so: %s", error.message)


def _days(seconds: float) -> str:
    days = int(seconds // DAY)
    return "1 day" if days == 1 else f"{days} days"


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB"
