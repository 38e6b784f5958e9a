"""The program as it is started for a journey: put together as the app puts itself together."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tests.journey.complaints import Complaints
from videogen_desktop.desktop.app import Desktop
from videogen_desktop.desktop.application import Application
from videogen_desktop.desktop.manners import Faults, LastWords
from videogen_desktop.desktop.queue_link import call_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.journey.traveller import Traveller, Way
    from videogen_desktop.jobs.data_folder import DataFolder


def travel(
    folder: DataFolder, prepare: Callable[[Desktop], Traveller], way: Callable[[Traveller], Way]
) -> int:
    """Open the window over the whole screen, and go a way through it.

    Args:
        folder: The data folder.
        prepare: Makes the traveller, before the window is shown.
        way: The steps.

    Returns:
        The exit code: 0 when the way came to its end and Qt had nothing to complain of.
    """
    complaints = Complaints()
    application = Application(sys.argv[:1])
    application.setApplicationName("videogen-desktop")
    application.setDesktopFileName("videogen-desktop")
    application.setQuitOnLastWindowClosed(False)
    desktop = Desktop(application, folder, call_of([]), Faults(application), LastWords(folder.logs))
    desktop.left.connect(application.end)
    desktop.window.setGeometry(application.primaryScreen().availableGeometry())
    traveller = prepare(desktop)
    desktop.start()
    traveller.travel(way(traveller))
    application.exec()
    for complaint in complaints.heard:
        sys.stderr.write(f"Qt complained, {complaint}\n")
    return 1 if traveller.failed or complaints.heard else 0
