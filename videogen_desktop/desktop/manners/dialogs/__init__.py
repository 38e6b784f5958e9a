"""Dialogs on the program itself: unexpected errors and their reports, the keys, what it is made with.

reporter = Reporter(sources, lambda: link.queue.store if link.is_open else None)
troubles = Troubles(faults, last_words, reporter, theme, window); troubles.begin()
ShortcutsSheet(window.actions_, window).open()
AboutDialog(theme, window).open()
"""

from videogen_desktop.desktop.manners.dialogs.about_dialog import AboutDialog
from videogen_desktop.desktop.manners.dialogs.crash_dialog import CrashDialog
from videogen_desktop.desktop.manners.dialogs.report_dialog import ReportDialog
from videogen_desktop.desktop.manners.dialogs.reporting import Reporter
from videogen_desktop.desktop.manners.dialogs.shortcuts_sheet import ShortcutsSheet
from videogen_desktop.desktop.manners.dialogs.troubles import Troubles

__all__ = ["AboutDialog", "CrashDialog", "ReportDialog", "Reporter", "ShortcutsSheet", "Troubles"]
