"""The double itself: three services on three ports of this machine, with one memory."""

from __future__ import annotations

import contextlib
import socket
import sys
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, unquote, urlsplit

from tests.ncbi_double import bucket, control, eutils, idconv
from tests.ncbi_double.faults import Faults
from tests.ncbi_double.misbehaviour import misbehave

if TYPE_CHECKING:
    from typing import Self

    from tests.ncbi_double.library import Library
    from tests.ncbi_double.replies import Params, Reply

_LOCAL = "127.0.0.1"


@dataclass(frozen=True)
class Seen:
    """One request that came.

    Args:
        at: Seconds, on the clock of ``time.monotonic``.
        method: GET or POST.
        address: ``/path?query`` as it came.
        params: The query and the form together.
    """

    at: float
    method: str
    address: str
    params: Params
    headers: dict[str, str] = field(repr=False)


class NcbiDouble:
    """Answers as NCBI does until it is stopped; use it in a ``with``.

    Args:
        library: The papers that it holds; they may be changed while it runs.
    """

    def __init__(self, library: Library) -> None:
        self.library = library
        self.faults = Faults()
        self.stopped = threading.Event()
        self._seen: list[Seen] = []
        self._lock = threading.Lock()
        self._servers = [_Server(self) for _ in range(3)]

    @property
    def eutils_url(self) -> str:
        return self._servers[0].url + eutils.PATH

    @property
    def idconv_url(self) -> str:
        return self._servers[1].url + idconv.PATH

    @property
    def bucket_url(self) -> str:
        return self._servers[2].url + "/"

    @property
    def environment(self) -> dict[str, str]:
        """The variables that send the application here, past any proxy."""
        return {
            "VIDEOGEN_EUTILS_URL": self.eutils_url,
            "VIDEOGEN_IDCONV_URL": self.idconv_url,
            "VIDEOGEN_PMC_BUCKET_URL": self.bucket_url,
            "NO_PROXY": _LOCAL,
            "no_proxy": _LOCAL,
        }

    def seen(self, part: str = "") -> list[Seen]:
        """Return the requests so far whose address has ``part`` in it."""
        with self._lock:
            return [request for request in self._seen if part in request.address]

    def forget_seen(self) -> None:
        with self._lock:
            self._seen.clear()

    def remember(self, request: Seen) -> None:
        with self._lock:
            self._seen.append(request)

    def answer(self, method: str, path: str, params: Params) -> Reply:
        if path.startswith(eutils.PATH):
            return eutils.answer(self.library, path.removeprefix(eutils.PATH), params, method)
        if path == idconv.PATH:
            return idconv.answer(self.library, params)
        return bucket.answer(self.library, unquote(path.removeprefix("/")), params)

    def start(self) -> Self:
        for server in self._servers:
            server.start()
        return self

    def stop(self) -> None:
        self.stopped.set()
        for server in self._servers:
            server.stop()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()


class _Server(ThreadingHTTPServer):
    """A server whose every thread has ended when it has stopped."""

    daemon_threads = False
    block_on_close = True
    request_queue_size = 64

    def __init__(self, double: NcbiDouble) -> None:
        super().__init__((_LOCAL, 0), _Handler)
        self.double = double
        self._open: set[socket.socket] = set()
        self._thread = threading.Thread(target=self.serve_forever, args=(0.01,), name="ncbi-double")

    @property
    def url(self) -> str:
        return f"http://{_LOCAL}:{self.server_port}"

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self.shutdown()
        self._thread.join()
        for connection in tuple(self._open):
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        self.server_close()

    def process_request(self, request: socket.socket, client_address: object) -> None:  # type: ignore[override]
        self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: socket.socket) -> None:  # type: ignore[override]
        self._open.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a client that goes away, which is part of what is tested; of a mistake here, all."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        self._serve("")

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        self._serve(self.rfile.read(length).decode())

    def _serve(self, form: str) -> None:
        double = self.server.double
        parts = urlsplit(self.path)
        params = dict(parse_qsl(parts.query, keep_blank_values=True))
        if parts.path.startswith(control.PATH):
            self._send(control.answer(double, parts.path.removeprefix(control.PATH), params, form))
            return
        params.update(parse_qsl(form, keep_blank_values=True))
        double.remember(Seen(time.monotonic(), self.command, self.path, params, dict(self.headers.items())))

        def reply() -> Reply:
            return double.answer(self.command, parts.path, params)

        fault = double.faults.take(self.path)
        if fault is not None:
            misbehave(fault, self, reply, double.stopped)
        else:
            self._send(reply())

    def _send(self, reply: Reply) -> None:
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.media_type)
        self.send_header("Content-Length", str(len(reply.body)))
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(reply.body)

    def log_message(self, *_: object) -> None:
        """Keep the tests' output clean; what came is in ``NcbiDouble.seen``."""
