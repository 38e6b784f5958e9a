"""What is taken for an event of the pipeline, and what is not."""

from __future__ import annotations

import io
import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.model import PaperFacts, Problem
from videogen_desktop.jobs.supervisor import ErrorEvent, PaperEvent, ResultEvent, StageEvent
from videogen_desktop.jobs.supervisor.events import read_event, read_events
from videogen_desktop.pipeline.progress import JsonLines


def line(**told: object) -> bytes:
    return json.dumps(told).encode()


def stage(**more: object) -> dict[str, object]:
    return {
        "event": "stage",
        "stage": "generate-audio",
        "state": "progress",
        "fraction": 0.5,
        "overall": 0.25,
        **more,
    }


def test_what_the_pipeline_writes_is_read() -> None:
    stream = io.StringIO()
    writer = JsonLines(stream)
    writer.stage("generate-audio", "progress", 0.4, 0.55, "Scene 3 of 8", 12.5)
    writer.stage("fetch-paper", "started", 0, 0, "", None)
    writer.result({"video": "final_video.mp4", "duration_s": 84.2, "notes": ["From the abstract only."]})
    writer.result({"video": None, "stage": "generate-script", "notes": []})
    writer.error(VideoGenError("offline", "No network.", "Connect.", retryable=True, retry_after_s=30))
    assert [read_event(each.encode()) for each in stream.getvalue().splitlines()] == [
        StageEvent("generate-audio", "progress", 0.4, 0.55, "Scene 3 of 8", 12.5),
        StageEvent("fetch-paper", "started", 0.0, 0.0),
        ResultEvent("final_video.mp4", 84.2, None, ("From the abstract only.",)),
        ResultEvent(None, None, "generate-script", ()),
        ErrorEvent(Problem("offline", "No network.", "Connect.", retryable=True, retry_after_s=30.0)),
    ]


@pytest.mark.parametrize(
    "garbage",
    [
        b"",
        b"{",
        b'{"event": "stage", "stage": "fetch-paper", "sta',
        b'{"event": "stage"}',
        b'[{"event": "result", "video": null}]',
        b'"event"',
        b'{"event": "\xff"}',
        line(event="applause"),
        line(event=7),
        line(event="result"),
        line(**stage(fraction=math.nan)),
        line(**stage(overall=math.inf)),
        line(**stage(fraction="0.5")),
        line(**stage(fraction=True)),
        line(**stage(state="exploded")),
        line(**stage(stage="")),
        line(**stage(stage=None)),
        line(**stage(message={"a": 1})),
        line(event="error", code="", message="m"),
        line(event="error", code="c", message="m", retryable="yes"),
        line(**stage()).replace(b"0.25", b"1e999"),
        line(**stage()).replace(b"0.25", b"1" * 5000),
        line(**stage(message="m")).replace(b'"m"', b'"\\ud800"'),
        b'{"event":' + b"[" * 60_000,
    ],
)
def test_what_is_no_event_is_none(garbage: bytes) -> None:
    assert read_event(garbage) is None


@pytest.mark.parametrize(
    "name",
    ["/etc/passwd", "../film.mp4", "a/b.mp4", "a\\b.mp4", "C:film.mp4", "..", ".", "", "a\0b", "x" * 256],
)
def test_a_film_outside_its_folder_is_no_result(name: str) -> None:
    assert read_event(line(event="result", video=name)) is None


@pytest.mark.parametrize(("told", "meant"), [(-3.5, 0.0), (0, 0.0), (0.3, 0.3), (1, 1.0), (1e300, 1.0)])
def test_fractions_are_clamped(told: float, meant: float) -> None:
    event = read_event(line(**stage(fraction=told, overall=told)))
    assert event == StageEvent("generate-audio", "progress", meant, meant)


@pytest.mark.parametrize(("told", "meant"), [(-1, 0.0), (90, 90.0), (1e300, 366 * 86400.0), (None, None)])
def test_times_are_clamped(told: float | None, meant: float | None) -> None:
    event = read_event(line(**stage(eta_s=told)))
    assert isinstance(event, StageEvent)
    assert event.eta_s == meant


