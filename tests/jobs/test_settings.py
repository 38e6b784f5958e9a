"""What settings may say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.settings import read_settings, write_settings

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


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    usual = read_settings(path)
    write_settings(path, usual)
    assert read_settings(path) == usual
