from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from videogen_desktop.jobs.removing import (
    UNFINISHED_MARK,
    begin_removal,
    finish_removal,
    lies_truly_in,
    remove_folder,
)

posix = pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")

KILLED_IN_THE_MIDDLE = """
import os, shutil, signal, sys
from pathlib import Path
from videogen_desktop.jobs.removing import remove_folder

def killed(event, arguments):
    if event == "os.remove":
        killed.removed += 1
        if killed.removed == 5:
            os.kill(os.getpid(), signal.SIGKILL)

killed.removed = 0
sys.addaudithook(killed)
remove_folder(Path(sys.argv[1]))
"""

WITHOUT_RIGHTS = """
import os, sys
from pathlib import Path
from videogen_desktop.jobs.removing import remove_folder
if os.geteuid() == 0:
    os.setuid(65534)
remove_folder(Path(sys.argv[1]))
"""


def filled(folder: Path, files: int = 10) -> Path:
    for number in range(files):
        path = folder / "clips" / f"{number}.mp4"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x" * 100)
    return folder


def test_a_folder_goes_with_all_in_it(tmp_path: Path) -> None:
    remove_folder(filled(tmp_path / "work"))
    assert not list(tmp_path.iterdir())


def test_a_folder_whose_removal_is_begun_is_whole_under_another_name(tmp_path: Path) -> None:
    doomed = begin_removal(filled(tmp_path / "work"))
    assert list(tmp_path.iterdir()) == [doomed]
    assert doomed.name.startswith(UNFINISHED_MARK)
    assert len(list(doomed.rglob("*.mp4"))) == 10
    assert begin_removal(doomed) == doomed
    finish_removal(doomed)
    assert not list(tmp_path.iterdir())


@posix
def test_links_go_and_what_they_lead_to_stays(tmp_path: Path) -> None:
    dear = filled(tmp_path / "dear")
    folder = filled(tmp_path / "work")
    (folder / "figures").symlink_to(dear, target_is_directory=True)
    (folder / "paper.xml").symlink_to(dear / "clips" / "0.mp4")
    (folder / "gone").symlink_to(tmp_path / "nowhere")
    remove_folder(folder)
    assert not folder.exists()
    assert len(list((dear / "clips").iterdir())) == 10


@posix
def test_a_kill_in_the_middle_leaves_no_half_under_the_name(tmp_path: Path) -> None:
    folder = filled(tmp_path / "work" / "pmid-1-0a1b2c3d")
    ended = subprocess.run([sys.executable, "-c", KILLED_IN_THE_MIDDLE, str(folder)], check=False)
    assert ended.returncode == -signal.SIGKILL
    (left,) = folder.parent.iterdir()
    assert left.name.startswith(UNFINISHED_MARK)
    assert folder.name in left.name
    assert 0 < len(list(left.rglob("*.mp4"))) < 10
    remove_folder(left)
    assert not list(folder.parent.iterdir())


@posix
def test_folders_that_may_not_be_written_to_go_too() -> None:
    with tempfile.TemporaryDirectory() as name:  # not below a folder that only its owner may enter
        parent = Path(name)
        folder = filled(parent / "work")
        (folder / "clips").chmod(0o500)
        folder.chmod(0o500)
        if os.geteuid() == 0:
            for path in (parent, *parent.rglob("*")):
                os.chown(path, 65534, -1)
        subprocess.run([sys.executable, "-c", WITHOUT_RIGHTS, str(folder)], check=True)
        assert not list(parent.iterdir())


def test_what_is_below_lies_truly_there(tmp_path: Path) -> None:
    filled(tmp_path / "work")
    assert lies_truly_in(tmp_path / "work", tmp_path)
    assert lies_truly_in(tmp_path / "work" / "clips" / "0.mp4", tmp_path)


def test_neither_the_root_nor_what_is_beside_it_nor_what_is_gone_lies_there(tmp_path: Path) -> None:
    (tmp_path / "data" / "work").mkdir(parents=True)
    (tmp_path / "films").mkdir()
    root = tmp_path / "data"
    assert not lies_truly_in(root, root)
    assert not lies_truly_in(tmp_path / "films", root)
    assert not lies_truly_in(root / "gone", root)


@pytest.mark.parametrize("way", ["work/../../films", "..", "work/..", "work/../work"])
def test_no_way_leads_out_of_the_folder(tmp_path: Path, way: str) -> None:
    (tmp_path / "data" / "work").mkdir(parents=True)
    (tmp_path / "films").mkdir()
    assert not lies_truly_in(tmp_path / "data" / way, tmp_path / "data")


@posix
def test_nothing_lies_truly_behind_a_link(tmp_path: Path) -> None:
    filled(tmp_path / "elsewhere")
    root = tmp_path / "data"
    root.mkdir()
    (root / "work").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    (root / "round").symlink_to(root / "round")
    assert not lies_truly_in(root / "work", root)
    assert not lies_truly_in(root / "work" / "clips", root)
    assert not lies_truly_in(root / "round", root)


@posix
def test_the_root_itself_may_be_reached_through_a_link(tmp_path: Path) -> None:
    filled(tmp_path / "disk" / "work")
    (tmp_path / "data").symlink_to(tmp_path / "disk", target_is_directory=True)
    assert lies_truly_in(tmp_path / "data" / "work" / "clips", tmp_path / "data")
