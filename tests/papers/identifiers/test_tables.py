"""Tables from PubMed, spreadsheets and by hand, read from real files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from videogen_desktop.papers.identifiers import Recognised, read_list, read_list_file

if TYPE_CHECKING:
    from pathlib import Path

PUBMED_CSV = """\
PMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year,Create Date,PMCID,NIHMS ID,DOI
21810267,"Arms, ""races"" and
a second line","Kim, Lee",doi: 10.9999/not-this.,Kim,BMC,2011,2011/08/04,PMC3166277,,10.1186/1471-2180-11-174
18405359,Caries,Smith J,PMID: 99999.,Smith J,BMC,2008,2008/04/11,PMC2329613,,10.1186/1472-6831-8-11
2.18E+07,Rounded,Smith J,BMC. 2008,Smith J,BMC,2008,2008/04/11,,,
,No identifier 12345678,Smith J,BMC. 2008,Smith J,BMC,2008,2008/04/11,,,
,By its DOI,Smith J,BMC. 2008,Smith J,BMC,2008,2008/04/11,,,https://doi.org/10.1186/1471-2180-11-174
0,Zero,Smith J,BMC. 2008,Smith J,BMC,2008,2008/04/11,,,
"""


def read(folder: Path, content: str, name: str = "list.csv") -> Recognised:
    path = folder / name
    path.write_text(content, encoding="utf-8", newline="")
    return read_list_file(path)


def names(recognised: Recognised) -> list[tuple[int, str]]:
    return [(entry.line, str(entry.identifier)) for entry in recognised.found]


@pytest.mark.parametrize("name", ["pubmed.csv", "pubmed.txt"])
def test_pubmeds_own_table(tmp_path: Path, name: str) -> None:
    recognised = read(tmp_path, PUBMED_CSV, name)
    assert names(recognised) == [(2, "PMID 21810267"), (4, "PMID 18405359")]
    assert [str(also) for also in recognised.found[0].also] == ["PMC3166277", "doi:10.1186/1471-2180-11-174"]
    assert [(copy.entry.line, copy.first_line) for copy in recognised.duplicates] == [(7, 2)]
    assert [refused.line for refused in recognised.refused] == [5, 6, 8]
    exponent, nothing, zero = (refused.reason for refused in recognised.refused)
    assert "exponent" in exponent
    assert nothing == "The row has no identifier under PMID, PMCID, DOI."
    assert "begin at 1" in zero


def test_years_and_volumes_beside_a_named_column_are_not_taken(tmp_path: Path) -> None:
    recognised = read(tmp_path, "Year,Volume,PubMed ID,Pages\n2018,7,29412138,123\n2011,11,21810267,174\n")
    assert names(recognised) == [(2, "PMID 29412138"), (3, "PMID 21810267")]
    assert recognised.refused == ()


@pytest.mark.parametrize(
    "header",
    ["PMID", "pmid", " PMIDs ", "PubMed ID", "pubmed_id", "PubMedID", "Medline PMID", "PMID:", '"PMID"'],
)
def test_names_of_a_column_of_pmids(tmp_path: Path, header: str) -> None:
    recognised = read(tmp_path, f"No,{header},Year\n1,29412138,2018\n")
    assert names(recognised) == [(2, "PMID 29412138")]
    assert recognised.refused == ()


def test_other_columns_of_identifiers(tmp_path: Path) -> None:
    content = (
        "Year;PubMed Central ID;DOI;Link\n"
        "2018;5832414;;\n"
        "2018;PMC3166277.1;;\n"
        "2018;;doi: 10.7554/eLife.32671;\n"
        "2018;;;https://pubmed.ncbi.nlm.nih.gov/18405359/\n"
        "2018;;1234567;https://example.org/7654321\n"
    )
    recognised = read(tmp_path, content)
    assert names(recognised) == [
        (2, "PMC5832414"),
        (3, "PMC3166277.1"),
        (4, "doi:10.7554/elife.32671"),
        (5, "PMID 18405359"),
    ]
    assert [refused.line for refused in recognised.refused] == [6]


def test_a_column_of_mixed_identifiers(tmp_path: Path) -> None:
    recognised = read(tmp_path, "id,PMID or DOI\n1,29412138\n2,10.7554/eLife.32671\n3,29412138; 30108519\n")
    assert names(recognised) == [(2, "PMID 29412138"), (3, "doi:10.7554/elife.32671"), (4, "PMID 30108519")]


def test_numbers_as_spreadsheets_write_them(tmp_path: Path) -> None:
    content = (
        'sep=;\nPMID;Year\n"=""29412138""";2018\n\'21810267;2011\n18405359.0;2008\n"29,412,139";2018\n;\n'
    )
    recognised = read(tmp_path, content)
    assert names(recognised) == [(3, "PMID 29412138"), (4, "PMID 21810267"), (5, "PMID 18405359")]
    assert [refused.line for refused in recognised.refused] == [6, 7]
    assert "one number or several" in recognised.refused[0].reason


