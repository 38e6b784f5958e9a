"""Runs one job and dies between putting its film in place and saying so: dying_program.py DATA FILM."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from tests.jobs.work.bench import Bench
from videogen_desktop.jobs.data_folder import DataFolder

if TYPE_CHECKING:
    from videogen_desktop.jobs.store import JobStore


class DyingStore:
    """A store that does not live to hear the end."""

    def __init__(self, store: JobStore) -> None:
        self._store = store

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the store has
        if name == "finish":
            os.kill(os.getpid(), signal.SIGKILL)
        return getattr(self._store, name)


if __name__ == "__main__":
    bench = Bench.at(DataFolder(Path(sys.argv[1])), Path(sys.argv[2]))
    bench.add()
    bench.run("well", store=cast("JobStore", DyingStore(bench.store)))
