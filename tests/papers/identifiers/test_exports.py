"""Exports of PubMed and of reference managers: MEDLINE (.nbib), RIS and XML."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from videogen_desktop.papers.identifiers import Recognised, read_list, read_list_file

if TYPE_CHECKING:
    from pathlib import Path

NBIB = """\

PMID- 21810267
OWN - NLM
STAT- MEDLINE
IS  - 1471-2180 (Electronic)
VI  - 11
DP  - 2011 Aug 2
TI  - A comparison of two strains that goes on for longer than one line of the
      export has room for.
PG  - 174
LID - 10.1186/1471-2180-11-174
      [doi]
AB  - BACKGROUND: compared with PMID: 11111111 and doi:10.1000/other.
CIN - BMC Microbiol. 2012. PMID: 22222222
PMC - PMC3166277
AID - 1471-2180-11-174 [pii]
AID - 10.1186/1471-2180-11-174 [doi]
SO  - BMC Microbiol. 2011 Aug 2;11:174. doi: 10.1186/1471-2180-11-174.

PMID- 18405359
TI  - Another one.
AID - 1472-6831-8-11 [pii]

PMID- 123456789
TI  - Too many digits.

PMID- 21810267
TI  - The first again.
"""

NCBI_RIS = """\
TY  - JOUR
DB  - PubMed
AU  - Kim, J
T1  - A comparison
AB  - Compared with PMID: 11111111.
12345678 children
SP  - 174
VL  - 11
Y1  - 2011/08/02
AN  - 21810267
UR  - https://pubmed.ncbi.nlm.nih.gov/21810267
DO  - 10.1186/1471-2180-11-174
U1  - 21810267[pmid]
U2  - PMC3166277[pmcid]
ER  -\x20
"""
ENDNOTE_RIS = """\
TY  - JOUR
AN  - 18405359
AU  - Smith, J.
C2  - PMC2329613
DO  - 10.1186/1472-6831-8-11
ID  - 1234
M1  - 7
N1  - 1472-6831
Comment in: Lancet. PMID: 22222222
SN  - 1472-6831
TI  - Caries
UR  - https://www.ncbi.nlm.nih.gov/pubmed/18405359
ER  -

