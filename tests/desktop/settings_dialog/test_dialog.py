"""The whole dialog on an open queue: what is chosen is kept, what cannot be is said, keys are in no file."""

from __future__ import annotations

import logging
import os
import time
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSpinBox,
    QTableWidget,
    QWidget,
)

from tests.yardstick import slowness
from videogen_desktop.desktop.preferences import Preferences, preferences_file, read_preferences
from videogen_desktop.desktop.settings_dialog import NCBI_KEY, Secrets, SettingsDialog
from videogen_desktop.desktop.settings_dialog.controls import Choice, FolderField
from videogen_desktop.desktop.settings_dialog.draft import Draft
from videogen_desktop.desktop.settings_dialog.import_dialog import ImportDialog
from videogen_desktop.desktop.settings_dialog.page import Amount
from videogen_desktop.desktop.settings_dialog.setting_words import setting_label
from videogen_desktop.desktop.settings_dialog.transfer import differences, document_of
from videogen_desktop.desktop.theme import LIGHT
from videogen_desktop.jobs.settings import GIB, Keep, Limits, Profile, QueueSettings, read_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.desktop.settings_dialog.conftest import MemoryKeyring
    from videogen_desktop.desktop.queue_link import QueueLink
    from videogen_desktop.desktop.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "multimedia", "PulseAudio", "pipewire")
W = TypeVar("W", bound=QWidget)
VALUE = "abc123s3cret"
ROUNDS = 5
"""A machine that is busy with other things is late itself; a dialog that stalls does so each time."""


@pytest.fixture
def open_dialog(
    qtbot: QtBot, link: QueueLink, theme: Theme, secrets: Secrets
) -> Iterator[Callable[..., SettingsDialog]]:
    opened: list[SettingsDialog] = []

    def show(preferences: Preferences | None = None) -> SettingsDialog:
        dialog = SettingsDialog(link, theme, preferences or Preferences(), secrets)
        opened.append(dialog)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: all(area.widget() for area in dialog.findChildren(QScrollArea)))
        return dialog

    yield show
    for dialog in opened:
        dialog.reject()
    qtbot.waitUntil(lambda: not link.background.busy)


def named(parent: QWidget, kind: type[W], name: str) -> W:
    """The control that has this accessible name."""
    (found,) = [child for child in parent.findChildren(kind) if child.accessibleName() == name]
    return found


def ok_button(dialog: QWidget) -> QPushButton:
    (found,) = [button for button in dialog.findChildren(QPushButton) if button.text() == "OK"]
    return found


def said(parent: QWidget) -> str:
    labels = [label.text() for label in parent.findChildren(QLabel) if label.isVisible()]
    lists = [each.toPlainText() for each in parent.findChildren(QPlainTextEdit) if each.isVisible()]
    return "\n".join(labels + lists)


def press_ok(qtbot: QtBot, dialog: SettingsDialog) -> Preferences:
    with qtbot.waitSignal(dialog.changed) as told:
        ok_button(dialog).click()
    preferences: Preferences = told.args[0]
    return preferences


def choose(box: QComboBox, words: str) -> None:
    box.setCurrentIndex(box.findText(words, Qt.MatchFlag.MatchContains))


@pytest.mark.usefixtures("ring")
def test_what_is_chosen_on_every_page_is_kept(
    qtbot: QtBot, link: QueueLink, open_dialog: Callable[..., SettingsDialog], tmp_path: Path
) -> None:
    dialog = open_dialog()
    choose(named(dialog, Choice, "Shape"), "9:16")
    choose(named(dialog, Choice, "Length"), "Short")
    choose(named(dialog, Choice, "Audience"), "Specialists")
    choose(named(dialog, Choice, "Captions"), "Drawn")
    named(dialog, QCheckBox, "Stop after the script, so that I can read it first").click()
    named(dialog, QSpinBox, "Films at once").setValue(3)
    named(dialog, Amount, "Least free space").setValue(5.5)
    named(dialog, QCheckBox, "Pause while the computer runs on its battery").click()
    named(dialog, Amount, "After silence of").setValue(30)
    named(dialog, FolderField, "Folder of finished films").take(tmp_path / "films")
    named(dialog, QLineEdit, "Email").setText("jane@example.org")
    named(dialog, Amount, "Logs for").setValue(7)
    named(dialog, QRadioButton, "Tell me: Never").click()
    named(dialog, QCheckBox, "Go on making films, with an icon in the tray").click()
    named(dialog, QRadioButton, "Colours: Dark").click()
    preferences = press_ok(qtbot, dialog)
    assert not dialog.isVisible()
    assert read_preferences(preferences_file(link.queue.folder)) == preferences
    options = preferences.options
    assert (options.aspect, options.length, options.audience) == ("9:16", "short", "specialist")
    assert (options.captions, options.review, options.voice) == ("burned", True, None)
    assert (preferences.email, preferences.notify) == ("jane@example.org", "never")
    assert (preferences.keep_in_tray, preferences.appearance) == (True, "dark")
    assert (
        link.queue.settings()
        == read_settings(link.queue.folder.settings)
        == QueueSettings(
            workers=3,
            least_free_bytes=round(5.5 * GIB),
            pause_on_battery=True,
            films_folder=tmp_path / "films",
            limits=Limits(stall_s=1800.0),
            keep=Keep(log_days=7.0),
        )
    )
    qtbot.waitUntil(lambda: link.pool.sizes().jobs == 3)


