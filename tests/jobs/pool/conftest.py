"""What the tests of the queue at work share: a store, jobs in it, and Qt with every warning an error."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import qInstallMessageHandler

from tests.jobs.pool.doubles import Bench
from videogen_desktop.jobs.clock import SystemClock
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.pool import MainThreadCollector
from videogen_desktop.jobs.store import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtCore import QCoreApplication, QMessageLogContext, QtMsgType

    from videogen_desktop.jobs.store import JobStore


@pytest.fixture(autouse=True)
def no_word_from_qt(application: QCoreApplication) -> Iterator[None]:
    """Fails a test in which Qt has anything to complain about, and collects garbage as the program does."""
    said: list[str] = []

    def hear(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        said.append(message)

    before = qInstallMessageHandler(hear)
    collector = MainThreadCollector(application)
    yield
    collector.stop()
    collector.deleteLater()
    application.processEvents()
    qInstallMessageHandler(before)
    assert said == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of 16 MiB."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("a small file system can only be mounted by root on Linux")
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip(f"mounting is not allowed here: {mounted.stderr.strip()}")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


@pytest.fixture
def store(folder: DataFolder) -> Iterator[JobStore]:
    store = open_store(folder, SystemClock())
    yield store
    store.close()


@pytest.fixture
def bench(application: QCoreApplication, store: JobStore, folder: DataFolder) -> Iterator[Bench]:
    """A pool to be made by the test and ended after it."""
    bench = Bench(application, store, folder)
    yield bench
    bench.end()
