"""Open the store: the folder, the file, its schema, and the connections."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from videogen_desktop.files import explained_os_errors
from videogen_desktop.jobs.store.engine import BUSY_S, Database
from videogen_desktop.jobs.store.migrating import migrate

if TYPE_CHECKING:
    from pathlib import Path

    from videogen_desktop.jobs.clock import Clock
    from videogen_desktop.jobs.data_folder import DataFolder


def open_database(folder: DataFolder, clock: Clock, *, busy_s: float = BUSY_S) -> Database:  # noqa: ARG001
    """Open the database of a data folder, after it was brought to the present schema."""
    _make_folder(folder.root)
    path = folder.database
    _make_private_file(path)
    migrate(path, busy_s=busy_s)
    return Database(path, busy_s=busy_s)


def _make_folder(root: Path) -> None:
    with explained_os_errors(root / "videogen.db"):
        root.mkdir(mode=0o700, parents=True, exist_ok=True)


def _make_private_file(path: Path) -> None:
    """SQLite gives its log the permissions of the database."""
    with explained_os_errors(path):
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
