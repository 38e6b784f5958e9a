"""Finding out what the papers of new jobs are called, from a double of NCBI."""

from __future__ import annotations

import contextlib
import logging
import threading
import time
from typing import TYPE_CHECKING

import pytest

from tests.jobs.store.queues import describe
from tests.jobs.supervisor.running import wait_until
from tests.ncbi_double import Fault, Holding, Library, NcbiDouble
from tests.papers.fetch_helpers import settings_for
from tests.papers.web_helpers import FAST
from tests.yardstick import slowness
from videogen_desktop.jobs.clock import SystemClock
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.facts import FactsFinder, ncbi_as_set
from videogen_desktop.jobs.model import JobOptions, JobQuery, NewPaper, PaperFacts
from videogen_desktop.jobs.store import JobStore, open_store
from videogen_desktop.papers.ncbi import Ncbi, connect
from videogen_desktop.papers.web import RateLimits, Timing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def holding(number: int, pmcid: str | None = None, doi: str | None = None) -> Holding:
    jats = (
        f"<article><front><article-meta><title-group><article-title>Title {number}</article-title>"
        "</title-group></article-meta></front></article>"
    )
    return Holding(str(number), pmid=str(number), pmcid=pmcid, doi=doi, jats=jats.encode())


@pytest.fixture
def double(monkeypatch: pytest.MonkeyPatch) -> Iterator[NcbiDouble]:
    library = Library(
        (holding(1, "PMC1", "10.5555/one"), holding(2), holding(3, "PMC3"), holding(4, doi="10.5555/four"))
    )
    with NcbiDouble(library) as running:
        monkeypatch.setenv("NO_PROXY", running.environment["NO_PROXY"])
        monkeypatch.setenv("no_proxy", running.environment["no_proxy"])
        yield running


@pytest.fixture
def store(tmp_path: Path) -> Iterator[JobStore]:
    opened = open_store(DataFolder(tmp_path / "data"), SystemClock())
    yield opened
    opened.close()


@contextlib.contextmanager
def finding(
    double: NcbiDouble, store: JobStore, *, first_wait_s: float = 0.02, longest_wait_s: float = 0.1
) -> Iterator[FactsFinder]:
    """A finder at work, as fast as the double answers."""
    settings = settings_for(double)

    @contextlib.contextmanager
    def opened(cancel: threading.Event) -> Iterator[Ncbi]:
        timing = Timing(cancel=cancel, chance=lambda: 0.0)
        with connect(settings, cancel, rates=RateLimits({}, FAST), timing=timing) as web:
            yield Ncbi.over(web, settings)

    finder = FactsFinder(store, opened, first_wait_s=first_wait_s, longest_wait_s=longest_wait_s)
    finder.start()
    try:
        yield finder
    finally:
        finder.stop()
    assert not any(thread.name == "facts" for thread in threading.enumerate())


def add(store: JobStore, *facts: PaperFacts) -> tuple[int, ...]:
    return store.add([NewPaper(each) for each in facts], JobOptions())


def by_pmid(*numbers: int) -> list[PaperFacts]:
    return [PaperFacts(pmid=str(number)) for number in numbers]


def titles(store: JobStore) -> list[str]:
    return [job.paper.title for job in store.page(JobQuery(), 0, 2000)]


def test_a_thousand_papers_get_their_titles(double: NcbiDouble, store: JobStore) -> None:
    for number in range(1001, 2001):
        double.library.add(holding(number))
    double.library.change("1500", pmid="9")
    double.library.change("1600", publication_types=("Retracted Publication",))
    ids = add(store, *by_pmid(*range(1001, 2001)))
    told: list[int] = []
    store.subscribe(lambda changes: told.extend(changes.changed))
    with finding(double, store):
        wait_until(lambda: len(told) == 999 and titles(store).count("") == 1, timeout=60)
    paper = {job.paper.pmid: job.paper for job in store.page(JobQuery(), 0, 2000)}
    assert paper["1234"].title == "Title 1234"
    assert (paper["1500"].title, paper["1600"].retracted, paper["1601"].retracted) == ("", True, False)
    assert set(told) == set(ids) - {ids[499]}
    assert [len(request.params["id"].split(",")) for request in double.seen()] == [200] * 5


def test_papers_by_every_kind_of_name(double: NcbiDouble, store: JobStore) -> None:
    add(store, PaperFacts(pmcid="PMC3"), PaperFacts(doi="10.5555/one"), PaperFacts(doi="10.5555/four"))
    with finding(double, store):
        wait_until(lambda: "" not in titles(store))
    assert titles(store) == ["Title 3", "Title 1", "Title 4"]
    names = [(job.paper.pmid, job.paper.pmcid, job.paper.doi) for job in store.page(JobQuery(), 0, 9)]
    assert names == [("3", "PMC3", None), ("1", "PMC1", "10.5555/one"), ("4", None, "10.5555/four")]


