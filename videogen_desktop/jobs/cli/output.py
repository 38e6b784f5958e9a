"""How a command speaks: one JSON document for programs, text and tables for people."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from typing import TYPE_CHECKING, Any, TextIO

import msgspec
from rich.console import Console
from rich.text import Text

from videogen_desktop.jobs.cli.harmless import harmless

if TYPE_CHECKING:
    from collections.abc import Sequence

    from videogen_desktop.errors import VideoGenError

_WIDTH_IN_FILES = 160


def prepare_streams() -> None:
    """Let no character end the program: what the console's code page lacks is shown as a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def console_for(stream: TextIO, kind: type[Console] = Console) -> Console:
    """A console on which text is text: no markup, no emoji codes, no guessed colours."""
    in_file = not stream.isatty() and "COLUMNS" not in os.environ
    return kind(
        file=stream, markup=False, highlight=False, emoji=False, width=_WIDTH_IN_FILES if in_file else None
    )


class UnheardConsole(Console):
    """A console whose reader may go away without ending the work: what is said then is heard by nobody."""

    def on_broken_pipe(self) -> None:
        """Fall silent."""
        self.quiet = True
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())


class Output:
    """What a command says on standard output, in one of the two forms.

    Args:
        as_json: Whether a program reads it.
    """

    def __init__(self, *, as_json: bool) -> None:
        self.as_json = as_json
        self.console = console_for(sys.stdout)

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
        """Write a table or another thing that rich can draw."""
        self.console.print(renderable)


def refuse(error: VideoGenError, *, as_json: bool) -> None:
    """Tell an error: as the document on standard output, or in two sentences on standard error."""
    if as_json:
        Output(as_json=True).document({"error": error_document(error)})
        return
    console = console_for(sys.stderr)
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
    sys.stdout.flush()
    binary = getattr(sys.stdout, "buffer", None)
    if binary is None:
        sys.stdout.write(content.decode("utf-8"))
    else:
        binary.write(content)
        binary.flush()
    with contextlib.suppress(ValueError):
        sys.stdout.flush()
