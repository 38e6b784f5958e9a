"""Long work on a film, done part by part and broken off when there is no more time for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from videogen_desktop.errors import VideoGenError
from videogen_desktop.files import blocks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import IO

_Part = TypeVar("_Part")


def until(broken_off: Callable[[], bool], parts: Iterable[_Part]) -> Iterator[_Part]:
    """One part after the other, as long as there is time.

    Raises:
        VideoGenError: ``broken-off``.
    """
    for part in parts:
        if broken_off():
            raise VideoGenError(
                "broken-off",
                "The film was not looked at to its end.",
                "It is looked at again when the job goes on.",
                retryable=True,
            )
        yield part


def blocks_until(broken_off: Callable[[], bool], file: IO[bytes]) -> Iterator[bytes]:
    """What is in a file from where it is read, in pieces, as long as there is time.

    Raises:
        VideoGenError: ``broken-off``.
    """
    return until(broken_off, blocks(file))
