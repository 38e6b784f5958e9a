"""``videogen jobs secret``: keys of your own pipelines, kept by the system's keyring."""

from __future__ import annotations

import re
import sys

import click

from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.cli.session import Session, queue_command

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_LONGEST = 64 * 1024


@click.command("secret")
@click.argument("name")
@click.option("--forget", is_flag=True, help="Take it out of the keyring.")
@queue_command
def secret(session: Session, name: str, forget: bool) -> None:
    """Keep the value of the variable NAME in the system's keyring, for pipelines that ask for it.

    The value is asked for without being shown, or read from standard input; it is never an argument, which
    other programs could see.
    """
    from videogen_desktop.jobs.work import (  # the keyring
        forget_secret,
        keep_secret,
        not_removed,
        read_secret,
    )

    if not _NAME.fullmatch(name):
        raise click.UsageError(f"“{name}” cannot be the name of a variable.")
    if forget:
        if not forget_secret(name):
            raise not_removed(name)
    elif not (keep_secret(name, value := _value(name)) and read_secret(name) == value):
        raise VideoGenError(  # some keyrings, the null one for example, take all and keep nothing
            "no-keyring",
            "This system has no keyring that takes it.",
            "Install one (GNOME Keyring, KWallet), or run this where you are logged in with one.",
        )
    if session.output.as_json:
        session.output.document({"name": name, "kept": not forget})
    else:
        session.output.say(f"{name} is {'forgotten' if forget else 'kept'}.")


def _value(name: str) -> str:
    if sys.stdin.isatty():
        return str(click.prompt(f"Value of {name}", hide_input=True, err=True))
    value = sys.stdin.read(_LONGEST).strip()
    if not value:
        raise click.UsageError("Standard input holds no value.")
    return value
