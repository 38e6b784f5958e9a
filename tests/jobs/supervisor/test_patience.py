"""How silence and time add up, reckoned by a clock in hand."""

from __future__ import annotations

from videogen_desktop.jobs.settings import Limits
from videogen_desktop.jobs.supervisor.patience import Patience

LIMITS = Limits(stall_s=10.0, wall_s=30.0)


def look_every_second(patience: Patience, begin: int, end: int, **how: bool) -> list[str | None]:
    silent = {"heard": False, "suspended": False}
    return [patience.look(float(now), **{**silent, **how}) for now in range(begin + 1, end + 1)]


def test_silence_is_borne_up_to_the_limit() -> None:
    assert look_every_second(Patience(LIMITS, 0.0), 0, 11) == [None] * 10 + ["stall"]


def test_any_word_begins_the_count_again() -> None:
    patience = Patience(LIMITS, 0.0)
    look_every_second(patience, 0, 9)
    assert patience.look(10.0, heard=True, suspended=False) is None
    assert look_every_second(patience, 10, 21) == [None] * 10 + ["stall"]


def test_work_in_all_is_borne_up_to_the_limit_however_much_is_told() -> None:
    assert look_every_second(Patience(LIMITS, 0.0), 0, 31, heard=True) == [None] * 30 + ["wall"]


def test_time_in_which_it_stood_still_does_not_count() -> None:
    patience = Patience(LIMITS, 0.0)
    look_every_second(patience, 0, 9)
    assert set(look_every_second(patience, 9, 1000, suspended=True)) == {None}
    assert look_every_second(patience, 1000, 1002) == [None, "stall"]


def test_a_computer_that_slept_has_not_been_waiting() -> None:
    patience = Patience(LIMITS, 0.0)
    assert patience.look(1.0, heard=True, suspended=False) is None
    assert patience.look(8 * 3600.0, heard=False, suspended=False) is None
    assert patience.look(8 * 3600.0 + 1, heard=False, suspended=False) is None
