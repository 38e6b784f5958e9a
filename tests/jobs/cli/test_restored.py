"""Going back to a backup: finished films are not made again, and nothing sound is replaced by accident."""

from __future__ import annotations

import shutil
import sys
from dataclasses import replace
from pathlib import Path

from tests.jobs.cli.conftest import Queue, completed, pubmed
from tests.jobs.cli.test_running import COPIER
from tests.jobs.work.films import write_film
from videogen_desktop.jobs.model import JobOptions
from videogen_desktop.jobs.settings import Profile, QueueSettings, write_settings

OPTIONS = JobOptions(profile="copier")
NOTED = f"{COPIER}; open(sys.argv[3], 'a').write(sys.argv[4] + ' ')"


def with_copier(queue: Queue, folder: Path) -> Path:
    """A pipeline that notes in a file which papers it makes films of."""
    ready, starts = folder / "ready.mp4", folder / "starts.txt"
    write_film(ready)
    told = (str(ready), "{output_dir}", str(starts), "{paper_id}")
    copier = Profile("copier", (sys.executable, "-c", NOTED, *told))
    write_settings(queue.folder.settings, QueueSettings(profiles=(copier,)))
    return starts


def backed_up(queue: Queue, folder: Path) -> Path:
    """A backup of how the queue is now."""
    with queue.store() as store:
        made = store.backup_if_due()
    assert made
    return shutil.copy(made, folder / "before.db")


def test_films_that_were_finished_after_the_backup_are_not_made_again(queue: Queue, tmp_path: Path) -> None:
    starts = with_copier(queue, tmp_path)
    queue.add(pubmed(1), pubmed(2), profile="copier")
    (other,) = queue.add(pubmed(3), profile="copier")
    backup = backed_up(queue, tmp_path)
    with queue.store() as store:
        store.set_options([other], replace(OPTIONS, aspect="9:16"))
    assert queue("run", "--workers", "1").code == 0
    assert starts.read_text().split() == ["1", "2", "3"]
    films = [job["film"]["path"] for job in queue("list", "--json").json["jobs"]]

    assert queue("restore-backup", backup).code == 0
    assert set(queue.states().values()) == {"queued"}
    told = queue("run", "--workers", "1")
    assert told.code == 0
    assert queue.states() == {1: "completed", 2: "completed", 3: "completed"}
    assert starts.read_text().split() == ["1", "2", "3", "3"], "only the one ordered otherwise is made again"
    assert "2 finished films were found for jobs that had none." in told.out
    jobs = queue("list", "--json").json["jobs"]
    assert [job["film"]["path"] for job in jobs] == films
    assert all(not job["film"]["missing"] for job in jobs)


def test_a_job_that_is_to_start_from_scratch_is_made_again(queue: Queue, tmp_path: Path) -> None:
    starts = with_copier(queue, tmp_path)
    (job_id,) = queue.add(pubmed(1), profile="copier")
    with queue.store() as store:
        store.cancel([job_id])
        store.retry([job_id], from_scratch=True)
    backup = backed_up(queue, tmp_path)
    assert queue("run").code == 0
    assert queue("restore-backup", backup).code == 0
    assert queue("run").code == 0
    assert starts.read_text().split() == ["1", "1"]


def test_a_film_that_is_not_whole_is_made_again(queue: Queue, tmp_path: Path) -> None:
    starts = with_copier(queue, tmp_path)
    queue.add(pubmed(1), profile="copier")
    backup = backed_up(queue, tmp_path)
    assert queue("run").code == 0
    film = Path(queue("list", "--json").json["jobs"][0]["film"]["path"])
    film.write_bytes(film.read_bytes()[:-1])
    assert queue("restore-backup", backup).code == 0
    assert queue("run").code == 0
    assert starts.read_text().split() == ["1", "1"]


def test_a_sound_database_is_replaced_only_by_a_backup_that_is_named(queue: Queue, tmp_path: Path) -> None:
    queue.add(pubmed(1))
    backup = backed_up(queue, tmp_path)
    queue.end(1, completed(queue.folder.films / "kept" / "final_video.mp4"))
    refused = queue("restore-backup", "--json")
    assert (refused.code, refused.json["error"]["code"]) == (3, "database-sound")
    assert str(queue.folder.backups) in refused.json["error"]["hint"]
    assert queue.states() == {1: "completed"}

    back = queue("restore-backup", backup, "--json").json
    assert queue.states() == {1: "queued"}
    assert queue("restore-backup", back["set_aside"]).code == 0
    assert queue.states() == {1: "completed"}


def test_it_is_said_how_to_go_back_to_what_was_there_before(queue: Queue, tmp_path: Path) -> None:
    queue.add(pubmed(1))
    told = queue("restore-backup", backed_up(queue, tmp_path)).out
    (aside,) = queue.folder.root.glob("videogen.replaced-*.db")
    assert f"videogen jobs restore-backup {aside}" in " ".join(told.split())
