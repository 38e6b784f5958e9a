"""From the choice of films to files in a folder, through the dialog and the sheet."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)

from tests.desktop.export.finished import names_in
from tests.desktop.exporting.conftest import add_finished
from videogen_desktop.desktop import exporting
from videogen_desktop.desktop.export import (
    ExportSettings,
    carry_out,
    read_export_settings,
    write_export_settings,
)
from videogen_desktop.desktop.exporting import export_settings_file, run
from videogen_desktop.desktop.exporting.usual_folder import usual_folder
from videogen_desktop.jobs.clock import SystemClock
from videogen_desktop.jobs.model import JobOptions
from videogen_desktop.jobs.store import open_store

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot

    from videogen_desktop.desktop.export import ExportProgress, Plan, Receipt
    from videogen_desktop.desktop.exporting import Exporter
    from videogen_desktop.desktop.exporting.dialog import ExportDialog
    from videogen_desktop.desktop.queue_link import QueueLink
    from videogen_desktop.jobs.data_folder import DataFolder

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # a window of offscreen is none
W = TypeVar("W", bound=QWidget)


def named(parent: QWidget, kind: type[W], name: str) -> W:
    """The control that has this accessible name."""
    (found,) = [child for child in parent.findChildren(kind) if child.accessibleName() == name]
    return found


def export_button(dialog: QDialog) -> QPushButton:
    (found,) = [button for button in dialog.findChildren(QPushButton) if button.text() == "&Export"]
    return found


def said(parent: QWidget) -> str:
    """Everything that can be read in a dialog."""
    labels = [label.text() for label in parent.findChildren(QLabel) if label.isVisible()]
    lists = [each.toPlainText() for each in parent.findChildren(QPlainTextEdit) if each.isVisible()]
    return "\n".join(labels + lists)


def ask(qtbot: QtBot, exporter: Exporter, ids: list[int] | None) -> ExportDialog:
    exporter.export(ids)
    qtbot.waitUntil(lambda: exporter.dialog is not None)
    assert exporter.dialog is not None
    return exporter.dialog


def choose(qtbot: QtBot, dialog: QDialog, folder: Path, template: str = "{title}") -> None:
    named(dialog, QLineEdit, "Folder to export to").setText(str(folder))
    named(dialog, QLineEdit, "Template of the file name").setText(template)
    qtbot.waitUntil(export_button(dialog).isEnabled)


def finish(qtbot: QtBot, exporter: Exporter, dialog: QDialog) -> Receipt:
    with qtbot.waitSignal(exporter.finished) as ended:
        export_button(dialog).click()
    receipt: Receipt = ended.args[0]
    return receipt


def test_all_completed_films_are_exported_and_the_wish_is_remembered(
    qtbot: QtBot, exporter: Exporter, data: DataFolder, tmp_path: Path
) -> None:
    dialog = ask(qtbot, exporter, None)
    assert dialog.windowTitle() == "Export 3 films"
    choose(qtbot, dialog, tmp_path / "out")
    assert "3 films, 921.7 kB" in said(dialog)
    assert "free" in said(dialog)
    finish(qtbot, exporter, dialog)
    assert names_in(tmp_path / "out") == [
        "A third paper.mp4",
        "A third paper.srt",
        "Imaging of cortical circuits.mp4",
        "Imaging of cortical circuits.srt",
        "Weight change and mortality.mp4",
        "Weight change and mortality.srt",
    ]
    assert exporter.sheet is not None
    assert "3 exported" in said(exporter.sheet)
    qtbot.waitUntil(export_settings_file(data).exists)
    remembered = read_export_settings(export_settings_file(data))
    assert (remembered.folder, remembered.template) == (tmp_path / "out", "{title}")


def test_what_cannot_be_exported_is_said_before_and_after(
    qtbot: QtBot, exporter: Exporter, tmp_path: Path
) -> None:
    dialog = ask(qtbot, exporter, [1, 4])
    choose(qtbot, dialog, tmp_path / "out")
    assert "1 film, " in said(dialog)
    assert "1 cannot be exported:" in said(dialog)
    assert "“Not made yet” has no finished film." in said(dialog)
    finish(qtbot, exporter, dialog)
    assert exporter.sheet is not None
    assert "1 exported, 1 not exported" in said(exporter.sheet)
    assert "“Not made yet” has no finished film. Export it again when its film is done." in said(
        exporter.sheet
    )


def test_nothing_finished_is_said_and_no_dialog_opens(qtbot: QtBot, exporter: Exporter) -> None:
    with qtbot.waitSignal(exporter.failed) as failed:
        exporter.export([4])
    assert failed.args[0].code == "nothing-to-export"
    assert exporter.dialog is None


def test_the_name_is_shown_as_it_is_typed_and_fields_are_put_in_at_the_cursor(
    qtbot: QtBot, exporter: Exporter
) -> None:
    dialog = ask(qtbot, exporter, [1])
    line = named(dialog, QLineEdit, "Template of the file name")
    line.selectAll()
    QTest.keyClicks(line, "film ")
    menu = named(dialog, QPushButton, "Insert a field into the file name").menu()
    assert menu is not None
    (year,) = [action for action in menu.actions() if action.text() == "Year"]
    year.trigger()
    assert line.text() == "film {year}"
    assert "film 2018.mp4" in said(dialog)


def test_a_template_that_cannot_be_is_marked_and_nothing_can_be_exported(
    qtbot: QtBot, exporter: Exporter, tmp_path: Path
) -> None:
    dialog = ask(qtbot, exporter, [1])
    choose(qtbot, dialog, tmp_path / "out")
    line = named(dialog, QLineEdit, "Template of the file name")
    line.setText("{yeer}")
    assert line.property("invalid") is True
    assert "There is no field {yeer} for a file name. Did you mean {year}?" in said(dialog)
    assert not export_button(dialog).isEnabled()
    assert export_button(dialog).toolTip() == line.accessibleDescription()
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert dialog.isVisible()
    line.setText("{year}")
    assert line.property("invalid") is False
    qtbot.waitUntil(export_button(dialog).isEnabled)


@pytest.mark.parametrize(
    ("folder", "why"),
    [("", "Choose the folder"), ("films", "Give the whole path"), ("~nobody-here/x", "Give the whole path")],
)
def test_a_folder_that_cannot_be_is_marked(
    qtbot: QtBot, exporter: Exporter, tmp_path: Path, folder: str, why: str
) -> None:
    dialog = ask(qtbot, exporter, [1])
    choose(qtbot, dialog, tmp_path / "out")
    line = named(dialog, QLineEdit, "Folder to export to")
    line.setText(folder)
    assert line.property("invalid") is True
    assert why in said(dialog)
    assert not export_button(dialog).isEnabled()


def test_a_folder_is_proposed_before_any_was_chosen(
    qtbot: QtBot, exporter: Exporter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting.exporter, "usual_folder", lambda: tmp_path)
    dialog = ask(qtbot, exporter, [1])
    line = named(dialog, QLineEdit, "Folder to export to")
    assert line.text() == str(tmp_path)
    assert not line.property("invalid")
    qtbot.waitUntil(export_button(dialog).isEnabled)


def test_the_folder_of_videos_is_proposed_or_else_the_next_best(tmp_path: Path) -> None:
    location = QStandardPaths.StandardLocation
    places = {
        location.MoviesLocation: str(tmp_path / "Videos"),
        location.DocumentsLocation: str(tmp_path / "Documents"),
        location.HomeLocation: "",
    }
    assert usual_folder(places.__getitem__) is None
    (tmp_path / "Documents").mkdir()
    assert usual_folder(places.__getitem__) == tmp_path / "Documents"
    (tmp_path / "Videos").mkdir()
    assert usual_folder(places.__getitem__) == tmp_path / "Videos"


def test_a_folder_that_nobody_has_named_yet_is_no_mistake_until_export_is_pressed(
    qtbot: QtBot, exporter: Exporter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting.exporter, "usual_folder", lambda: None)
    dialog = ask(qtbot, exporter, [1])
    line = named(dialog, QLineEdit, "Folder to export to")
    (hint,) = [each for each in dialog.findChildren(QLabel) if each.text().startswith("Choose the folder")]
    assert not line.property("invalid")
    assert hint.isVisible()
    assert hint.property("role") == "subtle"
    assert line.accessibleDescription() == hint.text()

    export_button(dialog).click()
    assert dialog.isVisible()
    assert line.property("invalid") is True
    assert hint.property("role") == "bad"
    assert not export_button(dialog).isEnabled()

    choose(qtbot, dialog, tmp_path / "out")
    assert line.property("invalid") is False
    assert not hint.isVisible()


def test_a_file_in_place_of_the_folder_is_said(qtbot: QtBot, exporter: Exporter, tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"theirs")
    dialog = ask(qtbot, exporter, [1])
    named(dialog, QLineEdit, "Folder to export to").setText(str(tmp_path / "out"))
    qtbot.waitUntil(lambda: "is a file and no folder" in said(dialog))
    assert not export_button(dialog).isEnabled()


def test_nothing_chosen_is_said(qtbot: QtBot, exporter: Exporter, tmp_path: Path) -> None:
    dialog = ask(qtbot, exporter, [1])
    choose(qtbot, dialog, tmp_path / "out")
    for name in ("Film (.mp4)", "Subtitles (.srt)"):
        named(dialog, QCheckBox, name).click()
    qtbot.waitUntil(lambda: "Nothing was chosen to export." in said(dialog))


def test_files_that_are_there_stay_are_replaced_or_get_company(
    qtbot: QtBot, exporter: Exporter, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "A third paper.mp4").write_bytes(b"theirs")
    (out / "A third paper.srt").write_bytes(b"theirs")
    dialog = ask(qtbot, exporter, [3])
    named(dialog, QLineEdit, "Folder to export to").setText(str(out))
    named(dialog, QLineEdit, "Template of the file name").setText("{title}")
    qtbot.waitUntil(lambda: "Other files in that folder have these names." in said(dialog))
    assert not export_button(dialog).isEnabled()
    named(dialog, QRadioButton, "Replace it with the new one").click()
    qtbot.waitUntil(lambda: "2 files replaced" in said(dialog))
    named(dialog, QRadioButton, "Keep both: the new one gets a number").click()
    qtbot.waitUntil(export_button(dialog).isEnabled)
    finish(qtbot, exporter, dialog)
    assert "A third paper (2).mp4" in names_in(out)
    assert (out / "A third paper.mp4").read_bytes() == b"theirs"


@pytest.fixture
def square(data: DataFolder) -> int:
    """The first paper's film once more, in another shape."""
    store = open_store(data, SystemClock())
    [paper] = [job.paper for job in store.jobs([1])]
    add_finished(store, data, 5, paper, JobOptions(aspect="1:1"))
    store.close()
    return 5


