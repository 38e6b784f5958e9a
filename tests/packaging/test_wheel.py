"""The wheel carries the program and what it ships, and nothing else."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.packaging.small_checkout import ROOT

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "unpacked")
    return folder / "unpacked"


def test_it_holds_the_package_and_nothing_beside_it(unpacked: Path) -> None:
    assert {path.name.split("-")[0] for path in unpacked.iterdir()} == {"videogen_desktop"}
    assert not [path for path in unpacked.rglob("*") if "test" in path.name or path.suffix == ".pyc"]


def test_it_holds_all_resources_byte_for_byte(unpacked: Path) -> None:
    shipped = _files(unpacked / "videogen_desktop" / "resources")

    assert shipped == _files(ROOT / "resources")
    assert {f"samples/elife-32671/fig{number}.jpg" for number in range(1, 6)} <= shipped.keys()


def test_an_installed_package_finds_them(unpacked: Path, tmp_path: Path) -> None:
    find = "from videogen_desktop.shipped import shipped; print(shipped('samples/elife-32671/article.xml'))"

    found = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(unpacked)!r}); {find}"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout

    assert found.strip() == str(
        unpacked / "videogen_desktop" / "resources" / "samples" / "elife-32671" / "article.xml"
    )


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }
