"""Fetching from the double, as fast as it answers."""

from __future__ import annotations

import contextlib
import io
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.papers.web_helpers import FAST
from videogen_desktop.errors import VideoGenError
from videogen_desktop.papers.fetching import fetch_paper
from videogen_desktop.papers.ncbi import Ncbi, connect
from videogen_desktop.papers.settings import FetchSettings
from videogen_desktop.papers.web import RateLimits

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.ncbi_double import NcbiDouble
    from videogen_desktop.papers.fetched import FetchedPaper
    from videogen_desktop.papers.web import Timing, WebClient

EMAIL = "someone@example.org"
KEY = "0123456789abcdef0123456789abcdef0123"

ELIFE = "elife-32671"
PMID = "90000001"
PMCID = "PMC90000001"
DOI = "10.7554/eLife.32671"


def settings_for(double: NcbiDouble, **changes: str) -> FetchSettings:
    environment = {"VIDEOGEN_CONTACT_EMAIL": EMAIL, **double.environment, **changes}
    chosen = FetchSettings.from_environment(environment)
    if "VIDEOGEN_CACHE_DIR" in changes:
        return chosen
    return FetchSettings(
        chosen.eutils_url,
        chosen.idconv_url,
        chosen.bucket_url,
        email=chosen.email,
        api_key=chosen.api_key,
        cache_dir=None,
    )


@contextlib.contextmanager
def connected(settings: FetchSettings, timing: Timing | None = None) -> Iterator[WebClient]:
    with connect(settings, rates=RateLimits({}, FAST), timing=timing) as web:
        yield web


@contextlib.contextmanager
def services_of(double: NcbiDouble, timing: Timing | None = None, **changes: str) -> Iterator[Ncbi]:
    settings = settings_for(double, **changes)
    with connected(settings, timing) as web:
        yield Ncbi.over(web, settings)


def fetch(
    double: NcbiDouble, paper_id: str, folder: Path, timing: Timing | None = None, **changes: str
) -> FetchedPaper:
    settings = settings_for(double, **changes)
    connect = partial(connected, settings, timing)
    return fetch_paper(paper_id, folder, connect, settings, lambda _fraction, _message: None)


def failing(double: NcbiDouble, paper_id: str, folder: Path, timing: Timing | None = None) -> VideoGenError:
    with pytest.raises(VideoGenError) as raised:
        fetch(double, paper_id, folder, timing)
    return raised.value


def picture(kind: str = "PNG") -> bytes:
    content = io.BytesIO()
    Image.new("RGB", (40, 30), "white").save(content, kind)
    return content.getvalue()
