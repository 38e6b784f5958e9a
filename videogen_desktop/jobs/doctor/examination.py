"""The whole examination, one thing after the other."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.doctor.check import Check, guarded
from videogen_desktop.jobs.doctor.making import check_codecs, check_voice
from videogen_desktop.jobs.doctor.network import check_network
from videogen_desktop.jobs.doctor.pipelines import PIPELINE, check_pipeline
from videogen_desktop.jobs.doctor.storage import (
    check_disk,
    check_instance,
    check_keyring,
    check_settings,
    check_store,
)
from videogen_desktop.jobs.doctor.versions import check_sqlite, check_versions
from videogen_desktop.jobs.settings import QueueSettings, read_settings
from videogen_desktop.jobs.work.keys import read_secret

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from videogen_desktop.jobs.data_folder import DataFolder


def examine(folder: DataFolder, environ: Mapping[str, str], *, network: bool = True) -> Iterator[Check]:
    """Examine everything that making films needs; nothing is changed.

    Args:
        folder: The data folder.
        environ: The environment of the program.
        network: Whether NCBI's services are asked.

    Yields:
        Findings, as they come.
    """
    yield guarded("versions", check_versions)
    yield guarded("sqlite", check_sqlite)
    yield guarded("settings", lambda: check_settings(folder))
    settings = _settings(folder)
    yield guarded("data-folder", lambda: check_disk("data-folder", folder.root, settings.least_free_bytes))
    if settings.films_folder:
        films: Path = settings.films_folder
        yield guarded("films-folder", lambda: check_disk("films-folder", films, settings.least_free_bytes))
    yield guarded("instance", lambda: check_instance(folder))
    yield guarded("database", lambda: check_store(folder))
    voices = environ.get("VIDEOGEN_VOICES_DIR", "")
    yield guarded("voice", lambda: check_voice(Path(voices) if voices else None))
    yield guarded("codecs", check_codecs)
    yield guarded("keyring", check_keyring)
    for profile in settings.profiles:
        yield guarded(PIPELINE, partial(check_pipeline, profile, environ, read_secret))
    if network:
        yield from check_network(environ)


def _settings(folder: DataFolder) -> QueueSettings:
    """The settings; the usual ones when they cannot be read, which another check has said."""
    try:
        return read_settings(folder.settings)
    except VideoGenError:
        return QueueSettings()
