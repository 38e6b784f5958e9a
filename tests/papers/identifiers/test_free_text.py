"""Pasted lists, notes and reference lists."""

from __future__ import annotations

import pytest

from videogen_desktop.papers.identifiers import Recognised, read_list


def names(recognised: Recognised) -> list[str]:
    return [str(entry.identifier) for entry in recognised.found]


LINES = {
    "29412138, 30108519": ["PMID 29412138", "PMID 30108519"],
    "29412138 30108519\t12091962": ["PMID 29412138", "PMID 30108519", "PMID 12091962"],
    "29412138;30108519|12091962": ["PMID 29412138", "PMID 30108519", "PMID 12091962"],
    "['29412138', '30108519']": ["PMID 29412138", "PMID 30108519"],
    "29412138 and 30108519.": ["PMID 29412138", "PMID 30108519"],
    "123, 456": ["PMID 123", "PMID 456"],
    "29412138[uid] OR 30108519[UID] or 12091962[pmid]": ["PMID 29412138", "PMID 30108519", "PMID 12091962"],
    "PMID list: 29412138, 30108519": ["PMID 29412138", "PMID 30108519"],
    "PMIDs: 29412138, 30108519 and 12091962": ["PMID 29412138", "PMID 30108519", "PMID 12091962"],
    "PMC5832925, 29412138, 10.1371/journal.pone.0026358": [
        "PMC5832925",
        "PMID 29412138",
        "doi:10.1371/journal.pone.0026358",
    ],
    "10.1371/journal.pone.0026358,10.1371/journal.pone.0028031;29412138": [
        "doi:10.1371/journal.pone.0026358",
        "doi:10.1371/journal.pone.0028031",
        "PMID 29412138",
    ],
    "see PMID 29412138 and doi:10.1371/journal.pone.0026358.": [
        "PMID 29412138",
        "doi:10.1371/journal.pone.0026358",
    ],
    "Reviewed in 2018 (PMIDs 29412138, 30108519), with 1234567 mice": ["PMID 29412138", "PMID 30108519"],
    "(doi:10.1016/S0140-6736(05)12345-6; PMC5832925)": ["doi:10.1016/s0140-6736(05)12345-6", "PMC5832925"],
    "Smith J. A title. J Foo 2003;361:1234-45. PubMed PMID: 12671111.": ["PMID 12671111"],
    "[12] Smith J (2003). Title. J Foo 56(12): 12345678. https://doi.org/10.1000/ABC(1).": [
        "doi:10.1000/abc(1)"
    ],
    '<a href="https://doi.org/10.1371/journal.pone.0026358">2011</a>': ["doi:10.1371/journal.pone.0026358"],
    "doi:10.1371/journal.pone.0026358.PMID: 29412138": ["doi:10.1371/journal.pone.0026358", "PMID 29412138"],
    "<p>10.1371/journal.pone.0026358</p>": ["doi:10.1371/journal.pone.0026358"],
    "https://pubmed.ncbi.nlm.nih.gov/29412138/,https://pubmed.ncbi.nlm.nih.gov/30108519/": [
        "PMID 29412138",
        "PMID 30108519",
    ],
}


@pytest.mark.parametrize(("line", "expected"), LINES.items())
def test_what_a_line_names(line: str, expected: list[str]) -> None:
    recognised = read_list(line)
    assert names(recognised) == expected
    assert recognised.refused == ()


NOT_MINED = {
    "Smith J, Jones K. A title. J Foo. 2018;56(12):12345678-12345699.": "No PMID, PMCID or DOI",
    "Yang 2018, 29412138": "write “PMID: 29412138”",
    "29412138,2018,7": "years, volumes or pages",
    "29412138 9997": "years, volumes or pages",
    "29,412,138 30,108,519": "one number or several",
    "2018-02-07": "No PMID, PMCID or DOI",
    "ISSN 2050-084X, volume 7, 2018": "No PMID, PMCID or DOI",
    "We searched PubMed 2018 for trials": "No PMID, PMCID or DOI",
    "In PMC 2018 trials": "No PMID, PMCID or DOI",
    "Tel. 29412138": "A number among other words",
    "29412138 OR 1=1": "A number among other words",
    "1; rm -rf /": "No PMID, PMCID or DOI",
    "29412138; rm -rf /": "A number among other words",
    "1' OR '1'='1": "No PMID, PMCID or DOI",
    "PMID: 29412138' OR '1'='1": "reads like a command",
    "PMID: 29412138; DROP TABLE papers": "reads like a command",
    "29412138\x00": "control characters",
    "PMID 29412138, PMID 3010\x008519": "control characters",
}


