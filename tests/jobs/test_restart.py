from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
import subprocess
import sys
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec
import psutil
import pytest

from tests.yardstick import slowness
from videogen_desktop.files import PARTIAL_MARK
from videogen_desktop.jobs.clock import SystemClock
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.model import (
    Attempt,
    Claim,
    Ending,
    Film,
    Job,
    JobOptions,
    JobQuery,
    NewPaper,
    PaperFacts,
    Problem,
    ProcessIdentity,
    Usage,
)
from videogen_desktop.jobs.restart import (
    HISTORY,
    SUSPECT_AFTER,
    SUSPECT_WAIT_S,
    UNCLEAN,
    Recovery,
    TakenBack,
    recover,
    unclean_in_a_row,
)
from videogen_desktop.jobs.store import JobStore, open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals and sessions")

SLEEPER = (
    "import signal, sys; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(flush=True); signal.pause()"
)

OWNER = f"""
import os, subprocess, sys, time
from pathlib import Path
import psutil
from videogen_desktop.jobs.clock import SystemClock
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.store import open_store
from videogen_desktop.jobs.supervisor import identity_of

SLEEPER = {SLEEPER!r}
CHILD = '''
import subprocess, sys
command = [sys.executable, "-c", sys.argv[1]]
grandchild = subprocess.Popen(command, stdout=subprocess.PIPE, start_new_session=True)
grandchild.stdout.readline()
print(grandchild.pid, flush=True)
exec(sys.argv[1])
'''
root, count, told = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "told"
clock = SystemClock()
store = open_store(DataFolder(root), clock)
children = []
for _ in range(count):
    claim = store.claim("owner")
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, SLEEPER],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True,
        env={{**os.environ, "VIDEOGEN_JOB_TOKEN": claim.token}},
    )
    grandchild = int(child.stdout.readline())
    if told:
        store.started(claim, identity_of(psutil.Process(child.pid), clock, claim.token))
    child.stdout.readline()
    children.append(child)
    print(child.pid, grandchild, flush=True)
print("ready", flush=True)
time.sleep(600)
"""

RECOVER = """
import sys
from pathlib import Path
from videogen_desktop.jobs.clock import SystemClock
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.restart import recover
from videogen_desktop.jobs.store import open_store
clock = SystemClock()
folder = DataFolder(Path(sys.argv[1]))
store = open_store(folder, clock)
print(*recover(store, folder, clock).lines, sep="\\n")
store.close()
"""


@dataclass
class OtherBoot:
    """The computer's clock after it was started anew."""

    boot: str = "another"
    real: SystemClock = field(default_factory=SystemClock)

    def now(self) -> float:
        return self.real.now()

    def monotonic(self) -> float:
        return 1.0


@pytest.fixture
def clock() -> SystemClock:
    return SystemClock()


@dataclass
class Owner:
    process: subprocess.Popen[str]
    tree: list[psutil.Process]

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


@pytest.fixture
def owner(folder: DataFolder) -> Iterator[Callable[..., Owner]]:
    with contextlib.ExitStack() as stack:

        def started(count: int = 1, *, told: bool = True) -> Owner:
            command = [
                sys.executable,
                "-c",
                OWNER,
                str(folder.root),
                str(count),
                "told" if told else "untold",
            ]
            process = stack.enter_context(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))
            stack.callback(process.kill)
            assert process.stdout is not None
            tree = []
            while (line := process.stdout.readline().strip()) != "ready":
                tree += [psutil.Process(int(pid)) for pid in line.split()]
            stack.callback(end, tree)
            return Owner(process, tree)

        yield started


@pytest.fixture
def bystander() -> Iterator[Callable[..., psutil.Process]]:
    """Starts a process that has nothing to do with any job."""
    with contextlib.ExitStack() as stack:

        def started(**environment: str) -> psutil.Process:
            child = stack.enter_context(
                subprocess.Popen(
                    [sys.executable, "-c", SLEEPER],
                    stdout=subprocess.PIPE,
                    env={**os.environ, **environment},
                )
            )
            stack.callback(child.kill)
            assert child.stdout is not None
            child.stdout.readline()
            return psutil.Process(child.pid)

        yield started


def end(processes: list[psutil.Process]) -> None:
    for process in processes:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.kill()


def alive(process: psutil.Process) -> bool:
    with contextlib.suppress(psutil.NoSuchProcess):
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    return False


