"""The theme that is in force: it follows the system or the person's choice, and tells when it changes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QPalette

from videogen_desktop.desktop.theme.icons import icon, tinted
from videogen_desktop.desktop.theme.roles import DARK, LIGHT, Roles
from videogen_desktop.desktop.theme.sheet import SHAPES, sheet

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QApplication

Appearance = Literal["system", "light", "dark"]


class Theme(QObject):
    """The colours of the window, and the icons in them.

    Args:
        application: What is styled.
        appearance: The person's choice.
    """

    changed = Signal()
    """Other colours are in force: whoever paints or has icons takes them anew."""

    def __init__(self, application: QApplication, appearance: Appearance = "system") -> None:
        super().__init__(application)
        self._application = application
        self._appearance: Appearance = appearance
        self._roles: Roles | None = None
        self._shapes = QTemporaryDir()
        application.setStyle("Fusion")  # the one style that takes a palette whole, alike on three systems
        application.styleHints().colorSchemeChanged.connect(self._apply)
        self._apply()

    @property
    def roles(self) -> Roles:
        """The colours that are in force."""
        return self._roles or LIGHT

    def choose(self, appearance: Appearance) -> None:
        """Go by the system's light or dark, or by one of them."""
        self._appearance = appearance
        self._apply()

    def icon(self, name: str, role: str = "text", on_role: str | None = None) -> QIcon:
        """An icon in the colour of a role; taken anew when the theme has ``changed``."""
        colours = self.roles
        return icon(name, getattr(colours, role), getattr(colours, on_role) if on_role else None)

    def _apply(self) -> None:
        roles = self._wanted()
        if roles is self._roles:
            return
        self._roles = roles
        self._application.setPalette(_palette(roles))
        self._application.setStyleSheet(sheet(roles, self._drawn(roles)))
        self.changed.emit()

    def _drawn(self, roles: Roles) -> dict[str, str]:
        """The shapes of the sheet in the colours of a theme, as files: a sheet takes nothing else."""
        files = {}
        for name, (shape, role) in SHAPES.items():
            path = Path(self._shapes.filePath(f"{name}-{roles.name}.svg"))
            if not path.exists():
                path.write_text(tinted(shape, getattr(roles, role)), encoding="utf-8")
            files[name] = path.as_posix()
        return files

    def _wanted(self) -> Roles:
        if self._appearance == "system":
            dark = self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark
            return DARK if dark else LIGHT
        return DARK if self._appearance == "dark" else LIGHT


def _palette(roles: Roles) -> QPalette:
    palette = QPalette()
    group, role = QPalette.ColorGroup, QPalette.ColorRole
    for which, colour in {
        role.Window: roles.window,
        role.WindowText: roles.text,
        role.Base: roles.surface,
        role.AlternateBase: roles.raised,
        role.ToolTipBase: roles.raised,
        role.ToolTipText: roles.text,
        role.PlaceholderText: roles.faint,
        role.Text: roles.text,
        role.Button: roles.raised,
        role.ButtonText: roles.text,
        role.BrightText: roles.bad,
        role.Link: roles.accent,
        role.LinkVisited: roles.accent,
        role.Highlight: roles.accent,
        role.HighlightedText: roles.on_accent,
        role.Light: roles.raised,
        role.Midlight: roles.line,
        role.Mid: roles.line,
        role.Dark: roles.field,
        role.Shadow: roles.field,
        role.Accent: roles.accent,
    }.items():
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(group.Disabled, which, QColor(roles.faint))
    return palette
