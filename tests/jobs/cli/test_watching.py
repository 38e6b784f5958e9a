"""What a person sees while the queue works, and when it is over."""

from __future__ import annotations

import io
import os
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from rich.console import Console

from tests.jobs.cli.conftest import Queue, claimed, command, environment, pubmed, waiting
from videogen_desktop.jobs.cli.output import console_for
from videogen_desktop.jobs.cli.running import is_over
from videogen_desktop.jobs.cli.watching import (
    Lines,
    LiveTable,
    Scene,
    Tally,
    broken_off,
    concluded,
    next_steps,
    outcome,
    scene_table,
)
from videogen_desktop.jobs.model import Progress, QueueState

if TYPE_CHECKING:
    from videogen_desktop.jobs.model import Job

NOW = 1_790_000_000.0
EMPTY = Scene((), {}, QueueState(), None, NOW)


@pytest.fixture
def job(queue: Queue) -> Job:
    """A running job with a title that is up to no good."""
    queue.add(pubmed(1, "[red]Milk[/red] \x1b[2J " * 9))
    with queue.store() as store:
        claim = claimed(store, 1)
        store.report(claim, Progress("generate-audio", 0.5, 0.42, "Speaking scene 3 of 8", 80.0))
        found = store.get(1)
    assert found is not None
    return found


def drawn(scene: Scene, width: int) -> str:
    console = Console(file=io.StringIO(), width=width, markup=False, highlight=False, emoji=False)
    console.print(scene_table(scene, width))
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


@pytest.mark.parametrize("width", [60, 80, 160])
def test_the_table_fits_and_says_how_far_each_job_is(width: int, job: Job) -> None:
    scene = replace(EMPTY, running=[job] * 3, counts={"running": 3, "queued": 1200, "failed": 1})
    text = drawn(scene, width)
    assert max(map(len, text.splitlines())) <= width
    for words in ("42 %", "1:20 min", "3 running, 1,200 in the line, 1 failed", "[red]"):
        assert words in text
    assert "\x1b" not in text


def test_the_table_says_why_nothing_is_started() -> None:
    held = replace(EMPTY, counts={"queued": 2}, queue=QueueState(("low-disk", "on-battery")))
    assert "too little disk space is free and the computer runs on its battery" in drawn(held, 160)
    last = replace(EMPTY, counts={"queued": 2}, queue=QueueState((), after_this_one=True))
    assert "No job is started after those that run." in drawn(last, 80)
    later = replace(EMPTY, counts={"waiting": 2}, due_in=95.0)
    assert "tried again in 1:35 min" in drawn(later, 80)


def test_without_a_terminal_each_change_is_a_line(job: Job) -> None:
    out = io.StringIO()
    lines = Lines(console_for(out))
    scene = replace(EMPTY, running=[job])
    for _ in range(3):
        lines.show(scene)
    lines.show(replace(scene, queue=QueueState(("owner",))))
    lines.show(replace(scene, queue=QueueState(("owner",))))
    lines.show(scene)
    lines.ended(replace(job, state="queued"), NOW)
    lines.show(replace(EMPTY, running=[replace(job, attempt=2)]))
    told = out.getvalue().splitlines()
    assert [line.partition("job 1 ")[2][:7] for line in told if "job 1" in line] == [
        "started",
        "goes ba",
        "started",
    ]
    assert sum("you have paused it" in line for line in told) == 1
    assert sum(line == "The queue goes on." for line in told) == 1


def test_a_live_table_leaves_what_has_ended_and_takes_itself_away(job: Job) -> None:
    out = io.StringIO()
    console = Console(file=out, force_terminal=True, width=80, markup=False, highlight=False, emoji=False)
    table = LiveTable(console)
    table.show(replace(EMPTY, running=[job]))
    table.ended(replace(job, state="cancelled"), NOW)
    table.close()
    assert "job 1 cancelled" in out.getvalue()
    assert "\x1b[2J" not in out.getvalue()


def test_what_is_done_can_be_read_on_a_narrow_terminal(job: Job) -> None:
    assert "Speaking scene 3 of 8" in drawn(replace(EMPTY, running=[job]), 60)


def test_an_outcome_is_one_line(queue: Queue, job: Job) -> None:
    with queue.store() as store:
        later = store.take_back(1, job.attempt, waiting(NOW + 60))
    text = outcome(later, NOW)
    assert text.startswith("… job 1 waiting:")
    assert text.endswith("PubMed could not be reached. Tried again in 1:00 min.")


def test_a_job_counts_once_by_how_it_stands_last(job: Job) -> None:
    tally = Tally()
    for state in ("waiting", "failed", "completed"):
        tally.note(replace(job, state=state))
    tally.note(replace(job, id=2, state="failed"))
    assert tally.ids("completed") == [1]
    assert concluded(tally.counts(), 3) == "1 film made, 1 job failed, 3 jobs left."
    assert concluded(Tally().counts(), 0) == "0 films made."


def test_what_to_do_next_is_said_at_the_end() -> None:
    assert next_steps({"completed": 3}) == []
    steps = next_steps({"failed": 2, "needs-attention": 1, "paused": 3, "waiting": 1})
    for words in ("2 jobs have failed", "list --state failed", "retry --all"):
        assert words in steps[0]
    assert steps[1].startswith("1 job needs your word; “videogen jobs list --state needs-attention”")
    assert "3 jobs are paused" in steps[2]
    assert "resume --all" in steps[2]
    assert "“videogen jobs run”" in steps[3]
    assert "1 job is paused" in next_steps({"paused": 1})[0]


def test_what_was_broken_off_is_told_of_one_and_of_many() -> None:
    assert broken_off(1) == "1 job had been broken off:"
    assert broken_off(2) == "2 jobs had been broken off:"


@pytest.mark.parametrize(
    ("scene", "over", "without_waiting"),
    [
        (EMPTY, True, True),
        (replace(EMPTY, counts={"completed": 3, "failed": 1, "paused": 1}), True, True),
        (replace(EMPTY, counts={"queued": 1}), False, False),
        (replace(EMPTY, counts={"running": 1}), False, False),
        (replace(EMPTY, counts={"waiting": 1}), False, True),
        (replace(EMPTY, counts={"paused": 1}), True, True),
        (replace(EMPTY, counts={"paused": 1}, free=(1,)), False, False),
        (replace(EMPTY, counts={"queued": 1}, queue=QueueState(("low-disk",))), False, False),
        (replace(EMPTY, counts={"queued": 1}, queue=QueueState(("after-this-one",))), True, True),
    ],
)
def test_when_it_is_over(scene: Scene, over: bool, without_waiting: bool) -> None:
    assert is_over(scene, no_wait=False) is over
    assert is_over(scene, no_wait=True) is without_waiting


@pytest.mark.skipif(os.name == "nt", reason="there is no pseudo terminal in Python's library for Windows")
def test_on_a_terminal_there_is_a_table_and_what_waits_is_waited_for(queue: Queue) -> None:
    import pty

    queue.add(pubmed(1))
    queue.end(1, waiting(4_000_000_000.0))
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        command("jobs", "run"), env=environment(TERM="xterm", COLUMNS="80"), stdout=theirs, stderr=theirs
    ) as run:
        os.close(theirs)
        shown = b""
        while b"tried again in" not in shown:
            shown += os.read(ours, 4096)
        assert run.poll() is None
        queue("cancel", "1")
        assert run.wait(20) == 0
    os.close(ours)
