"""What leaves the room is data that cannot change and asks nothing of the database."""

from __future__ import annotations

import inspect
import pickle
import re
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.jobs.store.queues import ENDINGS, add, claimed
from videogen_desktop.jobs import model
from videogen_desktop.jobs.model import JobOptions, JobQuery, NewPaper, PaperFacts, ProcessIdentity, Progress
from videogen_desktop.jobs.store import JobStore
from videogen_desktop.papers.identifiers import read_list

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PLAIN = (type(None), bool, int, float, str, Path)


def parts(value: object) -> Iterator[object]:
    """A value and all that it holds."""
    yield value
    if is_dataclass(value):
        for each in fields(value):
            yield from parts(getattr(value, each.name))
    elif isinstance(value, (tuple, list, dict)):
        for part in value.items() if isinstance(value, dict) else value:
            yield from parts(part)


def answers(store: JobStore) -> Mapping[str, object]:
    """One answer, as full as can be, of every method that gives any."""
    facts = PaperFacts(pmid="1", doi="10.1000/x", title="Sleep", authors=("A. Weber",), year=2018)
    store.add([NewPaper(facts)], JobOptions())
    done = claimed(store)
    store.started(done, ProcessIdentity(1, 1.0, "boot", done.token))
    store.report(done, Progress("fetch-paper", 0.5, 0.1))
    finished = store.finish(done, ENDINGS["completed"])
    add(store, 2, 3)
    claim = store.claim("worker")
    decided, removed = store.remove([3, 4711])
    job_id = finished.id
    return {
        "finish": finished,
        "claim": claim,
        "decided": decided,
        "removed": removed,
        "running": store.running(),
        "expired": store.expired(),
        "get": store.get(job_id),
        "find": store.find("1"),
        "of_keys": store.of_keys([finished.key]),
        "page": store.page(JobQuery(), 0, 10),
        "ids": store.ids(JobQuery()),
        "counts": store.counts(),
        "attempts": store.attempts(job_id),
        "events": store.events(),
        "changes": store.changes(0),
        "queue_state": store.queue_state(),
        "preview": store.preview(read_list("1\n2\n5\n5\nx"), JobOptions(), [Path("x.xml")]),
    }


def test_everything_is_frozen_data_of_the_model(store: JobStore) -> None:
    for name, answer in answers(store).items():
        for part in parts(answer):
            if isinstance(part, PLAIN):
                continue
            if is_dataclass(part):
                assert type(part).__module__ == model.__name__, name
                assert vars(type(part))["__dataclass_params__"].frozen, name
            else:
                assert type(part) in (tuple, list, dict), (name, type(part))


def test_it_is_whole_when_the_store_is_closed(store: JobStore) -> None:
    kept = answers(store)
    before = repr(kept)
    assert repr(pickle.loads(pickle.dumps(kept))) == before  # noqa: S301 - made here


def test_no_signature_names_anything_of_the_database() -> None:
    for name, method in inspect.getmembers(JobStore, inspect.isfunction):
        if not name.startswith("_"):
            named = set(re.findall(r"\w+", method.__annotations__["return"]))
            assert not {"Row", "Connection", "Any", "object"} & named, name
