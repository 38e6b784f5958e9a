"""The schema is made where there are no sources: from compiled files alone, and from an archive of them."""

from __future__ import annotations

import compileall
import shutil
import subprocess
import sys
import textwrap
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.jobs.store.databases import PRESENT, PROJECT

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM = """
    import sys
    from pathlib import Path
    sys.path.insert(0, sys.argv[1])
    from videogen_desktop.jobs.clock import SystemClock
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.store import open_store
    from videogen_desktop.jobs.store import migrations
    from videogen_desktop.jobs.store.migrating import migrate
    folder = DataFolder(Path(sys.argv[2]))
    folder.root.mkdir()
    folder.database.touch()
    migrate(folder.database, steps=migrations.STEPS[:1])
    open_store(folder, SystemClock()).close()
    import sqlite3
    connection = sqlite3.connect(folder.database)
    print(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])
    print(migrations.__file__)
"""


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as compiled files alone."""
    root = tmp_path_factory.mktemp("compiled")
    package = root / "videogen_desktop"
    shutil.copytree(PROJECT / "videogen_desktop", package, ignore=shutil.ignore_patterns("__pycache__"))
    assert compileall.compile_dir(package, quiet=1, legacy=True)
    for source in package.rglob("*.py"):
        source.unlink()
    return root


def opened_from(place: Path, folder: Path) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(PROGRAM), str(place), str(folder)],
        cwd=folder.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()


def test_the_schema_is_made_without_any_source_file(compiled: Path, tmp_path: Path) -> None:
    revision, file = opened_from(compiled, tmp_path / "data")
    assert revision == PRESENT
    assert file.startswith(str(compiled))
    assert file.endswith(".pyc")


def test_the_schema_is_made_from_an_archive_of_modules(compiled: Path, tmp_path: Path) -> None:
    archive = tmp_path / "modules.zip"
    with zipfile.ZipFile(archive, "w") as bundle:
        for path in compiled.rglob("*.pyc"):
            bundle.write(path, path.relative_to(compiled))
    revision, file = opened_from(archive, tmp_path / "data")
    assert revision == PRESENT
    assert file.startswith(str(archive))
