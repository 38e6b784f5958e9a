"""A small paper, and the pipeline run on it as the process that it is."""

from __future__ import annotations

import json
import os
import shutil
import string
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil

_SAMPLE_FIGURE = Path(__file__).resolve().parents[2] / "resources" / "samples" / "elife-32671" / "fig1.jpg"
_SMALL_PAPER = Path(__file__).with_name("small_paper.xml")


def write_small_paper(
    folder: Path, *, result: str = "They grew by 12%.", kind: str = "research-article", related: str = ""
) -> Path:
    """Write a folder with a paper of a few seconds and one real figure; return it."""
    folder.mkdir(parents=True)
    template = string.Template(_SMALL_PAPER.read_text(encoding="utf-8"))
    text = template.substitute(result=result, kind=kind, related=related)
    (folder / "article.xml").write_text(text, encoding="utf-8")
    shutil.copyfile(_SAMPLE_FIGURE, folder / "fig1.jpg")
    return folder


@dataclass
class Run:
    """A finished run."""

    code: int
    events: list[dict[str, Any]]
    stderr: str

    @property
    def error(self) -> dict[str, Any]:
        """The one error event."""
        (event,) = [event for event in self.events if event["event"] == "error"]
        return event

    @property
    def paper(self) -> dict[str, Any]:
        """The one paper event."""
        (event,) = [event for event in self.events if event["event"] == "paper"]
        return event

    @property
    def result(self) -> dict[str, Any]:
        """The one result event."""
        (event,) = [event for event in self.events if event["event"] == "result"]
        return event

    def states(self) -> dict[str, str]:
        """The last state of each stage."""
        return {event["stage"]: event["state"] for event in self.events if event["event"] == "stage"}


def pipeline_command(command: str, *arguments: object) -> list[str]:
    """The command line of the pipeline, with events as JSON lines."""
    told = ["--progress", "json", *map(str, arguments)]
    return [sys.executable, "-m", "videogen_desktop.pipeline", command, *told]


def pipeline_environment(**more: str) -> dict[str, str]:
    """The environment of a run that must not reach any network: a closed port stands for NCBI."""
    nowhere = "http://127.0.0.1:9/"
    closed = dict.fromkeys(("VIDEOGEN_EUTILS_URL", "VIDEOGEN_IDCONV_URL", "VIDEOGEN_PMC_BUCKET_URL"), nowhere)
    return {**os.environ, **closed, **more}


def run_pipeline(command: str, *arguments: object, **environment: str) -> Run:
    """Run the pipeline to its end."""
    done = subprocess.run(
        pipeline_command(command, *arguments),
        env=pipeline_environment(**environment),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=240,
        check=False,
    )
    return Run(done.returncode, [json.loads(line) for line in done.stdout.splitlines()], done.stderr)


@dataclass
class RunningPipeline:
    """A run that is still going, with its events as they come."""

    process: subprocess.Popen[str]
    events: list[dict[str, Any]] = field(default_factory=list)
    _arrived: threading.Condition = field(default_factory=threading.Condition)
    _all_read: bool = False

    def __post_init__(self) -> None:
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    @classmethod
    def start(cls, command: str, *arguments: object, **environment: str) -> RunningPipeline:
        """Start a run with an open standard input."""
        process = subprocess.Popen(
            pipeline_command(command, *arguments),
            env=pipeline_environment(**environment),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
        )
        return cls(process)

    def wait_for(self, stage: str, state: str, at_least: float = 0.0) -> None:
        """Wait until a stage tells a state with at least a fraction done."""

        def told() -> bool:
            return any(
                event.get("stage") == stage and event.get("state") == state and event["fraction"] >= at_least
                for event in self.events
            )

        with self._arrived:
            assert self._arrived.wait_for(lambda: told() or self._all_read, timeout=120)
            assert told(), f"the run ended before {stage} told {state}: {self.events[-3:]}"

    def descendants(self) -> list[psutil.Process]:
        """Every process the run has started so far."""
        return psutil.Process(self.process.pid).children(recursive=True)

    def finish(self, timeout: float = 240) -> int:
        """Wait for the end and for all that was told, and return the exit code."""
        code = self.process.wait(timeout)
        self._reader.join(timeout)
        for stream in (self.process.stdin, self.process.stdout):
            if stream and not stream.closed:
                stream.close()
        return code

    def _read(self) -> None:
        assert self.process.stdout
        try:
            for line in self.process.stdout:
                with self._arrived:
                    self.events.append(json.loads(line))
                    self._arrived.notify_all()
        except ValueError:
            pass
        with self._arrived:
            self._all_read = True
            self._arrived.notify_all()
