"""What run.py starts gets its arguments, folder, input and signals, and its exit code is run.py's."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.packaging.small_checkout import SmallCheckout

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")


def test_arguments_folder_and_input_arrive_unchanged(finished: SmallCheckout, tmp_path: Path) -> None:
    arguments = ["generate-video", "a b/ç.xml", "", "--voice", "-x", "*", "'\"", "$HOME", "--help"]

    told = finished.told(*arguments, text="typed\n", folder=tmp_path)

    assert told["arguments"] == arguments
    assert told["folder"] == str(tmp_path)
    assert told["input"] == "typed\n"


def test_a_module_in_the_current_folder_is_not_mistaken_for_ours(
    finished: SmallCheckout, tmp_path: Path
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('the wrong json')", "utf-8")

    assert finished.told("hello", folder=tmp_path)["arguments"] == ["hello"]


def test_the_exit_code_is_the_programs(finished: SmallCheckout) -> None:
    assert finished.start("--fail").returncode == 75


def test_without_arguments_it_opens_the_window(finished: SmallCheckout) -> None:
    told = finished.told(variables={"DISPLAY": ":7"})

    assert told["window"]
    assert told["arguments"] == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_without_a_screen_it_makes_the_sample_film(finished: SmallCheckout) -> None:
    sample = finished.root / "resources" / "samples" / "elife-32671"
    film = finished.root / "films" / "elife-32671"
    nowhere = dict.fromkeys(("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"), "")

    told = finished.told(variables=nowhere)

    assert told["arguments"] == ["generate-video", str(sample), str(film)]


@posix_only
def test_a_request_to_end_reaches_the_program_once(finished: SmallCheckout) -> None:
    with _waiting(finished) as start:
        start.send_signal(signal.SIGTERM)
        said, _ = start.communicate("go on\n")

    assert json.loads(said) == ["SIGTERM"]
    assert start.returncode == 7


@posix_only
def test_ctrl_c_at_a_terminal_reaches_the_program_once(finished: SmallCheckout) -> None:
    import pty

    try:
        ours, terminal = pty.openpty()
    except OSError as error:
        pytest.skip(f"this machine has no terminals to test with: {error}")
    with _waiting(finished, stdin=terminal, preexec_fn=_take_terminal) as start:
        os.close(terminal)
        os.write(ours, b"\x03")
        os.write(ours, b"go on\n")
        said, _ = start.communicate()
    os.close(ours)

    assert json.loads(said) == ["SIGINT"]
    assert start.returncode == 7


def _waiting(
    checkout: SmallCheckout, stdin: int = subprocess.PIPE, **options: object
) -> subprocess.Popen[str]:
    start = subprocess.Popen(
        checkout.command("--wait"),
        env=checkout.variables,
        stdin=stdin,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        **options,  # type: ignore[call-overload]  # the tests of one system's options
    )
    assert start.stdout is not None
    assert start.stdout.readline() == "ready\n"
    return start


def _take_terminal() -> None:
    import fcntl
    import termios

    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
