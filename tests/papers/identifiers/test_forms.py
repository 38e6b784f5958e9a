"""One identifier in every form, and what is no identifier."""

from __future__ import annotations

import dataclasses

import pytest

from videogen_desktop.errors import VideoGenError
from videogen_desktop.papers.identifiers import Identifier, parse_identifier

SICI = "10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2"
ELIFE = "10.7554/elife.32671"

PMIDS = {
    "29412138": "29412138",
    "  29412138\n": "29412138",
    "00012345": "12345",
    "1": "1",
    "99999999": "99999999",
    "PMID: 123": "123",
    "pmid123": "123",
    "PMID 29412138.": "29412138",
    "PMID=29412138": "29412138",
    "PMID- 29412138": "29412138",
    "(PMID: 29412138)": "29412138",
    "[PMID:29412138]": "29412138",
    '"29412138"': "29412138",
    "PubMed ID: 29412138": "29412138",
    "PubMed PMID: 29412138": "29412138",
    "pubmed:29412138": "29412138",
    "pmid = {29412138},": "29412138",
    '"pmid": "29412138",': "29412138",
    "1. 29412138": "29412138",
    "• PMID: 29412138": "29412138",
    "https://pubmed.ncbi.nlm.nih.gov/29412138/": "29412138",
    "https://pubmed.ncbi.nlm.nih.gov/29412138": "29412138",
    "https://pubmed.ncbi.nlm.nih.gov/29412138/?from_term=a%20b&from_pos=2": "29412138",
    "https://pubmed.ncbi.nlm.nih.gov/29412138/#affiliation-1": "29412138",
    "https://pubmed.ncbi.nlm.nih.gov/?term=29412138": "29412138",
    "https://pubmed.ncbi.nlm.nih.gov/?term=29412138%5Buid%5D": "29412138",
    "HTTPS://PubMed.ncbi.nlm.nih.gov/29412138/.": "29412138",
    "pubmed.ncbi.nlm.nih.gov/29412138": "29412138",
    "http://www.ncbi.nlm.nih.gov/pubmed/29412138": "29412138",
    "www.ncbi.nlm.nih.gov/pubmed/29412138?dopt=Abstract": "29412138",
    "https://www.ncbi.nlm.nih.gov/pubmed/?term=29412138": "29412138",
    "https://www.ncbi.nlm.nih.gov/entrez/query.fcgi?cmd=Retrieve&db=PubMed&list_uids=29412138": "29412138",
    "https://www.ncbi.nlm.nih.gov/pmc/articles/pmid/29412138/": "29412138",
    "https://europepmc.org/article/MED/29412138": "29412138",
    "https://europepmc.org/article/med/29412138#free-full-text": "29412138",
    "http://europepmc.org/abstract/MED/29412138": "29412138",
    "europepmc.org/abstract/MED/29412138/reload=0": "29412138",
    "\uff12\uff19\uff14\uff11\uff12\uff11\uff13\uff18": "29412138",  # full-width digits
    "\uff30\uff2d\uff29\uff24\uff1a\uff12\uff19": "29",  # full-width letters and colon
    "\u0662\u0669\u0664\u0661": "2941",  # Arabic-Indic digits
    "\ufeff29412138": "29412138",
    "2941\u200b2138": "29412138",  # a zero-width space
    "PMID:\u00a029412138\u202f": "29412138",  # no-break spaces
    "\u202e29412138\u202c": "29412138",  # a right-to-left override
    "\u206629412138\u2069": "29412138",
    "\u200f29412138": "29412138",
}
PMCIDS = {
    "PMC5832925": Identifier("pmcid", "PMC5832925"),
    "pmc5832925": Identifier("pmcid", "PMC5832925"),
    "PMC 5832925": Identifier("pmcid", "PMC5832925"),
    "PMC005832925": None,
    "PMC00583292": Identifier("pmcid", "PMC583292"),
    "PMC5832925.1": Identifier("pmcid", "PMC5832925", 1),
    "PMC5832925.12": Identifier("pmcid", "PMC5832925", 12),
    "PMC5832925.0": None,
    "PMCID: PMC5832925": Identifier("pmcid", "PMC5832925"),
    "PMCID: PMC5832925.2": Identifier("pmcid", "PMC5832925", 2),
    "PMCID:5832925": Identifier("pmcid", "PMC5832925"),
    "PMC ID: PMC5832925;": Identifier("pmcid", "PMC5832925"),
    "https://pmc.ncbi.nlm.nih.gov/articles/PMC5832925/": Identifier("pmcid", "PMC5832925"),
    "https://pmc.ncbi.nlm.nih.gov/articles/PMC5832925.1/": Identifier("pmcid", "PMC5832925", 1),
    "https://pmc.ncbi.nlm.nih.gov/articles/PMC5832925/pdf/a.pdf": Identifier("pmcid", "PMC5832925"),
    "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC5832925": Identifier("pmcid", "PMC5832925"),
    "www.ncbi.nlm.nih.gov/pmc/articles/PMC5832925/?report=reader&tool=pubmed": Identifier(
        "pmcid", "PMC5832925"
    ),
    "https://europepmc.org/article/PMC/PMC5832925": Identifier("pmcid", "PMC5832925"),
    "https://europepmc.org/article/pmc/5832925": Identifier("pmcid", "PMC5832925"),
    "https://europepmc.org/articles/PMC5832925?pdf=render": Identifier("pmcid", "PMC5832925"),
    "europepmc.org/articles/pmc5832925": Identifier("pmcid", "PMC5832925"),
}
DOIS = {
    "10.7554/eLife.32671": ELIFE,
    "10.7554/ELIFE.32671": ELIFE,
    "doi:10.7554/eLife.32671": ELIFE,
    "DOI: 10.7554/eLife.32671.": ELIFE,
    "doi10.7554/eLife.32671": ELIFE,
    "https://doi.org/10.7554/eLife.32671": ELIFE,
    "DOI: https://doi.org/10.7554/eLife.32671": ELIFE,
    "http://dx.doi.org/10.7554/eLife.32671": ELIFE,
    "doi.org/10.7554/eLife.32671": ELIFE,
    "https://www.doi.org/10.7554/eLife.32671": ELIFE,
    "https://doi.org/10.7554%2FeLife.32671": ELIFE,
    "10.7554%2FeLife.32671": ELIFE,
    "https://doi.org/10.7554/eLife.32671?utm_source=x#abstract": ELIFE,
    "<https://doi.org/10.7554/eLife.32671>": ELIFE,
    "(10.7554/eLife.32671),": ELIFE,
    "“10.7554/eLife.32671”": ELIFE,
    "info:doi/10.7554/eLife.32671": ELIFE,
    "\uff11\uff10\uff0e7554\uff0feLife.32671": ELIFE,
    "10.7554/eLife\u200b.32671": ELIFE,
    "10.1016/0003-4975(93)90001-X": "10.1016/0003-4975(93)90001-x",
    "(10.1016/S0140-6736(05)12345-6).": "10.1016/s0140-6736(05)12345-6",
    "10.1016/S0140-6736(05)": "10.1016/s0140-6736(05)",
    "10.1186/1471\u20102180\u201111\u2013174": "10.1186/1471-2180-11-174",  # typographic hyphens
    SICI.upper(): SICI,
    "https://doi.org/10.1002/(SICI)1097-0258(19980815%2F30)17:15%2F16%3C1661::AID-SIM968%3E3.0.CO;2-2": SICI,
    "10.1002/(SICI)1097-0258(19980815/30)17:15/16&lt;1661::AID-SIM968&gt;3.0.CO;2-2": SICI,
    "https://journals.plos.org/plosone/article?id=10.1371/journal.pone.1": "10.1371/journal.pone.1",
    "https://onlinelibrary.wiley.com/doi/full/10.1093/annonc/mds526": "10.1093/annonc/mds526",
    "https://www.example.org/doi/10.1093/annonc/mds526/pdf?download=true": "10.1093/annonc/mds526",
    "10.1371/journal.pmed.0020124": "10.1371/journal.pmed.0020124",
}

