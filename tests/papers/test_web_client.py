"""The client against a real server: retries, times, caps and stopping."""

from __future__ import annotations

import email.utils
import socket
import threading
import time
import tracemalloc
from typing import TYPE_CHECKING

import pytest

from tests.ncbi_double import Fault, NcbiDouble, bucket
from tests.papers.web_helpers import METADATA, client, granted, metadata, whole
from tests.yardstick import slowness
from videogen_desktop.errors import VideoGenError
from videogen_desktop.papers.web import Rate, RateLimits, RetryRules, Timeouts, Timing, WebRequest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.papers.conftest import FakeTime


def failing(ask: Callable[[], object]) -> VideoGenError:
    with pytest.raises(VideoGenError) as raised:
        ask()
    return raised.value


def test_gives_what_was_asked_for(double: NcbiDouble) -> None:
    with client(double) as web:
        assert b'"pmcid": "PMC1"' in web.fetch(metadata(double), whole)
    [request] = double.seen()
    assert request.headers["User-Agent"] == "videogen-desktop"
    assert request.headers["Accept-Encoding"] == "gzip"


def test_hands_a_refusal_to_the_reader(double: NcbiDouble) -> None:
    with client(double) as web:
        status = web.fetch(WebRequest(double.bucket_url + "nothing"), lambda answer: answer.status)
    assert status == 404
    assert len(double.seen()) == 1


@pytest.mark.parametrize("as_date", [False, True])
def test_waits_as_long_as_it_is_asked_to(double: NcbiDouble, fake_time: FakeTime, as_date: bool) -> None:
    asked = email.utils.formatdate(fake_time.now + 7, usegmt=True) if as_date else "7"
    double.faults.add(Fault(METADATA, "status", times=1, status=429, retry_after=asked))
    with client(double, fake_time.timing(chance=0.0)) as web:
        web.fetch(metadata(double), whole)
    assert fake_time.waits == [7.0]
    assert len(double.seen()) == 2


def test_says_at_once_that_the_wait_would_be_long(double: NcbiDouble, fake_time: FakeTime) -> None:
    double.faults.add(Fault(METADATA, "status", status=429, retry_after="3600"))
    with client(double, fake_time.timing()) as web:
        error = failing(lambda: web.fetch(metadata(double), whole))
    assert (error.code, error.retryable, error.retry_after_s) == ("rate-limited", True, 3600.0)
    assert fake_time.waits == []
    assert len(double.seen()) == 1


def test_a_pause_holds_for_every_request_to_that_host(double: NcbiDouble, fake_time: FakeTime) -> None:
    rates = RateLimits({}, Rate(1000, burst=10))
    double.faults.add(Fault(METADATA, "status", times=1, status=429, retry_after="9"))
    timing = fake_time.timing(chance=0.0)
    with client(double, timing, rates=rates, retry=RetryRules(attempts=1)) as web:
        assert failing(lambda: web.fetch(metadata(double), whole)).retry_after_s == 9.0
        web.fetch(metadata(double), whole)
    assert fake_time.waits == [9.0]


@pytest.mark.parametrize(
    ("status", "code"), [(429, "rate-limited"), (500, "server-error"), (503, "server-error")]
)
def test_gives_up_after_some_attempts(
    double: NcbiDouble, fake_time: FakeTime, status: int, code: str
) -> None:
    double.faults.add(Fault(METADATA, "status", status=status))
    with client(double, fake_time.timing()) as web:
        error = failing(lambda: web.fetch(metadata(double), whole))
    assert (error.code, error.retryable) == (code, True)
    assert fake_time.waits == [0.5, 1.0, 2.0]
    assert len(double.seen()) == 4


def test_spreads_its_attempts_by_chance(double: NcbiDouble, fake_time: FakeTime) -> None:
    double.faults.add(Fault(METADATA, "status", times=2, status=500))
    with client(double, fake_time.timing(chance=0.25)) as web:
        web.fetch(metadata(double), whole)
    assert fake_time.waits == [0.125, 0.25]


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (Fault(METADATA, "reset"), "no-network"),
        (Fault(METADATA, "truncated"), "no-network"),
        (Fault(METADATA, "silent"), "no-network"),
        (Fault(METADATA, "drip", seconds=0.05), "no-network"),
        (Fault(METADATA, "html"), "bad-answer"),
        (Fault(METADATA, "cut-gzip"), "bad-answer"),
    ],
    ids=lambda value: value.kind if isinstance(value, Fault) else value,
)
def test_names_what_does_not_work(double: NcbiDouble, fake_time: FakeTime, fault: Fault, code: str) -> None:
    double.faults.add(fault)
    never_ends = fault.kind in ("silent", "drip")
    times = Timeouts(connect_s=2, read_s=0.3, total_s=0.5) if never_ends else Timeouts()
    with client(double, fake_time.timing(), timeouts=times, retry=RetryRules(attempts=2)) as web:
        error = failing(lambda: web.fetch(metadata(double), whole))
    assert (error.code, error.retryable) == (code, True)
    assert "127.0.0.1" in error.message
    deadline = time.monotonic() + 20  # the double may hear of the last one when the client has given up
    while len(double.seen()) < 2 and time.monotonic() < deadline:
        time.sleep(0.01)
    assert len(double.seen()) == 2


@pytest.mark.parametrize("kind", ["reset", "truncated", "html", "cut-gzip"])
def test_gets_over_a_passing_fault(double: NcbiDouble, fake_time: FakeTime, kind: str) -> None:
    double.faults.add(Fault(METADATA, kind, times=2))
    with client(double, fake_time.timing()) as web:
        assert web.fetch(metadata(double), whole).startswith(b"{")
    assert len(double.seen()) == 3


