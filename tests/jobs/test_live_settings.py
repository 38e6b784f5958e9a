"""Settings that change while the queue works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from videogen_desktop.jobs.live_settings import LiveSettings
from videogen_desktop.jobs.settings import QueueSettings, write_settings

if TYPE_CHECKING:
    from pathlib import Path


def test_a_change_here_is_seen_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    settings = LiveSettings(path)
    assert settings() == QueueSettings()
    settings.change(QueueSettings(workers=3))
    assert settings().workers == 3
    assert LiveSettings(path)().workers == 3


def test_a_change_by_another_process_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    settings = LiveSettings(path)
    write_settings(path, QueueSettings(workers=5))
    assert settings().workers == 5
    path.unlink()
    assert settings() == QueueSettings()


def test_a_file_that_cannot_be_read_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    write_settings(path, QueueSettings(workers=5))
    settings = LiveSettings(path)
    path.write_text("half a file {")
    assert settings().workers == 5
    write_settings(path, QueueSettings(workers=6))
    assert settings().workers == 6
