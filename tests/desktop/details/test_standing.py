"""A job with neither film nor script: one calm page that says how it stands, why, and what can be done."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QPushButton

from tests.desktop.contrast import contrast
from videogen_desktop.desktop.details.standing import page_of, standing_of
from videogen_desktop.jobs.model import JobOptions, PaperFacts, Problem, Progress

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from tests.desktop.details.conftest import Bench
    from videogen_desktop.desktop.theme import Appearance, Theme
    from videogen_desktop.jobs.model import Job
    from videogen_desktop.jobs.states import State

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def tabs_of(bench: Bench) -> list[str]:
    """The tabs that can be turned to."""
    tabs = bench.pane.tabs
    if not tabs.tabBar().isVisible():
        return []
    return [tabs.tabText(number) for number in range(tabs.count()) if tabs.isTabVisible(number)]


def said(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible() and label.text()]


def buttons(page: QWidget) -> list[QPushButton]:
    return [button for button in page.findChildren(QPushButton) if button.isVisible()]


def offered(bench: Bench) -> list[str]:
    return [button.text() for button in buttons(bench.pane.standing)]


@pytest.fixture
def new(jobs: dict[State, Job]) -> Job:
    """A job that has just been added."""
    facts = PaperFacts(pmid="29412138", title="Cortical circuits", authors=("Ada Lovelace",), year=2018)
    return replace(jobs["failed"], state="queued", problem=None, attempt=0, paper=facts)


def test_a_new_job_is_one_page_without_player_and_tabs(bench: Bench, new: Job) -> None:
    bench.show(new)

    assert bench.pane.standing.isVisible()
    assert not bench.player.isVisible()
    assert tabs_of(bench) == []
    assert said(bench.pane.standing) == [
        "Cortical circuits",
        "Ada Lovelace · 2018",
        "Queued",
        "Its film is made when its turn comes.",
    ]
    assert offered(bench) == ["Look at the paper", "Remove"]


def test_a_job_that_failed_says_why_and_what_to_do(bench: Bench, jobs: dict[State, Job]) -> None:
    bench.show(jobs["failed"])

    assert said(bench.pane.standing)[-3:] == ["Failed", "There is no such paper.", "Check the PMID."]
    main, look, remove = buttons(bench.pane.standing)
    assert main.property("primary")
    for button, act in ((main, "retry"), (remove, "remove")):
        with bench.qtbot.waitSignal(bench.pane.act_wanted) as wanted:
            button.click()
        assert wanted.args == [act, jobs["failed"].id]
    look.click()
    assert [url.toString() for url in bench.opened] == [page_of(jobs["failed"].paper)]


def test_paper_and_log_are_reached_where_they_have_something(
    bench: Bench, jobs: dict[State, Job], made: Path
) -> None:
    failed = jobs["failed"]
    assert failed.attempt == 1
    bench.show(failed)
    assert tabs_of(bench) == ["Status", "Log"]

    work = bench.place(made, failed.key, finished=False)
    (work / "script.json").unlink()
    bench.changed(replace(failed, revision=failed.revision + 1))

    assert tabs_of(bench) == ["Status", "Paper", "Log"]
    bench.pane.tabs.setCurrentWidget(bench.pane.paper)
    assert "Abstract" in bench.pane.paper.view.toPlainText()


def test_the_tab_that_was_turned_to_stays_where_it_has_something(
    bench: Bench, finished: Job, jobs: dict[State, Job], new: Job
) -> None:
    tabs = bench.pane.tabs
    bench.show(finished)
    assert tabs.currentWidget() is bench.pane.script

    bench.show(jobs["failed"])
    assert tabs.currentWidget() is bench.pane.standing
    bench.show(finished)
    assert tabs.currentWidget() is bench.pane.script
    assert tabs_of(bench) == ["Script", "Paper", "Log"]

    tabs.setCurrentWidget(bench.pane.log)
    bench.show(jobs["failed"])
    assert tabs.currentWidget() is bench.pane.log
    bench.show(replace(new, id=12345))
    assert tabs.currentWidget() is bench.pane.standing


def test_the_page_makes_room_for_script_and_scenes(bench: Bench, new: Job, made: Path) -> None:
    bench.show(new)
    running = replace(new, state="running", attempt=1, progress=Progress("fetch-paper", 0.5, 0.02))
    bench.changed(running)
    assert "reading the paper" in said(bench.pane.standing)
    assert offered(bench) == ["Look at the paper", "Cancel"]

    bench.place(made, new.key, finished=False)
    bench.changed(replace(running, revision=running.revision + 1))

    assert bench.pane.tabs.currentWidget() is bench.pane.script
    assert bench.player.isVisible()
    assert tabs_of(bench) == ["Script", "Paper", "Log"]


@pytest.mark.parametrize(
    ("code", "main", "others"),
    [
        ("retracted", ("allow", "Make anyway"), ["look", "remove"]),
        ("no-such-profile", ("choose", "Choose…"), ["retry", "look", "remove"]),
        ("bad-options", ("choose", "Choose…"), ["retry", "look", "remove"]),
        ("secret-missing", ("settings", "Settings…"), ["retry", "look", "remove"]),
        ("cannot-start", ("settings", "Settings…"), ["retry", "look", "remove"]),
        ("bad-setting", ("settings", "Settings…"), ["retry", "look", "remove"]),
        ("no-text", ("file", "Open its file…"), ["look", "remove"]),
        ("paper-missing", ("retry", "Try again"), ["look", "remove"]),
        ("review", ("retry", "Try again"), ["look", "remove"]),
        ("something-new", ("retry", "Try again"), ["look", "remove"]),
    ],
)
def test_what_is_wanted_is_offered_first(
    new: Job, code: str, main: tuple[str, str], others: list[str]
) -> None:
    problem = Problem(code, "So it is.", "Do this.")
    standing = standing_of(replace(new, state="needs-attention", problem=problem))

    assert standing.main == main
    assert [act for act, _text in standing.others] == others
    assert standing.why == "So it is."
    assert standing.next.startswith("Do this.")


def test_somebody_elses_pipeline_is_approved_without_a_script(new: Job) -> None:
    problem = Problem("review", "It cannot stop.", "Approve it.")
    options = JobOptions(profile="mine", review=True)
    standing = standing_of(replace(new, state="needs-attention", problem=problem, options=options))

    assert standing.main == ("approve", "Approve")


def test_a_job_that_waits_says_until_when(new: Job) -> None:
    problem = Problem("no-network", "NCBI cannot be reached.", "It is tried again.", True)
    standing = standing_of(replace(new, state="waiting", problem=problem, not_before=time.time() + 300))

    assert standing.main == ("retry", "Try now")
    assert standing.next.startswith("It is tried again. The next try is at ")


def test_a_paper_without_any_page_cannot_be_looked_at(new: Job, tmp_path: Path) -> None:
    standing = standing_of(replace(new, paper=PaperFacts(source=tmp_path / "paper.xml")))

    assert [act for act, _text in standing.others] == ["remove"]


def test_a_long_title_is_read_whole_in_a_low_pane_and_in_its_own_direction(bench: Bench, new: Job) -> None:
    bench.pane.resize(320, 300)
    bench.show(replace(new, paper=replace(new.paper, title="תפקיד המיקרוביום במעי " * 20)))
    page = bench.pane.standing
    title = next(label for label in page.findChildren(QLabel) if "תפקיד" in label.text())

    bench.qtbot.waitUntil(lambda: title.height() >= title.heightForWidth(title.width()))
    assert title.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert page.verticalScrollBar().maximum() > 0
    assert page.widget().width() <= page.viewport().width()


@pytest.mark.parametrize("width", [320, 420, 900])
def test_the_words_stand_in_the_middle_and_are_read_whole(bench: Bench, new: Job, width: int) -> None:
    bench.pane.resize(width, 700)
    bench.show(replace(new, paper=replace(new.paper, title="Cortical circuits in three dimensions " * 4)))
    page = bench.pane.standing

    def whole() -> bool:
        labels = [label for label in page.findChildren(QLabel) if label.isVisible() and label.text()]
        return all(label.height() >= label.heightForWidth(label.width()) for label in labels)

    bench.qtbot.waitUntil(whole)
    for label in page.findChildren(QLabel):
        middle = label.mapTo(page, label.rect().center()).x()
        assert abs(middle - page.viewport().width() / 2) <= 4, "but for rounding"
    assert page.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_can_be_done_looks_like_buttons_and_shows_where_the_keyboard_is(
    bench: Bench, new: Job, theme: Theme, scheme: Appearance
) -> None:
    theme.choose(scheme)
    bench.show(new)
    look, remove = buttons(bench.pane.standing)
    remove.setFocus(Qt.FocusReason.TabFocusReason)

    assert contrast(_edge(look), theme.roles.surface) >= 3, "WCAG 2.2, 1.4.11"
    assert not look.icon().isNull()
    assert look.focusPolicy() & Qt.FocusPolicy.TabFocus
    bench.pane.activateWindow()
    plain = _edge(look)
    look.setFocus(Qt.FocusReason.TabFocusReason)
    bench.qtbot.waitUntil(lambda: _edge(look) != plain)
    assert _edge(look) == QColor(theme.roles.accent).name()


def test_every_button_has_its_room_in_a_narrow_pane(bench: Bench, new: Job) -> None:
    bench.pane.resize(320, 700)
    missing = Problem("secret-missing", "A key is missing.", "Enter it in the settings.")
    bench.show(replace(new, state="needs-attention", problem=missing))

    assert len(buttons(bench.pane.standing)) == 4
    bench.qtbot.waitUntil(
        lambda: all(each.width() >= each.sizeHint().width() for each in buttons(bench.pane.standing))
    )


def _edge(button: QPushButton) -> str:
    """The colour in the middle of its upper edge."""
    return button.grab().toImage().pixelColor(button.width() // 2, 0).name()
