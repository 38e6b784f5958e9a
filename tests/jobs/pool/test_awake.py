from __future__ import annotations

import contextlib
import logging
import threading
from typing import TYPE_CHECKING

from videogen_desktop.jobs.awake import Awake

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

WAIT_S = 10.0


class Lock:
    """A sleep lock that tells when it is held and when it was let go, and on which threads."""

    def __init__(self) -> None:
        self.held = threading.Event()
        self.released = threading.Event()
        self.times = 0
        self.threads: set[int] = set()

    @contextlib.contextmanager
    def __call__(self) -> Iterator[None]:
        self.times += 1
        self.threads.add(threading.get_ident())
        self.held.set()
        yield
        self.threads.add(threading.get_ident())
        self.held.clear()
        self.released.set()


def test_the_lock_is_held_while_it_is_wanted_and_only_then() -> None:
    lock = Lock()
    awake = Awake(lock)
    assert lock.times == 0
    awake.want(True)
    assert lock.held.wait(WAIT_S)
    assert not lock.released.is_set()
    awake.want(False)
    assert lock.released.wait(WAIT_S)
    assert not lock.held.is_set()
    awake.want(True)
    assert lock.held.wait(WAIT_S)
    awake.end()
    assert not lock.held.is_set()
    assert len(lock.threads) == 1, "a lock is given back by the thread that took it"
    assert threading.get_ident() not in lock.threads


def test_one_job_after_another_asks_once() -> None:
    lock = Lock()
    awake = Awake(lock)
    for _ in range(100):
        awake.want(True)
        awake.want(False)
    awake.want(True)
    assert lock.held.wait(WAIT_S)
    awake.want(False)
    awake.want(True)
    awake.end()
    assert lock.times == 1


def test_asking_does_not_keep_the_caller_waiting() -> None:
    asked, answer = threading.Event(), threading.Event()

    @contextlib.contextmanager
    def slow() -> Iterator[None]:
        asked.set()
        assert answer.wait(WAIT_S)
        yield

    awake = Awake(slow)
    awake.want(True)  # returns although the system has not answered
    assert asked.wait(WAIT_S)
    awake.want(False)
    answer.set()
    awake.end()


def test_a_system_that_has_nobody_to_ask_is_told_of_once(caplog: pytest.LogCaptureFixture) -> None:
    refused = threading.Semaphore(0)

    def nobody() -> contextlib.AbstractContextManager[object]:
        refused.release()
        raise RuntimeError("no message bus")

    awake = Awake(nobody)
    with caplog.at_level(logging.WARNING):
        awake.want(True)
        assert refused.acquire(timeout=WAIT_S)
        awake.want(False)
        awake.want(True)
        awake.end()
        second = Awake(nobody)
        second.end()
    assert len([r for r in caplog.records if "no message bus" in r.getMessage()]) == 1


def test_the_systems_own_lock_is_taken_and_given_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "1")
    from wakepy import global_modes

    awake = Awake()
    awake.want(True)
    try:
        deadline = threading.Event()
        while not global_modes():
            assert not deadline.wait(0.005)
    finally:
        awake.end()
    assert global_modes() == []
