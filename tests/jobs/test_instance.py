from __future__ import annotations

import contextlib
import json
import signal
import socket
import socketserver
import stat
import struct
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import filelock
import pytest

from tests.yardstick import slowness
from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs import loopback
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.instance import ADDRESS, LOCK, Call, Instance, handed_over, only_instance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals and permissions")

START = """
import sys, threading
from pathlib import Path
from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.instance import Call, only_instance

def say(*words):
    print(*words, flush=True)

def called(call):
    say("called", *call.arguments)
    if call.arguments == ("hang",):
        threading.Event().wait()

root, *arguments = sys.argv[1:]
try:
    call = Call(tuple(arguments), Path.cwd())
    instance = only_instance(DataFolder(Path(root)), call, called)
except VideoGenError as error:
    say("error", error.code)
    sys.exit(3)
if instance is None:
    say("handed over")
else:
    say("first")
    sys.stdin.read()
    instance.close()
    say("closed")
"""


class Started:
    """A start of the program as a process of its own."""

    def __init__(self, root: Path, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", START, str(root), *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def says(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def end(self) -> None:
        self.process.kill()
        self.process.communicate()


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


@pytest.fixture
def start(folder: DataFolder) -> Iterator[Callable[..., Started]]:
    with contextlib.ExitStack() as stack:

        def started(*arguments: str) -> Started:
            new = Started(folder.root, *arguments)
            stack.callback(new.end)
            return new

        yield started


def first(folder: DataFolder, called: Callable[[Call], None] = lambda _: None) -> Instance:
    instance = only_instance(folder, Call((), Path()), called)
    assert instance is not None
    return instance


def test_an_address_that_cannot_be_removed_keeps_nobody_out(folder: DataFolder) -> None:
    """As on Windows, while another start reads it."""
    instance = first(folder)
    (folder.root / ADDRESS).unlink()
    (folder.root / ADDRESS / "held").mkdir(parents=True)
    instance.close()
    with filelock.FileLock(folder.root / LOCK, timeout=0):
        pass


def address(folder: DataFolder) -> tuple[int, bytes]:
    read = json.loads((folder.root / ADDRESS).read_bytes())
    return read["port"], bytes.fromhex(read["key"])


def test_a_second_start_hands_over_what_it_was_asked_to_do(
    folder: DataFolder, start: Callable[..., Started]
) -> None:
    calls: list[Call] = []
    odd = "café.xml" if sys.platform == "win32" else "caf\udce9.xml"  # a file name that is no UTF-8
    with first(folder, calls.append):
        second = start("add", "29608148", "müßig ✓", odd)
        assert second.says() == "handed over"
        assert second.process.wait() == 0
    assert calls == [Call(("add", "29608148", "müßig ✓", odd), Path.cwd())]


def test_the_next_start_is_the_first_after_the_first_closed(folder: DataFolder) -> None:
    instance = first(folder)
    instance.close()
    instance.close()
    assert not (folder.root / ADDRESS).exists()
    first(folder).close()


def test_the_lock_and_the_listener_of_a_killed_instance_are_no_obstacle(
    start: Callable[..., Started], folder: DataFolder
) -> None:
    one = start()
    assert one.says() == "first"
    one.process.kill()
    one.process.wait()
    assert (folder.root / ADDRESS).exists()
    two = start()
    assert two.says() == "first"
    three = start("add", "1")
    assert three.says() == "handed over"
    assert two.says() == "called add 1"


@pytest.mark.parametrize("_", range(10))
def test_of_two_started_at_the_same_moment_exactly_one_is_the_first(
    start: Callable[..., Started], _: int
) -> None:
    both = [start("a"), start("b")]
    words = [each.says() for each in both]
    assert sorted(words) == ["first", "handed over"]
    winner, loser = sorted(both, key=lambda each: words[both.index(each)])
    assert winner.says() == f"called {'ab'[both.index(loser)]}"


@posix
def test_an_instance_that_hangs_is_told_of_in_a_sentence(
    start: Callable[..., Started], folder: DataFolder
) -> None:
    one = start()
    assert one.says() == "first"
    one.process.send_signal(signal.SIGSTOP)
    with pytest.raises(VideoGenError) as raised:
        only_instance(folder, Call((), Path()), lambda _: None, patience_s=0.3)
    one.process.send_signal(signal.SIGCONT)
    assert raised.value.code == "already-running"
    assert str(one.process.pid) in raised.value.hint


def test_a_start_takes_over_when_the_first_dies_while_it_is_asked(start: Callable[..., Started]) -> None:
    one = start()
    assert one.says() == "first"
    two = start("hang")
    assert one.says() == "called hang"
    one.process.kill()
    assert two.says() == "first"


def test_a_call_that_is_not_accepted_is_told_of_and_never_handed_over_twice(folder: DataFolder) -> None:
    calls: list[Call] = []

    def refuses(call: Call) -> None:
        calls.append(call)
        raise RuntimeError("no window")

    with first(folder, refuses), pytest.raises(VideoGenError) as raised:
        only_instance(folder, Call(("x",), Path()), lambda _: None, patience_s=2.0)
    assert raised.value.code == "already-running"
    assert len(calls) == 1


def test_a_call_that_may_have_been_heard_before_is_not_told_again(folder: DataFolder) -> None:
    calls: list[Call] = []
    enough = threading.Event()

    def called(call: Call) -> None:
        calls.append(call)
        enough.wait()

    with first(folder, called):
        still = handed_over(folder, Call(("x",), Path()), patience_s=0.3)
        assert still
        with pytest.raises(VideoGenError) as raised:
            only_instance(folder, still, lambda _: None, patience_s=0.3)
        enough.set()
    assert raised.value.code == "already-running"
    assert calls == [Call(("x",), Path())]


def test_a_call_that_nobody_takes_is_this_starts_own(folder: DataFolder) -> None:
    call = Call(("x",), Path())
    assert handed_over(folder, call) == call
    with first(folder):
        assert handed_over(folder, call) is None


def test_a_stranger_at_the_old_port_learns_nothing(folder: DataFolder) -> None:
    heard = bytearray()

    class Stranger(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            for message in (b"#CHALLENGE#" + b"x" * 20, b"#WELCOME#", b"y" * 16, b"#WELCOME#"):
                self.wfile.write(struct.pack("!I", len(message)) + message)
            with contextlib.suppress(ConnectionResetError):
                while piece := self.request.recv(4096):
                    heard.extend(piece)

    with first(folder), socketserver.ThreadingTCPServer(("127.0.0.1", 0), Stranger) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        forged = json.loads((folder.root / ADDRESS).read_bytes()) | {"port": server.server_address[1]}
        (folder.root / ADDRESS).write_text(json.dumps(forged), encoding="utf-8")
        with pytest.raises(VideoGenError):
            only_instance(folder, Call(("secret",), Path()), lambda _: None, patience_s=0.3)
        server.shutdown()
        thread.join()
    assert b"#CHALLENGE#" in heard
    assert b"secret" not in heard
    assert bytes.fromhex(forged["key"]) not in heard


@posix
def test_the_address_is_read_by_its_user_only(folder: DataFolder) -> None:
    with first(folder):
        assert stat.S_IMODE((folder.root / ADDRESS).stat().st_mode) == 0o600
        assert address(folder)[0] > 0
    assert [path.name for path in folder.root.iterdir()] == [LOCK]


def test_a_visitor_without_the_key_is_turned_away(folder: DataFolder) -> None:
    calls: list[Call] = []
    with first(folder, calls.append):
        port, key = address(folder)
        with pytest.raises(loopback.Unanswered) as raised:
            loopback.ask(port, b"another key", b"{}", 1)
        assert not raised.value.heard
        assert loopback.ask(port, key, Call(("x",), Path()).encoded(), 1) == b"accepted"
    assert len(calls) == 1


@pytest.mark.parametrize(
    "question", [b"", b"\xff", b"[]", b"{}", b'{"arguments":"x","folder":3}', b"[" * 100_000]
)
def test_a_call_that_is_none_is_not_answered(folder: DataFolder, question: bytes) -> None:
    calls: list[Call] = []
    with first(folder, calls.append):
        port, key = address(folder)
        with pytest.raises(loopback.Unanswered):
            loopback.ask(port, key, question, 1)
        assert loopback.ask(port, key, Call(("x",), Path()).encoded(), 1) == b"accepted"
    assert len(calls) == 1


def test_hostile_and_silent_visitors_hold_nobody_up(folder: DataFolder) -> None:
    with first(folder), contextlib.ExitStack() as stack:
        port, key = address(folder)
        visitors = [
            stack.enter_context(socket.create_connection(("127.0.0.1", port), timeout=5)) for _ in range(6)
        ]
        visitors[1].sendall(b"\x00")
        visitors[2].sendall(struct.pack("!I", 2**32 - 1))
        visitors[3].sendall(b"GET / HTTP/1.1\r\n\r\n" * 100)
        visitors[4].sendall(struct.pack("!I", 20) + b"#WELCOME#" + b"x" * 11)
        visitors[5].close()
        began = time.monotonic()
        assert loopback.ask(port, key, Call(("x",), Path()).encoded(), 2) == b"accepted"
        assert time.monotonic() - began < 1 * slowness()


def test_a_silent_visitor_is_hung_up_on(folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loopback, "_VISIT_S", 0.1)
    with first(folder), socket.create_connection(("127.0.0.1", address(folder)[0]), timeout=5) as silent:
        while silent.recv(4096):
            pass  # the challenge, then the end


def test_more_visitors_than_there_is_room_for_are_turned_away_until_there_is(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loopback, "_VISIT_S", 0.3)
    with first(folder), contextlib.ExitStack() as stack:
        port = address(folder)[0]
        for _ in range(40):
            stack.enter_context(socket.create_connection(("127.0.0.1", port), timeout=5))
        assert only_instance(folder, Call(("x",), Path()), lambda _: None) is None


def test_too_large_a_call_is_refused_before_anything_is_sent(folder: DataFolder) -> None:
    with first(folder), pytest.raises(VideoGenError) as raised:
        only_instance(folder, Call(("x" * loopback.LARGEST,), Path()), lambda _: None)
    assert raised.value.code == "too-much-at-once"


def test_calls_come_one_at_a_time(folder: DataFolder) -> None:
    inside: list[int] = []
    most: list[int] = []

    def called(_: Call) -> None:
        inside.append(1)
        most.append(len(inside))
        threading.Event().wait(0.02)
        inside.pop()

    with first(folder, called):
        port, key = address(folder)
        callers = [
            threading.Thread(target=loopback.ask, args=(port, key, Call((), Path()).encoded(), 5))
            for _ in range(8)
        ]
        for caller in callers:
            caller.start()
        for caller in callers:
            caller.join()
    assert most == [1] * 8


def test_a_folder_that_cannot_be_written_to_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(VideoGenError) as raised:
        only_instance(DataFolder(tmp_path / "file" / "data"), Call((), Path()), lambda _: None)
    assert raised.value.code == "not-writable"
