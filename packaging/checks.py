"""Every check that the project must pass, run one after the other with a summary at the end."""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from environment_builder import own_variables
from interruption import Terminated, raise_on_termination
from setup_error import CANCELLED

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_FAILED = 1
_PATIENCE_S = 10.0
_WORKERS = min(os.cpu_count() or 1, 4)
_SHARED = ("-n", str(_WORKERS), "--dist", "worksteal")
"""Each worker begins with tests that lie together, so that what a file sets up is mostly set up once."""
_ALONE = "alone"
"""Marks a test that says how long the window keeps a person waiting: nothing else may be at work then."""
_NONE_CHOSEN = 5
"""How pytest ends where its arguments choose no test."""


@dataclass(frozen=True)
class _Outcome:
    name: str
    exit_code: int
    seconds: float

    @property
    def chose_no_test(self) -> bool:
        return self.name.startswith("pytest") and self.exit_code == _NONE_CHOSEN


def run_checks(root: Path, python: Path, pytest_arguments: Sequence[str]) -> int:
    """Run every check from ``root`` with the environment's ``python``.

    Returns:
        0 when all passed, 1 when any failed, 130 when a person stopped them.
    """
    raise_on_termination()
    outcomes = []
    try:
        for name, arguments in _checks(pytest_arguments).items():
            print(f"\n== {name}", flush=True)
            outcomes.append(_run(name, [str(python), *arguments], root))
    except KeyboardInterrupt:
        print("\nStopped.", flush=True)
        return CANCELLED
    if any(each.exit_code == 0 for each in outcomes if each.name.startswith("pytest")):
        outcomes = [each for each in outcomes if not each.chose_no_test]
    return _summary(outcomes)


def _checks(pytest_arguments: Sequence[str]) -> dict[str, list[str]]:
    import_linter = (
        "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
    )
    return {
        "ruff check": ["-m", "ruff", "check"],
        "ruff format": ["-m", "ruff", "format", "--check"],
        "mypy": ["-m", "mypy"],
        "lint-imports": ["-c", import_linter],
        "pytest": ["-m", "pytest", *_SHARED, "-m", f"not {_ALONE}", *pytest_arguments],
        "pytest, alone": ["-m", "pytest", "-m", _ALONE, *pytest_arguments],
    }


def _run(name: str, command: Sequence[str], root: Path) -> _Outcome:
    started = time.monotonic()
    variables = {
        **own_variables(),
        "QT_QPA_PLATFORM": "offscreen",
    }  # tests open no window on a person's screen
    with subprocess.Popen(command, cwd=root, env=variables) as child:
        try:
            exit_code = child.wait()
        except Terminated:
            child.terminate()
            raise
        except KeyboardInterrupt:
            _let_finish(child)
            raise
    return _Outcome(name, exit_code, time.monotonic() - started)


def _let_finish(child: subprocess.Popen[bytes]) -> None:
    """Wait for a child that Ctrl+C has reached as well; end it where it has not."""
    try:
        child.wait(_PATIENCE_S)
    except subprocess.TimeoutExpired:
        child.terminate()


def _summary(outcomes: Sequence[_Outcome]) -> int:
    print()
    for outcome in outcomes:
        word = "passed" if outcome.exit_code == 0 else f"FAILED with exit code {outcome.exit_code}"
        print(f"  {outcome.name:<14}{outcome.seconds:8.1f} s  {word}")
    failed = [outcome.name for outcome in outcomes if outcome.exit_code != 0]
    print(f"\nFailed: {', '.join(failed)}." if failed else "\nEverything passed.")
    return _FAILED if failed else 0
