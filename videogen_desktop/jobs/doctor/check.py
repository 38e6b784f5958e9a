"""What an examination says: one thing, how it is, and what to do."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from videogen_desktop.errors import VideoGenError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Status = Literal["ok", "warning", "failed"]


@dataclass(frozen=True)
class Check:
    """One thing that was examined.

    Args:
        name: What, in kebab case; programs go by it.
        status: ``failed`` when films cannot be made as things are, ``warning`` when something else lacks.
        message: How it is, in a sentence.
        hint: What to do about it; empty when nothing is to be done.
        details: Numbers and names, for whoever mends it.
    """

    name: str
    status: Status
    message: str
    hint: str = ""
    details: Mapping[str, object] = field(default_factory=dict)


def guarded(name: str, examine: Callable[[], Check]) -> Check:
    """Examine one thing; whatever goes wrong in doing so is the finding."""
    try:
        return examine()
    except VideoGenError as error:
        return Check(name, "failed", error.message, error.hint, {"code": error.code})
    except Exception as error:  # a broken library may raise anything, and that is looked for
        return Check(
            name,
            "failed",
            f"It does not work: {type(error).__name__}: {error}",
            "Install the program again; if that does not help, report it with the file that --report writes.",
        )