def test_only_the_very_film_is_there_already(
    qtbot: QtBot, square: int, link: QueueLink, exporter: Exporter, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    dialog = ask(qtbot, exporter, [1])
    choose(qtbot, dialog, out)
    finish(qtbot, exporter, dialog)

    dialog = ask(qtbot, exporter, [1])
    qtbot.waitUntil(lambda: "Everything is in that folder already." in said(dialog))
    dialog.reject()
    dialog = ask(qtbot, exporter, [square])
    qtbot.waitUntil(lambda: "Other files in that folder have these names." in said(dialog))
    named(dialog, QCheckBox, "Thumbnail (.jpg)").click()
    qtbot.waitUntil(lambda: "1 not exported: another file has its name" in said(dialog))
    assert "1 file there already" in said(dialog)  # both films have the same subtitles
    named(dialog, QRadioButton, "Keep both: the new one gets a number").click()
    qtbot.waitUntil(export_button(dialog).isEnabled)
    finish(qtbot, exporter, dialog)
    [job] = link.queue.store.jobs([square])
    assert job.film is not None
    assert (out / f"{job.paper.title} (2).mp4").read_bytes() == job.film.path.read_bytes()


def test_a_drive_that_is_not_there_is_a_sentence(
    qtbot: QtBot, exporter: Exporter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    away, exists, is_dir = tmp_path / "stick", Path.exists, Path.is_dir

    def unless_away(asked: Callable[[Path], bool], path: Path) -> bool:
        """As on Windows for a drive's letter: not even the root of the path is there."""
        return asked(path) and not (away / "films").is_relative_to(path)

    monkeypatch.setattr(Path, "exists", lambda path: unless_away(exists, path))
    monkeypatch.setattr(Path, "is_dir", lambda path: unless_away(is_dir, path))
    dialog = ask(qtbot, exporter, [1])
    named(dialog, QLineEdit, "Folder to export to").setText(str(away / "films"))
    qtbot.waitUntil(lambda: f"The drive of {away / 'films'} is not there." in said(dialog))
    assert not export_button(dialog).isEnabled()


def test_again_asks_nothing_while_the_last_wish_holds(
    qtbot: QtBot, exporter: Exporter, data: DataFolder, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    write_export_settings(export_settings_file(data), ExportSettings(folder=out, template="{pmid}"))
    with qtbot.waitSignal(exporter.finished):
        exporter.export_again([2])
    assert exporter.dialog is None
    assert names_in(out) == ["29608149.mp4", "29608149.srt"]


@pytest.mark.parametrize("content", [None, b"no JSON"])
def test_again_asks_where_the_last_wish_does_not_hold(
    qtbot: QtBot, exporter: Exporter, data: DataFolder, tmp_path: Path, content: bytes | None
) -> None:
    file = export_settings_file(data)
    if content is None:
        write_export_settings(file, ExportSettings(folder=tmp_path / "gone"))
    else:
        file.write_bytes(content)
    exporter.export_again([2])
    qtbot.waitUntil(lambda: exporter.dialog is not None)
    assert not exporter.busy


def test_an_export_is_stopped_and_what_was_written_stays(
    qtbot: QtBot, exporter: Exporter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def once_it_is_stopped(
        plan: Plan, tell: Callable[[ExportProgress], None], cancel: threading.Event
    ) -> Receipt:
        assert cancel.wait(20)
        return carry_out(plan, tell, cancel)

    monkeypatch.setattr(run, "carry_out", once_it_is_stopped)
    dialog = ask(qtbot, exporter, None)
    choose(qtbot, dialog, tmp_path / "out")
    with qtbot.waitSignal(exporter.finished) as ended:
        export_button(dialog).click()
        assert exporter.sheet is not None
        assert not exporter.sheet.isModal()
        assert exporter.busy
        named(exporter.sheet, QPushButton, "Cancel").click()
    receipt: Receipt = ended.args[0]
    assert receipt.cancelled
    assert "You stopped the export." in said(exporter.sheet)
    assert not list((tmp_path / "out").glob(".videogen*"))
    for outcome in receipt.outcomes:
        assert outcome.item.target.exists() == (outcome.result == "exported")


def test_a_film_that_vanished_is_a_sentence_and_the_list_can_be_copied(
    qtbot: QtBot, exporter: Exporter, data: DataFolder, tmp_path: Path
) -> None:
    out = tmp_path / "parent" / "out"
    dialog = ask(qtbot, exporter, [1, 2])
    choose(qtbot, dialog, out)
    shutil.rmtree(data.films / "job-2")
    finish(qtbot, exporter, dialog)
    sheet = exporter.sheet
    assert sheet is not None
    assert "1 exported, 1 not exported" in said(sheet)
    assert "What was exported is whole and stays." in said(sheet)
    assert "The film of “Weight change and mortality” is not where it was made." in said(sheet)
    named(sheet, QPushButton, "Copy list").click()
    copied = QGuiApplication.clipboard().text()
    assert "exported\tImaging of cortical circuits.mp4" in copied
    assert "failed\tWeight change and mortality.mp4\tThe film of" in copied


def test_a_folder_that_cannot_be_made_is_said_and_nothing_is_written(
    qtbot: QtBot, exporter: Exporter, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    dialog = ask(qtbot, exporter, [1])
    choose(qtbot, dialog, out)
    out.write_bytes(b"theirs")
    export_button(dialog).click()
    qtbot.waitUntil(lambda: exporter.sheet is not None and "Nothing was exported" in said(exporter.sheet))
    assert exporter.sheet is not None
    assert "cannot be written to" in said(exporter.sheet)
    assert out.read_bytes() == b"theirs"
    assert not exporter.busy


def test_a_sheet_that_is_closed_stops_nothing_and_comes_back(
    qtbot: QtBot, exporter: Exporter, tmp_path: Path
) -> None:
    dialog = ask(qtbot, exporter, None)
    choose(qtbot, dialog, tmp_path / "out")
    with qtbot.waitSignal(exporter.finished):
        export_button(dialog).click()
        assert exporter.sheet is not None
        QTest.keyClick(exporter.sheet, Qt.Key.Key_Escape)
        assert not exporter.sheet.isVisible()
    assert exporter.sheet.isVisible()
    assert "3 exported" in said(exporter.sheet)
    named(exporter.sheet, QPushButton, "Close").click()
    assert not exporter.sheet.isVisible()


def test_exported_films_are_what_was_made(
    qtbot: QtBot, exporter: Exporter, data: DataFolder, tmp_path: Path
) -> None:
    dialog = ask(qtbot, exporter, [1])
    choose(qtbot, dialog, tmp_path / "out")
    receipt = finish(qtbot, exporter, dialog)
    made = (data.films / "job-1" / "final_video.mp4").read_bytes()
    assert receipt.outcomes[0].sha256 == hashlib.sha256(made).hexdigest()
    assert (tmp_path / "out" / "Imaging of cortical circuits.mp4").read_bytes() == made


def test_every_control_has_a_name_and_a_place_in_the_tab_order(qtbot: QtBot, exporter: Exporter) -> None:
    dialog = ask(qtbot, exporter, [1])
    controls = [*dialog.findChildren(QLineEdit), *dialog.findChildren(QAbstractButton)]
    for control in controls:
        text = control.text() if isinstance(control, QAbstractButton) else ""
        assert control.accessibleName() or text
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus
    seen: list[str] = []
    at = dialog.nextInFocusChain()
    while at is not None and at is not dialog:
        seen.append(at.accessibleName())
        at = at.nextInFocusChain()
    wanted = [
        "Folder to export to",
        "Template of the file name",
        "Film (.mp4)",
        "Replace it with the new one",
    ]
    assert [name for name in seen if name in wanted] == wanted