def test_a_stage_of_a_later_version_is_an_event() -> None:
    event = read_event(line(**stage(stage="translate", more="unknown")))
    assert isinstance(event, StageEvent)
    assert event.stage == "translate"


def test_texts_are_cut_and_cleaned() -> None:
    told = line(event="error", code="c", message="a\x1b[31m\nb\u202ec\x00" + "é" * 100_000, hint="\u2028")
    event = read_event(told)
    assert isinstance(event, ErrorEvent)
    assert event.problem.message.startswith("a [31m b c ééé")
    assert len(event.problem.message) == 1000
    assert event.problem.message.endswith("…")
    assert event.problem.hint == ""


def test_notes_are_not_without_end() -> None:
    event = read_event(line(event="result", video=None, notes=["n"] * 10_000))
    assert isinstance(event, ResultEvent)
    assert len(event.notes) == 50


def test_what_the_paper_is_may_be_told() -> None:
    stream = io.StringIO()
    told = {"pmid": "29608148", "doi": "10.7554/eLife.32671", "title": "Of fish", "authors": ["Manxiu Ma"]}
    JsonLines(stream).paper({**told, "journal": "eLife", "year": 2018, "retracted": True, "more": 5})
    assert read_event(stream.getvalue().encode()) == PaperEvent(
        PaperFacts(
            pmid="29608148",
            doi="10.7554/elife.32671",
            title="Of fish",
            authors=("Manxiu Ma",),
            journal="eLife",
            year=2018,
            retracted=True,
        )
    )


def test_of_a_paper_only_what_can_be_is_taken() -> None:
    told = line(event="paper", pmid="PMC1", pmcid="x", doi="", title="a\x1bb", authors=["", "\n"], year=-1)
    assert read_event(told) == PaperEvent(PaperFacts(title="a b"))


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=10,
)


NAMES = [*stage(), "pmid", "title", "authors", "year", "retracted"]


@given(st.sampled_from(["stage", "result", "error", "paper"]), st.dictionaries(st.sampled_from(NAMES), JSON))
def test_nothing_that_is_told_upsets_the_reader(kind: str, told: dict[str, Any]) -> None:
    event = read_event(json.dumps({**stage(), **told, "event": kind}).encode())
    if isinstance(event, StageEvent):
        assert 0.0 <= event.fraction <= 1.0
        assert 0.0 <= event.overall <= 1.0
        assert event.message.isprintable() or event.message == ""


@given(st.binary(max_size=200))
def test_nor_do_any_bytes(data: bytes) -> None:
    assert read_event(b'"event"' + data) is None


def test_of_progress_that_came_at_once_the_latest_counts() -> None:
    steps = b"".join(line(**stage(fraction=n / 8, overall=n / 16, message=f"{n}")) + b"\n" for n in range(9))
    assert read_events(steps) == ([StageEvent("generate-audio", "progress", 1.0, 0.5, "8")], b"")


@pytest.mark.parametrize(
    "between",
    [
        stage(state="started"),
        stage(state="done"),
        stage(state="skipped"),
        stage(stage="generate-videos"),
        {"event": "result", "video": None},
        {"event": "error", "code": "c", "message": "It failed."},
    ],
)
def test_whatever_is_not_mere_progress_stays_where_it_was_told(between: dict[str, object]) -> None:
    lines = [line(**told) for told in (stage(), between, stage())]
    assert read_events(b"\n".join(lines) + b"\n") == ([read_event(each) for each in lines], b"")


def test_how_far_the_whole_run_was_is_not_lost_to_an_event_that_says_less() -> None:
    lines = [line(**stage(overall=overall)) for overall in (0.5, 0.25)]
    assert read_events(b"\n".join(lines) + b"\n")[0] == [read_event(each) for each in lines]


def test_lines_among_events_stay_in_their_order() -> None:
    told = line(**stage()) + b"\n"
    senseless = json.dumps(stage(fraction=math.nan)).encode() + b"\n"
    events, others = read_events(b"one\n" + told + senseless + told + b"\ntwo\n")
    assert (events, others) == ([read_event(told)], b"one\n" + senseless + b"\ntwo\n")
