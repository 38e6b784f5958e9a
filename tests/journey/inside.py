"""The program itself on its journey; started by ``tests.journey`` with a screen and a stand-in for NCBI."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from tests.journey.file_manager import SIZE
from tests.journey.program import travel
from tests.journey.screen import drag
from tests.journey.traveller import Traveller
from videogen_desktop.desktop.adding.preview_sheet import PreviewSheet
from videogen_desktop.desktop.details import DetailPane
from videogen_desktop.desktop.export import ExportSettings, write_export_settings
from videogen_desktop.desktop.exporting.dialog import ExportDialog
from videogen_desktop.desktop.exporting.exporter import export_settings_file
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.model import JobOptions

if TYPE_CHECKING:
    from typing import TypeVar

    from tests.journey.traveller import Way
    from videogen_desktop.desktop.app import Desktop
    from videogen_desktop.jobs.model import Job

    Kind = TypeVar("Kind", bound=QWidget)


def main() -> None:
    """Take the journey; the exit code is 0 when it came to its end and Qt had nothing to complain of."""
    arguments = _arguments()
    folder = DataFolder.of_user()
    folder.root.mkdir(parents=True)
    arguments.exported.mkdir()
    write_export_settings(export_settings_file(folder), replace(ExportSettings(), folder=arguments.exported))

    def prepare(desktop: Desktop) -> Traveller:
        desktop.preferences = replace(desktop.preferences, options=JobOptions(length="short"))
        return Traveller(desktop, arguments.pictures, tuple(arguments.looks))

    sys.exit(travel(folder, prepare, lambda traveller: _way(traveller, arguments.list)))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("list", type=Path)
    parser.add_argument("pictures", type=Path)
    parser.add_argument("exported", type=Path)
    parser.add_argument("--looks", nargs="+", default=["light", "dark"])
    return parser.parse_args()


def _way(traveller: Traveller, listed: Path) -> Way:
    desktop = traveller.desktop
    window = desktop.window
    yield lambda: desktop.ready and window.empty.isVisible()
    yield from traveller.picture("empty")
    yield from _drop(traveller, listed)
    yield from traveller.picture("preview")
    QTest.keyClick(_one(PreviewSheet, desktop), Qt.Key.Key_Return)
    yield lambda: window.model.rowCount() > 1
    yield lambda: any(job.progress.overall > 0.2 for job in _jobs(desktop))
    yield from traveller.picture("working")
    yield lambda: [job.state for job in _jobs(desktop)] == ["completed"] * 2
    window.table.setFocus()
    window.table.selectRow(0)
    yield traveller.settled()
    yield from traveller.picture("done")
    yield from _watch(traveller)
    yield from _read(traveller)
    yield from _export(traveller)
    window.actions_["settings"].trigger()
    yield lambda: any(dialog.isVisible() for dialog in window.findChildren(QDialog))
    yield from traveller.picture("settings")
    for dialog in window.findChildren(QDialog):
        dialog.close()


def _drop(traveller: Traveller, listed: Path) -> Way:
    """A real drop from another program, by the mouse."""
    command = [sys.executable, "-m", "tests.journey.file_manager", str(listed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as manager:
        try:
            said = _Lines(manager)
            yield lambda: said.lines
            window = traveller.desktop.window
            where = window.mapToGlobal(window.rect().center())
            ratio = window.devicePixelRatioF()
            end = (int(where.x() * ratio), int(where.y() * ratio))
            start = (int(SIZE[0] * ratio) // 2, int(SIZE[1] * ratio) // 2)
            threading.Thread(target=drag, args=(start, end, dict(os.environ)), daemon=True).start()
            yield lambda: len(said.lines) > 1
            if said.lines[1] != "taken":
                raise AssertionError("the window did not take what was dropped")
            yield lambda: _all(PreviewSheet, traveller.desktop)
        finally:
            manager.terminate()
    yield lambda: any(sheet.isVisible() and sheet.papers for sheet in _all(PreviewSheet, traveller.desktop))


def _watch(traveller: Traveller) -> Way:
    """Play a little of the first film with its subtitles."""
    player = traveller.desktop.player
    heard: list[float] = []
    player.position_changed.connect(heard.append)
    yield lambda: player.transport.is_open
    player.seek(3.0)
    player.play()
    yield lambda: heard and heard[-1] > 4.0
    player.pause()
    yield from traveller.picture("playing")


def _read(traveller: Traveller) -> Way:
    """Look at the other tabs beside the film."""
    details = _one(DetailPane, traveller.desktop)
    for tab, name in ((details.paper, "paper"), (details.log, "log")):
        details.tabs.setCurrentWidget(tab)
        yield traveller.settled()
        yield from traveller.picture(name)
    details.tabs.setCurrentWidget(details.script)


def _export(traveller: Traveller) -> Way:
    """Export all films, as the dialog offers it."""
    desktop = traveller.desktop
    desktop.window.actions_["export-all"].trigger()
    yield lambda: any(
        dialog.isVisible() and _button(dialog, "Export").isEnabled() for dialog in _all(ExportDialog, desktop)
    )
    yield from traveller.picture("export")
    QTest.mouseClick(_button(_one(ExportDialog, desktop), "Export"), Qt.MouseButton.LeftButton)
    yield lambda: not desktop.exporter.busy
    yield traveller.settled()
    yield from traveller.picture("exported")


def _jobs(desktop: Desktop) -> list[Job]:
    model = desktop.window.model
    return [job for row in range(model.rowCount()) if (job := model.job_at(row))]


def _all(kind: type[Kind], desktop: Desktop) -> list[Kind]:
    return desktop.window.findChildren(kind)


def _one(kind: type[Kind], desktop: Desktop) -> Kind:
    [found] = [each for each in _all(kind, desktop) if each.isVisible()]
    return found


def _button(dialog: QDialog, text: str) -> QPushButton:
    return next(each for each in dialog.findChildren(QPushButton) if each.text().replace("&", "") == text)


class _Lines(threading.Thread):
    """What a process says, line by line."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        super().__init__(daemon=True)
        self._process = process
        self.lines: list[str] = []
        self.start()

    def run(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            self.lines.append(line.strip())


if __name__ == "__main__":
    main()
