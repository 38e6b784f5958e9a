"""Making a client that talks to the double."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx2

from videogen_desktop.papers.web import (
    AddressRules,
    Answer,
    AnswerCache,
    Rate,
    RateLimits,
    RetryRules,
    Timeouts,
    Timing,
    WebClient,
    WebRequest,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.ncbi_double import NcbiDouble

FAST = Rate(1e6, burst=1000)
METADATA = "metadata/PMC1.1.json"


def services(double: NcbiDouble) -> frozenset[httpx2.Origin]:
    urls = (double.eutils_url, double.idconv_url, double.bucket_url)
    return frozenset(httpx2.Origin(url) for url in urls)


def client(
    double: NcbiDouble,
    timing: Timing | None = None,
    *,
    cache: Path | None = None,
    resolve: Callable[[str], tuple[str, ...]] = lambda _host: ("93.184.216.34",),
    timeouts: Timeouts | None = None,
    retry: RetryRules | None = None,
    rates: RateLimits | None = None,
    further: tuple[str, ...] = (),
) -> WebClient:
    own = services(double) | {httpx2.Origin(url) for url in further}
    rules = AddressRules(own, (".nih.gov", "pmc-oa-opendata.s3.amazonaws.com"), resolve)
    return WebClient(
        rules,
        rates or RateLimits({}, FAST),
        cache=AnswerCache(cache) if cache else None,
        timing=timing,
        timeouts=timeouts,
        retry=retry,
    )


def metadata(double: NcbiDouble, **changes: object) -> WebRequest:
    return WebRequest(double.bucket_url + METADATA, **changes)


def whole(answer: Answer) -> bytes:
    """A reader that takes any granted answer that is JSON."""
    if answer.ok and not answer.body.startswith(b"{"):
        raise answer.unusable("sent a page")
    return answer.body


def granted(answer: Answer) -> bytes | None:
    return answer.body if answer.ok else None
