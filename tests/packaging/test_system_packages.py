"""Missing libraries are found by loading, installed where that is allowed, otherwise asked for in a line."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest
import system_packages
from setup_error import SetupError

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux leaves these libraries to its packages"
)

_HERE = {"libc.so.6": "libc6"}
_ABSENT = {"libno-such-thing.so.9": "libno-such-thing9"}


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder of programs, with an apt-get that notes its arguments and installs nothing."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    _write_program(folder, "apt-get", f'echo "$@" >> "{tmp_path}/asked"; exit 0')
    (folder / "env").symlink_to("/usr/bin/env")
    return folder


def test_only_what_cannot_be_loaded_is_missing() -> None:
    assert system_packages.missing_libraries(_HERE | _ABSENT) == ["libno-such-thing.so.9"]


def test_nothing_is_asked_for_when_nothing_is_missing(programs: Path, tmp_path: Path) -> None:
    system_packages.provide(_HERE, tmp_path / "log")

    assert programs.is_dir()
    assert not (tmp_path / "asked").exists()


def test_root_installs(programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)

    with pytest.raises(SetupError, match="cannot be loaded although"):  # this apt-get only takes notes
        system_packages.provide(_ABSENT, tmp_path / "log")

    asked = (tmp_path / "asked").read_text("utf-8")
    assert asked.startswith("install -y --no-install-recommends")
    assert asked.endswith("libno-such-thing9\n")
    assert programs.is_dir()


def test_sudo_without_a_password_installs(
    programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    _write_program(programs, "sudo", 'shift; [ "$1" = true ] && exit 0; exec "$@"')

    with pytest.raises(SetupError, match="cannot be loaded although"):
        system_packages.provide(_ABSENT, tmp_path / "log")

    assert "libno-such-thing9" in (tmp_path / "asked").read_text("utf-8")


def test_sudo_with_a_password_is_left_to_the_person(
    programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    _write_program(programs, "sudo", 'echo "sudo: a password is required" >&2; exit 1')

    with pytest.raises(SetupError) as told:
        system_packages.provide(_ABSENT, tmp_path / "log")

    line = "  sudo apt-get update && sudo apt-get install -y libno-such-thing9"
    assert line in str(told.value).splitlines()
    assert not (tmp_path / "asked").exists()


def test_without_sudo_the_line_is_for_su(
    programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)

    with pytest.raises(SetupError) as told:
        system_packages.provide(_ABSENT, tmp_path / "log")

    assert "  su -c 'apt-get update && apt-get install -y libno-such-thing9'" in str(told.value).splitlines()
    assert programs.is_dir()


def test_old_package_lists_are_brought_up_to_date(
    programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    _write_program(programs, "apt-get", f'echo "$1" >> "{tmp_path}/asked"; [ "$1" = update ]')

    with pytest.raises(SetupError, match="apt-get could not install libno-such-thing9"):
        system_packages.provide(_ABSENT, tmp_path / "log")

    assert (tmp_path / "asked").read_text("utf-8").split() == ["install", "update", "install"]


def test_another_linux_is_told_the_libraries(
    programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    (programs / "apt-get").unlink()

    with pytest.raises(SetupError, match=r"lacks the libraries libno-such-thing\.so\.9\. Install them"):
        system_packages.provide(_ABSENT, tmp_path / "log")


def _write_program(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(0o755)
