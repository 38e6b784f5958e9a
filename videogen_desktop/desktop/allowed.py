"""What can be done with a job, by where it stands and by whether it has a film."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from videogen_desktop.jobs.states import IN_LINE, STATES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from videogen_desktop.jobs.model import Job
    from videogen_desktop.jobs.states import State

_AT_REST: Final[frozenset[State]] = frozenset(STATES) - {"running"}

_IN_STATES: Final[Mapping[str, frozenset[State]]] = {
    "pause-jobs": frozenset({"queued", "running", "waiting"}),
    "resume-jobs": frozenset({"paused"}),
    "cancel": IN_LINE | {"running"},
    "retry": frozenset({"failed", "cancelled", "waiting", "needs-attention"}),
    "from-scratch": frozenset({"completed", "failed", "cancelled", "needs-attention"}),
    "approve": frozenset({"needs-attention"}),
    **dict.fromkeys(("top", "up", "down", "bottom"), IN_LINE),
    **dict.fromkeys(("priority-high", "priority-normal", "priority-low"), IN_LINE),
    "options": _AT_REST,
    "remove": _AT_REST,
}
_WITH_FILM: Final = frozenset({"export", "export-again", "open-folder"})
"""A film stays one while it is made again, and when that was given up or has failed."""
_ALWAYS: Final = frozenset({"cite-text", "cite-bibtex", "cite-ris"})

OF_JOBS: Final = _WITH_FILM | _ALWAYS | _IN_STATES.keys()
"""Names of all actions that are about jobs."""


def allowed(jobs: Iterable[Job]) -> frozenset[str]:
    """The actions that can be carried out on at least one of some jobs."""
    chosen = tuple(jobs)
    if not chosen:
        return frozenset()
    states = {job.state for job in chosen}
    by_state = {name for name, may in _IN_STATES.items() if states & may}
    of_film = _WITH_FILM if any(job.film for job in chosen) else frozenset()
    return _ALWAYS | by_state | of_film
