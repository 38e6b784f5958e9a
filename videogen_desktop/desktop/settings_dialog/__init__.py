"""The settings as a person sees them: films, the queue, keys, and how the window looks."""

from videogen_desktop.desktop.settings_dialog.dialog import SettingsDialog
from videogen_desktop.desktop.settings_dialog.secrets import NCBI_KEY, Secrets

__all__ = ["NCBI_KEY", "Secrets", "SettingsDialog"]
