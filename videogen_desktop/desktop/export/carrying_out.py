"""A plan carried out, file by file; what goes wrong with one is said and the rest goes on."""

from __future__ import annotations

import contextlib
import errno
import os
import time
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from videogen_desktop.desktop.export.copying import (
    NotSameError,
    SourceError,
    copy_into_place,
    remove_leftovers,
)
from videogen_desktop.desktop.export.meter import CancelledError, Meter
from videogen_desktop.desktop.export.model import Outcome, Receipt
from videogen_desktop.desktop.export.parts import KINDS
from videogen_desktop.desktop.export.planning import check_space
from videogen_desktop.desktop.export.problems import (
    copy_differs,
    folder_gone,
    folder_refused,
    name_taken,
    not_written,
    part_damaged,
    part_missing,
)
from videogen_desktop.desktop.export.record import record_csv
from videogen_desktop.desktop.export.sources import open_source
from videogen_desktop.files import explained_os_errors, free_space, sync_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from threading import Event
    from typing import BinaryIO

    from videogen_desktop.desktop.export.model import ExportProgress, Item, Plan
    from videogen_desktop.jobs.model import Problem

_ABANDONED_S = 3600.0
"""A half-written file that nobody has written to for so long belongs to an export that was cut off."""


def carry_out(
    plan: Plan,
    progress: Callable[[ExportProgress], None],
    cancel: Event,
    *,
    free: Callable[[Path], int] = free_space,
    clock: Callable[[], float] = time.monotonic,
    wall_clock: Callable[[], float] = time.time,
) -> Receipt:
    """Export what was planned. It blocks; call it on a thread that may wait.

    Args:
        plan: From ``plan_export``.
        progress: Told at most ten times a second, and at the end of the last file, on the calling thread.
        cancel: When set, the file being written is taken away and the rest is not begun.
        free: How to learn the space that is free where a folder is.
        clock: Seconds that only go forward.
        wall_clock: Seconds since 1970.

    Raises:
        VideoGenError: Before the first byte: ``disk-full`` with how much is missing, ``not-writable`` when
            the folder cannot be made, ``not-readable`` when its drive cannot be asked. What goes wrong later
            is in the receipt.
    """
    started_at = wall_clock()
    try:
        with explained_os_errors(plan.folder):
            plan.folder.mkdir(parents=True, exist_ok=True)
            room = free(plan.folder)
            carrying = _Carrying(plan, Meter(plan.items, progress, cancel, clock), free)
    except OSError as error:
        raise folder_refused(plan.folder, error) from error
    check_space(replace(plan, free=room))
    remove_leftovers(plan.folder, started_at - _ABANDONED_S)
    outcomes = tuple(map(carrying.outcome, plan.items))
    receipt = Receipt(
        folder=plan.folder,
        settings=plan.settings,
        jobs=plan.jobs,
        outcomes=outcomes,
        left_out=plan.left_out,
        started_at=started_at,
        ended_at=wall_clock(),
        cancelled=any(outcome.result == "cancelled" for outcome in outcomes),
    )
    if plan.settings.record:
        receipt = carrying.recorded(receipt)
    with contextlib.suppress(
        OSError
    ):  # some network drives cannot flush a folder; the files are in their place
        sync_folder(plan.folder)
    return receipt


class _Carrying:
    """Brings files into one folder for as long as it stays the same folder."""

    def __init__(self, plan: Plan, meter: Meter, free: Callable[[Path], int]) -> None:
        self._plan = plan
        self._meter = meter
        self._free = free
        self._drive = plan.folder.stat().st_dev
        self._titles = {job.id: job.paper.title for job in plan.jobs}

    def outcome(self, item: Item) -> Outcome:
        """Write one file, or say why not."""
        if item.conflict == "skip":
            return Outcome(item, "skipped", None if item.same else name_taken(item.target))
        with self._meter.at(item):
            try:
                sha256 = self._written(item)
            except CancelledError:
                return Outcome(item, "cancelled")
            except FileExistsError as error:
                appeared = self._plan.settings.policy == "skip"
                return Outcome(item, "skipped" if appeared else "failed", not_written(item.target, error))
            except (NotSameError, SourceError, OSError) as error:
                return Outcome(item, "failed", self._problem(item, error))
        return Outcome(item, "replaced" if item.conflict == "replace" else "exported", sha256=sha256)

    def recorded(self, receipt: Receipt) -> Receipt:
        """Write the record of an export that brought anything, under a name that is free."""
        if not receipt.count("exported") + receipt.count("replaced"):
            return receipt
        day = datetime.fromtimestamp(receipt.ended_at, UTC).astimezone().strftime("%Y-%m-%d %H.%M.%S")
        for mark in ("", *(f" ({number})" for number in range(2, 100))):
            target = self._plan.folder / f"Exported {day}{mark}.csv"
            try:
                self._check_folder()
                source = BytesIO(record_csv(receipt))
                copy_into_place(source, target, sha256="", replace=False, tick=lambda _: None)
            except FileExistsError:
                continue
            except (NotSameError, OSError) as error:
                return replace(receipt, record_problem=self._trouble(target, error))
            return replace(receipt, record=target)
        return receipt

    def _written(self, item: Item) -> str:
        self._meter.tick(0)
        self._check_folder()
        if self._free(self._plan.folder) < item.size:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        with _opened(item) as source:
            return copy_into_place(
                source,
                item.target,
                sha256=item.sha256,
                replace=self._plan.settings.policy == "replace",
                tick=self._meter.tick,
            )

    def _check_folder(self) -> None:
        """What is left where a drive was unplugged is not the folder that was chosen.

        Drives are compared and not folders: some network drives number their folders anew.
        """
        if self._plan.folder.stat().st_dev != self._drive:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(self._plan.folder))

    def _problem(self, item: Item, error: Exception) -> Problem:
        kind, title = KINDS[item.part], self._titles[item.job_id]
        if isinstance(error, SourceError):
            return part_missing(kind, title)
        if isinstance(error, NotSameError) and error.source:
            return part_damaged(kind, title)
        return self._trouble(item.target, error)

    def _trouble(self, target: Path, error: Exception) -> Problem:
        if not isinstance(error, OSError):
            return copy_differs(target)
        try:
            self._check_folder()
        except OSError:
            return folder_gone(self._plan.folder)
        return not_written(target, error)


def _opened(item: Item) -> BinaryIO:
    if item.source is None:
        return BytesIO(item.content)
    try:
        return open_source(item.source)
    except OSError as error:
        raise SourceError from error
