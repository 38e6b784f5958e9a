"""Progress at the window's button in the task bar of Windows, whose table of functions stands in for it."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING

import pytest

from videogen_desktop.desktop.manners.task_bar import TaskBar, TaskBarProgress

if TYPE_CHECKING:
    from collections.abc import Callable

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
