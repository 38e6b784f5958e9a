"""What is asked of the window before all of it is built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.desktop.window.desk import add
from videogen_desktop.desktop.allowed import OF_JOBS
from videogen_desktop.desktop.settings_dialog import SettingsDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.desktop.window.desk import Desk
    from videogen_desktop.jobs.store import JobStore

    Before = Callable[[Callable[[JobStore], object]], None]


def test_what_is_asked_for_early_is_done_when_it_can_be(opened: Callable[..., Desk]) -> None:
    desk = opened(wait=False)
    assert not desk.desktop.ready
    desk.act("settings")
    desk.until(lambda: any(each.isVisible() for each in desk.window.findChildren(SettingsDialog)))
    assert desk.desktop.ready


def test_what_is_asked_for_early_is_done_once(opened: Callable[..., Desk]) -> None:
    desk = opened(wait=False)
    desk.act("pause-queue")
    desk.until(lambda: desk.desktop.ready)
    desk.until(lambda: "owner" in desk.desktop.link.pool.state.reasons)
    desk.until(lambda: not desk.desktop.link.background.busy)
    assert desk.window.actions_["pause-queue"].isChecked()
    desk.act("pause-queue")
    desk.until(lambda: "owner" not in desk.desktop.link.pool.state.reasons)


def test_nothing_is_done_about_papers_before_any_is_chosen(
    opened: Callable[..., Desk], before: Before
) -> None:
    before(add("Cortical circuits", "Mortality and weight"))
    desk = opened(wait=False)
    assert not any(desk.window.actions_[name].isEnabled() for name in OF_JOBS)
    desk.until(lambda: desk.desktop.ready)
    desk.until(lambda: desk.window.actions_["remove"].isEnabled())
