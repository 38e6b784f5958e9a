from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

import pytest

from tests.ncbi_double import Fault, Holding
from tests.papers.fetch_helpers import KEY, services_of
from tests.yardstick import slowness
from videogen_desktop.errors import VideoGenError
from videogen_desktop.papers.identifiers import Identifier, parse_identifier
from videogen_desktop.papers.model import PaperIds
from videogen_desktop.papers.ncbi import summaries
from videogen_desktop.papers.pubmed import Summary, read_summary

if TYPE_CHECKING:
    from tests.ncbi_double import NcbiDouble
    from tests.papers.conftest import FakeTime


def jats(title: str, journal: str = "A Journal", year: int = 2018) -> bytes:
    return (
        "<article><front><journal-meta><journal-title-group><journal-title>"
        f"{journal}</journal-title></journal-title-group></journal-meta><article-meta><title-group>"
        f"<article-title>{title}</article-title></title-group><contrib-group><contrib contrib-type='author'>"
        "<name><surname>Ma</surname><given-names>Manxiu</given-names></name></contrib></contrib-group>"
        f"<pub-date><year>{year}</year></pub-date></article-meta></front></article>"
    ).encode()


def holding(number: int, doi: str | None = None) -> Holding:
    return Holding(f"paper-{number}", pmid=str(number), doi=doi, jats=jats(f"Title {number}"))


def pmids(*numbers: int) -> list[Identifier]:
    return [Identifier("pmid", str(number)) for number in numbers]


def record(**told: object) -> bytes:
    return json.dumps({"uid": "1", **told}).encode()


class TestReading:
    def test_reads_what_a_list_shows(self) -> None:
        told = record(
            title="Zebrafish &lt;i&gt;dscaml1&lt;/i&gt; and 10&lt;sup&gt;5&lt;/sup&gt; &amp; p &lt; 0.05.",
            authors=[
                {"name": "Ma M", "authtype": "Author"},
                {"name": "de la Cruz YA Jr", "authtype": "Author"},
                {"name": "Fish Group A", "authtype": "CollectiveName"},
            ],
            fulljournalname="Cells &amp; tissues",
            source="Cells Tiss",
            pubdate="2018 Nov-Dec",
            epubdate="2017 Dec 24",
            pubtype=["Journal Article"],
            articleids=[
                {"idtype": "pubmed", "idtypen": 1, "value": "29608148"},
                {"idtype": "pmc", "value": "PMC5880371"},
                {"idtype": "doi", "value": "10.7554/eLife.32671"},
            ],
            references=[{"reftype": "Comment in", "pmid": 7}],
        )
        assert read_summary(told) == Summary(
            PaperIds("29608148", "PMC5880371", "10.7554/eLife.32671"),
            "Zebrafish dscaml1 and 10⁵ & p < 0.05",
            ("M Ma", "YA de la Cruz", "Fish Group A"),
            "Cells & tissues",
            2017,
        )

    @pytest.mark.parametrize(
        "more",
        [
            {"pubtype": ["Journal Article", "Retracted Publication"]},
            {"references": [{"reftype": "Retraction in", "pmid": 7}]},
            {"title": "RETRACTED: A title."},
        ],
    )
    def test_any_sign_of_a_retraction_is_enough(self, more: dict[str, object]) -> None:
        summary = read_summary(record(**{"title": "A title.", **more}))
        assert summary is not None
        assert summary.retracted

    def test_the_notice_of_a_retraction_is_not_retracted(self) -> None:
        summary = read_summary(record(title="Retraction: A title.", pubtype=["Retraction of Publication"]))
        assert summary is not None
        assert not summary.retracted

    def test_a_translated_title_and_one_in_its_own_language(self) -> None:
        translated, own = (
            read_summary(record(title="[Of fish].")),
            read_summary(record(title="", vernaculartitle="Fische.")),
        )
        assert translated is not None
        assert own is not None
        assert (translated.title, own.title) == ("Of fish", "Fische")

    @pytest.mark.parametrize(
        "told",
        [
            b'{"uid": "1", "error": "cannot get document summary"}',
            b'{"title": ""}',
            b'{"title": 5}',
            b"[]",
            b"\xff",
        ],
    )
    def test_what_is_no_summary_is_none(self, told: bytes) -> None:
        assert read_summary(told) is None


