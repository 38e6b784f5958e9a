"""The composition root of the queue: everything is built here, once, and handed down."""

from __future__ import annotations

import contextlib
import os
import random
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from videogen_desktop.jobs.clock import Clock, SystemClock
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.housekeeping import Housekeeping
from videogen_desktop.jobs.instance import Call, only_instance
from videogen_desktop.jobs.live_settings import LiveSettings
from videogen_desktop.jobs.restart import Recovery, recover
from videogen_desktop.jobs.store import JobStore, open_store
from videogen_desktop.jobs.work import Runner, read_secret

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from videogen_desktop.jobs.patience import Patience
    from videogen_desktop.jobs.pool import WorkerPool
    from videogen_desktop.jobs.queue import Surroundings


@dataclass(frozen=True)
class OpenQueue:
    """The queue of one data folder, held by this process alone.

    ``secrets`` gives the keys of services by name; ``recovery`` says what the last end had left undone;
    ``worker`` names this process in the history.
    """

    folder: DataFolder
    settings: LiveSettings
    clock: Clock
    store: JobStore
    secrets: Callable[[str], str | None]
    recovery: Recovery
    worker: str

    def pool(self, around: Surroundings | None = None, *, housekeeping_after_s: float = 0.0) -> WorkerPool:
        """A pool of workers for this queue, in the thread that asks for it; whoever asks must ``quit`` it.

        Args:
            around: The computer; None for this one.
            housekeeping_after_s: Seconds from its start until it looks whether backup and clean-up are due.
        """
        from videogen_desktop.jobs.pool import WorkerPool  # Qt, which only those who work on the queue need

        def drawing() -> int:
            return pool.sizes().drawing

        runner = Runner(
            self.store,
            self.folder,
            self.settings,
            self.clock,
            random.SystemRandom(),
            self.secrets,
            drawing=drawing,
        )
        pool = WorkerPool(
            self.store,
            runner,
            self.folder,
            self.settings,
            self.clock,
            worker=self.worker,
            around=around,
            housekeeping=Housekeeping(
                self.store, self.folder, self.settings, self.clock, housekeeping_after_s
            ),
        )
        return pool


@contextlib.contextmanager
def open_queue(
    folder: DataFolder,
    call: Call,
    called: Callable[[Call], None],
    *,
    clock: Clock | None = None,
    secrets: Callable[[str], str | None] | None = None,
    patience: Patience | None = None,
) -> Iterator[OpenQueue | None]:
    """Open the queue for the block that works on it: lock, settings, store, and what a crash left undone.

    Args:
        folder: The data folder.
        call: What this start was asked to do; handed to the instance that runs already, if one does.
        called: Told of later starts, on a thread of its own.
        clock: What time it is; None for the computer's clock.
        secrets: The keys of services by name; None for those of the system's keyring.
        patience: How long is waited for others who hold the store; None for the usual time.

    Yields:
        The queue; None when another instance runs and has accepted the call.

    Raises:
        VideoGenError: ``already-running``, ``bad-setting``, or what ``open_store`` and ``recover`` raise.
    """
    instance = only_instance(folder, call, called)
    if instance is None:
        yield None
        return
    with instance:
        settings = LiveSettings(folder.settings)
        folder = DataFolder(folder.root, settings().films_folder)
        clock = clock or SystemClock()
        store = open_store(folder, clock, patience)
        try:
            yield OpenQueue(
                folder,
                settings,
                clock,
                store,
                secrets or read_secret,
                recover(store, folder, clock),
                worker=f"{os.getpid()}-{uuid.uuid4().hex[:8]}",
            )
        finally:
            store.close()
