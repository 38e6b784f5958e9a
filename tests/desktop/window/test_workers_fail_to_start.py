"""A queue that opens but cannot be begun is told, let go of, and opened again when that is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.desktop.window.desk import add
from tests.desktop.window.test_beginning_and_end import press, question
from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.queue import WorkQueue

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from tests.desktop.window.desk import Desk
    from videogen_desktop.jobs.store import JobStore

    Open = Callable[..., Desk]
    Before = Callable[[Callable[[JobStore], object]], None]

TWO = ("Cortical circuits", "Mortality and weight")


def test_the_queue_is_tried_again_and_not_handed_to_its_own_window(
    opened: Open, before: Before, monkeypatch: pytest.MonkeyPatch
) -> None:
    before(add(*TWO))

    def busy(_queue: WorkQueue) -> None:
        raise VideoGenError("database-busy", "The list is in use.", "Close the other program.")

    with monkeypatch.context() as other_program:
        other_program.setattr(WorkQueue, "open", busy)
        desk = opened(wait=False)
        desk.until(lambda: question(desk))
    left: list[bool] = []
    desk.desktop.left.connect(lambda: left.append(True))
    press(desk, "Try again")

    desk.until(lambda: desk.desktop.ready or left)
    assert left == []
    desk.until_titles(*TWO)
    patience = desk.store._database._patience
    assert patience.left_s() == patience.longest_s, "the store is still in the hurry of the one let go of"
