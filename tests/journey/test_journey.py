"""A list dropped on an empty window becomes films in a folder, on a real screen and with a real mouse."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.journey.journey import take

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.skipif(sys.platform != "linux", reason="Xvfb is a screen of X")
@pytest.mark.timeout(600)
def test_from_an_empty_window_to_exported_films(tmp_path: Path) -> None:
    taken = take(tmp_path / "journey", (1280, 720), looks=("light",))

    assert taken.code == 0, taken.said
    assert "Traceback" not in taken.said
    assert sorted(path.suffix for path in taken.exported.iterdir()) == [
        ".csv",
        ".mp4",
        ".mp4",
        ".srt",
        ".srt",
    ]
    assert any("two-photon optogenetics" in path.name for path in taken.exported.glob("*.mp4"))
    assert len(list(taken.pictures.glob("*.png"))) >= 10
