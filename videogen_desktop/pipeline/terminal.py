"""Progress for a person at a terminal: one bar, one sentence, the time left."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, TextColumn

if TYPE_CHECKING:
    from videogen_desktop.errors import VideoGenError
    from videogen_desktop.pipeline.job import Stage
    from videogen_desktop.pipeline.progress import State

_NAMES: dict[str, str] = {
    "fetch-paper": "Reading the paper",
    "generate-script": "Writing the script",
    "generate-audio": "Speaking",
    "generate-videos": "Drawing",
    "add-captions": "Finishing the film",
}


class Terminal:
    """A bar on a terminal; where there is none (a log file), a line a stage.

    Args:
        folder: the output folder, to name the film by its full path.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._console = Console(stderr=True, highlight=False)
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(bar_width=30),
            TextColumn("{task.percentage:>3.0f} %  {task.fields[left]}"),
            console=self._console,
            transient=True,
            disable=not self._console.is_terminal,
        )
        self._task = self._bar.add_task("", total=1.0, left="")
        self._bar.start()

    def stage(
        self, stage: Stage, state: State, fraction: float, overall: float, message: str, eta_s: float | None
    ) -> None:
        """Move the bar on, and leave a line for each stage that has ended."""
        del fraction
        left = "" if eta_s is None else f"about {_time(eta_s)} left"
        self._bar.update(
            self._task, completed=overall, description=escape(message or _NAMES[stage]), left=left
        )
        if state in ("done", "skipped"):
            mark = "✓" if state == "done" else "·"
            self._console.print(f"{mark} {_NAMES[stage]}: {escape(message)}")

    def paper(self, facts: dict[str, Any]) -> None:
        """Say nothing: the line of the stage names the paper."""

    def result(self, facts: dict[str, Any]) -> None:
        """Say where the film is, and what it lacks."""
        self._bar.stop()
        for note in facts.get("notes", ()):
            self._console.print(f"! {escape(note)}")
        video = facts.get("video")
        if not video:
            self._console.print(f"In: {escape(str(self._folder.resolve()))}", soft_wrap=True)
        else:
            path = Path(self._folder, video).resolve()
            self._console.print(
                f"Your film: {escape(str(path))} ({_time(facts['duration_s'])})", soft_wrap=True
            )

    def error(self, error: VideoGenError) -> None:
        """Say what went wrong and what to do."""
        self._bar.stop()
        self._console.print(f"✗ {escape(error.message)}", style="bold red", soft_wrap=True)
        self._console.print(f"  {escape(error.hint)}", soft_wrap=True)


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d} min" if minutes else f"{rest} s"
