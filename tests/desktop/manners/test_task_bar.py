"""Progress at the window's button in the task bar of Windows, whose table of functions stands in for it."""

from __future__ import annotations

import ctypes
import runpy
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from videogen_desktop.desktop.manners import task_bar
from videogen_desktop.desktop.manners.task_bar import TaskBar, TaskBarProgress

if TYPE_CHECKING:
    from collections.abc import Callable

    Guid = ctypes.Array[ctypes.c_char]

BUTTON = 0x1_0000_0042  # a handle wider than 32 bits is passed on whole
FAILED = -2147467259  # E_FAIL


class Interface:
    """``ITaskbarList3`` as C sees it: a pointer to a table of functions, in the order of ``shobjidl.h``."""

    METHODS = (
        ("QueryInterface", (ctypes.c_void_p, ctypes.c_void_p)),
        ("AddRef", ()),
        ("Release", ()),
        ("HrInit", ()),
        ("AddTab", (ctypes.c_void_p,)),
        ("DeleteTab", (ctypes.c_void_p,)),
        ("ActivateTab", (ctypes.c_void_p,)),
        ("SetActiveAlt", (ctypes.c_void_p,)),
        ("MarkFullscreenWindow", (ctypes.c_void_p, ctypes.c_int)),
        ("SetProgressValue", (ctypes.c_void_p, ctypes.c_uint64, ctypes.c_uint64)),
        ("SetProgressState", (ctypes.c_void_p, ctypes.c_int)),
    )

    def __init__(self, refuses: str = "") -> None:
        self.heard: list[tuple[str | int, ...]] = []
        self._functions = [
            ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_void_p, *kinds)(self._method(name, name == refuses))
            for name, kinds in self.METHODS
        ]
        places = [ctypes.cast(each, ctypes.c_void_p) for each in self._functions]
        self._table = (ctypes.c_void_p * len(places))(*places)
        self._this = ctypes.pointer(ctypes.cast(self._table, ctypes.c_void_p))

    @property
    def address(self) -> int:
        return ctypes.cast(self._this, ctypes.c_void_p).value or 0

    def bar(self) -> TaskBar:
        return TaskBar(self.address, ctypes.CFUNCTYPE)

    def _method(self, name: str, refused: bool) -> Callable[..., int]:
        def called(this: int, *arguments: int) -> int:
            assert this == self.address
            self.heard.append((name, *arguments))
            return FAILED if refused else 0

        return called


def test_the_button_shows_how_far_all_is() -> None:
    interface = Interface()
    progress = TaskBarProgress(lambda: BUTTON, interface.bar)

    progress.show(None)
    assert interface.heard == [], "nothing was ever under way"
    progress.show(37)
    progress.show(None)
    progress.show(None)

    assert interface.heard == [
        ("HrInit",),
        ("SetProgressState", BUTTON, 2),
        ("SetProgressValue", BUTTON, 37, 100),
        ("SetProgressState", BUTTON, 0),
    ]


@pytest.mark.parametrize("refuses", ["HrInit", "SetProgressState", "SetProgressValue"])
def test_a_task_bar_that_refuses_is_not_asked_again(refuses: str) -> None:
    interface = Interface(refuses)
    progress = TaskBarProgress(lambda: BUTTON, interface.bar)

    progress.show(37)
    assert interface.heard[-1][0] == refuses
    heard = len(interface.heard)
    progress.show(38)

    assert len(interface.heard) == heard


def test_the_systems_own_task_bar_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    interface, asked = Interface(), []

    def create(kind: Guid, outer: object, context: int, wanted: Guid, found: ctypes.c_void_p) -> int:
        asked.append((UUID(bytes_le=kind.raw), outer, context, UUID(bytes_le=wanted.raw)))
        ctypes.cast(found, ctypes.POINTER(ctypes.c_void_p))[0] = interface.address
        return 0

    ole32 = SimpleNamespace(CoCreateInstance=create)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "oledll", SimpleNamespace(ole32=ole32), raising=False)
    monkeypatch.setattr(ctypes, "WINFUNCTYPE", ctypes.CFUNCTYPE, raising=False)
    on_windows = runpy.run_path(task_bar.__file__)

    on_windows["TaskBarProgress"](lambda: BUTTON, on_windows["task_bar"]).show(5)

    classes = UUID("56fdf344-fd6d-11d0-958a-006097c9a090"), UUID("ea1afb91-9e28-4b86-90e9-9e9f8a5eefaf")
    assert asked == [(classes[0], None, 1, classes[1])]
    assert interface.heard[-1] == ("SetProgressValue", BUTTON, 5, 100)