def test_what_is_added_later_is_found_when_it_is_woken(double: NcbiDouble, store: JobStore) -> None:
    with finding(double, store) as finder:
        add(store, *by_pmid(1))
        finder.wake()
        wait_until(lambda: titles(store) == ["Title 1"])
        add(store, *by_pmid(2))
        finder.wake()
        wait_until(lambda: titles(store) == ["Title 1", "Title 2"])


def test_what_is_not_known_is_asked_once(double: NcbiDouble, store: JobStore) -> None:
    add(store, *by_pmid(99))
    with finding(double, store) as finder:
        wait_until(lambda: len(double.seen()) == 1)
        add(store, *by_pmid(2))
        finder.wake()
        wait_until(lambda: titles(store) == ["", "Title 2"])
    assert [request.params["id"] for request in double.seen()] == ["99", "2"]


def test_nothing_is_asked_where_every_title_is_known(double: NcbiDouble, store: JobStore) -> None:
    (job_id,) = add(store, *by_pmid(1))
    describe(store, job_id, PaperFacts(title="From the pipeline"))
    with finding(double, store) as finder:
        add(store, *by_pmid(2))
        finder.wake()
        wait_until(lambda: "" not in titles(store))
    assert titles(store) == ["From the pipeline", "Title 2"]
    assert [request.params["id"] for request in double.seen()] == ["2"]


def test_without_a_network_it_tries_again_and_less_often(double: NcbiDouble, store: JobStore) -> None:
    double.faults.add(Fault("esummary", "reset", times=12))
    add(store, *by_pmid(1))
    with finding(double, store, first_wait_s=0.1, longest_wait_s=60):
        wait_until(lambda: titles(store) == ["Title 1"])
    at = [request.at for request in double.seen()]
    rounds = [at[4] - at[3], at[8] - at[7], at[12] - at[11]]
    assert all(waited >= least for waited, least in zip(rounds, (0.1, 0.2, 0.4), strict=True)), rounds


def test_whoever_adds_papers_need_not_wait_for_long(double: NcbiDouble, store: JobStore) -> None:
    double.faults.add(Fault("esummary", "reset", times=8))
    add(store, *by_pmid(1))
    with finding(double, store, first_wait_s=0.1, longest_wait_s=60) as finder:
        wait_until(lambda: len(double.seen()) >= 4)
        for _ in range(100):
            finder.wake()
        wait_until(lambda: titles(store) == ["Title 1"])
    at = [request.at for request in double.seen()]
    assert at[4] - at[3] >= 0.1


def test_a_wait_that_a_service_asks_for_is_kept(double: NcbiDouble, store: JobStore) -> None:
    double.faults.add(Fault("esummary", "status", status=429, retry_after="120"))
    add(store, *by_pmid(1))
    with finding(double, store) as finder:
        wait_until(lambda: len(double.seen()) == 1)
        finder.wake()
        assert not store_changes_within(store, 0.3)
    assert len(double.seen()) == 1


def store_changes_within(store: JobStore, seconds: float) -> bool:
    changed = threading.Event()
    unsubscribe = store.subscribe(lambda _changes: changed.set())
    try:
        return changed.wait(seconds)
    finally:
        unsubscribe()


@pytest.mark.parametrize("part", ["esummary", "idconv"])
def test_it_ends_at_once_though_a_request_hangs(double: NcbiDouble, store: JobStore, part: str) -> None:
    double.faults.add(Fault(part, "silent"))
    add(store, PaperFacts(pmid="2") if part == "esummary" else PaperFacts(pmcid="PMC3"))
    with finding(double, store) as finder:
        wait_until(lambda: double.seen(part))
        began = time.monotonic()
        finder.stop()
        assert time.monotonic() - began < 1 * slowness()
    assert titles(store) == [""]


def test_it_ends_at_once_while_it_waits(double: NcbiDouble, store: JobStore) -> None:
    double.faults.add(Fault("esummary", "reset"))
    add(store, *by_pmid(1))
    with finding(double, store, first_wait_s=60, longest_wait_s=60) as finder:
        wait_until(lambda: len(double.seen()) == 4)
        began = time.monotonic()
        finder.stop()
        finder.stop()
        assert time.monotonic() - began < 1 * slowness()


def test_it_can_be_stopped_before_it_is_started(double: NcbiDouble, store: JobStore) -> None:
    FactsFinder(store, ncbi_as_set(settings_for(double))).stop()
    assert double.seen() == []


def test_a_fault_in_the_program_is_told_and_it_goes_on(
    double: NcbiDouble, store: JobStore, caplog: pytest.LogCaptureFixture
) -> None:
    add(store, *by_pmid(1))
    settings = settings_for(double)
    failing = iter([True])

    @contextlib.contextmanager
    def opened(cancel: threading.Event) -> Iterator[Ncbi]:
        if next(failing, False):
            raise ZeroDivisionError
        with ncbi_as_set(settings)(cancel) as ncbi:
            yield ncbi

    finder = FactsFinder(store, opened, first_wait_s=0.01)
    with caplog.at_level(logging.ERROR):
        finder.start()
        wait_until(lambda: titles(store) == ["Title 1"])
        finder.stop()
    assert "ZeroDivisionError" in caplog.text
