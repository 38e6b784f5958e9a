"""What an owner decides: pause, resume, cancel, retry, approve, priority, move, remove."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from tests.jobs.cli.conftest import Queue, claimed, completed, failed, in_need, pubmed, waiting

if TYPE_CHECKING:
    from pathlib import Path


def order(queue: Queue) -> list[int]:
    return [job["id"] for job in queue("list", "--json").json["jobs"]]


def test_pause_resume_cancel_and_retry_of_named_jobs(queue: Queue) -> None:
    queue.add(pubmed(29412138), pubmed(2), pubmed(3))
    assert queue("pause", "29412138", "2", "--json").json == {"done": [1, 2], "refused": []}
    assert queue.states() == {1: "paused", 2: "paused", 3: "queued"}
    assert "1 job resumed: 1." in queue("resume", "1").out
    assert queue("cancel", "1", "2", "3").code == 0
    assert set(queue.states().values()) == {"cancelled"}
    assert queue("retry", "3").code == 0
    assert queue.states() == {1: "cancelled", 2: "cancelled", 3: "queued"}


def test_all_means_all_that_it_can_be_done_to(queue: Queue, tmp_path: Path) -> None:
    queue.add(*(pubmed(number) for number in range(1, 8)))
    queue.end(1, completed(tmp_path / "film.mp4"))
    queue.end(2, failed())
    queue.end(3, waiting(time.time() + 600))
    queue.end(4, in_need("retracted"))
    assert queue("pause", "--all", "--json").json["done"] == [3, 5, 6, 7]
    assert queue("resume", "--all", "--json").json["done"] == [3, 5, 6, 7]
    assert queue.states()[3] == "waiting"
    assert queue("retry", "--all", "--json").json["done"] == [2]
    assert queue("cancel", "--all", "--json").json["done"] == [2, 3, 4, 5, 6, 7]
    assert queue("retry", "--state", "cancelled", "--json").json["done"] == [2, 3, 4, 5, 6, 7]
    assert queue("cancel", "--all", "--json").code == 0
    assert queue("cancel", "--all", "--json").json == {"done": [], "refused": []}


@pytest.mark.parametrize("command", [("cancel",), ("remove", "--all"), ("list",)])
def test_words_that_are_none_do_not_mean_every_job(command: tuple[str, ...], queue: Queue) -> None:
    queue.add(pubmed(1, "Milk"))
    for words in ("***", '"(', "", "  "):
        answer = queue(*command, "--search", words, "--json")
        assert (answer.code, answer.json["error"]["code"]) == (2, "usage")
        assert "no word" in answer.json["error"]["message"]
    assert queue.states() == {1: "queued"}


def test_words_select_too(queue: Queue) -> None:
    queue.add(pubmed(1, "Milk and mice"), pubmed(2, "Tea and men"), pubmed(3, "Milk and men"))
    assert queue("pause", "--search", "milk", "--json").json["done"] == [1, 3]
    assert queue("resume", "--state", "paused", "--search", "men", "--json").json["done"] == [3]


def test_what_cannot_be_done_is_said_for_each_job_and_the_rest_is_done(queue: Queue) -> None:
    queue.add(pubmed(1), pubmed(2))
    queue("pause", "1")
    answer = queue("pause", "1", "2", "--json")
    assert answer.code == 3
    assert answer.json["done"] == [2]
    (refused,) = answer.json["refused"]
    assert (refused["id"], refused["reason"]) == (1, "It is paused already.")
    told = queue("pause", "1")
    assert told.code == 3
    assert told.out.strip() == "Job 1: It is paused already."


@pytest.mark.parametrize("command", ["pause", "resume", "cancel", "retry", "approve", "remove"])
def test_nothing_named_is_wrong_usage(command: str, queue: Queue) -> None:
    answer = queue(command, "--json")
    assert (answer.code, answer.json["error"]["code"]) == (2, "nothing-chosen")


def test_one_name_that_is_wrong_changes_nothing(queue: Queue) -> None:
    queue.add(pubmed(1))
    answer = queue("cancel", "1", "77", "--json")
    assert (answer.code, answer.json["error"]["code"]) == (2, "no-such-job")
    assert queue.states() == {1: "queued"}


def test_a_running_job_is_asked(queue: Queue) -> None:
    queue.add(pubmed(1))
    with queue.store() as store:
        claim = claimed(store, 1)
        assert queue("pause", "1").code == 0
        assert store.renew(claim) == "pause"
        assert queue("cancel", "1").code == 0
        assert store.renew(claim) == "cancel"
        assert queue("remove", "1").code == 3


def test_a_word_for_what_needs_one(queue: Queue) -> None:
    queue.add(pubmed(1), pubmed(2), pubmed(3))
    queue.end(1, in_need("review"))
    queue.end(2, in_need("retracted"))
    queue.end(3, in_need("paper-missing"))
    assert queue("approve", "--all", "--json").json == {"done": [1], "refused": []}
    assert queue("approve", "2").code == 3
    assert queue("approve", "--all", "--allow-retracted", "--json").json["done"] == [2]
    with queue.store() as store:
        one, two = store.get(1), store.get(2)
    assert one is not None
    assert one.approved
    assert two is not None
    assert two.options.allow_retracted
    assert queue("retry", "3").code == 0
    assert set(queue.states().values()) == {"queued"}


def test_from_scratch_is_remembered(queue: Queue) -> None:
    queue.add(pubmed(1))
    queue.end(1, failed())
    assert queue("retry", "1", "--from-scratch").code == 0
    assert queue("list", "--json").json["jobs"][0]["from_scratch"] is True


def test_places_in_the_line(queue: Queue) -> None:
    queue.add(*(pubmed(number) for number in range(1, 5)))
    for selected, place, expected in (
        (["4"], "top", [4, 1, 2, 3]),
        (["4"], "down", [1, 4, 2, 3]),
        (["3"], "up", [1, 4, 3, 2]),
        (["1"], "bottom", [4, 3, 2, 1]),
        (["1"], "1", [1, 4, 3, 2]),
        (["1"], "3", [4, 3, 1, 2]),
        (["3", "2"], "top", [3, 2, 4, 1]),
    ):
        assert queue("move", *selected, "--to", place).code == 0
        assert order(queue) == expected, (selected, place)
    history = queue("show", "1", "--json").json["jobs"][0]["history"]
    assert "Moved to place 3." in [line["text"] for line in history]
    assert queue("move", "3", "--to", "9" * 5000).code == 0
    assert order(queue) == [2, 4, 1, 3]
    for wrong in ("0", "00", "-1", "left", "1.5", "²"):
        assert queue("move", "1", "--to", wrong).code == 2


def test_priority_goes_before_place(queue: Queue) -> None:
    queue.add(*(pubmed(number) for number in range(1, 4)))
    assert queue("priority", "3", "--to", "5").code == 0
    assert queue("priority", "1", "--to", "-5").code == 0
    assert order(queue) == [3, 2, 1]


def test_a_priority_that_no_number_holds_is_wrong_usage(queue: Queue) -> None:
    queue.add(pubmed(1))
    answer = queue("priority", "1", "--to", "99999999999999999999", "--json")
    assert (answer.code, answer.json["error"]["code"]) == (2, "usage")


def test_the_queue_stops_after_what_runs(queue: Queue) -> None:
    queue.add(pubmed(1), pubmed(2))
    assert "it was to stop after the jobs that ran" in queue("pause", "--queue", "--after-this-one").out
    assert queue("run", "--json").json["error"]["code"] == "queue-paused"
    queue("resume", "--queue")
    assert queue("list", "--json").json["queue"]["reasons"] == []
    assert queue("pause", "--after-this-one", "1").code == 2


def test_the_queue_itself_is_paused_and_goes_on(queue: Queue) -> None:
    queue.add(pubmed(1))
    assert "you have paused it" in queue("pause", "--queue").out
    assert queue("list", "--json").json["queue"]["reasons"] == ["owner"]
    assert queue.states() == {1: "queued"}
    assert "goes on" in queue("resume", "--queue").out
    assert queue("pause", "--queue", "--json").json["queue"]["paused"] is True
    assert queue("pause", "--queue", "1").code == 2


def test_the_queue_that_was_to_stop_after_this_one_goes_on_too(queue: Queue) -> None:
    with queue.store() as store:
        store.set_reason("after-this-one", True)
        store.set_after_this_one(True)
    queue("resume", "--queue")
    state = queue("list", "--json").json["queue"]
    assert state == {"paused": False, "reasons": [], "after_this_one": False}


def test_removing_keeps_the_film_and_can_be_undone(queue: Queue, tmp_path: Path) -> None:
    queue.add(pubmed(1, "Milk"), pubmed(2), pubmed(3))
    film = tmp_path / "film.mp4"
    queue.end(1, completed(film))
    before = queue("show", "1", "--json").json
    answer = queue("remove", "1", "2")
    assert answer.code == 0
    assert str(film) in answer.out
    assert "videogen jobs restore" in answer.out
    assert film.exists()
    assert queue.states() == {3: "queued"}
    assert queue("restore").code == 0
    after = queue("show", "1", "--json").json
    assert {**before["jobs"][0], "history": []} == {**after["jobs"][0], "history": []}
    assert order(queue) == [1, 2, 3]
    again = queue("restore", "--json")
    assert (again.code, again.json["error"]["code"]) == (3, "nothing-removed")


def test_remove_all_means_those_that_have_ended(queue: Queue, tmp_path: Path) -> None:
    queue.add(*(pubmed(number) for number in range(1, 4)))
    queue.end(1, completed(tmp_path / "film.mp4"))
    queue.end(2, failed())
    answer = queue("remove", "--all", "--json")
    assert answer.json == {
        "done": [1, 2],
        "refused": [],
        "films_kept": [{"id": 1, "path": str(tmp_path / "film.mp4")}],
    }
    assert queue.states() == {3: "queued"}
