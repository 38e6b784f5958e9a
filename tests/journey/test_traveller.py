"""The traveller waits as long as films go on, and no longer than its patience when nothing does."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QObject, QTimer, Signal

from tests.journey import traveller as traveller_module
from tests.journey.traveller import Traveller
from videogen_desktop.jobs.model import Progress

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.journey.traveller import Way
    from videogen_desktop.desktop.app import Desktop

PATIENCE_S = 0.3
STEPS = 12


class Program(QObject):
    """Makes a film, in as many steps as it is told to; it has news ten times in the traveller's patience."""

    progressed = Signal(object)

    def __init__(self, *, moves: bool) -> None:
        super().__init__()
        self.link = self
        self.told = 0
        self.ended = False
        self._moves = moves
        self._news = QTimer(self, interval=int(PATIENCE_S * 100))
        self._news.timeout.connect(self._tell)
        self._news.start()

    def _tell(self) -> None:
        self.told += 1
        overall = self.told / STEPS / 10 if self._moves else 0.5
        self.progressed.emit([(1, Progress(overall=overall), None)])

    def end(self) -> None:
        self.ended = True


def way(program: Program) -> Way:
    yield lambda: program.told >= 2 * STEPS


@pytest.mark.parametrize("moves", [True, False])
def test_patience_ends_when_no_film_goes_on(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moves: bool
) -> None:
    monkeypatch.setattr(traveller_module, "_PATIENCE_S", PATIENCE_S)
    program = Program(moves=moves)
    clock = SimpleNamespace(monotonic=lambda: program.told * PATIENCE_S / 10)  # goes on with the news alone
    monkeypatch.setattr(traveller_module, "time", clock)
    traveller = Traveller(cast("Desktop", program), tmp_path, ("light",))

    traveller.travel(way(program))

    qtbot.waitUntil(lambda: program.ended, timeout=20_000)
    assert traveller.failed is not moves
