from __future__ import annotations

import threading

import pytest

from videogen_desktop.jobs.feed import Feed
from videogen_desktop.jobs.model import Changes, Progress, QueueState, Usage
from videogen_desktop.jobs.outbox import LINE_LENGTH, LINES, Outbox


class Bells:
    def __init__(self) -> None:
        self.happened = 0
        self.news = 0
        self.outbox = Outbox(self._ring_happened, self._ring_news)

    def _ring_happened(self) -> None:
        self.happened += 1

    def _ring_news(self) -> None:
        self.news += 1


def test_changes_become_one_and_the_last_word_about_a_job_counts() -> None:
    feed = Feed()
    assert feed.take() is None
    feed.add(Changes(5, changed=(1, 2)))
    feed.add(Changes(6, removed=(2, 3), queue=True))
    feed.add(Changes(7, changed=(3, 1)))
    assert feed.take() == Changes(7, changed=(1, 3), removed=(2,), queue=True)
    assert feed.take() is None


def test_of_many_reports_the_latest_is_told_and_the_bell_rings_once() -> None:
    bells = Bells()
    for step in range(100):
        for job_id in (1, 2):
            bells.outbox.progressed(job_id, Progress("generate-audio", step / 100, step / 200))
    bells.outbox.used(2, Usage(1.5, 300), 200)
    assert bells.news == 1
    last = Progress("generate-audio", 0.99, 0.495)
    assert bells.outbox.take_news().advances == [(1, last, None), (2, last, Usage(1.5, 300))]
    assert not bells.outbox.take_news().anything

    bells.outbox.progressed(2, Progress(overall=0.5))
    assert bells.news == 2
    assert bells.outbox.take_news().advances == [(2, Progress(overall=0.5), Usage(1.5, 300))]


def test_of_a_flood_of_lines_the_last_are_told_and_how_many_were_before() -> None:
    bells = Bells()
    for number in range(10_000):
        bells.outbox.logged(7, f"line {number}")
    bells.outbox.logged(7, "x" * 10_000_000)
    bells.outbox.logged(8, "a word")
    (seven, lines), (eight, words) = bells.outbox.take_news().lines
    assert (seven, eight, words) == (7, 8, ("a word",))
    assert len(lines) == LINES + 1
    assert lines[0] == f"… {10_001 - LINES} lines; the log has them."
    assert lines[-2] == "line 9999"
    assert len(lines[-1]) == LINE_LENGTH
    assert bells.news == 1


def test_an_idleness_is_over_when_a_job_starts() -> None:
    bells = Bells()
    bells.outbox.rests()
    bells.outbox.works()
    assert not bells.outbox.take_happened().idle
    bells.outbox.rests()
    assert bells.outbox.take_happened().idle
    bells.outbox.rests()
    assert not bells.outbox.take_happened().idle, "idleness is told once"
    bells.outbox.works()
    bells.outbox.rests()
    assert bells.outbox.take_happened().idle


@pytest.mark.parametrize("threads", [8])
def test_nothing_is_lost_between_threads(threads: int) -> None:
    rung = threading.Event()
    outbox = Outbox(rung.set, lambda: None)
    every = 500

    def work(number: int) -> None:
        for step in range(every):
            outbox.changed(Changes(step, changed=(number * every + step,)))
            outbox.became(QueueState(after_this_one=step == every - 1))

    workers = [threading.Thread(target=work, args=(number,)) for number in range(threads)]
    for worker in workers:
        worker.start()
    seen: set[int] = set()
    while len(seen) < threads * every:
        assert rung.wait(10), "the bell was not rung for what is left"
        rung.clear()
        changes = outbox.take_happened().changes
        if changes is not None:
            seen.update(changes.changed)
    for worker in workers:
        worker.join()
    assert seen == set(range(threads * every))
