"""What may be asked of a running job, and which wish wins."""

from __future__ import annotations

import threading

import pytest

from videogen_desktop.jobs.supervisor import Control


def test_nothing_is_asked_at_first() -> None:
    control = Control()
    assert (control.asked, control.suspended) == (None, False)


@pytest.mark.parametrize(
    ("wishes", "outcome"),
    [
        (["give_back"], "give-back"),
        (["give_back", "pause"], "pause"),
        (["pause", "give_back"], "pause"),
        (["pause", "cancel", "give_back"], "cancel"),
        (["suspend", "cancel", "resume"], "cancel"),
        (["cancel", "cancel"], "cancel"),
    ],
)
def test_a_stronger_wish_wins(wishes: list[str], outcome: str) -> None:
    control = Control()
    for wish in wishes:
        getattr(control, wish)()
    assert control.asked == outcome


@pytest.mark.parametrize("wish", ["pause", "cancel"])
def test_that_the_queue_ends_is_known_whatever_else_is_wanted(wish: str) -> None:
    control = Control()
    getattr(control, wish)()
    assert not control.queue_ends
    control.give_back()
    assert (control.queue_ends, control.asked) == (True, wish)


def test_the_last_word_on_standing_still_counts() -> None:
    control = Control()
    control.suspend()
    control.suspend()
    assert control.suspended
    control.resume()
    assert not control.suspended


def test_a_bell_rings_only_while_somebody_listens() -> None:
    control, bell = Control(), threading.Event()
    with control.ringing(bell):
        control.suspend()
        assert bell.is_set()
        bell.clear()
    control.cancel()
    assert not bell.is_set()
