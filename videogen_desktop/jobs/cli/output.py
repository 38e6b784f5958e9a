"""How a command speaks: one JSON document for programs, text and tables for people."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING, Any, TextIO

import msgspec
from rich.console import Console
from rich.text import Text

from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.cli.harmless import harmless
from videogen_desktop.jobs.cli.streams import OUTPUT_FAILED, failures_told, telling, unheard

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDTH_IN_FILES = 160


def console_for(stream: TextIO) -> Console:
    """A console on which text is text: no markup, no emoji codes, no guessed colours."""
    in_file = not stream.isatty() and "COLUMNS" not in os.environ
    return Console(
        file=stream, markup=False, highlight=False, emoji=False, width=_WIDTH_IN_FILES if in_file else None
    )


class Output:
    """What a command says on standard output, in one of the two forms.

    Args:
        as_json: Whether a program reads it.
        needless: Whether the work goes on when nothing can be said to a person any more. A program is to
            know that it lacks its document.
    """

    def __init__(self, *, as_json: bool, needless: bool = False) -> None:
        self.as_json = as_json
        self.console = console_for(unheard(sys.stdout) if needless else telling(sys.stdout))

    def document(self, document: object) -> None:
        """Write the one JSON document of a command, in UTF-8 (RFC 8259) whatever the code page is."""
        content = msgspec.json.format(msgspec.json.encode(document, enc_hook=str), indent=2) + b"\n"
        _write_bytes(content)

    def line(self, document: object) -> None:
        """Write one JSON object of a stream that ends when the command does."""
        _write_bytes(msgspec.json.encode(document, enc_hook=str) + b"\n")

    def say(self, text: str, style: str = "") -> None:
        """Write a sentence for a person, wrapped by nobody, so that a path in it can be copied."""
        self.console.print(Text(harmless(text), style), soft_wrap=True)

    def show(self, renderable: Any) -> None:  # noqa: ANN401 - whatever rich can draw
        """Write a table or another thing that rich can draw; in a file no line is filled with blanks."""
        if self.console.is_terminal:
            self.console.print(renderable)
            return
        with self.console.capture() as drawn:
            self.console.print(renderable)
        lines = (line.rstrip() for line in drawn.get().splitlines())
        self.console.print(Text("\n".join(lines)), soft_wrap=True)


def refuse(error: VideoGenError, *, as_json: bool) -> None:
    """Tell an error: as the document on standard output, or in sentences on standard error.

    A document that cannot be written is said on standard error, and where that fails too nobody is told.
    """
    if as_json and error.code != OUTPUT_FAILED:
        with contextlib.suppress(VideoGenError):
            Output(as_json=True).document({"error": error_document(error)})
            return
    console = console_for(unheard(sys.stderr))
    console.print(Text(f"✗ {harmless(error.message)}", "bold red"), soft_wrap=True)
    for hint in _lines(error.hint):
        console.print(Text(f"  {harmless(hint)}"), soft_wrap=True)


def error_document(error: VideoGenError) -> dict[str, object]:
    """An error as programs read it."""
    return {
        "code": error.code,
        "message": error.message,
        "hint": error.hint,
        "retryable": error.retryable,
    }


def _lines(text: str) -> Sequence[str]:
    return text.split("\n")


def _write_bytes(content: bytes) -> None:
    with failures_told(sys.stdout):
        sys.stdout.flush()
        binary = getattr(sys.stdout, "buffer", None)
        if binary is None:
            sys.stdout.write(content.decode("utf-8"))
        else:
            binary.write(content)
            binary.flush()
        with contextlib.suppress(ValueError):
            sys.stdout.flush()
