from __future__ import annotations

import time
import tracemalloc
from typing import TYPE_CHECKING

import pytest

from tests.yardstick import slowness
from videogen_desktop.errors import VideoGenError
from videogen_desktop.papers import xml as safe_xml
from videogen_desktop.papers.xml import MAX_DEPTH, parse_xml

if TYPE_CHECKING:
    from pathlib import Path

XXE_FILE = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
XXE_REQUEST = b'<!DOCTYPE a [<!ENTITY x SYSTEM "http://%s/secret">]><a>&x;</a>'
XXE_PARAMETER = b'<!DOCTYPE a SYSTEM "http://%s/a.dtd" [<!ENTITY %% p SYSTEM "http://%s/p"> %%p;]><a/>'
BILLION_LAUGHS = (
    b'<!DOCTYPE a [<!ENTITY l0 "lol">'
    + b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))
    + b"]><a>&l9;</a>"
)
QUADRATIC = b'<!DOCTYPE a [<!ENTITY x "' + b"x" * 50_000 + b'">]><a>' + b"&x;" * 50_000 + b"</a>"


def refused(data: bytes) -> VideoGenError:
    with pytest.raises(VideoGenError) as caught:
        parse_xml(data)
    return caught.value


def test_names_lose_their_namespaces() -> None:
    root = parse_xml(
        b'<m:article xmlns:m="urn:m" xmlns:xlink="http://www.w3.org/1999/xlink" type="own" '
        b'xlink:type="simple" xlink:href="a.jpg" xml:lang="en"/>'
    )
    assert root.tag == "article"
    assert root.attrib == {"type": "own", "href": "a.jpg", "lang": "en"}


def test_a_genuine_document_type_is_accepted_and_its_named_characters_are_known() -> None:
    root = parse_xml(
        b'<!DOCTYPE article PUBLIC "-//NLM//DTD JATS//EN" "JATS.dtd"><article>1&ndash;2</article>'
    )
    assert root.text == "1–2"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_declared_encodings_are_read(encoding: str) -> None:
    assert parse_xml(f'<?xml version="1.0" encoding="{encoding}"?><a>é</a>'.encode(encoding)).text == "é"


@pytest.mark.parametrize("data", [XXE_FILE, BILLION_LAUGHS, QUADRATIC], ids=["xxe", "laughs", "quadratic"])
def test_declared_entities_are_refused_before_they_grow(data: bytes) -> None:
    tracemalloc.start()
    before = time.process_time()
    error = refused(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert error.code == "bad-xml"
    assert "entities" in error.message
    assert time.process_time() - before < 2 * slowness()
    assert peak < 5_000_000


@pytest.mark.parametrize("form", [XXE_REQUEST, XXE_PARAMETER])
def test_nothing_is_asked_of_another_machine(form: bytes, listening: tuple[str, list[object]]) -> None:
    address, visitors = listening
    error = refused(form.replace(b"%%", b"%").replace(b"%s", address.encode()))
    assert error.code == "bad-xml"
    assert visitors == []


def test_nesting_is_stopped_while_it_is_read() -> None:
    tracemalloc.start()
    error = refused(b"<a>" * 20_000 + b"</a>" * 20_000)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert error.code == "bad-xml"
    assert "deep" in error.message
    assert peak < 2_000_000
    parse_xml(b"<a>" * MAX_DEPTH + b"</a>" * MAX_DEPTH)


def test_size_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safe_xml, "MAX_BYTES", 100)
    assert refused(b"<a>" + b"x" * 100 + b"</a>").code == "too-large"


@pytest.mark.parametrize(
    ("data", "part_of_message"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"\xef\xbb\xbf<!DOCTYPE html><html><body>Error</body></html>", "web page"),
        (b"<html><head><title>429<p>unclosed", "web page"),
        (b'<?xml version="1.0"?><!-- a --> <html xmlns="http://www.w3.org/1999/xhtml"/>', "web page"),
        (b"<article><front>", "ends before it is complete"),
        (b"<article><front", "ends before it is complete"),
        (b"<article><![CDATA[", "ends before it is complete"),
        (b"<article><b></article>", "damaged at line 1"),
        (b"<article>\n&nosuchname;</article>", "damaged at line 2"),
        (b"\x1f\x8b\x08\x00", "damaged"),
        (b"{}", "damaged"),
        (b"<a>\x00</a>", "damaged"),
        (b'<?xml version="1.0" encoding="gbk"?><a/>', "encoding"),
        (b'<?xml version="1.0" encoding="none-such"?><a/>', "encoding"),
    ],
)
def test_what_is_wrong_is_said(data: bytes, part_of_message: str) -> None:
    error = refused(data)
    assert error.code == "bad-xml"
    assert part_of_message in error.message
    assert error.hint


def test_comments_before_a_document_do_not_slow_the_look_for_a_web_page() -> None:
    before = time.process_time()
    assert parse_xml(b"<!---->" * 20_000 + b"<a/>").tag == "a"
    assert time.process_time() - before < 2 * slowness()


def test_a_truncated_record_of_the_corpus_is_told_apart(corpus: Path) -> None:
    error = refused((corpus / "pubmed" / "pubmed-29768149.xml").read_bytes())
    assert "ends before it is complete" in error.message
