"""The cache on disk: what is kept, for how long, and what never is."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.ncbi_double import Fault, NcbiDouble
from tests.papers.web_helpers import METADATA, client, granted, metadata, whole
from videogen_desktop.errors import VideoGenError
from videogen_desktop.papers.web import AnswerCache, RetryRules, WebRequest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.papers.conftest import FakeTime

DAY = 86400.0
KEY = "0123456789abcdef0123456789abcdef0123"


def test_asks_only_once(double: NcbiDouble, tmp_path: Path) -> None:
    with client(double, cache=tmp_path) as web:
        first = web.fetch(metadata(double, keep_s=DAY), whole)
    with client(double, cache=tmp_path) as web:
        assert web.fetch(metadata(double, keep_s=DAY), whole) == first
    assert len(double.seen()) == 1


def test_who_asks_makes_no_difference(double: NcbiDouble, tmp_path: Path) -> None:
    with client(double, cache=tmp_path) as web:
        web.fetch(metadata(double, keep_s=DAY, caller=(("email", "a@example.org"),)), whole)
        web.fetch(metadata(double, keep_s=DAY, caller=(("api_key", KEY),), post=True), whole)
    assert len(double.seen()) == 1


def test_what_is_asked_does(double: NcbiDouble, tmp_path: Path) -> None:
    with client(double, cache=tmp_path) as web:
        for number in ("1", "2"):
            web.fetch(metadata(double, keep_s=DAY, params=(("id", number),)), whole)
    assert len(double.seen()) == 2


def test_keeps_nothing_that_need_not_be_kept(double: NcbiDouble, tmp_path: Path) -> None:
    with client(double, cache=tmp_path) as web:
        web.fetch(metadata(double), whole)
        web.fetch(metadata(double), whole)
    assert len(double.seen()) == 2


def test_asks_anew_after_its_time(double: NcbiDouble, tmp_path: Path) -> None:
    deadline = time.monotonic() + 10
    with client(double, cache=tmp_path) as web:
        while len(double.seen()) < 2 and time.monotonic() < deadline:
            web.fetch(metadata(double, keep_s=0.2), whole)
    assert len(double.seen()) == 2


def test_never_keeps_a_refusal(double: NcbiDouble, tmp_path: Path) -> None:
    request = WebRequest(double.bucket_url + "metadata/PMC2.1.json", keep_s=DAY)
    with client(double, cache=tmp_path) as web:
        assert web.fetch(request, lambda answer: answer.status) == 404
        assert web.fetch(request, granted) is None
    assert len(double.seen()) == 2


@pytest.mark.parametrize("kind", ["status", "truncated", "html", "over-limit", "huge", "cut-gzip", "reset"])
def test_never_keeps_what_went_wrong(
    double: NcbiDouble, tmp_path: Path, fake_time: FakeTime, kind: str
) -> None:
    double.faults.add(Fault(METADATA, kind, times=1, status=500 if kind == "status" else 200))

    def read(answer: object) -> bytes:
        body = whole(answer)  # type: ignore[arg-type]
        if b"rate limit" in body:
            raise answer.unusable("is over its limit")  # type: ignore[attr-defined]
        return body

    request = metadata(double, keep_s=DAY, cap=2**20)
    with client(double, fake_time.timing(), cache=tmp_path, retry=RetryRules(attempts=1)) as web:
        with pytest.raises(VideoGenError):
            web.fetch(request, read)
        assert b'"pmcid": "PMC1"' in web.fetch(request, read)
        assert b'"pmcid": "PMC1"' in web.fetch(request, read)
    assert len(double.seen()) == 2


def test_a_kept_body_that_no_longer_makes_sense_is_asked_for_again(
    double: NcbiDouble, tmp_path: Path
) -> None:
    request = metadata(double, keep_s=DAY)
    with AnswerCache(tmp_path) as cache:
        cache.put(request, b"<html>")
    with client(double, cache=tmp_path) as web:
        assert web.fetch(request, whole).startswith(b"{")
    with AnswerCache(tmp_path) as cache:
        assert (cache.get(request) or b"").startswith(b"{")


def test_the_key_is_written_nowhere(
    double: NcbiDouble, tmp_path: Path, caplog: pytest.LogCaptureFixture, fake_time: FakeTime
) -> None:
    caplog.set_level(logging.DEBUG)
    asked = {"caller": (("api_key", KEY),), "post": True, "keep_s": DAY}
    with client(double, fake_time.timing(), cache=tmp_path) as web:
        web.fetch(metadata(double, **asked), whole)
        double.faults.add(Fault("PMC2", "reset"))
        with pytest.raises(VideoGenError) as raised:
            web.fetch(WebRequest(double.bucket_url + "metadata/PMC2.1.json", **asked), whole)
    assert double.seen()[0].params["api_key"] == KEY
    assert KEY not in caplog.text
    assert KEY not in str(raised.value)
    assert KEY not in repr(metadata(double, **asked))
    assert all(KEY not in request.address for request in double.seen())
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"PMC1" in kept
    assert KEY.encode() not in kept


def test_stays_within_its_size(tmp_path: Path) -> None:
    limit = 4 * 2**20
    with AnswerCache(tmp_path, max_bytes=limit) as cache:
        for number in range(60):
            cache.put(WebRequest(f"http://a/{number}", keep_s=DAY), os.urandom(200_000))
        cache.put(WebRequest("http://a/large", keep_s=DAY), bytes(limit))
        assert cache.get(WebRequest("http://a/0")) is not None
        assert cache.get(WebRequest("http://a/large")) is None
    assert (tmp_path / "web.sqlite").stat().st_size < 1.5 * limit


def test_a_folder_that_cannot_be_used_is_no_reason_to_fail(double: NcbiDouble, tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder")
    with client(double, cache=in_the_way) as web:
        assert web.fetch(metadata(double, keep_s=DAY), whole).startswith(b"{")


def test_a_damaged_cache_is_no_reason_to_fail(double: NcbiDouble, tmp_path: Path) -> None:
    (tmp_path / "web.sqlite").write_bytes(b"this is no database" * 1000)
    with client(double, cache=tmp_path) as web:
        assert web.fetch(metadata(double, keep_s=DAY), whole).startswith(b"{")


_WRITER = """
import pathlib, sys
from videogen_desktop.papers.web import AnswerCache, WebRequest

with AnswerCache(pathlib.Path(sys.argv[1])) as cache:
    for _ in range(3):
        for number in range(15):
            request = WebRequest(f"http://a/{number}", keep_s=1000.0)
            body = bytes([number]) * 300_000
            found = cache.get(request)
            if found not in (None, body):
                sys.exit(f"{number} is damaged")
            cache.put(request, body)
"""


def test_several_processes_may_share_it(tmp_path: Path) -> None:
    processes = [
        subprocess.Popen([sys.executable, "-c", _WRITER, str(tmp_path)], stderr=subprocess.PIPE)
        for _ in range(3)
    ]
    said = [process.communicate(timeout=240)[1] for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0], said
    with AnswerCache(tmp_path) as cache:
        assert all(
            cache.get(WebRequest(f"http://a/{number}")) == bytes([number]) * 300_000 for number in range(15)
        )
