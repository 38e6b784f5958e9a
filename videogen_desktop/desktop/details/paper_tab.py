"""The tab with the paper: a banner for what must not be missed, the text, and its citation to copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from videogen_desktop.desktop.details.notice_bar import NoticeBar
from videogen_desktop.desktop.details.paper_view import PaperView
from videogen_desktop.papers.citation import cite

if TYPE_CHECKING:
    from videogen_desktop.desktop.details.reading import Details
    from videogen_desktop.desktop.theme import Theme
    from videogen_desktop.papers.citation import CitationForm
    from videogen_desktop.papers.model import Paper

_MARGIN = 12
_SAID_MS = 2500


class PaperTab(QWidget):
    """Shows the paper of a job as far as it is known.

    Args:
        theme: Its colours and icons.
        parent: Owns it.
    """

    link_wanted = Signal(str)
    """An https address that the person clicked."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._paper: Paper | None = None
        self._shown: Details | None = None
        self.view = PaperView(theme)
        self.view.link_wanted.connect(self.link_wanted)
        self.banner = NoticeBar(theme)
        self.cite = QPushButton(self.tr("Copy citation"))
        self.cite.setMenu(self._forms())
        self.copied = QLabel()
        self.copied.setProperty("role", "good")
        self._fade = QTimer(self)
        self._fade.setSingleShot(True)
        self._fade.setInterval(_SAID_MS)
        self._fade.timeout.connect(self.copied.clear)
        self._framed = QVBoxLayout()
        self._framed.addWidget(self.banner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._framed)
        column.addWidget(self.view, 1)
        column.addWidget(self._bottom())
        theme.changed.connect(self._draw)
        self._draw()

    def show_details(self, details: Details) -> None:
        """Show a paper; nothing moves when it is the one that is shown."""
        before, self._shown = self._shown, details
        self._paper = details.paper
        self._show_banner(details)
        if before is None or not details.same_paper(before):
            self.view.show_paper(details.paper, details.blocks)

    def copy(self, form: CitationForm) -> None:
        """Put the paper's citation on the clipboard."""
        if self._paper is None:
            return
        QGuiApplication.clipboard().setText(cite([self._paper], form).strip())
        self.copied.setText(self.tr("Copied"))
        self._fade.start()

    def _show_banner(self, details: Details) -> None:
        if details.paper.retracted:
            text = self.tr("This paper was retracted. Its findings should not be relied on.")
            self.banner.say(text, icon="triangle-alert", role="bad")
        elif details.abstract_only:
            text = self.tr("Only the abstract is known: the full text was not available.")
            self.banner.say(text, icon="info", role="warning")
        elif details.paper_fault in ("too-large", "damaged"):
            text = self.tr("The paper's file cannot be read. What the list knows of it is shown.")
            self.banner.say(text, self.tr("Make the film again to fetch it anew."), role="warning")
        else:
            self.banner.say("")
        above = _MARGIN if self.banner.text else 0
        self._framed.setContentsMargins(_MARGIN, above, _MARGIN, 0)

    def _forms(self) -> QMenu:
        menu = QMenu(self)
        forms: tuple[tuple[CitationForm, str], ...] = (
            ("text", self.tr("As text")),
            ("bibtex", self.tr("As BibTeX")),
            ("ris", self.tr("As RIS")),
        )
        for form, name in forms:
            action = QAction(name, menu)
            action.setData(form)
            action.triggered.connect(lambda _=False, form=form: self.copy(form))
            menu.addAction(action)
        return menu

    def _bottom(self) -> QFrame:
        bar = QFrame()
        bar.setProperty("role", "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(_MARGIN, 6, _MARGIN, 6)
        row.addWidget(self.cite)
        row.addWidget(self.copied)
        row.addStretch(1)
        return bar

    def _draw(self) -> None:
        self.cite.setIcon(self._theme.icon("quote"))