REFUSED = {
    "": "No identifier was given.",
    " \t\u200b\ufeff ": "No identifier was given.",
    "0": "they begin at 1",
    "00000000": "they begin at 1",
    "PMID: 0": "they begin at 1",
    "-1": "it is negative",
    "\u22121": "it is negative",
    "PMID -1": "Nothing|negative|No PMID",
    "123456789": "has 9 digits; a PMID has at most 8",
    "PMID: 123456789": "has 9 digits",
    "9" * 5000: "too long",
    "1e7": "exponent",
    "2.94E+07": "exponent",
    "PMID 1e7": "exponent",
    "1.5": "whole number",
    "29412138.1": "whole number",
    "29,412,138": "one number or several",
    "29 412 138": "one number or several",
    "PMID: 29.412.138": "one number or several",
    "PMC": "lacks its number",
    "PMCID:": "lacks its number",
    "PMID": "lacks its number",
    "doi:": "lacks its number",
    "PMC0": "begin at PMC1",
    "PMC123456789": "has 9 digits",
    "PMC12a": "not a PMCID",
    "PMC-1": "No PMID, PMCID or DOI",
    "10.7554": "first half of a DOI",
    "10.7554/": "first half of a DOI",
    "https://doi.org/10.7554/": "first half of a DOI|not a DOI",
    "10.12/abc": "No PMID, PMCID or DOI",
    "10.1234/" + "a" * 400: "too long to be a DOI",
    "https://doi.org/10.7554/a%00b": "not a DOI",
    "https://doi.org/10.7554/a%0d%0aHost:x": "not a DOI",
    "https://doi.org/10.7554/a%20b": "not a DOI",
    "https://doi.org/10.7554/%ff": "not a DOI",
    "1\x002": "control characters",
    "PMID: 294\x0012138": "control characters",
    "29412138\x1b[31m": "control characters",
    "1; rm -rf /": "not an identifier",
    "PMID: 1; rm -rf /": "command",
    "29412138 && curl x": "A number among other words",
    "PMID: 29412138 && curl x": "command",
    "$(reboot) PMID 1": "command",
    "1' OR '1'='1": "not an identifier",
    "PMID: 1' OR '1'='1": "command",
    "1'; --": "not an identifier",
    "PMID 1 UNION SELECT name FROM users": "command",
    "1; DROP TABLE papers": "not an identifier",
    "1'": "not an identifier",
    "`29412138`": "A number among other words",
    "../../etc/passwd": "not an identifier",
    "<img src=file:///etc/passwd>": "not an identifier",
    "29412138 30108519": "names 2 papers",
    "see PMID 29412138": "other words",
    "PMID 29412138 (Yang 2018)": "other words",
    "29412138 Yang": "write “PMID: 29412138”",
    "Yang 2018": "No PMID, PMCID or DOI",
    "eLife 2018;7:e32671": "No PMID, PMCID or DOI",
    "2018-02-07": "not an identifier",
    "https://example.org/29412138": "not that of one paper",
    "https://pubmed.ncbi.nlm.nih.gov/": "not that of one paper",
    "https://pubmed.ncbi.nlm.nih.gov/?term=cancer": "not that of one paper",
    "https://pubmed.ncbi.nlm.nih.gov/0/": "they begin at 1",
    "https://pubmed.ncbi.nlm.nih.gov/123456789/": "9 digits",
    "https://pubmed.ncbi.nlm.nih.gov/12a/": "not that of one paper",
    "https://pubmed.ncbi.nlm.nih.gov.evil.example/29412138/": "not that of one paper",
    "https://evil.example/pubmed.ncbi.nlm.nih.gov/29412138/": "not that of one paper",
    "https://user@pubmed.ncbi.nlm.nih.gov/29412138/": "not that of one paper",
    "https://www.ncbi.nlm.nih.gov/gene/?term=7157": "not that of one paper",
    "https://www.ncbi.nlm.nih.gov/gene/7157": "not that of one paper",
    "https://europepmc.org/article/PPR/PPR123": "not that of one paper",
    "https://doi.org/abc": "not that of one paper",
    "file:///29412138": "not an identifier",
    "\ud800": "control characters",
}


