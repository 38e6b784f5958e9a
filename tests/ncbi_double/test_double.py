"""The double as a process of its own, steered over HTTP."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import httpx2
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

_PROJECT = Path(__file__).resolve().parents[2]


@contextlib.contextmanager
def started(corpus: Path, *options: str, **variables: str) -> Iterator[dict[str, str]]:
    """Start the double and give the variables that it prints."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.ncbi_double", str(corpus), *options],
        cwd=_PROJECT,
        env={**os.environ, **variables},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stdout is not None
        lines = [process.stdout.readline().strip() for _ in range(5)]
        try:
            yield dict(line.split("=", 1) for line in lines)
        finally:
            process.communicate("", timeout=120)
    assert process.returncode == 0


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> Iterator[httpx2.Client]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with httpx2.Client(timeout=60) as opened:
        yield opened


def test_it_can_be_steered_from_another_process(corpus: Path, client: httpx2.Client) -> None:
    with started(corpus, "--assign", "elife-32671=90000001/PMC90000001") as addresses:
        eutils, bucket = addresses["VIDEOGEN_EUTILS_URL"], addresses["VIDEOGEN_PMC_BUCKET_URL"]
        summary = client.get(f"{eutils}esummary.fcgi?db=pubmed&id=90000001,5").json()["result"]
        assert summary["90000001"]["title"].startswith("Simultaneous two-photon imaging")
        assert summary["5"] == {"uid": "5", "error": "cannot get document summary"}
        control = urljoin(bucket, "/_control/")
        client.post(
            f"{control}faults", json=[{"path": "list-type", "kind": "status", "status": 500, "times": 1}]
        )
        statuses = [client.get(f"{bucket}?list-type=2&prefix=PMC90000001.").status_code for _ in range(2)]
        assert statuses == [500, 200]
        client.post(f"{control}holdings/elife-32671", json={"retracted_in_bucket": True})
        assert client.get(f"{bucket}metadata/PMC90000001.1.json").json()["is_retracted"] is True
        seen = client.get(f"{control}seen?part=list-type").json()
        assert [request["method"] for request in seen] == ["GET", "GET"]
        assert client.post(f"{control}reset").json() == []
        assert client.get(f"{control}seen").json() == []


def test_faults_can_be_set_from_the_start(corpus: Path, client: httpx2.Client) -> None:
    faults = json.dumps([{"path": "efetch", "kind": "over-limit", "status": 429, "retry_after": "3"}])
    with started(corpus, NCBI_DOUBLE_FAULTS=faults) as addresses:
        reply = client.get(f"{addresses['VIDEOGEN_EUTILS_URL']}efetch.fcgi?db=pubmed&id=1")
    assert (reply.status_code, reply.headers["Retry-After"]) == (429, "3")
    assert reply.json()["error"] == "API rate limit exceeded"
