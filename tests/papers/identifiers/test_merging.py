"""The same paper under several identifiers, once they have been looked up."""

from __future__ import annotations

from videogen_desktop.papers.identifiers import Identifier, Recognised, merge_resolved, read_list
from videogen_desktop.papers.model import PaperIds

PAPER = PaperIds(pmid="29412138", pmcid="PMC5832414", doi="10.7554/elife.32671")
PMID = Identifier("pmid", "29412138")
PMCID = Identifier("pmcid", "PMC5832414")
DOI = Identifier("doi", "10.7554/elife.32671")


def outcome(recognised: Recognised) -> tuple[list[str], list[tuple[str, int]]]:
    return (
        [str(entry.identifier) for entry in recognised.found],
        [(str(copy.entry.identifier), copy.first_line) for copy in recognised.duplicates],
    )


def test_a_paper_under_three_identifiers_is_one() -> None:
    before = read_list("10.7554/eLife.32671\nnonsense\n21810267\nPMC5832414\n29412138\n")
    after = merge_resolved(before, {DOI: PAPER, PMCID: PAPER, PMID: PAPER})
    assert outcome(after) == (
        ["doi:10.7554/elife.32671", "PMID 21810267"],
        [("PMC5832414", 1), ("PMID 29412138", 1)],
    )
    assert after.refused == before.refused


def test_one_of_them_looked_up_is_enough() -> None:
    after = merge_resolved(read_list("29412138\nPMC5832414"), {PMCID: PAPER})
    assert outcome(after) == (["PMID 29412138"], [("PMC5832414", 1)])


def test_nothing_looked_up_changes_nothing() -> None:
    before = read_list("29412138\nPMC5832414\n29412138\n0")
    assert merge_resolved(before, {}) == before
    assert merge_resolved(before, {PMID: PaperIds(), PMCID: PaperIds()}) == before


def test_a_copy_of_a_merged_entry_points_to_the_first_of_all() -> None:
    before = read_list("29412138\nPMC5832414\nPMC5832414\n")
    assert outcome(before)[1] == [("PMC5832414", 2)]
    after = merge_resolved(before, {PMCID: PAPER})
    assert outcome(after) == (["PMID 29412138"], [("PMC5832414", 1), ("PMC5832414", 1)])


def test_an_entry_that_joins_two_earlier_ones() -> None:
    before = read_list("PMC5832414\n10.7554/eLife.32671\n29412138\n")
    after = merge_resolved(before, {PMID: PAPER})
    assert outcome(after) == (["PMC5832414"], [("doi:10.7554/elife.32671", 1), ("PMID 29412138", 1)])


def test_a_version_is_the_same_paper() -> None:
    before = read_list("29412138\nPMC5832414.2\n")
    by_version = {Identifier("pmcid", "PMC5832414", 2): PAPER}
    assert outcome(merge_resolved(before, by_version)) == (["PMID 29412138"], [("PMC5832414.2", 1)])
    assert outcome(merge_resolved(before, {PMCID: PAPER})) == (["PMID 29412138"], [("PMC5832414.2", 1)])


def test_an_alias_is_the_paper_that_it_leads_to() -> None:
    alias = Identifier("doi", "10.1000/alias")
    before = read_list("10.1000/alias\n10.7554/eLife.32671\n10.1000/ALIAS\n")
    after = merge_resolved(before, {alias: PAPER})
    assert outcome(after) == (
        ["doi:10.1000/alias"],
        [("doi:10.7554/elife.32671", 1), ("doi:10.1000/alias", 1)],
    )


def test_records_with_different_pmids_stay_apart_though_they_share_a_doi() -> None:
    abstracts = (
        "PMID- 29412138\nAID - 10.1000/supplement [doi]\n\n"
        "PMID- 21810267\nAID - 10.1000/supplement [doi]\n\n"
        "10.1000/supplement\n"
    )
    assert outcome(read_list(abstracts)) == (
        ["PMID 29412138", "PMID 21810267"],
        [("doi:10.1000/supplement", 1)],
    )


def test_a_doi_looked_up_in_any_case() -> None:
    shouted = PaperIds(pmid="29412138", doi="10.7554/eLife.32671")
    after = merge_resolved(read_list("10.7554/eLife.32671\n29412138"), {PMID: shouted})
    assert outcome(after) == (["doi:10.7554/elife.32671"], [("PMID 29412138", 1)])


def test_names_that_a_record_gives_count_as_much_as_those_looked_up() -> None:
    table = "PMID,PMCID,DOI\n,PMC5832414,\n,,10.7554/eLife.32671\n29412138,PMC5832414,10.7554/eLife.32671\n"
    assert outcome(read_list(table, "list.csv")) == (
        ["PMC5832414"],
        [("doi:10.7554/elife.32671", 2), ("PMID 29412138", 2)],
    )
