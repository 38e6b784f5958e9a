"""The pane as a person meets it: jobs chosen, films played, sentences clicked, files broken."""

from __future__ import annotations

import shutil
import sys
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QTabBar, QTextBrowser

from tests.desktop.details.conftest import SECONDS
from videogen_desktop.desktop.details import pane as pane_module
from videogen_desktop.desktop.details.reading import Details, read_details
from videogen_desktop.desktop.film_files import read_texts
from videogen_desktop.errors import VideoGenError
from videogen_desktop.papers.in_hand import read_in_hand
from videogen_desktop.pipeline.script import write_script
from videogen_desktop.pipeline.script.model import Script

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.desktop.details.conftest import Bench
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.model import Job
    from videogen_desktop.jobs.states import State

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # a window of offscreen is none


def script_at(folder: Path) -> Script:
    return msgspec.json.decode((folder / "script.json").read_bytes(), type=Script)


def is_of_qt(button: QAbstractButton) -> bool:
    """Whether a button is part of one of Qt's own widgets."""
    parent = button.parent()
    return parent is not None and (parent.objectName().startswith("qt_") or isinstance(parent, QTabBar))


def sentences_of(script: Script) -> list[str]:
    return [sentence.text for scene in script.scenes for sentence in scene.sentences]


def test_nothing_or_several_chosen_is_a_calm_message(bench: Bench, finished: Job) -> None:
    assert "Choose a paper" in bench.pane.message.text()
    assert bench.pane.message.isVisible()
    bench.show(finished)
    assert not bench.pane.message.isVisible()
    bench.pane.show_job(None, 12)
    assert bench.pane.message.isVisible()
    assert "12" in bench.pane.message.text()
    assert bench.player.told[-1][0] == "clear"


def test_a_finished_job_shows_its_film_script_paper_and_log(bench: Bench, finished: Job, made: Path) -> None:
    log = bench.folder.log_of(finished.key)
    log.parent.mkdir(exist_ok=True)
    log.write_text("2026-11-23 12:00:00.000 stderr: all went well\n", encoding="utf-8")
    bench.show(finished)
    (film,) = bench.player.of_kind("film")
    script = script_at(made)
    assert finished.film is not None
    assert film.path == finished.film.path
    assert film.duration_s == SECONDS
    assert len(film.chapters) == len(script.scenes)
    assert film.chapters[0].start_s == 0.0
    shown = bench.pane.script.view.toPlainText()
    assert all(sentence in shown for sentence in sentences_of(script))
    paper = bench.pane.paper.view.toPlainText()
    assert "Abstract" in paper
    assert "all went well" in bench.pane.log.view.toPlainText()


def test_a_film_is_handed_to_the_player_once(bench: Bench, finished: Job) -> None:
    bench.show(finished)
    bench.changed(replace(finished, revision=finished.revision + 1))
    bench.show(finished)
    assert len(bench.player.of_kind("film")) == 1
    assert finished.film is not None
    bench.changed(replace(finished, film=replace(finished.film, sha256="another")))
    assert len(bench.player.of_kind("film")) == 2


def test_while_the_film_plays_its_sentence_is_marked_and_kept_in_view(
    bench: Bench, finished: Job, made: Path
) -> None:
    bench.pane.resize(420, 500)
    bench.show(finished)
    view = bench.pane.script.view
    times = read_texts(finished, bench.folder).heard.value
    assert times is not None
    last = len(sentences_of(script_at(made))) - 1
    heard = [view.heard]
    for seconds in (times.scenes[0].sentences[0].start_s, 10_000.0):
        bench.player.position_changed.emit(seconds)
        heard.append(view.heard)
    assert heard == [None, 0, last]
    rect = view.sentence_rect(last)
    assert rect.top() >= 0
    assert rect.bottom() <= view.viewport().height()


