"""A film that was moved is put back where the list has it, if it is that film."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from videogen_desktop.desktop.finding import put_back
from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.model import Film

if TYPE_CHECKING:
    from pathlib import Path

CONTENT = b"a film" * 1000


def film_at(path: Path) -> Film:
    return Film(path, 1.0, 16, 9, len(CONTENT), hashlib.sha256(CONTENT).hexdigest(), 0.0, 1)


def test_it_is_copied_back_and_stays_where_it_was_found(tmp_path: Path) -> None:
    found = tmp_path / "elsewhere.mp4"
    found.write_bytes(CONTENT)
    film = film_at(tmp_path / "films" / "key" / "final_video.mp4")

    put_back(film, found)

    assert film.path.read_bytes() == CONTENT
    assert found.exists()


@pytest.mark.parametrize("content", [b"another", b"A film" * 1000])
def test_another_file_is_refused_and_nothing_written(tmp_path: Path, content: bytes) -> None:
    found = tmp_path / "elsewhere.mp4"
    found.write_bytes(content)
    film = film_at(tmp_path / "films" / "key" / "final_video.mp4")

    with pytest.raises(VideoGenError, match="not the film"):
        put_back(film, found)
    assert not film.path.exists()


def test_a_file_that_is_gone_is_a_plain_error(tmp_path: Path) -> None:
    with pytest.raises(VideoGenError):
        put_back(film_at(tmp_path / "final_video.mp4"), tmp_path / "nothing.mp4")
