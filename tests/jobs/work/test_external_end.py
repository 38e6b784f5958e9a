"""What the last words of somebody else's pipeline mean."""

from __future__ import annotations

from typing import Any

import pytest

from tests.jobs.work.making import an_exit
from videogen_desktop.jobs.work.external_end import external_problem, reason_in

LOG = "2026-01-02 03:04:05,678 - "


@pytest.mark.parametrize(
    "words",
    [
        "requests.exceptions.HTTPError: 429 Client Error: Too Many Requests for url: https://x/",
        "Error code: 503 - {'error': 'x'}",
        "google.genai.errors.ServerError: 503 UNAVAILABLE. The model is overloaded.",
        "httpx.ReadTimeout: The read operation timed out",
        "ConnectionError: ('Connection aborted.', RemoteDisconnected('Remote end closed connection'))",
        "✗ Pipeline failed: Step 'generate-videos' failed: Rate limit reached\nAborted!",
        "runwayml.APITimeoutError: Request timed out.",
        "HTTP 502",
        "status code: 500",
        "socket.gaierror: [Errno -3] Temporary failure in name resolution",
    ],
)
def test_what_passes_is_tried_again(words: str) -> None:
    assert external_problem(an_exit(code=1, last_words=words), "mine").retryable


@pytest.mark.parametrize(
    "words",
    [
        "ValueError: API key not valid. Please pass a valid API key.",
        "✗ Pipeline failed: Step 'generate-audio' failed: 401 Unauthorized\nAborted!",
        "Error code: 429 - You exceeded your current quota, check your plan and billing details.",
        "Error code: 402 - insufficient credits",
        "KeyError: 'scenes'",
        "Scene 500 of 503 could not be drawn: error 12",
        "429 frames, then a failure",
        "",
    ],
)
def test_what_costs_money_or_needs_a_person_is_not(words: str) -> None:
    assert not external_problem(an_exit(code=1, last_words=words), "mine").retryable


def test_only_the_reason_counts_and_not_what_was_overcome_before_it() -> None:
    words = "WARNING - Request timed out, trying again\nINFO - Scene 3\nValueError: no scenes in the script"
    problem = external_problem(an_exit(code=1, last_words=words), "mine")
    assert not problem.retryable
    assert "no scenes in the script" in problem.message


def test_it_may_say_itself_that_it_is_to_be_tried_again() -> None:
    assert external_problem(an_exit(code=75, last_words="API key server away"), "mine").retryable


@pytest.mark.parametrize(
    "of_exit",
    [
        {"code": None, "signal": 9},
        {"code": None, "signal": 9, "ended_by": "stall", "last_words": "Waiting: timed out"},
        {"code": 1, "ended_by": "wall"},
        {"code": None, "signal": 9, "ended_by": "memory"},
        {"code": 0},
    ],
)
def test_a_death_is_not_paid_for_twice(of_exit: dict[str, Any]) -> None:
    problem = external_problem(an_exit(**of_exit), "mine")
    assert (problem.code, problem.retryable) == ("pipeline-died", False)
    assert "“mine”" in problem.message


def test_the_message_is_the_reason_without_what_logs_put_before_it() -> None:
    words = (
        f"{LOG}INFO - Step: generate-audio\n{LOG}ERROR -   ✗ Step 'generate-audio' failed: voice away\n"
        "✗ Pipeline failed: Step 'generate-audio' failed: voice away\nAborted!\n"
    )
    assert reason_in(words) == "Pipeline failed: Step 'generate-audio' failed: voice away"
    assert reason_in(f"{LOG}ERROR - it broke") == "it broke"
    assert reason_in("Aborted!\n\n") == ""
    assert len(reason_in("error " * 10_000)) == 400
