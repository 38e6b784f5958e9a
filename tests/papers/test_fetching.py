"""From what a person types to a paper and its figures, over real HTTP."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING

import pytest

from tests.ncbi_double import Fault, Holding, NcbiDouble
from tests.papers.fetch_helpers import (
    DOI,
    ELIFE,
    EMAIL,
    KEY,
    PMCID,
    PMID,
    connected,
    failing,
    fetch,
    settings_for,
)
from videogen_desktop.errors import VideoGenError
from videogen_desktop.papers.fetched import ABSTRACT_ONLY
from videogen_desktop.papers.fetching import fetch_paper, path_in_hand
from videogen_desktop.papers.model import PaperIds
from videogen_desktop.papers.pictures import check_picture
from videogen_desktop.papers.web import Timing

if TYPE_CHECKING:
    from pathlib import Path

    from tests.papers.conftest import FakeTime


class TestWhatIsFound:
    @pytest.mark.parametrize(
        "paper_id", [PMID, f"PMID: {PMID}", PMCID, f"{PMCID}.1", DOI, f"https://doi.org/{DOI}"]
    )
    def test_any_name_leads_to_the_same_paper(self, elife: NcbiDouble, tmp_path: Path, paper_id: str) -> None:
        fetched = fetch(elife, paper_id, tmp_path)
        paper = fetched.paper
        assert paper.ids == PaperIds(PMID, PMCID, DOI)
        assert paper.origin == "pmc-bucket"
        assert paper.has_full_text
        assert paper.licence.code.startswith("CC-BY")
        assert fetched.xml == elife.library[ELIFE].jats
        assert [figure.file for figure in paper.figures] == [f"figures/figure-0{n}.jpg" for n in range(1, 6)]
        for figure in paper.figures:
            assert check_picture(tmp_path / str(figure.file)).format == "JPEG"
        assert (tmp_path / "figures" / "figure-02.jpg").read_bytes() == elife.library[ELIFE].pictures[
            "fig2.jpg"
        ]

    def test_a_fetched_paper_is_the_paper_in_hand(
        self, elife: NcbiDouble, corpus: Path, tmp_path: Path
    ) -> None:
        fetched = fetch(elife, PMID, tmp_path / "fetched").paper
        in_hand = fetch(elife, str(corpus / ELIFE), tmp_path / "in hand").paper
        assert list(fetched.passages()) == list(in_hand.passages())
        assert fetched.figures == in_hand.figures
        assert (fetched.title, fetched.authors, fetched.licence.code) == (
            in_hand.title,
            in_hand.authors,
            in_hand.licence.code,
        )
        for figure in fetched.figures:
            file = str(figure.file)
            assert (tmp_path / "fetched" / file).read_bytes() == (tmp_path / "in hand" / file).read_bytes()

    def test_every_paper_with_a_pmid_of_its_own_is_found(self, ncbi: NcbiDouble, tmp_path: Path) -> None:
        known = [holding for holding in ncbi.library if holding.pmid and holding.pmcid]
        assert len(known) == 8
        for holding in known:
            paper = fetch(ncbi, str(holding.pmid), tmp_path).paper
            assert (paper.ids.pmid, paper.ids.pmcid) == (holding.pmid, holding.pmcid)
            assert paper.has_full_text
            assert paper.publication_types == ("Journal Article",)

    def test_a_paper_in_hand_asks_nothing_of_the_network(
        self, elife: NcbiDouble, corpus: Path, tmp_path: Path
    ) -> None:
        folder = fetch(elife, str(corpus / ELIFE), tmp_path).paper
        file = fetch(elife, str(corpus / ELIFE / "article.xml"), tmp_path).paper
        assert (folder.origin, file.origin) == ("in-hand", "in-hand")
        assert elife.seen() == []

    def test_a_pmcid_that_pubmed_does_not_know(self, elife: NcbiDouble, tmp_path: Path) -> None:
        elife.library.change(ELIFE, pmid=None)
        for paper_id in (PMCID, DOI):
            paper = fetch(elife, paper_id, tmp_path).paper
            assert paper.ids == PaperIds(None, PMCID, DOI)
            assert paper.has_full_text

    def test_a_pmcid_that_the_converter_does_not_know(self, elife: NcbiDouble, tmp_path: Path) -> None:
        elife.faults.add(Fault("idconv", "body", text='{"status":"ok","records":[]}'))
        paper = fetch(elife, PMCID, tmp_path).paper
        assert paper.ids == PaperIds(None, PMCID, DOI)

    def test_a_pmcid_that_the_pubmed_record_does_not_name(self, elife: NcbiDouble, tmp_path: Path) -> None:
        record = b"<MedlineCitation><PMID>90000001</PMID><Article/></MedlineCitation>"
        record = b"<PubmedArticle>" + record + b"</PubmedArticle>"
        elife.library.change(ELIFE, pubmed=record)
        assert fetch(elife, PMID, tmp_path).paper.ids == PaperIds(PMID, PMCID, DOI)

    def test_progress_goes_forward_to_the_end(self, elife: NcbiDouble, tmp_path: Path) -> None:
        told: list[tuple[float, str]] = []
        settings = settings_for(elife)
        fetch_paper(PMID, tmp_path, partial(connected, settings), settings, lambda *step: told.append(step))
        fractions = [fraction for fraction, _ in told]
        assert fractions == sorted(fractions)
        assert (fractions[0], fractions[-1]) == (0.0, 1.0)
        assert any("Figure 3 of 5" in message for _, message in told)

    def test_the_second_time_nothing_is_asked(self, elife: NcbiDouble, tmp_path: Path) -> None:
        cache = {"VIDEOGEN_CACHE_DIR": str(tmp_path / "cache")}
        first = fetch(elife, PMID, tmp_path / "a", **cache)
        asked = len(elife.seen())
        assert fetch(elife, PMID, tmp_path / "b", **cache) == first
        assert len(elife.seen()) == asked


class TestWhereTheTextComesFrom:
    def test_efetch_where_the_bucket_has_nothing(self, elife: NcbiDouble, tmp_path: Path) -> None:
        elife.library.change(ELIFE, in_bucket=False)
        fetched = fetch(elife, PMID, tmp_path)
        assert fetched.paper.origin == "pmc-efetch"
        assert fetched.paper.has_full_text
        assert b"<pmc-articleset>" in fetched.xml
        assert [figure.file for figure in fetched.paper.figures] == [None] * 5

    def test_the_abstract_where_the_text_is_withheld(self, elife: NcbiDouble, tmp_path: Path) -> None:
        elife.library.change(ELIFE, in_bucket=False, withheld=True)
        fetched = fetch(elife, PMID, tmp_path)
        paper = fetched.paper
        assert paper.origin == "pubmed-abstract"
        assert not paper.has_full_text
        assert paper.abstract is not None
        assert ABSTRACT_ONLY in paper.notes
        assert paper.figures == ()

    def test_the_abstract_where_pmc_has_nothing(self, ncbi: NcbiDouble, tmp_path: Path) -> None:
        fetched = fetch(ncbi, "27797938", tmp_path)
        assert (fetched.paper.origin, fetched.paper.ids.pmid) == ("pubmed-abstract", "27797938")
        assert ABSTRACT_ONLY in fetched.paper.notes
        assert b"<PubmedArticle>" in fetched.xml

    def test_a_doi_that_only_pubmed_knows(self, ncbi: NcbiDouble, tmp_path: Path) -> None:
        assert fetch(ncbi, "10.1006/CRYO.2001.2328", tmp_path).paper.ids.pmid == "11748933"

    def test_a_loose_find_is_not_the_paper(self, ncbi: NcbiDouble, tmp_path: Path) -> None:
        """PubMed answers an unknown DOI with what its parts match."""
        found = '{"esearchresult":{"count":"2","idlist":["11748933","27797938"]}}'
        ncbi.faults.add(Fault("esearch", "body", text=found))
        assert failing(ncbi, "10.1006/cryo.2001.9999", tmp_path).code == "paper-not-found"

    def test_the_licence_of_both_sources_holds(self, elife: NcbiDouble, tmp_path: Path) -> None:
        elife.library.change(ELIFE, license_code="CC BY-NC-ND")
        licence = fetch(elife, PMID, tmp_path).paper.licence
        assert licence.code.startswith("CC-BY-NC-ND")
        assert not licence.allows_changes


class TestRetraction:
    def test_no_sign_is_none(self, elife: NcbiDouble, tmp_path: Path) -> None:
        assert not fetch(elife, PMID, tmp_path).paper.retracted

    @pytest.mark.parametrize(
        "sign",
        [
            {"publication_types": ("Journal Article", "Retracted Publication")},
            {"retracted_by": "90000002"},
            {"retracted_in_bucket": True},
        ],
        ids=lambda sign: next(iter(sign)),
    )
    @pytest.mark.parametrize("paper_id", [PMID, DOI])
    def test_any_one_sign_is_enough(
        self, elife: NcbiDouble, tmp_path: Path, sign: dict[str, object], paper_id: str
    ) -> None:
        elife.library.change(ELIFE, **sign)
        paper = fetch(elife, paper_id, tmp_path).paper
        assert paper.retracted
        assert paper.has_full_text
        if "retracted_by" in sign:
            assert [(relation.kind, relation.pmid) for relation in paper.relations if relation.pmid] == [
                ("retracted-by", "90000002")
            ]


class TestFailures:
    @pytest.mark.parametrize("paper_id", ["99999999", "PMC99999999", "10.5555/nothing"])
    def test_a_paper_that_does_not_exist(self, ncbi: NcbiDouble, tmp_path: Path, paper_id: str) -> None:
        error = failing(ncbi, paper_id, tmp_path)
        assert (error.code, error.retryable) == ("paper-not-found", False)
        assert list(tmp_path.iterdir()) == []

    def test_a_paper_without_a_word(self, ncbi: NcbiDouble, tmp_path: Path) -> None:
        assert failing(ncbi, "12091962", tmp_path).code == "no-text"
        empty = b"<article><front><article-meta><title-group><article-title>T</article-title></title-group>"
        empty += b"</article-meta></front></article>"
        ncbi.library.add(Holding("empty", pmcid="PMC90000009", jats=empty))
        assert failing(ncbi, "PMC90000009", tmp_path).code == "no-text"

    @pytest.mark.parametrize(
        "paper_id",
        [
            "",
            " ",
            "0",
            "-1",
            "123456789",
            "1e7",
            "PMC",
            "1\0002",
            "1; rm -rf /",
            "1' OR '1'='1",
            "no such thing",
        ],
    )
    def test_what_is_no_identifier_is_never_asked_for(
        self, ncbi: NcbiDouble, tmp_path: Path, paper_id: str
    ) -> None:
        assert failing(ncbi, paper_id, tmp_path).code == "bad-identifier"
        assert ncbi.seen() == []

    @pytest.mark.parametrize("part", ["efetch.fcgi?db=pubmed", "list-type=2", "metadata/", ".xml", "idconv"])
    @pytest.mark.parametrize(
        ("fault", "code"),
        [
            (Fault("", "status", status=500), "server-error"),
            (Fault("", "status", status=429), "rate-limited"),
            (Fault("", "html"), "bad-answer"),
            (Fault("", "reset"), "no-network"),
            (Fault("", "truncated"), "no-network"),
        ],
        ids=["500", "429", "html", "reset", "truncated"],
    )
    def test_every_step_says_what_is_wrong_and_that_it_may_pass(
        self, elife: NcbiDouble, tmp_path: Path, fake_time: FakeTime, part: str, fault: Fault, code: str
    ) -> None:
        elife.faults.add(Fault(part, fault.kind, status=fault.status))
        error = failing(elife, DOI, tmp_path, fake_time.timing())
        assert (error.code, error.retryable) == (code, True)
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize(
        "part", ["efetch.fcgi?db=pubmed", "list-type=2", "metadata/", ".xml", "idconv", "fig3"]
    )
    def test_every_step_gets_over_a_passing_fault(
        self, elife: NcbiDouble, tmp_path: Path, fake_time: FakeTime, part: str
    ) -> None:
        elife.faults.add(Fault(part, "status", status=429, retry_after="2", times=1))
        elife.faults.add(Fault(part, "reset", times=1))
        paper = fetch(elife, DOI, tmp_path, fake_time.timing()).paper
        assert all(figure.file for figure in paper.figures)
        assert fake_time.waits[0] >= 2

    @pytest.mark.parametrize("kind", ["huge", "gzip-bomb"])
    def test_a_body_without_end(self, elife: NcbiDouble, tmp_path: Path, kind: str) -> None:
        elife.faults.add(Fault(".1.xml", kind))
        assert failing(elife, PMID, tmp_path).code == "too-large"

    def test_it_stops_when_it_is_stopped(self, elife: NcbiDouble, tmp_path: Path) -> None:
        cancel = threading.Event()
        settings = settings_for(elife)

        def stop(fraction: float, _message: str) -> None:
            if fraction > 0.5:
                cancel.set()

        connect = partial(connected, settings, Timing(cancel=cancel))
        with pytest.raises(VideoGenError) as raised:
            fetch_paper(PMID, tmp_path, connect, settings, stop)
        assert raised.value.code == "cancelled"

    def test_nothing_is_asked_of_anyone_else(self, elife: NcbiDouble, tmp_path: Path) -> None:
        """A paper that names another machine wherever it can."""
        with NcbiDouble(elife.library) as elsewhere:
            bad = elsewhere.bucket_url.encode() + b"x.jpg"
            jats = (elife.library[ELIFE].jats or b"").replace(b'"fig1.jpg"', b'"' + bad + b'"')
            dtd = b'<!DOCTYPE article SYSTEM "' + elsewhere.bucket_url.encode() + b'x.dtd">\n'
            elife.library.change(ELIFE, jats=dtd + jats[jats.index(b"<article ") :])
            paper = fetch(elife, PMID, tmp_path).paper
            assert elsewhere.seen() == []
        assert paper.figures[0].file is None
        assert paper.figures[1].file is not None

    def test_the_key_is_in_no_error(self, elife: NcbiDouble, tmp_path: Path, fake_time: FakeTime) -> None:
        elife.faults.add(Fault("efetch", "status", status=500))
        with pytest.raises(VideoGenError) as raised:
            fetch(elife, PMID, tmp_path, fake_time.timing(), VIDEOGEN_NCBI_API_KEY=KEY)
        assert elife.seen()[0].params["email"] == EMAIL
        assert KEY not in repr(raised.getrepr(style="long"))


class TestPathOrIdentifier:
    def test_a_number_is_a_paper_even_beside_a_folder_of_that_name(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        (tmp_path / "29412138").mkdir()
        assert path_in_hand("29412138") is None
        assert path_in_hand("./29412138") is not None

    @pytest.mark.parametrize("text", ["a.xml", "b.NXML", "./x", "../x", "/x", "~/x", "here"])
    def test_what_is_a_path(self, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        (tmp_path / "here").mkdir()
        assert path_in_hand(text) is not None

    @pytest.mark.parametrize(
        "text",
        [
            "29412138",
            "PMC1",
            "10.1371/journal.pone.0026358",
            "https://pubmed.ncbi.nlm.nih.gov/1/",
            "",
            "a\0b",
            "x" * 5000,
        ],
    )
    def test_what_is_none(self, text: str) -> None:
        assert path_in_hand(text) is None

    def test_a_path_that_leads_nowhere(self, ncbi: NcbiDouble, tmp_path: Path) -> None:
        assert failing(ncbi, str(tmp_path / "missing"), tmp_path).code == "paper-not-found"
        assert failing(ncbi, str(tmp_path / "missing.xml"), tmp_path).code == "paper-not-found"

    def test_a_record_of_pubmed_in_hand_is_an_abstract(
        self, ncbi: NcbiDouble, corpus: Path, tmp_path: Path
    ) -> None:
        paper = fetch(ncbi, str(corpus / "pubmed" / "pubmed4.xml"), tmp_path).paper
        assert ABSTRACT_ONLY in paper.notes
