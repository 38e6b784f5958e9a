"""What a queue that is worked on does by itself once a day: a backup of its database, and a clean-up."""

from __future__ import annotations

import itertools
import logging
import threading
from typing import TYPE_CHECKING

from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.cleanup import DAY, clean_up, planned

if TYPE_CHECKING:
    from collections.abc import Callable

    from videogen_desktop.jobs.clock import Clock
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.settings import QueueSettings
    from videogen_desktop.jobs.store import JobStore

LOOK_S = 3600.0
"""How often it looks whether a day is over: a computer that slept does not count the hours."""

_log = logging.getLogger(__name__)


class Housekeeping:
    """Backs up and cleans up on a thread of its own, at the start and then daily; films are never touched.

    The day of the backup is kept in the store, that of the clean-up is not: each start looks what may go.
    What fails is told in the program's log and tried again at the next look.

    Args:
        store: Backed up; says which jobs have ended.
        folder: The data folder, whose lock this process holds.
        settings: The settings as they are now, with how long things stay.
        clock: What time it is.
        first_s: Seconds until the first look.
    """

    def __init__(
        self,
        store: JobStore,
        folder: DataFolder,
        settings: Callable[[], QueueSettings],
        clock: Clock,
        first_s: float = 0.0,
    ) -> None:
        self._store = store
        self._folder = folder
        self._settings = settings
        self._clock = clock
        self._first_s = first_s
        self._cleaned_at: float | None = None
        self._looked = threading.Event()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._serve, name="housekeeping", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def end(self, timeout_s: float) -> bool:
        """Stop; whether the thread has ended in time. What it had begun is taken up at the next start."""
        self._ended.set()
        if self._thread.is_alive():
            self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def has_looked(self, timeout_s: float = 0.0) -> bool:
        """Whether the look after the start is over, once it is or the time is up."""
        return self._looked.wait(timeout_s)

    def look(self) -> None:
        """Do what is due."""
        for task in (self._back_up, self._clean_up):
            if self._ended.is_set():
                return
            try:
                task()
            except VideoGenError as error:
                _log.warning("The day's backup or clean-up could not be done: %s", error)
            except Exception:
                _log.exception("A mistake in the program interrupted the day's backup or clean-up.")

    def _serve(self) -> None:
        wait = self._first_s
        while not self._ended.wait(wait):
            self.look()
            self._looked.set()
            wait = LOOK_S

    def _back_up(self) -> None:
        if not any(self._store.counts().values()):
            return  # the day's backup is better made once there is something in it
        made = self._store.backup_if_due()
        if made is not None:
            _log.info("The queue was backed up to %s.", made)

    def _clean_up(self) -> None:
        now = self._clock.now()
        if self._cleaned_at is not None and 0.0 <= now - self._cleaned_at < DAY:
            return
        plan = planned(self._store, self._folder, self._settings().keep, now)
        clean_up(self._store, self._folder, itertools.takewhile(lambda _: not self._ended.is_set(), plan))
        self._cleaned_at = now
