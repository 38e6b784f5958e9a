"""Polite and careful HTTP: one rate a host, retries, caps on bodies, checked redirects, a cache on disk.

The front door is :class:`WebClient`. A caller says what it wants with a :class:`WebRequest` and how to read
what comes with a function from an :class:`Answer`; such a function raises :class:`TryAgain` when the answer
is not what was asked for, so that it is asked again and never kept.
"""

from videogen_desktop.papers.web.addresses import AddressRules
from videogen_desktop.papers.web.cache import AnswerCache
from videogen_desktop.papers.web.client import WebClient
from videogen_desktop.papers.web.exchange import Answer, Timeouts, WebRequest
from videogen_desktop.papers.web.faults import TryAgain
from videogen_desktop.papers.web.pace import Rate, RateLimits
from videogen_desktop.papers.web.retry import RetryRules
from videogen_desktop.papers.web.timing import Timing

__all__ = [
    "AddressRules",
    "Answer",
    "AnswerCache",
    "Rate",
    "RateLimits",
    "RetryRules",
    "Timeouts",
    "Timing",
    "TryAgain",
    "WebClient",
    "WebRequest",
]
