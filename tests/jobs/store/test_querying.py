from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import event

from tests.jobs.store.queues import ENDINGS, NOON, SetClock, a_film, a_job, add, claimed
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.model import Ending, JobOptions, JobQuery, NewPaper, PaperFacts, SortKey
from videogen_desktop.jobs.states import STATES, State
from videogen_desktop.jobs.store import open_store, querying
from videogen_desktop.jobs.store.moves import RANK
from videogen_desktop.jobs.store.querying import ORDERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from videogen_desktop.jobs.model import Job
    from videogen_desktop.jobs.store import JobStore


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JobStore]:
    """Jobs in all states, with and without titles, years and films."""
    chance, clock = random.Random(3), SetClock()
    opened = open_store(DataFolder(tmp_path_factory.mktemp("shelf")), clock)
    for number in range(60):
        known = chance.random() < 0.7
        facts = PaperFacts(
            pmid=str(number + 1),
            title=chance.choice(["“Über” alles", "Zebra", "apple", "Äpfel", "'quoted'", "…"])
            if known
            else "",
            authors=(chance.choice(["Weber", "Österberg", "Álvarez"]),) if known else (),
            journal=chance.choice(["Cell", "eLife"]) if known else "",
            year=chance.randint(1990, 1995) if known else 0,
        )
        clock.pass_time(chance.choice((0, 60)))
        opened.add([NewPaper(facts)], JobOptions(), priority=chance.randint(0, 2))
    for state in chance.choices(STATES, k=40):
        claim = claimed(opened)
        clock.pass_time(chance.choice((0, 60)))
        if state == "completed":
            film = a_film(seconds=chance.uniform(60, 300))
            opened.finish(claim, Ending("completed", "completed", film=film))
        elif state == "queued":
            opened.pause([claim.job.id])
            opened.finish(claim, ENDINGS["paused"])
        elif state != "running":
            if state == "paused":
                opened.pause([claim.job.id])
            opened.finish(claim, ENDINGS[state])
    yield opened
    opened.close()


def folded(text: str) -> str:
    plain = {"…": "...", "ä": "a", "ü": "u", "ö": "o", "á": "a"}
    return "".join(plain.get(letter, letter) for letter in text.lower())


KEYS: dict[SortKey, Callable[[Job], object]] = {
    "title": lambda job: folded(job.paper.title).lstrip("“'") or None,
    "authors": lambda job: folded(", ".join(job.paper.authors)) or None,
    "journal": lambda job: folded(job.paper.journal) or None,
    "year": lambda job: job.paper.year or None,
    "progress": lambda job: job.progress.overall,
    "added": lambda job: job.created_at,
    "finished": lambda job: job.finished_at,
    "length": lambda job: job.film.duration_s if job.film else None,
}
"""What each order goes by, said plainly; those of the line are below."""


def in_plain_order(jobs: tuple[Job, ...], sort: SortKey, descending: bool) -> list[int]:
    if sort in ("queue", "state"):
        ranks = RANK if sort == "state" else dict.fromkeys(STATES, 0)
        line = sorted(jobs, key=lambda job: (ranks[job.state], -job.priority, job.position, job.id))
        return [job.id for job in (reversed(line) if descending else line)]
    key = KEYS[sort]
    known = sorted((job for job in jobs if key(job) is not None), key=lambda job: (key(job), job.id))
    unknown = sorted((job for job in jobs if key(job) is None), key=lambda job: job.id)
    if descending:
        known.reverse()
        unknown.reverse()
    return [job.id for job in (*known, *unknown)]


