"""The colours of the window, named by what they are for.

Text stands at 4.5 to 1 or more against each ground that it is written on, and what tells a control's state at
3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from videogen_desktop.jobs.states import State


@dataclass(frozen=True)
class Chip:
    """The colours in which a state is told."""

    ground: str
    text: str


@dataclass(frozen=True)
class Roles:
    """One appearance. Each is a colour as ``#rrggbb``.

    Attributes:
        window: Behind everything.
        surface: Lists, fields and panes, on the window.
        raised: What lies above a surface: menus, the bar of tools.
        text: What is read.
        subtle: What is read second.
        faint: Icons, and hints in fields that nothing is typed into yet.
        line: Between two surfaces.
        field: The edge of what can be typed into.
        accent: What is chosen, goes on, or is to be pressed first.
        on_accent: Text on it.
        chosen: Behind a row that is chosen.
        hover: Behind what the pointer is over.
        track: The part of a bar that is still to come.
        good: Something went well.
        warning: Something is to be looked at.
        bad: Something went wrong.
        marked: Behind a passage that is pointed out.
        screen: Around a film.
    """

    name: str
    window: str
    surface: str
    raised: str
    text: str
    subtle: str
    faint: str
    line: str
    field: str
    accent: str
    on_accent: str
    chosen: str
    hover: str
    track: str
    good: str
    warning: str
    bad: str
    marked: str
    screen: str
    neutral_chip: Chip
    running_chip: Chip
    good_chip: Chip
    warning_chip: Chip
    bad_chip: Chip

    @property
    def dark(self) -> bool:
        """Whether it is written light on dark."""
        return self.name == "dark"


LIGHT = Roles(
    name="light",
    window="#f3f4f6",
    surface="#ffffff",
    raised="#fafbfc",
    text="#17202b",
    subtle="#556170",
    faint="#6a7684",
    line="#dfe3e8",
    field="#7f8a98",
    accent="#0b6bb5",
    on_accent="#ffffff",
    chosen="#dcebf8",
    hover="#eef2f6",
    track="#d9dfe6",
    good="#1a7046",
    warning="#8a5300",
    bad="#b3261e",
    marked="#fff0b8",
    screen="#0d1117",
    neutral_chip=Chip("#e8ebef", "#46515e"),
    running_chip=Chip("#d7e8f8", "#0a548f"),
    good_chip=Chip("#d9f0e3", "#155c3a"),
    warning_chip=Chip("#fbe9cb", "#744600"),
    bad_chip=Chip("#fbdedb", "#94201a"),
)

DARK = Roles(
    name="dark",
    window="#14181d",
    surface="#1b2027",
    raised="#222830",
    text="#e8ecf1",
    subtle="#a7b2bf",
    faint="#8794a3",
    line="#2f3742",
    field="#6b7887",
    accent="#5cb0f2",
    on_accent="#06243b",
    chosen="#223d55",
    hover="#262d36",
    track="#39434f",
    good="#6bd39b",
    warning="#f0b65c",
    bad="#ff8a80",
    marked="#54471a",
    screen="#090b0e",
    neutral_chip=Chip("#303842", "#c2cbd5"),
    running_chip=Chip("#1d3f5d", "#a6d4fb"),
    good_chip=Chip("#1c4431", "#9ce5bd"),
    warning_chip=Chip("#4d3a16", "#f6cf8c"),
    bad_chip=Chip("#56211e", "#ffb4ad"),
)

CHIPS: Mapping[State, Callable[[Roles], Chip]] = {
    "queued": lambda roles: roles.neutral_chip,
    "running": lambda roles: roles.running_chip,
    "waiting": lambda roles: roles.neutral_chip,
    "paused": lambda roles: roles.neutral_chip,
    "needs-attention": lambda roles: roles.warning_chip,
    "completed": lambda roles: roles.good_chip,
    "failed": lambda roles: roles.bad_chip,
    "cancelled": lambda roles: roles.neutral_chip,
}
"""In which colours a job's state is told."""
