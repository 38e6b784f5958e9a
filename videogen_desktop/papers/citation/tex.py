"""Text as TeX reads it: specials escaped, everything else left as it is in UTF-8."""

from __future__ import annotations

_SPECIALS = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",  # BibTeX counts an escaped brace as a brace, so it is named instead
        "}": r"\textbraceright{}",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        **{special: f"\\{special}" for special in "$&#%_"},
    }
)
_STYLES = {"": "{}", "i": r"\textit{{{}}}", "sub": r"\textsubscript{{{}}}", "sup": r"\textsuperscript{{{}}}"}


def escaped(text: str) -> str:
    """Return ``text`` with TeX's special characters named or escaped; its braces are always balanced."""
    return text.translate(_SPECIALS)


def styled(text: str, style: str) -> str:
    """Return escaped ``text`` in one of the styles of a title."""
    return _STYLES[style].format(escaped(text))


def protected(tex: str) -> str:
    """Return ``tex`` so that no style of BibTeX changes its capitals.

    What begins with a backslash inside one brace is a "special character" whose letters are changed all the
    same ("Tame the BeaST", section 4), so that it takes two.
    """
    return f"{{{{{tex}}}}}" if tex.startswith("\\") else f"{{{tex}}}"
