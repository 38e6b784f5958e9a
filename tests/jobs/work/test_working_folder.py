"""That a pipeline finds in its folder what was made for the same film, and nothing else."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest

from tests.jobs.work.making import a_job
from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.model import JobOptions
from videogen_desktop.jobs.settings import Profile
from videogen_desktop.jobs.work.working_folder import make_ready

if TYPE_CHECKING:
    from pathlib import Path

THEIRS = Profile("theirs", ("make-it", "--voice={voice}"))
OTHERS = Profile("others", ("make-it",))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "work" / "pmid-29608148-3f9ac2d1"


def ready(folder: Path, profile: Profile | None = THEIRS, voice: str = "Puck", *, anew: bool = False) -> None:
    options = JobOptions(profile=profile.name if profile else "built-in", voice=voice)
    make_ready(folder, a_job(options=options, from_scratch=anew), profile)


def set_aside(folder: Path) -> list[Path]:
    return [path for path in folder.parent.iterdir() if path != folder]


def test_what_was_made_for_the_film_stays(folder: Path) -> None:
    ready(folder)
    (folder / "paper.json").write_text("{}")
    ready(folder)
    assert (folder / "paper.json").exists()
    assert not set_aside(folder)


@pytest.mark.parametrize(
    ("profile", "voice"),
    [(THEIRS, "Kore"), (OTHERS, "Puck"), (None, "Puck")],
    ids=["voice", "profile", "ours"],
)
def test_what_was_made_for_another_film_is_kept_aside(
    folder: Path, profile: Profile | None, voice: str
) -> None:
    ready(folder)
    (folder / "paper.json").write_text("{}")
    long_ago = time.time() - 100 * 86400
    os.utime(folder / "paper.json", (long_ago, long_ago))
    os.utime(folder, (long_ago, long_ago))
    ready(folder, profile, voice)
    (aside,) = set_aside(folder)
    assert (aside / "paper.json").exists()
    assert aside.stat().st_mtime > time.time() - 60
    assert not (folder / "paper.json").exists()
    assert folder.exists() == (profile is not None)


def test_what_the_built_in_pipeline_made_is_not_taken_for_theirs(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "manifest.json").write_text("{}")
    ready(folder, None)
    assert (folder / "manifest.json").exists()
    ready(folder)
    (aside,) = set_aside(folder)
    assert (aside / "manifest.json").exists()


def test_from_scratch_leaves_nothing(folder: Path) -> None:
    ready(folder)
    (folder / "paper.json").write_text("{}")
    ready(folder, anew=True)
    assert [path.name for path in folder.iterdir()] == [".made-for.json"]
    assert not set_aside(folder)


def test_a_folder_that_cannot_be_made_is_told(folder: Path) -> None:
    folder.parent.parent.mkdir(exist_ok=True)
    folder.parent.write_text("a file")
    with pytest.raises(VideoGenError) as caught:
        ready(folder)
    assert caught.value.code == "not-writable"


@pytest.mark.parametrize("theirs", [b"{}", b"\xff", b'{"path": "final_video.mp4", "size": 3}'])
def test_a_file_of_theirs_that_is_called_as_our_proof_is_theirs(folder: Path, theirs: bytes) -> None:
    ready(folder)
    (folder / "film.json").write_bytes(theirs)
    (folder / "final_video.mp4").write_bytes(b"abc")
    ready(folder)
    assert (folder / "film.json").read_bytes() == theirs
    assert not set_aside(folder)