def test_clicking_a_sentence_seeks_to_it_and_points_its_source_out(
    bench: Bench, finished: Job, made: Path
) -> None:
    bench.show(finished)
    script = script_at(made)
    view = bench.pane.script.view
    everything = [sentence for scene in script.scenes for sentence in scene.sentences]
    number = next(i for i, s in enumerate(everything) if s.source.locator.startswith(("abstract", "body")))
    view.chosen.emit(number)
    start = bench.player.of_kind("seek")[-1]
    assert start > 0
    assert bench.pane.paper.view.pointed_out == everything[number].source.quote
    assert bench.pane.tabs.currentWidget() is bench.pane.script, "the person stays where they read"
    view.source_wanted.emit(number)
    assert bench.pane.tabs.currentWidget() is bench.pane.paper


def test_without_a_narration_a_sentence_only_points_its_source_out(bench: Bench, finished: Job) -> None:
    (bench.folder.film_of(finished.key) / "audio_metadata.json").unlink()
    bench.show(finished)
    view = bench.pane.paper.view
    number = next(iter(view.quoted))
    bench.pane.script.view.chosen.emit(number)
    assert bench.player.of_kind("seek") == []
    assert view.pointed_out == view.quoted[number]


def test_a_film_in_production_shows_its_scenes_and_then_its_script(
    bench: Bench, jobs: dict[State, Job], made: Path
) -> None:
    job = replace(jobs["failed"], state="running", problem=None)
    bench.show(job)
    assert bench.pane.tabs.currentWidget() is bench.pane.standing
    work = bench.place(made, job.key, finished=False)
    bench.changed(replace(job, revision=job.revision + 1))
    assert bench.pane.script.view.isVisible()
    assert bench.player.isVisible()
    assert bench.player.told[-1][0] == "message"
    assert not bench.player.of_kind("scenes")
    (work / "clips").mkdir(exist_ok=True)
    (work / "clips" / "scene_00.mp4").touch()
    bench.changed(replace(job, revision=job.revision + 2))
    (scenes,) = bench.player.of_kind("scenes")
    assert [path.name for path in scenes[0]] == ["scene_00.mp4"]


def test_what_did_not_change_is_not_drawn_again(bench: Bench, finished: Job) -> None:
    bench.show(finished)
    drawn: list[str] = []
    bench.pane.script.view.filled.connect(lambda: drawn.append("script"))
    bench.pane.paper.view.filled.connect(lambda: drawn.append("paper"))
    bench.changed(replace(finished, revision=finished.revision + 1))
    assert drawn == []
    home = bench.folder.film_of(finished.key)
    script = script_at(home)
    changed = replace(script, scenes=script.scenes[:-1])
    (home / "script.json").write_bytes(msgspec.json.encode(changed))
    bench.changed(replace(finished, revision=finished.revision + 2))
    assert sorted(drawn) == ["paper", "script"], "its marks are others"


def test_quick_choices_never_show_another_paper(
    bench: Bench, finished: Job, jobs: dict[State, Job], made: Path
) -> None:
    failed = jobs["failed"]
    work = bench.place(made, failed.key, finished=False)
    paper = (work / "paper.json").read_bytes()
    assert b"90000001" in paper
    (work / "paper.json").write_bytes(paper.replace(b"90000001", b"90000002"))
    for _ in range(20):
        bench.pane.show_job(finished)
        bench.pane.show_job(failed)
    bench.pane.show_job(None)
    bench.pane.show_job(failed)
    bench.settle()
    assert "90000002" in bench.pane.paper.view.toPlainText()
    assert "90000001" not in bench.pane.paper.view.toPlainText()


def test_a_script_to_be_approved_asks_for_it_once(bench: Bench, jobs: dict[State, Job], made: Path) -> None:
    job = jobs["needs-attention"]
    bench.place(made, job.key, finished=False)
    bench.show(job)
    tab = bench.pane.script
    assert tab.bar.text == "Read the script, then approve it"
    with bench.qtbot.waitSignal(bench.pane.approve_wanted) as wanted:
        tab.approve.click()
    assert wanted.args == [job.id]
    assert not tab.approve.isEnabled()
    done = bench.link.queue.store.approve([job.id])
    assert done.done == (job.id,)
    approved = bench.link.queue.store.get(job.id)
    assert approved is not None
    bench.changed(approved)
    assert tab.bar.text == ""


