"""A checkout small enough to be set up for real in a test: real scripts, real environment, tiny packages."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.packaging.small_checkout import ROOT, SmallCheckout, write_wheel

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

sys.path.append(str(ROOT / "packaging"))  # the scripts' own modules, as the scripts see them


@pytest.fixture(scope="session")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of ready builds: ``greeting`` in two versions, and ``cheer``."""
    folder = tmp_path_factory.mktemp("wheels")
    write_wheel(folder, "greeting", "1.0")
    write_wheel(folder, "greeting", "2.0")
    write_wheel(folder, "cheer", "1.0")
    return folder


@pytest.fixture
def checkout(tmp_path: Path, wheels: Path) -> SmallCheckout:
    """A checkout that nobody has started yet, in a folder with a space and letters beyond ASCII."""
    return SmallCheckout.new(tmp_path / "Ångström films", wheels)


@dataclass(frozen=True)
class FirstStart:
    """A checkout that was started once, and what was said then."""

    checkout: SmallCheckout
    done: subprocess.CompletedProcess[str]


@pytest.fixture(scope="session")
def first_start(tmp_path_factory: pytest.TempPathFactory, wheels: Path) -> FirstStart:
    """The first start of a checkout; tests change copies of it only."""
    checkout = SmallCheckout.new(tmp_path_factory.mktemp("first start") / "Ångström", wheels)
    return FirstStart(checkout, checkout.start("hello"))


@pytest.fixture
def finished(first_start: FirstStart, tmp_path: Path) -> SmallCheckout:
    """A checkout after its first start, moved to another folder since."""
    assert first_start.done.returncode == 0, first_start.done.stderr
    root = tmp_path / "moved to Ørsted"
    shutil.copytree(first_start.checkout.root, root, symlinks=True)
    return SmallCheckout(root, first_start.checkout.variables)
