"""One claim at work: its pipeline is run, its film proven and put in place, its end judged and told."""

from videogen_desktop.jobs.work.command import Launches, this_python
from videogen_desktop.jobs.work.keys import forget_secret, keep_secret, not_removed, read_secret
from videogen_desktop.jobs.work.listening import Watcher
from videogen_desktop.jobs.work.placing import place_film
from videogen_desktop.jobs.work.probing import ProbedFilm, probe
from videogen_desktop.jobs.work.retry import ATTENTION, after_exit, wait_s
from videogen_desktop.jobs.work.runner import Runner

__all__ = [
    "ATTENTION",
    "Launches",
    "ProbedFilm",
    "Runner",
    "Watcher",
    "after_exit",
    "forget_secret",
    "keep_secret",
    "not_removed",
    "place_film",
    "probe",
    "read_secret",
    "this_python",
    "wait_s",
]
