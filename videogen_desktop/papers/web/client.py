"""The front door to the network."""

from __future__ import annotations

from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import TYPE_CHECKING, TypeVar

import httpx2

from videogen_desktop.errors import VideoGenError
from videogen_desktop.papers.web import faults
from videogen_desktop.papers.web.exchange import Answer, Exchange, Reply, Timeouts, WebRequest
from videogen_desktop.papers.web.faults import TryAgain
from videogen_desktop.papers.web.retry import RetryRules, retry_after_s
from videogen_desktop.papers.web.timing import Timing

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Self

    from videogen_desktop.papers.web.addresses import AddressRules
    from videogen_desktop.papers.web.cache import AnswerCache
    from videogen_desktop.papers.web.pace import RateLimits

T = TypeVar("T")

MAX_REDIRECTS = 5
_TOO_MANY_REQUESTS = 429
_REQUEST_TIMEOUT = 408
_SERVER_ERRORS = 500


class WebClient:
    """Asks the configured services, and nothing else, for what they have.

    It may be shared between threads. It goes through the proxy that the system is set to use, follows
    redirects itself and no further than the rules allow, and keeps no cookies.

    Args:
        addresses: What may be asked at all.
        rates: How often; the same object for every client of the process.
        cache: Where answers are kept; None to keep none. The client closes it.
        user_agent: The name that it goes by.
        timing: The clock, and the event that stops everything.
        timeouts: When to give up on one request.
        retry: When to ask again.

    Raises:
        VideoGenError: ``bad-setting`` when the system names a proxy that cannot be used.
    """

    def __init__(
        self,
        addresses: AddressRules,
        rates: RateLimits,
        *,
        cache: AnswerCache | None = None,
        user_agent: str = "videogen-desktop",
        timing: Timing | None = None,
        timeouts: Timeouts | None = None,
        retry: RetryRules | None = None,
    ) -> None:
        self._addresses = addresses
        self._rates = rates
        self._cache = cache
        self._timing = timing or Timing()
        self._retry = retry or RetryRules()
        times = timeouts or Timeouts()
        self._client = _plain_client(user_agent, times)
        self._exchange = Exchange(self._client, times, self._timing.cancel)

    def fetch(self, request: WebRequest, read: Callable[[Answer], T]) -> T:
        """Ask for something, as often as it takes, and return what ``read`` makes of the answer.

        An answer is kept when it was granted and ``read`` makes something of it other than None.

        Args:
            request: What to ask for, from one of the configured services.
            read: Makes something of an answer of status 200 to 499, or raises
                :class:`~videogen_desktop.papers.web.faults.TryAgain` when it is not what was asked for.

        Raises:
            VideoGenError: ``no-network``, ``rate-limited``, ``server-error``, ``bad-answer``, ``too-large``,
                ``cancelled``, or what ``read`` raises.
        """
        self._timing.check()
        kept = self._from_cache(request, read)
        if kept is not None:
            return kept
        failures = 0
        while True:
            try:
                answer = self._ask(request)
                result = read(answer)
            except TryAgain as fault:
                failures += 1
                if self._retry.gives_up(failures, fault.after_s):
                    raise fault.error from fault
                self._timing.wait(self._retry.wait_s(failures, fault.after_s, self._timing.chance()))
                continue
            if self._cache is not None and request.keep_s > 0 and answer.ok and result is not None:
                self._cache.put(request, answer.body)
            return result

    def close(self) -> None:
        """Let go of the connections and of the cache."""
        self._client.close()
        if self._cache is not None:
            self._cache.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _from_cache(self, request: WebRequest, read: Callable[[Answer], T]) -> T | None:
        if self._cache is None or request.keep_s <= 0:
            return None
        body = self._cache.get(request)
        if body is None:
            return None
        try:
            return read(Answer(httpx2.URL(request.url).host, 200, body))
        except TryAgain:
            self._cache.forget(request)
            return None

    def _ask(self, request: WebRequest) -> Answer:
        outgoing = self._outgoing(request)
        if outgoing.url.origin not in self._addresses.services:
            raise faults.bad_answer(outgoing.url.host, "is not one of the configured services")
        reply = self._send(outgoing, request.cap)
        for _ in range(MAX_REDIRECTS):
            if not reply.redirected:
                return self._judged(outgoing.url, reply)
            outgoing = self._onward(outgoing, reply)
            reply = self._send(outgoing, request.cap)
        if not reply.redirected:
            return self._judged(outgoing.url, reply)
        raise faults.bad_answer(outgoing.url.host, "sent us on too many times")

    def _outgoing(self, request: WebRequest) -> httpx2.Request:
        sent = (*request.params, *request.caller)
        if request.post:
            return self._client.build_request("POST", request.url, data=_grouped(sent))
        return self._client.build_request("GET", request.url, params=sent or None)

    def _send(self, outgoing: httpx2.Request, cap: int) -> Reply:
        self._rates.take(outgoing.url.origin, self._timing)
        return self._exchange(outgoing, cap)

    def _onward(self, outgoing: httpx2.Request, reply: Reply) -> httpx2.Request:
        """Return the request that a redirect asks for, once it is found harmless."""
        onward = reply.onward
        host = outgoing.url.host
        if onward is None or not self._addresses.allows(onward.url):
            raise faults.bad_answer(host, "sent us to an address that may not be asked")
        if onward.method != "GET" and onward.url.origin != outgoing.url.origin:
            raise faults.bad_answer(host, "wanted what we sent passed on to another address")
        return onward

    def _judged(self, url: httpx2.URL, reply: Reply) -> Answer:
        after_s = retry_after_s(reply.headers.get("Retry-After"), self._timing.wall_clock())
        if reply.status == _TOO_MANY_REQUESTS:
            if after_s is not None and not self._retry.gives_up(0, after_s):
                self._rates.hold(url.origin, after_s, self._timing)
            raise TryAgain(faults.rate_limited(url.host, after_s), after_s)
        if reply.status >= _SERVER_ERRORS or reply.status == _REQUEST_TIMEOUT:
            raise TryAgain(faults.server_error(url.host, reply.status, after_s), after_s)
        return Answer(url.host, reply.status, reply.body)


def _plain_client(user_agent: str, times: Timeouts) -> httpx2.Client:
    try:
        return httpx2.Client(
            headers={"User-Agent": user_agent, "Accept-Encoding": "gzip"},
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
            timeout=httpx2.Timeout(times.read_s, connect=times.connect_s),
        )
    except (ValueError, ImportError, httpx2.InvalidURL) as error:
        raise VideoGenError(
            "bad-setting",
            "The proxy that this system is set to use cannot be used.",
            "Correct the system's proxy setting (an http or https proxy is needed).",
        ) from error


def _grouped(pairs: tuple[tuple[str, str], ...]) -> dict[str, list[str]]:
    grouped: dict[str, list[str]] = {}
    for name, value in pairs:
        grouped.setdefault(name, []).append(value)
    return grouped
