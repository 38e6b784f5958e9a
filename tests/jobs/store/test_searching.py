from __future__ import annotations

import string
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.jobs.store.queues import SetClock, describe, write_script
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.model import JobOptions, JobQuery, NewPaper, PaperFacts
from videogen_desktop.jobs.store import open_store, querying

if TYPE_CHECKING:
    from collections.abc import Iterator

    from videogen_desktop.jobs.model import SortKey
    from videogen_desktop.jobs.states import State
    from videogen_desktop.jobs.store import JobStore

PAPERS = (
    PaperFacts(
        pmid="29608148",
        pmcid="PMC5880371",
        doi="10.7554/elife.32671",
        title="Dscaml1 and visuomotor behaviour in larval zebrafish: the role of IL-6",
        authors=("Manxiu Ma", "José Núñez"),
        journal="eLife",
    ),
    PaperFacts(
        pmid="30108519",
        doi="10.1002/(sici)1097-0258(19980815)17:15<1661::aid-sim968>3.0.co;2-2",
        title="Schlaf und Gedächtnis – Straße der Träume",
        authors=("Jürgen Weiß",),
        journal="Zeitschrift für Schlaf",
    ),
    PaperFacts(source=Path("/data/My draft_v2.xml"), title="Η μνήμη “of” things"),
)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JobStore]:
    opened = open_store(DataFolder(tmp_path_factory.mktemp("shelf")), SetClock())
    opened.add([NewPaper(facts) for facts in PAPERS], JobOptions())
    write_script(opened, 2, "Neurones fire while we dream. The hippocampus replays 1,024 events.")
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", [1, 2, 3]),
        ("   ", [1, 2, 3]),
        ("zebrafish", [1]),
        ("zebr", [1]),
        ("z", [1, 2]),
        ("ebrafish", []),
        ("larv zeb", [1]),
        ("zebrafish hippocampus", []),
        ("hippoc", [2]),
        ("DREAM", [2]),
        ("jose nunez", [1]),
        ("José NÚÑEZ", [1]),
        ("nun\u0303ez", [1]),
        ("gedachtnis", [2]),
        ("Gedächt", [2]),
        ("strasse", [2]),
        ("weiss", [2]),
        ("schlaf", [2]),
        ("μνημη", [3]),
        ("MNHMH".lower(), []),
        ("elife", [1]),
        ("il-6", [1]),
        ("IL-6", [1]),
        ("29608148", [1]),
        ("2960", [1]),
        ("pmid 29608148", [1]),
        ("PMID: 29608148", [1]),
        ("pmid:29608148", [1]),
        ("PMC5880371", [1]),
        ("pmc588", [1]),
        ("5880371", [1]),
        ("10.7554/eLife.32671", [1]),
        ("10.7554/elif", [1]),
        ("10.7554/", [1]),
        ("10.7554", [1]),
        ("doi:10.7554/eLife.32671", [1]),
        ("https://doi.org/10.7554/eLife.32671", [1]),
        ("https://pubmed.ncbi.nlm.nih.gov/29608148/", [1]),
        ("eLife.32671", [1]),
        ("10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2", [2]),
        ("10.1002/(sici)1097", [2]),
        ("draft_v2", [3]),
        ("my draft", [3]),
        ('"zebrafish', [1]),
        ("zebrafish AND", [1]),
        ("zebrafish OR hippocampus", []),
        ("NOT zebrafish", []),
        ("zebra*", [1]),
        ("title:zebrafish", []),
        ("title : zebrafish", []),
        ("^zebrafish", [1]),
        ("(zebrafish", [1]),
        ("zebrafish -larval", [1]),
        ("{zebrafish}", [1]),
        ("NEAR(zebrafish larval, 1)", []),
        ("*", [1, 2, 3]),
        ('"', [1, 2, 3]),
        ("-- ' ; %", [1, 2, 3]),
        ("zebra\x00fish", []),
        ("\x00zebrafish", [1]),
        ("\ud800zebrafish", [1]),
        ("zebrafish\n", [1]),
    ],
)
def test_it_is_searched_as_it_is_typed(shelf: JobStore, typed: str, found: list[int]) -> None:
    assert shelf.ids(JobQuery(search=typed)) == found
    assert shelf.count(JobQuery(search=typed)) == len(found)
    assert [job.id for job in shelf.page(JobQuery(search=typed), 0, 10)] == found


WORDS = sorted({word for facts in PAPERS for word in facts.title.split() if word.isalpha()})


@given(st.sampled_from(WORDS), st.integers(1, 12))
def test_every_beginning_of_a_word_finds_it(shelf: JobStore, word: str, length: int) -> None:
    whole = shelf.ids(JobQuery(search=word))
    assert whole
    assert set(whole) <= set(shelf.ids(JobQuery(search=word[:length])))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text()
    | st.text(alphabet=string.punctuation + "aз \x00\ue000")
    | st.text(alphabet='"*^:(){}+-,. ANDORNT')
)
def test_nothing_that_can_be_typed_breaks_the_search(shelf: JobStore, typed: str) -> None:
    assert shelf.count(JobQuery(search=typed)) == len(shelf.ids(JobQuery(search=typed))) <= 3


def test_very_much_can_be_pasted(shelf: JobStore) -> None:
    assert shelf.ids(JobQuery(search="zebrafish " * 100_000)) == [1]


