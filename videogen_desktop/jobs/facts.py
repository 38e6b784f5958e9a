"""Titles for the list: NCBI is asked what papers are called soon after they were added, before a fetch."""

from __future__ import annotations

import contextlib
import logging
import threading
from typing import TYPE_CHECKING

from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.model import PaperFacts
from videogen_desktop.papers.identifiers import Identifier
from videogen_desktop.papers.identifiers.recognised import STRENGTH
from videogen_desktop.papers.ncbi import Ncbi, connect, summaries
from videogen_desktop.papers.ncbi.connection import rate_limits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from contextlib import AbstractContextManager

    from videogen_desktop.jobs.store import JobStore
    from videogen_desktop.papers.pubmed import Summary
    from videogen_desktop.papers.settings import FetchSettings

    OpenNcbi = Callable[[threading.Event], AbstractContextManager[Ncbi]]

_log = logging.getLogger(__name__)
_READ_AT_ONCE = 2000
_WRITTEN_AT_ONCE = 25
"""Papers in one change: some 50 ms, so that nobody else who writes has to wait for long."""
_FIRST_WAIT_S = 10.0
_LONGEST_WAIT_S = 600.0
_PATIENCE_S = 1.0


def ncbi_as_set(settings: FetchSettings) -> OpenNcbi:
    """Ask the services that ``settings`` names, at one pace however often they are opened."""
    rates = rate_limits(settings)

    @contextlib.contextmanager
    def opened(cancel: threading.Event) -> Iterator[Ncbi]:
        with connect(settings, cancel, rates=rates) as web:
            yield Ncbi.over(web, settings)

    return opened


class FactsFinder:
    """Finds out what the papers of jobs without a title are called, and writes it to the store.

    What a pipeline has told of a paper is never changed. What NCBI does not know is not asked again while
    this object lives. Without a network it tries again, less and less often.

    Args:
        store: Where the jobs are; who follows its changes sees the titles come.
        open_ncbi: Opens the services for a stretch of work, in the thread that asks for it, until the event
            that it is given is set; see :func:`ncbi_as_set`.
        first_wait_s: Seconds until the first further try after a failure; they double with each.
        longest_wait_s: The most that they become, unless a service asks for more.
    """

    def __init__(
        self,
        store: JobStore,
        open_ncbi: OpenNcbi,
        *,
        first_wait_s: float = _FIRST_WAIT_S,
        longest_wait_s: float = _LONGEST_WAIT_S,
    ) -> None:
        self._store = store
        self._open_ncbi = open_ncbi
        self._first_wait_s = first_wait_s
        self._longest_wait_s = longest_wait_s
        self._cancel = threading.Event()
        self._woken = threading.Event()
        self._unknown: set[Identifier] = set()
        self._thread = threading.Thread(target=self._work, name="facts", daemon=True)

    def start(self) -> None:
        """Begin, on a thread of its own, with the jobs that are there."""
        self._thread.start()

    def wake(self) -> None:
        """Look again: jobs were added. From any thread, as often as one likes."""
        self._woken.set()

    def stop(self) -> None:
        """End, whatever is under way; within a second, unless the store itself hangs. May be called twice."""
        self._cancel.set()
        self._woken.set()
        if self._thread.is_alive():
            self._thread.join(_PATIENCE_S)

    def _work(self) -> None:
        failures = 0
        while not self._cancel.is_set():
            self._woken.clear()
            try:
                self._find()
            except VideoGenError as error:
                failures += 1
                self._try_again_later(failures, error)
            except Exception:
                _log.exception("a fault in the program while titles are looked up")
                failures += 1
                self._try_again_later(failures, None)
            else:
                failures = 0
                self._woken.wait()

    def _find(self) -> None:
        """Ask for all that have no title now.

        Raises:
            VideoGenError: as ``summaries`` and the store say, ``cancelled`` among them.
        """
        last = 0
        while page := self._store.untitled.after(last, _READ_AT_ONCE):
            last = page[-1].job_id
            wanted: dict[Identifier, int] = {}
            for job in page:
                identifier = _strongest(job.facts)
                if identifier and identifier not in self._unknown:
                    wanted.setdefault(identifier, job.paper_id)
            if wanted:
                self._ask(wanted)

    def _ask(self, wanted: Mapping[Identifier, int]) -> None:
        with self._open_ncbi(self._cancel) as ncbi:
            for batch in summaries(wanted, ncbi):
                self._unknown |= batch.unknown
                found = [(wanted[one], _facts_of(summary)) for one, summary in batch.found.items()]
                for start in range(0, len(found), _WRITTEN_AT_ONCE):
                    self._store.untitled.describe(dict(found[start : start + _WRITTEN_AT_ONCE]))

    def _try_again_later(self, failures: int, error: VideoGenError | None) -> None:
        """Wait; whoever adds jobs meanwhile need not wait longer than after a first failure."""
        if self._cancel.is_set():
            return
        if error is not None:
            _log.info("titles are looked up again later: %s", error.message)
        usual = min(self._longest_wait_s, self._first_wait_s * 2.0 ** min(failures - 1, 30))
        wait = max(usual, (error.retry_after_s or 0.0) if error else 0.0)
        shortest = wait if error and error.retry_after_s else self._first_wait_s
        if not self._cancel.wait(shortest):
            self._woken.wait(max(0.0, wait - shortest))


def _strongest(facts: PaperFacts) -> Identifier | None:
    return next((Identifier(kind, value) for kind in STRENGTH if (value := getattr(facts, kind))), None)


def _facts_of(summary: Summary) -> PaperFacts:
    return PaperFacts(
        pmid=summary.ids.pmid,
        pmcid=summary.ids.pmcid,
        doi=summary.ids.doi,
        title=summary.title,
        authors=summary.authors,
        journal=summary.journal,
        year=summary.year,
        retracted=summary.retracted,
    )
