"""How far somebody else's pipeline is: it tells nothing, so its files and its log are read, in one place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from videogen_desktop.jobs.made_files import made_file, read_made
from videogen_desktop.jobs.model import Progress
from videogen_desktop.jobs.work.facts import scenes_in
from videogen_desktop.pipeline.job import STAGES
from videogen_desktop.pipeline.stages.bench import FILM, PAPER, SCRIPT, SOUND, SRT

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from videogen_desktop.pipeline.job import Stage

_SHARES: Mapping[Stage, float] = {
    "fetch-paper": 0.03,
    "generate-script": 0.07,
    "generate-audio": 0.15,
    "generate-videos": 0.65,
    "add-captions": 0.10,
}
"""Each stage's share of the time where a service draws the clips: most of it is spent waiting for them."""

_LEAVES: tuple[tuple[str, Stage], ...] = (
    (PAPER, "fetch-paper"),
    (SCRIPT, "generate-script"),
    (SOUND, "generate-audio"),
)
"""The file that is there once a stage is done."""

_STEP = re.compile(r"\bStep:\s*([\w -]+)", re.IGNORECASE)
_COMPLETE = re.compile(r"✓\s*(?:already\s+)?complete\b", re.IGNORECASE)
_CLIP = re.compile(r"scene_\d+\.mp4")
_MOST = 0.99
"""What is told at most before the process has ended and its film is proven."""


class ExternalProgress:
    """The progress of one run, which never goes back.

    Args:
        folder: Its OUTPUT_DIR.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._done = dict.fromkeys(STAGES, 0.0)
        self._at = 0
        self._message = ""
        self._told = Progress()
        self._uncounted = False

    @property
    def measurable(self) -> bool:
        """Whether the progress says how much is left: not where clips come of which nobody knows how many."""
        return not self._uncounted

    def line(self, text: str) -> Progress | None:
        """Hear a line of its log; the progress when the line has changed it."""
        if step := _STEP.search(text):
            self._begin(re.sub(r"[\s_]+", "-", step.group(1).strip().lower()))
        elif _COMPLETE.search(text):
            self._reach(STAGES[self._at], 1.0)
        return self._news()

    def look(self) -> Progress | None:
        """Look at the files of the contract; the progress when they have changed it."""
        for name, stage in _LEAVES:
            if made_file(self._folder, name):
                self._finish(stage)
        self._count_clips()
        if made_file(self._folder, SRT):
            self._reach("add-captions", 0.5)
        if made_file(self._folder, FILM):
            self._reach("add-captions", 0.9)
        return self._news()

    def _count_clips(self) -> None:
        clips = self._clips()
        if not clips:
            return
        scenes = len(scenes_in(read_made(self._folder, SCRIPT) or b""))
        self._uncounted = scenes == 0
        whole = max(scenes, clips) if scenes else clips + 1
        self._reach("generate-videos", clips / whole)
        if self._at == STAGES.index("generate-videos"):
            self._message = f"Clip {clips} of {scenes}" if scenes >= clips else f"{clips} clips"

    def _clips(self) -> int:
        try:
            return sum(1 for path in (self._folder / "clips").iterdir() if _CLIP.fullmatch(path.name))
        except OSError:
            return 0

    def _begin(self, name: str) -> None:
        for index, stage in enumerate(STAGES):
            if stage == name:
                self._move_to(index)

    def _finish(self, stage: Stage) -> None:
        self._done[stage] = 1.0
        self._move_to(STAGES.index(stage) + 1)

    def _reach(self, stage: Stage, fraction: float) -> None:
        self._move_to(STAGES.index(stage))
        self._done[stage] = max(self._done[stage], fraction)

    def _move_to(self, index: int) -> None:
        """Go on to a stage; those before it are done. A stage that is behind is not gone back to."""
        if index > self._at:
            self._at, self._message = index, ""
            self._done.update(dict.fromkeys(STAGES[:index], 1.0))

    def _news(self) -> Progress | None:
        stage = STAGES[self._at]
        overall = sum(_SHARES[name] * done for name, done in self._done.items())
        now = Progress(stage, self._done[stage], max(self._told.overall, min(overall, _MOST)), self._message)
        if now == self._told:
            return None
        self._told = now
        return now
