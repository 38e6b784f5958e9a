"""A pipeline that speaks the protocol and goes the way that it is told: fake_pipeline.py WORK FILM WAY."""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
import time
from pathlib import Path

WORK, FILM, WAY = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
STAGES = ("fetch-paper", "generate-script", "generate-audio", "generate-videos", "add-captions")


def tell(**event: object) -> None:
    sys.stdout.write(json.dumps(event) + "\n")
    sys.stdout.flush()


def stage(number: int, state: str, fraction: float = 0.0) -> None:
    overall = (number + fraction) / len(STAGES)
    tell(event="stage", stage=STAGES[number], state=state, fraction=fraction, overall=overall, message="m")


def result(duration_s: float = 2.0) -> None:
    tell(event="result", video="final_video.mp4", duration_s=duration_s)


def error(code: str, *, retryable: bool, **more: object) -> None:
    tell(event="error", code=code, message="It failed.", hint="Do this.", retryable=retryable, **more)


def paper() -> None:
    """The facts of a paper; nothing of it is kept in a file."""
    tell(event="paper", pmid=None, pmcid="PMC5880371", title="Of fish", authors=["M. Ma"], retracted=True)


def put_film(part: float = 1.0) -> None:
    WORK.mkdir(parents=True, exist_ok=True)
    content = FILM.read_bytes()
    (WORK / ".partial").write_bytes(content[: int(len(content) * part)])
    (WORK / ".partial").replace(WORK / "final_video.mp4")


def until_asked_to_end() -> None:
    sys.stdin.read()


def end_with_the_lifeline() -> None:
    until_asked_to_end()
    os._exit(130)


def main() -> int:
    signal.signal(signal.SIGTERM, lambda *_: None)
    for number in range(len(STAGES)):
        stage(number, "done", 1.0)
    match WAY.split(":"):
        case ["well"]:
            put_film()
            result()
        case ["too-long-told"]:
            put_film()
            result(20.0)
        case ["no-film"]:
            result()
        case ["empty"]:
            put_film(0.0)
            result()
        case ["truncated"]:
            put_film(0.6)
            result()
        case ["stops-after-script"]:
            tell(event="result", video=None, stage="generate-script")
        case ["no-result"]:
            put_film()
        case ["linked"]:
            WORK.mkdir(parents=True)
            (WORK / "final_video.mp4").symlink_to(FILM)
            result()
        case ["dies"]:
            sys.stderr.write("Fatal Python error\n")
            os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGABRT))
        case ["error", code, retryable, exit_code]:
            error(code, retryable=retryable == "yes", retry_after_s=5000 if code == "rate-limited" else None)
            return int(exit_code)
        case ["stopped-at-the-door"]:
            paper()
            error("retracted", retryable=False)
            return 3
        case ["waits"]:
            until_asked_to_end()
            error("cancelled", retryable=True)
            return 130
        case ["late"]:
            until_asked_to_end()
            put_film()
            result()
        case ["waits-for", path]:
            threading.Thread(target=end_with_the_lifeline, daemon=True).start()
            while not Path(path).exists():
                time.sleep(0.01)
            put_film()
            result()
        case ["chatty"]:
            for number in range(1000):
                stage(4, "progress", number / 1000)
                time.sleep(0.001)
            put_film()
            result()
    return 0


sys.exit(main())
