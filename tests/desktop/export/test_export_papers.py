from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from tests.desktop.export.finished import FACTS, paper_of
from videogen_desktop.desktop.export import paper_for_citing, read_paper
from videogen_desktop.papers.citation import cite
from videogen_desktop.papers.model import PaperIds

if TYPE_CHECKING:
    from pathlib import Path


def test_the_paper_as_it_was_read_is_cited() -> None:
    content = msgspec.json.encode(replace(paper_of(FACTS), ids=PaperIds(doi="10.1/x")))
    paper = paper_for_citing(replace(FACTS, retracted=True), content)
    assert paper.volume == "7"
    assert paper.ids == PaperIds(pmid="29608148", doi="10.1/x")
    assert paper.retracted


def test_a_paper_that_was_not_fetched_yet_is_cited_by_what_is_known() -> None:
    for content in (None, b"", b"{", b"[" * 100_000, b'{"title": 5}'):
        assert cite([paper_for_citing(FACTS, content)], "bibtex").startswith(
            "@article{yang2018imaging,\n"
            "  author = {Yang, Weijian and Carrillo-Reid, Luis and Yuste, Rafael},\n"
        )


def test_the_first_folder_with_a_paper_tells_of_it(tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "paper.json").write_bytes(msgspec.json.encode(paper_of(FACTS)))
    assert read_paper(FACTS, (tmp_path / "film", tmp_path / "work")).volume == "7"
    assert read_paper(FACTS, (tmp_path / "film",)).volume == ""


def test_exporting_needs_neither_widgets_nor_codecs() -> None:
    unwanted = ["PySide6", "av", "numpy", "onnxruntime", "sqlalchemy"]
    code = (
        "import sys, videogen_desktop.desktop.export;"
        f"print([name for name in {unwanted} if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert told.strip() == "[]"
