"""``videogen jobs run``: the whole queue without a window, as the process that it is."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING

import psutil
import pytest

from tests.jobs.cli.conftest import Queue, command, completed, environment, failed, pubmed, waiting
from tests.jobs.work.films import write_film
from tests.pipeline.runs import write_small_paper
from tests.yardstick import slowness
from videogen_desktop.jobs.model import PaperFacts
from videogen_desktop.jobs.settings import Profile, QueueSettings, write_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

COPIER = "import shutil, sys; shutil.copy(sys.argv[1], sys.argv[2] + '/final_video.mp4')"
FAILING = "import sys; sys.exit('It cannot be done.')"
SLEEPER = "import time, sys; print('Step: fetch-paper', flush=True); time.sleep(600)"


class Run:
    """A run that goes on, with its lines as they come."""

    def __init__(self, *arguments: str, by: Sequence[str] = ()) -> None:
        self.process = subprocess.Popen(
            [*by, *command("jobs", "run", *arguments)],
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
        self.lines: list[str] = []
        self._arrived = threading.Condition()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def wait_for(self, words: str) -> None:
        """Wait until a line has these words."""
        with self._arrived:
            came = self._arrived.wait_for(lambda: any(words in line for line in self.lines), timeout=60)
        assert came, (words, self.lines, self.process.poll())

    def interrupt(self) -> None:
        """Ctrl+C."""
        self.process.send_signal(getattr(signal, "CTRL_BREAK_EVENT", signal.SIGINT))

    def finish(self, timeout: float = 60) -> int:
        """Wait for the end, and for all that was said."""
        code = self.process.wait(timeout)
        self._reader.join(timeout)
        return code

    def descendants(self) -> list[psutil.Process]:
        """Every process that it has started."""
        return psutil.Process(self.process.pid).children(recursive=True)

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            with self._arrived:
                self.lines.append(line.rstrip("\n"))
                self._arrived.notify_all()


@contextlib.contextmanager
def running(*arguments: str, by: Sequence[str] = ()) -> Iterator[Run]:
    run = Run(*arguments, by=by)
    try:
        yield run
    finally:
        if run.process.poll() is None:
            run.interrupt()
            run.finish()
        for stream in (run.process.stdout, run.process.stderr):
            if stream:
                stream.close()


def eventually(told: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not told():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def with_sleepers(queue: Queue, jobs: int = 1) -> list[int]:
    """Jobs of a pipeline that only sleeps."""
    sleeper = Profile("sleeper", (sys.executable, "-c", SLEEPER, "{output_dir}"))
    write_settings(queue.folder.settings, QueueSettings(workers=1, profiles=(sleeper,)))
    return queue.add(*(pubmed(number) for number in range(1, jobs + 1)), profile="sleeper")


def test_films_are_made_and_what_cannot_be_made_is_said(queue: Queue, tmp_path: Path) -> None:
    good, ready, bad = write_small_paper(tmp_path / "good"), tmp_path / "ready.mp4", tmp_path / "bad.xml"
    write_film(ready)
    bad.write_bytes(b"%PDF-1.7 no paper at all")
    copier = Profile("copier", (sys.executable, "-c", COPIER, str(ready), "{output_dir}"))
    write_settings(queue.folder.settings, QueueSettings(profiles=(copier,)))
    queue.add(PaperFacts(source=bad), PaperFacts(source=good, title="Milk and Mus musculus"), review=True)
    queue.add(pubmed(3, "Tea and men"), profile="copier")
    answer = queue("run")
    assert answer.code == 3, answer
    assert queue.states() == {1: "failed", 2: "needs-attention", 3: "completed"}
    lines = answer.out.splitlines()
    assert any("job 2 started: Milk and Mus musculus" in line for line in lines)
    assert any("✗ job 1 failed" in line for line in lines)
    assert any("! job 2 needs-attention" in line for line in lines)
    film = queue("show", "3", "--json").json["jobs"][0]["film"]
    assert any("✓ job 3 completed" in line and film["path"] in line for line in lines)
    assert lines[-3] == "1 film made, 1 job failed, 1 job in need of your attention."
    assert lines[-2].startswith("1 job has failed; “videogen jobs list --state failed”")
    assert os.path.getsize(film["path"]) == film["size"]  # noqa: PTH202 - the path is a text
    assert "generate-video" in queue("log", "2", "-n", "0").out


def test_ctrl_c_gives_running_jobs_back_in_time(queue: Queue) -> None:
    with_sleepers(queue, 2)
    with running() as run:
        run.wait_for("job 1 started")
        eventually(lambda: len(run.descendants()) > 0)
        pipelines = run.descendants()
        began = time.monotonic()
        run.interrupt()
        assert run.finish() == 130
        assert time.monotonic() - began < 5 * slowness()
        assert not [process for process in pipelines if process.is_running()]
        assert run.lines[-2] == "0 films made, 2 jobs left."
        assert run.lines[-1] == "“videogen jobs run” goes on with what is left."
    assert queue.states() == {1: "queued", 2: "queued"}
    (attempt,) = queue("show", "1", "--json").json["jobs"][0]["attempts"]
    assert attempt["outcome"] == "interrupted"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGHUP")
def test_one_that_was_started_with_nohup_works_on_after_logging_out(queue: Queue) -> None:
    with_sleepers(queue, 2)
    with running(by=["nohup"]) as run:
        run.wait_for("job 1 started")
        run.process.send_signal(signal.SIGHUP)
        assert queue("cancel", "1").code == 0
        run.wait_for("job 2 started")
        run.process.terminate()
        assert run.finish() == 130


_WITHOUT_NOHUP = [
    sys.executable,
    "-c",
    "import os, sys; from signal import *; signal(SIGHUP, SIG_DFL); os.execv(sys.argv[1], sys.argv[1:])",
]
"""However the tests themselves were started."""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGHUP")
def test_one_that_was_not_gives_its_jobs_back_on_logging_out(queue: Queue) -> None:
    with_sleepers(queue)
    with running(by=_WITHOUT_NOHUP) as run:
        run.wait_for("job 1 started")
        run.process.send_signal(signal.SIGHUP)
        assert run.finish() == 130
    assert queue.states() == {1: "queued"}


def test_the_work_goes_on_when_nobody_reads_any_more(queue: Queue) -> None:
    failing = Profile("failing", (sys.executable, "-c", FAILING))
    write_settings(queue.folder.settings, QueueSettings(workers=1, profiles=(failing,)))
    queue.add(pubmed(1), pubmed(2), profile="failing")
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(
            command("jobs", "run"), env=environment(), stdout=writer, stderr=subprocess.PIPE, check=False
        )
    finally:
        os.close(writer)
    assert (done.returncode, done.stderr) == (3, b"")
    assert queue.states() == {1: "failed", 2: "failed"}


def test_others_decide_while_it_works(queue: Queue) -> None:
    with_sleepers(queue, 4)
    with running("--keep-going", "60") as run:
        run.wait_for("job 1 started")
        assert queue("cancel", "3").code == 0
        assert queue("move", "4", "--to", "top").code == 0
        assert queue("cancel", "1").code == 0
        run.wait_for("job 1 cancelled")
        run.wait_for("job 4 started")
        assert queue("pause", "--queue").code == 0
        run.wait_for("starts no job: you have paused it")
        assert queue("pause", "4").code == 0
        run.wait_for("job 4 paused")
        assert queue.states()[2] == "queued"
        assert queue("resume", "--queue").code == 0
        run.wait_for("job 2 started")
        assert queue("cancel", "2").code == 0
        run.wait_for("job 2 cancelled")
        assert queue("add", "77", "--profile", "sleeper").code == 0
        run.wait_for("job 5 started")
        answer = queue("run", "--json")
        assert (answer.code, answer.json["error"]["code"]) == (75, "already-running")
        assert answer.json["error"]["retryable"] is True
        assert run.process.poll() is None
    assert queue.states() == {1: "cancelled", 2: "cancelled", 3: "cancelled", 4: "paused", 5: "queued"}


def test_it_ends_after_what_runs_when_it_is_to(queue: Queue) -> None:
    with_sleepers(queue, 2)
    with running() as run:
        run.wait_for("job 1 started")
        assert "after those that run" in queue("pause", "--queue", "--after-this-one").out
        run.wait_for("No job is started after those that run.")
        assert queue("cancel", "1").code == 0
        assert run.finish() == 75
    assert queue.states() == {1: "cancelled", 2: "queued"}


def test_it_ends_at_once_when_it_is_to_stop_and_nothing_runs(queue: Queue) -> None:
    failing = Profile("failing", (sys.executable, "-c", FAILING))
    write_settings(queue.folder.settings, QueueSettings(workers=1, profiles=(failing,)))
    queue.add(pubmed(1), pubmed(2), profile="failing")
    queue.end(1, waiting(time.time() + 1800))
    with running() as run:
        run.wait_for("job 2 failed")
        assert queue("pause", "--queue", "--after-this-one").code == 0
        assert run.finish() == 3
    assert queue.states() == {1: "waiting", 2: "failed"}


def test_a_queue_that_its_owner_has_paused_is_not_worked_on(queue: Queue) -> None:
    queue.add(pubmed(1))
    queue("pause", "--queue")
    answer = queue("run", "--json")
    assert (answer.code, answer.json["error"]["code"]) == (75, "queue-paused")
    assert "resume --queue" in answer.json["error"]["hint"]


def test_jobs_that_wait_are_left_where_it_is_not_wanted_to_wait(queue: Queue) -> None:
    queue.add(pubmed(1))
    queue.end(1, waiting(time.time() + 1800))
    queue.add(pubmed(2))
    queue.end(2, failed())
    answer = queue("run", "--no-wait", "--json")
    assert answer.code == 75
    assert answer.json == {
        **{kind: [] for kind in ("completed", "failed", "needs_attention", "waiting")},
        "left": 1,
        "paused": [],
        "set_aside": [],
        "stopped": False,
        "broken_off": [],
        "found": [],
    }


def test_a_film_that_is_gone_and_one_that_nobody_knows_are_told(queue: Queue) -> None:
    (job_id,) = queue.add(pubmed(1))
    gone = queue.folder.films / "pmid-1-00000000" / "final_video.mp4"
    queue.end(job_id, completed(gone))
    gone.unlink()
    stranger = queue.folder.films / "pmid-2-00000000"
    stranger.mkdir()
    (stranger / "film.json").write_text("{}")
    told = [
        "1 finished film is not in its place any more.",
        "1 finished film belongs to no job in the list; it stays.",
    ]
    document = queue("run", "--json").json
    assert document["found"] == told
    assert document["broken_off"] == []
    assert told[1] in queue("run").out.splitlines()


def test_what_was_broken_off_is_told_and_goes_on(queue: Queue) -> None:
    with_sleepers(queue)
    with running() as run:
        run.wait_for("job 1 started")
        eventually(lambda: len(run.descendants()) > 0)
        run.process.kill()
        run.finish()
    assert queue.states() == {1: "running"}
    with running() as run:
        run.wait_for("1 job had been broken off:")
        run.wait_for("job 1 started")
        if os.name != "nt":  # Windows ends a process without asking it
            run.process.terminate()
            assert run.finish(20) == 130
            assert queue.states() == {1: "queued"}
