"""A process that draws and encodes one scene after the other until its parent has no more, or is gone."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
import time
import traceback
from multiprocessing.connection import wait
from typing import TYPE_CHECKING

from videogen_desktop.errors import VideoGenError
from videogen_desktop.pipeline.film.encoding import encode_clip
from videogen_desktop.pipeline.film.orders import ClipOrder, Failure, FramesDone
from videogen_desktop.pipeline.scenes.fonts import start_drawing

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from videogen_desktop.pipeline.film.model import ClipFacts
    from videogen_desktop.pipeline.scenes.fonts import Fonts

_REPORT_EVERY_S = 0.1


def run_worker(parent: Connection) -> None:
    """Answer each `ClipOrder` with `FramesDone` now and then, and `ClipFacts` or a `Failure` at its end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches the whole group; the parent decides
    threading.Thread(target=_end_with_parent, name="lifeline", daemon=True).start()
    fonts = start_drawing()
    with contextlib.suppress(EOFError, OSError):
        while True:
            order: ClipOrder = parent.recv()
            parent.send(_answer(order, fonts, parent))


def _answer(order: ClipOrder, fonts: Fonts, parent: Connection) -> ClipFacts | Failure:
    try:
        report = _Report(parent)
        animation = order.drawing(fonts)
        return encode_clip(animation, order.sound, order.clip, order.settings, report)
    except VideoGenError as error:
        return Failure(error.code, error.message, error.hint, error.retryable)
    except MemoryError:
        raise  # the end of this process is what the parent takes for it
    except Exception:
        return Failure("", "", "", retryable=False, fault=traceback.format_exc())


class _Report:
    """Tells the parent how many frames are done, a few times a second."""

    def __init__(self, parent: Connection) -> None:
        self._parent = parent
        self._due = 0.0

    def __call__(self, frames: int) -> None:
        now = time.monotonic()
        if now >= self._due:
            self._due = now + _REPORT_EVERY_S
            self._parent.send(FramesDone(frames))


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
