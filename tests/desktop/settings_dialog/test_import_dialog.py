"""What an import would change is told in the words of the settings, not as a file has it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QTableWidget

from videogen_desktop.desktop.preferences import Preferences
from videogen_desktop.desktop.settings_dialog.draft import Draft
from videogen_desktop.desktop.settings_dialog.import_dialog import ImportDialog
from videogen_desktop.desktop.settings_dialog.transfer import differences
from videogen_desktop.jobs.model import JobOptions
from videogen_desktop.jobs.settings import GIB, Keep, Limits, QueueSettings

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

USUAL = Draft(Preferences(), QueueSettings())


def told(qtbot: QtBot, before: Draft, after: Draft) -> dict[str, tuple[str, str]]:
    """The rows of the dialog: each setting with what it is now and then."""
    dialog = ImportDialog(differences(before, after))
    qtbot.addWidget(dialog)
    [table] = dialog.findChildren(QTableWidget)
    rows = [[table.item(row, column).text() for column in range(3)] for row in range(table.rowCount())]
    return {name: (now, then) for name, now, then in rows}


def test_choices_are_told_as_they_are_chosen(qtbot: QtBot) -> None:
    options = JobOptions(
        aspect="9:16", length="long", audience="specialist", captions="burned", theme="dark", profile="mine"
    )
    after = replace(
        USUAL, preferences=Preferences(options, appearance="light", language="fr", notify="never")
    )

    assert told(qtbot, USUAL, after) == {
        "Shape of films": ("Wide, 16:9", "Tall, 9:16"),
        "Length of films": ("Standard", "Long"),
        "Audience": ("Everyone", "Specialists"),
        "Captions": ("Can be turned off", "In the picture"),
        "Colours of films": ("Light", "Dark"),
        "Pipeline": ("Built-in", "mine"),
        "Appearance": ("As the system has it", "Light"),
        "Language": ("As the system has it", "Français"),
        "Notices": ("When everything is done", "Never"),
    }


def test_amounts_are_told_in_the_units_of_the_pages(qtbot: QtBot) -> None:
    queue = QueueSettings(
        workers=3,
        least_free_bytes=5 * GIB,
        keep_awake=False,
        films_folder=Path("films"),
        limits=Limits(90.0, 7200.0, 3 * GIB // 2),
        keep=Keep(work_days=3.0, work_bytes=GIB),
    )

    assert told(qtbot, USUAL, replace(USUAL, queue=queue)) == {
        "Films at once": ("Automatic", "3"),
        "Least free space": ("2 GB", "5 GB"),
        "Keep the computer awake": ("yes", "no"),
        "Folder of finished films": ("The usual one", "films"),
        "Given up after silence of": ("15 min", "1.5 min"),
        "Given up after in all": ("6 h", "2 h"),
        "Given up with more memory than": ("Three quarters of what there is", "1.5 GB"),
        "Keep intermediate files for": ("14 days", "3 days"),
        "Room for intermediate files": ("20 GB", "1 GB"),
    }


@pytest.mark.parametrize("voice", ["en_US-joe-medium", "5"])
def test_what_a_person_has_named_is_told_as_it_is(qtbot: QtBot, voice: str) -> None:
    after = replace(USUAL, preferences=Preferences(JobOptions(voice=voice), email="ada@example.org"))

    assert told(qtbot, USUAL, after) == {
        "Voice": ("Built-in voice", voice),
        "Email for NCBI": ("–", "ada@example.org"),
    }
