"""What is the person's own goes into new films unless they say otherwise."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QCheckBox

from videogen_desktop.desktop.adding.options_form import OptionsForm
from videogen_desktop.jobs.model import JobOptions

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from videogen_desktop.desktop.theme import Theme

LOGO = Path("/lab/logo.png")


@pytest.fixture
def form_of(qtbot: QtBot, theme: Theme) -> Callable[[JobOptions], OptionsForm]:
    def show(options: JobOptions) -> OptionsForm:
        form = OptionsForm(theme, options)
        qtbot.addWidget(form)
        form.show()
        return form

    return show


def own(form: OptionsForm) -> list[QCheckBox]:
    """The box that is about it, when it is in sight."""
    return [
        box for box in form.findChildren(QCheckBox) if box.isVisible() and box.text().startswith("With your")
    ]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (JobOptions(logo=LOGO), "With your logo"),
        (JobOptions(closing="By us."), "With your closing words"),
        (JobOptions(logo=LOGO, closing="By us."), "With your logo and closing words"),
    ],
)
def test_it_is_said_and_can_be_left_out(
    options: JobOptions, words: str, qtbot: QtBot, form_of: Callable[[JobOptions], OptionsForm]
) -> None:
    form = form_of(options)
    (box,) = own(form)
    assert (box.text(), box.isChecked()) == (words, True)
    assert form.options() == options
    with qtbot.waitSignal(form.changed):
        box.click()
    assert form.options() == JobOptions()


def test_where_there_is_nothing_nothing_is_said(form_of: Callable[[JobOptions], OptionsForm]) -> None:
    form = form_of(JobOptions())
    assert own(form) == []
    assert form.options() == JobOptions()
