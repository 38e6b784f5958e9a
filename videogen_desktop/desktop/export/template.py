"""The template of file names: words, and fields in braces."""

from __future__ import annotations

import string
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from videogen_desktop.desktop.export.fields import FIELDS
from videogen_desktop.errors import VideoGenError

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Template:
    """A template that was read: each piece is its words and the field behind them, None at the end."""

    pieces: tuple[tuple[str, str | None], ...]

    @property
    def fields(self) -> frozenset[str]:
        """The fields that it uses."""
        return frozenset(field for _, field in self.pieces if field)

    def filled(self, values: Mapping[str, str]) -> str:
        """The template with the values in place of its fields."""
        return "".join(words + (values[field] if field else "") for words, field in self.pieces)


def parse_template(text: str) -> Template:
    """Read a template such as ``{year} {first_author} - {title}``; a brace that is meant is written twice.

    Raises:
        VideoGenError: ``bad-template``.
    """
    if not text.strip():
        raise _bad_template("The template of the file name is empty.")
    try:
        parsed = list(string.Formatter().parse(text))
    except ValueError as error:
        raise _bad_template("The template of the file name has a brace without its partner.") from error
    pieces = []
    for words, field, spec, conversion in parsed:
        if spec or conversion:
            raise _bad_template(f"The field {{{field}}} of the file name takes nothing but its name.")
        pieces.append((words, None if field is None else _known(field.strip())))
    return Template(tuple(pieces))


def _known(field: str) -> str:
    if field in FIELDS:
        return field
    if not field:
        raise _bad_template("The template of the file name has braces with nothing in them.")
    near = get_close_matches(field, FIELDS, n=1)
    guess = f" Did you mean {{{near[0]}}}?" if near else ""
    raise _bad_template(f"There is no field {{{field}}} for a file name.{guess}")


def _bad_template(message: str) -> VideoGenError:
    named = ", ".join(f"{{{field}}}" for field in FIELDS)
    return VideoGenError("bad-template", message, f"Use words and these fields: {named}.")