def test_several_identifiers_in_a_cell_are_several_papers(tmp_path: Path) -> None:
    recognised = read(tmp_path, 'Topic,PMIDs\nmice,"29412138, 30108519"\nmen,21810267 18405359\n')
    assert [name for _line, name in names(recognised)] == [
        "PMID 29412138",
        "PMID 30108519",
        "PMID 21810267",
        "PMID 18405359",
    ]


def test_a_row_with_a_stray_comma_gives_only_what_is_certain(tmp_path: Path) -> None:
    shifted = read(tmp_path, "Title,Year,PMID\nMice, men,2018,29412138\n")
    assert shifted.found == ()
    assert [refused.line for refused in shifted.refused] == [2]
    first = read(tmp_path, "PMID,Title,Volume,DOI\n29412138,Mice, men,7,10.7554/eLife.32671\n")
    assert names(first) == [(2, "PMID 29412138")]


def test_what_is_copied_out_of_a_spreadsheet() -> None:
    recognised = read_list("Year\tPMID\tVolume\r\n2018\t29412138\t7\r\n2011\t\t11\r\n")
    assert names(recognised) == [(2, "PMID 29412138")]
    assert [refused.line for refused in recognised.refused] == [3]


def test_a_list_under_a_heading() -> None:
    recognised = read_list("PMIDs:\n29412138\n21810267, 18405359\nnone\n")
    assert names(recognised) == [(2, "PMID 29412138"), (3, "PMID 21810267"), (3, "PMID 18405359")]
    assert [refused.line for refused in recognised.refused] == [4]


def test_a_sentence_that_names_a_register_is_no_header() -> None:
    recognised = read_list(
        "Each paper has a title, PMID, and pages\nPMID: 29412138\nPMC5832414, 21810267, PMC\n"
    )
    assert names(recognised) == [(2, "PMID 29412138"), (3, "PMC5832414"), (3, "PMID 21810267")]


def test_without_a_header_only_what_is_certain_is_taken(tmp_path: Path) -> None:
    content = (
        "29412138\n"
        "21810267,2011,11\n"
        "Yang W,A title,10.7554/eLife.32671,PMC5832414\n"
        "18405359,Caries in 120 children\n"
        "23469300,23149571\n"
        ",,\n"
    )
    recognised = read(tmp_path, content)
    assert names(recognised) == [
        (1, "PMID 29412138"),
        (3, "doi:10.7554/elife.32671"),
        (3, "PMC5832414"),
        (5, "PMID 23469300"),
        (5, "PMID 23149571"),
    ]
    assert [refused.line for refused in recognised.refused] == [2, 4, 6]
    assert recognised.refused[2].reason == "The row is empty."


def test_a_stray_quote_does_not_swallow_the_rows_after_it(tmp_path: Path) -> None:
    content = 'PMID,Title\n29412138,"Unclosed\n21810267,Next\n18405359,5" disks\n'
    recognised = read(tmp_path, content)
    assert names(recognised) == [(2, "PMID 29412138"), (3, "PMID 21810267"), (4, "PMID 18405359")]
    rows = "".join(f"{number},x\n" for number in range(1_000_000, 1_000_300))
    far_apart = read(tmp_path, f'PMID,Title\n29412138,"open\n{rows}21810267,close"\n')
    assert len(far_apart.found) == 302


def test_control_characters_in_a_row(tmp_path: Path) -> None:
    recognised = read(tmp_path, "PMID,Title\n1\x002,x\n29412138,t\x00tle\n")
    assert names(recognised) == [(3, "PMID 29412138")]
    assert [refused.line for refused in recognised.refused] == [2]
    assert "control characters" in recognised.refused[0].reason


def test_a_cell_of_a_megabyte(tmp_path: Path) -> None:
    recognised = read(tmp_path, f"PMID,Title\n29412138,{'a' * 1_000_000}\n21810267,x\n")
    assert names(recognised) == [(2, "PMID 29412138"), (3, "PMID 21810267")]


def test_the_header_of_a_second_export_in_the_same_file(tmp_path: Path) -> None:
    recognised = read(tmp_path, "PMID,Year\n29412138,2018\nPMID,Year\n21810267,2011\n")
    assert names(recognised) == [(2, "PMID 29412138"), (4, "PMID 21810267")]
    assert recognised.refused == ()


def test_lines_above_the_header_are_said_to_be_unread(tmp_path: Path) -> None:
    recognised = read(tmp_path, "My search of 2018\n\nPMID,Year\n29412138,2018\n")
    assert names(recognised) == [(4, "PMID 29412138")]
    assert [refused.line for refused in recognised.refused] == [1]