def test_states_and_words_are_asked_together(store: JobStore) -> None:
    first, second = store.add([NewPaper(PaperFacts(pmid=n, title="Sleep")) for n in "12"], JobOptions())
    store.pause([second])
    query = JobQuery(frozenset({"paused"}), "sleep")
    assert store.ids(query) == [second]
    assert store.count(query) == 1
    assert store.count(JobQuery(frozenset({"queued", "paused"}), "sleep")) == 2
    assert store.ids(JobQuery(search="sleep")) == [first, second]


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JobStore]:
    """More jobs than are looked up one by one: most have a word, some have another, or no title."""
    opened = open_store(DataFolder(tmp_path_factory.mktemp("many")), SetClock())
    words = ["Rare", "Common", "Common", ""]
    papers = [
        PaperFacts(
            pmid=str(n + 1),
            title=f"{words[n % 4]} {n * 7919 % 1000:03}" if words[n % 4] else "",
            authors=("Common",) if n % 3 else (),
            journal=f"{n % 7}",
        )
        for n in range(2000)
    ]
    added = opened.add([NewPaper(facts) for facts in papers], JobOptions())
    opened.pause(added[::3])
    opened.remove(added[5:300:9])
    yield opened
    opened.close()


@pytest.fixture
def nothing_is_near(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each page but the first is reached from the end that is nearer, as far down a long list."""
    monkeypatch.setattr(querying, "FAR", 0)


SOME: list[frozenset[State]] = [frozenset(), frozenset({"paused"}), frozenset({"queued", "paused"})]


@pytest.mark.usefixtures("nothing_is_near")
@pytest.mark.parametrize("states", SOME, ids=["all", "one", "two"])
@pytest.mark.parametrize("descending", [False, True], ids=["up", "down"])
@pytest.mark.parametrize("sort", ["queue", "title", "journal", "added", "finished"])
def test_found_jobs_come_in_the_order_of_the_whole_list(
    many: JobStore, sort: SortKey, descending: bool, states: frozenset[State]
) -> None:
    everything = many.page(JobQuery(states, sort=sort, descending=descending), 0, 2000)
    for word, fields in (("rare", "title"), ("common", "title authors"), ("c", "title authors")):
        query = JobQuery(states, word, sort=sort, descending=descending)
        wanted = [
            job.id
            for job in everything
            if any(word in str(getattr(job.paper, field)).lower() for field in fields.split())
        ]
        assert many.count(query) == len(wanted) > 0
        assert many.ids(query) == wanted
        for offset in (0, 1, len(wanted) // 2, len(wanted) // 2 + 1, len(wanted) - 30, len(wanted), 5000):
            assert [job.id for job in many.page(query, offset, 50)] == wanted[offset : offset + 50]
            assert many.page(query, offset, 0) == ()
        places = [many.place_of(query, job_id) for job_id in wanted[::211]]
        assert places == list(range(0, len(wanted), 211))


def test_what_every_job_has_finds_every_job(many: JobStore) -> None:
    """Their numbers are no whole stretch, for some jobs were removed."""
    query = JobQuery(search="pmid")
    assert many.count(query) == many.count(JobQuery())
    assert many.ids(query) == many.ids(JobQuery())


def test_what_was_found_is_looked_for_again_when_words_change(
    store: JobStore, data_folder: DataFolder, clock: SetClock
) -> None:
    """Also when another process changed them, and however often the same was searched for."""
    other = open_store(data_folder, clock)
    query = JobQuery(search="sleep")

    def found() -> list[int]:
        ids = store.ids(query)
        assert ids == other.ids(query)
        assert store.count(query) == other.count(query) == len(ids)
        return ids

    assert found() == []
    first, second = other.add([NewPaper(PaperFacts(pmid=n)) for n in "12"], JobOptions())
    assert found() == []
    write_script(other, first, "Sleep")
    assert found() == [first]
    describe(other, second, PaperFacts(title="Why we sleep"))
    assert found() == [first, second]
    write_script(other, first, "Dreams")
    assert found() == [second]
    _, removed = other.remove([second])
    assert found() == []
    other.restore(removed)
    assert found() == [second]
    (third,) = other.add([NewPaper(PaperFacts(pmid="3", title="Sleep"))], JobOptions())
    assert found() == [second, third]
    other.close()


def test_more_searches_than_are_kept_are_answered(many: JobStore) -> None:
    pmids = range(1001, 1021)
    for _ in range(2):
        assert [many.ids(JobQuery(search=f"pmid {pmid}")) for pmid in pmids] == [[pmid] for pmid in pmids]


def test_a_script_is_found_from_when_it_is_written(store: JobStore) -> None:
    (job_id,) = store.add([NewPaper(PaperFacts(pmid="1"))], JobOptions())
    before = store.revision()
    write_script(store, job_id, "Mitochondria make energy.")
    assert store.ids(JobQuery(search="mitoch")) == [job_id]
    assert store.changes(before).changed == (job_id,)
    write_script(store, job_id, "Ribosomes make proteins.")
    assert store.ids(JobQuery(search="mitoch")) == []
    describe(store, job_id, PaperFacts(pmid="1", title="Cells"))
    assert store.ids(JobQuery(search="cells ribosomes")) == [job_id]
