"""One instance a data folder: the first holds a lock for life, a second hands it what it was asked to do.

The lock is the system's own and ends with the process, however it ends. The address at which the first one
listens lies beside it in a file that only its user can read, with the key that both must hold.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import platform
import secrets
import threading
import time
import uuid
from dataclasses import dataclass, replace
from pathlib import Path  # noqa: TC003 - read when a call is decoded
from typing import TYPE_CHECKING

import filelock
import msgspec

from videogen_desktop.errors import VideoGenError
from videogen_desktop.files import PARTIAL_MARK, explained_os_errors, make_folder
from videogen_desktop.jobs.loopback import LARGEST, Listener, Unanswered, ask
from videogen_desktop.typed_json import read_json, read_plain

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from videogen_desktop.jobs.data_folder import DataFolder

LOCK = "instance.lock"
ADDRESS = "instance.json"

_log = logging.getLogger(__name__)
_ACCEPTED = b"accepted"
_AGAIN_S = 0.05


@dataclass(frozen=True)
class Call:
    """What a start of the program was asked to do.

    Args:
        arguments: Its command line without the program's name.
        folder: Where it was started: what relative paths among the arguments are relative to.
        heard: Whether the instance that runs may have heard it already: it may yet do what it was asked.
    """

    arguments: tuple[str, ...]
    folder: Path
    heard: bool = False

    def encoded(self) -> bytes:
        """As JSON; file names that are no Unicode survive as lone surrogates."""
        return json.dumps({"arguments": self.arguments, "folder": str(self.folder)}).encode("ascii")

    @classmethod
    def decoded(cls, content: bytes) -> Call:
        """From JSON.

        Raises:
            ValueError: It is something else.
        """
        return read_plain(json.loads(content), cls)


@dataclass(frozen=True)
class _Address:
    computer: str
    pid: int
    port: int
    key: str


class Instance:
    """The only running instance of a data folder, until it is closed or its process ends.

    Made by ``only_instance``; a context manager.
    """

    def __init__(self, lock: filelock.BaseFileLock, listener: Listener, address: Path) -> None:
        self._lock = lock
        self._listener = listener
        self._address = address

    def close(self) -> None:
        """Stop listening and let another be the only one. Closing twice does no harm."""
        if not self._lock.is_locked:
            return
        self._listener.close()
        with contextlib.suppress(
            OSError
        ):  # Windows refuses while another start reads it; nobody needs it gone
            self._address.unlink()
        self._lock.release()

    def __enter__(self) -> Instance:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def only_instance(
    folder: DataFolder, call: Call, called: Callable[[Call], None], *, patience_s: float = 5.0
) -> Instance | None:
    """Become the only instance of a data folder, or hand the call to the one that is.

    Args:
        folder: The data folder.
        call: What this start was asked to do; handed over when another instance runs, but never told twice.
        called: Told of the calls of later starts, one at a time, on a thread of the listener; the later
            start waits until it returns, so it should only pass the call on. When it raises, the later
            start is told that its call was not accepted.
        patience_s: How long another instance may take to answer.

    Returns:
        The instance; None when another one runs and has accepted the call.

    Raises:
        VideoGenError: ``already-running`` when another one runs and does not answer; ``too-much-at-once``;
            ``not-writable`` or ``disk-full``.
    """
    if _is_too_large(call):
        raise VideoGenError(
            "too-much-at-once",
            "That is more than another start of the program can hand over at once.",
            "Add the papers in several parts, or as a list in a file.",
        )
    make_folder(folder.root)
    with explained_os_errors(folder.root / LOCK):
        return _first_or_answered(folder.root, call, called, patience_s)


def handed_over(folder: DataFolder, call: Call, *, patience_s: float = 5.0) -> Call | None:
    """Hand a call to the instance that runs, without becoming one.

    Returns:
        None when one took it; else the call, for ``only_instance``, which tells why none did.
    """
    if _is_too_large(call) or not is_running(folder):
        return call
    return _told(folder.root, call, patience_s)


def is_running(folder: DataFolder) -> bool:
    """Whether an instance of a data folder lives now; where that cannot be found out, it may.

    The lock is held for a moment if it is free; a start that comes just then tries again.
    """
    path = folder.root / LOCK
    if not path.exists():
        return False
    lock = filelock.FileLock(path, thread_local=False)
    try:
        if not _taken(lock):
            return True
    except OSError:
        return True
    lock.release()
    return False


def _first_or_answered(
    root: Path, call: Call, called: Callable[[Call], None], patience_s: float
) -> Instance | None:
    lock = filelock.FileLock(root / LOCK, thread_local=False)
    deadline = time.monotonic() + patience_s
    while not _taken(lock):
        untaken = _told(root, call, patience_s)
        if untaken is None:
            return None
        call = untaken
        if time.monotonic() >= deadline:
            raise _already_running(_read_address(root / ADDRESS))
        time.sleep(_AGAIN_S)
    return _established(lock, root / ADDRESS, called)


def _told(root: Path, call: Call, patience_s: float) -> Call | None:
    """Tell the instance that runs of a call that it cannot have heard; None when it accepts it."""
    address = _read_address(root / ADDRESS)
    if address is None or call.heard:
        return call
    try:
        answer = ask(address.port, bytes.fromhex(address.key), call.encoded(), patience_s)
    except Unanswered as unanswered:
        _log.info("the running instance did not answer: %s", unanswered)
        return replace(call, heard=unanswered.heard)
    return None if answer == _ACCEPTED else call


def _is_too_large(call: Call) -> bool:
    return len(call.encoded()) > LARGEST


def _taken(lock: filelock.BaseFileLock) -> bool:
    try:
        lock.acquire(timeout=0)
    except filelock.Timeout:
        return False
    return True


def _established(lock: filelock.BaseFileLock, path: Path, called: Callable[[Call], None]) -> Instance:
    one_at_a_time = threading.Lock()

    def answer(question: bytes) -> bytes:
        call = Call.decoded(question)
        with one_at_a_time:
            called(call)
        return _ACCEPTED

    key = secrets.token_bytes(32)
    try:
        listener = Listener(key, answer)
        try:
            _publish(path, _Address(platform.node(), os.getpid(), listener.port, key.hex()))
        except BaseException:
            listener.close()
            raise
    except BaseException:
        lock.release()
        raise
    return Instance(lock, listener, path)


def _publish(path: Path, address: _Address) -> None:
    """Write the address to a file of this user only, replacing that of an instance that was killed."""
    partial = path.with_name(f"{path.stem}{PARTIAL_MARK}{uuid.uuid4().hex[:8]}{path.suffix}")
    descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(msgspec.json.encode(address))
        _replace(partial, path)
    finally:
        partial.unlink(missing_ok=True)


def _replace(partial: Path, path: Path) -> None:
    """Windows refuses while another start reads the old file, which takes it a moment."""
    for _ in range(20):
        try:
            partial.replace(path)
        except PermissionError:
            time.sleep(_AGAIN_S)
        else:
            return
    partial.replace(path)


def _read_address(path: Path) -> _Address | None:
    try:
        address = read_json(path.read_bytes(), _Address)
        bytes.fromhex(address.key)
    except (OSError, ValueError):  # not there yet, or no longer
        return None
    return address


def _already_running(address: _Address | None) -> VideoGenError:
    if address is None:
        end_it = "End it"
    elif address.computer == platform.node():
        end_it = f"Close its window, or end its process (number {address.pid})"
    else:
        end_it = f"Close it on the computer {address.computer}"
    return VideoGenError(
        "already-running",
        "The program is already running with this data folder, but it does not answer.",
        f"{end_it}, then start again; jobs that it was working on go on from their last finished step.",
        retryable=True,
    )
