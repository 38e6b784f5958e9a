"""What a start found and put right, in the window's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from videogen_desktop.jobs.restart import Recovery


class Found(QObject):
    """Puts what a start found into sentences; a class, since plurals need its context."""

    def words(self, recovery: Recovery) -> str:
        """A sentence for each thing that a person would want to know; empty when there is none."""
        found = recovery.reconciled
        away = [
            self.tr("The folder of films {path} cannot be found; is its disk connected?").format(path=path)
            for path in found.out_of_reach
        ]
        going_on = [each for each in recovery.taken_back if each.state in ("queued", "waiting")]
        counted = (
            (len(going_on), self._broken_off),
            (len(found.missing), self._missing),
            (len(found.back), self._back),
        )
        return " ".join((*away, *(told(count) for count, told in counted if count)))

    def _broken_off(self, count: int) -> str:
        if count == 1:
            return self.tr(
                "One film was broken off when the program ended; it goes on from its last finished step."
            )
        return self.tr(
            "%n films were broken off when the program ended; they go on from their last finished steps.",
            "",
            count,
        )

    def _missing(self, count: int) -> str:
        if count == 1:
            return self.tr("One finished film is not in its place any more.")
        return self.tr("%n finished films are not in their place any more.", "", count)

    def _back(self, count: int) -> str:
        if count == 1:
            return self.tr("One film that was missing is in its place again.")
        return self.tr("%n films that were missing are in their place again.", "", count)
