"""Reading lists, papers in hand, folders and web pages from the disk."""

from __future__ import annotations

import os
import shutil
import threading
from typing import TYPE_CHECKING

import pytest

from tests.pipeline.runs import write_small_paper
from videogen_desktop.desktop.adding.brought import Brought, page_of
from videogen_desktop.desktop.adding.reading import read
from videogen_desktop.desktop.adding.walking import walk

if TYPE_CHECKING:
    from pathlib import Path

    from videogen_desktop.jobs.material import Material

RECORDS = """<?xml version="1.0"?><PubmedArticleSet>{}</PubmedArticleSet>"""
RECORD = (
    "<PubmedArticle><MedlineCitation><PMID>{}</PMID><Article><ArticleTitle>T</ArticleTitle></Article>"
    "</MedlineCitation></PubmedArticle>"
)


def found(material: Material) -> list[str]:
    return [entry.identifier.value for entry in material.recognised.found]


def reasons(material: Material) -> dict[str, str]:
    refused = [(each.text, each.reason) for each in material.recognised.refused]
    return dict([*refused, *((each.text, each.reason) for each in material.not_recognised)])


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("list.txt", "29412138\nPMC5832411\n"),
        ("list.csv", "Title,PMID,PMCID\nA,29412138,\nB,,PMC5832411\n"),
        ("list.tsv", "Title\tPMID\tPMCID\nA\t29412138\t\nB\t\tPMC5832411\n"),
        ("list.nbib", "PMID- 29412138\nTI  - A\n\nTI  - B\nPMC - PMC5832411\n"),
        (
            "list.ris",
            "TY  - JOUR\nAN  - 29412138\nER  - \nTY  - JOUR\nC2  - PMC5832411\nER  - \n",
        ),
        ("no ending", "29412138 PMC5832411"),
    ],
)
def test_every_kind_of_list_is_read(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert {"29412138"} <= set(found(read(Brought(paths=(tmp_path / name,)))))


def test_an_export_of_many_records_names_papers_and_a_lone_record_is_a_paper(tmp_path: Path) -> None:
    many, one = tmp_path / "many.xml", tmp_path / "one.xml"
    many.write_text(RECORDS.format(RECORD.format(11) + RECORD.format(12)), encoding="utf-8")
    one.write_text(RECORDS.format(RECORD.format(13)), encoding="utf-8")
    material = read(Brought(paths=(many, one)))
    assert found(material) == ["11", "12"]
    assert [paper.facts.source for paper in material.in_hand] == [one]


def test_a_paper_in_hand_is_known_by_its_own_words(tmp_path: Path) -> None:
    paper = write_small_paper(tmp_path / "small")
    (read_paper,) = read(Brought(paths=(paper,))).in_hand
    assert read_paper.facts.source == paper
    assert read_paper.facts.title


def test_a_folder_with_one_paper_and_its_figures_is_one_paper(corpus: Path) -> None:
    material = read(Brought(paths=(corpus / "elife-32671",)))
    (paper,) = material.in_hand
    assert paper.facts.source == corpus / "elife-32671"
    assert paper.facts.title.startswith("Simultaneous two-photon imaging")
    assert not material.recognised.found
    assert not material.not_recognised


def test_a_folder_of_papers_is_each_of_them(corpus: Path, tmp_path: Path) -> None:
    originals = sorted((corpus / "jats").glob("*.nxml"))[:3]
    for original in originals:
        shutil.copy(original, tmp_path)
    papers = read(Brought(paths=(tmp_path,))).in_hand
    assert sorted(paper.facts.source.name for paper in papers if paper.facts.source) == [
        o.name for o in originals
    ]


def test_lists_beside_a_paper_are_left_alone_and_said_to_be(corpus: Path, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    shutil.copytree(corpus / "elife-32671", folder)
    (folder / "supplement.csv").write_text("PMID\n29412138\n", encoding="utf-8")
    material = read(Brought(paths=(folder,)))
    assert len(material.in_hand) == 1
    assert found(material) == []
    assert "lists in it were left alone" in reasons(material)["mine"]


def test_a_folder_of_lists_is_walked_without_links_and_hidden_files(tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "lists"
    outside.mkdir()
    (folder / "inner").mkdir(parents=True)
    (outside / "no.txt").write_text("99", encoding="utf-8")
    (folder / "a.txt").write_text("11", encoding="utf-8")
    (folder / "inner" / "b.csv").write_text("PMID\n12\n", encoding="utf-8")
    (folder / ".hidden.txt").write_text("98", encoding="utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    (folder / "link").symlink_to(outside, target_is_directory=True)
    (folder / "link.txt").symlink_to(outside / "no.txt")
    (folder / "inner" / "round").symlink_to(folder, target_is_directory=True)
    material = read(Brought(paths=(folder,)))
    assert found(material) == ["11", "12"]
    told = [each.reason for each in material.not_recognised]
    assert told == [
        "Links in the folder are not followed (3).",
        "Other files in the folder were left alone (1).",
    ]
    assert material.places.of(material.recognised.found[1].line) == ("b.csv", 2)


def test_a_walk_ends_at_its_limits(tmp_path: Path) -> None:
    deep = tmp_path
    for number in range(4):
        deep = deep / f"d{number}"
        deep.mkdir()
        (deep / "list.txt").write_text("1", encoding="utf-8")
    shallow = walk(tmp_path, deepest=2)
    assert [found.path.name for found in shallow.folders] == ["d0", "d1"]
    assert "too deep" in shallow.left[0][1]
    few = walk(tmp_path, most=2)
    assert few.left[0][1] == "It holds more than 2 files; the rest was not looked at."


def test_a_walk_stops_when_it_is_told_to(tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("1", encoding="utf-8")
    stop = threading.Event()
    stop.set()
    assert walk(tmp_path, stop.is_set).folders == ()
    assert found(read(Brought(paths=(tmp_path,)), stop.is_set)) == []


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    (reason,) = reasons(read(Brought(paths=(tmp_path,)))).values()
    assert reason == "There is no list and no paper's XML in the folder."


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("binary.csv", os.urandom(5000), "not a text file"),
        ("book.csv", b"PK\x03\x04" + bytes(100), "an Excel workbook"),
        ("paper.pdf", b"%PDF-1.7 ...", "a PDF"),
        ("paper.xml", b"%PDF-1.7 ...", "a PDF"),
        ("broken.xml", b"<article><front>", "XML"),
        ("page.xml", b"<note>hello</note>", ""),
        ("empty.txt", b"", "names no paper"),
    ],
)
def test_a_file_that_is_no_list_is_a_sentence(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(content)
    material = read(Brought(paths=(tmp_path / name,)))
    assert found(material) == []
    (told,) = reasons(material).values()
    assert reason in told
    assert told.endswith(".")


def test_a_text_of_200_mb_is_refused_unread(tmp_path: Path) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(200 * 2**20)
    assert "larger than 128 MB" in reasons(read(Brought(paths=(huge,))))["huge.txt"]


def test_what_is_gone_or_no_file_is_a_sentence(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    told = reasons(read(Brought(paths=(tmp_path / "gone.txt", tmp_path / "pipe.txt"))))
    assert told["gone.txt"] == "There is no such file or folder any more."
    assert "not a file" in told["pipe.txt"]


def test_lines_are_traced_back_through_several_lists(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("11\nhello\n", encoding="utf-8")
    (tmp_path / "two.txt").write_text("\n11\n12\nbye\n", encoding="utf-8")
    material = read(Brought("13", paths=(tmp_path / "one.txt", tmp_path / "two.txt")))
    assert found(material) == ["13", "11", "12"]
    where = [material.places.of(entry.line) for entry in material.recognised.found]
    assert where == [("", 1), ("one.txt", 1), ("two.txt", 3)]
    (again,) = material.recognised.duplicates
    assert material.places.of(again.entry.line) == ("two.txt", 2)
    assert material.places.of(again.first_line) == ("one.txt", 1)
    refused = [material.places.of(each.line) for each in material.recognised.refused]
    assert refused == [("one.txt", 2), ("two.txt", 4)]


def test_7000_bad_lines_are_each_told() -> None:
    material = read(Brought("\n".join(f"note {number}, nothing else" for number in range(7000))))
    assert len(material.recognised.refused) == 7000


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("file:///etc/passwd", "address of a file"),
        ("data:text/plain;base64,MjkxMjEzOA==", "holds its content itself"),
        ("JavaScript:alert(29412138)", "piece of a program"),
    ],
)
def test_addresses_that_lead_to_no_paper_are_told(line: str, reason: str) -> None:
    material = read(Brought(line))
    assert found(material) == []
    assert reason in reasons(material)[line]


def test_the_links_of_a_page_count_where_they_name_papers() -> None:
    html = (
        "<script>var x = 29412139</script><p>Read <a href='https://pubmed.ncbi.nlm.nih.gov/29412138/'>this</a>"
        " and <a href='https://example.com/'>that</a> and <a href='javascript:void(0)'>more</a></p>"
    )
    material = read(Brought("", html))
    assert found(material) == ["29412138"]
    with_text = read(Brought("PMID: 29412138", html))
    assert found(with_text) == ["29412138"]
    assert with_text.recognised.duplicates == ()
    beside = read(Brought("30000001", html))
    assert [(entry.identifier.value, entry.line) for entry in beside.recognised.found] == [
        ("30000001", 1),
        ("29412138", 0),
    ]
    assert beside.places.of(0) == ("", 0)


def test_a_page_is_text_in_lines_and_links() -> None:
    page = page_of("<ul><li>One &amp; <b>two</b></li><li>three</li></ul><a href=' x '>y</a><style>z</style>")
    assert page.text == "One & two\nthree\ny"
    assert page.links == ("x",)
    assert page_of("<a <<<>& <a href").links == ()