@pytest.mark.parametrize(("line", "why"), NOT_MINED.items())
def test_a_line_is_refused_whole_and_not_mined_for_digits(line: str, why: str) -> None:
    recognised = read_list(f"30108519\n{line}\n")
    assert names(recognised) == ["PMID 30108519"]
    (refused,) = recognised.refused
    assert refused.line == 2
    assert why in refused.reason
    assert refused.text.isprintable()


def test_in_a_list_only_the_bad_items_are_refused() -> None:
    recognised = read_list("29412138, 0, -1, 1e7, 123456789, PMC, 30108519")
    assert names(recognised) == ["PMID 29412138", "PMID 30108519"]
    assert [refused.text for refused in recognised.refused] == ["0", "-1", "1e7", "123456789", "PMC"]
    assert {refused.line for refused in recognised.refused} == {1}


def test_a_doubtful_number_beside_a_certain_identifier_is_not_taken_and_said() -> None:
    for line in ("PMID: 29412138, 2018", "PMC5832925, 29412138, 7", "10.7554/eLife.32671 2018"):
        recognised = read_list(line)
        assert len(recognised.found) == 1
        (refused,) = recognised.refused
        assert "years, volumes or pages" in refused.reason


def test_lines_are_numbered_as_an_editor_numbers_them() -> None:
    recognised = read_list("\ufeff29412138\r\n\r\nnothing here\r30108519\n\u200b\n12091962\u2028\u000b9997")
    assert [(entry.line, str(entry.identifier)) for entry in recognised.found] == [
        (1, "PMID 29412138"),
        (4, "PMID 30108519"),
    ]
    assert [refused.line for refused in recognised.refused] == [3, 6]


def test_duplicates_say_where_the_first_is() -> None:
    recognised = read_list(
        "PMID: 29412138\nPMC5832925\nhttps://pubmed.ncbi.nlm.nih.gov/29412138/\npmc5832925.1"
    )
    assert names(recognised) == ["PMID 29412138", "PMC5832925"]
    assert [(copy.entry.line, copy.first_line, copy.entry.text) for copy in recognised.duplicates] == [
        (3, 1, "https://pubmed.ncbi.nlm.nih.gov/29412138/"),
        (4, 2, "pmc5832925.1"),
    ]


def test_dois_are_the_same_in_any_case() -> None:
    recognised = read_list("10.7554/eLife.32671\nhttps://doi.org/10.7554/ELIFE.32671")
    assert len(recognised.found) == len(recognised.duplicates) == 1


def test_the_names_at_the_end_of_a_pubmed_citation_are_of_one_paper() -> None:
    recognised = read_list(
        "Yang W. Imaging. Elife. 2018 Feb 7;7:e32671. doi: 10.7554/eLife.32671. Epub 2018 Feb 7. "
        "PMID: 29412138; PMCID: PMC5832414.\n10.7554/eLife.32671\nPMC5832414\n"
    )
    (entry,) = recognised.found
    assert str(entry.identifier) == "PMID 29412138"
    assert [str(name) for name in entry.also] == ["PMC5832414", "doi:10.7554/elife.32671"]
    assert [copy.entry.line for copy in recognised.duplicates] == [2, 3]


def test_the_same_names_in_a_mere_list_are_not_said_to_be_of_one_paper() -> None:
    recognised = read_list("doi:10.7554/eLife.32671, PMID: 29412138, PMCID: PMC5832414")
    assert len(recognised.found) == 3
    assert all(entry.also == () for entry in recognised.found)


def test_pubmeds_abstract_format_gives_each_paper_once_it_is_known_to_be_one() -> None:
    text = (
        "1. Elife. 2018 Feb 7;7:e32671. doi: 10.7554/eLife.32671.\n\n"
        "Simultaneous two-photon imaging of 120 cells.\n\n"
        "DOI: 10.7554/eLife.32671\nPMCID: PMC5832414\nPMID: 29412138 [Indexed for MEDLINE]\n"
    )
    recognised = read_list(text)
    assert names(recognised) == ["doi:10.7554/elife.32671", "PMC5832414", "PMID 29412138"]
    assert [refused.line for refused in recognised.refused] == [3]


def test_long_lines_are_shown_short() -> None:
    recognised = read_list("word " * 10_000)
    assert len(recognised.refused[0].text) <= 200


def test_an_empty_list_is_empty() -> None:
    assert read_list("") == read_list(" \n\r\n\ufeff\u00a0\n") == Recognised()
