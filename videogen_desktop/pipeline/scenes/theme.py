"""The colours of a film by the role they play, as ``resources/theme/themes.toml`` gives them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from videogen_desktop.errors import VideoGenError
from videogen_desktop.shipped import shipped
from videogen_desktop.typed_json import read_plain

if TYPE_CHECKING:
    from videogen_desktop.pipeline.script.model import SceneKind


@dataclass(frozen=True)
class Accents:
    """The colour that marks each kind of scene."""

    title: str
    text: str
    figure: str
    source: str

    def of(self, kind: SceneKind) -> str:
        """Return the accent of a kind of scene."""
        return {"title": self.title, "text": self.text, "figure": self.figure, "source": self.source}[kind]


@dataclass(frozen=True)
class Pair:
    """A ground and the text on it."""

    ground: str
    text: str


@dataclass(frozen=True)
class Theme:
    """Colours as ``#RRGGBB``."""

    ground: str
    ink: str
    """Headings, and the sentence that is being spoken."""
    calm: str
    """Sentences spoken before, authors, credits."""
    quiet: str
    """The footer."""
    hairline: str
    """Rules and scenes still to come; carries no text."""
    past: str
    """Scenes already seen; carries no text."""
    mat_edge: str
    accent: Accents
    ribbon: Pair
    warning: Pair
    caption: Pair


def load_themes() -> dict[str, Theme]:
    """Read every theme that is shipped, by name."""
    return read_plain(msgspec.toml.decode(shipped("theme/themes.toml").read_bytes()), dict[str, Theme])


def load_theme(name: str) -> Theme:
    """Read the theme called ``name``.

    Raises:
        VideoGenError: ``unknown-theme``.
    """
    themes = load_themes()
    if name not in themes:
        raise VideoGenError(
            "unknown-theme",
            f"There is no theme called {name}.",
            f"Choose one of these: {', '.join(sorted(themes))}.",
        )
    return themes[name]
