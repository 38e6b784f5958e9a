"""What settings may say."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.settings import Profile, QueueSettings, read_settings, write_settings

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "content",
    [
        '{"limits": {"stall_s": 0}}',
        '{"limits": {"wall_s": -1}}',
        '{"limits": {"memory_bytes": -1}}',
        '{"retry": {"most": 0}}',
        '{"retry": {"most_crashes": 0}}',
        '{"retry": {"longest_s": -3600}}',
        '{"keep": {"work_days": -1}}',
        '{"keep": {"work_bytes": -1}}',
        '{"least_free_bytes": -1}',
        '{"workers": 65}',
        '{"profiles": [{"name": "built-in", "arguments": ["x"]}]}',
        '{"profiles": [{"name": "mine", "arguments": []}]}',
    ],
)
def test_what_would_end_every_job_or_remove_everything_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(content)
    with pytest.raises(VideoGenError) as caught:
        read_settings(path)
    assert caught.value.code == "bad-setting"
    assert path.read_text() == content


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ('{"wrkers": 2}', "wrkers"),
        ('{"keep": {"work_day": 1}}', "keep.work_day"),
        ('{"profiles": [{"name": "a", "arguments": ["x"], "secret": ["A_KEY"]}]}', "profiles[0].secret"),
    ],
)
def test_what_another_version_knows_is_left_out_and_not_in_silence(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, content: str, name: str
) -> None:
    path = tmp_path / "settings.json"
    path.write_text(content)
    assert read_settings(path) == read_settings(tmp_path / "none") or name.startswith("profiles")
    assert f"“{name}”" in caplog.text
    assert path.read_text() == content


def test_what_another_version_keeps_there_outlives_a_change(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"workers": 2, "colour": "red", "keep": {"stars": [1], "work_days": 2}}')

    write_settings(path, replace(read_settings(path), workers=3))

    kept = json.loads(path.read_text())
    assert (kept["colour"], kept["keep"]["stars"]) == ("red", [1])
    assert (read_settings(path).workers, read_settings(path).keep.work_days) == (3, 2)


def test_a_pipeline_with_other_braces_is_read_and_no_longer_written(tmp_path: Path) -> None:
    """They may be a program's own, as in ``python -c``: its jobs say so, and all others are made."""
    path = tmp_path / "settings.json"
    path.write_text('{"workers": 3, "profiles": [{"name": "mine", "arguments": ["python", "-c", "f({x})"]}]}')
    settings = read_settings(path)
    assert (settings.workers, settings.profiles[0].unknown) == (3, ("x",))
    with pytest.raises(VideoGenError) as caught:
        write_settings(path, settings)
    assert caught.value.code == "bad-setting"
    assert "“mine”" in caught.value.message
    assert "{x}" in caught.value.message
    assert read_settings(path) == settings


def test_any_variable_may_be_given_to_a_pipeline(tmp_path: Path) -> None:
    mine = Profile("mine", ("x", "{paper_id}"), tmp_path, ("A_KEY",), {"LOG_LEVEL": "info"})
    path = tmp_path / "settings.json"
    write_settings(path, QueueSettings(profiles=(mine,)))
    assert read_settings(path).profiles == (mine,)


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    usual = read_settings(path)
    write_settings(path, usual)
    assert read_settings(path) == usual
