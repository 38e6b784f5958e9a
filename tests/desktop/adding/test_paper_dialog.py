"""Typing, pasting and opening papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit, QWidget

from tests.desktop.adding.conftest import WAIT_MS, Desk, button, heading, primary, rows, said, tabs
from videogen_desktop.desktop.adding import Adder
from videogen_desktop.desktop.adding.draft import FILE
from videogen_desktop.desktop.preferences import Preferences

if TYPE_CHECKING:
    from pathlib import Path

    from videogen_desktop.desktop.adding.paper_dialog import PaperDialog
    from videogen_desktop.desktop.theme import Theme


def field(dialog: PaperDialog) -> QPlainTextEdit:
    found = dialog.findChild(QPlainTextEdit)
    assert isinstance(found, QPlainTextEdit)
    return found


def opened(desk: Desk) -> PaperDialog:
    desk.adder.open_dialog()
    return desk.dialog()


def paste(dialog: PaperDialog, mime: QMimeData) -> None:
    QApplication.clipboard().setMimeData(mime)
    field(dialog).paste()


def text_mime(text: str, html: str = "") -> QMimeData:
    mime = QMimeData()
    mime.setText(text)
    if html:
        mime.setHtml(html)
    return mime


def test_what_is_typed_is_recognised_as_it_is_typed(desk: Desk) -> None:
    dialog = opened(desk)
    assert not primary(dialog).isEnabled()
    assert primary(dialog).toolTip() == "Nothing is typed yet."
    QTest.keyClicks(field(dialog), "29412138 PMC5832411")
    desk.qtbot.waitUntil(lambda: "2 papers recognised" in said(dialog), timeout=WAIT_MS)
    desk.press(dialog, Qt.Key.Key_Return)
    QTest.keyClicks(field(dialog), "hello")
    desk.qtbot.waitUntil(lambda: "2 papers recognised, 1 not understood" in said(dialog), timeout=WAIT_MS)
    assert "Line 2, “\u2068hello\u2069”: No PMID, PMCID or DOI is in it." in said(dialog)
    assert primary(dialog).text() == "Review 2 papers"


def test_typed_papers_are_added_by_keyboard_alone(desk: Desk) -> None:
    dialog = opened(desk)
    QTest.keyClicks(field(dialog), "29412138")
    desk.qtbot.waitUntil(primary(dialog).isEnabled, timeout=WAIT_MS)
    QTest.keyClick(field(dialog), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    sheet = desk.sheet()
    with desk.qtbot.waitSignal(desk.adder.added, timeout=WAIT_MS):
        desk.press(sheet, Qt.Key.Key_Return)
    desk.gone()
    assert desk.names() == ["29412138"]
    assert field(opened(desk)).toPlainText() == ""


def test_text_is_there_again_when_the_dialog_was_closed(desk: Desk) -> None:
    dialog = opened(desk)
    QTest.keyClicks(field(dialog), "29412138 and my notes")
    desk.press(dialog, Qt.Key.Key_Escape)
    desk.qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=WAIT_MS)
    again = opened(desk)
    assert field(again).toPlainText() == "29412138 and my notes"
    again.close()
    assert field(opened(desk)).toPlainText() == "29412138 and my notes"


def test_text_is_there_again_when_the_sheet_was_cancelled(desk: Desk) -> None:
    dialog = opened(desk)
    field(dialog).setPlainText("29412138")
    desk.qtbot.waitUntil(primary(dialog).isEnabled, timeout=WAIT_MS)
    desk.click(primary(dialog))
    desk.press(desk.sheet(), Qt.Key.Key_Escape)
    assert field(desk.dialog()).toPlainText() == "29412138"


def test_clearing_can_be_undone(desk: Desk) -> None:
    dialog = opened(desk)
    QTest.keyClicks(field(dialog), "29412138")
    desk.qtbot.waitUntil(button(dialog, "Clear").isEnabled, timeout=WAIT_MS)
    desk.click(button(dialog, "Clear"))
    assert field(dialog).toPlainText() == ""
    field(dialog).undo()
    assert field(dialog).toPlainText() == "29412138"


def test_a_paste_keeps_lines_apart_and_brings_links(desk: Desk) -> None:
    dialog = opened(desk)
    QTest.keyClicks(field(dialog), "11")
    paste(dialog, text_mime("12\n13\n"))
    html = "<a href='https://pubmed.ncbi.nlm.nih.gov/14/'>A paper</a> <a href='https://example.com'>x</a>"
    paste(dialog, text_mime("A paper x", html))
    assert field(dialog).toPlainText().split("\n") == [
        "11",
        "12",
        "13",
        "A paper x",
        "https://pubmed.ncbi.nlm.nih.gov/14/",
        "",
    ]


def test_files_dropped_on_the_field_go_with_what_is_typed(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("12", encoding="utf-8")
    dialog = opened(desk)
    QTest.keyClicks(field(dialog), "11")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "list.txt"))])
    assert field(dialog).canInsertFromMimeData(mime)
    field(dialog).insertFromMimeData(mime)
    assert len(desk.add(desk.sheet())) == 2
    assert desk.names() == ["11", "12"]


def test_a_long_paste_goes_to_the_sheet_and_not_into_the_field(desk: Desk) -> None:
    dialog = opened(desk)
    QTest.keyClicks(field(dialog), "11")
    paste(dialog, text_mime("x" * 400_000))
    sheet = desk.sheet()
    assert tabs(sheet) == {"New": 1, "Not understood": 1}
    sheet.reject()
    assert field(desk.dialog()).toPlainText() == "11"


@pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
def test_files_are_opened(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("12 13", encoding="utf-8")
    dialog = opened(desk)
    desk.click(button(dialog, "Open files…"))
    chooser = dialog.findChild(QFileDialog)
    assert isinstance(chooser, QFileDialog)
    assert chooser.fileMode() == QFileDialog.FileMode.ExistingFiles
    chooser.filesSelected.emit([str(tmp_path / "list.txt")])
    sheet = desk.sheet()
    assert heading(sheet) == "2 new papers"
    assert [row[0] for row in rows(sheet, "New")] == ["PMID 12", "PMID 13"]


def test_a_second_asking_shows_the_dialog_that_is_open(desk: Desk) -> None:
    assert opened(desk) is opened(desk)


def test_everything_is_reached_by_tab_and_named(desk: Desk) -> None:
    dialog = opened(desk)
    field(dialog).setPlainText("11")
    desk.qtbot.waitUntil(primary(dialog).isEnabled, timeout=WAIT_MS)
    names = []
    for _ in range(6):
        widget = dialog.focusWidget()
        assert widget is not None
        names.append(widget.accessibleName() or widget.text().replace("&", ""))  # type: ignore[attr-defined]  # buttons
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    assert names[:4] == ["Papers", "Open files…", "Open a folder…", "Clear"]
    assert sorted(names[4:]) == ["Cancel", "Review 1 paper"], "in the platform's order"


def another_session(desk: Desk, theme: Theme) -> Desk:
    """The same queue with an adder that knows nothing but what is on the disk."""
    window = QWidget()
    desk.qtbot.addWidget(window)
    window.show()
    later = Desk(desk.qtbot, desk.link, window, Adder(desk.link, theme, Preferences, window), [])
    desk.qtbot.waitUntil(lambda: not desk.link.background.busy, timeout=WAIT_MS)
    return later


def draft(desk: Desk) -> Path:
    return desk.link.folder.root / FILE


def test_what_is_typed_is_there_in_the_next_session_and_gone_once_added(desk: Desk, theme: Theme) -> None:
    dialog = opened(desk)
    field(dialog).insertPlainText("29412138\nnaïve notes")
    desk.qtbot.waitUntil(draft(desk).exists, timeout=WAIT_MS)  # also when the program is killed now
    QTest.keyClicks(field(dialog), " 11")
    desk.adder.keep_draft()
    assert draft(desk).read_text(encoding="utf-8") == "29412138\nnaïve notes 11"

    later = another_session(desk, theme)
    assert field(opened(later)).toPlainText() == "29412138\nnaïve notes 11"
    later.qtbot.waitUntil(primary(later.dialog()).isEnabled, timeout=WAIT_MS)
    QTest.keyClick(field(later.dialog()), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with later.qtbot.waitSignal(later.adder.added, timeout=WAIT_MS):
        later.click(primary(later.sheet()))
    later.gone()
    later.qtbot.waitUntil(lambda: not draft(later).exists(), timeout=WAIT_MS)
    assert field(opened(another_session(later, theme))).toPlainText() == ""


def test_a_cleared_field_leaves_no_draft(desk: Desk) -> None:
    dialog = opened(desk)
    QTest.keyClicks(field(dialog), "11")
    desk.qtbot.waitUntil(draft(desk).exists, timeout=WAIT_MS)
    desk.click(button(dialog, "Clear"))
    desk.qtbot.waitUntil(lambda: not draft(desk).exists(), timeout=WAIT_MS)


def test_a_draft_that_cannot_be_read_or_written_is_no_trouble(desk: Desk, theme: Theme) -> None:
    draft(desk).mkdir()
    later = another_session(desk, theme)
    QTest.keyClicks(field(opened(later)), "11")
    later.adder.keep_draft()
    assert later.failed == []
    assert later.adder._draft.text == "11"


def test_what_clears_the_field_shows_that_the_keyboard_is_on_it(desk: Desk, theme: Theme) -> None:
    dialog = opened(desk)
    QTest.keyClicks(field(dialog), "29412138")
    clear = button(dialog, "Clear")
    desk.qtbot.waitUntil(clear.isEnabled, timeout=WAIT_MS)

    dialog.activateWindow()
    clear.setFocus(Qt.FocusReason.TabFocusReason)

    desk.qtbot.waitUntil(clear.hasFocus, timeout=WAIT_MS)
    edge = clear.grab().toImage().pixelColor(clear.width() // 2, 0)
    assert edge.name() == theme.roles.accent
