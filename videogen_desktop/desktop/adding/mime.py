"""From a drop or the clipboard to what was brought."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from videogen_desktop.desktop.adding.brought import LONGEST_PAGE, Brought
from videogen_desktop.desktop.adding.links import reason_against
from videogen_desktop.desktop.title_text import shown
from videogen_desktop.jobs.model import NotRecognised
from videogen_desktop.papers.identifiers import MAX_LIST_BYTES

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData, QUrl

_SHOWN = 80


def has_something(mime: QMimeData) -> bool:
    """Whether there may be papers in it; cheap enough to ask while something is dragged about."""
    return mime.hasUrls() or mime.hasText() or mime.hasHtml()


def brought_by(mime: QMimeData) -> Brought:
    """Take over what may name papers; nothing is read, opened or requested yet."""
    urls = mime.urls() if mime.hasUrls() else []
    html = mime.html() if mime.hasHtml() else ""
    html = html if len(html) <= LONGEST_PAGE else ""
    if not urls:
        return text_brought(mime.text() if mime.hasText() else "", html)
    remote = [url for url in urls if not url.isLocalFile()]
    against = [(url, reason_against(_address(url))) for url in remote]
    return Brought(
        text="\n".join(_address(url) for url, reason in against if not reason),
        html="" if any(reason for _, reason in against) else html,
        paths=tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile()),
        refused=tuple(
            NotRecognised(0, shown(_address(url))[:_SHOWN], reason) for url, reason in against if reason
        ),
    )


def text_brought(text: str, html: str = "") -> Brought:
    """Text as it was typed or pasted, unless it is too much to be a list."""
    if len(text) <= MAX_LIST_BYTES:
        return Brought(text=text, html=html)
    reason = QCoreApplication.translate(
        "Adder", "The text is larger than {most} MB. Split it, or copy the PMIDs alone."
    ).format(most=MAX_LIST_BYTES // 2**20)
    return Brought(refused=(NotRecognised(0, shown(text[:_SHOWN]), reason),))


def _address(url: QUrl) -> str:
    return url.toString().strip()
