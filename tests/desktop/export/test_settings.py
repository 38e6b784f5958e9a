from __future__ import annotations

import json
from pathlib import Path

import pytest

from videogen_desktop.desktop.export import ExportSettings, read_export_settings, write_export_settings
from videogen_desktop.errors import VideoGenError


def test_the_last_export_is_remembered(tmp_path: Path) -> None:
    settings = ExportSettings(Path("/films/Übersicht"), "{title}", ("film", "bibtex"), "rename", record=False)
    write_export_settings(tmp_path / "export.json", settings)
    assert read_export_settings(tmp_path / "export.json") == settings
    assert json.loads((tmp_path / "export.json").read_bytes())["parts"] == ["film", "bibtex"]


def test_the_first_export_begins_with_the_usual(tmp_path: Path) -> None:
    assert read_export_settings(tmp_path / "none.json") == ExportSettings()


def test_settings_of_an_older_version_are_filled_up(tmp_path: Path) -> None:
    (tmp_path / "export.json").write_text('{"template": "{pmid}"}', encoding="utf-8")
    assert read_export_settings(tmp_path / "export.json") == ExportSettings(template="{pmid}")


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"policy": "overwrite"}', b'{"parts": ["soul"]}', b'{"folder": 5}']
)
def test_settings_that_cannot_be_read_are_said_and_left(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "export.json").write_bytes(content)
    with pytest.raises(VideoGenError) as refused:
        read_export_settings(tmp_path / "export.json")
    assert refused.value.code == "bad-setting"
    assert (tmp_path / "export.json").read_bytes() == content
