"""How a film comes to its place, and what is found there after whatever happened."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.jobs.work.conftest import SMALL_DISK_BYTES
from tests.jobs.work.films import write_film
from videogen_desktop import files
from videogen_desktop.errors import VideoGenError
from videogen_desktop.files import PARTIAL_MARK, sha256_of
from videogen_desktop.jobs.proof import read_proof
from videogen_desktop.jobs.work import placing
from videogen_desktop.jobs.work.placing import place_film

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from videogen_desktop.jobs.model import Film

BESIDE = {"captions.srt", "captions.vtt", "thumbnail.jpg", "script.json", "audio_metadata.json", "paper.json"}


@pytest.fixture
def work(short_film: Path, tmp_path: Path) -> Path:
    """A finished working folder, to be changed."""
    folder = tmp_path / "work"
    folder.mkdir()
    shutil.copyfile(short_film, folder / "final_video.mp4")
    for name in BESIDE:
        (folder / name).write_text(f"the content of {name}")
    return folder


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "films" / "a-film"


def place(work: Path, target: Path, *, attempt: int = 1, share: bool = True) -> Film:
    return place_film(work, target, attempt=attempt, made_at=5.0, share=share)


def refused(work: Path, target: Path, *, share: bool = True) -> VideoGenError:
    with pytest.raises(VideoGenError) as caught:
        place(work, target, share=share)
    return caught.value


def assert_nothing_half_done(target: Path) -> None:
    assert not list(target.rglob(f"*{PARTIAL_MARK}*"))


@pytest.mark.parametrize("share", [True, False])
def test_a_film_is_put_in_place_with_its_proof(work: Path, target: Path, share: bool) -> None:
    film = place(work, target, attempt=3, share=share)
    assert {path.name for path in target.iterdir()} == BESIDE | {"final_video.mp4", "film.json"}
    assert film.path == target / "final_video.mp4"
    assert (film.made_by, film.made_at, film.width, film.size) == (3, 5.0, 64, film.path.stat().st_size)
    assert film.sha256 == sha256_of(work / "final_video.mp4") == sha256_of(film.path)
    assert film.path.samefile(work / "final_video.mp4") == share
    assert read_proof(target) == film
    assert_nothing_half_done(target)


def test_where_links_are_refused_it_is_copied(
    work: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EXDEV, "Invalid cross-device link")

    monkeypatch.setattr(os, "link", refuse)
    film = place(work, target)
    assert not film.path.samefile(work / "final_video.mp4")
    assert read_proof(target) == film


def test_on_another_file_system_it_is_copied(work: Path, small_disk: Path) -> None:
    film = place(work, small_disk / "a-film")
    assert read_proof(small_disk / "a-film") == film


def test_a_full_disk_leaves_the_old_film(work: Path, small_disk: Path) -> None:
    target = small_disk / "a-film"
    old = place(work, target)
    (small_disk / "filler").write_bytes(bytes(SMALL_DISK_BYTES - _used(small_disk) - 8192))
    write_film(work / "final_video.mp4", seconds=3, grey=90)
    error = refused(work, target)
    assert (error.code, error.retryable) == ("disk-full", True)
    assert read_proof(target) == old
    assert_nothing_half_done(target)
    (small_disk / "filler").unlink()
    assert place(work, target, attempt=2) == read_proof(target)


def _used(disk: Path) -> int:
    usage = os.statvfs(disk)
    return (usage.f_blocks - usage.f_bfree) * usage.f_frsize


def test_a_copy_that_differs_is_not_kept(work: Path, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(placing, "sha256_of", lambda *_: "another")
    assert refused(work, target, share=False).code == "copy-differs"
    assert not target.exists() or not any(target.iterdir())


def test_the_same_film_is_put_in_its_place_again(work: Path, target: Path) -> None:
    place(work, target)
    film = place(work, target, attempt=2)
    assert read_proof(target) == film
    assert_nothing_half_done(target)


def test_a_new_film_takes_the_place_of_the_old(work: Path, target: Path) -> None:
    old = place(work, target, share=False)
    write_film(work / "final_video.mp4", grey=90)
    (work / "captions.vtt").unlink()
    new = place(work, target, attempt=2)
    assert (new.sha256 != old.sha256, new.made_by) == (True, 2)
    assert read_proof(target) == new
    assert not (target / "captions.vtt").exists()


def test_an_old_film_stays_until_the_new_one_is_there(work: Path, target: Path) -> None:
    old = place(work, target, share=False)
    content = (work / "final_video.mp4").read_bytes()
    (work / "final_video.mp4").write_bytes(content[: len(content) // 2])
    assert refused(work, target).code == "film-damaged"
    assert read_proof(target) == old


class _DeathError(BaseException):
    pass


def die_at(step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let everything stop just before the rename number ``step``."""
    steps = iter(range(100))
    really = files._sync_file

    def maybe(path: Path) -> None:
        really(path)
        if next(steps) == step:
            raise _DeathError

    monkeypatch.setattr(files, "_sync_file", maybe)


