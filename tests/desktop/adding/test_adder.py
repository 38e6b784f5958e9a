"""From what is brought to jobs in the queue, through the sheet."""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTableView, QWidget

from tests.desktop.adding.conftest import (
    AROUND,
    WAIT_MS,
    Desk,
    box,
    button,
    choose,
    combo,
    heading,
    primary,
    rows,
    said,
    tabs,
)
from tests.pipeline.runs import write_small_paper
from videogen_desktop.desktop.adding import Adder
from videogen_desktop.desktop.preferences import Preferences
from videogen_desktop.desktop.queue_link import QueueLink
from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.instance import Call
from videogen_desktop.jobs.model import JobOptions
from videogen_desktop.jobs.store import JobStore

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from videogen_desktop.desktop.theme import Theme
    from videogen_desktop.jobs.model import NewPaper


def test_one_paper_is_added_with_one_key(desk: Desk) -> None:
    desk.adder.add_text("PMID: 29412138")
    sheet = desk.sheet()
    assert heading(sheet) == "1 new paper"
    assert primary(sheet).text() == "Add 1 paper"
    with desk.qtbot.waitSignal(desk.adder.added, timeout=WAIT_MS):
        desk.press(sheet, Qt.Key.Key_Return)
    assert desk.names() == ["29412138"]
    assert desk.added == [(1,)]
    desk.gone()


def test_escape_adds_nothing(desk: Desk) -> None:
    desk.adder.add_text("29412138")
    desk.press(desk.sheet(), Qt.Key.Key_Escape)
    desk.gone()
    assert desk.names() == []
    assert desk.undoable == []


