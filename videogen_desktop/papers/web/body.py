"""Reading a body while it comes, and no more of it than can be meant."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PIECE = 1 << 16
_GZIP_ONLY = 16 + zlib.MAX_WBITS


class BodyTooLargeError(Exception):
    """The body is larger than its cap, as it came or once unpacked."""


class BodyBrokenError(Exception):
    """The body is packed in a way that was not asked for, is damaged, or ends too early."""


def read_body(chunks: Iterable[bytes], encoding: str, cap: int) -> bytes:
    """Read and unpack a body, at most ``cap`` bytes of it as it comes and as much once unpacked.

    Args:
        chunks: The body as it comes.
        encoding: Its Content-Encoding; only gzip is ever asked for.
        cap: Bytes.

    Raises:
        BodyTooLargeError: once either size is above the cap; nothing more is read then.
        BodyBrokenError: for another encoding, and for damaged or cut data.
    """
    packing = encoding.strip().lower()
    capped = _capped(chunks, cap)
    if packing in ("", "identity"):
        return b"".join(capped)
    if packing in ("gzip", "x-gzip"):
        return b"".join(_capped(_unzipped(capped), cap))
    raise BodyBrokenError(packing)


def _capped(chunks: Iterable[bytes], cap: int) -> Iterator[bytes]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > cap:
            raise BodyTooLargeError
        yield chunk


def _unzipped(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Unpack gzip in small pieces, so that a small bomb is met by the cap and not by the memory."""
    unpacker = zlib.decompressobj(_GZIP_ONLY)
    for chunk in chunks:
        data = chunk
        while True:
            try:
                piece = unpacker.decompress(data, _PIECE)
            except zlib.error as error:
                raise BodyBrokenError("gzip") from error
            yield piece
            data = unpacker.unused_data or unpacker.unconsumed_tail
            if unpacker.eof and data:  # a gzip body may be several members in a row (RFC 1952, 2.2)
                unpacker = zlib.decompressobj(_GZIP_ONLY)
            elif not data and len(piece) < _PIECE:
                break
    if not unpacker.eof:
        raise BodyBrokenError("gzip")
