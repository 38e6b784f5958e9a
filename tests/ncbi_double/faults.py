"""Faults on demand: what to do wrong, for which requests, and how often."""

from __future__ import annotations

import dataclasses
import json
import threading
from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "status",
    "silent",
    "drip",
    "truncated",
    "reset",
    "html",
    "body",
    "over-limit",
    "huge",
    "gzip-bomb",
    "endless-header",
    "cut-gzip",
    "redirect",
]


@dataclass(frozen=True)
class Fault:
    """One thing to do wrong.

    Args:
        path: Every request whose address, as ``/path?query``, has this in it.
        kind: ``status`` answers with ``status`` and maybe ``retry_after``; ``silent`` says nothing for
            ``seconds``; ``drip`` sends one byte every ``seconds``; ``truncated`` ends half-way; ``reset``
            breaks the connection; ``html`` is a page with status 200; ``body`` is ``text`` with ``status``;
            ``over-limit`` is NCBI's sentence about its rate with ``status``; ``huge`` sends ``size`` bytes;
            ``gzip-bomb`` sends ``size`` zeros packed; ``endless-header`` sends ``size`` bytes of a gzip
            header that unpack to nothing; ``cut-gzip`` packs the answer and leaves out its end; ``redirect``
            sends on to ``location``, or to the same address when that is empty, with ``status`` or 302.
        times: How often; None for ever.
        declared: Whether a huge body tells its size at the start.
    """

    path: str
    kind: Kind
    times: int | None = None
    status: int = 200
    retry_after: str | None = None
    seconds: float = 60.0
    size: int = 2 * 2**30
    declared: bool = False
    location: str = ""
    text: str = ""


class Faults:
    """The faults that are set; the first that fits a request and is not used up is taken."""

    def __init__(self) -> None:
        self._faults: list[tuple[Fault, int | None]] = []
        self._lock = threading.Lock()

    def add(self, *faults: Fault) -> None:
        with self._lock:
            self._faults += [(fault, fault.times) for fault in faults]

    def add_json(self, text: str) -> None:
        """Add faults from a JSON list of objects with the fields of :class:`Fault`."""
        self.add(*(Fault(**entry) for entry in json.loads(text)))

    def clear(self) -> None:
        with self._lock:
            self._faults.clear()

    def take(self, address: str) -> Fault | None:
        with self._lock:
            for index, (fault, left) in enumerate(self._faults):
                if fault.path in address and left != 0:
                    self._faults[index] = (fault, None if left is None else left - 1)
                    return fault
        return None

    def as_json(self) -> list[dict[str, object]]:
        with self._lock:
            return [{**dataclasses.asdict(fault), "left": left} for fault, left in self._faults]
