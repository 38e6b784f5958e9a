"""What a file name can say of a film and its paper."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from videogen_desktop.papers.citation import author_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from videogen_desktop.jobs.model import Job


def values_of(job: Job, fields: Iterable[str]) -> dict[str, str]:
    """Return the values of some of the ``FIELDS`` for a job; what is not known is empty."""
    return {field: _VALUES[field](job) for field in fields}


def _surname(name: str) -> str:
    author = author_of(name)
    return author.collective or author.surname


def _first_author(job: Job) -> str:
    return _surname(job.paper.authors[0]) if job.paper.authors else ""


def _authors(job: Job) -> str:
    names = job.paper.authors
    return f"{_surname(names[0])} et al." if len(names) > 2 else " and ".join(map(_surname, names))


def _title(job: Job) -> str:
    return job.paper.title or (job.paper.source.stem if job.paper.source else "")


def _duration(job: Job) -> str:
    if not job.film:
        return ""
    minutes, seconds = divmod(round(job.film.duration_s), 60)
    return f"{minutes}m{seconds:02}s"


def _date(job: Job) -> str:
    """The day on which the film was made, as the person's own calendar has it."""
    return datetime.fromtimestamp(job.film.made_at, UTC).astimezone().date().isoformat() if job.film else ""


_VALUES: Final[Mapping[str, Callable[[Job], str]]] = {
    "year": lambda job: str(job.paper.year or ""),
    "first_author": _first_author,
    "authors": _authors,
    "title": _title,
    "journal": lambda job: job.paper.journal,
    "pmid": lambda job: job.paper.pmid or "",
    "pmcid": lambda job: job.paper.pmcid or "",
    "doi": lambda job: job.paper.doi or "",
    "licence": lambda job: job.paper.licence,
    "aspect": lambda job: job.options.aspect.replace(":", "x"),
    "length": lambda job: job.options.length,
    "audience": lambda job: job.options.audience,
    "voice": lambda job: job.options.voice or "",
    "duration": _duration,
    "date": _date,
    "number": lambda job: str(job.id),
}
FIELDS: Final[tuple[str, ...]] = tuple(_VALUES)
"""The names that a template may use."""
