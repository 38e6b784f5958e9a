"""Text from anywhere made safe to draw, and the title's little markup read without trusting it.

Qt's rich text is not used: it can load resources and knows far more tags than a title needs.
"""

from __future__ import annotations

import html
import re
import unicodedata
from typing import TYPE_CHECKING

from videogen_desktop.papers.richtext import RichText, Run

if TYPE_CHECKING:
    from videogen_desktop.papers.richtext import Style

MAX_CHARACTERS = 20_000
"""More than any picture can show; what is beyond it is never laid out."""

_TAG = re.compile(r"(</?(?:i|sub|sup)>)", re.IGNORECASE)
_STYLES: dict[str, Style] = {"i": "i", "sub": "sub", "sup": "sup"}
_FOLDED = re.compile("[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
_BIDI_CONTROLS = "\u202a-\u202e\u2066-\u2069\u206a-\u206f"
_INVISIBLE = "\x00-\x1f\x7f-\x9f\u00ad\u200b\u2060\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
_DROPPED = re.compile(f"[{_BIDI_CONTROLS}{_INVISIBLE}]")
_HYPHENATED = re.compile(r"(?<!\S)(?=\S*\w-\w)\S{3,22}(?!\S)")
_RELATION = re.compile(r"(?<=\S) ([±×=<>≤≥≈~∼]) (?=\S)")
_UNIT = re.compile(
    r"(?<=\d) (?=(?:%|°C|[kMGmµμnpd]?(?:m|g|s|l|L|M|A|V|W|J|Hz|Da|Pa|mol|bp|eV)|min|h|kb|Mb)(?![\w]))"
)
_UNDRAWABLE = re.compile("[\ud800-\udfff\ufffc\ufffe\uffff]")
_STACKED = re.compile(
    "([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f]{3})"
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f]+"
)


def drawable(text: str) -> str:
    """Return ``text`` with nothing in it that can upset a line of text on screen.

    White space is folded; control characters, invisible format characters and the directional controls
    that could show a text backwards (Unicode TR 9, UAX 36) are dropped; lone surrogates and the object
    placeholder become U+FFFD; more than three marks stacked on one letter are cut to three.
    Letters of right-to-left scripts stay, and lay themselves out.
    """
    text = _UNDRAWABLE.sub("\ufffd", text[:MAX_CHARACTERS])
    text = _DROPPED.sub("", _FOLDED.sub(" ", text))
    return _STACKED.sub(r"\1", unicodedata.normalize("NFC", text))


def kept_together(text: str) -> str:
    """Return ``text`` with what should not be torn apart at the end of a line held together.

    That is a value and its unit, both sides of a relation such as ``p < 0.05``, and short hyphenated words.
    """
    text = _UNIT.sub("\u00a0", _RELATION.sub("\u00a0\\1\u00a0", text))
    return _HYPHENATED.sub(lambda word: word[0].replace("-", "-\u2060"), text)


def plain(text: str) -> RichText:
    """Wrap a text without markup, made drawable."""
    clean = kept_together(drawable(text).strip())
    return RichText((Run(clean),) if clean else ())


def read_title(markup: str) -> RichText:
    """Read runs of ``i``, ``sub`` and ``sup``; whatever else looks like a tag is text."""
    runs: list[Run] = []
    open_tags: list[Style] = []
    for part in _TAG.split(markup[: 2 * MAX_CHARACTERS]):
        if _TAG.fullmatch(part):
            _turn(open_tags, part.lower())
        elif text := kept_together(drawable(html.unescape(part))):
            runs.append(Run(text, _innermost(open_tags)))
    return _stripped(runs)


def is_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction reads right to left (UAX 9, rules P2 and P3)."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in {"L", "R", "AL"}:
            return direction != "L"
    return False


def cut(text: RichText, length: int) -> RichText:
    """Return the first ``length`` characters."""
    runs = []
    for run in text.runs:
        if length <= 0:
            break
        runs.append(Run(run.text[:length], run.style))
        length -= len(run.text)
    return RichText(tuple(runs))


def characters(text: RichText) -> str:
    """Return the characters of all runs, one for one."""
    return "".join(run.text for run in text.runs)


def _turn(open_tags: list[Style], tag: str) -> None:
    style = _STYLES[tag.strip("</>")]
    if not tag.startswith("</"):
        open_tags.append(style)
    elif style in open_tags:
        del open_tags[len(open_tags) - 1 - open_tags[::-1].index(style)]


def _innermost(open_tags: list[Style]) -> Style:
    raised = [style for style in open_tags if style != "i"]
    return raised[-1] if raised else ("i" if open_tags else "")


def _stripped(runs: list[Run]) -> RichText:
    if runs:
        runs[0] = Run(runs[0].text.lstrip(), runs[0].style)
        runs[-1] = Run(runs[-1].text.rstrip(), runs[-1].style)
    return RichText(tuple(run for run in runs if run.text))
