"""What every test of the window needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from videogen_desktop.jobs.pool import MainThreadCollector

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QCoreApplication


for wait in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitSignals):
    wait.__kwdefaults__["timeout"] = 20_000  # a disk may be slow: it costs no test that passes


@pytest.fixture(autouse=True)
def collector(application: QCoreApplication) -> Iterator[None]:
    """Garbage is collected as the program does it: on a worker thread it could free what Qt still uses."""
    collector = MainThreadCollector(application)
    yield
    collector.stop()
    collector.deleteLater()
