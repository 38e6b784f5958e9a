"""One list becomes another by steps that leave what stays where it is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from videogen_desktop.desktop.jobs_view.steps import MOST_STRETCHES, Steps, steps

NUMBERS = st.lists(st.integers(0, 60), unique=True, max_size=40)


def carried_out(old: list[int], plan: Steps) -> list[int]:
    """Do what a view would be told to do."""
    if plan.anew:
        return list(plan.new)
    now = list(old)
    for first, last in plan.out:
        del now[first : last + 1]
    if plan.kept is not None:
        assert sorted(plan.kept) == sorted(now)
        now = list(plan.kept)
    for first, last in plan.into:
        now[first:first] = plan.new[first : last + 1]
    return now


@given(NUMBERS, NUMBERS)
def test_the_steps_lead_from_one_list_to_the_other(old: list[int], new: list[int]) -> None:
    assert carried_out(old, steps(old, new)) == new


@given(NUMBERS)
def test_the_same_list_needs_no_step(numbers: list[int]) -> None:
    assert steps(numbers, list(numbers)).nothing


def test_rows_that_stay_in_order_are_not_moved() -> None:
    plan = steps([1, 2, 3, 4, 5], [1, 9, 3, 5, 6])

    assert plan.out == ((3, 3), (1, 1))
    assert plan.kept is None
    assert plan.into == ((1, 1), (4, 4))


def test_a_list_in_tatters_is_set_up_anew() -> None:
    many = 3 * MOST_STRETCHES

    assert steps(range(many), range(0, many, 2)).anew
    assert steps([1, 2], [3, 4]).anew
