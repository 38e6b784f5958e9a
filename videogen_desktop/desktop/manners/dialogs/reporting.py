"""Writes the file for a bug report beside the window.

The examination runs in a process of its own: what has ended the program once, such as a broken codec, must
not end it again while it is being reported.
"""

from __future__ import annotations

import contextlib
import subprocess
import sys
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import msgspec
from PySide6.QtCore import QObject

from videogen_desktop.desktop.background import Background
from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.doctor import (
    Check,
    Status,
    write_report,
)
from videogen_desktop.typed_json import read_json

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.doctor import Sources
    from videogen_desktop.jobs.store import JobStore

_NO_WINDOW: Final = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_LONGEST_S: Final = 120
_HINT: Final = "Install the program again if films cannot be made."


@dataclass(frozen=True)
class _Found:
    name: str
    status: Status
    message: str
    hint: str | None
    details: dict[str, object]


@dataclass(frozen=True)
class _Answer:
    checks: tuple[_Found, ...]


def examiner(folder: DataFolder) -> tuple[str, ...]:
    """The command that examines what films need, and says what it found as JSON."""
    module = "videogen_desktop.jobs"
    arguments = ("jobs", "doctor", "--no-network", "--json", "--data-dir", str(folder.root))
    return (sys.executable, "-m", module, *arguments)


class Reporter(QObject):
    """Writes reports, one after the other, off the UI thread.

    Args:
        sources: What a report is made of.
        store: The jobs; None while the queue is not open.
        command: Examines; ``examiner`` of the data folder unless a test has another.
        parent: Owns it.
    """

    def __init__(
        self,
        sources: Sources,
        store: Callable[[], JobStore | None],
        command: Sequence[str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._sources = sources
        self._store = store
        self._command = tuple(command or examiner(sources.folder))
        self._background = Background(self, threads=1)
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = False

    @property
    def busy(self) -> bool:
        """Whether a report is being written."""
        return self._background.busy

    def save(self, path: Path, then: Callable[[Path], None], failed: Callable[[VideoGenError], None]) -> None:
        """Write a report; of the two one is called on the UI thread, unless ``cancel`` is called before."""
        self._stopped = False
        store = self._store()
        self._background.run(lambda: self._write(path, store), then, failed, key=self)

    def cancel(self) -> None:
        """Let the report be; nothing of it stays."""
        self._background.drop(self)
        with self._lock:
            self._stopped = True
            if self._process is not None:
                self._process.kill()

    def close(self) -> None:
        """The program ends: write nothing more."""
        self.cancel()
        self._background.close()

    def _write(self, path: Path, store: JobStore | None) -> Path:
        checks = self._examined()
        if self._stopped:
            raise _cancelled()
        sound = any(check.name == "database" and check.status == "ok" for check in checks)
        try:
            write_report(path, self._sources, checks, store if sound else None)
        except OSError as error:
            raise _not_saved(path, error) from error
        return path

    def _examined(self) -> tuple[Check, ...]:
        try:
            answer = read_json(self._output(), _Answer)
        except (OSError, subprocess.SubprocessError, msgspec.MsgspecError) as error:
            message = f"The examination did not come to an end: {type(error).__name__}: {error}"
            return (Check("examination", "failed", message, _HINT),)
        return tuple(
            Check(found.name, found.status, found.message, found.hint or "", found.details)
            for found in answer.checks
        )

    def _output(self) -> bytes:
        with self._lock:
            if self._stopped:
                raise _cancelled()
            self._process = process = subprocess.Popen(
                self._command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=_NO_WINDOW,
            )
        try:
            return process.communicate(timeout=_LONGEST_S)[0]
        finally:
            with contextlib.suppress(OSError):
                process.kill()
            process.wait()
            if process.stdout:
                process.stdout.close()
            with self._lock:
                self._process = None


def _cancelled() -> VideoGenError:
    return VideoGenError("cancelled", "The report was not saved.", "Save it again when you want it.")


def _not_saved(path: Path, error: OSError) -> VideoGenError:
    return VideoGenError(
        "not-writable",
        f"The report could not be saved as {path.name}: {error.strerror or error}.",
        "Choose another folder, such as your documents.",
    )
