"""Keys in the system's keyring, and without one."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring
from keyring.errors import KeyringLocked, PasswordDeleteError

from videogen_desktop.jobs.work.keys import forget_secret, keep_secret, read_secret

if TYPE_CHECKING:
    from collections.abc import Iterator


class MemoryKeyring(KeyringBackend):
    """Keeps what it is given as long as it lives."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError("none")


class BrokenKeyring(MemoryKeyring):
    """Raises what no keyring should, with the value in it."""

    def get_password(self, service: str, username: str) -> str | None:
        raise OSError(f"no bus for {service} {username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise OSError(f"no bus for {service} {username} {password}")


@pytest.fixture(params=[MemoryKeyring, BrokenKeyring, NoKeyring])
def ring(request: pytest.FixtureRequest) -> Iterator[KeyringBackend]:
    before = keyring.get_keyring()
    ring = request.param()
    keyring.set_keyring(ring)
    yield ring
    keyring.set_keyring(before)


@pytest.mark.parametrize("ring", [MemoryKeyring], indirect=True)
def test_a_key_is_kept_and_forgotten(ring: MemoryKeyring) -> None:
    assert read_secret("GEMINI_API_KEY") is None
    assert keep_secret("GEMINI_API_KEY", "a-value")
    assert read_secret("GEMINI_API_KEY") == "a-value"
    assert list(ring.kept) == [("videogen-desktop", "GEMINI_API_KEY")]
    assert forget_secret("GEMINI_API_KEY")
    assert forget_secret("GEMINI_API_KEY"), "there is none, as was wanted"
    assert read_secret("GEMINI_API_KEY") is None


@pytest.mark.parametrize("ring", [BrokenKeyring, NoKeyring], indirect=True)
@pytest.mark.usefixtures("ring")
def test_without_a_keyring_that_works_nothing_is_kept_and_nothing_fails(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    assert not keep_secret("GEMINI_API_KEY", "a-value")
    assert read_secret("GEMINI_API_KEY") is None
    forget_secret("GEMINI_API_KEY")
    assert "GEMINI_API_KEY" in caplog.text
    assert "a-value" not in caplog.text


@pytest.mark.parametrize("ring", [MemoryKeyring], indirect=True)
@pytest.mark.parametrize("refusal", [KeyringLocked, PasswordDeleteError, OSError])
def test_a_key_that_is_not_given_up_is_not_forgotten(
    ring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch, refusal: type[Exception]
) -> None:
    def refuse(*_: str) -> None:
        raise refusal

    keep_secret("GEMINI_API_KEY", "a-value")
    monkeypatch.setattr(ring, "delete_password", refuse)
    assert not forget_secret("GEMINI_API_KEY")


@pytest.mark.parametrize("ring", [NoKeyring], indirect=True)
@pytest.mark.usefixtures("ring")
def test_a_computer_without_a_keyring_is_nothing_to_be_warned_of(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    assert read_secret("VIDEOGEN_NCBI_API_KEY") is None
    assert not caplog.records
    assert not keep_secret("VIDEOGEN_NCBI_API_KEY", "a-value")
    assert [record.levelname for record in caplog.records] == ["WARNING"], "somebody wanted one kept"


@pytest.mark.parametrize("ring", [BrokenKeyring], indirect=True)
@pytest.mark.usefixtures("ring")
def test_a_keyring_that_fails_is_told(caplog: pytest.LogCaptureFixture) -> None:
    assert read_secret("VIDEOGEN_NCBI_API_KEY") is None
    assert [record.levelname for record in caplog.records] == ["WARNING"]
