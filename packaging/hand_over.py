"""Gives this process's place to another program, with its exit code, its signals and its standard input."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def hand_over(command: Sequence[str], environment: Mapping[str, str]) -> NoReturn:
    """Become ``command``, and end as it ends.

    On POSIX the program takes this very process, so each signal reaches it, once. Windows cannot do that:
    there it is a child on the same console, which itself gets Ctrl+C, and we wait for it.

    Args:
        command: An argument list; no shell sees it. Its first item is the program's path.
        environment: The program's whole environment.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    if sys.platform != "win32":
        os.execve(command[0], list(command), dict(environment))  # noqa: S606  # no shell is what is wanted
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.exit(subprocess.run(command, env=dict(environment), check=False).returncode)
