"""How each fault looks on the wire. Large bodies are made while they are sent."""

from __future__ import annotations

import gzip
import socket
import struct
import sys
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Iterator
    from http.server import BaseHTTPRequestHandler

    from tests.ncbi_double.faults import Fault
    from tests.ncbi_double.replies import Reply

_BLOCK = 1 << 16
_PAGE = b"<!DOCTYPE html>\n<html><head><title>Welcome</title></head><body>Please log in.<br></body></html>"
_OVER_LIMIT = b'{"error":"API rate limit exceeded","api-key":"192.0.2.1","count":"4","limit":"3"}'
_GZIP_WITH_NAME = b"\x1f\x8b\x08\x08" + b"\0" * 6


def misbehave(
    fault: Fault, handler: BaseHTTPRequestHandler, reply: Callable[[], Reply], stopped: threading.Event
) -> None:
    """Do to this request what ``fault`` says; ``reply`` makes the answer that it would have got."""
    handler.close_connection = True
    if fault.kind == "reset":
        _reset(handler)
    elif fault.kind == "silent":
        stopped.wait(fault.seconds)
    elif fault.kind == "drip":
        _start(handler, 200, "text/xml", {})
        while not stopped.wait(fault.seconds):
            handler.wfile.write(b" ")
    elif fault.kind == "truncated":
        body = reply().body
        _start(handler, 200, reply().media_type, {"Content-Length": str(len(body))})
        handler.wfile.write(body[: len(body) // 2])
    elif fault.kind == "cut-gzip":
        packed = gzip.compress(reply().body)[:-20]
        _start(handler, 200, "text/xml", {"Content-Encoding": "gzip", "Content-Length": str(len(packed))})
        handler.wfile.write(packed)
    elif fault.kind == "redirect":
        status = fault.status if fault.status >= 300 else 302
        _start(
            handler, status, "text/html", {"Location": fault.location or handler.path, "Content-Length": "0"}
        )
    elif fault.kind in ("huge", "gzip-bomb", "endless-header"):
        _send_large(fault, handler, stopped)
    else:
        _send_small(fault, handler)


def _send_small(fault: Fault, handler: BaseHTTPRequestHandler) -> None:
    bodies = {"html": _PAGE, "over-limit": _OVER_LIMIT, "body": fault.text.encode()}
    body = bodies.get(fault.kind, _PAGE)
    headers = {"Content-Length": str(len(body))}
    if fault.retry_after is not None:
        headers["Retry-After"] = fault.retry_after
    _start(handler, fault.status, "text/html" if body is _PAGE else "text/xml", headers)
    handler.wfile.write(body)


def _send_large(fault: Fault, handler: BaseHTTPRequestHandler, stopped: threading.Event) -> None:
    headers = {"Content-Length": str(fault.size)} if fault.declared else {}
    if fault.kind != "huge":
        headers["Content-Encoding"] = "gzip"
    _start(handler, 200, "text/xml", headers)
    for block in _blocks(fault):
        if stopped.is_set():
            return
        handler.wfile.write(block)


def _blocks(fault: Fault) -> Iterator[bytes]:
    packer = zlib.compressobj(9, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
    if fault.kind == "endless-header":
        yield _GZIP_WITH_NAME
    for _ in range(fault.size // _BLOCK):
        if fault.kind == "gzip-bomb":
            yield packer.compress(bytes(_BLOCK))
        else:
            yield b"x" * _BLOCK
    if fault.kind == "gzip-bomb":
        yield packer.flush()


def _start(handler: BaseHTTPRequestHandler, status: int, media_type: str, headers: dict[str, str]) -> None:
    handler.send_response(status)
    handler.send_header("Content-Type", media_type)
    for name, value in headers.items():
        handler.send_header(name, value)
    handler.send_header("Connection", "close")
    handler.end_headers()


def _reset(handler: BaseHTTPRequestHandler) -> None:
    """Close with nothing sent, in the way that the other side sees as a reset."""
    at_once = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, at_once)
    handler.connection.close()
