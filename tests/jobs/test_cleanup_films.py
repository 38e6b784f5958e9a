"""That no clean-up and no new start removes a final film, wherever earlier settings had films put."""

from __future__ import annotations

import contextlib
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.exc import IntegrityError

from tests.jobs.room import KEEP, NOW, Room, SetClock, prove, write
from tests.jobs.store.databases import small_disk
from tests.jobs.work.making import a_job
from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.cleanup import Removal, clean_up, planned
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.patience import Patience
from videogen_desktop.jobs.settings import Profile, QueueSettings, read_settings, write_settings
from videogen_desktop.jobs.store import JobStore, open_store
from videogen_desktop.jobs.work.working_folder import make_ready

if TYPE_CHECKING:
    from collections.abc import Iterator

    from videogen_desktop.jobs.model import Job


@pytest.fixture
def room(store: JobStore, folder: DataFolder, clock: SetClock) -> Room:
    """Where films go now."""
    return Room(store, folder, clock)


@pytest.fixture
def among_work(store: JobStore, folder: DataFolder, clock: SetClock) -> Room:
    """Where they went once: into the folder of working folders."""
    return Room(store, replace(folder, films_elsewhere=folder.work), clock)


def film_of(job: Job) -> Path:
    assert job.film is not None
    return job.film.path


def fill(ballast: Path) -> None:
    """Something else takes all the room."""
    with contextlib.suppress(OSError), ballast.open("wb", 0) as file:
        while file.write(bytes(4096)):
            pass


@pytest.mark.parametrize("lost", ["nothing", "proof", "job"])
def test_a_film_stays_that_was_put_among_working_folders_before(
    room: Room, among_work: Room, lost: str
) -> None:
    job = among_work.job("completed", days_ago=20)
    other = room.job("completed", days_ago=20)
    film = film_of(job)
    if lost == "proof":
        film.with_name("film.json").unlink()
    if lost == "job":
        room.store.remove([job.id])
    told = planned(room.store, room.folder, replace(KEEP, work_bytes=0), NOW)
    assert [removal.path.name for removal in told if removal.path] == [other.key]
    by_hand = [Removal(kind, film.parent, 0, "it was planned so", job.id) for kind in ("work", "orphan")]
    done = clean_up(room.store, room.folder, [*told, *by_hand])
    assert {kept.reason for kept in done.kept} == {"Finished films are kept there."}
    assert len(done.kept) == 2
    assert film.is_file()
    assert not room.folder.work_of(other.key).exists()


def test_a_film_stays_in_a_folder_whose_removal_was_broken_off(room: Room) -> None:
    left = room.folder.work / ".removed-0a1b2c3d-pmid-1-0123abcd"
    film = write(left / "final_video.mp4", 500)
    prove(film)
    assert not room.plan()
    done = clean_up(room.store, room.folder, [Removal("unfinished", left, 0, "it was broken off")])
    assert [kept.reason for kept in done.kept] == ["Finished films are kept there."]
    assert film.is_file()


@pytest.mark.parametrize("profile", [None, Profile("theirs", ("make-it",))], ids=["ours", "theirs"])
def test_a_film_stays_when_its_working_folder_is_begun_anew(
    room: Room, among_work: Room, profile: Profile | None
) -> None:
    film = film_of(among_work.job("completed"))
    work = film.parent
    make_ready(work, a_job(from_scratch=True), profile)
    assert not film.exists()
    (aside,) = (path for path in room.folder.work.iterdir() if path != work)
    assert (aside / film.name).read_bytes() == b"x" * 500
    later = NOW + 1000 * 86_400
    clean_up(room.store, room.folder, planned(room.store, room.folder, KEEP, later))
    assert (aside / film.name).is_file()