@pytest.mark.usefixtures("ring")
def test_what_nobody_touched_stays_as_precise_as_it_was(
    qtbot: QtBot, link: QueueLink, open_dialog: Callable[..., SettingsDialog]
) -> None:
    odd = QueueSettings(least_free_bytes=1234567, limits=Limits(stall_s=61.7), keep=Keep(work_days=1 / 3))
    link.queue.settings.change(odd)
    dialog = open_dialog()
    named(dialog, QSpinBox, "Films at once").setValue(2)
    press_ok(qtbot, dialog)
    assert link.queue.settings() == replace(odd, workers=2)


@pytest.mark.usefixtures("ring")
def test_cancel_changes_nothing_and_takes_the_look_back(
    open_dialog: Callable[..., SettingsDialog], link: QueueLink, theme: Theme
) -> None:
    theme.choose("light")
    dialog = open_dialog(Preferences(appearance="light"))
    named(dialog, QRadioButton, "Colours: Dark").click()
    assert theme.roles.name == "dark"
    named(dialog, QSpinBox, "Films at once").setValue(2)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert theme.roles.window == LIGHT.window
    assert not preferences_file(link.queue.folder).exists()
    assert link.queue.settings() == QueueSettings()


@pytest.mark.usefixtures("ring")
@pytest.mark.parametrize(
    ("field", "typed", "why"),
    [
        ("Email", "nobody", "This is not an email address."),
        ("API key", "a-b", "A key of NCBI's holds only letters and digits."),
        ("Folder of finished films", "films", "Give the whole path of the folder, or choose it with Browse."),
        (
            "Folder of finished films",
            "~nobody-here",
            "Give the whole path of the folder, or choose it with Browse.",
        ),
    ],
)
def test_what_cannot_be_is_marked_as_it_is_typed(
    open_dialog: Callable[..., SettingsDialog], field: str, typed: str, why: str
) -> None:
    dialog = open_dialog()
    line = named(dialog, QLineEdit, field)
    line.setText(typed)
    assert line.property("invalid") is True
    assert line.accessibleDescription() == why
    assert not ok_button(dialog).isEnabled()
    assert why in ok_button(dialog).toolTip()
    assert why in said(dialog)
    line.clear()
    assert line.property("invalid") is False
    assert ok_button(dialog).isEnabled()


@pytest.mark.usefixtures("ring")
def test_a_folder_that_is_a_file_is_found_out(
    qtbot: QtBot, open_dialog: Callable[..., SettingsDialog], tmp_path: Path
) -> None:
    (tmp_path / "films").write_bytes(b"")
    dialog = open_dialog()
    named(dialog, QLineEdit, "Folder of finished films").setText(str(tmp_path / "films"))
    qtbot.waitUntil(lambda: not ok_button(dialog).isEnabled())
    assert "There is a file in that place, and no folder." in ok_button(dialog).toolTip()


@pytest.mark.usefixtures("ring")
def test_films_cannot_go_where_the_program_clears_its_own_files_away(
    qtbot: QtBot, link: QueueLink, open_dialog: Callable[..., SettingsDialog]
) -> None:
    dialog = open_dialog()
    line = named(dialog, QLineEdit, "Folder of finished films")
    line.setText(str(link.queue.folder.work / "films"))
    qtbot.waitUntil(lambda: not ok_button(dialog).isEnabled())
    why = "The program clears its own files away there. Choose another folder."
    assert why in ok_button(dialog).toolTip()
    assert line.accessibleDescription() == why
    line.setText(str(link.queue.folder.root / "films"))
    qtbot.waitUntil(lambda: ok_button(dialog).isEnabled())


