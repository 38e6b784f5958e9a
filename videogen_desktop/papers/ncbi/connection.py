"""The client that keeps NCBI's rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx2

from videogen_desktop import __version__
from videogen_desktop.papers.web import AddressRules, AnswerCache, Rate, RateLimits, Timing, WebClient

if TYPE_CHECKING:
    import threading

    from videogen_desktop.papers.settings import FetchSettings

TRUSTED_HOSTS = (
    ".nih.gov",
    "pmc-oa-opendata.s3.amazonaws.com",
    "pmc-oa-opendata.s3.us-east-1.amazonaws.com",
)
"""Where NCBI's services may redirect to: the hosts of the NIH, and those of the bucket itself."""

_EUTILS = Rate(2.8)
_EUTILS_WITH_KEY = Rate(9.5)
"""A little under the 3 and 10 a second that NCBI allows (NBK25497), since requests bunch up on the way."""
_IDCONV = Rate(2.8)
_BUCKET = Rate(20, burst=10)


def connect(
    settings: FetchSettings,
    cancel: threading.Event | None = None,
    *,
    rates: RateLimits | None = None,
    timing: Timing | None = None,
) -> WebClient:
    """Make the client for the services that ``settings`` names; close it when done, or use it in a ``with``.

    Args:
        settings: The services, and in whose name they are asked.
        cancel: Ends every wait and every request within a second once it is set.
        rates: What ``rate_limits`` gave, where a process makes more than one client.
        timing: Another clock; it brings its own event and ``cancel`` is then not used.

    Raises:
        VideoGenError: ``bad-setting`` when the system names a proxy that cannot be used.
    """
    return WebClient(
        AddressRules(frozenset(_origins(settings)), TRUSTED_HOSTS),
        rates or rate_limits(settings),
        cache=AnswerCache(settings.cache_dir) if settings.cache_dir is not None else None,
        user_agent=f"{settings.tool}/{__version__}",
        timing=timing or (Timing(cancel=cancel) if cancel is not None else Timing()),
    )


def rate_limits(settings: FetchSettings) -> RateLimits:
    """Make the limits for a process; where services share a host, the strictest holds."""
    eutils, idconv, bucket = _origins(settings)
    strictest = {bucket: _BUCKET}
    strictest[eutils] = _EUTILS_WITH_KEY if settings.api_key else _EUTILS
    strictest[idconv] = _IDCONV
    return RateLimits(strictest, default=_IDCONV)


def _origins(settings: FetchSettings) -> tuple[httpx2.Origin, httpx2.Origin, httpx2.Origin]:
    return (
        httpx2.Origin(settings.eutils_url),
        httpx2.Origin(settings.idconv_url),
        httpx2.Origin(settings.bucket_url),
    )
