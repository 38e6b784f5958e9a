"""That a process is found which has shed its parent, its group, its session and its environment."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import psutil
import pytest

from tests.jobs.supervisor.running import CLOCK, DEAF, HANG, Supervised, gone, python, wait_until
from tests.yardstick import slowness
from videogen_desktop.jobs.model import ProcessIdentity
from videogen_desktop.jobs.supervisor import end_everything, still_lives

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="Windows holds it in a job object; macOS has nothing to tell it by"
)

FLEE = (
    "import os, sys, time\n"
    "while not os.path.exists('go'): time.sleep(0.001)\n"
    "if os.fork() == 0:\n"
    "    os.setsid()\n"
    "    if os.fork() == 0:\n"
    "        os.execve(sys.executable, [sys.executable, '-S', '-c', sys.argv[1]], {})\n"
    "    os._exit(0)\n"
    "os.wait()\n"
)
"""Whoever lists the processes sees the one that fled below its root for no moment but its first."""
FLED = (
    "import os, signal, time\n"
    "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
    "open('fled', 'w').write(str(os.getpid()))\n"
    "os.rename('fled', 'pid')\n"
    "os.closerange(0, 100)\n"
    "time.sleep(600)\n"
)
UNTIL_TOLD = (
    "import signal\n"
    "signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1})\n"
    "os.write(1, b'here\\n')\n"
    "signal.sigwait({signal.SIGUSR1})\n"
)


@pytest.fixture
def fled(tmp_path: Path) -> Iterator[Callable[[], psutil.Process]]:
    """Lets a process flee that is under supervision by now; it is ended after a test that failed."""

    def find() -> psutil.Process:
        (tmp_path / "go").touch()
        wait_until((tmp_path / "pid").exists)
        process = psutil.Process(int((tmp_path / "pid").read_text()))
        assert "VIDEOGEN_JOB_TOKEN" not in process.environ()
        assert os.getsid(process.pid) != process.pid
        return process

    yield find
    with contextlib.suppress(OSError, psutil.Error):
        psutil.Process(int((tmp_path / "pid").read_text())).kill()


def cancel(running: Supervised) -> None:
    running.control.cancel()


def kill(running: Supervised) -> None:
    running.root.kill()


@pytest.mark.parametrize("end", [cancel, kill])
def test_it_ends_with_its_job(
    supervised: Callable[..., Supervised],
    fled: Callable[[], psutil.Process],
    end: Callable[[Supervised], None],
) -> None:
    running = supervised(python(FLEE + HANG, FLED))
    running.ears.wait_for(lambda: running.ears.identities)
    stray = fled()
    running.ears.wait_for_line("here")
    asked = time.monotonic()
    end(running)
    running.finish()
    assert time.monotonic() - asked < 3.0 * slowness()
    assert gone(stray)


def test_it_ends_when_its_root_has_ended_well(
    supervised: Callable[..., Supervised], fled: Callable[[], psutil.Process]
) -> None:
    running = supervised(python(FLEE + UNTIL_TOLD, FLED))
    running.ears.wait_for(lambda: running.ears.identities)
    stray = fled()
    running.ears.wait_for_line("here")
    running.root.send_signal(signal.SIGUSR1)
    assert running.finish().code == 0
    assert gone(stray)


def test_a_root_that_has_thrown_its_environment_away_is_known_again(
    supervised: Callable[..., Supervised],
) -> None:
    code = "import os, sys\nos.execve(sys.executable, [sys.executable, '-S', '-c', sys.argv[1]], {})\n"
    running = supervised(python(code, HANG))
    running.ears.wait_for_line("here")
    (identity,) = running.ears.identities
    assert "VIDEOGEN_JOB_TOKEN" not in running.root.environ()
    assert still_lives(identity, CLOCK) == running.root
    assert still_lives(replace(identity, token=identity.token[::-1]), CLOCK) is None


def test_it_ends_at_the_next_start_when_the_supervisor_was_killed(
    tmp_path: Path, fled: Callable[[], psutil.Process]
) -> None:
    supervisor = (
        "import json, sys\n"
        "from dataclasses import asdict\n"
        "from pathlib import Path\n"
        "from tests.jobs.supervisor.running import CLOCK, Ears, launch\n"
        "from videogen_desktop.jobs.supervisor import Control, supervise\n"
        "class Told(Ears):\n"
        "    def started(self, identity):\n"
        "        print(json.dumps(asdict(identity)), flush=True)\n"
        "supervise(launch(Path(sys.argv[1]), tuple(sys.argv[2:])), Control(), Told(), CLOCK)\n"
    )
    command = [sys.executable, "-c", supervisor, str(tmp_path), *python(FLEE + DEAF, FLED)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        identity = ProcessIdentity(**json.loads(process.stdout.readline()))
        stray = fled()
        process.kill()
    assert not gone(stray)
    began = time.monotonic()
    assert end_everything(identity, CLOCK)
    assert time.monotonic() - began < 3.0 * slowness()
    assert gone(stray)