def test_no_other_script_is_to_be_approved(bench: Bench, finished: Job) -> None:
    bench.show(finished)
    assert bench.pane.script.bar.text == ""


@pytest.mark.parametrize(
    ("content", "told"), [(b"{", "damaged"), (b"[" * 100_000, "damaged"), (None, "far too large")]
)
def test_a_script_that_cannot_be_read_is_told_plainly(
    bench: Bench, finished: Job, content: bytes | None, told: str
) -> None:
    script = bench.folder.film_of(finished.key) / "script.json"
    if content is None:
        with script.open("r+b") as file:
            file.truncate(200 * 1024**2)
    else:
        script.write_bytes(content)
    bench.show(finished)
    assert told in bench.pane.script.message.text()
    assert bench.pane.script.message.isVisible()
    assert "Abstract" in bench.pane.paper.view.toPlainText()


def test_a_film_whose_files_are_gone_still_says_what_is_known(bench: Bench, finished: Job) -> None:
    shutil.rmtree(bench.folder.film_of(finished.key))
    bench.show(finished)
    assert "not on the disk any more" in bench.pane.script.message.text()
    assert len(bench.player.of_kind("film")) == 1, "the player says that it is gone, and offers to find it"


def test_pages_are_opened_only_when_they_are_the_papers_own(bench: Bench, finished: Job) -> None:
    bench.show(finished)
    view = bench.pane.paper.view
    view.link_wanted.emit("https://doi.org/10.1000/x")
    assert [url.toString() for url in bench.opened] == ["https://doi.org/10.1000/x"]


def test_the_film_keeps_its_shape(bench: Bench, finished: Job) -> None:
    bench.pane.resize(400, 900)
    bench.show(finished)
    wide = bench.pane.splitter.sizes()[0]
    assert 225 <= wide <= 225 + 80
    assert finished.film is not None
    bench.changed(replace(finished, film=replace(finished.film, width=1080, height=1920, sha256="tall")))
    tall, tabs = bench.pane.splitter.sizes()
    assert tall > wide
    assert tabs >= 180


def test_every_control_has_a_name(bench: Bench, finished: Job) -> None:
    bench.show(finished)
    pane = bench.pane
    for button in pane.findChildren(QAbstractButton):
        assert button.text() or button.accessibleName() or is_of_qt(button)
    for view in pane.findChildren(QTextBrowser):
        assert view.accessibleName()
    assert pane.tabs.accessibleName()


def test_what_is_heard_is_in_view_when_the_script_is_looked_at_again(bench: Bench, finished: Job) -> None:
    bench.show(finished)
    bench.pane.tabs.setCurrentWidget(bench.pane.log)
    bench.pane.resize(640, 420)
    view = bench.pane.script.view
    bench.player.position_changed.emit(10_000.0)
    bench.pane.tabs.setCurrentWidget(bench.pane.script)
    assert view.heard is not None
    rect = view.sentence_rect(view.heard)
    assert view.viewport().rect().contains(rect.toRect())


def test_a_script_that_waits_to_be_approved_has_all_the_room(
    bench: Bench, jobs: dict[State, Job], made: Path
) -> None:
    job = jobs["needs-attention"]
    bench.place(made, job.key, finished=False)
    bench.show(job)
    assert not bench.player.isVisible()
    assert bench.pane.script.view.isVisible()
    bench.changed(replace(job, state="queued", problem=None, revision=job.revision + 1))
    assert bench.player.isVisible()
    assert "not been made yet" in bench.player.of_kind("message")[-1][0]


