"""A film of the small paper, made once, for all tests that look at it or work on a copy of it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.pipeline.runs import Run, run_pipeline, write_small_paper

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def small_paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a paper that makes a film of a few seconds."""
    return write_small_paper(tmp_path_factory.mktemp("paper") / "small")


@pytest.fixture(scope="session")
def made(small_paper: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Run]:
    """The output folder of a whole run, and the run; not to be changed."""
    folder = tmp_path_factory.mktemp("made") / "out"
    run = run_pipeline("generate-video", small_paper, folder, "--aspect", "1:1")
    assert run.code == 0, run.events[-1:]
    return folder, run


@pytest.fixture
def film_folder(made: tuple[Path, Run], tmp_path: Path) -> Path:
    """A copy of the finished output folder, for a test to change."""
    folder = tmp_path / "out"
    shutil.copytree(made[0], folder)
    return folder
