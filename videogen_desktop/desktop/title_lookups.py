"""Looking titles up as the settings have it now: in whose name, with which key, or not at all."""

from __future__ import annotations

import importlib
import os
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from videogen_desktop.desktop.secrets import NCBI_KEY

if TYPE_CHECKING:
    from videogen_desktop.desktop.preferences import Preferences
    from videogen_desktop.desktop.queue_link import QueueLink
    from videogen_desktop.desktop.secrets import Secrets
    from videogen_desktop.jobs.facts import FactsFinder
    from videogen_desktop.papers.settings import FetchSettings

_EMAIL: Final = "VIDEOGEN_CONTACT_EMAIL"


class TitleLookUps(QObject):
    """Has titles looked up while the preferences say so; ``close`` comes before the link's.

    Whom NCBI may write to goes into the environment, where every pipeline that is begun from then on finds
    it, too.

    Args:
        link: The queue, open.
        secrets: Keeps the key.
        parent: Owns it.
    """

    failed = Signal(object)
    """``VideoGenError``: titles cannot be looked up as things are set."""

    def __init__(self, link: QueueLink, secrets: Secrets, parent: QObject) -> None:
        super().__init__(parent)
        self._link = link
        self._secrets = secrets
        self._usual_email = os.environ.get(_EMAIL, "")
        self._settings: FetchSettings | None = None
        self._finder: FactsFinder | None = None

    def apply(self, preferences: Preferences) -> None:
        """Go on as these preferences and the keys that are kept now have it."""
        _name(preferences.email or self._usual_email)
        background = self._link.background
        if preferences.fetch_titles:
            background.run(self._network, self._look_up, self.failed.emit, key=self)
        else:
            background.drop(self)
            self._stop()

    def wake(self) -> None:
        """Look again: papers were added."""
        if self._finder:
            self._finder.wake()

    def close(self) -> None:
        """Look nothing up any more, and wait until that is so."""
        _name(self._usual_email)
        if self._finder:
            self._finder.stop()
            self._finder = None

    def _network(self) -> FetchSettings:
        from videogen_desktop.papers.settings import FetchSettings

        importlib.import_module("videogen_desktop.jobs.facts")  # here: it brings all of HTTP
        settings = FetchSettings.from_environment(os.environ)
        return replace(settings, api_key=settings.api_key or self._secrets(NCBI_KEY))

    def _look_up(self, settings: FetchSettings) -> None:
        from videogen_desktop.jobs.facts import FactsFinder, ncbi_as_set

        if self._finder and settings == self._settings:
            return
        self._stop()
        self._settings = settings
        self._finder = FactsFinder(self._link.queue.store, ncbi_as_set(settings))
        self._finder.start()

    def _stop(self) -> None:
        """End what goes on, which may take a moment: not on the UI thread."""
        finder, self._finder = self._finder, None
        if finder:
            self._link.background.run(finder.stop)


def _name(email: str) -> None:
    """Say whom NCBI may write to; empty for nobody."""
    if email:
        os.environ[_EMAIL] = email
    else:
        os.environ.pop(_EMAIL, None)