@pytest.fixture
def nothing_is_near(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each page but the first is reached from the end that is nearer, as far down a long list."""
    monkeypatch.setattr(querying, "FAR", 0)


SOME: list[frozenset[State]] = [frozenset(), frozenset({"completed", "waiting"}), frozenset({"running"})]


@pytest.mark.usefixtures("nothing_is_near")
@pytest.mark.parametrize("states", SOME, ids=["all", "two", "one"])
@pytest.mark.parametrize("descending", [False, True], ids=["up", "down"])
@pytest.mark.parametrize("sort", ORDERS)
def test_lists_come_in_order(
    shelf: JobStore, sort: SortKey, descending: bool, states: frozenset[State]
) -> None:
    everything = shelf.page(JobQuery(), 0, 100)
    wanted = tuple(job for job in everything if not states or job.state in states)
    query = JobQuery(states, sort=sort, descending=descending)
    order = in_plain_order(wanted, sort, descending)
    assert shelf.ids(query) == order
    assert shelf.count(query) == len(order)
    pages = [shelf.page(query, offset, 7) for offset in range(0, len(order) + 7, 7)]
    assert [job.id for page in pages for job in page] == order
    assert [shelf.place_of(query, job_id) for job_id in order] == list(range(len(order)))


def test_every_sort_key_has_an_order() -> None:
    assert set(ORDERS) == set(SortKey.__args__)  # type: ignore[attr-defined]  # what Literal has
    assert set(KEYS) | {"queue", "state"} == set(ORDERS)


def test_what_is_not_in_the_list_has_no_place(shelf: JobStore) -> None:
    running = shelf.ids(JobQuery(frozenset({"running"})))
    assert shelf.place_of(JobQuery(frozenset({"failed"})), running[0]) is None
    assert shelf.place_of(JobQuery(search="nothing"), running[0]) is None
    assert shelf.place_of(JobQuery(), 4711) is None


def test_a_page_beyond_the_end_is_empty(shelf: JobStore) -> None:
    assert shelf.page(JobQuery(), 60, 10) == ()
    assert shelf.page(JobQuery(), 0, 0) == ()


def test_counts_name_every_state(shelf: JobStore) -> None:
    jobs = shelf.page(JobQuery(), 0, 100)
    assert shelf.counts() == {state: sum(job.state == state for job in jobs) for state in STATES}


@pytest.mark.parametrize("states", [(), ("queued", "failed")], ids=["all", "some"])
@pytest.mark.parametrize("descending", [False, True], ids=["up", "down"])
@pytest.mark.parametrize("sort", ORDERS)
def test_every_order_walks_an_index_and_looks_at_no_row(
    store: JobStore, data_folder: DataFolder, sort: SortKey, descending: bool, states: tuple[State, ...]
) -> None:
    """What keeps pages quick with very many jobs: told by SQLite itself."""
    asked: list[str] = []
    connection = store._database._readers

    @event.listens_for(connection, "before_cursor_execute")
    def _note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked.append(statement)

    store.ids(JobQuery(frozenset(states), sort=sort, descending=descending))
    with closing(sqlite3.connect(data_folder.database)) as plain:
        parameters = ("x",) * asked[-1].count("?")
        plan = [row[3] for row in plain.execute(f"EXPLAIN QUERY PLAN {asked[-1]}", parameters)]
    assert len(plan) == 1
    assert "COVERING INDEX ix_job_by_" in plan[0]


def test_jobs_are_found_by_any_of_their_names(store: JobStore) -> None:
    facts = PaperFacts(pmid="29608148", pmcid="PMC5880371", doi="10.7554/elife.32671")
    first, second = store.add([NewPaper(facts), NewPaper(facts)], JobOptions())
    other = add(store, 1)[0]
    job = store.get(first)
    assert job is not None
    for name in ("29608148", "PMID 29608148", "PMC5880371", "10.7554/eLife.32671", "doi:10.7554/eLife.32671"):
        assert [found.id for found in store.find(name)] == [first, second]
    assert [found.id for found in store.find(job.key)] == [first]
    assert [found.id for found in store.find(str(second))] == [second]
    assert [found.id for found in store.find(f"#{second}")] == [second]
    assert [found.id for found in store.find("1")] == [first, other]  # the number of one, the PMID of another
    for name in ("", "nothing", "9" * 40, "\x00"):
        assert store.find(name) == ()


def test_attempts_and_history_are_told_in_order(store: JobStore) -> None:
    job_id = a_job(store, "failed")
    store.retry([job_id])
    store.finish(claimed(store), ENDINGS["completed"])
    assert [(a.number, a.outcome) for a in store.attempts(job_id)] == [(1, "failed"), (2, "completed")]
    kinds = [event.kind for event in store.events(job_id)]
    assert kinds == ["completed", "running", "queued", "failed", "running", "added"]
    assert [event.attempt for event in store.events(job_id, 3)] == [2, 2, None]
    assert len(store.events(None, 2)) == 2


def test_lines_of_history_are_written_and_forgotten(store: JobStore) -> None:
    store.record("cleanup", "A folder was removed.")
    store.record("cleanup", "Another.", job_id=3)
    about_all = store.events()
    assert [(event.kind, event.text, event.job_id, event.at) for event in about_all] == [
        ("cleanup", "Another.", 3, NOON),
        ("cleanup", "A folder was removed.", None, NOON),
    ]
    assert store.tidying.forget_events(NOON, "cleanup", "History was removed.") == 0
    assert store.events() == about_all
    assert store.tidying.forget_events(NOON + 1, "cleanup", "History was removed.") == 2
    assert [event.text for event in store.events()] == ["History was removed."]
