"""One request and its answer, over the wire."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import httpx2

from videogen_desktop.papers.web import faults
from videogen_desktop.papers.web.body import BodyBrokenError, BodyTooLargeError, read_body
from videogen_desktop.papers.web.stoppable import run_stoppable

if TYPE_CHECKING:
    import threading
    from collections.abc import Iterator

_REFUSALS = 400
_LONGEST_REFUSAL = 2**18

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Timeouts:
    """Seconds: to connect, between two pieces of an answer, and for the whole of it."""

    connect_s: float = 10.0
    read_s: float = 30.0
    total_s: float = 180.0


@dataclass(frozen=True)
class WebRequest:
    """What is asked for.

    Args:
        url: The address, without a query when ``params`` has one.
        params: What is asked; with the address it is what the answer is kept under.
        caller: Who asks (a name, an address, a key): sent along, but no part of what is kept or shown.
        post: Send all of it as a form, so that no address holds it.
        cap: The most bytes of a body, as it comes and once unpacked.
        keep_s: How long the answer may be used again; 0 never.
    """

    url: str
    params: Pairs = ()
    caller: Pairs = field(default=(), repr=False)
    post: bool = False
    cap: int = 16 * 2**20
    keep_s: float = 0.0


@dataclass(frozen=True)
class Answer:
    """What came: a status of 200 to 499, and the whole body, unpacked."""

    host: str
    status: int
    body: bytes = field(repr=False)

    @property
    def ok(self) -> bool:
        """Whether the request was granted."""
        return 200 <= self.status < 300

    def unusable(self, what: str) -> faults.TryAgain:
        """The exception for a reader to raise when this is not what was asked for."""
        return faults.TryAgain(faults.bad_answer(self.host, what))


@dataclass(frozen=True)
class Reply:
    """An answer as the wire gave it, before it is judged."""

    status: int
    headers: httpx2.Headers
    body: bytes
    onward: httpx2.Request | None
    """The request that a redirect asks for; None when there is none or its address makes no sense."""
    redirected: bool


class Exchange:
    """Sends one request and reads its answer whole, within caps and times, and stoppable."""

    def __init__(self, client: httpx2.Client, timeouts: Timeouts, cancel: threading.Event) -> None:
        self._client = client
        self._timeouts = timeouts
        self._cancel = cancel

    def __call__(self, request: httpx2.Request, cap: int) -> Reply:
        """Send ``request``.

        Raises:
            TryAgain: when the machine is not reached, does not answer in time or breaks off.
            VideoGenError: ``too-large`` or ``cancelled``.
        """
        host = request.url.host
        try:
            return run_stoppable(
                lambda abandoned: self._perform(request, cap, abandoned), self._cancel, self._timeouts.total_s
            )
        except (TimeoutError, httpx2.TimeoutException) as error:
            raise faults.TryAgain(faults.no_network(host, "did not answer in time")) from error
        except (httpx2.ConnectError, httpx2.ProxyError) as error:
            raise faults.TryAgain(faults.no_network(host, "could not be reached")) from error
        except httpx2.TransportError as error:
            raise faults.TryAgain(faults.no_network(host, "broke off the connection")) from error
        except BodyBrokenError as error:
            raise faults.TryAgain(faults.bad_answer(host, "sent a damaged answer")) from error
        except BodyTooLargeError as error:
            raise faults.too_large(host, cap) from error

    def _perform(self, request: httpx2.Request, cap: int, abandoned: threading.Event) -> Reply:
        response = self._client.send(request, stream=True, follow_redirects=False)
        try:
            redirected = response.has_redirect_location
            body = b"" if redirected else self._read(response, cap, abandoned)
            return Reply(response.status_code, response.headers, body, response.next_request, redirected)
        finally:
            response.close()

    def _read(self, response: httpx2.Response, cap: int, abandoned: threading.Event) -> bytes:
        """Return the body; of a refusal only what is short enough to be a sentence."""
        if response.status_code < _REFUSALS:
            return self._body(response, cap, abandoned)
        try:
            return self._body(response, _LONGEST_REFUSAL, abandoned)
        except (BodyTooLargeError, BodyBrokenError):
            return b""

    def _body(self, response: httpx2.Response, cap: int, abandoned: threading.Event) -> bytes:
        declared = response.headers.get("Content-Length", "")
        if declared.isascii() and declared.isdigit() and int(declared[:20]) > cap:
            raise BodyTooLargeError
        chunks = _until(response.iter_raw(), abandoned, time.monotonic() + self._timeouts.total_s)
        return read_body(chunks, response.headers.get("Content-Encoding", ""), cap)


def _until(chunks: Iterator[bytes], abandoned: threading.Event, deadline: float) -> Iterator[bytes]:
    for chunk in chunks:
        if abandoned.is_set() or time.monotonic() > deadline:
            raise TimeoutError
        yield chunk
