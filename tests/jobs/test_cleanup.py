from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest

from tests.jobs.room import KEEP, NOW, Room, SetClock, write
from videogen_desktop.files import PARTIAL_MARK
from videogen_desktop.jobs.cleanup import (
    DAY,
    Kind,
    Removal,
    WorkFolder,
    clean_up,
    going_work,
    planned,
)
from videogen_desktop.jobs.data_folder import PROOF, DataFolder
from videogen_desktop.jobs.leftovers import Leftover
from videogen_desktop.jobs.model import Ending, Film, Job, JobOptions, NewPaper, PaperFacts, Progress
from videogen_desktop.jobs.removing import UNFINISHED_MARK
from videogen_desktop.jobs.settings import Keep
from videogen_desktop.jobs.store import JobStore, open_store

if TYPE_CHECKING:
    from videogen_desktop.jobs.states import State

posix = pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there, and no signals")

ENDED_AND_OPEN: tuple[State, ...] = ("completed", "paused")
MB = 10**6


@pytest.fixture
def room(store: JobStore, folder: DataFolder, clock: SetClock) -> Room:
    return Room(store, folder, clock)


def tree(folder: Path) -> set[str]:
    """All that is there but the store's own files, which change whenever it is written to."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if "videogen.db" not in path.name}


def work_folder(
    name: str, state: State | None, days_ago: float, megabytes: int, *, film: bool = True
) -> WorkFolder:
    ended_at = NOW - days_ago * DAY
    found = Leftover(Path("work", name), megabytes * MB, ended_at)
    if state is None:
        return WorkFolder(found, None)
    facts = PaperFacts(pmid="1")
    job = Job(
        1, name, 1, facts, JobOptions(), state, 0, 0, Progress(), 1, 0, 0, None, None, None, False, False,
        ended_at, ended_at, ended_at, ended_at, 0, 0, None, 1,
    )  # fmt: skip
    return WorkFolder(found, job, film and state == "completed")


def gone(*work: WorkFolder, days: float = 14, budget: int = 10**9) -> list[str]:
    going = going_work(work, Keep(work_days=days, work_bytes=budget * MB), NOW)
    return [removal.path.name for removal in going if removal.path]


# which working folders go


def test_folders_of_jobs_that_ended_long_ago_go() -> None:
    assert gone(
        work_folder("old", "completed", 15, 1),
        work_folder("new", "completed", 13, 1),
        work_folder("failed", "failed", 15, 1),
        work_folder("cancelled", "cancelled", 15, 1),
    ) == ["old", "failed", "cancelled"]


@pytest.mark.parametrize("state", ["queued", "running", "waiting", "paused", "needs-attention"])
def test_the_folder_of_a_job_that_has_not_ended_never_goes(state: State) -> None:
    assert gone(work_folder("open", state, 1000, 100), budget=0) == []


def test_the_budget_takes_the_oldest_first_and_no_more_than_it_must() -> None:
    work = [work_folder(f"{days} days", "completed", days, 10) for days in (2, 5, 1, 4, 3)]
    assert gone(*work, budget=30) == ["5 days", "4 days"]
    assert gone(*work, budget=50) == []
    assert gone(*work, budget=0) == ["5 days", "4 days", "3 days", "2 days", "1 days"]


def test_the_budget_takes_what_can_still_go_on_after_what_is_done() -> None:
    work = [
        work_folder("failed", "failed", 9, 10),
        work_folder("cancelled", "cancelled", 8, 10),
        work_folder("film gone", "completed", 7, 10, film=False),
        work_folder("completed", "completed", 1, 10),
    ]
    assert gone(*work, budget=30) == ["completed"]
    assert gone(*work, budget=20) == ["completed", "failed"]
    assert gone(*work, budget=0) == ["completed", "failed", "cancelled", "film gone"]


def test_open_jobs_count_in_the_budget_and_what_goes_by_age_counts_no_more() -> None:
    open_, old = work_folder("open", "paused", 1, 30), work_folder("old", "completed", 20, 30)
    new, newer = work_folder("new", "completed", 2, 10), work_folder("newer", "completed", 1, 10)
    assert gone(open_, old, new, newer, budget=40) == ["old", "new"]


def test_a_calendar_that_was_set_back_makes_nothing_old() -> None:
    assert gone(work_folder("tomorrow", "completed", -400, 1)) == []


def test_a_film_on_a_disk_that_does_not_answer_stops_no_clean_up(room: Room) -> None:
    """A name that is too long stands for it: the system cannot say whether the file is there."""
    away = DataFolder(room.folder.root, films_elsewhere=room.folder.root / ("x" * 300))
    (job_id,) = room.store.add([NewPaper(PaperFacts(pmid="77"))], JobOptions())
    claim = room.store.claim("test")
    assert claim is not None
    film = Film(away.film_of(claim.job.key) / "final_video.mp4", 60, 16, 9, 500, "", NOW, 1)
    room.store.finish(claim, Ending("completed", "completed", film=film))
    room.fill(room.folder.work_of(claim.job.key), days_ago=20)
    assert room.plan(work_bytes=0)[claim.job.key].job_id == job_id


def test_nobodys_folders_go_by_age_and_only_if_they_look_like_ours() -> None:
    key = "pmid-29608148-3f9ac2d1"
    assert gone(work_folder(key, None, 8, 1)) == [key]
    assert gone(work_folder(key, None, 6, 1), budget=0) == []
    assert gone(work_folder("my notes", None, 800, 1), budget=0) == []


# what is told, and what is done


def test_what_was_told_goes_and_nothing_else(room: Room) -> None:
    old, new = room.job("completed", days_ago=20, size=3000), room.job("completed", days_ago=2)
    failed, paused = room.job("failed", days_ago=20), room.job("paused", days_ago=20)
    told = room.plan()
    assert set(told) == {old.key, failed.key}
    assert told[old.key].size == 3000
    assert told[old.key].job_id == old.id
    assert told[old.key].why == "its job was completed 20 days ago"
    before = tree(room.folder.root)
    done = clean_up(room.store, room.folder, told.values())
    assert done.removed == tuple(told.values())
    assert done.freed == 4000
    assert not done.kept
    lost = {Path(name).parts[:2] for name in before - tree(room.folder.root)}
    assert lost == {("work", old.key), ("work", failed.key)}
    assert tree(room.folder.root) <= before
    for job in (new, paused):
        assert room.folder.work_of(job.key).is_dir()
    assert room.folder.film_of(old.key).joinpath("final_video.mp4").is_file()


def test_asking_changes_nothing(room: Room) -> None:
    room.job("completed", days_ago=20)
    before, told = tree(room.folder.root), room.told()
    assert room.plan()
    assert tree(room.folder.root) == before
    assert room.told() == told


def test_each_removal_is_in_the_history_and_in_the_log(room: Room, caplog: pytest.LogCaptureFixture) -> None:
    job = room.job("completed", days_ago=20, size=2 * MB)
    with caplog.at_level("INFO"):
        clean_up(room.store, room.folder, room.plan().values())
    line = f"Removing {job.key} (2.0 MB), because its job was completed 20 days ago."
    assert room.told() == [line]
    assert line in caplog.messages
    assert line in [event.text for event in room.store.events(job.id, 100)]


def test_a_film_that_shares_its_file_with_the_working_folder_stays_and_counts_nothing(room: Room) -> None:
    job = room.job("completed", days_ago=20)
    film = room.folder.film_of(job.key) / "final_video.mp4"
    os.link(film, room.folder.work_of(job.key) / "final_video.mp4")
    told = room.plan()
    assert told[job.key].size == 1000
    clean_up(room.store, room.folder, told.values())
    assert film.read_bytes() == b"x" * 500


def test_a_job_that_was_started_again_meanwhile_keeps_its_folder(room: Room) -> None:
    job = room.job("failed", days_ago=20)
    told = room.plan()
    room.store.retry([job.id])
    done = clean_up(room.store, room.folder, told.values())
    assert [kept.reason for kept in done.kept] == ["Its job is queued."]
    assert room.folder.work_of(job.key).is_dir()


def test_a_folder_that_got_a_job_meanwhile_stays(room: Room) -> None:
    paths = [room.folder.work_of(room.job(state).key) for state in ENDED_AND_OPEN]
    done = clean_up(room.store, room.folder, [Removal("orphan", path, 1, "nobody's") for path in paths])
    assert len(done.kept) == 2
    assert all(path.is_dir() for path in paths)


@pytest.mark.parametrize("theirs", [b"{}", b"\xff", b'{"path": "final_video.mp4", "size": 3}'])
def test_a_folder_goes_in_which_somebody_elses_pipeline_wrote_a_file_called_as_our_proof(
    room: Room, theirs: bytes
) -> None:
    work = room.folder.work_of(room.job("failed", days_ago=20).key)
    write(work / "final_video.mp4", 3)
    (work / PROOF).write_bytes(theirs)
    assert not clean_up(room.store, room.folder, room.plan().values()).kept
    assert not work.exists()


def test_orphans_go_by_age(room: Room) -> None:
    old = room.fill(room.folder.work / "pmid-1-0123abcd", days_ago=8)
    new = room.fill(room.folder.work / "pmid-2-0123abcd", days_ago=6)
    (room.folder.work / "12").mkdir()
    if sys.platform == "linux":
        Path(os.fsdecode(bytes(room.folder.work) + b"/pmid-\xff-0123abc")).mkdir()
    told = room.plan()
    assert set(told) == {old.name}
    assert told[old.name].kind == "orphan"
    clean_up(room.store, room.folder, told.values())
    assert not old.exists()
    assert new.exists()


def test_old_logs_of_ended_jobs_and_of_nobody_go(room: Room) -> None:
    ended, paused = room.job("completed"), room.job("paused")
    logs = room.folder.logs
    old = write(room.folder.log_of(ended.key), 10, days_ago=61)
    write(room.folder.log_of(paused.key), 10, days_ago=61)
    write(room.folder.log_of(room.job("failed").key), 10, days_ago=59)
    nobodys = write(logs / "doi-10.1000-x-0123abcd.log", 10, days_ago=61)
    write(logs / "videogen.log", 10, days_ago=999)
    write(logs / "pmid-1-0123abcd.txt", 10, days_ago=999)
    told = room.plan()
    assert set(told) == {old.name, nobodys.name}
    clean_up(room.store, room.folder, told.values())
    assert {path.name for path in logs.iterdir()}.isdisjoint(told)


def test_half_written_files_of_the_dead_go(room: Room) -> None:
    ended, running = room.job("failed"), room.job("running")
    name = f"scene{PARTIAL_MARK}0a1b2c3d.mp4"
    old = write(room.folder.work_of(ended.key) / "clips" / name, 10, days_ago=2)
    new = write(room.folder.work_of(ended.key) / name, 10)
    at_work = write(room.folder.work_of(running.key) / name, 10, days_ago=2)
    own = write(room.folder.root / f"settings{PARTIAL_MARK}0a1b2c3d.json", 10, days_ago=2)
    told = planned(room.store, room.folder, KEEP, NOW)
    assert {removal.path for removal in told if removal.kind == "partial"} == {old, own}
    clean_up(room.store, room.folder, told)
    assert [path.exists() for path in (old, new, at_work, own)] == [False, True, True, False]


def test_old_history_goes(room: Room) -> None:
    room.job("completed", days_ago=200)
    job = room.job("completed", days_ago=100)
    (history,) = [each for each in planned(room.store, room.folder, KEEP, NOW) if each.kind == "history"]
    before = len(room.store.events(None, 1000))
    clean_up(room.store, room.folder, [history])
    after = room.store.events(None, 1000)
    assert len(after) < before
    assert all(event.at >= NOW - KEEP.event_days * DAY for event in after)
    assert any(event.job_id == job.id for event in after)
    assert "older than 180 days" in room.told()[0]
    assert not [each for each in planned(room.store, room.folder, KEEP, NOW) if each.kind == "history"]


# what must never go


@posix
def test_what_a_link_leads_to_is_never_touched(room: Room, tmp_path: Path) -> None:
    dear = room.fill(tmp_path / "dear")
    inside, instead = room.job("completed", days_ago=20), room.job("completed", days_ago=20)
    (room.folder.work_of(inside.key) / "figures").symlink_to(dear, target_is_directory=True)
    told = room.plan()
    place = room.folder.work_of(instead.key)
    place.rename(tmp_path / "moved")
    place.symlink_to(dear, target_is_directory=True)
    done = clean_up(room.store, room.folder, told.values())
    assert [kept.removal.path for kept in done.kept] == [place]
    assert not room.folder.work_of(inside.key).exists()
    assert tree(dear) == {"clips", "clips/scene_00.mp4", "manifest.json"}


@posix
def test_nothing_goes_when_the_folder_of_working_folders_is_a_link(room: Room, tmp_path: Path) -> None:
    job = room.job("completed", days_ago=20)
    room.folder.work.rename(tmp_path / "elsewhere")
    room.folder.work.symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    done = clean_up(room.store, room.folder, [*room.plan().values()])
    assert len(done.kept) == 1
    assert room.folder.work_of(job.key).is_dir()


def test_no_plan_however_made_removes_anything_else(room: Room) -> None:
    job, running = room.job("completed", days_ago=20), room.job("running", days_ago=20)
    name = f"a{PARTIAL_MARK}0a1b2c3d.mp4"
    write(room.folder.work_of(running.key) / name, 1)
    write(room.folder.film_of(job.key) / name, 1)
    write(room.folder.log_of(running.key), 1)
    before = tree(room.folder.root)
    ways = [
        "work/..", "work/../films/{key}", "films/{key}", "films/{key}/{name}", "work/{key}/clips", "work", "",
        "work/../work/{key}", "work/{running}", "work/{running}/{name}", "logs/{running}.log", "videogen.db",
        "work/{key}/clips/scene_00.mp4", "../data/work/{key}", "work/gone", "backups",
    ]  # fmt: skip
    for way in ways:
        path = room.folder.root / way.format(key=job.key, running=running.key, name=name)
        for kind in get_args(Kind):
            for job_id in (job.id, None):
                done = clean_up(
                    room.store, room.folder, [Removal(kind, path, 0, "it was planned so", job_id)]
                )
                assert not done.removed, (way, kind)
    assert tree(room.folder.root) == before
    assert room.store.events(job.id, 1000)


def test_nothing_goes_where_films_are_kept(store: JobStore, folder: DataFolder, clock: SetClock) -> None:
    among_work = DataFolder(folder.root, films_elsewhere=folder.work)
    room = Room(store, among_work, clock)
    job = room.job("completed", days_ago=20)
    assert not room.plan()
    done = clean_up(
        store, among_work, [Removal("work", among_work.work_of(job.key), 0, "it was planned so", job.id)]
    )
    assert [kept.reason for kept in done.kept] == ["Finished films are kept there."]
    assert among_work.film_of(job.key).joinpath("final_video.mp4").is_file()


# what goes wrong


KILLED_IN_THE_MIDDLE = """
import os, signal, sys
from pathlib import Path
from videogen_desktop.jobs.cleanup import clean_up, planned
from videogen_desktop.jobs.clock import SystemClock
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.settings import Keep
from videogen_desktop.jobs.store import open_store

