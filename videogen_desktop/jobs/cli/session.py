"""What every command of the queue starts from: the data folder, the form of its answer, and the store."""

from __future__ import annotations

import contextlib
import functools
import logging
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.application_log import logging_to
from videogen_desktop.jobs.cli.output import Output
from videogen_desktop.jobs.clock import Clock, SystemClock
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.instance import is_running
from videogen_desktop.jobs.settings import QueueSettings, read_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from videogen_desktop.jobs.model import Job
    from videogen_desktop.jobs.store import JobStore

_log = logging.getLogger(__name__)
_NOTHING_CAN_BE_WRITTEN = frozenset({"disk-full", "not-writable"})

DATA_DIR = click.option(
    "--data-dir",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help="The folder of the queue, instead of your own or that of VIDEOGEN_DATA_DIR.",
)
JSON = click.option("--json", "as_json", is_flag=True, help="Answer with one JSON document.")


@dataclass(frozen=True)
class Session:
    """One command's work."""

    root: DataFolder
    output: Output
    clock: Clock

    def settings(self) -> QueueSettings:
        """The settings of the queue.

        Raises:
            VideoGenError: ``bad-setting``.
        """
        return read_settings(self.root.settings)

    def folder(self) -> DataFolder:
        """The data folder, with the films where the settings have them.

        Raises:
            VideoGenError: ``bad-setting``.
        """
        return DataFolder(self.root.root, self.settings().films_folder)

    def interrupted(self, jobs: Iterable[Job]) -> frozenset[int]:
        """Which jobs ran when the program that made their films ended all at once: nobody works on them."""
        running = frozenset(job.id for job in jobs if job.state == "running")
        return running if running and not self.is_at_work() else frozenset()

    def is_at_work(self) -> bool:
        """Whether a window or another command works on the queue now."""
        return is_running(self.root)

    @contextlib.contextmanager
    def store(self) -> Iterator[JobStore]:
        """The open store.

        Raises:
            VideoGenError: as ``open_store`` says.
        """
        from videogen_desktop.jobs.store import open_store  # SQLAlchemy, which a question for help needs not

        store = open_store(self.root, self.clock)
        try:
            yield store
        finally:
            store.close()

    @contextlib.contextmanager
    def store_to_read(self) -> Iterator[JobStore]:
        """The open store, for a command that changes nothing: it works where nothing can be written.

        Raises:
            VideoGenError: as ``open_store`` says.
        """
        with contextlib.ExitStack() as ended:
            try:
                store = ended.enter_context(self.store())
            except VideoGenError as error:
                if error.code not in _NOTHING_CAN_BE_WRITTEN:
                    raise
                store = self._as_it_lies_there(error)
                ended.callback(store.close)
            yield store

    def _as_it_lies_there(self, error: VideoGenError) -> JobStore:
        """The store to be looked at; the error that it could not be opened with, when that cannot be done."""
        from videogen_desktop.jobs.store import open_to_look

        try:
            store = open_to_look(self.root, self.clock)
        except (VideoGenError, OSError):  # there is none, or even that cannot be done
            raise error from None
        if not self.output.as_json:
            self.output.say(f"{error.message} This is what was saved last.", "yellow")
        return store


def queue_command(function: Callable[..., int | None]) -> Callable[..., None]:
    """Give a command ``--data-dir`` and ``--json``, and a ``Session`` as its first argument.

    What the function returns is the exit code; None is 0.
    """

    @DATA_DIR
    @JSON
    @click.pass_context
    @functools.wraps(function)
    def command(context: click.Context, /, data_dir: Path | None, as_json: bool, **options: Any) -> None:  # noqa: ANN401
        before = context.parent.params if context.parent else {}
        root = _data_folder(data_dir or before.get("data_dir"))
        session = Session(root, Output(as_json=as_json or bool(before.get("as_json"))), SystemClock())
        with logging_to(root.application_log):
            code = _logged(function, session, options)
        context.exit(code or 0)

    return command


def _data_folder(chosen: Path | None) -> DataFolder:
    """The chosen data folder, or the usual one; whole, because paths in it are remembered."""
    root = chosen or DataFolder.of_user().root
    return DataFolder(Path(os.path.abspath(root)))  # noqa: PTH100 - Path.absolute() leaves ".." as it is


def _logged(function: Callable[..., int | None], session: Session, options: dict[str, Any]) -> int | None:
    """Run a command; the trace of a fault in the program goes to its log."""
    try:
        return function(session, **options)
    except (VideoGenError, click.ClickException, click.Abort):
        raise
    except Exception:
        _log.exception("a fault in the program")
        raise
