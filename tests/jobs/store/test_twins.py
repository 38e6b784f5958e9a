"""Jobs that turn out to make one film twice, since a paper was added under different names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.jobs.store.queues import a_film, add, describe
from videogen_desktop.jobs.model import Ending, JobOptions, NewPaper, PaperFacts, Problem

if TYPE_CHECKING:
    from videogen_desktop.jobs.store import JobStore

NAMES = (PaperFacts(pmid="29608148"), PaperFacts(pmcid="PMC5880371"), PaperFacts(doi="10.7554/elife.32671"))
WHOLE = PaperFacts(
    pmid="29608148", pmcid="PMC5880371", doi="10.7554/elife.32671", title="Imaging of cortical circuits"
)


@pytest.fixture
def three(store: JobStore) -> tuple[int, ...]:
    """One paper, added under three of its names."""
    return store.add([NewPaper(facts) for facts in NAMES], JobOptions())


def find_out(store: JobStore, job_id: int) -> None:
    """What the paper is becomes known by way of one of the jobs."""
    job = store.get(job_id)
    assert job
    describe(store, job.id, WHOLE)


def finish_first(store: JobStore, ending: Ending) -> int:
    claim = store.claim("a worker")
    assert claim
    store.finish(claim, ending)
    return claim.job.id


def test_nothing_is_a_twin_while_it_is_not_known_to_be(store: JobStore, three: tuple[int, ...]) -> None:
    assert store.twins.among(three) == ()


@pytest.mark.parametrize("by", [0, 1, 2])
def test_all_but_the_oldest_are_twins_once_the_paper_is_known(
    store: JobStore, three: tuple[int, ...], by: int
) -> None:
    before = store.revision()

    find_out(store, three[by])

    assert store.twins.among(three) == three[1:]
    assert store.twins.among(store.changes(before).changed) == three[1:], "the feed leads to them"
    assert store.twins.among(three[:2]) == three[1:2]


def test_what_was_begun_is_kept_and_the_older_one_is_the_twin(
    store: JobStore, three: tuple[int, ...]
) -> None:
    store.cancel(three[2:])
    store.move(three[1:2], "top")
    begun = finish_first(store, Ending("completed", "completed", film=a_film()))
    assert begun == three[1]

    find_out(store, begun)

    assert store.twins.among(three) == (three[0],)


def test_one_that_was_given_up_is_no_twin_and_has_none(store: JobStore, three: tuple[int, ...]) -> None:
    store.cancel(three[:2])
    find_out(store, three[0])

    assert store.twins.among(three) == ()


def test_one_that_has_failed_makes_no_other_needless(store: JobStore, three: tuple[int, ...]) -> None:
    store.cancel(three[2:])
    failed = finish_first(
        store, Ending("failed", "failed", problem=Problem("no-text", "It has no text.", "Give it one."))
    )
    find_out(store, failed)

    assert store.twins.among(three) == ()


def test_another_film_of_the_paper_is_no_twin(store: JobStore, three: tuple[int, ...]) -> None:
    store.set_options(three[1:2], JobOptions(length="long"))
    store.set_options(three[2:], JobOptions(aspect="9:16"))
    find_out(store, three[0])

    assert store.twins.among(three) == ()


def test_a_film_that_was_wanted_again_under_the_same_name_is_no_twin(store: JobStore) -> None:
    ids = (*add(store, 29608148), *add(store, 29608148))
    find_out(store, ids[0])

    assert store.twins.among(ids) == ()


def test_thousands_are_asked_about_at_once(store: JobStore, three: tuple[int, ...]) -> None:
    many = add(store, *range(1, 5_001))
    find_out(store, three[0])

    assert store.twins.among((*many, *three)) == three[1:]


def claim_all(store: JobStore) -> list[int]:
    """Who is given out, each to a worker that finishes it at once."""
    made = []
    while claim := store.claim("a worker"):
        made.append(claim.job.id)
        store.finish(claim, Ending("completed", "completed", film=a_film()))
    return made


def test_one_film_is_made_of_a_paper_and_the_other_jobs_are_set_aside(
    store: JobStore, three: tuple[int, ...]
) -> None:
    claim = store.claim("a worker")
    assert claim
    find_out(store, claim.job.id)
    before = store.revision()

    assert store.claim("another worker") is None

    for job in store.jobs(three[1:]):
        assert job.state == "paused"
        assert job.attempt == 0
        assert job.problem
        assert job.problem.code == "same-film"
        assert f"job {three[0]} " in job.problem.message
    assert store.changes(before).changed == three[1:], "the feed tells of them"
    assert store.twins.of(three) == dict.fromkeys(three[1:], three[0])
    assert store.twins.all_set_aside() == three[1:]
    assert store.twins.among(three) == three[1:], "the window can offer to remove them"


def test_the_first_in_the_line_makes_the_film(store: JobStore, three: tuple[int, ...]) -> None:
    find_out(store, three[0])
    store.move(three[2:], "top")

    assert claim_all(store) == [three[2]]
    assert store.twins.all_set_aside() == three[:2]


def test_what_was_set_aside_is_made_all_the_same_when_it_is_resumed(
    store: JobStore, three: tuple[int, ...]
) -> None:
    find_out(store, three[0])
    assert claim_all(store) == [three[0]]

    assert store.resume(three[1:2]).done == three[1:2]

    assert claim_all(store) == [three[1]]
    assert store.twins.all_set_aside() == three[2:]


@pytest.mark.parametrize("end", ["failed", "cancelled", "paused"])
def test_a_job_that_makes_no_film_sets_no_other_aside(
    store: JobStore, three: tuple[int, ...], end: str
) -> None:
    store.cancel(three[2:])
    claim = store.claim("a worker")
    assert claim
    find_out(store, claim.job.id)
    if end == "failed":
        store.finish(
            claim, Ending("failed", "failed", problem=Problem("no-text", "It has no text.", "Give it one."))
        )
    else:
        decide = store.cancel if end == "cancelled" else store.pause
        decide([claim.job.id])
        store.finish(claim, Ending("paused", "paused"))

    assert claim_all(store) == [three[1]]


def test_what_was_begun_goes_on_and_another_is_set_aside(store: JobStore, three: tuple[int, ...]) -> None:
    store.cancel(three[2:])
    store.move(three[1:2], "top")
    begun = finish_first(store, Ending("queued", "interrupted"))
    assert begun == three[1]
    store.move(three[:1], "top")
    find_out(store, begun)

    assert claim_all(store) == [begun]
    assert store.twins.all_set_aside() == three[:1]


def test_of_two_that_were_begun_one_film_is_made(store: JobStore, three: tuple[int, ...]) -> None:
    store.cancel(three[2:])
    claims = [store.claim("a worker"), store.claim("another")]
    for claim in claims:
        assert claim
        store.finish(claim, Ending("queued", "interrupted"))
    find_out(store, three[0])

    assert claim_all(store) == [three[0]]
    assert store.twins.all_set_aside() == three[1:2]


def test_a_film_that_was_wanted_again_is_made_also_under_a_name_that_became_known_since(
    store: JobStore,
) -> None:
    (first,) = store.add([NewPaper(NAMES[1])], JobOptions())
    find_out(store, first)
    (again,) = store.add([NewPaper(NAMES[0])], JobOptions())
    longer, longer_again = (store.add([NewPaper(WHOLE)], JobOptions(length="long")) for _ in range(2))

    assert claim_all(store) == [first, again, *longer, *longer_again]
    assert store.twins.of((first, again)) == {}
