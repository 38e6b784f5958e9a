"""Keys go into the keyring, or stay in memory where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import keyring
import pytest
from keyring.backends import null

from videogen_desktop.desktop.settings_dialog import NCBI_KEY, Secrets
from videogen_desktop.desktop.settings_dialog.draft import KeyChange
from videogen_desktop.jobs.work import read_secret
from videogen_desktop.papers.settings import FetchSettings

if TYPE_CHECKING:
    from tests.desktop.settings_dialog.conftest import MemoryKeyring

VALUE = "s3cretvalue"


def test_a_key_goes_into_the_keyring_where_the_queue_finds_it(ring: MemoryKeyring, secrets: Secrets) -> None:
    assert secrets.has_keyring()
    assert secrets.keep("A_KEY", VALUE)
    assert ring.kept == {"A_KEY": VALUE}
    assert secrets("A_KEY") == read_secret("A_KEY") == VALUE
    assert not secrets.only_for_session("A_KEY")
    secrets.forget("A_KEY")
    assert ring.kept == {}
    assert secrets("A_KEY") is None


@pytest.mark.usefixtures("no_ring")
def test_without_a_keyring_a_key_is_kept_for_the_session(
    secrets: Secrets, caplog: pytest.LogCaptureFixture
) -> None:
    assert not secrets.has_keyring()
    assert not secrets.keep("A_KEY", VALUE)
    assert secrets("A_KEY") == VALUE
    assert secrets.only_for_session("A_KEY")
    assert Secrets()("A_KEY") is None
    secrets.forget("A_KEY")
    assert secrets("A_KEY") is None
    assert VALUE not in caplog.text


def test_a_keyring_that_keeps_nothing_is_none(ring: MemoryKeyring, secrets: Secrets) -> None:
    keyring.set_keyring(null.Keyring())  # type: ignore[no-untyped-call]  # keyring has no types there
    assert not secrets.has_keyring()
    assert not secrets.keep("A_KEY", VALUE)
    assert secrets("A_KEY") == VALUE
    assert ring.kept == {}


def test_a_key_that_was_kept_for_the_session_moves_into_a_keyring(
    ring: MemoryKeyring, secrets: Secrets
) -> None:
    keyring.set_keyring(null.Keyring())  # type: ignore[no-untyped-call]  # keyring has no types there
    secrets.keep("A_KEY", "before")
    keyring.set_keyring(ring)
    assert secrets.keep("A_KEY", VALUE)
    assert not secrets.only_for_session("A_KEY")
    assert secrets("A_KEY") == VALUE


def test_a_change_does_not_show_its_value() -> None:
    assert VALUE not in repr(KeyChange("A_KEY", VALUE))


def test_the_name_of_ncbis_key_is_that_of_its_variable() -> None:
    assert FetchSettings.from_environment({NCBI_KEY: "abc123"}).api_key == "abc123"
