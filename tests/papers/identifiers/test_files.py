"""Files: their encodings, what is not text, and what cannot be read."""

from __future__ import annotations

import gzip
import io
import os
import zipfile
from pathlib import Path

import pytest

from videogen_desktop.errors import VideoGenError
from videogen_desktop.papers.identifiers import MAX_LIST_BYTES, read_list_bytes, read_list_file

TEXT = "Étude de Müller: PMID 29412138\r\nPMC5832925\r\nrien\r\n"
TABLE = "Année\tPMID\tRevue\r\n2018\t29412138\teLife\r\n"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "cp1252"],
)
def test_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "liste.txt"
    path.write_bytes(TEXT.encode(encoding))
    recognised = read_list_file(path)
    assert [(entry.line, str(entry.identifier)) for entry in recognised.found] == [
        (1, "PMID 29412138"),
        (2, "PMC5832925"),
    ]
    assert [(refused.line, refused.text) for refused in recognised.refused] == [(3, "rien")]
    path.write_bytes(TABLE.encode(encoding))
    recognised = read_list_file(path)
    assert [str(entry.identifier) for entry in recognised.found] == ["PMID 29412138"]
    assert recognised.found[0].text == "2018 | 29412138 | eLife"


def test_utf16_big_endian_with_its_mark() -> None:
    recognised = read_list_bytes(b"\xfe\xff" + TEXT.encode("utf-16-be"))
    assert len(recognised.found) == 2


def test_utf16_without_mark_and_half_of_another_script() -> None:
    text = "29412138 \u5149\u5b66\u6210\u50cf PMID: 21810267\n18405359\n"
    for encoding in ("utf-16-le", "utf-16-be"):
        recognised = read_list_bytes(text.encode(encoding))
        assert [str(entry.identifier) for entry in recognised.found] == ["PMID 21810267", "PMID 18405359"]


def test_utf16_cut_in_the_middle_of_a_character() -> None:
    recognised = read_list_bytes("29412138\n21810267\n".encode("utf-16")[:-1])
    assert len(recognised.found) == 2


def test_curly_quotes_and_dashes_of_windows() -> None:
    recognised = read_list_bytes(b"\x93PMID: 29412138\x94 \x96 seen\n\x85\n")
    assert [str(entry.identifier) for entry in recognised.found] == ["PMID 29412138"]
    assert recognised.refused[0].text == "…"


def test_a_zero_byte_in_a_text_costs_its_line_alone() -> None:
    recognised = read_list_bytes(b"29412138\n1\x002\n21810267\n")
    assert [entry.line for entry in recognised.found] == [1, 3]
    assert [refused.line for refused in recognised.refused] == [2]
    assert "control characters" in recognised.refused[0].reason


def test_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "empty.csv"
    path.touch()
    assert read_list_file(path).found == ()


def _workbook() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("xl/worksheets/sheet1.xml", "<c><v>29412138</v></c>")
    return file.getvalue()


BINARY = {
    "a workbook": (_workbook(), "Excel workbook"),
    "an old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "old Excel"),
    "a PDF": (b"%PDF-1.7\n29412138\n", "PDF document"),
    "a gzip bomb": (gzip.compress(b"29412138\n" * 1_000_000), "gzip archive"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(64), "picture"),
    "all bytes": (bytes(range(256)) * 16, "bytes that no text has"),
    "zeros": (bytes(4096), "bytes that no text has"),
    "a program": (b"\x7fELF" + bytes(range(32)) * 64, "bytes that no text has"),
}


@pytest.mark.parametrize(("content", "what"), BINARY.values(), ids=BINARY)
def test_a_binary_file_under_another_name_is_refused_in_a_sentence(
    tmp_path: Path, content: bytes, what: str
) -> None:
    path = tmp_path / "papers.csv"
    path.write_bytes(content)
    with pytest.raises(VideoGenError, match=what) as caught:
        read_list_file(path)
    assert caught.value.code == "bad-list"
    assert "papers.csv" in caught.value.message


def test_a_file_of_two_gigabytes_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.write(b"29412138\n")
        file.truncate(2 * 2**30)
    with pytest.raises(VideoGenError, match="larger than 128 MB") as caught:
        read_list_file(path)
    assert caught.value.code == "bad-list"
    with pytest.raises(VideoGenError, match="larger than 128 MB"):
        read_list_bytes(bytes(MAX_LIST_BYTES + 1))


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.txt", tmp_path, Path("a\0b"), tmp_path / ("n" * 300)):
        with pytest.raises(VideoGenError) as caught:
            read_list_file(path)
        assert caught.value.code == "bad-list"
        assert caught.value.hint


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.timeout(120)
def test_a_pipe_that_nobody_writes_to_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe.txt"
    os.mkfifo(path)
    with pytest.raises(VideoGenError, match="not a file"):
        read_list_file(path)
