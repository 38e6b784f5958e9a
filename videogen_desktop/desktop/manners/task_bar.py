"""How far the work is, shown at the window's button in the task bar of Windows.

Qt 6 has nothing for it; the system has ``ITaskbarList3``
(https://learn.microsoft.com/windows/win32/api/shobjidl_core/nn-shobjidl_core-itaskbarlist3).
"""

from __future__ import annotations

import ctypes
import logging
import sys
import uuid
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_log = logging.getLogger(__name__)

_CLASS: Final = uuid.UUID("56fdf344-fd6d-11d0-958a-006097c9a090")  # CLSID_TaskbarList
_INTERFACE: Final = uuid.UUID("ea1afb91-9e28-4b86-90e9-9e9f8a5eefaf")  # IID_ITaskbarList3
_IN_PROCESS: Final = 1  # CLSCTX_INPROC_SERVER
_HR_INIT, _SET_PROGRESS_VALUE, _SET_PROGRESS_STATE = 3, 9, 10  # places in the interface's table
_NONE, _NORMAL = 0, 2  # TBPF_NOPROGRESS, TBPF_NORMAL


class TaskBar:
    """The system's list of buttons in the task bar, reached through its table of functions.

    Args:
        address: Where the ``ITaskbarList3`` is.
        function: Makes the kind of a function from its result's kind and its arguments': ``WINFUNCTYPE``.

    Raises:
        OSError: The list cannot be used.
    """

    def __init__(self, address: int, function: Callable[..., Any]) -> None:
        self._this = ctypes.c_void_p(address)
        self._table = ctypes.cast(self._this, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p)))[0]
        self._function = function
        self._call(_HR_INIT)

    def show(self, window: int, percent: int | None) -> None:
        """Show how much is done at a window's button, from 0 to 100; None for nothing that is under way.

        Args:
            window: The system's handle of the window.
            percent: How much.

        Raises:
            OSError: The system refuses.
        """
        handle = ctypes.c_void_p(window)
        state = _NONE if percent is None else _NORMAL
        self._call(_SET_PROGRESS_STATE, handle, ctypes.c_int(state))
        if percent is not None:
            self._call(_SET_PROGRESS_VALUE, handle, ctypes.c_uint64(percent), ctypes.c_uint64(100))

    def _call(self, place: int, *arguments: ctypes.c_void_p | ctypes.c_int | ctypes.c_uint64) -> None:
        kinds = (type(argument) for argument in arguments)
        method = self._function(ctypes.c_int32, ctypes.c_void_p, *kinds)(self._table[place])
        result = method(self._this, *arguments)
        if result < 0:
            raise OSError(f"The task bar answered {result & 0xFFFFFFFF:#010x}.")


class TaskBarProgress:
    """Shows progress at a window's button.

    Args:
        window: The system's handle of the window, asked for once something is under way.
        find: Finds the task bar; it may raise ``OSError``.
    """

    def __init__(self, window: Callable[[], int], find: Callable[[], TaskBar]) -> None:
        self._window = window
        self._find: Callable[[], TaskBar] | None = find
        self._bar: TaskBar | None = None
        self._shows = False

    def show(self, percent: int | None) -> None:
        """Show how much is done, from 0 to 100; None for nothing that is under way.

        A button that is new, as after the window was hidden, knows nothing of before: it is told each time.
        """
        if self._find is None or (percent is None and not self._shows):
            return
        self._shows = percent is not None
        try:
            self._bar = self._bar or self._find()
            self._bar.show(self._window(), percent)
        except OSError as error:
            _log.info("The task bar shows no progress: %s", error)
            self._find = None


if sys.platform == "win32":

    def task_bar() -> TaskBar:
        """The task bar of Windows, for the thread of the window, where Qt has begun COM.

        Raises:
            OSError: There is none.
        """
        found = ctypes.c_void_p()
        kind, interface = (ctypes.create_string_buffer(each.bytes_le, 16) for each in (_CLASS, _INTERFACE))
        ctypes.oledll.ole32.CoCreateInstance(kind, None, _IN_PROCESS, interface, ctypes.byref(found))
        return TaskBar(found.value or 0, ctypes.WINFUNCTYPE)
