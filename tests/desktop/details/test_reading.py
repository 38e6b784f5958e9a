"""Figures are read small, and only what is a picture is read as one."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.desktop.export.finished import job_of
from videogen_desktop.desktop.details.reading import read_details

if TYPE_CHECKING:
    from pathlib import Path

    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.model import Job


@pytest.fixture
def job(folder: DataFolder, made: Path) -> Job:
    """A job whose film is being made: its figures are there."""
    job = job_of(None)
    shutil.copytree(made, folder.work_of(job.key))
    return job


def figure_of(job: Job, folder: DataFolder) -> Path:
    (figure,) = (folder.work_of(job.key) / "figures").iterdir()
    return figure


def test_a_figure_is_read_small(job: Job, folder: DataFolder) -> None:
    details = read_details(job, folder)
    ((name, picture),) = details.pictures.items()
    assert name == f"figures/{figure_of(job, folder).name}"
    assert 0 < picture.width() <= 440
    assert 0 < picture.height() <= 320


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no picture at all",
        b'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><image href="file:///x"/></svg>',
        b"GIF8 and no more",
    ],
)
def test_what_is_no_picture_is_left_out(job: Job, folder: DataFolder, content: bytes) -> None:
    figure_of(job, folder).write_bytes(content)
    details = read_details(job, folder)
    assert details.pictures == {}
    assert details.script is not None


def test_the_same_files_give_the_same_details(job: Job, folder: DataFolder) -> None:
    before = read_details(job, folder)
    assert read_details(job, folder, before) is before
    figure_of(job, folder).unlink()
    assert read_details(job, folder, None).pictures == {}
