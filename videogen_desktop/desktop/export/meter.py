"""How far an export is, told often enough and not too often, and the place where a cancel is heard."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from videogen_desktop.desktop.export.model import ExportProgress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from threading import Event

    from videogen_desktop.desktop.export.model import Item

_LEAST_BETWEEN_S = 0.1
"""Seconds between two reports."""


class CancelledError(Exception):
    """The export is not wanted any more."""


class Meter:
    """Counts the bytes of an export.

    Args:
        items: All files of the export; those that are skipped count for nothing.
        progress: Told at most ten times a second, and when the last file has ended.
        cancel: Heard with every count.
        clock: Seconds that only go forward.
    """

    def __init__(
        self,
        items: Sequence[Item],
        progress: Callable[[ExportProgress], None],
        cancel: Event,
        clock: Callable[[], float],
    ) -> None:
        self._progress = progress
        self._cancel = cancel
        self._clock = clock
        self._sizes = [2 * item.size for item in items if item.conflict != "skip"]
        self._total = sum(self._sizes)
        self._before = self._within = self._finished = 0
        self._name = ""
        self._told_at = -_LEAST_BETWEEN_S

    @contextlib.contextmanager
    def at(self, item: Item) -> Iterator[None]:
        """Count what is ticked within as that of one file, and all of it as done behind."""
        self._name, self._within = item.target.name, 0
        try:
            yield
        finally:
            self._before += 2 * item.size
            self._within = 0
            self._finished += 1
            self._tell(now=self._finished == len(self._sizes))

    def tick(self, size: int) -> None:
        """Count bytes that were written or read back.

        Raises:
            CancelledError: When the export is not wanted any more.
        """
        self._within += size
        self._tell()
        if self._cancel.is_set():
            raise CancelledError

    def _tell(self, *, now: bool = False) -> None:
        time_now = self._clock()
        if not now and time_now - self._told_at < _LEAST_BETWEEN_S:
            return
        self._told_at = time_now
        done = min(self._before + self._within, self._total)
        self._progress(ExportProgress(done, self._total, self._finished, len(self._sizes), self._name))
