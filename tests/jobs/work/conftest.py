"""Films for tests of what becomes of one, and a small disk."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.jobs.work.bench import Bench
from tests.jobs.work.films import write_film
from tests.jobs.work.real import Rescued, rescue
from tests.pipeline.conftest import small_paper
from videogen_desktop.jobs.data_folder import DataFolder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["small_paper"]

SMALL_DISK_BYTES = 256 * 1024


@pytest.fixture(scope="session", autouse=True)
def patient_reports() -> Iterator[None]:
    """What is still to be reported is waited for: on a slow disk the last progress would be left out."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("videogen_desktop.jobs.work.reports._PATIENCE_S", 30.0)
        yield


@pytest.fixture(scope="session")
def rescued(
    small_paper: Path, short_film: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Rescued]:
    """A job whose real pipeline was killed while it drew, and which was then completed."""
    bench = Bench.at(DataFolder(tmp_path_factory.mktemp("rescued") / "data"), short_film)
    yield rescue(bench, small_paper)
    bench.store.close()


@pytest.fixture(scope="session")
def film(rescued: Rescued) -> Path:
    """The film of a paper; not to be changed."""
    assert rescued.second.film is not None
    return rescued.second.film.path


@pytest.fixture(scope="session")
def short_film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A film of two seconds and a few kilobytes; not to be changed."""
    path = tmp_path_factory.mktemp("short") / "final_video.mp4"
    write_film(path)
    return path


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own with room for a quarter of a megabyte."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only the root of a Linux system may mount a small disk")
    folder = tmp_path / "small-disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={SMALL_DISK_BYTES}", "none", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"no small disk can be mounted here: {done.stderr.strip()}")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.fixture
def bench(tmp_path: Path, short_film: Path) -> Iterator[Bench]:
    """A queue with one worker; its fake pipeline hands out the short film."""
    bench = Bench.at(DataFolder(tmp_path / "data"), short_film)
    yield bench
    bench.end()
