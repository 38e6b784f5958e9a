"""Settings in a file: nothing secret in it, and nothing believed that it says."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from videogen_desktop.desktop.preferences import Preferences
from videogen_desktop.desktop.settings_dialog.draft import Draft, merged
from videogen_desktop.desktop.settings_dialog.transfer import (
    LARGEST,
    Difference,
    differences,
    document_of,
    read_document,
)
from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.model import JobOptions
from videogen_desktop.jobs.settings import Keep, Profile, QueueSettings

MINE = Profile(
    "mine",
    ("python3", "{paper_id}", "{output_dir}"),
    Path("/opt/mine"),
    ("OPENAI_API_KEY",),
    {"TOKEN": "s3cret"},
)
DRAFT = Draft(
    Preferences(options=JobOptions(aspect="9:16", profile="mine"), email="jane@example.org"),
    QueueSettings(workers=3, films_folder=Path("/films"), profiles=(MINE,)),
)


def written(tmp_path: Path, content: bytes) -> Path:
    file = tmp_path / "settings.json"
    file.write_bytes(content)
    return file


def test_settings_come_back_as_they_went(tmp_path: Path) -> None:
    assert read_document(written(tmp_path, document_of(DRAFT)), DRAFT) == DRAFT


def test_no_secret_is_in_the_file(tmp_path: Path) -> None:
    content = document_of(DRAFT)
    assert b"s3cret" not in content
    assert b"OPENAI_API_KEY" in content
    elsewhere = Draft(Preferences(), QueueSettings())
    (profile,) = read_document(written(tmp_path, content), elsewhere).queue.profiles
    assert profile.environment == {}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no JSON",
        b"[]",
        b"{}",
        b"\xff\xfe",
        b"[" * 100_000,
        b" " * (LARGEST + 1),
        json.dumps({"application": "another", "version": 1, "preferences": {}, "queue": {}}).encode(),
        json.dumps(
            {"application": "videogen-desktop", "version": 2, "preferences": {}, "queue": {}}
        ).encode(),
    ],
)
def test_a_file_that_is_none_is_a_sentence(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(VideoGenError) as refused:
        read_document(written(tmp_path, content), DRAFT)
    assert refused.value.message.startswith("No settings can be taken from settings.json: ")


@pytest.mark.parametrize(
    ("preferences", "queue", "why"),
    [
        ({}, {"workers": 100}, "from 1 to 64"),
        ({"email": "nobody"}, {}, "not an email address"),
        ({}, {"profiles": [{"name": "mine", "arguments": ["rm", "{nonsense}"]}]}, "stands for nothing"),
        ({"appearance": "pink"}, {}, "does not hold settings"),
    ],
)
def test_settings_that_cannot_be_are_refused(
    tmp_path: Path, preferences: dict[str, object], queue: dict[str, object], why: str
) -> None:
    document = {"application": "videogen-desktop", "version": 1, "preferences": preferences, "queue": queue}
    with pytest.raises(VideoGenError, match=why):
        read_document(written(tmp_path, json.dumps(document).encode()), DRAFT)


def test_a_file_that_is_gone_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(VideoGenError, match="No such file"):
        read_document(tmp_path / "gone.json", DRAFT)


def test_what_differs_is_told_and_a_pipeline_as_its_command() -> None:
    usual = Draft(Preferences(), QueueSettings())
    assert differences(usual, usual) == ()
    assert set(differences(usual, DRAFT)) == {
        Difference("preferences.options.aspect", "16:9", "9:16"),
        Difference("preferences.options.profile", "built-in", "mine"),
        Difference("preferences.email", "", "jane@example.org"),
        Difference("queue.workers", "0", "3"),
        Difference("queue.films_folder", "", "/films"),
        Difference("queue.profiles.mine", "", "python3 {paper_id} {output_dir}"),
    }


def test_what_another_program_changed_meanwhile_stays() -> None:
    before = QueueSettings()
    now = replace(before, pause_on_battery=True, workers=2)
    after = replace(before, keep=Keep(work_days=1.0))
    assert merged(now, before, after) == replace(now, keep=Keep(work_days=1.0))
