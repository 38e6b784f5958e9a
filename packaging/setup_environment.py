"""Sees to it that the checkout's environment, ``.venv``, is there and is what is wanted."""

from __future__ import annotations

import errno
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from environment_builder import LOCK_NAME, EnvironmentBuilder, python_of
from environment_stamp import Stamp, read_stamp, remove_stamp, wanted_environment, write_stamp
from exclusive_lock import exclusive_lock
from interruption import raise_on_termination
from progress_lines import say
from setup_error import CANCELLED, SetupError
from system_packages import LIBRARIES_TO_SHOW, NEEDED_TO_TEST, provide

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from environment_stamp import Wanted

_NOT_WRITABLE = {errno.EACCES, errno.EPERM, errno.EROFS}
_FULL = {errno.ENOSPC, errno.EDQUOT}


@dataclass(frozen=True)
class Purpose:
    """What the environment is for.

    Args:
        extra: The extra of pyproject.toml that is needed besides the project's dependencies; "" for none.
        libraries: What the system must bring (shared object or program -> package of Debian and Ubuntu).
    """

    extra: str
    libraries: Mapping[str, str]


RUN = Purpose("", LIBRARIES_TO_SHOW)
TEST = Purpose("test", NEEDED_TO_TEST)


def ready_python(root: Path, purpose: Purpose) -> Path:
    """Return the Python of the checkout's environment, which is set up first where needed.

    Where that cannot be done, the reason goes to standard error in plain sentences and the process ends with
    the exit code that belongs to it.

    Args:
        root: The checkout.
        purpose: ``RUN`` or ``TEST``.
    """
    folder = root / ".venv"
    try:
        _set_up_where_needed(root, folder, purpose)
    except SetupError as error:
        say(f"\n{error}")
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        say("\nStopped. Start again to go on.")
        sys.exit(CANCELLED)
    return python_of(folder)


def _set_up_where_needed(root: Path, folder: Path, purpose: Purpose) -> None:
    constraints = root / "packaging" / "constraints.txt"
    wanted = wanted_environment(root / "pyproject.toml", constraints)
    if _is_ready(folder, wanted, purpose):
        return
    raise_on_termination()
    _refuse_a_stranger(folder)
    try:
        folder.mkdir(exist_ok=True)
        with exclusive_lock(folder / LOCK_NAME, _tell_of_waiting) as lock:
            if not _is_ready(folder, wanted, purpose):
                say(f"Setting up VideoGen Desktop in {folder}")
                _set_up(EnvironmentBuilder(folder, root, lock), wanted, purpose, constraints)
    except OSError as error:
        raise _explained(error, folder) from error


def _set_up(builder: EnvironmentBuilder, wanted: Wanted, purpose: Purpose, constraints: Path) -> None:
    builder.log.write_text("", "utf-8")
    provide(purpose.libraries, builder.log)
    before = read_stamp(builder.folder)
    extras = {"", purpose.extra}
    if _is_intact(builder.folder, before, wanted):
        extras.update(before.extras if before else ())
        remove_stamp(builder.folder)
    else:
        remove_stamp(builder.folder)
        builder.create()
        builder.add_checkout()
    requirements = [line for extra in sorted(extras) for line in wanted.requirements[extra]]
    builder.install(requirements, constraints)
    builder.check()
    write_stamp(builder.folder, Stamp(wanted.fingerprint, tuple(sorted(extras))))


def _is_ready(folder: Path, wanted: Wanted, purpose: Purpose) -> bool:
    stamp = read_stamp(folder)
    return stamp is not None and purpose.extra in stamp.extras and _is_intact(folder, stamp, wanted)


def _is_intact(folder: Path, stamp: Stamp | None, wanted: Wanted) -> bool:
    return stamp is not None and stamp.fingerprint == wanted.fingerprint and python_of(folder).exists()


def _refuse_a_stranger(folder: Path) -> None:
    """Never clear a folder that is neither an environment nor a beginning of ours."""
    known = (LOCK_NAME, "pyvenv.cfg")
    if folder.is_dir() and any(folder.iterdir()) and not any((folder / name).exists() for name in known):
        raise SetupError(
            f"{folder} is in the way: it is not a Python environment. Move it elsewhere, then start again."
        )


def _tell_of_waiting() -> None:
    say("Another start is setting up the environment; waiting for it.")


def _explained(error: OSError, folder: Path) -> SetupError:
    if error.errno in _FULL:
        return SetupError("The disk is full. Free about 1.5 GB, then start again.")
    if error.errno in _NOT_WRITABLE:
        return SetupError(
            f"This project's environment, {folder}, cannot be written to. Copy the project to a folder of "
            "your own (or close what is using it), then start again."
        )
    if isinstance(error, FileExistsError | NotADirectoryError):
        return SetupError(f"{folder} is in the way: it is not a folder. Move it elsewhere, then start again.")
    return SetupError(f"The environment could not be set up: {error}")
