"""What the tests of papers share: the double of NCBI, and a clock that waits without waiting."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from tests.ncbi_double import Holding, Library, NcbiDouble, read_library
from tests.papers.fetch_helpers import ELIFE, PMCID, PMID
from videogen_desktop.papers.web import Timing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TINY = Holding(
    "tiny",
    pmid="1",
    pmcid="PMC1",
    doi="10.5555/tiny",
    jats=b"<article><front><article-meta><title-group><article-title>Tiny</article-title></title-group>"
    b"</article-meta></front><body><p>One paragraph.</p></body></article>",
)


class FakeTime:
    """A clock that runs only while something waits, and writes down each wait."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.waits: list[float] = []
        self.cancel = threading.Event()

    def timing(self, chance: float = 1.0) -> Timing:
        return Timing(
            cancel=self.cancel,
            clock=lambda: self.now,
            wall_clock=lambda: self.now,
            chance=lambda: chance,
            sleep=self._sleep,
        )

    def _sleep(self, _cancel: threading.Event, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds


@pytest.fixture
def fake_time() -> FakeTime:
    return FakeTime()


@pytest.fixture
def double(monkeypatch: pytest.MonkeyPatch) -> Iterator[NcbiDouble]:
    """A double that holds one very small paper, PMC1."""
    with NcbiDouble(Library((TINY,))) as running:
        monkeypatch.setenv("NO_PROXY", running.environment["NO_PROXY"])
        monkeypatch.setenv("no_proxy", running.environment["no_proxy"])
        yield running


@pytest.fixture(scope="session")
def holdings(corpus: Path) -> tuple[Holding, ...]:
    """The corpus as NCBI would hold it, each paper under the ids that its own file names."""
    return tuple(read_library(corpus))


@pytest.fixture
def ncbi(holdings: tuple[Holding, ...], monkeypatch: pytest.MonkeyPatch) -> Iterator[NcbiDouble]:
    """A double that holds the corpus."""
    with NcbiDouble(Library(holdings)) as running:
        monkeypatch.setenv("NO_PROXY", running.environment["NO_PROXY"])
        monkeypatch.setenv("no_proxy", running.environment["no_proxy"])
        yield running


@pytest.fixture
def elife(ncbi: NcbiDouble) -> NcbiDouble:
    """The double with ids for the paper that has figures; they are made up, its file names only a DOI."""
    ncbi.library.change(ELIFE, pmid=PMID, pmcid=PMCID)
    return ncbi
