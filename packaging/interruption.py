"""Requests to end that reach this process alone, turned into the interruption that Ctrl+C is."""

from __future__ import annotations

import signal

_NAMES = ("SIGTERM", "SIGHUP")


class Terminated(KeyboardInterrupt):
    """A request to end that, unlike Ctrl+C at a terminal, the children of this process have not got."""


def raise_on_termination() -> None:
    """From now on SIGTERM and SIGHUP raise ``Terminated``, unless ``nohup`` or the like has them ignored."""
    for name in _NAMES:
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _stop)


def _stop(_number: int, _frame: object) -> None:
    raise Terminated