def test_a_key_is_kept_by_the_keyring_and_in_no_file(
    qtbot: QtBot, open_dialog: Callable[..., SettingsDialog], ring: MemoryKeyring
) -> None:
    dialog = open_dialog()
    dialog.show_page("NCBI")
    qtbot.waitUntil(lambda: "goes into the keyring" in said(dialog))
    named(dialog, QLineEdit, "API key").setText(VALUE)
    press_ok(qtbot, dialog)
    assert ring.kept == {NCBI_KEY: VALUE}
    assert named(dialog, QLineEdit, "API key").text() == ""
    again = open_dialog()
    again.show_page("NCBI")
    qtbot.waitUntil(lambda: "Kept in the keyring of this computer." in said(again))
    named(again, QPushButton, "Forget: API key").click()
    assert ring.kept == {NCBI_KEY: VALUE}
    press_ok(qtbot, again)
    assert ring.kept == {}


@pytest.mark.usefixtures("no_ring")
def test_without_a_keyring_a_key_is_kept_in_memory_only(
    qtbot: QtBot,
    open_dialog: Callable[..., SettingsDialog],
    secrets: Secrets,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    dialog = open_dialog()
    dialog.show_page("NCBI")
    qtbot.waitUntil(lambda: "This computer has no keyring" in said(dialog))
    named(dialog, QLineEdit, "API key").setText(VALUE)
    press_ok(qtbot, dialog)
    assert secrets(NCBI_KEY) == VALUE
    again = open_dialog()
    again.show_page("NCBI")
    qtbot.waitUntil(lambda: "Kept until you quit the program, and in no file." in said(again))
    assert VALUE not in caplog.text
    for file in tmp_path.rglob("*"):
        assert not file.is_file() or VALUE.encode() not in file.read_bytes()


def test_a_pipeline_is_added_with_its_key_and_films_can_be_made_with_it(
    qtbot: QtBot, link: QueueLink, open_dialog: Callable[..., SettingsDialog], ring: MemoryKeyring
) -> None:
    dialog = open_dialog()
    dialog.show_page("Pipelines")
    named(dialog, QPushButton, "Add").click()
    assert "My pipeline: Give the program to run" in ok_button(dialog).toolTip()
    named(dialog, QLineEdit, "Name").setText("Mine")
    command = named(dialog, QPlainTextEdit, "Command")
    command.setPlainText("python3\nmain.py\n{paper_id}\n{title}")
    assert "{title} stands for nothing." in said(dialog)
    command.setPlainText("python3\nmain.py\n\n{paper_id}\n--out={output_dir}")
    assert ok_button(dialog).isEnabled()
    named(dialog, QLineEdit, "Keys").setText("OPENAI_API_KEY, A B")
    named(dialog, QLineEdit, "Keys").setText("OPENAI_API_KEY")
    named(dialog, QLineEdit, "Value of OPENAI_API_KEY").setText(VALUE)
    choose(named(dialog, Choice, "Pipeline"), "Mine")
    named(dialog, QLineEdit, "Name").setText("Renamed")
    preferences = press_ok(qtbot, dialog)
    assert preferences.options.profile == "Renamed"
    assert link.queue.settings().profiles == (
        Profile(
            "Renamed",
            ("python3", "main.py", "{paper_id}", "--out={output_dir}"),
            secrets=("OPENAI_API_KEY",),
        ),
    )
    assert ring.kept == {"OPENAI_API_KEY": VALUE}


@pytest.mark.usefixtures("ring")
def test_a_pipeline_that_is_removed_is_made_films_with_no_more(
    qtbot: QtBot, link: QueueLink, open_dialog: Callable[..., SettingsDialog]
) -> None:
    command = ("a", "{paper_id}", "{output_dir}")
    link.queue.settings.change(QueueSettings(profiles=(Profile("One", command), Profile("Two", command))))
    preferences = Preferences()
    dialog = open_dialog(replace(preferences, options=replace(preferences.options, profile="One")))
    named(dialog, QPushButton, "Remove").click()
    assert press_ok(qtbot, dialog).options.profile == "built-in"
    assert [profile.name for profile in link.queue.settings().profiles] == ["Two"]


@pytest.mark.usefixtures("ring")
def test_tab_comes_to_the_key_of_a_pipeline_that_is_turned_to_before_the_buttons(
    link: QueueLink, open_dialog: Callable[..., SettingsDialog]
) -> None:
    command = ("a", "{paper_id}", "{output_dir}")
    profiles = (Profile("One", command), Profile("Two", command, secrets=("TWO_KEY",)))
    link.queue.settings.change(QueueSettings(profiles=profiles))
    dialog = open_dialog()
    dialog.show_page("Pipelines")

    which = named(dialog, QComboBox, "Pipeline to be changed")
    which.setCurrentIndex(1)

    order = [which.nextInFocusChain()]
    while order[-1] is not which:
        order.append(order[-1].nextInFocusChain())
    assert order.index(named(dialog, QLineEdit, "Value of TWO_KEY")) < order.index(ok_button(dialog))


@pytest.mark.usefixtures("ring")
def test_a_clean_up_is_shown_and_then_done(
    qtbot: QtBot, link: QueueLink, open_dialog: Callable[..., SettingsDialog]
) -> None:
    partial = link.queue.folder.root / "settings.partial-0123abcd.json"
    partial.write_bytes(bytes(2_000_000))
    old = time.time() - 3 * 86400
    os.utime(partial, (old, old))
    dialog = open_dialog()
    dialog.show_page("Clean-up")
    clean = named(dialog, QPushButton, "Clean up now")
    assert not clean.isEnabled()
    named(dialog, QPushButton, "What would go").click()
    qtbot.waitUntil(clean.isEnabled)
    assert "2.0 MB would come free:" in said(dialog)
    assert f"A half-written file {partial.name}, 2.0 MB: it was only half written" in said(dialog)
    named(dialog, Amount, "Logs for").setValue(1)
    assert not clean.isEnabled()
    named(dialog, QPushButton, "What would go").click()
    qtbot.waitUntil(clean.isEnabled)
    clean.click()
    qtbot.waitUntil(lambda: "2.0 MB came free." in said(dialog))
    assert not partial.exists()
    named(dialog, QPushButton, "What would go").click()
    qtbot.waitUntil(lambda: "Nothing would go." in said(dialog))


@pytest.mark.usefixtures("ring")
def test_the_number_of_workers_says_what_it_means(
    qtbot: QtBot, open_dialog: Callable[..., SettingsDialog]
) -> None:
    dialog = open_dialog()
    dialog.show_page("Work")
    qtbot.waitUntil(lambda: "on this computer now." in said(dialog))
    named(dialog, QSpinBox, "Films at once").setValue(4)
    qtbot.waitUntil(lambda: "That is 4 films at once on this computer now." in said(dialog))


@pytest.mark.usefixtures("ring")
def test_settings_are_written_to_a_file_and_read_from_it(
    qtbot: QtBot, link: QueueLink, open_dialog: Callable[..., SettingsDialog], tmp_path: Path
) -> None:
    dialog = open_dialog()
    dialog.export_to(tmp_path / "mine.json")
    qtbot.waitUntil(lambda: "The settings are in mine.json, without keys." in said(dialog))
    dialog.import_from(tmp_path / "mine.json")
    qtbot.waitUntil(lambda: "That file would change nothing." in said(dialog))
    other = Draft(Preferences(email="jane@example.org"), QueueSettings(workers=5))
    (tmp_path / "other.json").write_bytes(document_of(other))
    dialog.import_from(tmp_path / "other.json")
    qtbot.waitUntil(lambda: bool(dialog.findChildren(ImportDialog)))
    (shown,) = dialog.findChildren(ImportDialog)
    (table,) = shown.findChildren(QTableWidget)
    model = table.model()
    texts = [[model.index(row, column).data() for column in range(3)] for row in range(model.rowCount())]
    assert texts == [["Email for NCBI", "–", "jane@example.org"], ["Films at once", "Automatic", "5"]]
    shown.accept()
    assert named(dialog, QLineEdit, "Email").text() == "jane@example.org"
    assert link.queue.settings().workers == 0
    press_ok(qtbot, dialog)
    assert link.queue.settings().workers == 5


@pytest.mark.usefixtures("ring")
def test_a_file_without_settings_is_a_sentence(
    qtbot: QtBot, open_dialog: Callable[..., SettingsDialog], tmp_path: Path
) -> None:
    (tmp_path / "film.json").write_bytes(b"\x00\x01")
    dialog = open_dialog()
    dialog.import_from(tmp_path / "film.json")
    qtbot.waitUntil(lambda: "No settings can be taken from film.json" in said(dialog))
    assert ok_button(dialog).isEnabled()


@pytest.mark.usefixtures("ring")
def test_settings_that_cannot_be_written_are_said_and_the_dialog_stays(
    qtbot: QtBot, link: QueueLink, open_dialog: Callable[..., SettingsDialog]
) -> None:
    preferences_file(link.queue.folder).mkdir()
    dialog = open_dialog()
    named(dialog, QRadioButton, "Tell me: Never").click()
    ok_button(dialog).click()
    qtbot.waitUntil(lambda: "The settings cannot be written to window.json" in said(dialog))
    assert dialog.isVisible()
    assert ok_button(dialog).isEnabled()


def test_every_setting_that_can_be_imported_has_a_name() -> None:
    before = Draft(Preferences(), QueueSettings())
    profile = Profile("mine", ("a", "{paper_id}", "{output_dir}"))
    after = Draft(
        Preferences(appearance="dark", language="fr", notify="each", email="a@b.de", fetch_titles=False),
        QueueSettings(
            1, 2, True, False, None, Limits(1, 2, 3), keep=Keep(1, 2, 3, 4, 5), profiles=(profile,)
        ),
    )
    assert not any("." in setting_label(each.name) for each in differences(before, after))


@pytest.mark.usefixtures("ring")
def test_every_control_has_a_name_and_every_page_is_reached_by_keys(
    open_dialog: Callable[..., SettingsDialog],
) -> None:
    dialog = open_dialog()
    named(dialog, QPushButton, "Add").click()
    kinds = (QLineEdit, QAbstractButton, QComboBox, QSpinBox, Amount, QPlainTextEdit)
    inner = "qt_spinbox_lineedit"
    controls = [child for kind in kinds for child in dialog.findChildren(kind) if child.objectName() != inner]
    assert len(controls) > 40
    nameless = [
        control
        for control in controls
        if not control.accessibleName()
        and not (isinstance(control, QAbstractButton) and control.text())
        and control.metaObject().className() != "QLineEditIconButton"
    ]
    assert nameless == []
    pages = named(dialog, QListWidget, "Pages of the settings")
    pages.setFocus()
    titles = []
    for _ in range(pages.count()):
        item = pages.currentItem()
        assert item is not None
        titles.append(item.text())
        QTest.keyClick(pages, Qt.Key.Key_Down)
    assert titles == [
        "Films", "Work", "Folders", "NCBI", "Pipelines", "Clean-up", "Notices", "Appearance",
    ]  # fmt: skip


@pytest.mark.usefixtures("ring")
def test_the_dialog_opens_without_a_stall(open_dialog: Callable[..., SettingsDialog]) -> None:
    open_dialog()
    took: list[float] = []
    while len(took) < ROUNDS and not any(each < 0.5 for each in took):
        began = time.monotonic()
        open_dialog()
        took.append(time.monotonic() - began)
    assert min(took) < 0.5 * slowness(), f"each time: {took}"


class _Shown(QObject):
    """Notes every widget that is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(type(watched).__name__)
        return False


@pytest.mark.usefixtures("ring")
def test_nothing_flashes_while_the_pages_are_built(
    qapp: QApplication, open_dialog: Callable[..., SettingsDialog]
) -> None:
    shown = _Shown()
    qapp.installEventFilter(shown)
    open_dialog()
    qapp.removeEventFilter(shown)
    assert shown.windows == ["SettingsDialog"]


@pytest.mark.usefixtures("ring")
def test_a_page_is_there_as_soon_as_it_is_turned_to(
    link: QueueLink, theme: Theme, secrets: Secrets, qtbot: QtBot
) -> None:
    dialog = SettingsDialog(link, theme, Preferences(email="jane@example.org"), secrets)
    qtbot.addWidget(dialog)
    assert not dialog.findChildren(QLineEdit)
    dialog.show_page("NCBI")
    assert named(dialog, QLineEdit, "Email").text() == "jane@example.org"
    named(dialog, QLineEdit, "Email").setText("john@example.org")
    assert press_ok(qtbot, dialog) == Preferences(email="john@example.org")
    qtbot.waitUntil(lambda: not link.background.busy)
