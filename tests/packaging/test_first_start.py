"""The first start sets the environment up, the next find it ready, a broken or old one is made anew."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from environment_stamp import read_stamp

if TYPE_CHECKING:
    from pathlib import Path

    from tests.packaging.conftest import FirstStart
    from tests.packaging.small_checkout import SmallCheckout

_STAMP = "videogen-desktop.json"


def test_the_first_start_shows_a_line_a_step_and_installs_what_is_pinned(first_start: FirstStart) -> None:
    done = first_start.done

    assert done.returncode == 0, done.stderr
    lines = done.stderr.splitlines()
    assert lines[0] == f"Setting up VideoGen Desktop in {first_start.checkout.environment}"
    assert [line.split()[0] for line in lines[1:]] == ["Environment", "Packages", "Check"]
    assert all(line.endswith(" s") for line in lines[1:])
    assert '"greeting": "1.0"' in done.stdout


def test_the_second_start_says_and_changes_nothing(finished: SmallCheckout) -> None:
    stamp = finished.environment / _STAMP
    before = stamp.stat().st_mtime_ns

    done = finished.start("hello")

    assert done.returncode == 0
    assert done.stderr == ""
    assert stamp.stat().st_mtime_ns == before


def test_a_moved_checkout_finds_its_own_package(finished: SmallCheckout) -> None:
    program = finished.root / "videogen_desktop" / "jobs" / "__main__.py"
    program.write_text("print('the moved one')", "utf-8")

    assert finished.start("hello").stdout == "the moved one\n"


def test_other_pins_make_the_environment_anew(finished: SmallCheckout) -> None:
    left_over = finished.environment / "left-over"
    left_over.touch()
    finished.pin("greeting==2.0")

    assert finished.told("hello")["greeting"] == "2.0"
    assert not left_over.exists()


@pytest.mark.parametrize("text", ["", "null", '{"fingerprint": "ab"', '{"fingerprint": "ab"}', "\0"])
def test_a_damaged_stamp_counts_as_none(text: str, tmp_path: Path) -> None:
    (tmp_path / _STAMP).write_text(text, "utf-8")

    assert read_stamp(tmp_path) is None


def test_two_starts_at_once_make_an_unfinished_environment_anew_once(finished: SmallCheckout) -> None:
    (finished.environment / _STAMP).unlink()
    for packages in finished.environment.rglob("site-packages"):
        shutil.rmtree(packages / "pip")

    starts = [_start(finished) for _ in range(2)]
    said = "".join(start.communicate()[1] for start in starts)

    assert [start.returncode for start in starts] == [0, 0], said
    assert said.count("Setting up VideoGen Desktop") == 1
    assert said.count("Another start is setting up the environment") <= 1


def test_a_folder_that_is_no_environment_is_left_alone(checkout: SmallCheckout) -> None:
    checkout.environment.mkdir()
    thesis = checkout.environment / "thesis.txt"
    thesis.write_text("years of work", "utf-8")

    done = checkout.start()

    assert done.returncode == 3
    assert f"{checkout.environment} is in the way" in done.stderr
    assert thesis.read_text("utf-8") == "years of work"


def _start(checkout: SmallCheckout) -> subprocess.Popen[str]:
    return subprocess.Popen(
        checkout.command("hello"),
        env=checkout.variables,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
