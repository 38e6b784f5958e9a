"""The program with three papers in a paused line; the last one is dragged to the front by the mouse."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from tests.journey.program import travel
from tests.journey.screen import drag
from tests.journey.traveller import Traveller
from videogen_desktop.jobs.clock import SystemClock
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.model import JobOptions, JobQuery, NewPaper, PaperFacts
from videogen_desktop.jobs.store import open_store

if TYPE_CHECKING:
    from tests.journey.traveller import Way
    from videogen_desktop.desktop.app import Desktop

_TITLES = ("Cortical circuits", "Mortality and weight", "Acupuncture")
_FROM_THE_LEFT = 300
"""Pixels: there is text of a row there, and no picture."""


def main() -> None:
    """The exit code is 0 when the line is as it was dragged, and Qt had nothing to complain of."""
    folder = DataFolder.of_user()
    folder.root.mkdir(parents=True)
    _put_in(folder)
    sys.exit(travel(folder, lambda desktop: Traveller(desktop, Path(sys.argv[1]), ("light",)), _way))


def _put_in(folder: DataFolder) -> None:
    store = open_store(folder, SystemClock())
    store.set_reason("owner", True)
    papers = [NewPaper(PaperFacts(pmid=str(number), title=title)) for number, title in enumerate(_TITLES, 1)]
    store.add(papers, JobOptions())
    store.close()


def _way(traveller: Traveller) -> Way:
    desktop = traveller.desktop
    model = desktop.window.model
    yield lambda: desktop.ready and all(model.job_at(row) for row in range(len(_TITLES)))
    yield traveller.settled()
    start, end = _place(desktop, 2, 0.5), _place(desktop, 0, 0.2)
    threading.Thread(target=drag, args=(start, end, dict(os.environ)), daemon=True).start()
    yield lambda: desktop.link.queue.store.ids(JobQuery()) == [3, 1, 2]
    yield lambda: model.all_ids() == (3, 1, 2)
    yield from traveller.picture("reordered")


def _place(desktop: Desktop, row: int, share: float) -> tuple[int, int]:
    """Where a row is on the screen, at some share of its height."""
    table = desktop.window.table
    top = table.rowViewportPosition(row) + int(table.rowHeight(row) * share)
    at = table.viewport().mapToGlobal(QPoint(_FROM_THE_LEFT, top))
    return at.x(), at.y()


if __name__ == "__main__":
    main()
