"""Redirects: followed by hand, a few at most, and only to where they may go."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import httpx2
import pytest

from tests.ncbi_double import Fault, NcbiDouble
from tests.papers.web_helpers import METADATA, client, metadata, whole
from videogen_desktop.errors import VideoGenError
from videogen_desktop.papers.web import AddressRules, Rate, RateLimits, WebRequest

if TYPE_CHECKING:
    from tests.papers.conftest import FakeTime

MOVED = "metadata/moved.json"


def moved(double: NcbiDouble, **changes: object) -> WebRequest:
    return WebRequest(double.bucket_url + MOVED, **changes)


@pytest.mark.parametrize("location", ["/metadata/PMC1.1.json", "PMC1.1.json", "{bucket}metadata/PMC1.1.json"])
def test_follows_a_redirect_within_the_services(double: NcbiDouble, location: str) -> None:
    target = location.format(bucket=double.bucket_url)
    double.faults.add(Fault(MOVED, "redirect", location=target))
    with client(double) as web:
        assert web.fetch(moved(double), whole).startswith(b"{")


@pytest.mark.parametrize(
    "location",
    [
        "{elsewhere}metadata/PMC1.1.json",
        "//127.0.0.1:{port}/metadata/PMC1.1.json",
        "http://localhost:{port}/",
        "http://127.1:{port}/",
        "http://2130706433:{port}/",
        "http://0x7f000001:{port}/",
        "http://[::1]:{port}/",
        "http://[::ffff:127.0.0.1]:{port}/",
        "https://127.0.0.1:{port}/",
        "http://eutils.ncbi.nlm.nih.gov@127.0.0.1:{port}/",
        "http://eutils.ncbi.nlm.nih.gov:{port}/",
        "https://eutils.ncbi.nlm.nih.gov:8443/",
        "https://nih.gov.example.org/",
        "https://evilnih.gov/",
        "http://169.254.169.254/latest/meta-data/",
        "http://10.0.0.1/",
        "file:///etc/passwd",
        "ftp://ftp.ncbi.nlm.nih.gov/",
        "gopher://127.0.0.1:{port}/_x",
        "javascript:alert(1)",
        "http://",
        "http://[",
        "http://a\u0000b/",
    ],
)
def test_goes_nowhere_else(double: NcbiDouble, location: str) -> None:
    with NcbiDouble(double.library) as elsewhere, client(double) as web:
        target = location.format(elsewhere=elsewhere.bucket_url, port=urlsplit(elsewhere.bucket_url).port)
        double.faults.add(Fault(MOVED, "redirect", location=target.replace("\0", "%00")))
        with pytest.raises(VideoGenError) as raised:
            web.fetch(moved(double), whole)
        assert elsewhere.seen() == []
    assert raised.value.code == "bad-answer"
    assert len(double.seen()) == 1


def test_stops_going_around_in_circles(double: NcbiDouble) -> None:
    double.faults.add(Fault(MOVED, "redirect"))
    with client(double) as web, pytest.raises(VideoGenError) as raised:
        web.fetch(moved(double), whole)
    assert raised.value.code == "bad-answer"
    assert len(double.seen()) == 6


def test_every_hop_counts_as_a_request_to_its_host(double: NcbiDouble, fake_time: FakeTime) -> None:
    double.faults.add(Fault(MOVED, "redirect", location="/" + METADATA))
    rates = RateLimits({}, Rate(2, burst=1))
    with client(double, fake_time.timing(), rates=rates) as web:
        web.fetch(moved(double), whole)
    assert fake_time.waits == [0.5]


@pytest.mark.parametrize(("status", "passed_on"), [(302, True), (303, True), (307, False), (308, False)])
def test_never_passes_a_key_on_to_another_address(double: NcbiDouble, status: int, passed_on: bool) -> None:
    target = double.idconv_url + "?ids=PMC1"
    double.faults.add(Fault(MOVED, "redirect", status=status, location=target))
    request = moved(double, params=(("id", "1"),), caller=(("api_key", "secret"),), post=True)
    with client(double) as web:
        if passed_on:
            assert web.fetch(request, whole).startswith(b"{")
        else:
            with pytest.raises(VideoGenError) as raised:
                web.fetch(request, whole)
            assert raised.value.code == "bad-answer"
    at_the_other = double.seen("idconv")
    assert len(at_the_other) == int(passed_on)
    assert all("api_key" not in request.params for request in at_the_other)


def test_a_trusted_name_is_not_followed_to_a_private_address(double: NcbiDouble) -> None:
    double.faults.add(Fault(MOVED, "redirect", location="https://ftp.ncbi.nlm.nih.gov/x"))
    for address in ("127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "fe80::1%eth0", "0.0.0.0"):  # noqa: S104
        with client(double, resolve=lambda _host, address=address: (address,)) as web:
            with pytest.raises(VideoGenError) as raised:
                web.fetch(moved(double), whole)
            assert raised.value.code == "bad-answer"


def test_what_may_be_asked() -> None:
    rules = AddressRules(
        frozenset({httpx2.Origin("http://127.0.0.1:8000/mirror/")}),
        (".nih.gov", "pmc-oa-opendata.s3.amazonaws.com"),
        lambda _host: ("130.14.29.110", "2607:f220:41e:4290::110"),
    )
    allowed = [
        "http://127.0.0.1:8000/any",
        "https://pmc.ncbi.nlm.nih.gov/x",
        "https://PMC-OA-OPENDATA.s3.amazonaws.com/PMC1.1/a.jpg",
        "https://eutils.ncbi.nlm.nih.gov:443/",
    ]
    refused = [
        "http://127.0.0.1:8001/",
        "https://127.0.0.1:8000/",
        "http://pmc.ncbi.nlm.nih.gov/x",
        "https://other.s3.amazonaws.com/",
        "https://user:word@pmc.ncbi.nlm.nih.gov/",
    ]
    assert [url for url in allowed if not rules.allows(httpx2.URL(url))] == []
    assert [url for url in refused if rules.allows(httpx2.URL(url))] == []


def test_the_first_address_is_held_to_the_same_rules(double: NcbiDouble) -> None:
    with client(double) as web, pytest.raises(VideoGenError):
        web.fetch(WebRequest("https://www.nih.gov/"), whole)
    assert metadata(double).url.startswith("http://127.0.0.1")
