"""An adding is taken back in the window, also once the queue has begun with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton

from tests.desktop.window.behaviour import let_work
from tests.processes import descendants_with
from videogen_desktop.jobs.model import JobOptions

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.desktop.window.desk import Desk
    from videogen_desktop.jobs.data_folder import DataFolder

    Open = Callable[..., Desk]


def button(desk: Desk, text: str) -> QPushButton:
    """A button of a notice."""
    found = desk.window.notices.findChildren(QPushButton)
    [shown] = [each for each in found if each.isVisible() and each.text() == text]
    return shown


@pytest.mark.usefixtures("before")
def test_one_paper_that_has_begun_at_once_is_gone_again(opened: Open, folder: DataFolder) -> None:
    profile = let_work(folder)
    desk = opened()
    desk.act("pause-queue")
    desk.until(lambda: not desk.desktop.link.pool.state.paused)
    options = JobOptions(profile=profile.name)
    desk.desktop.preferences = replace(desk.desktop.preferences, options=options)
    desk.paste("29412138")
    desk.until(lambda: list(desk.states().values()) == ["running"])
    desk.until(lambda: descendants_with(str(folder.root / "go")))

    button(desk, "Undo").click()

    desk.until(lambda: desk.window.empty.isVisible())
    assert desk.store.ids(desk.window.model.query) == []
    assert descendants_with(str(folder.root / "go")) == []
    assert not desk.window.actions_["undo"].isEnabled()
