"""Preferences are kept whole, read back as they were, and a damaged file is left as it is."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from videogen_desktop.desktop.preferences import Preferences, read_preferences, write_preferences
from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.model import JobOptions

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_kept_is_read_back(tmp_path: Path) -> None:
    preferences = Preferences(
        JobOptions(aspect="9:16", voice="amy", review=True), "dark", "fr", "each", "a@b.org", False, True
    )

    write_preferences(tmp_path / "window.json", preferences)

    assert read_preferences(tmp_path / "window.json") == preferences


def test_without_a_file_they_are_the_usual_ones(tmp_path: Path) -> None:
    assert read_preferences(tmp_path / "window.json") == Preferences()


def test_what_a_later_version_adds_is_passed_over_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "window.json"
    path.write_text('{"appearance": "dark", "new": 1}')

    preferences = read_preferences(path)
    write_preferences(path, replace(preferences, language="fr"))

    assert preferences.appearance == "dark"
    assert json.loads(path.read_text())["new"] == 1
    assert read_preferences(path).language == "fr"


@pytest.mark.parametrize("content", [b"{", b'{"appearance": "pink"}', b"\xff\xfe"])
def test_a_damaged_file_is_a_plain_error_and_stays(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "window.json"
    path.write_bytes(content)

    with pytest.raises(VideoGenError) as caught:
        read_preferences(path)
    assert caught.value.code == "bad-setting"
    assert path.read_bytes() == content
