"""Exporting as a person sees it: what and where to, how far it is, what came of it; and dragging out."""

from videogen_desktop.desktop.exporting.exporter import Exporter, export_settings_file

__all__ = ["Exporter", "export_settings_file"]
