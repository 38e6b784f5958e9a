"""Progress at the program's sign, told on a bus of the test's own."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection

from videogen_desktop.desktop.manners import Badge
from videogen_desktop.desktop.manners.launcher import INTERFACE, LauncherProgress
from videogen_desktop.desktop.manners.overall import Census

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from videogen_desktop.desktop.main_window import MainWindow
    from videogen_desktop.desktop.queue_link import QueueLink

pytestmark = pytest.mark.skipif(not shutil.which("dbus-daemon"), reason="no dbus-daemon is here")


class Dock(QObject):
    """Hears what is told of programs' signs."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[tuple[str, dict[str, Any]]] = []

    @Slot(str, "QVariantMap")
    def update(self, program: str, shown: dict[str, Any]) -> None:
        self.heard.append((program, shown))


@pytest.fixture
def address() -> Iterator[str]:
    """Where a bus of the test's own is reached."""
    command = ("dbus-daemon", "--session", "--nofork", "--print-address")
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as daemon:
        assert daemon.stdout
        yield daemon.stdout.readline().strip()
        daemon.terminate()


def test_docks_are_told_how_far_all_is(
    qtbot: QtBot, address: str, window: MainWindow, link: QueueLink
) -> None:
    dock, theirs = Dock(), QDBusConnection.connectToBus(address, "a dock")
    assert theirs.connect("", "", INTERFACE, "Update", dock, SLOT("update(QString,QVariantMap)"))
    ours = QDBusConnection.connectToBus(address, "the program")
    badge = Badge(window, link, lambda _number: None, LauncherProgress(ours).show)

    badge.count(Census({"running": 1}, (0.37,)))
    badge.count(Census({"running": 1}, (0.37,)))
    badge.close()

    qtbot.waitUntil(lambda: len(dock.heard) >= 2)
    program = "application://videogen-desktop.desktop"
    assert dock.heard == [
        (program, {"progress": 0.37, "progress-visible": True}),
        (program, {"progress": 0.0, "progress-visible": False}),
    ]
    for name in ("a dock", "the program"):
        QDBusConnection.disconnectFromBus(name)
