from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.desktop.export.finished import FACTS, job_of
from videogen_desktop.desktop.export import ExportSettings, Receipt, record_csv
from videogen_desktop.desktop.export.record import HEADINGS, harmless

if TYPE_CHECKING:
    from pathlib import Path


def receipt_of(title: str, folder: Path) -> Receipt:
    job = job_of(None, facts=replace(FACTS, title=title, authors=(title, "Rafael Yuste"), licence=title))
    return Receipt(folder, ExportSettings(), (job,), (), (), 0.0, 1.0, cancelled=False)


@given(title=st.text(st.sampled_from("=+-@\t\r\n\",;'a＝\u2028\x00"), max_size=12))
def test_whatever_a_title_holds_a_row_stays_a_row_of_harmless_cells(
    title: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    content = record_csv(receipt_of(title, tmp_path_factory.getbasetemp()))
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == 2  # the headings and one row
    assert b"\n" not in content.replace(b"\r\n", b"")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))
    assert rows[0] == list(HEADINGS)
    assert len(rows[1]) == len(HEADINGS)
    assert not [cell for cell in rows[1] if cell[:1] and cell[0] in "=+-@\t\r＝＋－＠"]


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'=1"),
        ("\r-2", "'-2"),        ("＝1", "'＝1"), ("a=1", "a=1"), ("", ""), ("“quoted”", "“quoted”"),
    ],
)  # fmt: skip
def test_cells(cell: str, told: str) -> None:
    assert harmless(cell) == told
