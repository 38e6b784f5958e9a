"""What adding would do, as a person is told before it is done."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from videogen_desktop.jobs.material import Places, preview_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from videogen_desktop.jobs.material import Material
    from videogen_desktop.jobs.model import AlreadyHere, JobOptions, NewPaper, NotRecognised
    from videogen_desktop.jobs.store import JobStore


@dataclass(frozen=True)
class Outlook:
    """What adding with certain options would do.

    Attributes:
        options: How the films would be made; what is here already depends on them.
        new: Papers of which there is no such film.
        here: Papers of which there is, with its job.
        repeated: Papers that were named before in what was brought.
        refused: What names no paper, and why.
        places: Which list each line is in.
        firsts: The line where a repeated paper was named first, by the line and text of the repetition.
    """

    options: JobOptions
    new: tuple[NewPaper, ...] = ()
    here: tuple[AlreadyHere, ...] = ()
    repeated: tuple[NewPaper, ...] = ()
    refused: tuple[NotRecognised, ...] = ()
    places: Places = field(default_factory=Places)
    firsts: Mapping[tuple[int, str], int] = field(default_factory=dict)

    def papers(self, *, again: bool) -> tuple[NewPaper, ...]:
        """What is to be added; ``again`` also makes films again that are here already."""
        return (*self.new, *(here.paper for here in self.here)) if again else self.new


def look(store: JobStore, material: Material, options: JobOptions) -> Outlook:
    """Ask the store what adding would do; nothing is changed.

    Raises:
        VideoGenError: as the store says.
    """
    preview = preview_of(store, material, options)
    return Outlook(
        options,
        new=preview.new,
        here=preview.already_here,
        repeated=preview.repeated,
        refused=preview.not_recognised,
        places=material.places,
        firsts={
            (duplicate.entry.line, duplicate.entry.text): duplicate.first_line
            for duplicate in material.recognised.duplicates
        },
    )
