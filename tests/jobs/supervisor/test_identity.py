"""That a process is known again after a restart, and that no other is ever taken for it."""

from __future__ import annotations

import secrets
import subprocess
import sys
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import psutil
import pytest

from tests.jobs.supervisor.running import CLOCK, DEAF, HANG, gone, python, wait_until
from tests.jobs.supervisor.test_ending import QUIET_ESCAPE
from tests.yardstick import slowness
from videogen_desktop.jobs.supervisor import end_everything, identity_of, processes_with, still_lives

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from videogen_desktop.jobs.model import ProcessIdentity

posix = pytest.mark.skipif(sys.platform == "win32", reason="these processes fork")
TOKEN = secrets.token_hex(16)


@pytest.fixture
def start() -> Iterator[Callable[..., psutil.Process]]:
    """Start a process that nobody supervises, and wait until it says that it is there."""
    started: list[subprocess.Popen[bytes]] = []

    def begin(code: str = HANG, *, token: str | None = TOKEN, clean: bool = False) -> psutil.Process:
        environment = {} if clean else {"LEFT": "x"}
        if token is not None:
            environment["VIDEOGEN_JOB_TOKEN"] = token
        started.append(
            subprocess.Popen(
                python(code),
                env=environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                start_new_session=True,
            )
        )
        for line in started[-1].stdout or ():
            if line == b"here\n":
                break
        return psutil.Process(started[-1].pid)

    yield begin
    for process in started:
        process.kill()
        process.communicate()
    for left in processes_with(TOKEN):
        left.kill()


def test_a_process_is_known_again(start: Callable[..., psutil.Process]) -> None:
    process = start()
    identity = identity_of(process, CLOCK, TOKEN)
    assert still_lives(identity, CLOCK) == process
    assert processes_with(TOKEN) == [process]
    process.kill()
    wait_until(lambda: gone(process))
    assert still_lives(identity, CLOCK) is None
    assert processes_with(TOKEN) == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere creation times do not move with the clock")
@pytest.mark.parametrize("jump_s", [3600.0, -1.0])
def test_a_process_is_known_again_after_somebody_set_the_clock(
    start: Callable[..., psutil.Process], monkeypatch: pytest.MonkeyPatch, jump_s: float
) -> None:
    process = start(QUIET_ESCAPE + HANG)
    identity = identity_of(process, CLOCK, TOKEN)
    family = processes_with(TOKEN)
    began = psutil.boot_time()
    monkeypatch.setattr("psutil._pslinux.boot_time", lambda: began + jump_s)
    assert still_lives(identity, CLOCK) == process
    assert end_everything(identity, CLOCK, grace_s=0)
    assert len(family) == 2
    assert all(map(gone, family))


