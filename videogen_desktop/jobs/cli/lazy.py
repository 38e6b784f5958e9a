"""Commands that are loaded when they are called: help is there at once, whatever they need themselves."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Lazy:
    """Where a command is.

    Args:
        module: The module that is imported when the command is called.
        attribute: The command in it, or a group that has the command under the same name.
        help: What a list of commands says of it.
    """

    module: str
    attribute: str
    help: str


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called, and listed without being imported."""

    def __init__(self, *arguments: Any, lazy: Mapping[str, Lazy], **options: Any) -> None:  # noqa: ANN401
        super().__init__(*arguments, **options)
        self._lazy = lazy

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order in which they are explained."""
        return [*super().list_commands(ctx), *self._lazy]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command."""
        lazy = self._lazy.get(cmd_name)
        if lazy is None:
            return super().get_command(ctx, cmd_name)
        found = getattr(importlib.import_module(lazy.module), lazy.attribute)
        if isinstance(found, click.Group) and cmd_name in found.commands:
            return found.commands[cmd_name]
        if not isinstance(found, click.Command):
            raise TypeError(f"{lazy.module}.{lazy.attribute} is no command")
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands with their help, and load none."""
        own = [(name, self.commands[name].get_short_help_str(200)) for name in super().list_commands(ctx)]
        rows = own + [(name, lazy.help) for name, lazy in self._lazy.items()]
        if rows:
            with formatter.section("Commands"):
                formatter.write_dl(rows)
