import io
import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from videogen_desktop.errors import VideoGenError
from videogen_desktop.pipeline.job import STAGES
from videogen_desktop.pipeline.progress import JsonLines, Progress


def events_of(stream: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(STAGES), st.sampled_from(["start", "update", "done", "skip"]), st.floats(-1, 2)
        )
    )
)
def test_the_whole_never_goes_back_whatever_the_stages_say(steps: list[tuple[Any, str, float]]) -> None:
    stream = io.StringIO()
    progress = Progress(JsonLines(stream), clock=lambda: 0.0)
    for stage, step, fraction in steps:
        if step == "start":
            progress.start(stage, "")
        elif step == "update":
            progress.update(fraction, "")
        elif step == "done":
            progress.done("")
        else:
            progress.skip(stage, "")
    told = [event["overall"] for event in events_of(stream)]
    assert told == sorted(told)
    assert all(0.0 <= overall <= 1.0 for overall in told)


def test_the_time_left_is_reckoned_from_the_work_of_this_run() -> None:
    now = 100.0
    stream = io.StringIO()
    progress = Progress(JsonLines(stream), clock=lambda: now)
    for stage in STAGES[:3]:
        progress.skip(stage, "")
    progress.start("generate-videos", "")
    now += 10
    progress.update(0.5, "")
    left = events_of(stream)[-1]["eta_s"]
    done, rest = 0.31 * 0.5, 0.31 * 0.5 + 0.06
    assert abs(left - 10 * rest / done) < 0.2


def test_an_update_too_small_to_see_is_not_told() -> None:
    stream = io.StringIO()
    progress = Progress(JsonLines(stream), clock=lambda: 0.0)
    progress.start("generate-videos", "")
    for step in range(10_000):
        progress.update(step / 10_000, "drawing")
    assert len(events_of(stream)) < 400


def test_each_event_is_one_line_in_the_contracts_form() -> None:
    stream = io.StringIO()
    lines = JsonLines(stream)
    lines.stage("generate-audio", "progress", 0.4, 0.55, "Scene 3\nof 8 — µm", None)
    lines.error(VideoGenError("rate-limited", "Too fast.", "Wait.", retryable=True, retry_after_s=9.0))
    lines.paper({"pmid": "1", "title": "Of fish"})
    lines.result({"video": "final_video.mp4", "duration_s": 84.2})
    stage, error, paper, result = events_of(stream)
    assert stage == {
        "event": "stage",
        "stage": "generate-audio",
        "state": "progress",
        "fraction": 0.4,
        "overall": 0.55,
        "message": "Scene 3\nof 8 — µm",
        "eta_s": None,
    }
    assert error["code"] == "rate-limited"
    assert error["retryable"] is True
    assert error["retry_after_s"] == 9.0
    assert paper == {"event": "paper", "pmid": "1", "title": "Of fish"}
    assert result == {"event": "result", "video": "final_video.mp4", "duration_s": 84.2}
