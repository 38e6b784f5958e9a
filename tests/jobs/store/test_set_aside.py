"""Jobs that are set aside go on when no other makes their film any more, and nobody waits long for that."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import event

from tests.jobs.store.queues import ENDINGS, SetClock, a_film, describe, state_of
from videogen_desktop.jobs.model import Ending, JobOptions, NewPaper, PaperFacts
from videogen_desktop.jobs.store import JobStore, open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.model import Changes, Claim

USUAL, TALL = JobOptions(), JobOptions(aspect="9:16")
WHOLE = PaperFacts(
    pmid="29608148", pmcid="PMC5880371", doi="10.7554/elife.32671", title="Imaging of cortical circuits"
)
MANY = 130


def named(number: int) -> tuple[PaperFacts, PaperFacts]:
    return PaperFacts(pmid=str(number)), PaperFacts(doi=f"10.1000/{number}")


def both_known(store: JobStore, numbers: Sequence[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Papers that are in the list twice: all by their PMIDs first, then all by their DOIs."""
    first, second = zip(*map(named, numbers), strict=True)
    ids = tuple(store.add([NewPaper(facts) for facts in each], USUAL) for each in (first, second))
    with store._database.writing() as connection:
        connection.exec_driver_sql("UPDATE paper SET pmid = substr(doi, 9) WHERE pmid IS NULL")
        connection.exec_driver_sql(
            "UPDATE job SET paper_id = (SELECT min(one.id) FROM paper one JOIN paper other"
            " ON other.pmid = one.pmid WHERE other.id = job.paper_id)"
        )
    return ids[0], ids[1]


@pytest.fixture
def three(store: JobStore) -> tuple[int, ...]:
    """One paper under three of its names, as is known; the first makes the film, the others are set aside."""
    names = (PaperFacts(pmid=WHOLE.pmid), PaperFacts(pmcid=WHOLE.pmcid), PaperFacts(doi=WHOLE.doi))
    ids = store.add([NewPaper(facts) for facts in names], USUAL)
    describe(store, ids[0], WHOLE)
    return ids


@pytest.fixture
def maker(store: JobStore, three: tuple[int, ...]) -> Claim:
    claim = store.claim("a worker")
    assert claim
    assert store.claim("another") is None
    assert store.twins.all_set_aside() == three[1:]
    return claim


def claimed_id(store: JobStore) -> int | None:
    claim = store.claim("a worker")
    return claim.job.id if claim else None


def made(store: JobStore, most: int = 10_000) -> list[int]:
    """Who is given out, each to a worker that finishes it at once."""
    ids: list[int] = []
    while len(ids) < most and (claim := store.claim("a worker")):
        ids.append(claim.job.id)
        store.finish(claim, Ending("completed", "completed", film=a_film(claim.attempt)))
    return ids


@pytest.mark.parametrize("end", ["failed", "cancelled", "removed"])
def test_another_takes_over_when_the_one_that_made_the_film_gives_up(
    store: JobStore, three: tuple[int, ...], maker: Claim, end: str
) -> None:
    if end != "failed":
        store.cancel([maker.job.id])
    store.finish(maker, ENDINGS["failed" if end == "failed" else "cancelled"])
    if end == "removed":
        store.remove([maker.job.id])
    assert store.twins.free_again() == three[1:2]

    assert claimed_id(store) == three[1]

    assert store.twins.all_set_aside() == three[2:], "one of them is enough"
    assert store.twins.free_again() == ()
    job = store.get(three[1])
    assert job
    assert job.problem is None
    assert "It goes on, since no other job makes its film any more." in [
        line.text for line in store.events(three[1])
    ]


def fail_two(store: JobStore, maker: Claim) -> None:
    """The one that makes the film, and the one that goes on in its place."""
    store.finish(maker, ENDINGS["failed"])
    second = store.claim("a worker")
    assert second
    store.finish(second, ENDINGS["failed"])


def test_the_last_takes_over_when_all_others_have_given_up(
    store: JobStore, three: tuple[int, ...], maker: Claim
) -> None:
    fail_two(store, maker)

    assert made(store) == [three[2]]
    assert [state_of(store, each) for each in three] == ["failed", "failed", "completed"]


def test_who_takes_over_keeps_its_place_in_the_line(
    store: JobStore, three: tuple[int, ...], maker: Claim
) -> None:
    others = store.add([NewPaper(PaperFacts(pmid=str(number))) for number in (1, 2)], USUAL)
    store.move(others[:1], "top")
    store.finish(maker, ENDINGS["failed"])

    assert made(store) == [others[0], three[1], others[1]]


@pytest.mark.parametrize("state", ["queued", "waiting", "paused", "needs-attention", "completed"])
def test_nobody_takes_over_while_the_film_is_made_or_may_be(
    store: JobStore, three: tuple[int, ...], maker: Claim, state: str
) -> None:
    if state == "paused":
        store.pause([maker.job.id])
    store.finish(maker, ENDINGS[state])  # type: ignore[index]  # a parameter is no literal
    store.move([maker.job.id], "bottom")

    assert store.twins.free_again() == ()
    claimed_id(store)
    assert store.twins.all_set_aside() == three[1:]


def test_with_other_options_it_is_another_film_and_goes_on(
    store: JobStore, three: tuple[int, ...], maker: Claim
) -> None:
    store.set_options(three[1:2], TALL)

    assert claimed_id(store) == three[1]
    assert state_of(store, maker.job.id) == "running"


def test_what_was_set_aside_before_the_program_was_started_again_goes_on(
    data_folder: DataFolder, clock: SetClock, store: JobStore, three: tuple[int, ...], maker: Claim
) -> None:
    store.finish(maker, ENDINGS["failed"])
    store.close()
    again = open_store(data_folder, clock)

    assert claimed_id(again) == three[1]
    again.close()


