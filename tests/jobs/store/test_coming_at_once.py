"""Several processes that keep each other from being alone, before there is a database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from videogen_desktop.jobs.patience import Patience
from videogen_desktop.jobs.store.presence import Presence

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_nobody_joins_others_where_nothing_was_made_yet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusals = iter((False,))
    alone = Presence.alone
    monkeypatch.setattr(Presence, "alone", lambda self: next(refusals, True) and alone(self))
    presence = Presence(tmp_path / "videogen.db")
    assert presence.enter(Patience(5.0)), "it joined a database that is not there"
    presence.leave()