def add(store: JobStore, count: int = 1) -> list[int]:
    have = store.count(JobQuery())
    return list(
        store.add([NewPaper(PaperFacts(pmid=str(have + each + 1))) for each in range(count)], JobOptions())
    )


def read(store: JobStore, job_id: int) -> Job:
    job = store.get(job_id)
    assert job is not None
    return job


def last_attempt(store: JobStore, job_id: int) -> Attempt:
    return max(store.attempts(job_id), key=lambda attempt: attempt.number)


def claimed(store: JobStore) -> Claim:
    claim = store.claim("test")
    assert claim is not None
    return claim


def only(recovery: Recovery) -> TakenBack:
    (taken,) = recovery.taken_back
    return taken


def place(folder: DataFolder, key: str, *, attempt: int, made_at: float) -> Film:
    """Put a film with its proof where a job's film belongs."""
    place = folder.film_of(key)
    place.mkdir(parents=True)
    content = b"a film" * 1000
    path = place / "final_video.mp4"
    path.write_bytes(content)
    film = Film(path, 60, 16, 9, len(content), hashlib.sha256(content).hexdigest(), made_at, attempt)
    (place / "film.json").write_bytes(msgspec.json.encode(film, enc_hook=os.fspath))
    return film


# processes


def test_nothing_is_left_of_a_killed_owner_and_its_jobs_go_on(
    store: JobStore, folder: DataFolder, owner: Callable[..., Owner]
) -> None:
    first, second, third, paused = add(store, 4)
    store.pause([paused])
    places = [read(store, job_id).position for job_id in (first, second, third, paused)]
    killed = owner(2)
    assert [read(store, job_id).state for job_id in (first, second)] == ["running", "running"]
    killed.kill()
    assert all(alive(process) for process in killed.tree)
    began = time.monotonic()
    said = subprocess.run(
        [sys.executable, "-c", RECOVER, str(folder.root)], capture_output=True, text=True, check=True
    )
    assert time.monotonic() - began < 8 * slowness()
    assert not any(alive(process) for process in killed.tree)
    assert said.stdout.count("goes on from its last finished step") == 2
    jobs = [read(store, job_id) for job_id in (first, second, third, paused)]
    assert [job.state for job in jobs] == ["queued", "queued", "queued", "paused"]
    assert [job.position for job in jobs] == places
    assert [job.crashes for job in jobs] == [0, 0, 0, 0]
    ended = last_attempt(store, first)
    assert ended.outcome == "interrupted"
    assert ended.ended_at is not None
    assert claimed(store).job.id == first


def test_strays_are_ended_when_the_main_process_is_dead(
    store: JobStore, folder: DataFolder, clock: SystemClock, owner: Callable[..., Owner]
) -> None:
    add(store)
    killed = owner()
    main, grandchild = killed.tree
    killed.kill()
    main.kill()
    assert alive(grandchild)
    assert only(recover(store, folder, clock)).processes_gone
    assert not alive(grandchild)


def test_what_was_started_just_before_the_owner_died_is_found_by_its_token(
    store: JobStore, folder: DataFolder, clock: SystemClock, owner: Callable[..., Owner]
) -> None:
    (job_id,) = add(store)
    killed = owner(told=False)
    assert last_attempt(store, job_id).process is None
    killed.kill()
    recover(store, folder, clock)
    assert not any(alive(process) for process in killed.tree)
    assert read(store, job_id).state == "queued"


def test_an_unrelated_process_with_the_old_number_is_never_touched(
    store: JobStore, folder: DataFolder, clock: SystemClock, bystander: Callable[..., psutil.Process]
) -> None:
    add(store, 2)
    same_time, same_token = claimed(store), claimed(store)
    without_token = bystander()
    store.started(
        same_time,
        ProcessIdentity(without_token.pid, without_token.create_time(), clock.boot, same_time.token),
    )
    older = bystander(VIDEOGEN_JOB_TOKEN=same_token.token)
    store.started(
        same_token, ProcessIdentity(older.pid, older.create_time() + 60, clock.boot, same_token.token)
    )
    recovery = recover(store, folder, clock)
    assert [taken.state for taken in recovery.taken_back] == ["queued", "queued"]
    assert alive(without_token)
    assert alive(older)


