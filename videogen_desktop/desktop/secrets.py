"""Keys of services: in the system's keyring or, where none works, in memory until the program ends."""

from __future__ import annotations

import threading
from typing import Final

NCBI_KEY: Final = "VIDEOGEN_NCBI_API_KEY"
"""The name of NCBI's key: that of the variable which the pipeline reads it from."""


class Secrets:
    """Gives and keeps keys by their names, on any thread; each call may block while a keyring is unlocked.

    It is called like a function by whoever needs a value. What is kept for the session is in no file and no
    log.
    """

    def __init__(self) -> None:
        self._session: dict[str, str] = {}
        self._lock = threading.Lock()

    def __call__(self, name: str) -> str | None:
        """The value kept under a name; None when there is none."""
        from videogen_desktop.jobs.work import read_secret  # the keyring: not before it is asked for

        with self._lock:
            value = self._session.get(name)
        return value or read_secret(name)

    def keep(self, name: str, value: str) -> bool:
        """Keep a value; False when it is kept for this session only, since no keyring took it."""
        from videogen_desktop.jobs.work import keep_secret, read_secret

        if keep_secret(name, value) and read_secret(name) == value:  # some take all and keep nothing
            with self._lock:
                self._session.pop(name, None)
            return True
        with self._lock:
            self._session[name] = value
        return False

    def forget(self, name: str) -> bool:
        """Remove a value, wherever it is kept; False when the keyring does not give it up."""
        from videogen_desktop.jobs.work import forget_secret

        with self._lock:
            self._session.pop(name, None)
        return forget_secret(name)

    def only_for_session(self, name: str) -> bool:
        """Whether a value is kept until the program ends and no longer."""
        with self._lock:
            return name in self._session

    def has_keyring(self) -> bool:
        """Whether the system has a keyring at all; one that is locked counts."""
        import keyring
        from keyring.backends import chainer, fail, null

        backend = keyring.get_keyring()
        if isinstance(backend, chainer.ChainerBackend):
            return bool(list(backend.backends))
        return not isinstance(backend, fail.Keyring | null.Keyring)
