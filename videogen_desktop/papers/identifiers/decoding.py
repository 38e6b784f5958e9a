"""From the bytes of a list to its text: which encoding they are in, and whether they are text at all."""

from __future__ import annotations

import codecs

from videogen_desktop.errors import VideoGenError

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"PK\x03\x04", "an Excel workbook or another zipped document"),
    (b"\xd0\xcf\x11\xe0", "an old Excel or Word document"),
    (b"%PDF-", "a PDF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "a formatted (RTF) document"),
    (b"SQLite format 3\x00", "a database"),
)
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\v\f\r") + b"\x7f"
_FEW_CONTROLS = 8
_CONTROL_SHARE = 0.02


def decoded(data: bytes, name: str = "") -> str:
    """Return the text of ``data``: UTF-8, UTF-16 with or without its mark, else Windows-1252 or Latin-1.

    Args:
        data: The whole file.
        name: The file's name, for the message.

    Raises:
        VideoGenError: ``bad-list`` when the bytes are not text.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decoded_whole(data[len(mark) :], encoding)
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise _not_text(name, f"It is {what}.")
    unmarked = _utf16_without_mark(data)
    if unmarked:
        return _decoded_whole(data, unmarked)
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls >= _FEW_CONTROLS and controls >= _CONTROL_SHARE * len(data):
        raise _not_text(name, "It holds bytes that no text has.")
    return _eight_bit(data)


def _utf16_without_mark(data: bytes) -> str | None:
    """Identifiers are ASCII, so that every second byte of most of a UTF-16 list is zero."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    enough = max(1, len(data) // 6)  # a lone zero is damage, not an encoding
    if odd > enough and even * 10 < odd:
        return "utf-16-le"
    if even > enough and odd * 10 < even:
        return "utf-16-be"
    return None


def _decoded_whole(data: bytes, encoding: str) -> str:
    """Decode, leaving off the half of a character at which a file was cut."""
    unit = {"utf-8": 1, "utf-16": 2, "utf-32": 4}[encoding[:6].rstrip("-")]
    return data[: len(data) // unit * unit].decode(encoding, "replace")


def _eight_bit(data: bytes) -> str:
    for encoding in ("utf-8", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _not_text(name: str, what: str) -> VideoGenError:
    return VideoGenError(
        "bad-list",
        f"{f'“{name}”' if name else 'This file'} is not a text file. {what}",
        "Save the list as .csv or .txt (in Excel: Save As, CSV UTF-8) or export it from PubMed; open that.",
    )
