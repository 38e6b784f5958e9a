"""How long somebody else's pipeline still takes: told when there is a pace, and only then."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from videogen_desktop.jobs.work.pace import FIRST_MOMENTS_S, Pace


class Work:
    """A run that is looked at every second."""

    def __init__(self) -> None:
        self.now = 100.0
        self.pace = Pace(self.now)

    def go_on(self, seconds: float, *, suspended: bool = False) -> None:
        for _ in range(round(seconds)):
            self.now += 1.0
            self.pace.work(self.now, suspended=suspended)

    def evenly(self, first: float, last: float, whole_s: float, parts: int = 10) -> None:
        """Get from one part of the whole to another at the pace of a run of so many seconds."""
        for part in range(1, parts + 1):
            self.go_on((last - first) * whole_s / parts)
            self.pace.reached(first + (last - first) * part / parts)


def test_an_even_run_ends_when_it_is_said_to() -> None:
    work = Work()
    work.go_on(FIRST_MOMENTS_S)
    for at in range(0, 90, 10):
        work.evenly(at / 100, (at + 10) / 100, 1000.0)
        assert work.pace.left_s == pytest.approx(1000.0 * (1 - (at + 10) / 100), abs=1.0)


def test_nothing_is_said_in_the_first_moments() -> None:
    work = Work()
    for part in range(1, int(FIRST_MOMENTS_S)):
        work.go_on(1)
        work.pace.reached(part / 20)
        assert work.pace.left_s is None


def test_what_an_earlier_run_has_left_tells_no_pace() -> None:
    work = Work()
    work.go_on(2)
    work.pace.reached(0.5)
    work.go_on(FIRST_MOMENTS_S)
    assert work.pace.left_s is None
    work.evenly(0.5, 0.75, 1000.0)
    assert work.pace.left_s == pytest.approx(250.0, abs=20.0)


def test_too_little_tells_no_pace() -> None:
    work = Work()
    work.go_on(FIRST_MOMENTS_S + 20)
    work.pace.reached(0.01)
    assert work.pace.left_s is None


def test_the_time_goes_by_while_nothing_is_told() -> None:
    work = Work()
    work.go_on(FIRST_MOMENTS_S)
    work.evenly(0.0, 0.5, 600.0, parts=5)
    work.go_on(40)
    assert work.pace.left_s == pytest.approx(260.0, abs=1.0)


def test_one_quick_part_does_not_turn_everything_round() -> None:
    work = Work()
    work.go_on(FIRST_MOMENTS_S)
    work.evenly(0.0, 0.5, 1000.0)
    work.go_on(1)
    work.pace.reached(0.6)
    by_that_alone = 0.4 * 501 / 0.6
    assert work.pace.left_s is not None
    assert by_that_alone < work.pace.left_s < 500.0


def test_nothing_is_said_of_one_that_takes_far_longer_than_ever_before() -> None:
    work = Work()
    work.go_on(FIRST_MOMENTS_S)
    work.evenly(0.0, 0.5, 600.0, parts=5)
    work.go_on(130)
    assert work.pace.left_s is None
    work.pace.reached(0.6)
    assert work.pace.left_s is not None


def test_nothing_is_said_once_the_time_is_over() -> None:
    work = Work()
    work.go_on(FIRST_MOMENTS_S)
    work.evenly(0.0, 0.9, 100.0, parts=2)
    work.go_on(30)
    assert work.pace.left_s is None


@pytest.mark.parametrize("how", ["suspended", "asleep"])
def test_time_in_which_it_stood_still_does_not_count(how: str) -> None:
    work = Work()
    work.go_on(FIRST_MOMENTS_S)
    work.evenly(0.0, 0.5, 1000.0)
    if how == "suspended":
        work.go_on(3600, suspended=True)
    else:
        work.now += 3600
    work.go_on(1)
    assert work.pace.left_s == pytest.approx(500.0, abs=10.0)
    work.evenly(0.5, 0.6, 1000.0)
    assert work.pace.left_s == pytest.approx(400.0, abs=10.0)


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0, 1)), max_size=50))
def test_whatever_comes_it_is_none_or_some_time(steps: list[tuple[float, float]]) -> None:
    pace, now = Pace(0.0), 0.0
    for seconds, overall in steps:
        now += seconds
        pace.work(now, suspended=False)
        pace.reached(overall)
        assert pace.left_s is None or pace.left_s > 0
