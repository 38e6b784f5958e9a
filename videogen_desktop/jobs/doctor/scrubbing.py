"""Take out of a text what is nobody else's business: secrets, addresses, names, papers not published."""

from __future__ import annotations

import base64
import getpass
import json
import platform
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, quote_plus

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

_SECRET_NAME = re.compile(r"key|secret|token|passw|credential|email|auth|cookie", re.IGNORECASE)
_SHORTEST_SECRET = 4
_TITLE_START = 20

_EMAIL = re.compile(r"[^\s@\"'<>,;:(){}\[\]=/]+@[^\s@\"'<>,;:(){}\[\]/]+\.[^\s@\"'<>,;:(){}\[\]/]+")
_ASSIGNED = re.compile(
    r"(?P<name>[\w.-]*(?:api[_-]?key|secret|token|passw(?:or)?d|authorization)[\w.-]*[\"']?\s*[=:]\s*)"
    r"(?:(?P<scheme>bearer|basic)\s+)?(?P<quote>\\?[\"'])?(?P<value>[^\s\"'&,;}\\]+)",
    re.IGNORECASE,
)
_IN_ADDRESS = re.compile(r"(?<=://)[^\s/@\"']+@")
_FOLDER_IN_HAND = re.compile(r"\bfile-[\w.-]*[0-9a-f]{8}\b")
_COMMON_USERS = frozenset({"root", "user", "admin", "administrator", "ubuntu", "runner", "home"})


@dataclass(frozen=True)
class Private:
    """What must not be told.

    Args:
        secrets: Values of keys, passwords, addresses.
        titles: Titles of papers; in a text they may be cut short.
        files: Papers in hand: neither their paths nor their names are told.
        home: The person's home folder, which is told as ``~``.
        names: The person's name on this computer, and the computer's own.
    """

    secrets: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    files: tuple[Path, ...] = ()
    home: Path | None = None
    names: tuple[str, ...] = ()


def secrets_in(environ: Mapping[str, str]) -> Iterator[str]:
    """The values of all variables whose names say that they are secret."""
    return (value for name, value in environ.items() if _SECRET_NAME.search(name))


def names_here() -> tuple[str, ...]:
    """The person's name on this computer, and the computer's own."""
    try:
        user = getpass.getuser()
    except (KeyError, OSError, ImportError):  # a container's user may have no name
        user = ""
    return tuple(name for name in (user, platform.node()) if name)


class Scrubber:
    """Replaces what is private in a text by a word in brackets that says what was there."""

    def __init__(self, private: Private) -> None:
        self._exact = _pattern(form for secret in private.secrets for form in _forms(secret.strip()))
        self._titles = _pattern((title[:_TITLE_START] for title in private.titles), r"[^\n]*")
        self._files = _pattern(form for file in private.files for form in (str(file), file.name))
        self._homes = (
            _pattern(str(private.home).replace("\\", sign) for sign in ("\\", "\\\\", "/"))
            if (private.home and len(private.home.parts) > 1)
            else None
        )
        self._names = _pattern(
            (name for name in private.names if name.lower() not in _COMMON_USERS), r"(?!\w)", r"(?<!\w)"
        )

    def scrubbed(self, text: str) -> str:
        """The text without what is private."""
        for pattern, instead in (
            (self._exact, "[secret]"),
            (self._files, "[paper in hand]"),
            (_FOLDER_IN_HAND, "[paper in hand]"),
            (self._titles, "[title]"),
            (_IN_ADDRESS, "[secret]@"),
            (_EMAIL, "[address]"),
            (_ASSIGNED, _without_value),
            (self._homes, "~"),
            (self._names, "[name]"),
        ):
            if pattern is not None:
                text = pattern.sub(instead, text)
        return text

    def scrubbed_document(self, document: Any) -> Any:  # noqa: ANN401 - whatever JSON can hold
        """A document with every text in it scrubbed; its shape and its numbers stay."""
        if isinstance(document, str):
            return self.scrubbed(document)
        if isinstance(document, dict):
            return {self.scrubbed(str(key)): self.scrubbed_document(value) for key, value in document.items()}
        if isinstance(document, list | tuple):
            return [self.scrubbed_document(value) for value in document]
        return document


def _without_value(match: re.Match[str]) -> str:
    scheme = f"{match['scheme']} " if match["scheme"] else ""
    return f"{match['name']}{scheme}{match['quote'] or ''}[secret]"


def _forms(secret: str) -> Iterator[str]:
    """A secret as it is, and as JSON, an address or a header would have it."""
    if len(secret) < _SHORTEST_SECRET:
        return
    yield secret
    yield json.dumps(secret)[1:-1]
    yield json.dumps(secret, ensure_ascii=False)[1:-1]
    yield repr(secret)[1:-1]
    yield quote(secret, safe="")
    yield quote_plus(secret)
    yield base64.b64encode(secret.encode()).decode().rstrip("=")


def _pattern(texts: Iterable[str], after: str = "", before: str = "") -> re.Pattern[str] | None:
    """A pattern of any of some texts, the longest first; None for none."""
    known = sorted({text for text in texts if len(text) >= _SHORTEST_SECRET}, key=len, reverse=True)
    if not known:
        return None
    return re.compile(f"{before}(?:{'|'.join(map(re.escape, known))}){after}", re.IGNORECASE)