@pytest.mark.parametrize("step", range(7))
def test_whenever_it_dies_there_is_a_proven_film_or_no_proof(
    step: int, work: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = place(work, target, share=False)
    write_film(work / "final_video.mp4", grey=90)
    with monkeypatch.context() as patched:
        die_at(step, patched)
        with pytest.raises(_DeathError):
            place(work, target, attempt=2)
    found = read_proof(target)
    assert found == (old if step == 0 else None)
    assert place(work, target, attempt=3) == read_proof(target)
    assert_nothing_half_done(target)


def test_without_a_film_nothing_is_touched(work: Path, target: Path) -> None:
    (work / "final_video.mp4").unlink()
    assert refused(work, target).code == "film-missing"
    assert not target.exists()


@pytest.mark.parametrize("share", [True, False])
def test_it_is_broken_off_in_the_midst_of_the_film_when_there_is_no_time_for_it(
    work: Path, target: Path, share: bool
) -> None:
    place(work, target, share=False)
    write_film(work / "final_video.mp4", grey=90)
    with pytest.raises(VideoGenError) as caught:
        place_film(
            work,
            target,
            attempt=2,
            made_at=5.0,
            share=share,
            broken_off=lambda: any(target.glob(f"final_video{PARTIAL_MARK}*")),
        )
    assert (caught.value.code, caught.value.retryable) == ("broken-off", True)
    assert_nothing_half_done(target)
    old = read_proof(target)
    assert old is not None
    assert old.made_by == 1
    assert place(work, target, attempt=3) == read_proof(target)


def test_once_the_film_is_in_its_place_nothing_keeps_its_proof_from_being_written(
    work: Path, target: Path
) -> None:
    old = place(work, target, share=False)
    write_film(work / "final_video.mp4", grey=90)

    film = place_film(
        work,
        target,
        attempt=2,
        made_at=5.0,
        broken_off=lambda: sha256_of(target / "final_video.mp4") != old.sha256,
    )

    assert film.made_by == 2
    assert read_proof(target) == film


@pytest.mark.parametrize("share", [True, False])
def test_a_link_out_of_the_folder_is_not_followed(
    work: Path, target: Path, tmp_path: Path, share: bool
) -> None:
    for name in ("final_video.mp4", "script.json"):
        (work / name).rename(tmp_path / name)
        (work / name).symlink_to(tmp_path / name)
    assert refused(work, target, share=share).code == "film-missing"
    (work / "final_video.mp4").unlink()
    (tmp_path / "final_video.mp4").rename(work / "final_video.mp4")
    place(work, target, share=share)
    assert not (target / "script.json").exists()


def test_a_folder_that_is_itself_a_link_is_not_followed(work: Path, target: Path) -> None:
    link = work.with_name("link")
    link.symlink_to(work)
    assert refused(link, target).code == "film-missing"


def test_a_link_to_a_file_beside_it_is_the_film(work: Path, target: Path) -> None:
    (work / "final_video.mp4").rename(work / "v2.mp4")
    (work / "final_video.mp4").symlink_to("v2.mp4")
    film = place(work, target)
    assert not film.path.is_symlink()
    assert read_proof(target) == film


def test_a_pipe_or_a_circle_is_no_film(work: Path, target: Path) -> None:
    (work / "final_video.mp4").unlink()
    os.mkfifo(work / "final_video.mp4")
    assert refused(work, target).code == "film-missing"
    (work / "final_video.mp4").unlink()
    (work / "final_video.mp4").symlink_to("final_video.mp4")
    assert refused(work, target).code == "film-missing"


_LIMITED = """
import resource, sys
from pathlib import Path
from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.work.placing import place_film
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), int(sys.argv[3])))
try:
    place_film(Path(sys.argv[1]), Path(sys.argv[2]), attempt=2, made_at=1.0, share=False)
except VideoGenError as error:
    sys.exit(error.code)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="file size limits are a thing of POSIX")
def test_a_limit_on_the_size_of_files_is_a_full_disk(work: Path, target: Path) -> None:
    old = place(work, target, share=False)
    write_film(work / "final_video.mp4", seconds=3)
    program = [sys.executable, "-c", _LIMITED, str(work), str(target), str(old.size)]
    done = subprocess.run(program, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr.strip()) == (1, "disk-full")
    assert read_proof(target) == old
    assert_nothing_half_done(target)


def spoil_size(target: Path) -> None:
    with (target / "final_video.mp4").open("ab") as file:
        file.write(b"x")


def spoil_content(target: Path) -> None:
    with (target / "final_video.mp4").open("r+b") as file:
        file.seek(1000)
        file.write(b"xxxx")


def spoil_proof(target: Path) -> None:
    (target / "film.json").write_text("{")


def spoil_facts(target: Path) -> None:
    told = json.loads((target / "film.json").read_text())
    (target / "film.json").write_text(json.dumps({**told, "size": "large"}))


def spoil_link(target: Path) -> None:
    (target / "final_video.mp4").rename(target / "v.mp4")
    (target / "final_video.mp4").symlink_to("v.mp4")


def spoil_film(target: Path) -> None:
    (target / "final_video.mp4").unlink()


@pytest.mark.parametrize(
    "spoil", [spoil_size, spoil_content, spoil_proof, spoil_facts, spoil_link, spoil_film, shutil.rmtree]
)
def test_a_proof_proves_only_the_file_that_was_proven(
    spoil: Callable[[Path], None], work: Path, target: Path
) -> None:
    place(work, target, share=False)
    spoil(target)
    assert read_proof(target) is None


def test_a_quick_look_compares_the_size_only(work: Path, target: Path) -> None:
    film = place(work, target, share=False)
    spoil_content(target)
    assert read_proof(target, thorough=False) == film


def test_a_folder_that_was_moved_proves_its_film_where_it_is_now(
    work: Path, target: Path, tmp_path: Path
) -> None:
    place(work, target)
    target.rename(tmp_path / "moved")
    film = read_proof(tmp_path / "moved")
    assert film is not None
    assert film.path == tmp_path / "moved" / "final_video.mp4"


def test_a_folder_that_cannot_be_made_is_a_plain_error(work: Path, tmp_path: Path) -> None:
    (tmp_path / "films").write_text("a file")
    assert refused(work, tmp_path / "films" / "x").code == "not-writable"
