"""What is typed as a path: home folders are known, and that of nobody is no whole path."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit

from videogen_desktop.desktop.settings_dialog.profile_form import ProfileForm
from videogen_desktop.desktop.typed_path import typed_path

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("  ", None),
        (" films ", Path("films")),
        ("~/films", Path.home() / "films"),
        ("~nobody-here", Path("~nobody-here")),
    ],
)
def test_what_is_typed_is_a_path(typed: str, path: Path | None) -> None:
    assert typed_path(typed) == path


def test_the_home_of_nobody_is_no_working_folder(qtbot: QtBot) -> None:
    form = ProfileForm()
    qtbot.addWidget(form)
    [line] = [
        each
        for each in form.findChildren(QLineEdit)
        if each.accessibleName() == "Working folder of the pipeline"
    ]
    line.setText("~nobody-here/pipeline")
    form.check(())
    assert "whole path" in line.accessibleDescription()