class TestAsking:
    def test_a_thousand_in_batches_by_post(self, double: NcbiDouble) -> None:
        for number in range(1001, 2001):
            double.library.add(holding(number))
        double.library.change("paper-1700", publication_types=("Journal Article", "Retracted Publication"))
        double.library.change("paper-1500", pmid="99")
        with services_of(double) as ncbi:
            batches = list(summaries(pmids(*range(1001, 2001)), ncbi))
        assert [len(batch.found) + len(batch.unknown) for batch in batches] == [200] * 5
        found = {one.value: summary for batch in batches for one, summary in batch.found.items()}
        assert frozenset().union(*(batch.unknown for batch in batches)) == frozenset(pmids(1500))
        assert found["1234"] == Summary(
            PaperIds(pmid="1234"), "Title 1234", ("M Ma",), "A Journal", 2018, retracted=False
        )
        assert [number for number, summary in found.items() if summary.retracted] == ["1700"]
        assert {request.method for request in double.seen()} == {"POST"}
        assert len(double.seen()) == 5

    def test_nothing_is_asked_before_it_is_wanted(self, double: NcbiDouble) -> None:
        with services_of(double) as ncbi:
            batches = summaries(pmids(*range(1, 401)), ncbi)
            assert double.seen() == []
            assert next(batches).found[Identifier("pmid", "1")].title == "Tiny"
            assert len(double.seen()) == 1

    def test_a_paper_is_found_by_its_pmcid_and_its_doi(self, double: NcbiDouble) -> None:
        asked = [parse_identifier("PMC1"), parse_identifier("10.5555/TINY"), parse_identifier("PMC77")]
        with services_of(double) as ncbi:
            batches = list(summaries(asked, ncbi))
        found = {one: summary for batch in batches for one, summary in batch.found.items()}
        assert {summary.ids for summary in found.values()} == {PaperIds("1", "PMC1", "10.5555/tiny")}
        assert set(found) == set(asked[:2])
        assert frozenset().union(*(batch.unknown for batch in batches)) == {asked[2]}

    def test_what_only_pmc_has_is_asked_of_pmc(self, double: NcbiDouble) -> None:
        double.library.add(Holding("alone", pmcid="PMC5", jats=jats("Alone")))
        with services_of(double) as ncbi:
            [batch] = summaries([parse_identifier("PMC5")], ncbi)
        assert batch.found[Identifier("pmcid", "PMC5")].title == "Alone"
        assert batch.found[Identifier("pmcid", "PMC5")].ids == PaperIds(pmcid="PMC5")

    def test_what_only_pubmed_has_is_searched_by_its_doi(self, double: NcbiDouble) -> None:
        double.library.add(holding(7, doi="10.5555/a,b"))
        asked = [parse_identifier("10.5555/a,b"), parse_identifier("10.5555/nothing")]
        with services_of(double) as ncbi:
            [batch] = summaries(asked, ncbi)
        assert batch.found[asked[0]].ids == PaperIds(pmid="7", doi="10.5555/a,b")
        assert batch.unknown == {asked[1]}

    def test_what_a_search_finds_loosely_is_not_believed(self, double: NcbiDouble) -> None:
        double.faults.add(Fault("esearch", "body", text='{"esearchresult":{"idlist":["1"]}}'))
        with services_of(double) as ncbi:
            [batch] = summaries([parse_identifier("10.5555/other")], ncbi)
        assert batch.found == {}

    @pytest.mark.parametrize(
        ("said", "status"),
        [
            ('{"header":{},"esummaryresult":["Invalid uid 999 at position=0"]}', 200),
            ('{"header":{},"esummaryresult":["Empty id list - nothing todo"]}', 200),
            ('{"error":"Invalid uid 999"}', 400),
            ('{"header":{},"result":{"uids":[]}}', 200),
        ],
    )
    def test_a_batch_of_which_nothing_is_known(self, double: NcbiDouble, said: str, status: int) -> None:
        double.faults.add(Fault("esummary", "body", text=said, status=status))
        with services_of(double) as ncbi:
            [batch] = summaries(pmids(999), ncbi)
        assert batch.unknown == frozenset(pmids(999))

    @pytest.mark.parametrize("fault", [Fault("esummary", "reset"), Fault("esummary", "html")])
    def test_no_network_is_said_so(self, double: NcbiDouble, fake_time: FakeTime, fault: Fault) -> None:
        double.faults.add(fault)
        with services_of(double, fake_time.timing()) as ncbi, pytest.raises(VideoGenError) as raised:
            next(summaries(pmids(1), ncbi))
        assert raised.value.retryable

    def test_the_key_is_sent(self, double: NcbiDouble) -> None:
        with services_of(double, VIDEOGEN_NCBI_API_KEY=KEY) as ncbi:
            next(summaries(pmids(1), ncbi))
        [request] = double.seen()
        assert request.params["api_key"] == KEY
        assert request.params["tool"] == "videogen-desktop"

    def test_what_stops_the_client_stops_it(self, double: NcbiDouble, fake_time: FakeTime) -> None:
        double.faults.add(Fault("esummary", "silent"))
        began = time.monotonic()
        fake_time.cancel.set()
        with services_of(double, fake_time.timing()) as ncbi, pytest.raises(VideoGenError) as raised:
            next(summaries(pmids(1), ncbi))
        assert raised.value.code == "cancelled"
        assert time.monotonic() - began < 1 * slowness()
