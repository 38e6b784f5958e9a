"""What the program itself has to say, kept in the data folder for whoever looks for a fault."""

from __future__ import annotations

import contextlib
import logging
import logging.handlers
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import io
    from collections.abc import Iterator

_LOG_BYTES = 1_000_000
_OLD_LOGS = 2


@contextlib.contextmanager
def logging_to(path: Path) -> Iterator[None]:
    """Write log lines, and the trace of a fault, to a file that is made with the first of them.

    A log that cannot be written holds nothing up.
    """
    handler = _Quiet(path, maxBytes=_LOG_BYTES, backupCount=_OLD_LOGS, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logger = logging.getLogger("videogen_desktop")
    before = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(before)
        handler.close()


class _Quiet(logging.handlers.RotatingFileHandler):
    """A log file whose folder is made when it is needed, and which says nothing when it fails."""

    def _open(self) -> io.TextIOWrapper:
        Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True)
        return super()._open()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging names it so
        """Leave it: the terminal belongs to the command."""
