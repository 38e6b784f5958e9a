"""What a drop or the clipboard brings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

from videogen_desktop.desktop.adding.mime import brought_by, has_something, text_brought
from videogen_desktop.papers.identifiers import MAX_LIST_BYTES

if TYPE_CHECKING:
    from pathlib import Path


def of_urls(*urls: str) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl(url) for url in urls])
    return mime


def test_files_are_paths_and_links_are_lines(tmp_path: Path) -> None:
    file = tmp_path / "my list äöü.txt"
    mime = of_urls(QUrl.fromLocalFile(str(file)).toString(), "https://doi.org/10.7554/eLife.32671")
    brought = brought_by(mime)
    assert brought.paths == (file,)
    assert brought.text == "https://doi.org/10.7554/eLife.32671"


def test_text_is_text_and_goes_with_its_page() -> None:
    mime = QMimeData()
    mime.setText("29412138")
    mime.setHtml("<a href='https://pubmed.ncbi.nlm.nih.gov/29412138/'>29412138</a>")
    brought = brought_by(mime)
    assert brought.text == "29412138"
    assert "href" in brought.html


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("data:text/plain,29412138", "holds its content itself"),
        ("javascript:alert(1)", "piece of a program"),
        ("about:blank", "means something only in the program"),
        ("blob:https://example.com/6e0c", "means something only in the program"),
    ],
)
def test_links_that_cannot_name_a_paper_are_not_looked_at(url: str, reason: str) -> None:
    brought = brought_by(of_urls(url))
    assert (brought.text, brought.paths) == ("", ())
    (refused,) = brought.refused
    assert refused.text.startswith(url[:5])
    assert reason in refused.reason


def test_a_long_data_link_is_shown_short() -> None:
    (refused,) = brought_by(of_urls("data:text/plain;base64," + "A" * 100_000)).refused
    assert len(refused.text) <= 80


def test_too_much_text_is_a_sentence() -> None:
    brought = text_brought("x" * (MAX_LIST_BYTES + 1))
    assert brought.text == ""
    assert "larger than 128 MB" in brought.refused[0].reason


def test_what_holds_no_text_is_not_accepted() -> None:
    picture = QMimeData()
    picture.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    assert not has_something(picture)
    assert not has_something(QMimeData())
    assert brought_by(QMimeData()).nothing
    assert has_something(of_urls("https://example.com"))
