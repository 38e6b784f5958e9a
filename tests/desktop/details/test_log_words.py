"""Lines of a log as a person reads them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from videogen_desktop.desktop.details.log_words import in_words

AT = "2026-11-23 21:06:16.880"
RUN = "stderr: INFO videogen_desktop.pipeline.run: job: 29412138 -> /data/work/x, FilmOptions(aspect='16:9')"
DONE = "stderr: INFO videogen_desktop.pipeline.stages.bench: done: "
PROGRESS = (
    'stdout: {"event": "stage", "stage": "generate-audio", "state": "progress", "fraction": 0.4, '
    '"overall": 0.5, "message": "Speaking scene 3 of 8"}'
)
ERROR = 'stdout: {"event": "error", "code": "paper-not-found", "message": "There is no such paper."}'


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("queue: start: python -m videogen_desktop.pipeline generate-video 1 /x", "Started."),
        (RUN, "The paper is 29412138."),
        ("queue: fetch-paper started: Looking for the paper", "Looking for the paper"),
        ("queue: fetch-paper started: ", "reading the paper"),
        ("queue: fetch-paper done: Cortical circuits", "The paper is read: Cortical circuits"),
        ("queue: paper: Cortical circuits", "The paper: Cortical circuits"),
        (
            "queue: generate-script done: 8 scenes, 13 sentences",
            "The script is written: 8 scenes, 13 sentences",
        ),
        ("queue: generate-audio done: 8 scenes spoken, 119 s", "8 scenes spoken, 119 s"),
        ("queue: generate-audio skipped: ", "Done before: speaking"),
        (f"{DONE}generate-audio/scene_02", "Scene 3 is spoken."),
        (f"{DONE}generate-videos/scene_07", "Scene 8 is drawn."),
        (f"{DONE}fetch-paper", "Done: reading the paper"),
        (f"{DONE}something-new", "Done: something-new"),
        (PROGRESS, "Speaking scene 3 of 8"),
        ("queue: result: final_video.mp4", "The film is there: final_video.mp4"),
        ("queue: suspended", "It is held."),
        ("queue: resumed", "It goes on."),
        ("queue: asked to end: cancel", "It is being stopped."),
        ("queue: end: exit code 0 after 30.8 s, ended by itself", "Ended after 30 s."),
        ("queue: end: exit code None after 3.0 s, ended by cancel", "Stopped after 3 s: it was cancelled."),
        ("stdout: Loading checkpoint shards", "Loading checkpoint shards"),
        ("queue: a note that nobody foresaw", "a note that nobody foresaw"),
        ('stdout: {"event": "party"}', '{"event": "party"}'),
    ],
)
def test_a_line_is_told_in_words(written: str, words: str) -> None:
    line = in_words(f"{AT} {written}")

    assert (line.words, line.weight) == (words, "")
    at = datetime(2026, 11, 23, 21, 6, 16, tzinfo=UTC).astimezone()
    assert (line.time, line.day) == (f"{at:%H:%M:%S}", at.date())


@pytest.mark.parametrize(
    ("written", "words", "weight"),
    [
        (
            "stderr: WARNING videogen_desktop.pipeline.manifest: manifest.json is old",
            "manifest.json is old",
            "warning",
        ),
        (
            "stderr: ERROR videogen_desktop.pipeline.run: no-text: There is no text.",
            "There is no text.",
            "error",
        ),
        ("stderr: CRITICAL somebody.else: it burns", "it burns", "error"),
        ("queue: error paper-not-found: There is no such paper.", "There is no such paper.", "error"),
        (ERROR, "There is no such paper.", "error"),
        (
            "queue: end: exit code 3 after 2.5 s, ended by itself",
            "Ended after 2 s with exit code 3.",
            "error",
        ),
        ("queue: end: signal 9 after 2.5 s, ended by itself", "Ended after 2 s by signal 9.", "error"),
        (
            "queue: end: signal 9 after 90.0 s, ended by memory",
            "Stopped after 2 min: it took too much memory.",
            "error",
        ),
        ("stderr: Traceback (most recent call last):", "Traceback (most recent call last):", "error"),
        ("stderr: [WARNING] low on memory", "[WARNING] low on memory", "warning"),
        ("stdout: Error: no such model", "Error: no such model", "error"),
    ],
)
def test_what_went_wrong_is_told_as_that(written: str, words: str, weight: str) -> None:
    line = in_words(f"{AT} {written}")

    assert (line.words, line.weight) == (words, weight)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "not a log at all",
        "[... about 12 kB are left out here]",
        "2026-99-99 21:06:16.880 queue: x",
        "{" * 4000,
    ],
)
def test_what_is_no_line_of_a_log_stays_as_it_is(written: str) -> None:
    line = in_words(written)

    assert (line.words, line.time, line.day, line.weight) == (written, "", None, "")
