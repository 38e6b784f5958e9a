"""The lines of a log with their times, a heading for each day, and warnings and errors named as that."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, QLocale
from PySide6.QtGui import QColor, QFont, QFontDatabase, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from videogen_desktop.desktop.details.text_pane import show_ring

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from PySide6.QtGui import QFocusEvent
    from PySide6.QtWidgets import QWidget

    from videogen_desktop.desktop.details.log_words import LogLine
    from videogen_desktop.desktop.theme import Theme

_MOST_LINES: Final = 20_000
_ROLES: Final[Mapping[str, str]] = {"": "text", "warning": "warning", "error": "bad", "day": "subtle"}
_Written = tuple[str, str]
"""A look, of those that have a role, and a line."""


class LogView(QPlainTextEdit):
    """Shows lines, and more of them at its end.

    Args:
        theme: Its colours.
        parent: Owns it.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._day: date | None = None
        self._shown: tuple[LogLine, ...] = ()
        self.setAccessibleName(self.tr("Log"))
        self.setPlaceholderText(self.tr("Nothing was written yet."))
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setMaximumBlockCount(_MOST_LINES)
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.setTabChangesFocus(True)
        self.setStyleSheet(
            "QPlainTextEdit { border: 1px solid transparent; border-radius: 0; padding: 6px; }"
            'QPlainTextEdit[ring="true"] { border-color: palette(highlight); }'
        )
        theme.changed.connect(self._colour_again)

    def forget(self) -> None:
        """Show nothing."""
        self._shown = ()
        self._day = None
        self.clear()

    def show_anew(self, lines: tuple[LogLine, ...]) -> None:
        """Show these lines in place of all others; the same again leave it as it is."""
        if lines != self._shown:
            self.forget()
            self.add(lines)

    def add(self, lines: tuple[LogLine, ...]) -> None:
        """Show more lines; whoever reads the end stays there, and all others where they are."""
        self._shown = (*self._shown, *lines)[-_MOST_LINES:]
        bar = self.verticalScrollBar()
        kept, at_end = bar.value(), bar.value() >= bar.maximum()
        pen = QTextCursor(self.document())
        pen.movePosition(QTextCursor.MoveOperation.End)
        pen.beginEditBlock()
        begins = self.document().isEmpty()
        for look, together in groupby(self._written(lines), key=lambda written: written[0]):
            text = "\n".join(line for _look, line in together)
            pen.insertText(text if begins else f"\n{text}", self._letters(look))
            begins = False
        pen.endEditBlock()
        bar.setValue(bar.maximum() if at_end else kept)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show where the keyboard is."""
        super().focusInEvent(event)
        show_ring(self, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show it no more."""
        super().focusOutEvent(event)
        show_ring(self, event)

    def _written(self, lines: Iterable[LogLine]) -> Iterator[_Written]:
        names = {"warning": self.tr("Warning: {words}"), "error": self.tr("Error: {words}")}
        for line in lines:
            if line.day is not None and line.day != self._day:
                self._day = line.day
                yield "day", _named(line.day)
            words = names[line.weight].format(words=line.words) if line.weight else line.words
            yield line.weight, f"{line.time}  {words}" if line.time else words

    def _letters(self, look: str) -> QTextCharFormat:
        letters = QTextCharFormat()
        letters.setForeground(QColor(getattr(self._theme.roles, _ROLES[look])))
        if look in ("error", "day"):
            letters.setFontWeight(QFont.Weight.DemiBold)
        return letters

    def _colour_again(self) -> None:
        lines = self._shown
        self.forget()
        self.add(lines)


def _named(day: date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)
