"""Where the files that come with the application are: fonts, the lexicon, the sample paper."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """Return the path of a file or folder in ``resources``.

    A wheel and the packaged app carry the folder inside the package; a checkout has it beside the package.

    Raises:
        FileNotFoundError: when the installation lacks it.
    """
    for root in (_PACKAGE / "resources", _PACKAGE.parent / "resources"):
        path = root / name
        if path.exists():
            return path
    raise FileNotFoundError(name)
