"""What a measurement is held against, row by row, and how the program ends when one was missed."""

from __future__ import annotations

from tests.yardstick import slowness

MET, MISSED = "met", "MISSED"
_NOTABLY = 1.1


class Verdicts:
    """Collects which rows kept their bounds.

    Attributes:
        missed: The labels of those that did not.
    """

    def __init__(self) -> None:
        self._given = 0
        self._slow_before = slowness()
        self.missed: list[str] = []

    def of(self, label: str, *, met: bool) -> str:
        """Note a row's verdict and return the word for its column."""
        self._given += 1
        if not met:
            self.missed.append(label)
        return MET if met else MISSED

    def of_time(self, label: str, taken: float, bound: float, slow: float = 0.0) -> str:
        """Note whether a time keeps its bound, which a machine that is slow just now stretches.

        Args:
            label: Names the row.
            taken: The time, in the unit of ``bound``.
            bound: The most that it may be on a machine at its usual pace.
            slow: How many times slower the machine was; 0 for the slower of now and the row before.

        Returns:
            The word for the row's column, with how slow the machine was if it was.
        """
        if not slow:
            slow_before, self._slow_before = self._slow_before, slowness()
            slow = max(slow_before, self._slow_before)
        word = self.of(label, met=taken < bound * slow)
        return f"{word} (a machine {slow:.1f} times slower than usual)" if slow > _NOTABLY else word

    def close(self) -> int:
        """Say how it went; return the exit code, which is 1 when a bound was missed."""
        if self.missed:
            print(f"\n{len(self.missed)} of {self._given} bounds {MISSED}: {'; '.join(self.missed)}.")
        elif self._given:
            print(f"\nAll {self._given} bounds {MET}.")
        return 1 if self.missed else 0