def test_a_drop_of_files_links_and_text_is_added(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("PMID\n11\n12\n", encoding="utf-8")
    paper = write_small_paper(tmp_path / "paper")
    drop = QMimeData()
    files = [QUrl.fromLocalFile(str(tmp_path / "list.csv")), QUrl.fromLocalFile(str(paper))]
    drop.setUrls([*files, QUrl("https://pubmed.ncbi.nlm.nih.gov/13/")])
    assert desk.adder.accepts(drop)
    desk.adder.add_mime(drop)
    assert len(desk.add(desk.sheet())) == 4
    assert sorted(desk.names()) == sorted(["11", "12", "13", str(paper)])
    in_hand = next(job for job in desk.jobs() if job.paper.source)
    assert in_hand.paper.title


def test_each_row_says_what_it_is_and_where_it_stands(desk: Desk, tmp_path: Path) -> None:
    desk.put(11)
    (tmp_path / "list.txt").write_text("11\n12\n12\nhello\nPMC5832411\n", encoding="utf-8")
    desk.adder.add_paths([tmp_path / "list.txt"])
    sheet = desk.sheet()
    assert "list.txt" in said(sheet)
    assert tabs(sheet) == {"New": 2, "Already here": 1, "Repeated": 1, "Not understood": 1}
    place = "\u2068list.txt\u2069, line {}"
    assert rows(sheet, "New") == [("PMID 12", "", place.format(2)), ("PMC5832411", "", place.format(5))]
    assert rows(sheet, "Already here") == [("PMID 11", "Queued (number 1)", place.format(1))]
    assert rows(sheet, "Repeated") == [("PMID 12", place.format(2), place.format(3))]
    assert rows(sheet, "Not understood") == [("hello", "No PMID, PMCID or DOI is in it.", place.format(4))]
    assert desk.add(sheet) == (2, 3)


def test_films_that_are_here_are_made_again_when_that_is_wanted(desk: Desk) -> None:
    desk.put(11, 12)
    desk.adder.add_text("11 12")
    sheet = desk.sheet()
    assert heading(sheet) == "Nothing new"
    assert not primary(sheet).isEnabled()
    assert "There is such a film of each of these papers already." in said(sheet)
    QTest.keyClick(box(sheet, "Make the 2 films"), Qt.Key.Key_Space)
    assert primary(sheet).text() == "Add 2 papers"
    assert desk.add(sheet) == (3, 4)


def test_what_is_here_depends_on_the_options(desk: Desk) -> None:
    desk.put(11)
    desk.adder.add_text("11 12")
    sheet = desk.sheet()
    assert tabs(sheet) == {"New": 1, "Already here": 1}
    choose(combo(sheet, "Shape of the picture"), "9:16")
    desk.qtbot.waitUntil(lambda: tabs(sheet) == {"New": 2}, timeout=WAIT_MS)
    assert desk.add(sheet) == (2, 3)
    assert [job.options.aspect for job in desk.jobs()] == ["16:9", "9:16", "9:16"]


def test_every_option_goes_with_the_jobs_and_is_remembered_on_request(desk: Desk) -> None:
    desk.adder.add_text("11")
    sheet = desk.sheet()
    wanted = {
        "Shape of the picture": "1:1",
        "Length": "long",
        "Audience": "specialist",
        "Captions": "burned",
        "Colours of the film": "dark",
    }
    for name, value in wanted.items():
        choose(combo(sheet, name), value)
    for start in ("Let me read", "Also retracted", "Remember"):
        QTest.keyClick(box(sheet, start), Qt.Key.Key_Space)
    desk.qtbot.waitUntil(primary(sheet).isEnabled, timeout=WAIT_MS)
    desk.add(sheet)
    options = JobOptions(
        aspect="1:1",
        length="long",
        audience="specialist",
        captions="burned",
        theme="dark",
        allow_retracted=True,
        review=True,
    )
    assert desk.jobs()[0].options == options
    assert desk.chosen == [options]


def test_options_begin_as_they_are_preferred_and_are_kept_to_oneself(desk: Desk) -> None:
    desk.preferences.append(Preferences(options=JobOptions(aspect="9:16", length="short", review=True)))
    desk.adder.add_text("11")
    sheet = desk.sheet()
    assert combo(sheet, "Shape of the picture").currentText() == "Tall, 9:16"
    desk.add(sheet)
    assert desk.jobs()[0].options == JobOptions(aspect="9:16", length="short", review=True)
    assert desk.chosen == []


def test_a_lone_voice_and_a_lone_pipeline_are_no_choice(desk: Desk) -> None:
    desk.adder.add_text("11")
    sheet = desk.sheet()
    assert not combo(sheet, "Voice").isVisible()
    assert not combo(sheet, "Pipeline").isVisible()
    assert "joe (built in)" in said(sheet)


def test_a_voice_of_ones_own_can_be_chosen(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "voices").mkdir()
    (tmp_path / "voices" / "en_GB-alba-medium.onnx").touch()
    monkeypatch.setenv("VIDEOGEN_VOICES_DIR", str(tmp_path / "voices"))
    desk.adder.add_text("11")
    sheet = desk.sheet()
    choose(combo(sheet, "Voice"), "en_GB-alba-medium")
    desk.qtbot.waitUntil(primary(sheet).isEnabled, timeout=WAIT_MS)
    desk.add(sheet)
    assert desk.jobs()[0].options.voice == "en_GB-alba-medium"


@pytest.mark.parametrize(
    ("options", "name", "reason"),
    [
        (JobOptions(voice="gone"), "Voice", "This voice is not there."),
        (JobOptions(profile="gone"), "Pipeline", "This pipeline is not in the settings any more."),
    ],
)
def test_a_voice_or_pipeline_that_is_gone_must_be_changed(
    desk: Desk, options: JobOptions, name: str, reason: str
) -> None:
    desk.preferences.append(Preferences(options=options))
    desk.adder.add_text("11")
    sheet = desk.sheet()
    assert reason in said(sheet)
    assert not primary(sheet).isEnabled()
    field = combo(sheet, name)
    choose(field, None if name == "Voice" else "built-in")
    desk.qtbot.waitUntil(primary(sheet).isEnabled, timeout=WAIT_MS)
    desk.add(sheet)
    assert desk.jobs()[0].options == JobOptions()


def test_an_adding_is_undone(desk: Desk) -> None:
    desk.put(11)
    desk.adder.add_text("12 13")
    desk.add(desk.sheet())
    (undoable,) = desk.undoable
    assert undoable.text == "Undo adding 2 papers"
    for _again in range(2):
        with desk.qtbot.waitSignal(desk.adder.taken_back, timeout=WAIT_MS) as taken:
            undoable.undo()
        assert taken.args == [""]
        assert desk.names() == ["11"]


def test_what_cannot_be_read_is_told_and_nothing_can_be_added(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "binary.csv").write_bytes(os.urandom(5000))
    desk.adder.add_paths([tmp_path / "binary.csv", tmp_path / "gone.txt"])
    sheet = desk.sheet()
    assert heading(sheet) == "No paper was found"
    assert not primary(sheet).isEnabled()
    assert "Nothing here names a paper." in said(sheet)
    assert [row[0] for row in rows(sheet, "Not understood")] == ["binary.csv", "gone.txt"]
    assert "not a text file" in said(sheet)
    desk.press(sheet, Qt.Key.Key_Return)
    desk.gone()


def test_the_list_of_what_is_not_understood_can_be_copied(desk: Desk) -> None:
    desk.adder.add_text("29412138\nhello\nworld\n")
    sheet = desk.sheet()
    assert not button(sheet, "Copy list").isVisible()
    rows(sheet, "Not understood")
    desk.click(button(sheet, "Copy list"))
    reason = "No PMID, PMCID or DOI is in it."
    assert QGuiApplication.clipboard().text() == f"line 2\thello\t{reason}\nline 3\tworld\t{reason}"
    view = sheet.findChild(QTableView)
    assert isinstance(view, QTableView)
    view.selectRow(1)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == f"line 3\tworld\t{reason}"


def test_texts_that_would_mislead_are_shown_as_what_they_are(desk: Desk) -> None:
    desk.adder.add_text("<b>bold</b> \u202egnol\u202c text\n29412138")
    sheet = desk.sheet()
    ((text, _, _),) = rows(sheet, "Not understood")
    assert text.startswith("<b>bold</b>")
    assert "\u202e" not in text
    view = sheet.findChild(QTableView)
    assert isinstance(view, QTableView)
    tip = view.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;" in tip


def test_what_comes_while_a_sheet_is_open_waits_for_its_turn(desk: Desk) -> None:
    desk.adder.add_text("11")
    first = desk.sheet()
    desk.adder.add_text("12")
    desk.add(first)
    assert rows(desk.sheet(), "New")[0][0] == "PMID 12"
    desk.add(desk.sheet())
    assert desk.names() == ["11", "12"]


def test_what_comes_before_the_queue_is_open_waits_for_it(qtbot: QtBot, tmp_path: Path, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    link = QueueLink(DataFolder(tmp_path / "data"), Call((), tmp_path), around=AROUND)
    adder = Adder(link, theme, Preferences, window)
    adder.add_text("11")
    with qtbot.waitSignal(link.opened, timeout=WAIT_MS):
        link.open()
    link.pause()
    desk = Desk(qtbot, link, window, adder, [])
    adder.added.connect(desk.added.append)
    desk.add(desk.sheet())
    assert desk.names() == ["11"]
    assert link.close()


def test_a_reading_that_takes_long_shows_itself_and_can_be_cancelled(desk: Desk, tmp_path: Path) -> None:
    lines = "\n".join(f"row {number} of some notes and nothing else" for number in range(20_000))
    (tmp_path / "long.txt").write_text(lines, encoding="utf-8")
    desk.adder.add_paths([tmp_path / "long.txt"] * 30)
    desk.qtbot.waitUntil(lambda: desk.open_sheet() is not None, timeout=WAIT_MS)
    sheet = desk.open_sheet()
    assert sheet is not None
    assert heading(sheet) == "Reading…"
    desk.press(sheet, Qt.Key.Key_Escape)
    desk.gone()
    desk.qtbot.waitUntil(lambda: not desk.link.background.busy, timeout=WAIT_MS)
    desk.adder.add_text("11")
    desk.add(desk.sheet())
    assert desk.names() == ["11"]


FULL = VideoGenError("database-full", "The disk is full.", "Free some space, then try again.", retryable=True)


def test_a_failing_store_is_told_in_the_sheet_and_nothing_is_lost(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.adder.add_text("11")
    sheet = desk.sheet()
    with monkeypatch.context() as full:
        full.setattr(JobStore, "add", failing)
        desk.click(primary(sheet))
        desk.qtbot.waitUntil(lambda: "The disk is full. Free some space" in said(sheet), timeout=WAIT_MS)
    assert primary(sheet).text() == "Add 1 paper"
    desk.add(sheet)
    assert desk.names() == ["11"]


def test_a_store_that_cannot_be_asked_can_be_asked_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as full:
        full.setattr(JobStore, "preview", failing)
        desk.adder.add_text("11")
        sheet = desk.sheet()
        assert "The disk is full. Free some space" in said(sheet)
    assert primary(sheet).text() == "Try again"
    desk.click(primary(sheet))
    desk.qtbot.waitUntil(lambda: heading(sheet) == "1 new paper", timeout=WAIT_MS)
    desk.add(sheet)
    assert desk.names() == ["11"]


def test_what_is_being_added_is_not_lost_sight_of(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    adding, go_on = threading.Event(), threading.Event()
    add = JobStore.add

    def slowly(store: JobStore, papers: Sequence[NewPaper], options: JobOptions) -> tuple[int, ...]:
        adding.set()
        assert go_on.wait(WAIT_MS / 1000)
        return add(store, papers, options)

    monkeypatch.setattr(JobStore, "add", slowly)
    desk.adder.add_text("11")
    sheet = desk.sheet()
    desk.click(primary(sheet))
    desk.qtbot.waitUntil(adding.is_set, timeout=WAIT_MS)
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert sheet.isVisible()
    assert not primary(sheet).isEnabled()
    with desk.qtbot.waitSignal(desk.adder.added, timeout=WAIT_MS):
        go_on.set()
    desk.gone()
    assert desk.names() == ["11"]
    assert len(desk.undoable) == 1


def failing(*_: object, **__: object) -> None:
    raise FULL


def test_an_open_sheet_follows_the_theme(desk: Desk, theme: Theme) -> None:
    desk.adder.add_text("11\nhello")
    sheet = desk.sheet()
    shape = combo(sheet, "Shape of the picture")
    before = shape.itemIcon(0).pixmap(16, 16).toImage()
    theme.choose("dark")
    after = shape.itemIcon(0).pixmap(16, 16).toImage()
    theme.choose("light")
    assert before != after
    assert shape.itemIcon(0).pixmap(16, 16).toImage() == before


def test_everything_works_by_keyboard_and_is_named(desk: Desk) -> None:
    desk.put(11)
    desk.adder.add_text("11\n12\nhello")
    sheet = desk.sheet()
    rows(sheet, "Not understood")
    visited = []
    for _ in range(40):
        widget = sheet.focusWidget()
        assert widget is not None
        if widget in visited:
            break
        visited.append(widget)
        named = widget.accessibleName() or (widget.text() if hasattr(widget, "text") else "")
        assert named, widget
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    kinds = [type(widget).__name__ for widget in visited]
    assert kinds.count("QComboBox") == 5
    assert kinds.count("QCheckBox") == 4
    assert {"QTabBar", "CalmTable", "QPushButton"} <= set(kinds)
    order = [kinds.index(kind) for kind in ("QTabBar", "CalmTable", "QComboBox")]
    begin = kinds.index("QTabBar")
    assert [(place - begin) % len(kinds) for place in order] == sorted(
        (p - begin) % len(kinds) for p in order
    )
    assert all(b.text() for b in sheet.findChildren(QPushButton))
