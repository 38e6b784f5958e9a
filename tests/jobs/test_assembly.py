"""What is built for a queue works together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.jobs.killed.queue_process import wait_until
from tests.pipeline.runs import write_small_paper
from videogen_desktop.jobs.assembly import open_queue
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.instance import Call
from videogen_desktop.jobs.model import JobOptions, NewPaper, PaperFacts
from videogen_desktop.jobs.queue import Surroundings
from videogen_desktop.jobs.settings import GIB, QueueSettings, write_settings
from videogen_desktop.jobs.sizing import Machine

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QCoreApplication


def test_a_film_is_drawn_by_as_many_processes_as_the_pool_has_for_it_now(
    application: QCoreApplication, tmp_path: Path
) -> None:
    folder = DataFolder(tmp_path / "data")
    write_settings(folder.settings, QueueSettings(workers=4, least_free_bytes=0, keep_awake=False))
    with open_queue(folder, Call((), tmp_path), lambda _call: None, secrets={}.get) as queue:
        assert queue is not None
        (job_id,) = queue.store.add(
            [NewPaper(PaperFacts(source=write_small_paper(tmp_path / "paper")))], JobOptions()
        )
        pool = queue.pool(Surroundings(lambda: Machine(8, 64 * GIB), lambda: False))
        pool.resize(1)
        pool.start()
        try:
            log = folder.log_of(queue.store.jobs([job_id])[0].key)
            wait_until(lambda: log.exists() and "start: " in log.read_text(), "its pipeline is started")
            assert "--max-workers 8 " in f"{log.read_text().splitlines()[0]} "
        finally:
            pool.quit()
            pool.deleteLater()
            application.processEvents()
