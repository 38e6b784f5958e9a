"""Processes that a test may leave are ended after it."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import psutil
import pytest

from tests.jobs.supervisor.running import Supervised, launch
from videogen_desktop.jobs.supervisor import processes_with

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture
def supervised(tmp_path: Path) -> Iterator[Callable[..., Supervised]]:
    """Start a process under supervision; see ``launch`` for the arguments."""
    started: list[Supervised] = []

    def start(arguments: tuple[str, ...], **how: object) -> Supervised:
        tick = how.pop("tick", None)
        started.append(Supervised(launch(tmp_path, arguments, **how), tick=tick))  # type: ignore[arg-type]
        return started[-1]

    yield start
    for each in started:
        each.control.cancel()
        each._thread.join(10)
        for process in processes_with(each.launch.token):
            with contextlib.suppress(psutil.Error):
                process.kill()
