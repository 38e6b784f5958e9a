"""JSON is read as kinds of data, also by two threads that are the first to ask for one."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest

import videogen_desktop
from videogen_desktop.typed_json import read_json, read_plain

_TWO_AT_ONCE = """
import threading
from dataclasses import dataclass
from msgspec import _utils
from videogen_desktop.typed_json import read_json

@dataclass
class Inner:
    number: int

@dataclass
class Outer:
    inner: Inner

content = b'{"inner": {"number": 7}}'
read = []
other = threading.Thread(target=lambda: read.append(read_json(content, Outer)))
asked = _utils.get_class_annotations

def half_way(kind):
    if kind is Inner:
        other.start()
        other.join(0.3)
    return asked(kind)

_utils.get_class_annotations = half_way
read.append(read_json(content, Outer))
other.join()
print(read == [Outer(Inner(7))] * 2)
"""


@dataclass(frozen=True)
class _Place:
    folder: Path
    number: int = 0


def test_a_second_thread_waits_until_a_kind_is_known() -> None:
    """Msgspec lets it use what is known half-way, and the process dies."""
    done = subprocess.run(
        (sys.executable, "-c", _TWO_AT_ONCE), capture_output=True, text=True, timeout=60, check=False
    )

    assert (done.returncode, done.stdout) == (0, "True\n"), done.stderr


def test_a_path_is_read_from_text() -> None:
    assert read_json(b'{"folder": "a/b"}', _Place) == _Place(Path("a/b"))
    assert read_plain({"folder": "a/b", "number": 2}, _Place) == _Place(Path("a/b"), 2)


def test_what_may_be_anything_is_read_as_it_is() -> None:
    assert read_json(b'{"a": [1], "b": null}', dict[str, object]) == {"a": [1], "b": None}


@pytest.mark.parametrize("content", [b'{"folder": 7}', b'{"folder": "a", "number": "b"}', b"{", b"[]"])
def test_what_is_of_another_kind_is_refused(content: bytes) -> None:
    with pytest.raises(msgspec.DecodeError):
        read_json(content, _Place)


def test_nothing_reads_json_as_a_kind_by_itself() -> None:
    """Events alone have a decoder of their own, which is made once, while they are imported."""
    root = Path(videogen_desktop.__file__).parent
    reading = re.compile(r"msgspec\.convert\(|\bDecoder\(|\.decode\([^\n]*\btype=")
    found = {path.name for path in root.rglob("*.py") if reading.search(path.read_text("utf-8"))}

    assert found == {"typed_json.py", "events.py"}
