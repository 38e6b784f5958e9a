"""When a job is tried again, and when it has failed."""

from __future__ import annotations

import math
from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.jobs.work.making import a_job, an_exit
from videogen_desktop.jobs.model import Ending, JobOptions, Problem, Usage
from videogen_desktop.jobs.settings import RetryRule
from videogen_desktop.jobs.store import LONGEST_WAIT_S
from videogen_desktop.jobs.supervisor import ResultEvent
from videogen_desktop.jobs.work.retry import LONGEST_S, after_exit, crash_sentence, wait_s

NOW = 1_000_000.0
RULE = RetryRule(first_s=30, longest_s=3600, most=8, most_crashes=3)


class Highest(Random):
    """Draws the most that it may."""

    def uniform(self, a: float, b: float) -> float:
        return max(a, b)


def problem(code: str = "server-error", *, retryable: bool = True, after: float | None = None) -> Problem:
    return Problem(code, "A sentence.", "What to do.", retryable, after)


def judged(job: dict[str, Any] | None = None, **of_exit: Any) -> Ending:  # noqa: ANN401 - any field of Exit
    return after_exit(an_exit(**of_exit), a_job(**(job or {})), RULE, NOW, Highest())


@pytest.mark.parametrize(
    ("failures", "wait"), [(0, 30), (1, 60), (2, 120), (3, 240), (4, 480), (5, 960), (6, 1920)]
)
def test_each_failure_in_a_row_doubles_the_longest_wait(failures: int, wait: float) -> None:
    ending = judged({"failures": failures}, code=75, error=problem())
    assert (ending.state, ending.outcome, ending.counts_as) == ("waiting", "retry", "failure")
    assert ending.not_before == NOW + wait
    assert ending.problem == problem()


def test_the_wait_is_capped() -> None:
    assert wait_s(8, RULE, Highest()) == 3600
    assert wait_s(10**9, RULE, Highest()) == 3600


@given(st.integers(0, 2**32), st.integers(1, 30))
def test_the_wait_is_drawn_from_nothing_to_its_ceiling(seed: int, retry: int) -> None:
    assert 0 <= wait_s(retry, RULE, Random(seed)) <= min(3600, 30 * 2 ** (retry - 1))


def test_the_waits_differ_so_that_a_thousand_jobs_do_not_come_back_at_once() -> None:
    random = Random(1)
    waits = [wait_s(5, RULE, random) for _ in range(1000)]
    assert min(waits) < 5
    assert max(waits) > 475
    assert 225 < sum(waits) / 1000 < 255


def test_what_the_other_side_asks_for_is_the_least_wait() -> None:
    assert judged(code=75, error=problem(after=600)).not_before == NOW + 600
    assert judged(code=75, error=problem(after=5)).not_before == NOW + 30


@pytest.mark.parametrize("asked", [10**9, math.inf])
def test_nobody_makes_it_wait_for_longer_than_the_store_heeds(asked: float) -> None:
    assert wait_s(1, RULE, Random(1), asked) == LONGEST_S == LONGEST_WAIT_S
    assert wait_s(99, replace(RULE, longest_s=asked), Highest()) == LONGEST_S


@pytest.mark.parametrize("asked", [math.nan, -5.0, 0.0])
def test_a_wait_that_means_nothing_is_not_heeded(asked: float) -> None:
    assert wait_s(1, RULE, Highest(), asked) == 30


def test_the_last_failure_in_a_row_ends_it_with_its_own_problem() -> None:
    ending = judged({"failures": 7}, code=75, error=problem())
    assert (ending.state, ending.outcome, ending.not_before) == ("failed", "failed", None)
    assert ending.problem == problem()


@pytest.mark.parametrize(("exit_code", "code"), [(3, "nothing-to-tell"), (2, "bad-identifier")])
def test_a_permanent_error_is_never_tried_again(exit_code: int, code: str) -> None:
    ending = judged(code=exit_code, error=problem(code, retryable=False))
    assert (ending.state, ending.exit_code) == ("failed", exit_code)
    assert ending.problem is not None
    assert ending.problem.code == code


def test_the_error_decides_by_its_own_word_and_not_the_exit_code() -> None:
    assert judged(code=3, error=problem(retryable=True)).state == "waiting"
    assert judged(code=75, error=problem(retryable=False)).state == "failed"


@pytest.mark.parametrize("code", ["retracted", "no-text", "paper-missing", "secret-missing"])
def test_what_only_a_person_can_decide_waits_for_one(code: str) -> None:
    ending = judged(code=3, error=problem(code, retryable=False))
    assert (ending.state, ending.outcome, ending.counts_as) == ("needs-attention", "attention", None)


