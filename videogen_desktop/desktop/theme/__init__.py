"""How the window looks: colours by role in light and dark, the icons, and the sheet that styles widgets."""

from videogen_desktop.desktop.theme.icons import icon
from videogen_desktop.desktop.theme.roles import CHIPS, DARK, LIGHT, Chip, Roles
from videogen_desktop.desktop.theme.theme import Appearance, Theme

__all__ = ["CHIPS", "DARK", "LIGHT", "Appearance", "Chip", "Roles", "Theme", "icon"]
