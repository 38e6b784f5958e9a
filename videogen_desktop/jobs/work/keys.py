"""Keys of services, kept by the system's keyring and nowhere else. Values are in no log and no message."""

from __future__ import annotations

import logging

from videogen_desktop.errors import VideoGenError
from videogen_desktop.papers.settings import APPLICATION

_log = logging.getLogger(__name__)


def read_secret(name: str) -> str | None:
    """The value kept under a name; None when there is none, or no keyring that works."""
    import keyring  # its backends take long to load, and a start of the window asks for no key
    from keyring.errors import NoKeyringError

    try:
        return keyring.get_password(APPLICATION, name) or None
    except NoKeyringError:  # so nobody has kept anything in one
        return None
    except Exception as error:  # a backend is somebody else's program and raises what it likes
        _log.warning("the keyring did not give %s: %s", name, type(error).__name__)
        return None


def keep_secret(name: str, value: str) -> bool:
    """Keep a value; False where no keyring works, so that the caller asks again in the next session."""
    try:
        import keyring

        keyring.set_password(APPLICATION, name, value)
    except Exception as error:  # a backend is somebody else's program and raises what it likes
        _log.warning("the keyring did not take %s: %s", name, type(error).__name__)
        return False
    return True


def forget_secret(name: str) -> bool:
    """Remove a value; whether there is none now. A keyring that is locked, for example, keeps it."""
    import keyring
    from keyring.errors import NoKeyringError, PasswordDeleteError

    try:
        keyring.delete_password(APPLICATION, name)
    except NoKeyringError:  # so nobody has kept anything in one
        return True
    except PasswordDeleteError:  # there was none, or it could not be done
        return not _may_be_kept(name)
    except Exception as error:  # a backend is somebody else's program and raises what it likes
        _log.warning("the keyring did not remove %s: %s", name, type(error).__name__)
        return False
    return True


def not_removed(name: str) -> VideoGenError:
    """What is said of a value that could not be removed."""
    return VideoGenError(
        "key-not-removed",
        f"{name} could not be removed from the keyring: it is locked, or does not answer.",
        "Unlock the keyring, then try again.",
    )


def _may_be_kept(name: str) -> bool:
    import keyring

    try:
        return keyring.get_password(APPLICATION, name) is not None
    except Exception:  # a backend is somebody else's program and raises what it likes
        return True
