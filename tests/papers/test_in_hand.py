from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from videogen_desktop.errors import VideoGenError
from videogen_desktop.papers.in_hand import read_in_hand

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def paper_with(graphics: Iterable[str]) -> bytes:
    figures = "".join(f'<fig id="f{n}"><graphic href="{name}"/></fig>' for n, name in enumerate(graphics, 1))
    return f"<article><body><p>Text.</p>{figures}</body></article>".encode()


def error_of(path: Path) -> VideoGenError:
    with pytest.raises(VideoGenError) as caught:
        read_in_hand(path)
    return caught.value


def test_a_folder_with_a_paper_and_its_figures(corpus: Path) -> None:
    folder = corpus / "elife-32671"
    found = read_in_hand(folder)
    assert found.paper.ids.doi == "10.7554/eLife.32671"
    assert found.paper.origin == "in-hand"
    assert found.xml == (folder / "article.xml").read_bytes()
    assert found.pictures == tuple((f"fig{n}", folder / f"fig{n}.jpg") for n in range(1, 6))


def test_a_file_alone_brings_no_figures(corpus: Path) -> None:
    found = read_in_hand(corpus / "elife-32671" / "article.xml")
    assert len(found.paper.figures) == 5
    assert found.pictures == ()


@pytest.mark.parametrize(
    "name", ["jats/mds526.nxml", "pubmed/efetch_pmc_correction.xml", "pubmed/pubmed4.xml"]
)
def test_every_kind_of_file_is_read(corpus: Path, name: str) -> None:
    assert read_in_hand(corpus / name).paper.title.plain


def test_a_pubmed_record_in_a_folder(corpus: Path, tmp_path: Path) -> None:
    shutil.copy(corpus / "pubmed" / "pubmed4.xml", tmp_path / "record.xml")
    found = read_in_hand(tmp_path)
    assert found.paper.ids.pmid == "27797938"
    assert found.paper.origin == "pubmed-abstract"


def test_pictures_are_matched_by_name_wherever_they_lie(tmp_path: Path) -> None:
    names = ["info:doi/10.1371/journal.pone.0026358.g001", "Fig2", "fig3.tif", "media/fig4.png", "missing"]
    (tmp_path / "paper.nxml").write_bytes(paper_with(names))
    (tmp_path / "figures").mkdir()
    for file in (
        "pone.0026358.g001.jpg",
        "figures/FIG2.PNG",
        "fig3.jpg",
        "fig3.gif",
        "figures/fig4.png",
        "fig5.jpg",
    ):
        (tmp_path / file).write_bytes(b"x")
    assert read_in_hand(tmp_path).pictures == (
        ("f1", tmp_path / "pone.0026358.g001.jpg"),
        ("f2", tmp_path / "figures" / "FIG2.PNG"),
        ("f3", tmp_path / "fig3.jpg"),
        ("f4", tmp_path / "figures" / "fig4.png"),
    )


def test_nothing_outside_the_folder_is_reached(tmp_path: Path) -> None:
    (tmp_path / "secret.jpg").write_bytes(b"x")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "fig2.jpg").write_bytes(b"x")
    folder = tmp_path / "paper"
    folder.mkdir()
    names = [
        "../secret.jpg",
        "fig1",
        "fig2",
        str(tmp_path / "secret.jpg"),
        "linked/fig2.jpg",
        "..\\secret.jpg",
    ]
    (folder / "paper.xml").write_bytes(paper_with(names))
    (folder / "fig1.jpg").symlink_to(tmp_path / "secret.jpg")
    (folder / "linked").symlink_to(tmp_path / "elsewhere")
    (folder / "other.xml").symlink_to(tmp_path / "none.xml")
    assert read_in_hand(folder).pictures == ()


def test_folders_inside_folders_inside_are_not_searched(tmp_path: Path) -> None:
    (tmp_path / "paper.xml").write_bytes(paper_with(["fig1"]))
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    (deep / "fig1.jpg").write_bytes(b"x")
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "fig1.jpg").write_bytes(b"x")
    assert read_in_hand(tmp_path).pictures == ()


def test_other_xml_beside_the_paper_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "paper.xml").write_bytes(paper_with([]))
    (tmp_path / "manifest.xml").write_bytes(b"<dar><documents/></dar>")
    (tmp_path / "broken.xml").write_bytes(b"<dar>")
    (tmp_path / "._paper.xml").write_bytes(b"\x00\x05\x16\x07")
    assert read_in_hand(tmp_path).paper.has_full_text


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    assert error_of(tmp_path / "none").code == "paper-not-found"
    assert error_of(tmp_path / "none.xml").code == "paper-not-found"


def test_a_folder_without_a_paper_or_with_two(tmp_path: Path) -> None:
    assert error_of(tmp_path).code == "bad-input"
    (tmp_path / "manifest.xml").write_bytes(b"<dar/>")
    assert error_of(tmp_path).code == "bad-input"
    for name in ("a.xml", "b.NXML"):
        (tmp_path / name).write_bytes(paper_with([]))
    error = error_of(tmp_path)
    assert error.code == "bad-input"
    assert "a.xml and b.NXML" in error.message


def test_more_than_one_paper_in_a_file(corpus: Path, tmp_path: Path) -> None:
    assert error_of(corpus / "pubmed" / "pubmed1.xml").code == "bad-input"
    several = tmp_path / "several.xml"
    several.write_bytes(b"<pmc-articleset>" + paper_with([]) * 2 + b"</pmc-articleset>")
    assert error_of(several).code == "bad-input"
    none = tmp_path / "none.xml"
    none.write_bytes(b"<PubmedArticleSet/>")
    assert error_of(none).code == "bad-input"


@pytest.mark.parametrize("content", [b"", b"<article><body>", b"<html/>", b"<a>" * 20_000, b"\x89PNG"])
def test_broken_xml_is_said(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "paper.xml"
    file.write_bytes(content)
    assert error_of(file).code == "bad-xml"
    assert error_of(tmp_path).code == "bad-xml"


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "paper.xml"
    with file.open("wb") as sparse:
        sparse.truncate(2 * 1024**3)
    assert error_of(file).code == "too-large"


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the administrator may read everything"
)
def test_a_folder_that_may_not_be_read(tmp_path: Path) -> None:
    tmp_path.chmod(0o000)
    try:
        assert error_of(tmp_path).code == "bad-input"
    finally:
        tmp_path.chmod(0o700)