def test_says_so_when_nobody_is_there(double: NcbiDouble, fake_time: FakeTime) -> None:
    with client(double, fake_time.timing()) as web:
        double.stop()
        error = failing(lambda: web.fetch(metadata(double), whole))
    assert (error.code, error.retryable) == ("no-network", True)
    assert "in hand" in error.hint


@pytest.mark.parametrize(
    "fault",
    [
        Fault(METADATA, "huge"),
        Fault(METADATA, "huge", declared=True),
        Fault(METADATA, "gzip-bomb"),
        Fault(METADATA, "endless-header"),
    ],
    ids=["huge", "declared", "gzip-bomb", "endless-header"],
)
def test_reads_no_more_than_the_cap(double: NcbiDouble, fake_time: FakeTime, fault: Fault) -> None:
    double.faults.add(fault)
    tracemalloc.start()
    with client(double, fake_time.timing()) as web:
        started = time.monotonic()
        error = failing(lambda: web.fetch(metadata(double, cap=2 * 2**20), whole))
        took = time.monotonic() - started
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (error.code, error.retryable) == ("too-large", False)
    assert peak < 20 * 2**20
    assert took < 10 * slowness()
    assert len(double.seen()) == 1


def test_the_length_of_a_refusal_does_not_matter(double: NcbiDouble) -> None:
    long = "x" * 2**20
    double.faults.add(Fault("nothing", "body", status=404, text=long))
    double.faults.add(Fault(METADATA, "body", status=500, text=long, times=1))
    with client(double, retry=RetryRules(first_s=0)) as web:
        assert web.fetch(WebRequest(double.bucket_url + "nothing", cap=10), lambda found: found.status) == 404
        assert web.fetch(metadata(double), whole).startswith(b"{")


def test_a_body_just_under_the_cap_is_whole(double: NcbiDouble) -> None:
    double.faults.add(Fault(METADATA, "huge", size=2**20))
    with client(double) as web:
        assert web.fetch(metadata(double, cap=2**20), granted) == b"x" * 2**20


@pytest.mark.parametrize("fault", ["silent", "drip", None])
def test_stops_within_a_second(double: NcbiDouble, fault: str | None) -> None:
    cancel = threading.Event()
    if fault is None:
        double.faults.add(Fault(METADATA, "status", status=429, retry_after="50"))
    else:
        double.faults.add(Fault(METADATA, fault, seconds=0.05 if fault == "drip" else 60))

    def stop_once_asked() -> None:
        while not double.seen():
            cancel.wait(0.01)
        stopped_at.append(time.monotonic())
        cancel.set()

    stopped_at: list[float] = []
    stopper = threading.Thread(target=stop_once_asked, daemon=True)
    with client(double, Timing(cancel=cancel)) as web:
        stopper.start()
        error = failing(lambda: web.fetch(metadata(double), whole))
        took = time.monotonic() - stopped_at[0]
        again = failing(lambda: web.fetch(metadata(double), whole))
    stopper.join()
    assert error.code == again.code == "cancelled"
    assert took < 1.0 * slowness()
    assert len(double.seen()) == 1


def test_keeps_to_the_rate_of_a_host_from_every_thread(double: NcbiDouble) -> None:
    rates, began = RateLimits({}, Rate(20, burst=1)), time.monotonic()
    with client(double, rates=rates) as web:
        threads = [threading.Thread(target=web.fetch, args=(metadata(double), whole)) for _ in range(9)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    times = [request.at for request in double.seen()]
    assert len(times) == 9
    assert max(times) - began > 8 / 20 * 0.9


def test_sends_no_cookie_back(double: NcbiDouble, monkeypatch: pytest.MonkeyPatch) -> None:
    given = bucket.answer

    def with_cookie(*arguments: object) -> object:
        reply = given(*arguments)
        return type(reply)(reply.status, reply.body, reply.media_type, {"Set-Cookie": "ncbi_sid=1; Path=/"})

    monkeypatch.setattr(bucket, "answer", with_cookie)
    with client(double) as web:
        web.fetch(metadata(double), whole)
        web.fetch(metadata(double), whole)
    assert all("Cookie" not in request.headers for request in double.seen())
    assert len(double.seen()) == 2


def test_asks_nothing_but_the_configured_services(double: NcbiDouble) -> None:
    with NcbiDouble(double.library) as other, client(double) as web:
        error = failing(lambda: web.fetch(WebRequest(other.bucket_url), whole))
        assert other.seen() == []
    assert error.code == "bad-answer"


def test_goes_through_the_proxy_that_the_system_names(
    double: NcbiDouble, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("http_proxy", double.bucket_url)
    with client(double) as web:
        web.fetch(metadata(double), lambda answer: answer.status)
    [request] = double.seen()
    assert request.address == double.bucket_url + METADATA


def test_says_so_when_the_proxy_makes_no_sense(double: NcbiDouble, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "gopher://127.0.0.1:1")
    assert failing(lambda: client(double)).code == "bad-setting"


def test_a_silent_socket_does_not_outlast_the_total_time(double: NcbiDouble, fake_time: FakeTime) -> None:
    """A machine that takes the connection and never says a word, not even a status."""
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        url = f"http://127.0.0.1:{deaf.getsockname()[1]}/"
        times = Timeouts(connect_s=5, read_s=30, total_s=0.4)
        patience = RetryRules(attempts=1)
        with client(double, fake_time.timing(), timeouts=times, retry=patience, further=(url,)) as web:
            started = time.monotonic()
            error = failing(lambda: web.fetch(WebRequest(url), whole))
    assert error.code == "no-network"
    assert time.monotonic() - started < 3 * slowness()
