"""A run of the queue backs it up and cleans up by itself."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from tests.jobs.cli.conftest import Queue, completed, pubmed
from tests.jobs.cli.test_running import COPIER
from tests.jobs.work.films import write_film
from videogen_desktop.jobs.settings import Profile, QueueSettings, write_settings
from videogen_desktop.jobs.store.backups import backups

if TYPE_CHECKING:
    from pathlib import Path


def test_a_run_backs_the_queue_up_so_that_it_survives_a_damaged_file(queue: Queue, tmp_path: Path) -> None:
    ready = tmp_path / "ready.mp4"
    write_film(ready)
    copier = Profile("copier", (sys.executable, "-c", COPIER, str(ready), "{output_dir}"))
    write_settings(queue.folder.settings, QueueSettings(profiles=(copier,)))
    queue.add(pubmed(1), pubmed(2), profile="copier")
    assert queue("run").code == 0
    assert len(backups(queue.folder)) == 1
    content = bytearray(queue.folder.database.read_bytes())
    content[100:8000] = b"\xff" * 7900
    queue.folder.database.write_bytes(content)
    assert queue("list", "--json").json["error"]["code"] == "database-damaged"
    assert queue("restore-backup").code == 0
    assert set(queue.states()) == {1, 2}
    assert queue("run").code == 0
    assert queue.states() == {1: "completed", 2: "completed"}


def test_a_run_cleans_up_and_leaves_a_trace_and_every_film(queue: Queue) -> None:
    (job_id,) = queue.add(pubmed(1))
    film = queue.folder.films / "pmid-1-00000000" / "final_video.mp4"
    queue.end(job_id, completed(film))
    work = queue.folder.work / "pmid-7-0123abcd"
    work.mkdir(parents=True)
    (work / "audio.wav").write_bytes(bytes(1000))
    for path in (work / "audio.wav", work):
        os.utime(path, (1_000_000_000.0,) * 2)
    assert queue("run").code == 0
    assert not work.exists()
    assert film.exists()
    with queue.store() as store:
        assert any("pmid-7-0123abcd" in event.text for event in store.events(None, 100))
