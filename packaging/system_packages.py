"""What the system must bring: libraries are loaded to see if they are there, and installed where allowed."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from logged_command import run_logged
from progress_lines import step
from setup_error import SetupError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

LIBRARIES_TO_DRAW: Mapping[str, str] = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""What QtGui of the PySide6 wheel links to (``ldd`` tells) and does not carry, with the package of Debian and
Ubuntu that has each. Drawing off screen needs it too. The wheels of PyAV, onnxruntime and piper need nothing.
"""

LIBRARIES_TO_SHOW: Mapping[str, str] = {
    **LIBRARIES_TO_DRAW,
    "libX11-xcb.so.1": "libx11-xcb1",
    "libXext.so.6": "libxext6",
    "libXrandr.so.2": "libxrandr2",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libpulse.so.0": "libpulse0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""The same of the platform plugins for X and Wayland, QtNetwork and QtMultimedia: what a window needs."""

NEEDED_TO_TEST: Mapping[str, str] = {
    **LIBRARIES_TO_SHOW,
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "dbus-daemon": "dbus",
}
"""And the programs with which tests show windows where there is no screen, and move a mouse."""

_APT_ANYWAY = ("-o", "DPkg::Lock::Timeout=120", "-o", "Acquire::Retries=3")
_APT_OPTIONS = ("-y", "--no-install-recommends", *_APT_ANYWAY)


def missing_libraries(libraries: Mapping[str, str]) -> list[str]:
    """Return the names in ``libraries`` (shared object or program -> package) that are not on this system."""
    if sys.platform != "linux":
        return []  # macOS and Windows bring what Qt needs
    return [name for name in libraries if not (_loads(name) if ".so." in name else shutil.which(name))]


def missing_python_part() -> str | None:
    """Return the Debian package with ``ensurepip`` for this Python when it lacks that module, else None.

    Debian and Ubuntu leave ``ensurepip`` out of their python3; without it no environment has pip.
    """
    if importlib.util.find_spec("ensurepip") is not None:
        return None
    return f"python{sys.version_info.major}.{sys.version_info.minor}-venv"


def provide(libraries: Mapping[str, str], log: Path) -> None:
    """Install what is missing of ``libraries`` and of Python, or say in one line how to.

    Raises:
        SetupError: when something is missing and may not, or could not, be installed here.
    """
    absent = missing_libraries(libraries)
    python_part = missing_python_part()
    packages = sorted({libraries[name] for name in absent} | ({python_part} if python_part else set()))
    if not packages:
        return
    if sys.platform == "win32" or shutil.which("apt-get") is None:
        raise SetupError(_without_apt(absent, python_part))
    prefix = rights_to_install(os.geteuid())
    if prefix is None:
        raise SetupError(
            "The system lacks some packages, and only an administrator may install them. Run this, then "
            f"start again:\n\n  {line_to_run(packages)}"
        )
    with step("System packages"):
        _apt_install(prefix, packages, log)
    if still := missing_libraries(libraries):
        raise SetupError(
            f"These libraries cannot be loaded although their packages are installed: {', '.join(still)}."
        )


def rights_to_install(user_id: int) -> list[str] | None:
    """Return what to put before ``apt-get`` so that it runs as root and asks nothing; None if it may not."""
    if user_id == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    asked = subprocess.run(["sudo", "-n", "true"], stdin=subprocess.DEVNULL, capture_output=True, check=False)
    return ["sudo", "-n"] if asked.returncode == 0 else None


def line_to_run(packages: Sequence[str]) -> str:
    """Return the one line that installs ``packages`` on Debian and Ubuntu, for a person to run."""
    names = " ".join(packages)
    if shutil.which("sudo") is None:
        return f"su -c 'apt-get update && apt-get install -y {names}'"
    return f"sudo apt-get update && sudo apt-get install -y {names}"


def _apt_install(prefix: Sequence[str], packages: Sequence[str], log: Path) -> None:
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    install = [*apt, "install", *_APT_OPTIONS, *packages]
    exit_code, _ = run_logged(install, log)
    if exit_code != 0:  # the package lists are absent or old
        run_logged([*apt, "update", *_APT_ANYWAY], log)
        exit_code, _ = run_logged(install, log)
    if exit_code != 0:
        raise SetupError(
            f"apt-get could not install {' '.join(packages)}; what it said is in {log}. Try it yourself, "
            f"then start again:\n\n  {line_to_run(packages)}"
        )


def _without_apt(libraries: Sequence[str], python_part: str | None) -> str:
    lacks = []
    if libraries:
        lacks.append(f"This system lacks the libraries {', '.join(libraries)}.")
    if python_part:
        lacks.append(f"This Python ({sys.executable}) lacks its module ensurepip.")
    return " ".join([*lacks, "Install them with your system's package manager, then start again."])


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
