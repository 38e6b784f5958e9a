"""A logo and closing words in the settings: seen, counted, kept, and refused where they cannot be shown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton

from tests.desktop.settings_dialog.test_dialog import (
    choose,
    named,
    ok_button,
    open_dialog,
    press_ok,
    said,
)
from tests.pipeline.logos import NAVY, WHITE, logo
from videogen_desktop.desktop.preferences import Preferences, preferences_file, read_preferences
from videogen_desktop.desktop.settings_dialog.controls import Choice
from videogen_desktop.desktop.settings_dialog.draft import Draft
from videogen_desktop.desktop.settings_dialog.setting_words import setting_label
from videogen_desktop.desktop.settings_dialog.transfer import differences, document_of, read_document
from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.model import JobOptions
from videogen_desktop.jobs.settings import QueueSettings

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from videogen_desktop.desktop.queue_link import QueueLink
    from videogen_desktop.desktop.settings_dialog import SettingsDialog

__all__ = ["open_dialog"]
pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support", "multimedia", "PulseAudio", "pipewire"),
    pytest.mark.usefixtures("ring"),
]
PREVIEW = "Your logo, as a film shows it"


@pytest.fixture
def lab(tmp_path: Path) -> Path:
    path = tmp_path / "lab.png"
    path.write_bytes(logo(NAVY))
    return path


def preview(dialog: SettingsDialog) -> QImage | None:
    """The picture of the logo that is in sight."""
    found = [each for each in dialog.findChildren(QLabel) if each.accessibleName() == PREVIEW]
    return found[0].pixmap().toImage() if found and found[0].isVisible() else None


def test_both_are_kept_and_shown_again(
    qtbot: QtBot, link: QueueLink, open_dialog: Callable[..., SettingsDialog], lab: Path
) -> None:
    dialog = open_dialog()
    assert preview(dialog) is None
    named(dialog, QLineEdit, "Logo").setText(str(lab))
    named(dialog, QLineEdit, "Closing words").setText("  Made by   the lab. ")
    qtbot.waitUntil(lambda: preview(dialog) is not None)
    options = press_ok(qtbot, dialog).options
    assert (options.logo, options.closing) == (lab, "Made by the lab.")
    kept = read_preferences(preferences_file(link.queue.folder))
    assert kept.options == options
    again = open_dialog(kept)
    assert named(again, QLineEdit, "Logo").text() == str(lab)
    assert named(again, QLineEdit, "Closing words").text() == "Made by the lab."
    qtbot.waitUntil(lambda: preview(again) is not None)


def test_the_preview_is_what_a_film_of_the_chosen_colours_shows(
    qtbot: QtBot, open_dialog: Callable[..., SettingsDialog], lab: Path
) -> None:
    dialog = open_dialog(Preferences(JobOptions(logo=lab)))

    def colours() -> tuple[str, str]:
        picture = preview(dialog)
        if picture is None:
            return "", ""
        middle = picture.pixelColor(picture.width() // 2, picture.height() // 2).name()
        return picture.pixelColor(1, 1).name(), middle

    qtbot.waitUntil(lambda: colours() == ("#fbf9f4", "#0b2559"))
    qtbot.waitUntil(lambda: len(named(dialog, Choice, "Colours").offered()) > 1)
    choose(named(dialog, Choice, "Colours"), "Dark:")
    qtbot.waitUntil(lambda: colours() == ("#10181f", "#0b2559"))
    lab.write_bytes(logo(WHITE))
    choose(named(dialog, Choice, "Colours"), "Light:")
    qtbot.waitUntil(lambda: colours() == ("#fbf9f4", "#ffffff"))


def test_a_logo_is_picked_and_cleared(
    qtbot: QtBot, open_dialog: Callable[..., SettingsDialog], lab: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = open_dialog()
    clear = named(dialog, QPushButton, "Clear: Logo")
    assert not clear.isEnabled()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(lab), ""))
    named(dialog, QPushButton, "Browse: Logo").click()
    assert named(dialog, QLineEdit, "Logo").text() == str(lab)
    qtbot.waitUntil(lambda: preview(dialog) is not None)
    clear.click()
    assert preview(dialog) is None
    assert press_ok(qtbot, dialog).options.logo is None


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(None, "is not there"), (b"<svg/>", "cannot be a logo"), (b"", "cannot be a logo")],
)
def test_a_logo_that_cannot_be_shown_is_said_and_not_kept(
    content: bytes | None,
    sentence: str,
    qtbot: QtBot,
    open_dialog: Callable[..., SettingsDialog],
    tmp_path: Path,
) -> None:
    if content is not None:
        (tmp_path / "other.png").write_bytes(content)
    dialog = open_dialog()
    line = named(dialog, QLineEdit, "Logo")
    line.setText(str(tmp_path / "other.png"))
    qtbot.waitUntil(lambda: sentence in line.accessibleDescription())
    assert sentence in said(dialog)
    assert not ok_button(dialog).isEnabled()
    line.clear()
    assert ok_button(dialog).isEnabled()


@pytest.mark.parametrize("typed", ["lab.png", "~nobody-here", "~nobody-here/lab.png"])
def test_a_part_of_a_path_is_no_place(typed: str, open_dialog: Callable[..., SettingsDialog]) -> None:
    dialog = open_dialog()
    named(dialog, QLineEdit, "Logo").setText(typed)
    assert "whole path" in said(dialog)
    assert not ok_button(dialog).isEnabled()


def test_closing_words_are_counted_and_have_an_end(open_dialog: Callable[..., SettingsDialog]) -> None:
    dialog = open_dialog()
    line = named(dialog, QLineEdit, "Closing words")
    assert "0 of 200" in said(dialog)
    line.setText("x" * 200)
    assert "200 of 200" in said(dialog)
    assert ok_button(dialog).isEnabled()
    line.setText("x" * 201)
    assert "There is room for 200 characters." in said(dialog)
    assert not ok_button(dialog).isEnabled()


def test_settings_are_taken_to_another_computer_with_them(tmp_path: Path) -> None:
    before = Draft(Preferences(), QueueSettings())
    options = JobOptions(logo=Path("/lab/logo.png"), closing="Made by us.")
    after = Draft(Preferences(options), QueueSettings())
    (tmp_path / "settings.json").write_bytes(document_of(after))
    assert read_document(tmp_path / "settings.json", before) == after
    found = {setting_label(each.name): each.after for each in differences(before, after)}
    assert found == {"Logo": str(options.logo), "Closing words": "Made by us."}


def test_a_file_with_closing_words_that_are_too_long_is_refused(tmp_path: Path) -> None:
    draft = Draft(Preferences(JobOptions(closing="x" * 201)), QueueSettings())
    (tmp_path / "settings.json").write_bytes(document_of(draft))
    with pytest.raises(VideoGenError, match="room for 200 characters"):
        read_document(tmp_path / "settings.json", draft)


def test_preferences_of_a_version_that_knew_neither_are_read(tmp_path: Path) -> None:
    (tmp_path / "window.json").write_text('{"options": {"aspect": "9:16"}}', encoding="utf-8")
    assert read_preferences(tmp_path / "window.json") == Preferences(JobOptions("9:16"))
