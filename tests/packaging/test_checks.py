"""test.py runs every check, also after one has failed, and says in the end which did."""

from __future__ import annotations

import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.packaging.small_checkout import SmallCheckout

_TOOLS = {
    "ruff.py": "import sys; print('ruff got', sys.argv[1:])",
    "mypy.py": "import sys; print('mypy ran'); sys.exit(1)",
    "importlinter/cli.py": "def lint_imports_command(): print('import-linter ran')",
    "pytest.py": (
        "import os, sys; print('pytest got', sys.argv[1:], os.environ['QT_QPA_PLATFORM']);"
        "print('3 passed in 0.1s')"
    ),
}


@pytest.fixture
def checked(finished: SmallCheckout) -> SmallCheckout:
    """A checkout whose tools tell what they got; mypy fails."""
    for name, text in _TOOLS.items():
        path = finished.root / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    return finished


def test_all_checks_run_and_the_failed_one_is_named(checked: SmallCheckout) -> None:
    done = checked.start("tests/papers", "-k", "doi", script="test.py")

    assert done.returncode == 1
    for said in ("ruff got ['check']", "ruff got ['format', '--check']", "mypy ran", "import-linter ran"):
        assert said in done.stdout
    for chosen in ("'-m', 'not alone'", "'-m', 'alone'"):
        assert f"{chosen}, 'tests/papers', '-k', 'doi'] offscreen" in done.stdout
    assert "3 passed in 0.1s" in done.stdout.splitlines()
    assert done.stdout.endswith("Failed: mypy.\n")


def test_it_succeeds_when_every_check_does(checked: SmallCheckout) -> None:
    (checked.root / "mypy.py").write_text("", "utf-8")

    done = checked.start(script="test.py")

    assert done.returncode == 0
    assert done.stdout.endswith("Everything passed.\n")


def test_what_tests_need_is_added_and_running_needs_nothing_more(checked: SmallCheckout) -> None:
    first = checked.start(script="test.py")
    second = checked.start(script="test.py")
    run = checked.start("hello")

    assert [line.split()[0] for line in first.stderr.splitlines()[1:]] == ["Packages", "Check"]
    assert second.stderr == ""
    assert run.stderr == ""
    assert list(checked.environment.rglob("cheer.py"))


def test_what_was_compiled_once_is_kept_for_the_next_start(checked: SmallCheckout) -> None:
    (checked.root / "mypy.py").write_text("", "utf-8")
    (checked.root / "pytest.py").write_text("import sys; sys.exit(sys.dont_write_bytecode)", "utf-8")

    assert checked.start(script="test.py", variables={"PYTHONDONTWRITEBYTECODE": "1"}).returncode == 0


@pytest.mark.parametrize(
    ("ends", "code"), [((0, 5), 0), ((5, 0), 0), ((5, 5), 1), ((1, 5), 1), ((5, 1), 1)], ids=str
)
def test_arguments_may_choose_tests_of_one_kind_only(
    checked: SmallCheckout, ends: tuple[int, int], code: int
) -> None:
    (checked.root / "mypy.py").write_text("", "utf-8")
    (checked.root / "pytest.py").write_text(f"import sys; sys.exit({ends}['alone' in sys.argv])", "utf-8")

    assert checked.start(script="test.py").returncode == code


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_a_request_to_end_ends_the_running_check(checked: SmallCheckout) -> None:
    assert checked.start(script="test.py").returncode == 1  # set up
    (checked.root / "ruff.py").write_text(
        "import sys; print('waiting', flush=True); sys.stdin.read()", "utf-8"
    )

    with subprocess.Popen(
        checked.command(script="test.py"),
        env=checked.variables,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as start:
        assert start.stdout is not None
        assert "waiting\n" in iter(start.stdout.readline, "")
        start.send_signal(signal.SIGTERM)
        said, _ = start.communicate(timeout=60)  # the pipe closes when the check has ended too

    assert start.returncode == 130
    assert said.endswith("Stopped.\n")