def test_what_its_owner_gave_up_is_not_taken_up_again(
    store: JobStore, three: tuple[int, ...], maker: Claim
) -> None:
    store.cancel(three)
    store.finish(maker, ENDINGS["cancelled"])

    assert claimed_id(store) is None
    assert [state_of(store, each) for each in three] == ["cancelled"] * 3


def test_what_its_owner_makes_again_is_made_though_another_has_made_it(
    store: JobStore, three: tuple[int, ...], maker: Claim
) -> None:
    store.resume(three[1:2])
    store.finish(maker, ENDINGS["completed"])
    assert made(store) == [three[1]]

    for again in three[:2]:
        store.retry([again], from_scratch=True)
        assert made(store) == [again]


def test_what_failed_is_made_when_its_owner_names_it_though_another_has_made_it(
    store: JobStore, three: tuple[int, ...], maker: Claim
) -> None:
    store.finish(maker, ENDINGS["failed"])
    assert made(store) == [three[1]]

    store.retry([maker.job.id], named=False)
    assert made(store) == [], "all failed ones were meant, and this film is there"
    assert set(store.twins.all_set_aside()) == {maker.job.id, three[2]}
    store.cancel([maker.job.id])
    store.retry([maker.job.id])
    assert made(store) == [maker.job.id]


def test_of_two_that_failed_and_are_tried_again_one_makes_the_film(
    store: JobStore, three: tuple[int, ...], maker: Claim
) -> None:
    fail_two(store, maker)

    store.retry(three[:2])
    assert made(store) == [maker.job.id]


def test_the_older_one_is_made_also_when_a_film_that_was_wanted_again_is_made_first(store: JobStore) -> None:
    (first,) = store.add([NewPaper(PaperFacts(pmcid=WHOLE.pmcid))], USUAL)
    describe(store, first, WHOLE)
    (again,) = store.add([NewPaper(PaperFacts(pmid=WHOLE.pmid))], USUAL)
    store.move([again], "top")

    assert made(store) == [again, first]


def test_to_want_one_film_more_is_not_to_want_two_more(store: JobStore, three: tuple[int, ...]) -> None:
    (again,) = store.add([NewPaper(PaperFacts(pmid=WHOLE.pmid))], USUAL)

    assert made(store) == [three[0], again]
    assert store.twins.all_set_aside() == three[1:]


def test_what_its_owner_wants_is_known_when_the_history_is_dropped(
    store: JobStore, clock: SetClock, three: tuple[int, ...], maker: Claim
) -> None:
    store.finish(maker, ENDINGS["completed"])
    store.resume(three[1:2])
    (again,) = store.add([NewPaper(PaperFacts(pmid=WHOLE.pmid))], USUAL)
    clock.pass_time(60)
    store.tidying.forget_events(clock.now(), "cleanup", "History was dropped.")

    assert made(store) == [three[1], again]


def test_nobody_waits_while_many_are_set_aside(store: JobStore) -> None:
    first, second = both_known(store, range(1, MANY + 1))
    assert made(store, MANY) == list(first)
    told: list[Changes] = []
    store.subscribe(told.append)

    assert claimed_id(store) is None

    assert sorted(number for each in told for number in each.changed) == sorted(second)
    assert max(len(each.changed) for each in told) < MANY / 3
    assert store.twins.all_set_aside() == second
    assert [state_of(store, each) for each in first] == ["completed"] * MANY


def test_all_that_were_set_aside_are_taken_up_some_at_a_time(store: JobStore) -> None:
    first, second = both_known(store, range(1, MANY + 1))
    assert made(store) == list(first)
    store.remove(first)
    told: list[Changes] = []
    store.subscribe(told.append)

    assert made(store) == list(second)
    assert max(len(each.changed) for each in told) < MANY / 2


def test_the_last_of_many_is_taken_up_while_others_stay(store: JobStore) -> None:
    first, second = both_known(store, range(1, MANY + 1))
    assert made(store) == list(first)
    assert claimed_id(store) is None
    store.remove(first[-1:])

    assert made(store) == [second[-1]]
    assert store.twins.all_set_aside() == second[:-1]


def plans(store: JobStore, question: Callable[[], object]) -> list[str]:
    """How SQLite finds the jobs for what is asked, a line for each table that is looked through."""
    asked: list[tuple[str, Any]] = []

    def note(_1: object, _2: object, text: str, parameters: object, *_: object) -> None:
        asked.append((text, parameters))

    engines = (store._database._writer, store._database._readers)
    for engine in engines:
        event.listen(engine, "before_cursor_execute", note)
    question()
    for engine in engines:
        event.remove(engine, "before_cursor_execute", note)
    found = [text for text in asked if text[0].startswith("SELECT") and "FROM job" in text[0]]
    with closing(sqlite3.connect(store._database.path)) as connection:
        rows = [row for each in found for row in connection.execute(f"EXPLAIN QUERY PLAN {each[0]}", each[1])]
    return [str(row[3]) for row in rows if re.search(r"\bjob", row[3])]


@pytest.mark.parametrize("ask", ["claim", "all_set_aside", "free_again"])
def test_every_question_is_answered_from_an_index(store: JobStore, maker: Claim, ask: str) -> None:
    store.finish(maker, ENDINGS["completed"])
    questions: dict[str, Callable[[], object]] = {
        "claim": partial(store.claim, "a worker"),
        "all_set_aside": store.twins.all_set_aside,
        "free_again": store.twins.free_again,
    }
    lines = plans(store, questions[ask])
    assert any("ix_job_set_aside" in line for line in lines)
    assert not [line for line in lines if line.startswith("SCAN") and "ix_job_set_aside" not in line], lines