@pytest.mark.parametrize(("text", "value"), PMIDS.items())
def test_every_form_of_a_pmid(text: str, value: str) -> None:
    assert parse_identifier(text) == Identifier("pmid", value)


@pytest.mark.parametrize(("text", "expected"), PMCIDS.items())
def test_every_form_of_a_pmcid(text: str, expected: Identifier | None) -> None:
    if expected is None:
        with pytest.raises(VideoGenError, match=r"PMCID|version"):
            parse_identifier(text)
    else:
        assert parse_identifier(text) == expected


@pytest.mark.parametrize(("text", "value"), DOIS.items())
def test_every_form_of_a_doi(text: str, value: str) -> None:
    assert parse_identifier(text) == Identifier("doi", value)


@pytest.mark.parametrize(("text", "why"), REFUSED.items())
def test_what_is_refused_and_why(text: str, why: str) -> None:
    with pytest.raises(VideoGenError, match=why) as caught:
        parse_identifier(text)
    error = caught.value
    assert error.code == "bad-identifier"
    assert not error.retryable
    assert error.message.endswith(".")
    assert len(error.message) < 400
    assert error.hint
    assert error.message.isprintable()


def test_a_citation_of_one_paper_by_all_its_names_is_one_identifier() -> None:
    text = "doi: 10.7554/eLife.32671. Epub 2018 Feb 7. PMID: 29412138; PMCID: PMC5832414."
    with pytest.raises(VideoGenError, match="other words"):
        parse_identifier(text)
    assert parse_identifier("PMID: 29412138; PMCID: PMC5832414") == Identifier("pmid", "29412138")


@pytest.mark.parametrize(
    ("identifier", "shown"),
    [
        (Identifier("pmid", "29412138"), "PMID 29412138"),
        (Identifier("pmcid", "PMC5832925"), "PMC5832925"),
        (Identifier("pmcid", "PMC5832925", 1), "PMC5832925.1"),
        (Identifier("doi", SICI), f"doi:{SICI}"),
    ],
)
def test_an_identifier_shows_itself_as_it_can_be_entered_again(identifier: Identifier, shown: str) -> None:
    assert str(identifier) == shown
    assert parse_identifier(shown) == identifier


def test_an_identifier_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Identifier("pmid", "1").value = "2"  # type: ignore[misc]
