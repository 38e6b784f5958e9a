"""How far the work is, as one number that never goes back, told to a person or to a program."""

from __future__ import annotations

import contextlib
import json
import threading
import time
from typing import TYPE_CHECKING, Any, Literal, Protocol, TextIO

from videogen_desktop.pipeline.job import STAGES, Stage

if TYPE_CHECKING:
    from collections.abc import Callable

    from videogen_desktop.errors import VideoGenError

State = Literal["started", "progress", "done", "skipped"]
_SHARE: dict[Stage, float] = {
    "fetch-paper": 0.04,
    "generate-script": 0.01,
    "generate-audio": 0.58,
    "generate-videos": 0.31,
    "add-captions": 0.06,
}
"""Each stage's share of the whole time, as measured on papers in hand; most is drawn while it is spoken."""
_SMALLEST_STEP = 0.002
_ETA_AFTER_S = 1.5


class Listener(Protocol):
    """Whoever is told about the work."""

    def stage(
        self, stage: Stage, state: State, fraction: float, overall: float, message: str, eta_s: float | None
    ) -> None:
        """A stage has begun, moved on, ended, or was found done."""

    def paper(self, facts: dict[str, Any]) -> None:
        """The paper is known, also one that no film is made of."""

    def result(self, facts: dict[str, Any]) -> None:
        """The work is done."""

    def error(self, error: VideoGenError) -> None:
        """The work has ended without a film."""


class Progress:
    """Turns the fraction of a stage into the fraction of the whole, which never goes back."""

    def __init__(self, listener: Listener, clock: Callable[[], float] = time.monotonic) -> None:
        self._listener = listener
        self._clock = clock
        self._stage: Stage = STAGES[0]
        self._overall = 0.0
        self._told = -1.0
        self._began_at = clock()
        self._began_with = 0.0

    def start(self, stage: Stage, message: str) -> None:
        """A stage begins."""
        self._stage = stage
        self._tell("started", 0.0, message)

    def update(self, fraction: float, message: str) -> None:
        """The present stage is done by ``fraction`` (0 to 1); steps too small to see are not told."""
        overall = self._whole(fraction)
        if overall - self._told >= _SMALLEST_STEP:
            self._tell("progress", min(1.0, max(0.0, fraction)), message)

    def done(self, message: str) -> None:
        """The present stage is done."""
        self._tell("done", 1.0, message)

    def skip(self, stage: Stage, message: str) -> None:
        """A stage was found done; the time left is reckoned from here."""
        self._stage = stage
        self._tell("skipped", 1.0, message)
        self._began_at, self._began_with = self._clock(), self._overall

    def paper(self, facts: dict[str, Any]) -> None:
        """Say what the paper is, as soon as it is known."""
        self._listener.paper(facts)

    def _tell(self, state: State, fraction: float, message: str) -> None:
        self._overall = max(self._overall, self._whole(fraction))
        self._told = self._overall
        self._listener.stage(self._stage, state, fraction, self._overall, message, self._eta_s())

    def _whole(self, fraction: float) -> float:
        before = sum(_SHARE[stage] for stage in STAGES[: STAGES.index(self._stage)])
        return min(1.0, before + _SHARE[self._stage] * min(1.0, max(0.0, fraction)))

    def _eta_s(self) -> float | None:
        """Seconds left at the pace of this run so far; None until a pace can be told."""
        elapsed = self._clock() - self._began_at
        covered = self._overall - self._began_with
        if elapsed < _ETA_AFTER_S or covered < 0.02:
            return None
        return (1.0 - self._overall) * elapsed / covered


class JsonLines:
    """For a program: one JSON object a line and nothing else, whole lines even when ended by force."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._lock = threading.Lock()

    def stage(
        self, stage: Stage, state: State, fraction: float, overall: float, message: str, eta_s: float | None
    ) -> None:
        """Write a stage event."""
        self._write(
            {
                "event": "stage",
                "stage": stage,
                "state": state,
                "fraction": round(fraction, 4),
                "overall": round(overall, 4),
                "message": message,
                "eta_s": None if eta_s is None else round(eta_s, 1),
            }
        )

    def paper(self, facts: dict[str, Any]) -> None:
        """Write the paper event."""
        self._write({"event": "paper", **facts})

    def result(self, facts: dict[str, Any]) -> None:
        """Write the result event."""
        self._write({"event": "result", **facts})

    def error(self, error: VideoGenError) -> None:
        """Write the error event."""
        event: dict[str, Any] = {
            "event": "error",
            "code": error.code,
            "message": error.message,
            "hint": error.hint,
            "retryable": error.retryable,
        }
        if error.retry_after_s is not None:
            event["retry_after_s"] = error.retry_after_s
        self._write(event)

    def _write(self, event: dict[str, Any]) -> None:
        with (
            self._lock,
            contextlib.suppress(OSError),
        ):  # nobody may be left to listen; the film is made all the same
            self._stream.write(json.dumps(event) + "\n")
            self._stream.flush()
