"""Where the queue keeps things."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from videogen_desktop.jobs.data_folder import DataFolder

if TYPE_CHECKING:
    import pytest


def test_a_chosen_folder_stays_the_same_wherever_the_program_is_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert DataFolder.of_user({"VIDEOGEN_DATA_DIR": "data"}).root == Path.cwd() / "data"
    assert DataFolder.of_user({"VIDEOGEN_DATA_DIR": "~/data"}).root == Path.home() / "data"


def test_without_a_choice_it_is_the_users_own() -> None:
    assert DataFolder.of_user({"VIDEOGEN_DATA_DIR": " "}) == DataFolder.of_user({})
    assert DataFolder.of_user({}).root.is_absolute()