"""
EMBASE_RIS = """\
TY  - JOUR
ID  - 17
DB  - Embase
AN  - 51234567
TI  - Known by its DOI
UR  - https://www.example.org/search?id=51234567
DO  - https://doi.org/10.1093/annonc/mds526
ER  -
"""
NAMELESS_RIS = "TY  - BOOK\nID  - 23\nM1  - 7\nPY  - 2018\nTI  - A book\nER  -\n"


def read(folder: Path, content: str, name: str) -> Recognised:
    path = folder / name
    path.write_text(content, encoding="utf-8", newline="")
    return read_list_file(path)


def names(recognised: Recognised) -> list[str]:
    return [str(entry.identifier) for entry in recognised.found]


@pytest.mark.parametrize("name", ["citations.nbib", "pubmed-set.txt"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_medline(tmp_path: Path, name: str, line_end: str) -> None:
    recognised = read(tmp_path, NBIB.replace("\n", line_end), name)
    assert names(recognised) == ["PMID 21810267", "PMID 18405359"]
    first = recognised.found[0]
    assert first.line == 2
    assert first.text.startswith(
        "A comparison of two strains that goes on for longer than one line of the export"
    )
    assert [str(also) for also in first.also] == ["PMC3166277", "doi:10.1186/1471-2180-11-174"]
    assert [(refused.line, refused.text) for refused in recognised.refused] == [(24, "Too many digits.")]
    assert [(copy.entry.line, copy.first_line) for copy in recognised.duplicates] == [(27, 2)]


def test_lines_outside_medline_records_are_not_lost() -> None:
    recognised = read_list(f"{NBIB}\n29412138\nnothing\n")
    assert names(recognised) == ["PMID 21810267", "PMID 18405359", "PMID 29412138"]
    assert recognised.refused[-1].text == "nothing"


def test_records_that_no_blank_line_parts() -> None:
    assert names(read_list("PMID- 21810267\nTI  - One\nPMID- 18405359\nTI  - Two\n")) == [
        "PMID 21810267",
        "PMID 18405359",
    ]


def test_ris_as_its_writers_differ(tmp_path: Path) -> None:
    recognised = read(tmp_path, NCBI_RIS + ENDNOTE_RIS + EMBASE_RIS + NAMELESS_RIS, "library.ris")
    assert names(recognised) == ["PMID 21810267", "PMID 18405359", "doi:10.1093/annonc/mds526"]
    assert [[str(also) for also in entry.also] for entry in recognised.found] == [
        ["PMC3166277", "doi:10.1186/1471-2180-11-174"],
        ["PMC2329613", "doi:10.1186/1472-6831-8-11"],
        [],
    ]
    assert [entry.text for entry in recognised.found] == ["A comparison", "Caries", "Known by its DOI"]
    (refused,) = recognised.refused
    assert refused.text == "A book"
    assert refused.reason == "This record names no PMID, PMCID or DOI."


def test_a_ris_number_that_can_only_be_a_pmid() -> None:
    assert names(read_list("TY  - JOUR\nID  - 21810267\nER  -\n")) == ["PMID 21810267"]
    assert names(read_list("TY  - JOUR\nPM  - 21810267\nER  -\n")) == ["PMID 21810267"]
    assert names(read_list("TY - JOUR\nAN - 21810267\nER - \n")) == ["PMID 21810267"]


def test_lines_around_ris_records_are_not_lost() -> None:
    recognised = read_list(f"29412138\nProvider: Example\n{NCBI_RIS}\n18405359\n")
    assert names(recognised) == ["PMID 29412138", "PMID 21810267", "PMID 18405359"]
    assert [refused.line for refused in recognised.refused] == [2]


XML_IDENTIFIERS = {
    "pubmed1.xml": ["PMID 12091962", "PMID 9997"],
    "pubmed2.xml": ["PMID 11748933", "PMID 11700088"],
    "pubmed4.xml": ["PMID 27797938"],
    "pubmed5.xml": ["PMID 28775130"],
    "pubmed6.xml": ["PMID 30108519"],
    "pubmed7.xml": ["PMID 29963580"],
    "efetch_pmc_correction.xml": ["PMID 34527728"],
}


@pytest.mark.parametrize(("name", "expected"), XML_IDENTIFIERS.items())
def test_recorded_answers_of_pubmed(corpus: Path, name: str, expected: list[str]) -> None:
    recognised = read_list_file(corpus / "pubmed" / name)
    assert names(recognised) == expected
    assert recognised.refused == ()
    assert recognised.duplicates == ()


def test_all_names_of_a_record_and_none_of_its_references(corpus: Path) -> None:
    (entry,) = read_list_file(corpus / "pubmed" / "pubmed4.xml").found
    assert entry.line == 4
    assert [str(also) for also in entry.also] == ["PMC5442267", "doi:10.1136/gutjnl-2016-312510"]


def test_a_recorded_answer_that_is_cut_off_keeps_what_came_before(corpus: Path) -> None:
    recognised = read_list_file(corpus / "pubmed" / "pubmed-29768149.xml")
    assert names(recognised) == ["PMID 29768149"]
    (refused,) = recognised.refused
    assert refused.line == 272
    assert "damaged or cut off" in refused.reason


def test_a_jats_article_is_named_by_its_own_identifiers_alone(corpus: Path) -> None:
    (entry,) = read_list_file(corpus / "jats" / "1471-2180-11-174.nxml").found
    assert str(entry.identifier) == "PMID 21810267"
    assert [str(also) for also in entry.also] == ["PMC3166277", "doi:10.1186/1471-2180-11-174"]


def test_books_in_pubmed_have_pmids_too() -> None:
    text = (
        "<PubmedArticleSet><PubmedBookArticle><BookDocument><PMID Version='1'>20301295</PMID><ArticleIdList>"
        "<ArticleId IdType='bookaccession'>NBK1116</ArticleId></ArticleIdList></BookDocument>"
        "</PubmedBookArticle>"
        "<PubmedArticle><MedlineCitation><PMID>0</PMID></MedlineCitation></PubmedArticle></PubmedArticleSet>"
    )
    recognised = read_list(f"\n\n  {text}")
    assert names(recognised) == ["PMID 20301295"]
    assert recognised.found[0].line == 3
    assert recognised.refused[0].reason == "This record names no PMID, PMCID or DOI."


RECORD = "<PubmedArticle><MedlineCitation><PMID>{}</PMID></MedlineCitation></PubmedArticle>"
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
HOSTILE_XML = {
    "an entity bomb": (f'<!DOCTYPE s [<!ENTITY l0 "1">{LAUGHS}]><s>&l11;</s>', "declares entities"),
    "a file to read": (
        '<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]><s>&x;</s>',
        "declares entities",
    ),
    "a parameter entity": (
        '<!DOCTYPE s [<!ENTITY % x SYSTEM "http://127.0.0.1:9/">%x;]><s/>',
        "declares entities",
    ),
    "deep nesting": ("<PubmedArticle>" * 20_000, "nested more than"),
    "an unknown entity": ("<PubmedArticleSet>&eacute;</PubmedArticleSet>", "damaged"),
    "another document": ("<feed><entry>29412138</entry></feed>", "no record"),
    "nothing": ("", "damaged"),
    "a control character": ("<PubmedArticleSet>\x00</PubmedArticleSet>", "damaged"),
    "half a character": ("<PubmedArticleSet>\ud800</PubmedArticleSet>", "no record"),
}


@pytest.mark.timeout(120)
@pytest.mark.parametrize(("xml", "why"), HOSTILE_XML.values(), ids=HOSTILE_XML)
def test_hostile_xml_is_refused_in_a_sentence(xml: str, why: str) -> None:
    recognised = read_list(f"<?xml version='1.0' encoding='utf-8'?>{xml}")
    assert recognised.found == ()
    (refused,) = recognised.refused
    assert why in refused.reason


def test_nothing_outside_is_read(listening: tuple[str, list[object]], tmp_path: Path) -> None:
    host, visitors = listening
    outside = f"http://{host}/pubmed.dtd"
    record = f"<PubmedArticleSet>{RECORD.format(5)}</PubmedArticleSet>"
    declared = read(
        tmp_path, f"<!DOCTYPE PubmedArticleSet PUBLIC '-//NLM//DTD' '{outside}'>{record}", "a.xml"
    )
    assert names(declared) == ["PMID 5"]
    entity = read(tmp_path, f"<!DOCTYPE s [<!ENTITY x SYSTEM '{outside}'>]><s>&x;</s>", "b.xml")
    assert "declares entities" in entity.refused[0].reason
    assert visitors == []


def test_a_declared_encoding_does_not_matter_once_the_text_is_read() -> None:
    for encoding in ("UTF-16", "ISO-8859-1", "no-such"):
        records = f"<PubmedArticleSet>{RECORD.format(5)}</PubmedArticleSet>"
        assert names(read_list(f"<?xml version='1.0' encoding='{encoding}'?>{records}")) == ["PMID 5"]


def test_a_web_page_is_not_mined() -> None:
    for page in (
        "<!DOCTYPE html><html><body>PMID: 29412138</body></html>",
        "\n<html>PMID: 29412138\nPMC1</html>",
    ):
        recognised = read_list(page, "list.txt")
        assert recognised.found == ()
        assert "web page" in recognised.refused[0].reason
