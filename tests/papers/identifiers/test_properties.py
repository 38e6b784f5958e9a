"""What holds for any input at all."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from videogen_desktop.errors import VideoGenError
from videogen_desktop.papers.identifiers import (
    Identifier,
    Recognised,
    merge_resolved,
    parse_identifier,
    read_list,
    read_list_bytes,
)
from videogen_desktop.papers.identifiers.characters import folded
from videogen_desktop.papers.identifiers.plain import plain_identifier
from videogen_desktop.papers.model import PaperIds

CANONICAL = {
    "pmid": re.compile("[1-9][0-9]{0,7}"),
    "pmcid": re.compile("PMC[1-9][0-9]{0,7}"),
    "doi": re.compile(r"10\.[0-9]{4,9}(\.[0-9]+)*/[^\sA-Z]+"),
}
SNIPPETS = st.sampled_from(
    [
        *(
            "PMID",
            "PMID: ",
            "pmids ",
            "PubMed ID ",
            "PMC",
            "PMCID: ",
            "doi:",
            "doi: ",
            "10.",
            "10.1234/",
            "10.1234/a",
        ),
        *("https://doi.org/", "https://pubmed.ncbi.nlm.nih.gov/", "www.ncbi.nlm.nih.gov/pmc/articles/PMC"),
        *("europepmc.org/article/MED/", "%2F", "%00", "&lt;", "&gt;", "https://", "?term=", "/", "?", "#"),
        *(
            "29412138",
            "0",
            "-1",
            "1e7",
            "123456789",
            "2018",
            "7",
            ".1",
            ".",
            ",",
            ";",
            "; ",
            " ",
            "\t",
            "\n",
            "\r\n",
        ),
        *(
            "(",
            ")",
            "[",
            "](",
            "]",
            "<",
            "</a>",
            ">",
            "'",
            '"',
            "|",
            "and ",
            " & ",
            "x",
            "see ",
            "Epub 2018. ",
        ),
        *(
            "\0",
            "\x1b",
            "\u200b",
            "\u00a0",
            "\u202e",
            "\ufeff",
            "\uff11",
            "\u0661",
            "\u2013",
            "\u0130",
            "\ud800",
        ),
        *(
            "PMID- ",
            "AID - ",
            " [doi]",
            "TY  - ",
            "ER  - ",
            "DO  - ",
            "AN  - ",
            "      ",
            "PMID,DOI\n",
            "sep=;\n",
        ),
        *(
            "<?xml version='1.0'?>",
            "<PubmedArticle>",
            "<MedlineCitation>",
            "<PMID>",
            "</PMID>",
            "<!DOCTYPE a [",
        ),
    ]
)
TEXTS = st.one_of(st.text(), st.lists(SNIPPETS, max_size=25).map("".join))
NAMES = st.sampled_from(["", "a.txt", "a.csv", "a.tsv", "a.nbib", "a.ris", "a.xml"])
DOI_CHARACTERS = st.text(
    alphabet="abcdefghijklmnopqrstuvwxyz0123456789ABCXYZ-._;()/:<>[]%&=+#?'*é", min_size=1, max_size=40
)
IDENTIFIERS = st.one_of(
    st.integers(1, 99_999_999).map(lambda number: Identifier("pmid", str(number))),
    st.builds(
        lambda number, version: Identifier("pmcid", f"PMC{number}", version),
        st.integers(1, 99_999_999),
        st.none() | st.integers(1, 999),
    ),
)


def identifiers_of(recognised: Recognised) -> list[Identifier]:
    entries = [*recognised.found, *(copy.entry for copy in recognised.duplicates)]
    return [name for entry in entries for name in (entry.identifier, *entry.also)]


def lines_of(recognised: Recognised) -> set[int]:
    entries = [*recognised.found, *(copy.entry for copy in recognised.duplicates)]
    return {entry.line for entry in entries} | {refused.line for refused in recognised.refused}


def parsed(text: str) -> Identifier | VideoGenError:
    try:
        return parse_identifier(text)
    except VideoGenError as error:
        return error


@given(TEXTS)
def test_one_text_is_an_identifier_or_a_bad_one(text: str) -> None:
    outcome = parsed(text)
    if isinstance(outcome, Identifier):
        assert CANONICAL[outcome.kind].fullmatch(outcome.value)
        assert parse_identifier(str(outcome)) == outcome
    else:
        assert outcome.code == "bad-identifier"
        assert outcome.message.isprintable()
        assert len(outcome.message) < 500


@given(TEXTS, NAMES)
@example("PMID: 1' OR '1'='1", "")
@example("10.1234/a,\n10.1234/b.PMID:1", "a.csv")
def test_any_list_is_read_and_every_identifier_is_canonical(text: str, name: str) -> None:
    recognised = read_list(text, name)
    for identifier in identifiers_of(recognised):
        assert CANONICAL[identifier.kind].fullmatch(identifier.value)
        assert parse_identifier(str(identifier)) == identifier
    for refused in recognised.refused:
        assert refused.reason.endswith(".")
        assert refused.text.isprintable()


@given(st.lists(st.one_of(st.text(), st.lists(SNIPPETS, max_size=8).map("".join)), max_size=12))
def test_no_line_of_free_text_is_lost(lines: list[str]) -> None:
    lines = ["no header here", *(re.sub(r"[\r\n]", " ", line) for line in lines)]
    text = "\n".join(lines)
    if re.search(r"(?m)^(PMID- *[0-9]|TY {1,2}- )", text):
        return
    seen = lines_of(read_list(text))
    assert seen == {number for number, line in enumerate(lines, 1) if folded(line)}


@given(st.lists(st.text(alphabet="ab1,;\"' \t", max_size=12), max_size=8))
def test_no_row_of_a_table_without_quotes_is_lost(lines: list[str]) -> None:
    lines = ["nobody, nothing", *(line.replace('"', "") for line in lines)]
    seen = lines_of(read_list("\n".join(lines), "list.csv"))
    assert seen == {number for number, line in enumerate(lines, 1) if line.strip()}


@given(st.binary(), NAMES)
def test_any_bytes_are_read_or_said_to_be_no_list(data: bytes, name: str) -> None:
    try:
        recognised = read_list_bytes(data, name)
    except VideoGenError as error:
        code = error.code
    else:
        code = "bad-list"
        assert all(CANONICAL[name.kind].fullmatch(name.value) for name in identifiers_of(recognised))
    assert code == "bad-list"


@given(IDENTIFIERS)
def test_pmids_and_pmcids_come_back_in_every_form(identifier: Identifier) -> None:
    number = identifier.value.removeprefix("PMC")
    version = "" if identifier.version is None else f".{identifier.version}"
    forms = {
        "pmid": [
            *(number, f"PMID: {number}", f"pmid{number}", f"({number})", f"https://pubmed.gov/{number}"),
            f"https://pubmed.ncbi.nlm.nih.gov/{number}/?x=1",
            f"https://europepmc.org/article/MED/{number}",
        ],
        "pmcid": [
            *(f"PMC{number}{version}", f"pmc{number}{version}", f"PMCID: PMC{number}{version}."),
            f"https://pmc.ncbi.nlm.nih.gov/articles/PMC{number}{version}/",
            f"https://europepmc.org/article/PMC/PMC{number}{version}",
        ],
    }
    for form in forms[identifier.kind]:
        assert parse_identifier(form) == identifier


@given(st.integers(1000, 999_999_999), DOI_CHARACTERS)
def test_a_doi_that_is_accepted_is_the_same_in_every_form(registrant: int, suffix: str) -> None:
    identifier = parsed(f"doi:10.{registrant}/{suffix}")
    if isinstance(identifier, Identifier) and identifier.kind == "doi":
        prefix, slash, rest = identifier.value.partition("/")
        encoded = "".join(f"%{byte:02X}" for byte in rest.encode())
        assert parse_identifier(str(identifier)) == identifier
        assert parse_identifier(identifier.value) == identifier
        assert parse_identifier(f"https://doi.org/{prefix}{slash}{encoded}") == identifier


@given(st.lists(IDENTIFIERS, min_size=1, max_size=20))
def test_each_paper_is_found_once_and_each_copy_points_to_it(identifiers: list[Identifier]) -> None:
    recognised = read_list("\n".join(map(str, identifiers)))
    values = [entry.identifier.value for entry in recognised.found]
    assert values == list(dict.fromkeys(identifier.value for identifier in identifiers))
    assert len(recognised.found) + len(recognised.duplicates) == len(identifiers)
    for copy in recognised.duplicates:
        assert copy.first in recognised.found
        assert copy.first_line < copy.entry.line


@given(
    st.lists(IDENTIFIERS, max_size=15),
    st.dictionaries(
        IDENTIFIERS,
        st.builds(
            PaperIds,
            st.none() | st.integers(1, 5).map(str),
            st.none() | st.integers(1, 5).map("PMC{}".format),
            st.none() | st.integers(1, 5).map("10.1000/{}".format),
        ),
    ),
)
def test_merging_loses_nothing_and_can_be_repeated(
    identifiers: list[Identifier], resolved: dict[Identifier, PaperIds]
) -> None:
    before = read_list("\n".join(map(str, identifiers)))
    after = merge_resolved(before, resolved)
    assert sorted(lines_of(after)) == sorted(lines_of(before))
    assert sorted(map(str, identifiers_of(after))) == sorted(map(str, identifiers_of(before)))
    assert all(copy.first in after.found for copy in after.duplicates)
    assert merge_resolved(after, resolved) == after


@given(
    st.one_of(
        st.from_regex(r"(PMID:? ?|https://pubmed\.ncbi\.nlm\.nih\.gov/)?[0-9]{1,9}/?", fullmatch=True),
        st.from_regex(r"(PMCID: ?)?PMC[0-9]{1,9}(\.[0-9]{1,3})?", fullmatch=True),
        st.from_regex(r"(doi: ?|https://doi\.org/)?10\.[0-9]{4,9}/[-._a-zA-Z0-9]{1,20}", fullmatch=True),
    )
)
def test_the_plain_forms_are_read_as_all_others_are(text: str) -> None:
    at_a_glance = plain_identifier(text)
    if at_a_glance is not None:
        assert parse_identifier(f"{text},") == at_a_glance  # a comma after it is not plain