def killed(event, arguments):
    if event == "os.remove" and str(arguments[0]).endswith(".mp4"):
        os.kill(os.getpid(), signal.SIGKILL)

folder = DataFolder(Path(sys.argv[1]))
store = open_store(folder, SystemClock())
told = planned(store, folder, Keep(), float(sys.argv[2]))
sys.addaudithook(killed)
clean_up(store, folder, told)
"""


@posix
def test_a_kill_in_the_middle_leaves_no_half_folder_and_the_next_clean_up_goes_on(room: Room) -> None:
    first, second = room.job("completed", days_ago=20), room.job("completed", days_ago=20)
    command = [sys.executable, "-c", KILLED_IN_THE_MIDDLE, str(room.folder.root), str(NOW)]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    names = sorted(path.name for path in room.folder.work.iterdir())
    assert names[0].startswith(UNFINISHED_MARK)
    assert names[1:] == [second.key]
    assert any(first.key in line for line in room.told())
    told = room.plan()
    assert {removal.kind for removal in told.values()} == {"unfinished", "work"}
    assert not clean_up(room.store, room.folder, told.values()).kept
    assert not list(room.folder.work.iterdir())


WITHOUT_RIGHTS = """
import os, sys
from pathlib import Path
from videogen_desktop.jobs.cleanup import clean_up, planned
from videogen_desktop.jobs.clock import SystemClock
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.settings import Keep
from videogen_desktop.jobs.store import open_store
if os.geteuid() == 0:
    os.setuid(65534)
folder = DataFolder(Path(sys.argv[1]))
store = open_store(folder, SystemClock())
done = clean_up(store, folder, planned(store, folder, Keep(), float(sys.argv[2])))
print(len(done.removed), *(kept.reason for kept in done.kept))
store.close()
"""


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only root can give files away")
def test_what_cannot_be_removed_is_told_of_and_the_rest_goes(clock: SetClock) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = DataFolder(Path(name, "data"))
        store = open_store(folder, clock)
        room = Room(store, folder, clock)
        stuck, other = room.job("completed", days_ago=21), room.job("completed", days_ago=20)
        for path in (Path(name), *Path(name).rglob("*")):
            os.chown(path, 65534, -1)
        os.chown(folder.work_of(stuck.key) / "clips", 0, -1)
        store.close()
        command = [sys.executable, "-c", WITHOUT_RIGHTS, str(folder.root), str(NOW)]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        assert "cannot be removed: Permission denied" in said
        assert not folder.work_of(other.key).exists()
        assert not folder.work_of(stuck.key).exists()
        (left,) = folder.work.iterdir()
        assert left.name.startswith(UNFINISHED_MARK)
        assert (left / "clips" / "scene_00.mp4").exists()
