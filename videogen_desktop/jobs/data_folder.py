"""Where the queue keeps things: its database, the jobs' working folders, the finished films, the logs."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from videogen_desktop.papers.settings import APPLICATION

if TYPE_CHECKING:
    from collections.abc import Mapping


PROOF = "film.json"
"""In the folder of a film: the proof that it is in place, written after everything else."""


@dataclass(frozen=True)
class DataFolder:
    """The folder of one queue, and the names in it.

    Args:
        root: The folder itself.
        films_elsewhere: Another folder for finished films, when the person chose one.
    """

    root: Path
    films_elsewhere: Path | None = None

    @classmethod
    def of_user(cls, environ: Mapping[str, str] | None = None) -> DataFolder:
        """The user's own, or the one that VIDEOGEN_DATA_DIR names."""
        chosen = (os.environ if environ is None else environ).get("VIDEOGEN_DATA_DIR", "").strip()
        folder = chosen or platformdirs.user_data_dir(APPLICATION, appauthor=False)
        return cls(Path(folder).expanduser().absolute())

    @property
    def database(self) -> Path:
        """The store."""
        return self.root / "videogen.db"

    @property
    def backups(self) -> Path:
        """Backups of the store."""
        return self.root / "backups"

    @property
    def settings(self) -> Path:
        """The settings of the queue."""
        return self.root / "settings.json"

    @property
    def work(self) -> Path:
        """The working folders of all jobs: the pipeline's OUTPUT_DIR of each."""
        return self.root / "work"

    @property
    def films(self) -> Path:
        """The finished films of all jobs, a folder each."""
        return self.films_elsewhere or self.root / "films"

    @property
    def logs(self) -> Path:
        """The logs of all jobs, and the application's own."""
        return self.root / "logs"

    @property
    def application_log(self) -> Path:
        """What the application itself has to say."""
        return self.logs / "videogen.log"

    def clears(self, folder: Path) -> bool:
        """Whether a folder is one in which files come and go, or in one: no film may be kept there."""
        place = folder.resolve()
        return any(place.is_relative_to(own.resolve()) for own in (self.work, self.logs, self.backups))

    def work_of(self, key: str) -> Path:
        """The working folder of a job."""
        return self.work / key

    def film_of(self, key: str) -> Path:
        """The folder of a job's finished film."""
        return self.films / key

    def log_of(self, key: str) -> Path:
        """The log of a job: what its processes wrote, all attempts one after the other."""
        return self.logs / f"{key}.log"
