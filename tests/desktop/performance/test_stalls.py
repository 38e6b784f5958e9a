"""The window heeds a person within a tenth of a second, whatever it does."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING

import pytest

from tests.benchmarks.window_jobs import fill
from tests.desktop.performance.scenes import SCENES, TellingRunner, all_telling, be_ready, opened
from tests.desktop.performance.stalls import Stalls, least_of_the_worst, live_for
from videogen_desktop.jobs import assembly
from videogen_desktop.jobs.settings import QueueSettings, write_settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from videogen_desktop.desktop.app import Desktop

pytestmark = pytest.mark.alone

MOST_MS = 100.0
_TELLING = 8
_STORM_S = 2.0


def test_a_stall_is_noticed(qapp: QApplication) -> None:
    """Or the other tests would prove nothing."""
    assert qapp
    stalls = Stalls()
    stalls.begin()
    live_for(0.05)
    time.sleep(0.15)
    live_for(0.05)

    assert stalls.end()[-1] > MOST_MS


def test_opening_ten_thousand_jobs(open_window: Callable[[], Desktop]) -> None:
    desktops: list[Desktop] = []

    def open_one() -> None:
        be_ready(desktops[-1])

    assert least_of_the_worst(open_one, MOST_MS, before=lambda: desktops.append(open_window())) < MOST_MS


@pytest.mark.parametrize("name", SCENES)
def test_what_is_done_with_ten_thousand_jobs(desktop: Desktop, name: str) -> None:
    scene = SCENES[name]

    assert least_of_the_worst(lambda: scene(desktop), MOST_MS) < MOST_MS


def test_eight_running_jobs_that_tell_a_thousand_times_a_second(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With real processes; the list shows them, and the details follow one."""
    monkeypatch.setattr(assembly, "Runner", TellingRunner)
    folder = fill(tmp_path / "data", 200, random.Random(1))
    write_settings(folder.settings, QueueSettings(workers=_TELLING, least_free_bytes=0, keep_awake=False))
    desktop = opened(qapp, folder)
    be_ready(desktop)
    all_telling(desktop, _TELLING)
    told: list[int] = []
    desktop.link.progressed.connect(lambda news: told.append(len(news)))

    late = least_of_the_worst(lambda: live_for(_STORM_S), MOST_MS)
    desktop.end()

    assert sum(told) > _TELLING * _STORM_S, "the jobs have told too little to prove anything"
    assert late < MOST_MS
