from pathlib import Path

import pytest

from videogen_desktop.errors import VideoGenError
from videogen_desktop.files import replacing
from videogen_desktop.pipeline.manifest import NAME, Manifest, fingerprint


def test_work_is_proven_only_while_inputs_and_outputs_are_what_they_were(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("made")
    manifest = Manifest(tmp_path, "PMID 1")
    manifest.record("step", "in", ["a.txt"])
    again = Manifest.read(tmp_path)
    assert again is not None
    assert again.paper == "PMID 1"
    assert again.proves("step", "in")
    assert not again.proves("step", "other")
    assert not again.proves("another step", "in")
    (tmp_path / "a.txt").write_text("changed")
    assert not again.proves("step", "in")
    (tmp_path / "a.txt").unlink()
    assert not again.proves("step", "in")


@pytest.mark.parametrize(
    "content", [b"", b"{", b'{"version": 1}', b"\xff\xfe", b'{"version":99,"program":"","paper":"p"}']
)
def test_a_manifest_that_cannot_be_read_proves_nothing(tmp_path: Path, content: bytes) -> None:
    (tmp_path / NAME).write_bytes(content)
    manifest = Manifest.read(tmp_path)
    assert manifest is not None
    assert not manifest.proves("step", "in")


def test_no_manifest_is_told_from_a_damaged_one(tmp_path: Path) -> None:
    assert Manifest.read(tmp_path) is None


def test_equal_data_has_equal_fingerprints_whatever_its_order() -> None:
    assert fingerprint({"a": 1, "b": 2}) == fingerprint({"b": 2, "a": 1})
    assert fingerprint(["a", "b"]) != fingerprint(["b", "a"])


def test_a_file_that_fails_half_way_leaves_the_old_one_and_no_rubbish(tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    path.write_bytes(b"old")

    def write_half() -> None:
        with replacing(path) as partial:
            partial.write_bytes(b"half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        write_half()
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["film.mp4"]


def test_a_folder_in_place_of_a_parent_is_a_plain_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(VideoGenError) as caught, replacing(tmp_path / "file" / "film.mp4"):
        pass
    assert caught.value.code == "not-writable"
