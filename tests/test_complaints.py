"""Whatever Qt complains of fails a test: as it is set up, in its body, and as it is taken apart."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[1]
_TEST = """
import pytest
from PySide6.QtCore import qWarning

@pytest.fixture
def noisy():
    if {when!r} == "setup":
        qWarning({text!r})
    yield
    if {when!r} == "teardown":
        qWarning({text!r})

def test_it(noisy):
    if {when!r} == "body":
        qWarning({text!r})
"""


def outcome(folder: Path, when: str, text: str) -> subprocess.CompletedProcess[str]:
    """Run one test under the project's own settings and hooks."""
    (folder / "conftest.py").write_bytes((_ROOT / "tests" / "conftest.py").read_bytes())
    (folder / "pyproject.toml").write_bytes((_ROOT / "pyproject.toml").read_bytes())
    tests = folder / "tests"
    tests.mkdir()
    (tests / "test_it.py").write_text(_TEST.format(when=when, text=text))
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", folder]
    return subprocess.run(
        command,
        cwd=folder,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("when", ["setup", "body", "teardown"])
def test_a_complaint_fails_the_test(tmp_path: Path, when: str) -> None:
    done = outcome(tmp_path, when, "a thread was destroyed")
    assert done.returncode == 1, done.stdout
    assert "a thread was destroyed" in done.stdout


@pytest.mark.parametrize("when", ["body", "teardown"])
def test_what_only_a_computer_without_a_screen_lacks_fails_none(tmp_path: Path, when: str) -> None:
    done = outcome(tmp_path, when, "This plugin does not support raise()")
    assert done.returncode == 0, done.stdout
