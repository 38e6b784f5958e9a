"""Standard output and error where they may fail: on a full disk, in a terminal that is gone, closed."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from typing import TYPE_CHECKING, Any, TextIO, cast

from videogen_desktop.errors import VideoGenError

if TYPE_CHECKING:
    from collections.abc import Iterator

OUTPUT_FAILED = "output-failed"


def prepare_streams() -> None:
    """Let no stream end the program: closed ones are replaced, and characters that it lacks shown as ``?``.

    What takes the place of a closed output cannot be written either; it keeps the database from being given
    the number of standard output. Nobody misses a closed standard error.
    """
    for name, flags in (("stdin", os.O_RDONLY), ("stdout", os.O_RDONLY), ("stderr", os.O_WRONLY)):
        if getattr(sys, name) is None:
            mode = "r" if name == "stdin" else "w"
            setattr(sys, name, os.fdopen(os.open(os.devnull, flags), mode, encoding="utf-8"))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def telling(stream: TextIO) -> TextIO:
    """The stream, whose failures are told as ``output-failed``; a reader who has gone is left to others."""
    return cast("TextIO", _Telling(stream))


def unheard(stream: TextIO) -> TextIO:
    """The stream, which falls silent when it fails: what is said then is heard by nobody."""
    return cast("TextIO", _Unheard(stream))


@contextlib.contextmanager
def failures_told(stream: TextIO) -> Iterator[None]:
    """Tell a failure to write to the stream within the block.

    Raises:
        VideoGenError: ``output-failed``.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        _silence(stream)
        raise VideoGenError(
            OUTPUT_FAILED,
            f"The output cannot be written: {error.strerror or error}.",
            "Send it elsewhere. What the command was to do may be done all the same; "
            "“videogen jobs list” shows how the jobs stand.",
        ) from error


class _Telling:
    """See ``telling``."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the stream has
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        with failures_told(self._stream):
            return self._stream.write(text)

    def flush(self) -> None:
        with failures_told(self._stream):
            self._stream.flush()


class _Unheard:
    """See ``unheard``."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the stream has
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        with self._failures_ignored():
            self._stream.write(text)
        return len(text)

    def flush(self) -> None:
        with self._failures_ignored():
            self._stream.flush()

    @contextlib.contextmanager
    def _failures_ignored(self) -> Iterator[None]:
        try:
            yield
        except OSError:
            _silence(self._stream)


def _silence(stream: TextIO) -> None:
    """Let what is left in a stream, and what comes, go nowhere, so that its end does not fail as well."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
