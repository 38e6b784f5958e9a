"""E-utilities, ID converter and bucket, each against the double."""

from __future__ import annotations

import json
import logging
import time
from typing import TYPE_CHECKING

import httpx2
import pytest

from tests.ncbi_double import Fault, NcbiDouble
from tests.papers.conftest import TINY
from tests.papers.fetch_helpers import EMAIL, KEY, services_of, settings_for
from videogen_desktop.errors import VideoGenError
from videogen_desktop.papers.identifiers import Identifier, parse_identifier
from videogen_desktop.papers.model import PaperIds
from videogen_desktop.papers.ncbi import BucketArticle, connect
from videogen_desktop.papers.ncbi.bucket import file_name
from videogen_desktop.papers.ncbi.connection import rate_limits
from videogen_desktop.papers.ncbi.eutils import Eutils
from videogen_desktop.papers.settings import FetchSettings

if TYPE_CHECKING:
    from pathlib import Path

    from tests.papers.conftest import FakeTime

XXE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><PubmedArticleSet>&a;</PubmedArticleSet>'
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><PubmedArticleSet>&b;'
    "</PubmedArticleSet>"
)


class TestEutils:
    def test_reads_a_record(self, double: NcbiDouble) -> None:
        with services_of(double) as ncbi:
            record = ncbi.eutils.pubmed("1")
        assert record is not None
        assert record.paper.ids == PaperIds("1", "PMC1", "10.5555/tiny")
        assert record.paper.title.plain == "Tiny"
        assert b"<PubmedArticleSet>" in record.xml

    def test_says_who_asks(self, double: NcbiDouble) -> None:
        with services_of(double) as ncbi:
            ncbi.eutils.pubmed("1")
            ncbi.eutils.pmc("PMC1")
            ncbi.eutils.pmids_of_doi("10.5555/tiny")
            ncbi.idconv.resolve([parse_identifier("PMC1")])
        assert len(double.seen()) == 4
        for request in double.seen():
            assert (request.params["tool"], request.params["email"]) == ("videogen-desktop", EMAIL)
            assert request.method == "GET"
            assert "api_key" not in request.params

    def test_sends_the_key_where_no_address_shows_it(
        self, double: NcbiDouble, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(logging.DEBUG)
        with services_of(double, VIDEOGEN_NCBI_API_KEY=KEY) as ncbi:
            ncbi.eutils.pubmed("1")
            ncbi.eutils.pmc("PMC1")
            ncbi.eutils.pmids_of_doi("10.5555/tiny")
            ncbi.idconv.resolve([parse_identifier("PMC1")])
        asked = double.seen("entrez")
        assert [request.params.get("api_key") for request in asked] == [KEY] * 3
        assert {request.method for request in asked} == {"POST"}
        assert all(KEY not in request.address for request in double.seen())
        assert "api_key" not in double.seen("idconv")[0].params
        assert KEY not in caplog.text
        assert KEY not in repr(settings_for(double, VIDEOGEN_NCBI_API_KEY=KEY))

    @pytest.mark.parametrize(("count", "method"), [(200, "GET"), (201, "POST")])
    def test_posts_more_than_two_hundred_ids(self, double: NcbiDouble, count: int, method: str) -> None:
        with services_of(double) as ncbi:
            papers = ncbi.eutils.pubmed_papers([str(number) for number in range(1, count + 1)])
        assert [paper.ids.pmid for paper in papers] == ["1"]
        [request] = double.seen()
        assert request.method == method
        assert len(request.params["id"].split(",")) == count

    def test_asks_nothing_for_no_ids(self, double: NcbiDouble) -> None:
        with services_of(double) as ncbi:
            assert ncbi.eutils.pubmed_papers([]) == ()
        assert double.seen() == []

    @pytest.mark.parametrize("pmid", ["999", "0"])
    def test_knows_an_unknown_pmid(self, double: NcbiDouble, pmid: str) -> None:
        """An unknown one gets an empty set, an impossible one status 400 and a sentence."""
        with services_of(double) as ncbi:
            assert ncbi.eutils.pubmed(pmid) is None
        assert len(double.seen()) == 1

    def test_does_not_take_another_paper_for_the_one_asked(
        self, double: NcbiDouble, fake_time: FakeTime
    ) -> None:
        double.library.add(TINY.__class__("other", pmid="7", pmcid="PMC7", jats=TINY.jats))
        wrong = b'<article><front><article-meta><article-id pub-id-type="pmc">8</article-id>'
        double.library.change(
            "other", jats=(TINY.jats or b"").replace(b"<article><front><article-meta>", wrong)
        )
        with services_of(double, fake_time.timing()) as ncbi:
            with pytest.raises(VideoGenError) as raised:
                ncbi.eutils.pmc("PMC7")
            assert raised.value.code == "bad-answer"
            with pytest.raises(VideoGenError):
                ncbi.bucket.full_text(BucketArticle("PMC7.1", "PMC7.1.xml"))

    def test_unwraps_the_article_that_pmc_gives(self, double: NcbiDouble) -> None:
        with services_of(double) as ncbi:
            text = ncbi.eutils.pmc("PMC1")
            assert ncbi.eutils.pmc("PMC2") is None
        assert text is not None
        assert text.paper.has_full_text
        assert text.paper.origin == "pmc-efetch"

    def test_a_withheld_text_is_front_matter(self, double: NcbiDouble) -> None:
        double.library.change("tiny", withheld=True)
        with services_of(double) as ncbi:
            text = ncbi.eutils.pmc("PMC1")
        assert text is not None
        assert not text.paper.has_full_text

    @pytest.mark.parametrize("status", [200, 429])
    def test_knows_the_sentence_of_the_limit(
        self, double: NcbiDouble, fake_time: FakeTime, status: int
    ) -> None:
        double.faults.add(Fault("efetch", "over-limit", times=2, status=status))
        with services_of(double, fake_time.timing()) as ncbi:
            assert ncbi.eutils.pubmed("1") is not None
            double.faults.add(Fault("esearch", "over-limit", status=status))
            with pytest.raises(VideoGenError) as raised:
                ncbi.eutils.pmids_of_doi("10.5555/tiny")
        assert (raised.value.code, raised.value.retryable) == ("rate-limited", True)

    def test_says_that_the_key_is_wrong_and_not_the_key(
        self, double: NcbiDouble, fake_time: FakeTime
    ) -> None:
        said = f'{{"error":"API key invalid","api-key":"{KEY}","type":"unknown","status":"unknown"}}'
        double.faults.add(Fault("efetch", "body", status=400, text=said))
        with (
            services_of(double, fake_time.timing(), VIDEOGEN_NCBI_API_KEY=KEY) as ncbi,
            pytest.raises(VideoGenError) as raised,
        ):
            ncbi.eutils.pubmed("1")
        assert (raised.value.code, raised.value.retryable) == ("bad-api-key", False)
        assert KEY not in str(raised.value)
        assert len(double.seen()) == 1

    @pytest.mark.parametrize(
        "fault",
        [
            Fault("efetch", "html"),
            Fault("efetch", "html", status=404),
            Fault("efetch", "body", text=""),
            Fault("efetch", "body", text="not xml at all"),
            Fault("efetch", "body", text="<PubmedArticleSet><PubmedArticle>"),
            Fault("efetch", "body", text="<eSearchResult/>"),
            Fault("efetch", "body", text="<eFetchResult><ERROR>Search Backend failed</ERROR></eFetchResult>"),
            Fault("efetch", "body", text='{"error":"something else"}'),
            Fault("efetch", "body", text=XXE),
            Fault("efetch", "body", text=LAUGHS),
            Fault("efetch", "body", text="<a>" * 20_000),
        ],
        ids=["page", "404", "empty", "text", "cut", "other", "backend", "json", "xxe", "laughs", "deep"],
    )
    def test_takes_nothing_else_for_a_record(
        self, double: NcbiDouble, fake_time: FakeTime, fault: Fault
    ) -> None:
        double.faults.add(fault)
        with services_of(double, fake_time.timing()) as ncbi:
            for ask in (lambda: ncbi.eutils.pubmed("1"), lambda: ncbi.eutils.pmc("PMC1")):
                with pytest.raises(VideoGenError) as raised:
                    ask()
                assert (raised.value.code, raised.value.retryable) == ("bad-answer", True)

    @pytest.mark.parametrize("text", ["[]", "{", '{"esearchresult":{"ERROR":"Backend failed"}}', '{"x":1}'])
    def test_takes_nothing_else_for_a_search(
        self, double: NcbiDouble, fake_time: FakeTime, text: str
    ) -> None:
        double.faults.add(Fault("esearch", "body", text=text))
        with services_of(double, fake_time.timing()) as ncbi, pytest.raises(VideoGenError) as raised:
            ncbi.eutils.pmids_of_doi("10.5555/tiny")
        assert raised.value.code == "bad-answer"

    def test_keeps_under_three_requests_a_second(self, double: NcbiDouble) -> None:
        settings, began = settings_for(double), time.monotonic()
        with connect(settings) as web:
            for number in range(1, 6):
                Eutils(web, settings).pubmed(str(number))
        times = [request.at for request in double.seen()]
        assert max(times) - began > 1.2  # four pauses of a third of a second

    def test_may_ask_more_often_with_a_key(self, double: NcbiDouble, fake_time: FakeTime) -> None:
        settings = settings_for(double, VIDEOGEN_NCBI_API_KEY=KEY)
        rates = rate_limits(settings)
        for _ in range(11):
            rates.take(httpx2.Origin(settings.eutils_url), fake_time.timing())
        assert 1.0 < sum(fake_time.waits) < 1.2


class TestIdConverter:
    def test_finds_every_name(self, double: NcbiDouble) -> None:
        asked = [parse_identifier(text) for text in ("1", "PMC1", "PMC1.3", "PMC9")]
        asked.append(Identifier("doi", "10.5555/tiny"))
        with services_of(double) as ncbi:
            found = ncbi.idconv.resolve(asked)
        names = PaperIds("1", "PMC1", "10.5555/tiny")
        assert found == {asked[0]: names, asked[1]: names, asked[2]: names, asked[4]: names}
        assert [request.params["idtype"] for request in double.seen()] == ["pmid", "pmcid", "doi"]

    def test_asks_for_at_most_two_hundred_at_once(self, double: NcbiDouble) -> None:
        with services_of(double) as ncbi:
            found = ncbi.idconv.resolve([Identifier("pmid", str(number)) for number in range(1, 452)])
        assert list(found) == [Identifier("pmid", "1")]
        assert [len(request.params["ids"].split(",")) for request in double.seen()] == [200, 200, 51]

    def test_a_doi_with_a_comma_is_not_asked_for(self, double: NcbiDouble) -> None:
        with services_of(double) as ncbi:
            assert ncbi.idconv.resolve([Identifier("doi", "10.1000/a,b")]) == {}
        assert double.seen() == []

    @pytest.mark.parametrize("text", ["<html>", "[]", '{"records":[{"pmid":{}}]}'])
    def test_takes_nothing_else_for_an_answer(
        self, double: NcbiDouble, fake_time: FakeTime, text: str
    ) -> None:
        double.faults.add(Fault("idconv", "body", text=text))
        with services_of(double, fake_time.timing()) as ncbi, pytest.raises(VideoGenError) as raised:
            ncbi.idconv.resolve([parse_identifier("PMC1")])
        assert raised.value.code == "bad-answer"

    def test_believes_no_name_that_is_none(self, double: NcbiDouble) -> None:
        text = '{"records":[{"requested-id":"PMC1","pmcid":"PMC1.2","pmid":"1 OR 2","doi":""}]}'
        double.faults.add(Fault("idconv", "body", text=text))
        asked = parse_identifier("PMC1")
        with services_of(double) as ncbi:
            assert ncbi.idconv.resolve([asked]) == {asked: PaperIds(pmcid="PMC1")}

    def test_knows_an_answer_by_any_of_its_names(self, double: NcbiDouble) -> None:
        double.faults.add(Fault("idconv", "body", text='{"records":[{"pmid":1,"pmcid":"PMC1"}]}'))
        asked = parse_identifier("PMID 1")
        with services_of(double) as ncbi:
            assert ncbi.idconv.resolve([asked]) == {asked: PaperIds("1", "PMC1")}


class TestBucket:
    def test_takes_the_highest_version(self, double: NcbiDouble) -> None:
        double.library.change("tiny", version=11, pictures={"fig 1+2.jpg": b"picture"})
        with services_of(double) as ncbi:
            article = ncbi.bucket.newest("PMC1")
            assert article is not None
            text = ncbi.bucket.full_text(article)
            picture = ncbi.bucket.media(article, "fig 1+2.jpg", 100, bytes)
            missing = ncbi.bucket.media(article, "fig9.jpg", 100, bytes)
        assert (article.name, article.media) == ("PMC1.11", ("fig 1+2.jpg",))
        assert text is not None
        assert (text.paper.origin, text.xml) == ("pmc-bucket", TINY.jats)
        assert (picture, missing) == (b"picture", None)

    def test_takes_the_one_before_when_the_newest_is_not_described(self, double: NcbiDouble) -> None:
        double.library.change("tiny", version=2)
        double.faults.add(Fault("metadata/PMC1.2.json", "html", status=403))
        with services_of(double) as ncbi:
            article = ncbi.bucket.newest("PMC1")
        assert article is not None
        assert article.name == "PMC1.1"

    def test_does_not_have_what_it_does_not_list(self, double: NcbiDouble) -> None:
        double.library.change("tiny", in_bucket=False)
        with services_of(double) as ncbi:
            assert ncbi.bucket.newest("PMC1") is None
            assert ncbi.bucket.newest("PMC11") is None

    def test_reads_licence_and_retraction(self, double: NcbiDouble) -> None:
        double.library.change("tiny", license_code="CC BY-NC", retracted_in_bucket=True)
        with services_of(double) as ncbi:
            article = ncbi.bucket.newest("PMC1")
        assert article is not None
        assert (article.licence_code, article.retracted) == ("CC BY-NC", True)

    @pytest.mark.parametrize(
        ("path", "text"),
        [
            ("list-type", "<html>"),
            ("list-type", "<Error><Code>SlowDown</Code></Error>"),
            ("metadata", "<Error/>"),
            ("metadata", '{"pmcid":"PMC2"}'),
            ("metadata", '{"pmcid":"PMC1","media_urls":"x"}'),
        ],
    )
    def test_takes_nothing_else_for_an_answer(
        self, double: NcbiDouble, fake_time: FakeTime, path: str, text: str
    ) -> None:
        double.faults.add(Fault(path, "body", text=text))
        with services_of(double, fake_time.timing()) as ncbi, pytest.raises(VideoGenError) as raised:
            ncbi.bucket.newest("PMC1")
        assert raised.value.code == "bad-answer"

    def test_what_metadata_name_is_asked_for_in_the_bucket_or_not_at_all(
        self, double: NcbiDouble, fake_time: FakeTime
    ) -> None:
        with NcbiDouble(double.library) as elsewhere:
            named = [
                f"{elsewhere.bucket_url}PMC1.1/a.jpg",
                "s3://other-bucket/PMC1.1/b.jpg",
                "file:///etc/passwd",
                "PMC1.1/../../c.jpg",
                "PMC2.1/d.jpg",
                "s3://pmc-oa-opendata/PMC1.1/kept.jpg?md5=0",
            ]
            xml = f"{elsewhere.bucket_url}PMC1.1/PMC1.1.xml"
            text = json.dumps({"pmcid": "PMC1", "xml_url": xml, "media_urls": named})
            double.faults.add(Fault("metadata", "body", text=text))
            with services_of(double, fake_time.timing()) as ncbi:
                article = ncbi.bucket.newest("PMC1")
                assert article is not None
                assert article.media == ("kept.jpg",)
                assert ncbi.bucket.full_text(article) is not None
            assert elsewhere.seen() == []

    @pytest.mark.parametrize(
        ("reference", "name"),
        [
            ("s3://pmc-oa-opendata/PMC1.2/gr1_lrg.jpg?md5=0123", "gr1_lrg.jpg"),
            ("s3://pmc-oa-opendata/PMC1.2/50% of mice.jpg", "50% of mice.jpg"),
            ("https://pmc-oa-opendata.s3.amazonaws.com/PMC1.2/a%20b.jpg", "a b.jpg"),
            ("https://s3.amazonaws.com/pmc-oa-opendata/PMC1.2/a.jpg", "a.jpg"),
            ("https://mirror.example/pmc/PMC1.2/a.jpg", "a.jpg"),
            ("PMC1.2/a.jpg", "a.jpg"),
            ("https://pmc-oa-opendata.s3.amazonaws.com.example.org/PMC1.2/a.jpg", None),
            ("https://example.org/PMC1.2/a.jpg", None),
            ("http://169.254.169.254/PMC1.2/a.jpg", None),
            ("s3://other/PMC1.2/a.jpg", None),
            ("/PMC1.2/a.jpg", None),
            ("a.jpg", None),
            ("PMC1.1/a.jpg", None),
            ("PMC1.2/", None),
            ("PMC1.2/..", None),
            ("PMC1.2/../metadata/x.json", None),
            ("PMC1.2/a\\..\\b.jpg", None),
            ("PMC1.2/a\0.jpg", None),
            ("PMC1.2/" + "a" * 256, None),
            ("https://pmc-oa-opendata.s3.amazonaws.com/PMC1.2/%2e%2e%2fx.jpg", None),
            ("", None),
        ],
    )
    def test_which_references_are_files_of_the_article(self, reference: str, name: str | None) -> None:
        assert file_name(reference, "PMC1.2", "https://mirror.example/pmc/") == name


def test_services_on_one_host_share_the_strictest_rate(fake_time: FakeTime, tmp_path: Path) -> None:
    mirror = "https://mirror.example/"
    settings = FetchSettings(f"{mirror}e/", f"{mirror}i/", f"{mirror}b/", cache_dir=tmp_path)
    rates = rate_limits(settings)
    for _ in range(4):
        rates.take(httpx2.Origin(mirror), fake_time.timing())
    assert len(fake_time.waits) == 3
