"""How bytes become lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from videogen_desktop.jobs.supervisor.lines import LONGEST, LineCutter, text_lines


def cut(pieces: list[bytes]) -> bytes:
    cutter = LineCutter()
    return b"".join([cutter.feed(piece) for piece in pieces] + [cutter.rest()])


@given(st.lists(st.binary(max_size=40).map(lambda data: data.replace(b"a", b"\n"))))
def test_however_bytes_arrive_the_lines_are_the_same(pieces: list[bytes]) -> None:
    whole = b"".join(pieces)
    assert cut(pieces) == whole + (b"" if whole.endswith(b"\n") or not whole else b"\n")


def test_only_whole_lines_are_handed_on() -> None:
    cutter = LineCutter()
    assert cutter.feed(b"one\ntw") == b"one\n"
    assert cutter.feed(b"") == b""
    assert cutter.feed(b"o\nthree") == b"two\n"
    assert cutter.rest() == b"three\n"
    assert cutter.rest() == b""


def test_of_a_long_line_the_beginning_is_kept_and_the_rest_counted() -> None:
    pieces = [b"before\nx"] + [b"x" * LONGEST] * 10 + [b"xx\nafter\n"]
    first, long, last = cut(pieces).splitlines()
    assert (first, last) == (b"before", b"after")
    assert long == b"x" * LONGEST + b" [... %d bytes of this line are left out]" % (9 * LONGEST + 3)


def test_a_line_of_just_the_longest_length_is_whole() -> None:
    assert cut([b"x" * LONGEST, b"\n"]) == b"x" * LONGEST + b"\n"


def test_lines_become_text_that_moves_no_terminal() -> None:
    raw = (
        "plain\n\x1b[1;31mred\x1b[0m µ\tx\r\n10 %\r20 %\r\n\x07\x1b]0;title\x07\n\n".encode() + b"\xff\xfe\n"
    )
    assert text_lines(raw) == ["plain", "red µ\tx", "10 %20 %", "]0;title", "", "\ufffd\ufffd"]


def test_secrets_are_hidden_in_text() -> None:
    assert text_lines(b"key=swordfish\n", lambda text: text.replace("swordfish", "*")) == ["key=*"]
