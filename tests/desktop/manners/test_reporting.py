"""The file for a bug report, written beside a window: whole, without secrets, or not at all."""

from __future__ import annotations

import json
import sys
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.desktop.manners.walking import unnamed, usable, walk
from tests.jobs.store.queues import add
from videogen_desktop.desktop.manners.dialogs import ReportDialog, Reporter
from videogen_desktop.jobs.doctor import Sources

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import QUrl
    from pytestqt.qtbot import QtBot

    from videogen_desktop.desktop.queue_link import QueueLink
    from videogen_desktop.desktop.theme import Theme
    from videogen_desktop.errors import VideoGenError
    from videogen_desktop.jobs.data_folder import DataFolder

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # a window of offscreen is none

_SECRET = "s3cret-8899-value"  # noqa: S105 - nobody's
_SAYS_NOTHING = (sys.executable, "-c", "import os; os.abort()")
_NEVER_ENDS = (sys.executable, "-c", "import time; time.sleep(600)")


@dataclass
class Outcome:
    saved: list[Path] = field(default_factory=list)
    failed: list[VideoGenError] = field(default_factory=list)

    @property
    def there(self) -> bool:
        return bool(self.saved or self.failed)


def sources(folder: DataFolder) -> Sources:
    return Sources(folder, {"NCBI_API_KEY": _SECRET}, lambda _name: None, Path.home())


@pytest.fixture
def reporters() -> Iterator[list[Reporter]]:
    made: list[Reporter] = []
    yield made
    for reporter in made:
        reporter.close()


def reporter_of(
    reporters: list[Reporter], folder: DataFolder, link: QueueLink, command: Sequence[str] | None = None
) -> Reporter:
    reporter = Reporter(sources(folder), lambda: link.queue.store if link.is_open else None, command)
    reporters.append(reporter)
    return reporter


def test_a_report_of_an_open_queue_is_whole(
    reporters: list[Reporter], folder: DataFolder, open_link: QueueLink, qtbot: QtBot, tmp_path: Path
) -> None:
    folder.logs.mkdir(parents=True, exist_ok=True)
    folder.application_log.write_text(f"Traceback of a fault, key {_SECRET}", encoding="utf-8")
    open_link.pause()
    open_link.write(lambda store: add(store, 29412138, paused=True))
    reporter = reporter_of(reporters, folder, open_link)
    outcome = Outcome()
    target = tmp_path / "new folder" / "report.zip"
    reporter.save(target, outcome.saved.append, outcome.failed.append)
    assert reporter.busy
    qtbot.waitUntil(lambda: outcome.there, timeout=60_000)
    assert outcome.saved == [target], outcome.failed
    with zipfile.ZipFile(target) as file:
        checks = {check["name"]: check["status"] for check in json.loads(file.read("checks.json"))}
        queue = json.loads(file.read("queue.json"))
        log = file.read("logs/videogen.log").decode()
        assert "Secrets, addresses, titles" in file.read("README.txt").decode()
    assert checks.get("codecs") == "ok", checks
    assert checks["database"] == "ok"
    assert queue["counts"]["paused"] == 1
    assert "Traceback of a fault" in log
    assert _SECRET not in log


def test_an_examination_that_dies_is_reported(
    reporters: list[Reporter], folder: DataFolder, link: QueueLink, qtbot: QtBot, tmp_path: Path
) -> None:
    outcome = Outcome()
    reporter = reporter_of(reporters, folder, link, _SAYS_NOTHING)
    reporter.save(tmp_path / "report.zip", outcome.saved.append, outcome.failed.append)
    qtbot.waitUntil(lambda: outcome.there, timeout=30_000)
    with zipfile.ZipFile(tmp_path / "report.zip") as file:
        (check,) = json.loads(file.read("checks.json"))
    assert check["status"] == "failed"
    assert "did not come to an end" in check["message"]


def test_a_report_that_cannot_be_written_is_a_plain_sentence(
    reporters: list[Reporter], folder: DataFolder, link: QueueLink, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    outcome = Outcome()
    reporter = reporter_of(reporters, folder, link, _SAYS_NOTHING)
    reporter.save(tmp_path / "file" / "report.zip", outcome.saved.append, outcome.failed.append)
    qtbot.waitUntil(lambda: outcome.there, timeout=30_000)
    assert [error.code for error in outcome.failed] == ["not-writable"]


def test_the_dialog_saves_and_says_where(
    reporters: list[Reporter],
    folder: DataFolder,
    link: QueueLink,
    theme: Theme,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    opened: list[QUrl] = []
    reporter = reporter_of(reporters, folder, link, _SAYS_NOTHING)
    dialog = ReportDialog(reporter, theme, show_folder=opened.append)
    qtbot.addWidget(dialog)
    dialog.show()
    assert unnamed(dialog) == []
    assert usable(dialog) <= set(walk(dialog))
    dialog.save_to(tmp_path / "report.zip")
    assert unnamed(dialog) == []
    assert dialog.findChild(type(dialog._save), "") is not None
    assert not dialog._save.isEnabled()
    assert dialog._close.text() == "Cancel"
    qtbot.waitUntil(lambda: dialog._folder.isVisible(), timeout=30_000)
    assert "report.zip" in dialog._told.text()
    assert usable(dialog) <= set(walk(dialog))
    dialog._folder.click()
    assert Path(opened[0].toLocalFile()) == tmp_path
    assert (tmp_path / "report.zip").exists()


def test_the_dialog_says_why_it_could_not_save(
    reporters: list[Reporter], folder: DataFolder, link: QueueLink, theme: Theme, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    dialog = ReportDialog(reporter_of(reporters, folder, link, _SAYS_NOTHING), theme)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.save_to(tmp_path / "file" / "report.zip")
    qtbot.waitUntil(lambda: dialog._save.isEnabled(), timeout=30_000)
    assert "cannot be written to" in dialog._told.text()
    assert dialog._told.property("role") == "bad"
    assert not dialog._folder.isVisible()


def test_closing_lets_the_report_be(
    reporters: list[Reporter], folder: DataFolder, link: QueueLink, theme: Theme, qtbot: QtBot, tmp_path: Path
) -> None:
    reporter = reporter_of(reporters, folder, link, _NEVER_ENDS)
    dialog = ReportDialog(reporter, theme)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.save_to(tmp_path / "report.zip")
    dialog.reject()
    qtbot.waitUntil(lambda: not reporter.busy, timeout=20_000)
    assert not (tmp_path / "report.zip").exists()


def test_the_end_of_the_program_waits_for_no_report(
    reporters: list[Reporter], folder: DataFolder, link: QueueLink, tmp_path: Path
) -> None:
    reporter = reporter_of(reporters, folder, link, _NEVER_ENDS)
    outcome = Outcome()
    reporter.save(tmp_path / "report.zip", outcome.saved.append, outcome.failed.append)
    reporter.close()
    assert not outcome.there
    assert not (tmp_path / "report.zip").exists()
