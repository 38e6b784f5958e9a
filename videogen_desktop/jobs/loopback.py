"""One question and its answer between two processes of one user on one computer.

Both sides prove that they hold the same key, by the challenge of ``multiprocessing.connection``, before a
word of the question is sent. What travels is bytes and nothing is ever unpickled. Whoever connects may be
silent, slow or hostile: every exchange has a deadline, a size limit and a thread of its own.
"""

from __future__ import annotations

import contextlib
import logging
import socket
import struct
import threading
import time
from multiprocessing import AuthenticationError
from multiprocessing.connection import Connection, answer_challenge, deliver_challenge
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Callable

LARGEST = 4 * 1024 * 1024
"""The largest question or answer, in bytes."""

_HOST = "127.0.0.1"
_LENGTH = struct.Struct("!I")
_VISIT_S = 5.0
_GREETING_S = 2.0
_MOST_VISITORS = 16
_FOUL = (OSError, EOFError, ValueError, AuthenticationError, AssertionError)
"""All that a stranger at the other end can cause; Python 3.11 asserts what a challenge begins with."""

_log = logging.getLogger(__name__)


class Unanswered(Exception):  # noqa: N818 - it is no error of this program
    """The other side did not answer. ``heard`` is whether it may have heard the question."""

    def __init__(self, reason: str, *, heard: bool) -> None:
        super().__init__(reason)
        self.heard = heard


def ask(port: int, key: bytes, question: bytes, timeout_s: float) -> bytes:
    """Ask whoever listens on a port of this computer and holds the key.

    Raises:
        Unanswered: Nobody is there, it does not hold the key, or it gave no answer in time.
    """
    heard = False
    greeting_s = min(_GREETING_S, timeout_s)
    try:
        with socket.create_connection((_HOST, port), timeout=greeting_s) as connected:
            wire = _Wire(connected, greeting_s)
            answer_challenge(wire.as_connection, key)
            deliver_challenge(wire.as_connection, key)
            heard = True
            wire = _Wire(connected, timeout_s)
            wire.send_bytes(question)
            return wire.recv_bytes(LARGEST)
    except (*_FOUL, OverflowError) as error:
        raise Unanswered(f"{type(error).__name__}: {error}", heard=heard) from error


class Listener:
    """Answers on a port of this computer, from the moment it is made until it is closed.

    Args:
        key: What a visitor must hold.
        answer: Called with each question on a thread of the visitor's own; its result is sent back. When it
            raises, the visitor gets no answer and the error is logged.
    """

    def __init__(self, key: bytes, answer: Callable[[bytes], bytes]) -> None:
        self._key = key
        self._answer = answer
        self._closing = threading.Event()
        self._room = threading.BoundedSemaphore(_MOST_VISITORS)
        self._listening = socket.create_server((_HOST, 0), backlog=128)
        self.port: int = self._listening.getsockname()[1]
        self._thread = threading.Thread(target=self._listen, name="loopback", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop listening. A visitor who is being answered is not waited for."""
        self._closing.set()
        with contextlib.suppress(OSError):  # closing a socket wakes nobody who waits on it; a visitor does
            socket.create_connection((_HOST, self.port), timeout=1).close()
        self._thread.join(timeout=1)
        self._listening.close()

    def _listen(self) -> None:
        while not self._closing.is_set():
            try:
                visitor, _ = self._listening.accept()
            except OSError as error:
                _log.warning("a visitor could not be let in: %s", error)
                self._closing.wait(0.1)
                continue
            if self._closing.is_set() or not self._room.acquire(blocking=False):
                visitor.close()
                continue
            threading.Thread(target=self._receive, args=(visitor,), name="visitor", daemon=True).start()

    def _receive(self, visitor: socket.socket) -> None:
        try:
            with visitor:
                self._exchange(visitor)
        except _FOUL as error:
            _log.warning("a visitor was turned away: %s: %s", type(error).__name__, error)
        finally:
            self._room.release()

    def _exchange(self, visitor: socket.socket) -> None:
        wire = _Wire(visitor, _VISIT_S)
        deliver_challenge(wire.as_connection, self._key)
        answer_challenge(wire.as_connection, self._key)
        question = wire.recv_bytes(LARGEST)
        try:
            answer = self._answer(question)
        except Exception:
            _log.exception("a question could not be answered")
            return
        _Wire(visitor, _VISIT_S).send_bytes(answer)


class _Wire:
    """Messages over a socket, each after its length, all within one deadline."""

    def __init__(self, connected: socket.socket, timeout_s: float) -> None:
        self._socket = connected
        self._deadline = time.monotonic() + timeout_s

    @property
    def as_connection(self) -> Connection[Any, Any]:
        """Itself, as the two challenges of the standard library want it: they only send and receive bytes."""
        return cast("Connection[Any, Any]", self)

    def send_bytes(self, message: bytes) -> None:
        self._hurry()
        self._socket.sendall(_LENGTH.pack(len(message)) + message)

    def recv_bytes(self, largest: int) -> bytes:
        (length,) = _LENGTH.unpack(self._read(_LENGTH.size))
        if length > largest:
            raise ValueError(f"a message of {length} bytes is too long")
        return self._read(length)

    def _read(self, length: int) -> bytes:
        received = bytearray()
        while len(received) < length:
            self._hurry()
            piece = self._socket.recv(min(length - len(received), 65536))
            if not piece:
                raise EOFError("the other side hung up")
            received += piece
        return bytes(received)

    def _hurry(self) -> None:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError("the other side is too slow")
        self._socket.settimeout(left)
