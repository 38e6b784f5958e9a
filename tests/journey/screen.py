"""A screen that nobody looks at (Xvfb), and a mouse on it."""

from __future__ import annotations

import contextlib
import os
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextlib.contextmanager
def screen(width: int, height: int) -> Iterator[dict[str, str]]:
    """Start a screen of so many pixels; yield the environment of programs that are shown on it."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        try:
            with os.fdopen(reading) as told:
                display = told.readline().strip()
            if not display:
                raise RuntimeError("Xvfb has no screen to give")
            without = {k: v for k, v in os.environ.items() if k not in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
            yield {**without, "DISPLAY": f":{display}", "QT_QPA_PLATFORM": "xcb"}
        finally:
            server.terminate()


def drag(start: tuple[int, int], end: tuple[int, int], environment: dict[str, str], steps: int = 12) -> None:
    """Press the mouse at one place of the screen, move it to another in steps, and let go."""
    (x, y), (to_x, to_y) = start, end
    way: list[str] = ["mousemove", str(x), str(y), "mousedown", "1"]
    for step in range(1, steps + 1):
        at = (x + (to_x - x) * step // steps, y + (to_y - y) * step // steps)
        way += ["sleep", "0.05", "mousemove", str(at[0]), str(at[1])]
    for aside in (1, 0, 1, 0):  # time for the window to say that it takes what is dropped
        way += ["sleep", "0.3", "mousemove", str(to_x + aside), str(to_y)]
    way += ["mouseup", "1"]
    subprocess.run(["xdotool", *way], env=environment, check=True, timeout=60)
