"""Keys of services, kept by the system's keyring and nowhere else. Values are in no log and no message."""

from __future__ import annotations

import logging

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


def forget_secret(name: str) -> None:
    """Remove a value, if it is there."""
    import keyring
    from keyring.errors import PasswordDeleteError

    try:
        keyring.delete_password(APPLICATION, name)
    except PasswordDeleteError:
        return
    except Exception as error:  # a backend is somebody else's program and raises what it likes
        _log.warning("the keyring did not remove %s: %s", name, type(error).__name__)
