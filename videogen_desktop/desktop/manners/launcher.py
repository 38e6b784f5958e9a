"""How far the work is, shown at the program's sign in the docks and task bars of Linux.

KDE's task bar, Ubuntu's dock and others follow this signal
(https://wiki.ubuntu.com/Unity/LauncherAPI#Low_level_DBus_API:_com.canonical.Unity.LauncherEntry).
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

INTERFACE: Final = "com.canonical.Unity.LauncherEntry"
_PATH: Final = "/com/canonical/unity/launcherentry/videogen"
_PROGRAM: Final = "application://videogen-desktop.desktop"


class LauncherProgress:
    """Tells whoever shows the sign, if anybody does.

    Args:
        bus: Where it is told; None for that of the person's session, on Linux.
    """

    def __init__(self, bus: QDBusConnection | None = None) -> None:
        self._bus = bus
        self._shown: int | None = None

    def show(self, percent: int | None) -> None:
        """Show how much is done, from 0 to 100; None for nothing that is under way."""
        if percent == self._shown or not (self._bus or sys.platform == "linux"):
            return
        self._shown = percent
        self._tell({"progress": (percent or 0) / 100, "progress-visible": percent is not None})

    def _tell(self, shown: dict[str, object]) -> None:
        from PySide6.QtDBus import QDBusConnection, QDBusMessage  # not before something is under way

        bus = self._bus or QDBusConnection.sessionBus()
        if bus.isConnected():
            message = QDBusMessage.createSignal(_PATH, INTERFACE, "Update")
            message.setArguments([_PROGRAM, shown])
            bus.send(message)
