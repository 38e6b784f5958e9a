"""The first page of a new search is the one that FTS5 would give, however the texts are written."""

from __future__ import annotations

import random
import re
import sqlite3
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.jobs.store.queues import SetClock, write_script
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.model import JobOptions, JobQuery, NewPaper, PaperFacts
from videogen_desktop.jobs.store import open_store
from videogen_desktop.jobs.store.glancing import is_settled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from videogen_desktop.jobs.states import State
    from videogen_desktop.jobs.store import JobStore

SETTLED = "aaaabbb112é_-–.’/: \t\n\x1fβ中¼Ⅳªßİ"
ODD = SETTLED + "\u0301🧠\u0e31\u0903\ud7ff\ue000"
JOBS = 500
PAGE = 40
SOME: list[frozenset[State]] = [frozenset(), frozenset({"paused"})]


@pytest.fixture(scope="module", params=[SETTLED, ODD], ids=["settled", "odd"])
def written_oddly(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[JobStore]:
    chance = random.Random(7)

    def text() -> str:
        return "".join(chance.choices(request.param, k=chance.randint(0, 30)))

    opened = open_store(DataFolder(tmp_path_factory.mktemp("odd")), SetClock())
    papers = [
        PaperFacts(pmid=str(number), title=text(), authors=(text(), text()), journal=text())
        for number in range(1, 1 + JOBS)
    ]
    added = opened.add([NewPaper(facts) for facts in papers], JobOptions())
    opened.pause(added[::2])
    for job_id in added[::3]:
        write_script(opened, job_id, text())
    yield opened
    opened.close()


@pytest.mark.parametrize("states", SOME, ids=["all", "one"])
@pytest.mark.parametrize("descending", [False, True])
def test_the_first_page_is_the_beginning_of_the_list(
    written_oddly: JobStore, states: frozenset[State], *, descending: bool
) -> None:
    chance = random.Random(f"{sorted(states)} {descending}")
    for _ in range(300):
        typed = "".join(
            chance.choices("aab12-. /_" if chance.random() < 0.7 else ODD, k=chance.randint(1, 5))
        )
        query = JobQuery(states, typed, "title", descending)
        first = [job.id for job in written_oddly.page(query, 0, PAGE)]
        assert first == written_oddly.ids(query)[:PAGE], repr(typed)


def test_fts5_and_python_agree_on_all_that_is_settled() -> None:
    """Whether it stands between words or is part of one: “2” begins a word only after what stands between."""
    settled = [number for number in range(1, sys.maxunicode) if is_settled(chr(number))]
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE VIRTUAL TABLE t USING fts5(x, tokenize = 'unicode61 remove_diacritics 2')")
        texts = ((number, f"x{chr(number)}2") for number in settled)
        connection.executemany("INSERT INTO t(rowid, x) VALUES (?, ?)", texts)
        begun = {row[0] for row in connection.execute("SELECT rowid FROM t WHERE t MATCH '\"2\"*'")}
    assert len(settled) > 90_000
    assert begun - {ord("2")} == {number for number in settled if re.fullmatch(r"[\W_]", chr(number))}


def test_no_phrase_is_found_across_title_and_authors(store: JobStore) -> None:
    papers = [
        PaperFacts(pmid=str(number), title="Role of IL", authors=("6 others",)) for number in range(1, 50)
    ]
    store.add([NewPaper(facts) for facts in papers], JobOptions())
    assert store.page(JobQuery(search="il-6"), 0, 10) == ()
    assert len(store.page(JobQuery(search="il 6"), 0, 10)) == 10


@pytest.mark.parametrize("rare", [1, 5, 50, 250, 500])
def test_however_rare_a_word_is_the_page_is_full_when_there_are_enough(store: JobStore, rare: int) -> None:
    papers = [
        PaperFacts(pmid=str(number), title="rare" if number % (JOBS // rare) == 0 else "common")
        for number in range(JOBS)
    ]
    store.add([NewPaper(facts) for facts in papers[1:]], JobOptions())
    wanted = [number for number in range(1, JOBS) if number % (JOBS // rare) == 0]
    for limit in (1, 10, 100):
        assert [job.id for job in store.page(JobQuery(search="rare"), 0, limit)] == wanted[:limit]
