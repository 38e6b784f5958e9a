"""The log of a job as it grows, and what went wrong in plain words."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QDate, QLocale
from PySide6.QtGui import QColor, QGuiApplication, QTextCursor

from tests.desktop.contrast import contrast
from videogen_desktop.desktop.details import log_tab

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.desktop.details.conftest import Bench
    from videogen_desktop.desktop.theme import Appearance, Theme
    from videogen_desktop.jobs.model import Job
    from videogen_desktop.jobs.states import State

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # a window of offscreen is none


@pytest.fixture
def running(jobs: dict[State, Job]) -> Job:
    return replace(jobs["completed"], state="running")


@pytest.fixture
def log(bench: Bench, running: Job) -> Path:
    path = bench.folder.log_of(running.key)
    path.parent.mkdir(exist_ok=True)
    write(path, 0, 300)
    return path


def write(log: Path, begin: int, end: int) -> None:
    with log.open("a", encoding="utf-8") as file:
        file.writelines(f"2026-11-23 12:00:00.000 stderr: line {number}\n" for number in range(begin, end))


def open_log(bench: Bench, job: Job) -> None:
    bench.pane.tabs.setCurrentWidget(bench.pane.log)
    bench.show(job)


def test_the_log_is_followed_line_by_line(bench: Bench, running: Job, log: Path) -> None:
    open_log(bench, running)
    view = bench.pane.log.view
    bar = view.verticalScrollBar()
    assert view.toPlainText().endswith("line 299")
    assert bar.value() == bar.maximum() > 0
    write(log, 300, 320)
    bench.link.logged.emit([(running.id, ("line 319",))])
    bench.qtbot.waitUntil(lambda: view.toPlainText().endswith("line 319"))
    assert view.toPlainText().count("line 310") == 1, "each line is there once"
    assert bar.value() == bar.maximum()


def test_a_log_is_followed_on_after_a_look_that_went_wrong(
    bench: Bench, running: Job, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_log(bench, running)
    told: list[str] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: told.append(kind.__name__))
    with monkeypatch.context() as fault:
        fault.setattr(log_tab, "read_log", lambda _path, _position: 1 // 0)
        bench.link.logged.emit([(running.id, ("line 300",))])
        bench.qtbot.waitUntil(lambda: bool(told))

    write(log, 300, 320)
    bench.link.logged.emit([(running.id, ("line 319",))])

    bench.qtbot.waitUntil(lambda: bench.pane.log.view.toPlainText().endswith("line 319"))


@pytest.mark.alone
def test_a_long_log_never_holds_the_window_up(
    bench: Bench, running: Job, log: Path, longest_wait: Callable[[Callable[[], object]], float]
) -> None:
    write(log, 300, 20_000)
    assert longest_wait(lambda: open_log(bench, running)) < 0.1
    assert bench.pane.log.view.toPlainText().endswith("line 19999")


@pytest.mark.alone
def test_a_log_of_ten_megabytes_full_of_warnings_never_holds_the_window_up(
    bench: Bench, running: Job, log: Path, longest_wait: Callable[[Callable[[], object]], float]
) -> None:
    kinds = ("WARNING a: b", "line", "ERROR c: d", "")
    at = "2026-11-23 12:00:00.000 stderr:"
    with log.open("a", encoding="utf-8") as file:
        file.writelines(f"{at} {kinds[number % 4]}\n" for number in range(240_000))
    assert log.stat().st_size > 10_000_000 * 0.9
    assert longest_wait(lambda: open_log(bench, running)) < 0.1
    assert "Warning: b" in bench.pane.log.view.toPlainText()


def test_lines_are_told_in_words_under_their_day(bench: Bench, running: Job, log: Path) -> None:
    log.write_text(
        "2026-11-22 12:00:00.100 queue: generate-audio started: Loading the voice\n"
        "2026-11-22 12:00:01.100 stderr: INFO videogen_desktop.pipeline.stages.bench: "
        "done: generate-audio/scene_00\n"
        "2026-11-24 12:00:01.200 stderr: WARNING a.b: it is late\n",
        "utf-8",
    )
    open_log(bench, running)
    first, second = (datetime(2026, 11, day, 12, tzinfo=UTC).astimezone() for day in (22, 24))
    assert bench.pane.log.view.toPlainText().split("\n") == [
        named(first),
        f"{first:%H:%M}:00  Loading the voice",
        f"{first:%H:%M}:01  Scene 1 is spoken.",
        named(second),
        f"{second:%H:%M}:01  Warning: it is late",
    ]
    write(log, 0, 1)
    bench.link.logged.emit([(running.id, ("line 0",))])
    view = bench.pane.log.view
    bench.qtbot.waitUntil(lambda: "line 0" in view.toPlainText())
    third = datetime(2026, 11, 23, 12, tzinfo=UTC).astimezone()
    assert view.toPlainText().split("\n")[-2:] == [named(third), f"{third:%H:%M}:00  line 0"]


def test_a_warning_stands_out_in_light_and_dark(bench: Bench, running: Job, log: Path, theme: Theme) -> None:
    log.write_text("2026-11-24 12:00:01.200 stderr: WARNING a.b: it is late\n", "utf-8")
    open_log(bench, running)
    view = bench.pane.log.view
    for look in ("light", "dark"):
        theme.choose(cast("Appearance", look))
        cursor = view.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        colour = cursor.charFormat().foreground().color().name()
        assert colour == QColor(theme.roles.warning).name()
        assert contrast(colour, theme.roles.surface) >= 4.5


def named(day: datetime) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)


def test_whoever_scrolled_up_is_left_there(bench: Bench, running: Job, log: Path) -> None:
    open_log(bench, running)
    view = bench.pane.log.view
    bar = view.verticalScrollBar()
    bar.setValue(20)
    write(log, 300, 400)
    bench.link.logged.emit([(running.id, ("line 399",))])
    bench.qtbot.waitUntil(lambda: view.toPlainText().endswith("line 399"))
    assert bar.value() == 20


def test_lines_that_reach_the_disk_late_are_found(bench: Bench, running: Job, log: Path) -> None:
    open_log(bench, running)
    write(log, 300, 301)
    view = bench.pane.log.view
    bench.qtbot.waitUntil(lambda: view.toPlainText().endswith("line 300"), timeout=5000)


def test_a_log_that_was_begun_anew_is_shown_anew(bench: Bench, running: Job, log: Path) -> None:
    open_log(bench, running)
    log.write_text("the first line of another attempt\n", encoding="utf-8")
    view = bench.pane.log.view
    bench.qtbot.waitUntil(lambda: view.toPlainText() == "the first line of another attempt", timeout=5000)


def test_another_jobs_log_is_never_shown(
    bench: Bench, running: Job, jobs: dict[State, Job], log: Path
) -> None:
    assert log.exists()
    bench.pane.tabs.setCurrentWidget(bench.pane.log)
    for _ in range(10):
        bench.pane.show_job(running)
        bench.pane.show_job(jobs["failed"])
    bench.settle()
    assert bench.pane.log.view.toPlainText() == ""


def test_the_whole_log_is_copied_and_its_folder_shown(bench: Bench, running: Job, log: Path) -> None:
    write(log, 300, 20_000)
    open_log(bench, running)
    QGuiApplication.clipboard().clear()
    bench.pane.log.copy_all.click()
    bench.settle()
    assert QGuiApplication.clipboard().text() == log.read_text("utf-8"), "as it was written, and whole"
    bench.pane.log.show_folder.click()
    assert [url.toLocalFile() for url in bench.opened] == [log.parent.as_posix()]


def test_what_failed_is_told_first(bench: Bench, jobs: dict[State, Job]) -> None:
    job = jobs["failed"]
    open_log(bench, job)
    panel = bench.pane.log.problem
    assert panel.text == "There is no such paper."
    assert "Check the PMID." in panel.more
    assert "Code: paper-not-found · Attempts: 1" in panel.more
    bench.pane.log.copy_details.click()
    copied = QGuiApplication.clipboard().text()
    for part in (job.key, "paper-not-found", "There is no such paper.", "Attempt 1:", "failed", "History"):
        assert part in copied


def test_what_goes_well_has_no_problem(bench: Bench, running: Job) -> None:
    open_log(bench, running)
    assert bench.pane.log.problem.text == ""


def test_a_problem_that_is_over_goes(bench: Bench, jobs: dict[State, Job]) -> None:
    job = jobs["failed"]
    open_log(bench, job)
    bench.changed(replace(job, state="queued", problem=None))
    assert bench.pane.log.problem.text == ""
