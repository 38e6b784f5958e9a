"""Builds a small checkout around the real scripts of ``packaging/`` and starts them as processes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

_PYPROJECT = """
[project]
name = "small"
dependencies = ["greeting>=1"]

[project.optional-dependencies]
test = ["cheer"]
"""

_PROGRAM = """
import importlib.metadata, json, os, signal, sys

if "--wait" in sys.argv:
    seen = []
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda number, _frame: seen.append(signal.Signals(number).name))
    print("ready", flush=True)
    sys.stdin.readline()
    print(json.dumps(seen), flush=True)
    sys.exit(7)
if "--fail" in sys.argv:
    sys.exit(75)
print(json.dumps({
    "arguments": sys.argv[1:],
    "folder": os.getcwd(),
    "input": sys.stdin.read(),
    "greeting": importlib.metadata.version("greeting"),
}))
"""

_STAND_INS = {
    "av.py": "",
    "onnxruntime.py": "",
    "PySide6/QtGui.py": "",
    "videogen_desktop/jobs/__main__.py": _PROGRAM,
    "videogen_desktop/desktop/__main__.py": _PROGRAM.replace('"arguments"', '"window": True, "arguments"'),
    "resources/samples/elife-32671/article.xml": "<article/>",
}


@dataclass(frozen=True)
class SmallCheckout:
    """A checkout with the real scripts, tiny packages from a folder, and a program that tells what it got.

    Args:
        root: The checkout.
        variables: The environment that the scripts are started with.
    """

    root: Path
    variables: dict[str, str]

    @classmethod
    def new(cls, root: Path, wheels: Path) -> SmallCheckout:
        """Write one whose packages come from the folder ``wheels`` and from nowhere else."""
        for name, text in _STAND_INS.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        shutil.copytree(
            ROOT / "packaging", root / "packaging", ignore=shutil.ignore_patterns("__pycache__", "*.txt")
        )
        (root / "pyproject.toml").write_text(_PYPROJECT, "utf-8")
        own = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
        pip = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": wheels.as_uri(), "PIP_CONFIG_FILE": os.devnull}
        checkout = cls(root, {**own, **pip})
        checkout.pin("greeting==1.0")
        return checkout

    @property
    def environment(self) -> Path:
        """The folder of the environment, made or not."""
        return self.root / ".venv"

    def pin(self, line: str) -> None:
        """Make ``line`` the only pin."""
        (self.root / "packaging" / "constraints.txt").write_text(f"{line}\n", "utf-8")

    def command(self, *arguments: str, script: str = "run.py") -> list[str]:
        """The command line that starts a script."""
        return [sys.executable, str(self.root / "packaging" / script), *arguments]

    def start(
        self,
        *arguments: str,
        script: str = "run.py",
        text: str = "",
        folder: Path | None = None,
        variables: dict[str, str] | None = None,
    ) -> subprocess.CompletedProcess[str]:
        """Start a script, wait for it, and return what it said."""
        return subprocess.run(
            self.command(*arguments, script=script),
            input=text,
            cwd=folder,
            env={**self.variables, **(variables or {})},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def told(
        self,
        *arguments: str,
        text: str = "",
        folder: Path | None = None,
        variables: dict[str, str] | None = None,
    ) -> dict[str, object]:
        """Start run.py and return what the program tells of its arguments, folder, input and packages."""
        done = self.start(*arguments, text=text, folder=folder, variables=variables)
        assert done.returncode == 0, done.stderr
        told: dict[str, object] = json.loads(done.stdout)
        return told


def write_wheel(folder: Path, name: str, version: str) -> None:
    """Write the smallest wheel that pip installs."""
    information = f"{name}-{version}.dist-info"
    files = {
        f"{name}.py": "",
        f"{information}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{information}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{path},,\n" for path in [*files, f"{information}/RECORD"])
    with zipfile.ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as wheel:
        for path, text in {**files, f"{information}/RECORD": record}.items():
            wheel.writestr(path, text)
