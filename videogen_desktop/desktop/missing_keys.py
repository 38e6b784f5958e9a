"""Keys that were entered once and are not there now: without a keyring they end with the program."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from videogen_desktop.desktop.secrets import NCBI_KEY

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from videogen_desktop.desktop.secrets import Secrets
    from videogen_desktop.jobs.settings import Profile


@dataclass(frozen=True)
class MissingKey:
    """A key that has to be entered again.

    Attributes:
        name: The variable that it is given in.
        profile: The pipeline that needs it; empty for NCBI's.
    """

    name: str
    profile: str = ""


def missing_keys(
    entered: Collection[str], profiles: Sequence[Profile], environ: Mapping[str, str], secrets: Secrets
) -> tuple[MissingKey, ...]:
    """The keys that are needed, were entered once, and have no value now. It blocks: a keyring is asked.

    Args:
        entered: The names of all keys that were ever entered and not forgotten since.
        profiles: The pipelines that there are.
        environ: The environment, which NCBI's key may come from as well.
        secrets: Gives the values.
    """
    wanted = _wanted(profiles, environ)
    return tuple(key for key in wanted if key.name in entered and not secrets(key.name))


def _wanted(profiles: Sequence[Profile], environ: Mapping[str, str]) -> Iterator[MissingKey]:
    """Each name once, with the first that needs it."""
    if not environ.get(NCBI_KEY):
        yield MissingKey(NCBI_KEY)
    first: dict[str, str] = {}
    for profile in profiles:
        for name in profile.secrets:
            first.setdefault(name, profile.name)
    yield from (MissingKey(name, profile) for name, profile in first.items())
