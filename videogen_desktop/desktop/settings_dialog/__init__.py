"""The settings as a person sees them: films, the queue, keys, and how the window looks."""

from videogen_desktop.desktop.secrets import NCBI_KEY, Secrets
from videogen_desktop.desktop.settings_dialog.dialog import SettingsDialog

__all__ = ["NCBI_KEY", "Secrets", "SettingsDialog"]
