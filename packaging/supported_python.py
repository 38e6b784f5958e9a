"""Refuses a Python that the packages are not built for. This, run.py and test.py must parse on Python 3.6."""

import shutil
import sys

OLDEST = (3, 11)
NEWEST = (3, 14)
FAILED = 3


def refuse_unsupported_python() -> None:
    """End the process with a plain sentence unless this Python is one of ``OLDEST`` to ``NEWEST``."""
    if OLDEST <= sys.version_info[:2] <= NEWEST:
        return
    this = ".".join(str(number) for number in sys.version_info[:3])
    sys.stderr.write(
        f"VideoGen Desktop needs Python {_dotted(OLDEST)} to {_dotted(NEWEST)}; "
        f"this is {this} ({sys.executable}).\n{_advice()}\n"
    )
    sys.exit(FAILED)


def _advice() -> str:
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        name = f"python3.{minor}"
        if shutil.which(name):
            return f"One of these is installed. Start again with:  {name} {sys.argv[0]}"
    return "Install one of these, from python.org or your system, and start again with it."


def _dotted(version: "tuple[int, ...]") -> str:
    return ".".join(str(number) for number in version)