def test_one_that_ends_while_it_is_looked_at_stops_nothing(
    start: Callable[..., psutil.Process], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It carries the token, and has ended by the time that its age is asked for."""
    identity = replace(identity_of(start(), CLOCK, TOKEN), pid=2**22 + 7)

    def too_late(process: psutil.Process) -> float:
        process.kill()
        process.wait()
        raise psutil.NoSuchProcess(process.pid)

    monkeypatch.setattr("videogen_desktop.jobs.supervisor.processes._created", too_late)
    assert end_everything(identity, CLOCK)


def other_number(identity: ProcessIdentity) -> ProcessIdentity:
    return replace(identity, pid=psutil.Process().pid)


def no_number(identity: ProcessIdentity) -> ProcessIdentity:
    return replace(identity, pid=2**22 + 7)


def earlier(identity: ProcessIdentity) -> ProcessIdentity:
    return replace(identity, created=identity.created - 1.0)


def later(identity: ProcessIdentity) -> ProcessIdentity:
    return replace(identity, created=identity.created + 1.0)


def other_boot(identity: ProcessIdentity) -> ProcessIdentity:
    return replace(identity, boot="another")


def other_token(identity: ProcessIdentity) -> ProcessIdentity:
    return replace(identity, token=secrets.token_hex(16))


def part_of_token(identity: ProcessIdentity) -> ProcessIdentity:
    return replace(identity, token=identity.token[:-1])


def no_token(identity: ProcessIdentity) -> ProcessIdentity:
    return replace(identity, token="")


@pytest.mark.parametrize(
    "forge",
    [earlier, later, other_boot, other_token, part_of_token, no_token],
)
def test_a_process_that_differs_in_one_thing_is_never_touched(
    start: Callable[..., psutil.Process], forge: Callable[[ProcessIdentity], ProcessIdentity]
) -> None:
    process = start()
    forged = forge(identity_of(process, CLOCK, TOKEN))
    assert still_lives(forged, CLOCK) is None
    assert end_everything(forged, CLOCK)
    assert not gone(process)
    assert process.status() != psutil.STATUS_STOPPED


@pytest.mark.parametrize("forge", [other_number, no_number])
def test_another_number_is_another_process(
    start: Callable[..., psutil.Process], forge: Callable[[ProcessIdentity], ProcessIdentity]
) -> None:
    assert still_lives(forge(identity_of(start(), CLOCK, TOKEN)), CLOCK) is None


@pytest.mark.parametrize("token", [None, "", "another"])
def test_whoever_got_the_number_later_is_never_touched(
    start: Callable[..., psutil.Process], token: str | None
) -> None:
    """The process of the job is gone, and its number has gone to a stranger."""
    stranger = start(token=token, clean=True)
    old = identity_of(stranger, CLOCK, TOKEN)
    for identity in (old, replace(old, created=old.created - 3600.0)):
        assert still_lives(identity, CLOCK) is None
        assert end_everything(identity, CLOCK)
        assert not gone(stranger)


def test_this_process_is_never_among_those_with_a_token(monkeypatch: pytest.MonkeyPatch) -> None:
    code = (
        "import os\n"
        "from videogen_desktop.jobs.supervisor import processes_with\n"
        "print(processes_with(os.environ['VIDEOGEN_JOB_TOKEN']))"
    )
    monkeypatch.setenv("VIDEOGEN_JOB_TOKEN", TOKEN)
    assert subprocess.check_output([sys.executable, "-c", code], text=True) == "[]\n"


@posix
@pytest.mark.parametrize("code", [HANG, DEAF])
def test_what_a_dead_supervisor_left_is_ended(start: Callable[..., psutil.Process], code: str) -> None:
    process = start(QUIET_ESCAPE + code)
    identity = identity_of(process, CLOCK, TOKEN)
    family = processes_with(TOKEN)
    assert len(family) == 2
    began = time.monotonic()
    assert end_everything(identity, CLOCK)
    assert time.monotonic() - began < 3.0 * slowness()
    assert all(map(gone, family))


@posix
def test_what_its_process_left_behind_is_ended_when_it_is_gone_itself(
    start: Callable[..., psutil.Process],
) -> None:
    process = start(QUIET_ESCAPE + HANG)
    identity = identity_of(process, CLOCK, TOKEN)
    process.kill()
    wait_until(lambda: gone(process))
    (left,) = processes_with(TOKEN)
    assert end_everything(identity, CLOCK, grace_s=0)
    assert gone(left)


@posix
def test_one_that_stands_still_is_ended_too(start: Callable[..., psutil.Process]) -> None:
    process = start()
    process.suspend()
    began = time.monotonic()
    assert end_everything(identity_of(process, CLOCK, TOKEN), CLOCK)
    assert time.monotonic() - began < 1.8 * slowness()
    assert gone(process)


@posix
def test_one_that_lives_on_in_ever_new_processes_is_ended(
    start: Callable[..., psutil.Process], tmp_path: Path
) -> None:
    code = (
        "import os, time\n"
        "os.write(1, b'here\\n')\n"
        "for hop in range(2000):\n"
        "    if os.fork():\n"
        "        os._exit(0)\n"
        "    os.setsid()\n"
        f"    open({str(tmp_path / 'hops')!r}, 'w').write(str(hop))\n"
        "    time.sleep(0.002)\n"
    )
    process = start(code)
    identity = identity_of(process, CLOCK, TOKEN)
    hops = tmp_path / "hops"
    wait_until(lambda: gone(process) and hops.exists() and hops.read_text() > "1")
    assert end_everything(identity, CLOCK, grace_s=0)
    assert processes_with(TOKEN) == []
    assert hops.read_text() != "1999"
