"""Secrets are not shown, whoever prints them."""

from __future__ import annotations

from videogen_desktop.jobs.work.hiding import hider


def test_a_secret_is_hidden_as_it_is_and_in_a_url() -> None:
    hide = hider(["sk-a/b+c d"])
    assert hide("key sk-a/b+c d refused") == "key [hidden] refused"
    assert hide("GET https://x/?key=sk-a%2Fb%2Bc%20d&n=1") == "GET https://x/?key=[hidden]&n=1"


def test_each_line_of_a_long_secret_is_hidden() -> None:
    hide = hider(["-----BEGIN KEY-----\nabcdefgh\n12345678\n"])
    assert hide("it says 12345678 and abcdefgh") == "it says [hidden] and [hidden]"


def test_the_longer_of_two_secrets_is_hidden_whole() -> None:
    assert hider(["secret", "secret-and-more"])("x secret-and-more y") == "x [hidden] y"


def test_what_is_no_secret_stays_readable() -> None:
    assert hider(["", "a", "info"])("a line of information") == "a line of information"