def test_after_a_power_cut_no_process_is_anybodys(
    store: JobStore, folder: DataFolder, clock: SystemClock, bystander: Callable[..., psutil.Process]
) -> None:
    (job_id,) = add(store)
    claim = claimed(store)
    process = bystander(VIDEOGEN_JOB_TOKEN=claim.token)
    store.started(claim, ProcessIdentity(process.pid, process.create_time(), clock.boot, claim.token))
    with contextlib.closing(open_store(folder, OtherBoot())) as after:
        taken = only(recover(after, folder, OtherBoot()))
        assert (taken.state, taken.processes_gone) == ("queued", True)
        assert alive(process)
        assert read(after, job_id).state == "queued"
        assert claimed(after).attempt == 2


# what becomes of the job


def test_a_film_that_was_in_place_before_the_death_completes_its_job(
    store: JobStore, folder: DataFolder, clock: SystemClock
) -> None:
    (job_id,) = add(store)
    claim = claimed(store)
    store.cancel([job_id])
    film = place(folder, claim.job.key, attempt=claim.attempt, made_at=clock.now())
    assert only(recover(store, folder, clock)).state == "completed"
    job = read(store, job_id)
    assert (job.state, job.film) == ("completed", film)
    assert last_attempt(store, job_id).outcome == "completed"


def test_a_film_of_an_earlier_attempt_does_not(
    store: JobStore, folder: DataFolder, clock: SystemClock
) -> None:
    add(store)
    claim = claimed(store)
    store.finish(claim, Ending("queued", "interrupted"))
    place(folder, claim.job.key, attempt=claim.attempt, made_at=clock.now() + 3600)
    assert claimed(store).attempt == claim.attempt + 1
    assert only(recover(store, folder, clock)).state == "queued"


def test_a_film_made_before_the_attempt_began_does_not(
    store: JobStore, folder: DataFolder, clock: SystemClock
) -> None:
    add(store)
    claim = claimed(store)
    place(folder, claim.job.key, attempt=claim.attempt, made_at=clock.now() - 3600)
    assert only(recover(store, folder, clock)).state == "queued"


@pytest.mark.parametrize("damage", ["cut short", "changed", "gone", "proof cut short", "proof gone"])
def test_a_film_that_is_not_whole_does_not(
    store: JobStore, folder: DataFolder, clock: SystemClock, damage: str
) -> None:
    add(store)
    claim = claimed(store)
    film = place(folder, claim.job.key, attempt=claim.attempt, made_at=clock.now())
    proof = film.path.with_name("film.json")
    match damage:
        case "cut short":
            os.truncate(film.path, film.size - 1)
        case "changed":
            film.path.write_bytes(b"A film" * 1000)
        case "gone":
            film.path.unlink()
        case "proof cut short":
            os.truncate(proof, 40)
        case _:
            proof.unlink()
    assert only(recover(store, folder, clock)).state == "queued"


@pytest.mark.parametrize(("asked", "state"), [("cancel", "cancelled"), ("pause", "paused")])
def test_what_the_owner_had_asked_for_is_done(
    store: JobStore, folder: DataFolder, clock: SystemClock, asked: str, state: str
) -> None:
    (job_id,) = add(store)
    claimed(store)
    getattr(store, asked)([job_id])
    assert read(store, job_id).request == asked
    assert only(recover(store, folder, clock)).state == state
    job = read(store, job_id)
    assert (job.state, job.request) == (state, None)
    assert last_attempt(store, job_id).outcome == state


def test_a_job_that_takes_the_application_down_each_time_lets_others_go_first(
    store: JobStore, folder: DataFolder, clock: SystemClock
) -> None:
    (job_id,) = add(store)
    states = []
    for _ in range(SUSPECT_AFTER):
        assert claimed(store).job.id == job_id
        states.append(only(recover(store, folder, clock)).state)
    assert states == ["queued"] * (SUSPECT_AFTER - 1) + ["waiting"]
    job = read(store, job_id)
    assert job.problem is not None
    assert job.problem.retryable
    assert job.not_before is not None
    assert 0 < job.not_before - clock.now() <= SUSPECT_WAIT_S
    (other,) = add(store)
    assert claimed(store).job.id == other, "it does not let others go first"


def test_quits_and_other_ends_do_not_count_against_a_job() -> None:
    def attempt(number: int, outcome: str, code: str | None) -> Attempt:
        problem = Problem(code, "", "") if code else None
        return Attempt(1, number, "", "", 0, 1, outcome, None, None, problem, Usage())  # type: ignore[arg-type]

    unclean = [attempt(number, "interrupted", UNCLEAN) for number in range(1, 9)]
    assert unclean_in_a_row(unclean, 9) == 8
    assert unclean_in_a_row(unclean, 3) == 2
    unclean[4] = attempt(5, "interrupted", None)
    assert unclean_in_a_row(unclean, 9) == 3
    unclean[6] = attempt(7, "retry", "http-503")
    assert unclean_in_a_row(reversed(unclean), 9) == 1  # type: ignore[arg-type]
    unclean[7] = attempt(8, "interrupted", "another")
    assert unclean_in_a_row(unclean, 9) == 0
    assert unclean_in_a_row([], 1) == 0


