"""One calm line a step: what is being done and, when it is done, how long it took."""

from __future__ import annotations

import contextlib
import shutil
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TITLE_WIDTH = 22


def say(line: str) -> None:
    """Write a line on standard error: standard output belongs to the program that is started afterwards."""
    print(line, file=sys.stderr, flush=True)


@contextlib.contextmanager
def step(title: str) -> Iterator[Callable[[str], None]]:
    """Write one line for the work done inside, ending with the seconds that it took.

    Yields:
        A function that shows a passing detail. On a terminal it is replaced by the next one; elsewhere
        nothing is written, so that a log has one line a step.
    """
    started = time.monotonic()
    on_terminal = sys.stderr.isatty()
    head = f"  {title:<{TITLE_WIDTH}}"
    width = shutil.get_terminal_size().columns - 1

    def show(detail: str) -> None:
        if on_terminal:
            sys.stderr.write("\r" + f"{head}{detail}"[:width].ljust(width))
            sys.stderr.flush()

    def finish(outcome: str) -> None:
        show("")
        sys.stderr.write(
            ("\r" if on_terminal else "") + f"{head}{outcome}{time.monotonic() - started:.1f} s\n"
        )
        sys.stderr.flush()

    show("…")
    try:
        yield show
    except BaseException:
        finish("stopped after ")
        raise
    finish("")
