"""A program of its own: opens the window, then a dialog for the first time, and prints the longest stall.

``python -m tests.desktop.performance.first_opening NAME`` prints ``stalled:`` and milliseconds. What a
process has shown once it shows faster ever after: only a new one tells how long the first time takes.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QDialog, QListWidget

from tests.desktop.performance.scenes import be_ready, opened
from tests.desktop.performance.stalls import Stalls, live, live_for
from videogen_desktop.jobs.data_folder import DataFolder

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from videogen_desktop.desktop.app import Desktop

_SETTLES_S = 0.3


def _open(name: str) -> Callable[[Desktop], None]:
    def open_it(desktop: Desktop) -> None:
        desktop.window.actions_[name].trigger()
        _shown(desktop)

    return open_it


def _settings(desktop: Desktop) -> None:
    """Open them, and turn to each page."""
    desktop.window.actions_["settings"].trigger()
    dialog = _shown(desktop)
    [pages] = dialog.findChildren(QListWidget)
    for row in range(pages.count()):
        pages.setCurrentRow(row)
        _settle(desktop)


def _settings_at_once(desktop: Desktop) -> None:
    """Open them and turn to the last page before anything else could be made ready."""
    desktop.window.actions_["settings"].trigger()
    live(lambda: _visible(desktop))
    [dialog] = _visible(desktop)
    [pages] = dialog.findChildren(QListWidget)
    pages.setCurrentRow(pages.count() - 1)
    _settle(desktop)


def _preview(desktop: Desktop) -> None:
    """What was dropped on the window, before it is added."""
    desktop._adder.add_text("29412138\n29608147\n10.1371/journal.pone.0000001")
    _shown(desktop)


OPENINGS: Mapping[str, Callable[[Desktop], None]] = {
    "settings": _settings,
    "settings, last page": _settings_at_once,
    "preview": _preview,
    **{name: _open(name) for name in ("add", "export", "options", "report", "shortcuts", "about")},
}


def _shown(desktop: Desktop) -> QDialog:
    live(lambda: _visible(desktop))
    _settle(desktop)
    return _visible(desktop)[0]


def _visible(desktop: Desktop) -> list[QDialog]:
    return [each for each in desktop.window.findChildren(QDialog) if each.isVisible()]


def _settle(desktop: Desktop) -> None:
    """Let what comes after the first sight of it come, too."""
    live(lambda: not desktop.link.background.busy)
    live_for(_SETTLES_S)


def _main(name: str) -> None:
    application = QApplication(sys.argv[:1])
    application.setQuitOnLastWindowClosed(False)
    desktop = opened(application, DataFolder.of_user())
    be_ready(desktop)
    live(lambda: not desktop.link.background.busy)
    desktop.window.table.selectRow(0)
    live(lambda: desktop.window.actions_["export"].isEnabled())
    _settle(desktop)
    stalls = Stalls()
    stalls.begin()
    OPENINGS[name](desktop)
    longest = stalls.end()[-1]
    desktop.end()
    sys.stdout.write(f"stalled: {longest:.1f}\n")
    sys.stdout.flush()
    os._exit(0)  # what is left of Qt need not be taken apart in order


if __name__ == "__main__":
    _main(sys.argv[1])
