"""Builds a virtual environment with the pinned packages and the checkout's own package in it."""

from __future__ import annotations

import os
import shutil
import sys
import sysconfig
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pip_failures
from logged_command import run_logged
from progress_lines import step
from setup_error import TRY_AGAIN_LATER, SetupError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

LOCK_NAME = "videogen-desktop.lock"
_LOG_NAME = "setup.log"
_PATH_FILE_NAME = "videogen-desktop.pth"
_NATIVE_PACKAGES = ("av", "onnxruntime", "PySide6.QtGui")
_BEFORE_NEXT_TRY_S = 2.0
_ASTRAY = frozenset({"PYTHONPATH", "PYTHONHOME", "PYTHONDONTWRITEBYTECODE"})
_WORTH_SHOWING = ("Collecting ", "Downloading ", "Using cached ", "Installing ")


@dataclass(frozen=True)
class EnvironmentBuilder:
    """Builds the environment in one folder.

    Args:
        folder: The environment; it exists.
        root: The checkout whose package the environment is to find.
        lock: The descriptor of the lock that is held on the folder. What is started here inherits it, so
            that a next start waits even for what a killed one left running.
    """

    folder: Path
    root: Path
    lock: int

    @property
    def log(self) -> Path:
        """Where everything that is started here writes."""
        return self.folder / _LOG_NAME

    def create(self) -> None:
        """Make an empty environment with pip in the folder, whatever was in it.

        Raises:
            SetupError: when Python cannot do it.
        """
        with step("Environment"):
            self._clear()
            exit_code, output = self._run([sys.executable, "-I", "-m", "venv", str(self.folder)])
            if exit_code != 0:
                raise SetupError(f"Python could not make the environment. It said:\n\n{output}")

    def install(self, requirements: Sequence[str], constraints: Path) -> None:
        """Install ``requirements`` in the versions that ``constraints`` pins, ready builds only.

        Raises:
            SetupError: when pip fails.
        """
        if not requirements:
            return
        pip = [
            str(python_of(self.folder)),
            "-I",
            "-m",
            "pip",
            "install",
            "--disable-pip-version-check",
            "--no-input",
        ]
        options = ["--progress-bar", "off", "--only-binary", ":all:", "--constraint", str(constraints)]
        with step("Packages") as show:
            command = [*pip, *options, *requirements]
            exit_code, output = self._run(command, on_line=_shown_by(show))
            if exit_code != 0 and pip_failures.explained(output).exit_code == TRY_AGAIN_LATER:
                time.sleep(_BEFORE_NEXT_TRY_S)  # pip tries a connection again, but not a file that breaks off
                exit_code, output = self._run(command, on_line=_shown_by(show))
            if exit_code != 0:
                raise pip_failures.explained(output)

    def add_checkout(self) -> None:
        """Let the environment's Python find the checkout's package, also after both are moved together."""
        packages = Path(sysconfig.get_path("purelib", "venv", {"base": str(self.folder)}))
        (packages / _PATH_FILE_NAME).write_text(f"{os.path.relpath(self.root, packages)}\n", "ascii")

    def check(self) -> None:
        """Load the packages with compiled parts, which is where a system's lack of something shows.

        Raises:
            SetupError: when one cannot be loaded.
        """
        with step("Check"):
            imports = f"import {', '.join(_NATIVE_PACKAGES)}"
            exit_code, output = self._run([str(python_of(self.folder)), "-I", "-c", imports])
            if exit_code != 0:
                reason = (output.rstrip().splitlines() or [f"exit code {exit_code}"])[-1]
                raise SetupError(f"The packages are installed, but this system cannot load them: {reason}")

    def _run(self, command: Sequence[str], on_line: Callable[[str], None] | None = None) -> tuple[int, str]:
        variables = {**own_variables(), "PIP_USER": "0"}  # a person's "user = true" is not for an environment
        return run_logged(command, self.log, environment=variables, inherited=[self.lock], on_line=on_line)

    def _clear(self) -> None:
        for path in _but(self.folder.iterdir(), {LOCK_NAME, _LOG_NAME}):
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()


def python_of(folder: Path) -> Path:
    """Return where the Python of the environment in ``folder`` is."""
    return folder / "Scripts" / "python.exe" if sys.platform == "win32" else folder / "bin" / "python"


def own_variables() -> dict[str, str]:
    """This process's variables less those that would lead the environment's Python astray.

    It would look for packages elsewhere, or compile the whole program anew whenever a part of it starts.
    """
    return {name: value for name, value in os.environ.items() if name not in _ASTRAY}


def _but(paths: Iterable[Path], names: set[str]) -> list[Path]:
    return [path for path in paths if path.name not in names]


def _shown_by(show: Callable[[str], None]) -> Callable[[str], None]:
    def on_line(line: str) -> None:
        if line.strip().startswith(_WORTH_SHOWING):
            show(line.strip())

    return on_line