def test_it_is_said_in_the_history_and_in_the_log(
    store: JobStore, folder: DataFolder, clock: SystemClock, caplog: pytest.LogCaptureFixture
) -> None:
    (job_id,) = add(store)
    claimed(store)
    with caplog.at_level("INFO"):
        recovery = recover(store, folder, clock)
    told = [event.text for event in store.events(job_id, 100) if event.kind == HISTORY]
    assert told == [only(recovery).why]
    assert set(recovery.lines) <= set(caplog.messages)


def test_a_second_recovery_finds_nothing(store: JobStore, folder: DataFolder, clock: SystemClock) -> None:
    add(store, 3)
    claimed(store)
    claimed(store)
    assert recover(store, folder, clock).lines
    before = store.revision()
    assert recover(store, folder, clock) == Recovery()
    assert store.revision() == before


def test_half_written_files_of_the_dead_are_removed_and_others_stay(
    store: JobStore, folder: DataFolder, clock: SystemClock
) -> None:
    add(store, 2)
    dead, other = claimed(store).job.key, claimed(store)
    store.pause([other.job.id])
    store.finish(other, Ending("paused", "paused"))
    name = f"final_video{PARTIAL_MARK}0a1b2c3d.mp4"
    theirs = [folder.work_of(dead) / "clips" / name, folder.film_of(dead) / name]
    others = [folder.work_of(other.job.key) / name, folder.work_of(dead) / "script.json"]
    for path in (*theirs, *others):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    assert set(recover(store, folder, clock).partial) == set(theirs)
    assert not any(path.exists() for path in theirs)
    assert all(path.exists() for path in others)


def test_half_written_files_behind_a_link_stay(
    store: JobStore, folder: DataFolder, clock: SystemClock, tmp_path: Path
) -> None:
    add(store)
    dear = tmp_path / "dear" / f"thesis{PARTIAL_MARK}1.doc"
    dear.parent.mkdir()
    dear.write_bytes(b"x")
    folder.work.mkdir()
    folder.work_of(claimed(store).job.key).symlink_to(dear.parent, target_is_directory=True)
    assert recover(store, folder, clock).partial == ()
    assert dear.exists()


# a death at any moment

FINISHER = """
import sys
from pathlib import Path
from videogen_desktop.jobs.clock import SystemClock
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.model import Ending, Problem
from videogen_desktop.jobs.store import open_store
store = open_store(DataFolder(Path(sys.argv[1])), SystemClock())
while claim := store.claim("finisher"):
    store.finish(claim, Ending("failed", "failed", Problem("x", "x", "x")))
    print(flush=True)
"""

ALL_AS_ONE = """
SELECT count(*), sum(state = 'failed'), sum(state = 'running') FROM job;
SELECT count(*) FROM job WHERE (state = 'failed') !=
    EXISTS (SELECT 1 FROM attempt WHERE job_id = job.id AND outcome = 'failed' AND ended_at IS NOT NULL);
SELECT count(*) FROM job WHERE state = 'failed' AND
    NOT EXISTS (SELECT 1 FROM event WHERE job_id = job.id AND attempt = job.attempt);
SELECT count(*) FROM job WHERE (state = 'running') !=
    EXISTS (SELECT 1 FROM attempt WHERE job_id = job.id AND outcome = 'running' AND ended_at IS NULL)
"""


