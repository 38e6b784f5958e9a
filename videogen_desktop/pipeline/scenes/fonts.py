"""The shipped fonts, and which of them draws a character; never a font of the system."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QRawFont

from videogen_desktop.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

Face = Literal["text", "strong", "bold", "display"]
"""``text``, ``strong`` and ``bold`` are weights of the sans serif; ``display`` is the serif of titles."""

_FILES: dict[tuple[Face, bool], str] = {
    ("text", False): "inter/Inter-Regular.otf",
    ("text", True): "inter/Inter-Italic.otf",
    ("strong", False): "inter/Inter-SemiBold.otf",
    ("strong", True): "inter/Inter-SemiBoldItalic.otf",
    ("bold", False): "inter/Inter-Bold.otf",
    ("bold", True): "inter/Inter-SemiBoldItalic.otf",
    ("display", False): "source-serif-4/SourceSerif4-SemiBold.ttf",
    ("display", True): "source-serif-4/SourceSerif4-SemiBoldItalic.ttf",
}
_WEIGHTS: dict[Face, QFont.Weight] = {
    "text": QFont.Weight.Normal,
    "strong": QFont.Weight.DemiBold,
    "bold": QFont.Weight.Bold,
    "display": QFont.Weight.DemiBold,
}
_FALLBACKS = (
    "noto/NotoSansMath-Regular.ttf",
    "noto/NotoSansSymbols-Regular.ttf",
    "noto/NotoSansSymbols2-Regular.ttf",
    "noto/NotoSansArabic-Regular.ttf",
    "noto/NotoSansHebrew-Regular.ttf",
)
_JOINERS = frozenset("\u200c\u200d\u2060\ufe0e\ufe0f")
_NON_BREAKING_HYPHEN = "\u2011"


@dataclass(frozen=True)
class Typeface:
    """One font file: the name Qt knows it by, and what it can draw."""

    family: str
    weight: QFont.Weight
    italic: bool
    raw: QRawFont

    def draws(self, character: str) -> bool:
        """Whether the file has a glyph for ``character``, or the shaper makes one up from another."""
        if character in _JOINERS or character.isspace():
            return True
        if character == _NON_BREAKING_HYPHEN:  # HarfBuzz draws the hyphen in its place
            character = "\u2010"
        return self.raw.supportsCharacter(ord(character))

    def font(self, pixels: int) -> QFont:
        """Return the font at a size, set so that its letters are the same on every system."""
        font = QFont(self.family)
        font.setPixelSize(pixels)
        font.setWeight(self.weight)
        font.setItalic(self.italic)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setStyleStrategy(
            QFont.StyleStrategy.PreferAntialias
            | QFont.StyleStrategy.NoSubpixelAntialias
            | QFont.StyleStrategy.NoFontMerging
        )
        return font


@dataclass(frozen=True)
class Fonts:
    """The typefaces of a film. It keeps the application alive that Qt needs to draw text."""

    faces: dict[tuple[Face, bool], Typeface]
    fallbacks: tuple[Typeface, ...]
    application: QCoreApplication
    _chosen: dict[tuple[Face, bool, str], Typeface] = field(default_factory=dict, repr=False)

    def runs(self, text: str, face: Face, italic: bool) -> Iterator[tuple[str, Typeface]]:
        """Cut ``text`` into stretches of one typeface each.

        A character that no typeface has is given to the first fallback, whose missing glyph is a plain box.
        """
        stretch, current = "", self.faces[face, italic]
        for cluster in _clusters(text):
            chosen = self._typeface(cluster, face, italic)
            if stretch and chosen is not current:
                yield stretch, current
                stretch = ""
            stretch, current = stretch + cluster, chosen
        if stretch:
            yield stretch, current

    def _typeface(self, cluster: str, face: Face, italic: bool) -> Typeface:
        key = (face, italic, cluster)
        if key not in self._chosen:
            self._chosen[key] = self._choose(cluster, face, italic)
        return self._chosen[key]

    def _choose(self, cluster: str, face: Face, italic: bool) -> Typeface:
        first = self.faces[face, italic]
        sans: Face = "strong" if face == "display" else face
        candidates = (first, self.faces[sans, italic], *self.fallbacks)
        for wanted in (cluster, cluster[0]):
            for typeface in candidates:
                if all(typeface.draws(character) for character in wanted):
                    return typeface
        return self.fallbacks[0]


def start_drawing() -> Fonts:
    """Make it possible to draw text in this process, and load the shipped fonts.

    An offscreen application is made when there is none. Call it on the main thread and keep what it
    returns for as long as anything is drawn.

    Raises:
        FileNotFoundError: when the installation lacks the fonts.
        RuntimeError: when the process runs a Qt application that cannot draw.
    """
    application = QCoreApplication.instance() or QGuiApplication(["videogen", "-platform", "offscreen"])
    if not isinstance(application, QGuiApplication):
        raise RuntimeError("a QCoreApplication without a GUI cannot draw text")
    faces = {(face, italic): _load(name, _WEIGHTS[face], italic) for (face, italic), name in _FILES.items()}
    fallbacks = tuple(_load(name, QFont.Weight.Normal, italic=False) for name in _FALLBACKS)
    return Fonts(faces, fallbacks, application)


def _load(name: str, weight: QFont.Weight, italic: bool) -> Typeface:
    path = str(shipped(f"fonts/{name}"))
    families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(path))
    if not families:
        raise FileNotFoundError(path)
    return Typeface(families[0], weight, italic, QRawFont(path, 16.0))


def _clusters(text: str) -> Iterator[str]:
    cluster = ""
    for character in text:
        if cluster and not _joins(character):
            yield cluster
            cluster = ""
        cluster += character
    if cluster:
        yield cluster


def _joins(character: str) -> bool:
    return character in _JOINERS or unicodedata.category(character) in {"Mn", "Me", "Mc"}
