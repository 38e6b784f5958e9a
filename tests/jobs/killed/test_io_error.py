"""A disk that refuses every write while the queue works: it holds still, says so, and goes on by itself."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.jobs.cli.test_running import running
from tests.jobs.killed.queue_process import all_jobs, check_films, check_rows, processes_of, seen, wait_until
from tests.jobs.store.databases import is_sound
from tests.jobs.work.films import write_film
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.model import JobOptions, NewPaper, PaperFacts
from videogen_desktop.jobs.settings import Profile, QueueSettings, write_settings

if TYPE_CHECKING:
    from pathlib import Path

    from tests.jobs.cli.test_running import Run

if sys.platform == "linux":
    import resource

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits a process that runs")

WAITS = """
import shutil, sys, time
from pathlib import Path
film, gate, folder = map(Path, sys.argv[1:])
(gate / folder.name).touch()
while not (gate / "open").exists():
    time.sleep(0.01)
shutil.copy(film, folder / "final_video.mp4")
"""
"""A pipeline that leaves word at a gate, and waits there until it is opened."""


def limit_files(run: Run, size: int | None = None) -> None:
    """Let every write beyond a size fail; SQLite calls that SQLITE_IOERR_WRITE. None lets all succeed."""
    _, hard = resource.prlimit(run.process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(run.process.pid, resource.RLIMIT_FSIZE, (hard if size is None else size, hard))


def test_a_queue_whose_disk_fails_holds_still_and_says_so_and_loses_nothing(tmp_path: Path) -> None:
    folder, gate, film = DataFolder(tmp_path / "data"), tmp_path / "gate", tmp_path / "film.mp4"
    gate.mkdir()
    write_film(film)
    with seen(folder) as store:
        waits = Profile("waits", (sys.executable, "-c", WAITS, str(film), str(gate), "{output_dir}"))
        write_settings(folder.settings, QueueSettings(workers=1, profiles=(waits,), least_free_bytes=0))
        store.add([NewPaper(PaperFacts(pmid=number)) for number in "12"], JobOptions(profile="waits"))
        first, second = all_jobs(store)
        with running("--data-dir", str(folder.root)) as run:
            wait_until(lambda: (gate / first.key).exists(), "the first film is being made")
            limit_files(run, 1)
            run.wait_for(f"{folder.database.name} could not be read or written: disk I/O error.")

            (gate / "open").touch()
            wait_until(lambda: not run.descendants(), "the first film is made")
            assert [job.state for job in all_jobs(store)] == ["running", "queued"], "it could not be told"
            assert not (gate / second.key).exists(), "nothing new is started"

            limit_files(run)
            run.wait_for("The queue goes on.")
            assert run.finish() == 0, run.lines
        assert [job.state for job in all_jobs(store)] == ["completed"] * 2
        check_rows(store)
        check_films(folder, store)
        assert processes_of(folder, store) == []
    assert is_sound(folder.database)
