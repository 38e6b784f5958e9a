"""Answers kept on disk, so that the same thing is not asked twice."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from typing import TYPE_CHECKING

from hishel import Request, Response, SqliteStorage

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Self

    from videogen_desktop.papers.web.exchange import WebRequest

_FILE = "web.sqlite"
_LARGEST_PART = 8
"""No single body may take more than this part of the whole."""


class AnswerCache:
    """Bodies that were read in full and found to be what was asked for, each with a time to live.

    It keeps them in hishel's SQLite storage, which several processes can share, which shows a body only
    when it is whole, and which drops the longest unused when it is full. It is never in the way: where the
    disk is full or the folder cannot be written to, nothing is kept and everything is asked anew.

    Args:
        folder: Where the database goes; made when needed.
        max_bytes: The size that the database is kept under.
    """

    def __init__(self, folder: Path, max_bytes: int = 512 * 2**20) -> None:
        self._storage = SqliteStorage(
            database_path=folder / _FILE, max_size=max_bytes, max_stream_size=max_bytes // _LARGEST_PART
        )

    def get(self, request: WebRequest) -> bytes | None:
        """Return the body that is kept for ``request``, if it still may be used."""
        try:
            for entry in self._storage.get_entries(_key(request)):
                return b"".join(_stream(entry.response))
        except (RuntimeError, sqlite3.Error, OSError):  # evicted while it was read, or unusable storage
            return None
        return None

    def put(self, request: WebRequest, body: bytes) -> None:
        """Keep ``body`` for as long as ``request`` says."""
        self.forget(request)
        try:
            entry = self._storage.create_entry(
                Request("GET", request.url),
                Response(200, stream=iter([body])),
                _key(request),
                ttl=request.keep_s,
            )
            for _ in _stream(entry.response):  # it is stored while it is read
                pass
        except (RuntimeError, sqlite3.Error, OSError):
            return

    def forget(self, request: WebRequest) -> None:
        """Keep nothing for ``request`` any longer."""
        try:
            for entry in self._storage.get_entries(_key(request)):
                self._storage.remove_entry(entry.id)
        except (RuntimeError, sqlite3.Error, OSError):
            return

    def close(self) -> None:
        """Let go of the database."""
        self._storage.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _key(request: WebRequest) -> str:
    """A name for what is asked; who asks is no part of it."""
    asked = "\n".join([request.url, *(f"{name}={value}" for name, value in sorted(request.params))])
    return hashlib.sha256(asked.encode()).hexdigest()


def _stream(response: Response) -> Iterator[bytes]:
    return response.stream if isinstance(response.stream, Iterator) else iter(())
