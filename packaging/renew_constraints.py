"""Writes constraints.txt anew: the newest versions that pyproject.toml allows, each at least a week old.

    python3 packaging/renew_constraints.py          writes the file, then checks it
    python3 packaging/renew_constraints.py --check  only checks it

Checking means: all pins have ready builds for every Python and system listed here. ``uv`` resolves, from a
throwaway environment; it asks the public package index, by name.
"""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from environment_builder import python_of

ROOT = Path(__file__).resolve().parents[1]
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
SYSTEMS = {
    "Linux, x86-64, glibc 2.34": "x86_64-manylinux_2_34",
    "Linux, ARM, glibc 2.39": "aarch64-manylinux_2_39",
    "macOS 14, Apple": "aarch64-apple-darwin",
    "macOS 14, Intel": "x86_64-apple-darwin",
    "Windows, x86-64": "x86_64-pc-windows-msvc",
}
WITHOUT_BUILDS = {("macOS 14, Intel", "3.14")}
"""Known gaps: the last onnxruntime for Intel Macs was built for Python 3.13 at most."""

_DAYS_OLD = 7
_HEADER = """\
# The versions that packaging/run.py and packaging/test.py install, on every system and Python.
# Made from pyproject.toml by:  python3 packaging/renew_constraints.py
"""
_PYTHON = "python_full_version < '3.15'"
_THREE_SYSTEMS = "(sys_platform == 'darwin' or sys_platform == 'linux' or sys_platform == 'win32')"
_ONLY_THESE = f"""
[tool.uv]
environments = ["{_PYTHON} and {_THREE_SYSTEMS}"]
"""


def main(arguments: list[str]) -> int:
    """Renew and check the pins, or only check them; return 0 when every system has builds of all of them."""
    with tempfile.TemporaryDirectory() as folder:
        uv = _uv_in(Path(folder) / "uv")
        project = Path(folder) / "pyproject.toml"
        project.write_text((ROOT / "pyproject.toml").read_text("utf-8") + _ONLY_THESE, "utf-8")
        if "--check" not in arguments:
            CONSTRAINTS.write_text(_HEADER + _resolved(uv, project), "utf-8")
            print(f"Wrote {CONSTRAINTS}")
        return _check(uv, project)


def _uv_in(folder: Path) -> list[str]:
    venv.create(folder, with_pip=True)
    python = str(python_of(folder))
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--only-binary", ":all:", "uv"], check=True)
    return [
        python,
        "-m",
        "uv",
        "pip",
        "compile",
        "--quiet",
        "--no-header",
        "--no-annotate",
        "--extra",
        "test",
    ]


def _resolved(uv: list[str], project: Path) -> str:
    newest = dt.datetime.now(dt.UTC).date() - dt.timedelta(days=_DAYS_OLD)
    options = ["--universal", "--python-version", PYTHONS[0], "--fork-strategy", "fewest"]
    command = [*uv, *options, "--exclude-newer", newest.isoformat(), str(project)]
    done = subprocess.run(command, cwd=project.parent, check=True, stdout=subprocess.PIPE, text=True)
    return _without_what_always_holds(done.stdout)


def _without_what_always_holds(pins: str) -> str:
    """Shorten the markers: every pin repeats the Pythons and systems that there are pins for."""
    for always in (f" ; {_PYTHON} and {_THREE_SYSTEMS}", f" and {_THREE_SYSTEMS}", f"{_PYTHON} and "):
        pins = pins.replace(always, "")
    return pins


def _check(uv: list[str], project: Path) -> int:
    surprises = 0
    for system, platform in SYSTEMS.items():
        for python in PYTHONS:
            reason = _what_is_missing(uv, project, platform, python)
            expected = (system, python) not in WITHOUT_BUILDS
            surprises += (reason is None) is not expected
            print(f"  {system:<28}Python {python:<6}{reason or 'all have builds'}")
    return 1 if surprises else 0


def _what_is_missing(uv: list[str], project: Path, platform: str, python: str) -> str | None:
    target = ["--python-platform", platform, "--python-version", python, "--only-binary", ":all:"]
    variables = {**os.environ, "MACOSX_DEPLOYMENT_TARGET": "14.0"}
    command = [*uv, *target, "--constraint", str(CONSTRAINTS), str(project)]
    done = subprocess.run(command, env=variables, check=False, capture_output=True, text=True)
    return None if done.returncode == 0 else " ".join(done.stderr.split())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