@pytest.mark.parametrize("place", ["work", "work/films", "logs", "backups/films", "work/../logs"])
def test_films_cannot_be_had_where_files_come_and_go(folder: DataFolder, place: str) -> None:
    write_settings(folder.settings, QueueSettings(workers=3))
    with pytest.raises(VideoGenError) as caught:
        write_settings(folder.settings, QueueSettings(films_folder=folder.root / place))
    assert caught.value.code == "bad-setting"
    assert str(folder.root / place) in caught.value.message
    assert read_settings(folder.settings).workers == 3


@pytest.mark.parametrize("place", ["films", "work of mine", "../films", ""])
def test_films_can_be_had_anywhere_else(folder: DataFolder, place: str) -> None:
    write_settings(folder.settings, QueueSettings(films_folder=folder.root / place))
    assert read_settings(folder.settings).films_folder == folder.root / place


# the store is held for a moment only, and nothing comes between the look and the removal


def test_others_write_while_a_folder_is_looked_through(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    """It lies on a slow disk, say, or has a thousand files."""
    job = room.job("failed", days_ago=100)
    work = room.folder.work_of(job.key)
    told = [removal for removal in planned(room.store, room.folder, KEEP, NOW) if removal.path == work]
    other = open_store(room.folder, SetClock(), Patience(0.1))
    scandir = os.scandir
    written: list[Path] = []

    def slow(path: str | Path | int) -> Iterator[os.DirEntry[str]]:
        if not isinstance(path, int) and Path(path).is_relative_to(work):
            other.record("test", "Another program writes meanwhile.")
            written.append(Path(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", slow)
    assert not clean_up(room.store, room.folder, told).kept
    assert work in written
    assert not work.exists()
    other.close()


@pytest.mark.parametrize("kind", ["folder", "log"])
def test_a_job_cannot_be_started_again_while_its_files_go(
    room: Room, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    """Another program tries to, at the moment in which they go."""
    job = room.job("failed", days_ago=100)
    log = write(room.folder.log_of(job.key), 10, days_ago=100)
    path = room.folder.work_of(job.key) if kind == "folder" else log
    told = [removal for removal in planned(room.store, room.folder, KEEP, NOW) if removal.path == path]
    other = open_store(room.folder, SetClock(), Patience(0.1))
    met: list[str] = []

    def try_to(name: str) -> None:
        real = getattr(Path, name)

        def meanwhile(self: Path, *rest: object, **more: object) -> object:
            if self == path:
                with pytest.raises(VideoGenError) as caught:
                    other.retry([job.id])
                met.append(caught.value.code)
            return real(self, *rest, **more)

        monkeypatch.setattr(Path, name, meanwhile)

    try_to("rename" if kind == "folder" else "unlink")
    assert not clean_up(room.store, room.folder, told).kept
    assert met == ["database-busy"]
    assert not path.exists()
    assert other.retry([job.id]).done == (job.id,)
    other.close()


def test_a_full_disk_keeps_nothing_from_going(tmp_path: Path, clock: SetClock) -> None:
    with small_disk(tmp_path / "disk", 4):
        folder = DataFolder(tmp_path / "disk" / "data")
        store = open_store(folder, clock)
        room = Room(store, folder, clock)
        job = room.job("failed", days_ago=100, size=50_000)
        log = write(folder.log_of(job.key), 10, days_ago=100)
        told = planned(store, folder, KEEP, NOW)
        fill(tmp_path / "disk" / "ballast")
        done = clean_up(store, folder, told)
        assert not done.kept
        assert not folder.work_of(job.key).exists()
        assert not log.exists()
        store.close()


def test_history_goes_with_its_line_or_not_at_all(room: Room) -> None:
    room.job("completed", days_ago=200)
    history = [each for each in planned(room.store, room.folder, KEEP, NOW) if each.kind == "history"]
    before = room.store.events(None, 1000)
    with room.store._database.writing() as connection:
        connection.exec_driver_sql(
            "CREATE TRIGGER no_line BEFORE INSERT ON event BEGIN SELECT RAISE(ABORT, 'no line'); END"
        )
    assert history
    with pytest.raises(IntegrityError, match="no line"):
        clean_up(room.store, room.folder, history)
    assert room.store.events(None, 1000) == before