@pytest.mark.parametrize("code", ["cannot-start", "bad-setting"])
@pytest.mark.parametrize(
    ("profile", "retryable", "state"),
    [("mine", False, "needs-attention"), ("mine", True, "waiting"), ("built-in", False, "failed")],
)
def test_what_is_wrong_with_ones_own_pipeline_fails_no_job(
    code: str, profile: str, retryable: bool, state: str
) -> None:
    job = {"options": JobOptions(profile=profile)}
    ending = judged(job, code=3, error=problem(code, retryable=retryable))
    assert ending.state == state


@pytest.mark.parametrize("code", ["disk-full", "not-writable"])
def test_a_disk_that_takes_nothing_is_not_counted_against_the_job(code: str) -> None:
    ending = judged({"failures": 7}, code=75, error=problem(code))
    assert (ending.state, ending.counts_as) == ("waiting", None)
    assert ending.problem is not None
    assert ending.problem.code == code


@pytest.mark.parametrize("code", ["no-network", "in-use"])
def test_a_night_without_a_network_fails_no_job_and_lets_it_wait_longer_each_time(code: str) -> None:
    waits = []
    for attempt in (1, 2, 9, 30):
        ending = judged({"failures": 7, "attempt": attempt}, code=75, error=problem(code))
        assert (ending.state, ending.counts_as) == ("waiting", None)
        assert ending.not_before is not None
        waits.append(ending.not_before - NOW)
    assert waits == [30, 60, 3600, 3600]


def test_a_script_to_be_reviewed_waits_for_a_person() -> None:
    review = {"options": JobOptions(review=True)}
    result = ResultEvent(None, stage="generate-script")
    ending = judged(review, code=0, result=result)
    assert ending.state == "needs-attention"
    assert ending.problem is not None
    assert ending.problem.code == "review"
    assert judged({**review, "approved": True}, code=0, result=result).outcome == "crashed"


CRASHES: list[dict[str, Any]] = [
    {"code": None, "signal": 9},
    {"code": None, "signal": 11},
    {"code": 1},
    {"code": 75},
    {"code": 0},
    {"code": 0, "result": ResultEvent(None, stage="add-captions")},
    {"code": 130},
    {"code": 130, "error": problem("cancelled")},
    {"code": None, "signal": 9, "ended_by": "stall"},
    {"code": 130, "error": problem("cancelled"), "ended_by": "wall"},
    {"code": None, "signal": 9, "ended_by": "memory"},
]


@pytest.mark.parametrize("of_exit", CRASHES)
def test_a_process_that_dies_without_a_word_has_crashed(of_exit: dict[str, Any]) -> None:
    first = judged(**of_exit)
    assert (first.state, first.outcome, first.counts_as) == ("waiting", "crashed", "crash")
    assert first.not_before == NOW + 30
    assert judged({"crashes": 1}, **of_exit).not_before == NOW + 60


@pytest.mark.parametrize("of_exit", CRASHES)
def test_the_third_crash_in_a_row_is_the_last(of_exit: dict[str, Any]) -> None:
    ending = judged({"crashes": 2}, **of_exit, last_words="Segmentation fault")
    assert (ending.state, ending.outcome, ending.not_before) == ("failed", "crashed", None)
    assert ending.problem is not None
    assert ending.problem.code == "poison"
    assert "has died 3 times" in ending.problem.message
    assert "Segmentation fault" in ending.problem.message
    assert "log" in ending.problem.hint
    assert not ending.problem.retryable


def test_a_command_line_that_is_not_understood_is_not_tried_again() -> None:
    ending = judged(code=2, last_words="Error: No such option: --length")
    assert ending.state == "failed"
    assert ending.problem is not None
    assert ending.problem.code == "bad-usage"
    assert "--length" in ending.problem.message


@pytest.mark.parametrize(
    ("ended_by", "state", "outcome"),
    [
        ("cancel", "cancelled", "cancelled"),
        ("pause", "paused", "paused"),
        ("give-back", "queued", "interrupted"),
    ],
)
def test_what_was_asked_is_done_and_counts_against_nobody(ended_by: str, state: str, outcome: str) -> None:
    taken = Usage(3.5, 1000)
    ending = judged({"crashes": 2}, code=130, error=problem("cancelled"), ended_by=ended_by, usage=taken)
    assert ending == Ending(state, outcome, exit_code=130, usage=taken)  # type: ignore[arg-type]


def test_long_last_words_begin_with_a_whole_word() -> None:
    sentence = crash_sentence(an_exit(code=1, last_words="wonderful " * 100 + "end"))
    words = sentence.partition("Its last words: ")[2]
    assert words.startswith("… wonderful wonderful")
    assert words.endswith("wonderful end")
    assert len(words) <= 402