def test_a_death_at_any_moment_leaves_job_attempt_and_history_at_one(
    store: JobStore, folder: DataFolder, clock: SystemClock
) -> None:
    add(store, 1000)
    for round_ in range(3):
        command = [sys.executable, "-c", FINISHER, str(folder.root)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as finisher:
            assert finisher.stdout is not None
            for _ in range(20 + 7 * round_):
                assert finisher.stdout.readline()
            finisher.kill()
        with contextlib.closing(sqlite3.connect(folder.database)) as database:
            first, *differing = [database.execute(query).fetchone() for query in ALL_AS_ONE.split(";")]
        assert first[0] == 1000
        assert differing == [(0,), (0,), (0,)]
        assert len(recover(store, folder, clock).taken_back) == first[2] <= 1


def test_a_recovery_that_is_killed_is_finished_by_the_next(
    store: JobStore, folder: DataFolder, clock: SystemClock, owner: Callable[..., Owner]
) -> None:
    jobs = add(store, 3)
    killed = owner(3)
    killed.kill()
    recovering = subprocess.Popen(
        [sys.executable, "-c", RECOVER, str(folder.root)], stdout=subprocess.DEVNULL
    )
    with recovering:
        while all(read(store, job_id).state == "running" for job_id in jobs):
            assert not recovering.poll()
            time.sleep(0.002)
        recovering.kill()
    recover(store, folder, clock)
    assert {read(store, job_id).state for job_id in jobs} == {"queued"}
    assert [len(store.attempts(job_id)) for job_id in jobs] == [1, 1, 1]
    assert not any(alive(process) for process in killed.tree)


# files and rows


def completed(store: JobStore, folder: DataFolder) -> tuple[Job, Film]:
    (job_id,) = add(store)
    claim = claimed(store)
    film = place(folder, claim.job.key, attempt=1, made_at=0)
    store.finish(claim, Ending("completed", "completed", film=film))
    return read(store, job_id), film


def is_missing(store: JobStore, job: Job) -> bool:
    film = read(store, job.id).film
    assert film is not None
    return film.missing


def test_a_film_that_went_is_missing_and_back_when_it_is_there_again(
    store: JobStore, folder: DataFolder, clock: SystemClock
) -> None:
    job, film = completed(store, folder)
    stays, _ = completed(store, folder)
    assert recover(store, folder, clock) == Recovery()
    film.path.rename(folder.root / "hidden.mp4")
    recovery = recover(store, folder, clock)
    assert recovery.reconciled.missing == (job.id,)
    assert recovery.lines
    assert (is_missing(store, job), is_missing(store, stays)) == (True, False)
    assert recover(store, folder, clock) == Recovery()
    (folder.root / "hidden.mp4").rename(film.path)
    assert recover(store, folder, clock).reconciled.back == (job.id,)
    assert not is_missing(store, job)


def test_a_film_that_was_cut_short_is_missing(
    store: JobStore, folder: DataFolder, clock: SystemClock
) -> None:
    job, film = completed(store, folder)
    os.truncate(film.path, 5)
    assert recover(store, folder, clock).reconciled.missing == (job.id,)


def test_films_on_a_disk_that_is_away_are_not_missing(
    store: JobStore, folder: DataFolder, clock: SystemClock, tmp_path: Path
) -> None:
    elsewhere = DataFolder(folder.root, films_elsewhere=tmp_path / "disk" / "films")
    job, _ = completed(store, elsewhere)
    (tmp_path / "disk").rename(tmp_path / "away")
    recovery = recover(store, elsewhere, clock)
    assert recovery.reconciled.out_of_reach == (elsewhere.films,)
    assert not is_missing(store, job)
    (tmp_path / "away").rename(tmp_path / "disk")
    assert recover(store, elsewhere, clock) == Recovery()


def test_a_disk_of_films_that_does_not_answer_stops_no_start(
    store: JobStore, folder: DataFolder, clock: SystemClock
) -> None:
    """A name that is too long stands for it: the system cannot say whether the folder is there."""
    (job_id,) = add(store)
    claim = claimed(store)
    films = folder.root.parent / ("x" * 300)
    film = Film(films / claim.job.key / "final_video.mp4", 60, 16, 9, 500, "", clock.now(), 1)
    store.finish(claim, Ending("completed", "completed", film=film))
    assert recover(store, folder, clock).reconciled.out_of_reach == (films,)
    job = read(store, job_id)
    assert job.film is not None
    assert not job.film.missing


def test_folders_that_no_job_knows_are_told_of_and_stay(
    store: JobStore, folder: DataFolder, clock: SystemClock
) -> None:
    job, _ = completed(store, folder)
    (paused,) = add(store)
    store.pause([paused])
    for key in (job.key, read(store, paused).key, "pmid-1-0123abcd"):
        folder.work_of(key).mkdir(parents=True)
    place(folder, "pmid-2-0123abcd", attempt=1, made_at=0)
    (folder.films / "holidays").mkdir()
    found = recover(store, folder, clock).reconciled
    assert found.films_without_job == (folder.films / "pmid-2-0123abcd",)
    assert found.work_without_job == (folder.work / "pmid-1-0123abcd",)
    assert all(path.is_dir() for path in (*found.films_without_job, *found.work_without_job))
