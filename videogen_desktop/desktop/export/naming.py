"""The names of exported files: a template filled for a job, safe on every system, and no two alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from videogen_desktop.desktop.export.fields import values_of
from videogen_desktop.desktop.export.parts import KINDS, LONGEST_SUFFIX
from videogen_desktop.desktop.export.safe_names import (
    LONGEST_NAME,
    clean,
    cut,
    folded,
    length_of,
    tidy,
    unreserved,
)
from videogen_desktop.desktop.export.template import Template, parse_template

if TYPE_CHECKING:
    from collections.abc import Callable

    from videogen_desktop.jobs.model import Job


def preview(template: str, job: Job) -> str:
    """Return the file name that a template gives a job's film.

    Raises:
        VideoGenError: ``bad-template``.
    """
    return stem_of(parse_template(template), job) + KINDS["film"].suffix


def stem_of(template: Template, job: Job, longest: int = LONGEST_NAME, number: int = 1) -> str:
    """Return a job's file name without its ending.

    Args:
        template: How to name it.
        job: The job.
        longest: Bytes that the name may have with its ending.
        number: From 2 on it is added in brackets, to tell the name from one that is taken.
    """
    mark = f" ({number})" if number > 1 else ""
    room = longest - LONGEST_SUFFIX - len(mark) - 1  # one for the mark of a name that is reserved
    values = {field: clean(value) for field, value in values_of(job, template.fields).items()}
    stem = _fitted(template, values, room)
    return unreserved(stem or tidy(clean(cut(job.key, room))) or "film") + mark


def _fitted(template: Template, values: dict[str, str], room: int) -> str:
    """The longest value is shortened first, so that a long title does not cost the identifiers behind it."""
    stem = _filled(template, values)
    for _ in template.fields:
        excess = length_of(stem) - room
        if excess <= 0:
            break
        longest = max(sorted(template.fields), key=lambda field: length_of(values[field]))
        values = {**values, longest: cut(values[longest], length_of(values[longest]) - excess)}
        stem = _filled(template, values)
    return tidy(cut(stem, room))


def _filled(template: Template, values: dict[str, str]) -> str:
    return tidy(clean(template.filled(values)))


class Names:
    """The names that one export gives away: no two that any system would take for one."""

    def __init__(self, template: Template, longest: int = LONGEST_NAME) -> None:
        self._template = template
        self._longest = longest
        self._taken: set[str] = set()
        self._next: dict[str, int] = {}

    def give(self, job: Job, is_free: Callable[[str], bool]) -> str:
        """Return a name without its ending for a job, and keep it from the jobs that follow.

        Args:
            job: The job.
            is_free: Whether a name may be given; asked until it says so.
        """
        stem = stem_of(self._template, job, self._longest)
        plain, number = folded(stem), 1
        while folded(stem) in self._taken or not is_free(stem):
            number = max(number + 1, self._next.get(plain, 2))
            stem = stem_of(self._template, job, self._longest, number)
        self._next[plain] = number + 1
        self._taken.add(folded(stem))
        return stem
