"""A sentence spoken by the pipeline's own voice, in a process of its own that is gone afterwards.

The voice and what it loads take 300 MB and half a second, which the window's process is to be spared.
"""

from __future__ import annotations

import multiprocessing
from pathlib import Path
from typing import TYPE_CHECKING, Final

from videogen_desktop.errors import VideoGenError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess
    from threading import Event

_HEARD_S: Final = 0.02
"""How soon it is heard that nobody wants it any more."""
_GONE_S: Final = 2.0


class NotWantedError(Exception):
    """The sentence is not wanted any more."""


def speak(voice: str | None, sentence: str, wav: Path, unwanted: Event) -> None:
    """Speak a sentence into a WAV file as a film would have it. It blocks for a second or two.

    Args:
        voice: Its name; None for the built-in one.
        sentence: What is said.
        wav: Where to.
        unwanted: Ends it.

    Raises:
        VideoGenError: ``voice-missing``, ``disk-full``, ``not-writable`` or ``voice-failed``.
        NotWantedError: When ``unwanted`` was set.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    arguments = (voice, sentence, str(wav), theirs)
    process = context.Process(target=_speak, args=arguments, name="voice-sample", daemon=True)
    try:
        process.start()
        theirs.close()  # so that the end of the process is the end of what can be read
        problem = _answer(ours, unwanted)
    except OSError as error:
        raise _failed() from error
    finally:
        ours.close()
        _end(process, unwanted)
    if problem is not None:
        raise VideoGenError(*problem)


def _answer(ours: Connection, unwanted: Event) -> tuple[str, str, str] | None:
    while not ours.poll(_HEARD_S):
        if unwanted.is_set():
            raise NotWantedError
    try:
        problem: tuple[str, str, str] | None = ours.recv()
    except EOFError as error:
        raise _failed() from error
    return problem


def _end(process: SpawnProcess, unwanted: Event) -> None:
    if process.pid is None:  # it never began
        return
    if not unwanted.is_set():
        process.join(_GONE_S)
    if process.is_alive():
        process.kill()
    process.join()
    process.close()


def _speak(voice: str | None, sentence: str, wav: str, answers: Connection) -> None:
    """What the process does."""
    from videogen_desktop.pipeline.narration import find_voice, load_voice, narrate_scene

    try:
        narrate_scene((sentence,), load_voice(find_voice(voice)), Path(wav), Path(wav).name, lambda _: None)
    except VideoGenError as error:
        answers.send((error.code, error.message, error.hint))
    else:
        answers.send(None)


def _failed() -> VideoGenError:
    return VideoGenError(
        "voice-failed",
        "The voice could not be heard: the program that speaks ended unexpectedly.",
        "Close other programs if memory is short, and try again.",
        retryable=True,
    )
