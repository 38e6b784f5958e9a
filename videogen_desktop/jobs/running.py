"""The jobs that run in this process, and the control of each."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from videogen_desktop.jobs.supervisor import Control

if TYPE_CHECKING:
    from collections.abc import Iterable

    from videogen_desktop.jobs.model import Claim, Request


@dataclass
class _Held:
    claim: Claim
    control: Control
    bytes: int = 0


class RunningJobs:
    """What runs here, by the jobs' numbers. Every method may be called from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held: dict[int, _Held] = {}
        self._suspended = False

    def add(self, claim: Claim) -> Control:
        """Take in a job; it starts suspended while all are."""
        control = Control()
        with self._lock:
            self._held[claim.job.id] = _Held(claim, control)
            if self._suspended:
                control.suspend()
        return control

    def drop(self, job_id: int) -> None:
        """Forget a job that has ended."""
        with self._lock:
            self._held.pop(job_id, None)

    def control(self, job_id: int) -> Control:
        """The control of a job that runs here."""
        with self._lock:
            return self._held[job_id].control

    def ids(self) -> tuple[int, ...]:
        """The numbers of the jobs that run here."""
        with self._lock:
            return tuple(self._held)

    def among(self, job_ids: Iterable[int]) -> list[int]:
        """Those of the given jobs that run here."""
        with self._lock:
            return [job_id for job_id in job_ids if job_id in self._held]

    def claims(self) -> tuple[Claim, ...]:
        """The claims of the jobs that run here."""
        with self._lock:
            return tuple(held.claim for held in self._held.values())

    def ask(self, job_id: int, attempt: int, request: Request) -> None:
        """Tell a job what its owner asks of that attempt; nothing when it has ended meanwhile."""
        with self._lock:
            held = self._held.get(job_id)
        if held is None or held.claim.attempt != attempt:
            return
        match request:
            case "cancel":
                held.control.cancel()
            case "pause":
                held.control.pause()

    def cancel(self, job_id: int) -> None:
        """Cancel a job before the store has heard of it; nothing when it has ended meanwhile."""
        with self._lock:
            if job_id in self._held:
                self._held[job_id].control.cancel(untold=True)

    def told(self, job_ids: Iterable[int]) -> None:
        """The store has heard which jobs are cancelled."""
        with self._lock:
            for job_id in job_ids:
                if job_id in self._held:
                    self._held[job_id].control.told()

    def holds(self, job_id: int, now_bytes: int) -> None:
        """Note how much memory a job's processes hold now."""
        with self._lock:
            if job_id in self._held:
                self._held[job_id].bytes = now_bytes

    def held_bytes(self) -> int:
        """Memory that all running jobs hold together."""
        with self._lock:
            return sum(held.bytes for held in self._held.values())

    @property
    def suspended(self) -> bool:
        """Whether all running jobs are held where they are."""
        return self._suspended

    def suspend_all(self, suspend: bool) -> None:
        """Hold every job where it is, or let all go on; jobs that are taken in later follow."""
        with self._lock:
            if suspend == self._suspended:
                return
            self._suspended = suspend
            for held in self._held.values():
                if suspend:
                    held.control.suspend()
                else:
                    held.control.resume()

    def give_back_all(self) -> None:
        """Ask every job to end softly and go back into the queue."""
        with self._lock:
            for held in self._held.values():
                held.control.give_back()
