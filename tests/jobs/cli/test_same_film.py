"""A paper that is in the list under several of its names is one film, and the command says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.jobs.cli.conftest import failed
from tests.jobs.store.queues import a_film
from tests.ncbi_double import Holding, Library, NcbiDouble
from tests.pipeline.runs import write_small_paper
from videogen_desktop.jobs.model import Ending, JobOptions, NewPaper, PaperFacts
from videogen_desktop.jobs.settings import QueueSettings, write_settings
from videogen_desktop.jobs.store.papers import describe

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.jobs.cli.conftest import Queue

NAMES = ("90000001", "PMC90000001", "10.1000/small")
WHOLE = PaperFacts(pmid=NAMES[0], pmcid=NAMES[1], doi=NAMES[2], title="Milk and mice")


@pytest.fixture
def double(tmp_path: Path) -> Iterator[NcbiDouble]:
    """NCBI with a small paper in it."""
    folder = write_small_paper(tmp_path / "small")
    article = folder if folder.is_file() else folder / "article.xml"
    paper = Holding(
        "small",
        pmid=NAMES[0],
        pmcid=NAMES[1],
        doi=NAMES[2],
        jats=article.read_bytes(),
        license_code="CC BY",
    )
    with NcbiDouble(Library((paper,))) as server:
        yield server


@pytest.fixture
def known(queue: Queue) -> Queue:
    """Three jobs, of which it is known that they are about one paper."""
    queue("add", *NAMES)
    with queue.store() as store, store._change() as change:
        describe(change, 1, WHOLE)
    return queue


@pytest.fixture
def online(double: NcbiDouble, queue: Queue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Queue:
    """A queue that can fetch the paper, with one worker."""
    for name, value in {**double.environment, "VIDEOGEN_CACHE_DIR": str(tmp_path / "cache")}.items():
        monkeypatch.setenv(name, value)
    write_settings(queue.folder.settings, QueueSettings(workers=1))
    return queue


def test_three_names_of_a_paper_make_one_film(online: Queue) -> None:
    queue = online
    queue("add", *NAMES, "--aspect", "1:1", "--length", "short")
    answer = queue("run")
    assert answer.code == 0, answer
    assert queue.states() == {1: "completed", 2: "paused", 3: "paused"}
    assert len(list(queue.folder.films.glob("*/final_video.mp4"))) == 1
    lines = answer.out.splitlines()
    for number in (2, 3):
        assert sum(f"job {number} is set aside: Its paper is in the list" in line for line in lines) == 1
        assert not any(f"job {number} started" in line for line in lines)
    assert lines[-2] == "1 film made, 2 jobs set aside."
    assert lines[-1].startswith("2 jobs are set aside")
    document = queue("run", "--json").json
    assert (document["set_aside"], document["paused"]) == ([2, 3], [])


def test_a_run_makes_the_film_that_another_job_was_to_make_and_did_not(online: Queue) -> None:
    queue = online
    queue("add", *NAMES, "--aspect", "1:1", "--length", "short")
    with queue.store() as store:
        with store._change() as change:
            describe(change, 1, WHOLE)
        claim = store.claim("somebody")
        assert claim
        assert store.claim("somebody") is None
        store.cancel([1])
        store.finish(claim, Ending("cancelled", "cancelled"))
    assert queue.states() == {1: "cancelled", 2: "paused", 3: "paused"}
    answer = queue("run")
    assert answer.code == 0, answer
    assert queue.states() == {1: "cancelled", 2: "completed", 3: "paused"}


def test_what_failed_is_made_by_its_name_and_not_with_all(known: Queue) -> None:
    with known.store() as store:
        for ending in (failed(), Ending("completed", "completed", film=a_film())):
            claim = store.claim("somebody")
            assert claim
            store.finish(claim, ending)
    assert known.states() == {1: "failed", 2: "completed", 3: "queued"}
    for chosen, made in (("--all", None), ("1", 1)):
        assert known("retry", chosen, "--json").json["done"] == [1]
        with known.store() as store:
            claim = store.claim("somebody")
            assert (claim.job.id if claim else None) == made
            store.cancel([1])


def test_that_they_are_one_film_is_listed_before_and_after(known: Queue) -> None:
    jobs = known("list", "--json").json["jobs"]
    assert [job["same_film_as"] for job in jobs] == [None, 1, 1]
    assert known("list").out.count("the same film as job 1") == 2
    with known.store() as store:
        assert store.claim("somebody")
        assert store.claim("somebody") is None
    (job,) = known("show", "2", "--json").json["jobs"]
    assert (job["same_film_as"], job["problem"]["code"]) == (1, "same-film")
    assert "“videogen jobs resume 2” has it made all the same" in known("show", "2").out
    assert known("list").out.count("the same film as job 1") == 2


def test_what_was_set_aside_goes_on_by_its_name_and_not_with_all(known: Queue) -> None:
    with known.store() as store:
        (other,) = store.add([NewPaper(PaperFacts(pmid="7"))], JobOptions(), paused=True)
        assert store.claim("somebody")
        assert store.claim("somebody") is None
    assert known("resume", "--all", "--json").json["done"] == [other]
    assert known("resume", "2", "--json").json["done"] == [2]
    with known.store() as store:
        claim = store.claim("somebody")
    assert claim
    assert claim.job.id == 2


def test_paused_jobs_that_a_run_leaves_are_listed(queue: Queue) -> None:
    queue("add", "7", "--paused")
    document = queue("run", "--json").json
    assert (document["paused"], document["set_aside"], document["left"]) == ([1], [], 0)
    assert queue("run").out.splitlines()[0] == "0 films made, 1 job paused."
