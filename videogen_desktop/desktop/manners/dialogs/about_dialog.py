"""What the program is, its version, and whom it owes what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from videogen_desktop.desktop.exporting.validity import embolden
from videogen_desktop.desktop.manners.app_icon import app_icon
from videogen_desktop.desktop.manners.dialogs.labels import words
from videogen_desktop.desktop.manners.dialogs.licences import components_text, own_version
from videogen_desktop.desktop.screen_room import resize_within_screen

if TYPE_CHECKING:
    from videogen_desktop.desktop.theme import Theme

_SIZE: Final = QSize(560, 580)
_MARGIN: Final = 20
_ICON: Final = 64


class AboutDialog(QDialog):
    """Says it in text that can be copied; no link in it is opened by a click.

    Args:
        theme: Gives the program's sign.
        parent: The window it belongs to.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(self.tr("About VideoGen Desktop"))
        self._sign = QLabel(self)
        self._sign.setAccessibleName(self.tr("VideoGen Desktop"))
        self._version = self.tr("Version {version}").format(version=own_version())
        self._components = QPlainTextEdit(components_text(), self)
        self._components.setReadOnly(True)
        self._components.setTabChangesFocus(True)
        self._components.setAccessibleName(self.tr("What it is made with"))
        self._buttons = QDialogButtonBox(self)  # the platform's order
        role = QDialogButtonBox.ButtonRole
        self._copy = self._buttons.addButton(self.tr("&Copy all"), role.ActionRole)
        self._close = self._buttons.addButton(self.tr("Close"), role.RejectRole)
        self._lay_out()
        self._copy.clicked.connect(self._copy_all)
        self._buttons.rejected.connect(self.reject)
        theme.changed.connect(self._recolour)
        self._recolour()

    def _lay_out(self) -> None:
        named = QVBoxLayout()
        named.setSpacing(4)
        named.addWidget(words(self.tr("VideoGen Desktop"), "title"))
        named.addWidget(words(self._version, "subtle"))
        upper = QHBoxLayout()
        upper.setSpacing(16)
        upper.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        upper.addLayout(named, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.setSpacing(14)
        layout.addLayout(upper)
        layout.addWidget(words(self._about()))
        layout.addWidget(words(self._licence()))
        layout.addWidget(words(self.tr("What it is made with"), "heading"))
        layout.addWidget(self._components, 1)
        layout.addWidget(self._buttons)
        self._copy.setAutoDefault(False)
        self._close.setDefault(True)
        embolden(self._close)
        resize_within_screen(self, _SIZE)
        self._close.setFocus()

    def _about(self) -> str:
        return self.tr(
            "Makes narrated, captioned films of papers from PubMed, on this computer. What a film says is "
            "taken from its paper, sentence by sentence."
        )

    def _licence(self) -> str:
        return self.tr(
            "Free software under the GNU General Public License, version 3 or later (GPL-3.0-or-later): you "
            "may use, change and pass it on under its terms. It comes without any warranty. "
            "https://www.gnu.org/licenses/gpl-3.0.html"
        )

    def _copy_all(self) -> None:
        text = f"VideoGen Desktop\n{self._version}\n{self._licence()}\n\n{components_text()}\n"
        QGuiApplication.clipboard().setText(text)
        self._copy.setText(self.tr("Copied"))

    def _recolour(self) -> None:
        self._sign.setPixmap(app_icon(self._theme).pixmap(_ICON, _ICON))
