"""The rules of waiting and of reading, on their own."""

from __future__ import annotations

import gzip
import zlib
from typing import TYPE_CHECKING

import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from videogen_desktop.papers.web import Rate, RateLimits, RetryRules
from videogen_desktop.papers.web.body import BodyBrokenError, BodyTooLargeError, read_body
from videogen_desktop.papers.web.retry import retry_after_s

if TYPE_CHECKING:
    from tests.papers.conftest import FakeTime

ORIGIN = httpx2.Origin("https://eutils.ncbi.nlm.nih.gov/")
OTHER = httpx2.Origin("https://pmc.ncbi.nlm.nih.gov/")


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0.0),
        (" 120 ", 120.0),
        ("Thu, 01 Jan 1970 00:01:40 GMT", 90.0),
        ("Thu, 01 Jan 1970 00:00:00 GMT", 0.0),
        ("Thursday, 01-Jan-70 00:01:40 GMT", 90.0),
        (None, None),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("1.5", None),
        ("٣", None),
        ("Thu, 99 Foo 99999 00:00:00 GMT", None),
    ],
)
def test_reads_retry_after(value: str | None, seconds: float | None) -> None:
    assert retry_after_s(value, now=10.0) == seconds


@given(st.text())
def test_no_retry_after_is_a_crash(value: str) -> None:
    seconds = retry_after_s(value, now=10.0)
    assert seconds is None or seconds >= 0


def test_waits_double_up_to_a_limit() -> None:
    rules = RetryRules(first_s=1.0, longest_s=5.0)
    assert [rules.wait_s(failures, None, 1.0) for failures in (1, 2, 3, 4, 50)] == [1, 2, 4, 5, 5]
    assert rules.wait_s(3, None, 0.0) == 0.0
    assert rules.wait_s(1, 30.0, 0.5) == 30.5


def test_three_a_second_is_three_a_second(fake_time: FakeTime) -> None:
    rates = RateLimits({ORIGIN: Rate(3)}, Rate(1000, burst=1000))
    timing = fake_time.timing()
    times = []
    for _ in range(10):
        rates.take(ORIGIN, timing)
        times.append(fake_time.now)
        rates.take(OTHER, timing)
    assert max(sum(start <= at < start + 1 for at in times) for start in times) == 3
    assert times[-1] - times[0] == pytest.approx(3.0)


def test_a_burst_is_followed_by_a_pause(fake_time: FakeTime) -> None:
    rates = RateLimits({}, Rate(10, burst=4))
    for _ in range(6):
        rates.take(ORIGIN, fake_time.timing())
    assert fake_time.waits == [pytest.approx(0.1), pytest.approx(0.1)]


@given(st.binary(max_size=300_000), st.integers(1, 5000))
def test_reads_a_packed_body_in_any_pieces(body: bytes, piece: int) -> None:
    packed = gzip.compress(body[: len(body) // 2]) + gzip.compress(body[len(body) // 2 :])
    pieces = [packed[start : start + piece] for start in range(0, len(packed), piece)]
    assert read_body(pieces, "gzip", 400_000) == body
    assert read_body([packed], "", 400_000) == packed


@pytest.mark.parametrize("packing", ["br", "zstd", "deflate", "gzip, gzip"])
def test_reads_no_packing_that_was_not_asked_for(packing: str) -> None:
    with pytest.raises(BodyBrokenError):
        read_body([zlib.compress(b"x")], packing, 100)


def test_meets_a_bomb_early() -> None:
    bomb = gzip.compress(bytes(50 * 2**20))
    with pytest.raises(BodyTooLargeError):
        read_body([bomb], "gzip", 100_000)


@pytest.mark.parametrize(
    "packed",
    [b"", b"no gzip", gzip.compress(b"x" * 1000)[:-4]],
    ids=["empty", "no gzip", "cut short"],
)
def test_a_damaged_body_is_said_to_be(packed: bytes) -> None:
    with pytest.raises(BodyBrokenError):
        read_body([packed], "gzip", 10_000)
