"""A table in which a typed letter looks for nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QTableView


class CalmTable(QTableView):
    """Qt's table, which would ask every row what it says to find one that begins with what was typed."""

    def keyboardSearch(self, _search: str) -> None:  # noqa: N802 - Qt's
        """Leave it: a long list has a box to search with, and most of its rows have never been read."""
