"""A fetched paper's figures: which are asked for, and which are left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ncbi_double import Fault, NcbiDouble
from tests.papers.fetch_helpers import ELIFE, PMID, failing, fetch, picture

if TYPE_CHECKING:
    from pathlib import Path

    from tests.papers.conftest import FakeTime


def with_pictures(double: NcbiDouble, **changed: bytes) -> None:
    pictures = dict(double.library[ELIFE].pictures)
    double.library.change(
        ELIFE, pictures={**pictures, **{f"{name}.jpg": body for name, body in changed.items()}}
    )


def test_what_is_broken_is_left_out_and_said(elife: NcbiDouble, tmp_path: Path) -> None:
    whole = elife.library[ELIFE].pictures["fig1.jpg"]
    with_pictures(
        elife,
        fig1=whole[: len(whole) // 2],
        fig2=b"<html>not a picture</html>",
        fig3=b'<svg xmlns="http://www.w3.org/2000/svg"><image href="http://127.0.0.1/x"/></svg>',
    )
    paper = fetch(elife, PMID, tmp_path).paper
    assert [bool(figure.file) for figure in paper.figures] == [False, False, False, True, True]
    said = [note for note in paper.notes if "left out" in note]
    assert len(said) == 3
    assert said[0].startswith("Figure 1 was left out. The picture cannot be used: it is damaged")
    assert sorted(path.name for path in (tmp_path / "figures").iterdir()) == [
        "figure-04.jpg",
        "figure-05.jpg",
    ]


def test_a_broken_picture_is_not_kept(elife: NcbiDouble, tmp_path: Path) -> None:
    cache = {"VIDEOGEN_CACHE_DIR": str(tmp_path / "cache")}
    elife.faults.add(Fault("fig1.jpg", "html", times=1))
    assert fetch(elife, PMID, tmp_path / "a", **cache).paper.figures[0].file is None
    assert fetch(elife, PMID, tmp_path / "b", **cache).paper.figures[0].file == "figures/figure-01.jpg"


def test_one_that_is_too_large_is_left_out(elife: NcbiDouble, tmp_path: Path) -> None:
    elife.faults.add(Fault("fig1.jpg", "huge"))
    paper = fetch(elife, PMID, tmp_path).paper
    assert [bool(figure.file) for figure in paper.figures] == [False, True, True, True, True]
    assert any(note.startswith("Figure 1 was left out.") for note in paper.notes)


def test_one_that_is_not_there_is_left_out(elife: NcbiDouble, tmp_path: Path) -> None:
    pictures = dict(elife.library[ELIFE].pictures)
    del pictures["fig4.jpg"]
    elife.library.change(ELIFE, pictures=pictures)
    paper = fetch(elife, PMID, tmp_path).paper
    assert [bool(figure.file) for figure in paper.figures] == [True, True, True, False, True]
    assert "Figure 4 was left out: its picture is not there." in paper.notes


def test_a_passing_fault_is_no_reason_to_go_without(
    elife: NcbiDouble, tmp_path: Path, fake_time: FakeTime
) -> None:
    elife.faults.add(Fault("fig1.jpg", "status", status=503, times=2))
    assert fetch(elife, PMID, tmp_path, fake_time.timing()).paper.figures[0].file
    elife.faults.add(Fault("fig1.jpg", "status", status=503))
    assert failing(elife, PMID, tmp_path, fake_time.timing()).code == "server-error"


def test_the_file_is_named_by_what_it_is(elife: NcbiDouble, tmp_path: Path) -> None:
    with_pictures(elife, fig1=picture("PNG"), fig2=picture("WEBP"))
    files = [figure.file for figure in fetch(elife, PMID, tmp_path).paper.figures]
    assert files[:3] == ["figures/figure-01.png", "figures/figure-02.webp", "figures/figure-03.jpg"]


def test_none_is_asked_for_under_an_unknown_licence(ncbi: NcbiDouble, tmp_path: Path) -> None:
    """This paper states no licence, and PMC's word for it is no licence either."""
    ncbi.library.change("6605965a", pictures={"6605965f1.jpg": picture("JPEG")})
    jats = (ncbi.library["6605965a"].jats or b"").replace(
        b"</body>",
        b'<fig id="f1"><label>Figure 1</label><graphic xlink:href="6605965f1" '
        b'xmlns:xlink="http://www.w3.org/1999/xlink"/></fig></body>',
    )
    ncbi.library.change("6605965a", jats=jats)
    paper = fetch(ncbi, "21045829", tmp_path).paper
    assert not paper.licence.known
    assert paper.figures
    assert all(figure.file is None for figure in paper.figures)
    assert any("no licence" in note for note in paper.notes)
    assert ncbi.seen(".jpg") == []


def test_a_name_in_the_xml_cannot_leave_the_folder(elife: NcbiDouble, tmp_path: Path) -> None:
    jats = (elife.library[ELIFE].jats or b"").replace(b'"fig1.jpg"', b'"../../../../escape.jpg"')
    pictures = {**elife.library[ELIFE].pictures, "escape.jpg": picture("JPEG")}
    elife.library.change(ELIFE, jats=jats, pictures=pictures)
    paper = fetch(elife, PMID, tmp_path / "out").paper
    assert paper.figures[0].file == "figures/figure-01.jpg"
    assert {path.name for path in tmp_path.iterdir()} == {"out"}


def test_a_full_disk_is_no_missing_figure(elife: NcbiDouble, tmp_path: Path) -> None:
    (tmp_path / "figures").write_text("a file is in the way")
    assert failing(elife, PMID, tmp_path).code == "not-writable"