def test_a_long_notice_is_seen_whole_in_a_narrow_pane(bench: Bench, finished: Job) -> None:
    bench.pane.tabs.setCurrentWidget(bench.pane.paper)
    bench.show(replace(finished, paper=replace(finished.paper, retracted=True)))
    banner = bench.pane.paper.banner
    label = next(label for label in banner.findChildren(QLabel) if label.text() == banner.text)
    bench.qtbot.waitUntil(lambda: label.width() > 300)
    assert label.heightForWidth(label.width()) <= label.height() < 60


def test_a_slow_disk_is_not_asked_faster_than_it_answers(
    bench: Bench, finished: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, may_answer = [], threading.Event()

    def slowly(job: Job, folder: DataFolder, before: Details | None = None) -> Details:
        asked.append(job.revision)
        may_answer.wait(20)
        return read_details(job, folder, before)

    monkeypatch.setattr(pane_module, "read_details", slowly)
    bench.pane.show_job(finished)
    for number in range(1, 50):
        bench.pane.job_changed(replace(finished, revision=finished.revision + number))
    bench.qtbot.waitUntil(lambda: len(asked) == 1)
    may_answer.set()
    bench.settle()
    assert asked == [finished.revision, finished.revision + 49], "the first, and once more for all the others"
    assert bench.pane.script.view.isVisible()


@pytest.mark.parametrize("fault", [VideoGenError("no-luck", "It did not work.", ""), ZeroDivisionError()])
def test_a_job_is_followed_on_after_a_look_that_went_wrong(
    bench: Bench, finished: Job, fault: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda *what: told.append(what))
    bench.link.failed.connect(told.append)

    def fail(*_of: object) -> None:
        raise fault

    with monkeypatch.context() as faulty:
        faulty.setattr(pane_module, "read_details", fail)
        bench.pane.show_job(finished)
        bench.qtbot.waitUntil(lambda: bool(told))
    assert not bench.player.of_kind("film")

    bench.changed(replace(finished, revision=finished.revision + 1))

    assert bench.player.of_kind("film")
    assert bench.pane.script.view.isVisible()


def test_tab_leads_out_of_the_script(bench: Bench, finished: Job) -> None:
    bench.show(finished)
    bench.pane.activateWindow()
    view = bench.pane.script.view
    view.setFocus(Qt.FocusReason.TabFocusReason)
    bench.qtbot.waitUntil(view.hasFocus)
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert not view.hasFocus()


@pytest.mark.alone
def test_choosing_the_longest_real_paper_never_holds_the_window_up(
    bench: Bench,
    jobs: dict[State, Job],
    corpus: Path,
    longest_wait: Callable[[Callable[[], object]], float],
) -> None:
    largest = max((corpus / "jats").iterdir(), key=lambda path: path.stat().st_size)
    paper = read_in_hand(largest).paper
    job = jobs["failed"]
    work = bench.folder.work_of(job.key)
    work.mkdir(parents=True)
    (work / "paper.json").write_bytes(msgspec.json.encode(paper))
    (work / "script.json").write_bytes(msgspec.json.encode(write_script(paper)))
    bench.pane.tabs.setCurrentWidget(bench.pane.paper)
    assert longest_wait(lambda: bench.show(job)) < 0.1
    quoted = bench.pane.paper.view.quoted
    assert len(quoted) > 5
    assert longest_wait(lambda: bench.pane.script.view.chosen.emit(max(quoted))) < 0.1


def test_what_was_filled_unseen_begins_at_its_beginning(bench: Bench, finished: Job) -> None:
    bench.pane.tabs.setCurrentWidget(bench.pane.log)
    bench.pane.resize(420, 500)
    bench.show(finished)
    for tab, view in (
        (bench.pane.script, bench.pane.script.view),
        (bench.pane.paper, bench.pane.paper.view),
    ):
        bench.pane.tabs.setCurrentWidget(tab)
        assert view.textCursor().position() == 0
        assert view.verticalScrollBar().maximum() > 0
        assert view.verticalScrollBar().value() == 0
