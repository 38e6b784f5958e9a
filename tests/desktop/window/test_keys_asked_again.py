"""Where no keyring keeps keys, the next start asks for those that were entered, once and calmly."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import keyring
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QToolButton

from tests.desktop.settings_dialog.conftest import no_ring, ring
from tests.desktop.window.desk import WAIT_MS, add
from videogen_desktop.desktop.preferences import Preferences, preferences_file, write_preferences
from videogen_desktop.desktop.secrets import NCBI_KEY
from videogen_desktop.desktop.settings_dialog import SettingsDialog
from videogen_desktop.jobs.model import Ending, JobOptions, NewPaper, PaperFacts, Problem
from videogen_desktop.jobs.settings import Profile, read_settings, write_settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.desktop.settings_dialog.conftest import MemoryKeyring
    from tests.desktop.window.desk import Desk
    from videogen_desktop.desktop.main_window import MainWindow
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.store import JobStore

    Open = Callable[..., Desk]
    Before = Callable[[Callable[[JobStore], object]], None]

__all__ = ["no_ring", "ring"]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
VALUE = "abc123s3cret"
MINE = Profile("Mine", ("python3", "{paper_id}", "{output_dir}"), secrets=("FIRST_KEY", "OTHER_KEY"))


@pytest.fixture(autouse=True)
def no_key_around(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(NCBI_KEY, raising=False)


@pytest.fixture
def with_pipeline(folder: DataFolder) -> None:
    """There is a pipeline of the person's own, which needs two keys."""
    write_settings(folder.settings, replace(read_settings(folder.settings), profiles=(MINE,)))


def entered(folder: DataFolder, *names: str) -> None:
    """As an earlier session has left it in which these keys were entered."""
    write_preferences(preferences_file(folder), Preferences(entered_keys=names, fetch_titles=False))


def settings(window: MainWindow) -> SettingsDialog | None:
    return next((each for each in window.findChildren(SettingsDialog) if each.isVisible()), None)


def enter(desk: Desk, value: str) -> None:
    """Ask for the settings by the line's button, and type where the cursor is."""
    next(each for each in desk.window.keys.findChildren(QPushButton) if each.isVisible()).click()
    desk.until(lambda: settings(desk.window))
    dialog = settings(desk.window)
    assert dialog
    line = dialog.focusWidget()
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, value)
    with desk.qtbot.waitSignal(dialog.changed, timeout=WAIT_MS):
        next(each for each in dialog.findChildren(QPushButton) if each.text() == "OK").click()


def at_rest(desk: Desk) -> None:
    desk.until(lambda: not desk.desktop.link.background.busy)


@pytest.mark.usefixtures("no_ring")
def test_a_key_of_the_session_is_asked_for_at_the_next_start(opened: Open, folder: DataFolder) -> None:
    desk = opened()
    at_rest(desk)
    assert desk.window.keys.isHidden()
    desk.desktop._open_settings(NCBI_KEY, "")
    desk.until(lambda: settings(desk.window))
    dialog = settings(desk.window)
    assert dialog
    QTest.keyClicks(dialog.focusWidget(), VALUE)
    with desk.qtbot.waitSignal(dialog.changed, timeout=WAIT_MS):
        next(each for each in dialog.findChildren(QPushButton) if each.text() == "OK").click()
    at_rest(desk)
    assert desk.window.keys.isHidden()
    desk.close()

    for file in folder.root.rglob("*"):
        assert not file.is_file() or VALUE.encode() not in file.read_bytes()
    desk = opened()
    desk.until(desk.window.keys.isVisible)

    assert desk.window.keys.text == (
        "Please enter this key again: API key of NCBI. "
        "Without a keyring, this computer forgets keys when the program ends."
    )
    assert not [each for each in desk.window.findChildren(QDialog) if each.isVisible()]

    enter(desk, VALUE)
    desk.until(desk.window.keys.isHidden)
    assert desk.desktop._secrets(NCBI_KEY) == VALUE


@pytest.mark.usefixtures("no_ring", "with_pipeline")
def test_the_keys_of_a_pipeline_are_asked_for(opened: Open, folder: DataFolder) -> None:
    entered(folder, "OTHER_KEY", "FIRST_KEY", "OF_A_PIPELINE_THAT_IS_GONE")
    desk = opened()
    desk.until(desk.window.keys.isVisible)

    assert "these keys again: FIRST_KEY for Mine, OTHER_KEY for Mine." in desk.window.keys.text
    enter(desk, VALUE)
    desk.until(lambda: "this key again: OTHER_KEY for Mine." in desk.window.keys.text)
    assert desk.desktop._secrets("FIRST_KEY") == VALUE
    enter(desk, VALUE)
    desk.until(desk.window.keys.isHidden)
    assert desk.desktop._secrets("OTHER_KEY") == VALUE


@pytest.mark.usefixtures("no_ring")
def test_nobody_is_asked_twice_in_a_session(opened: Open, folder: DataFolder) -> None:
    entered(folder, NCBI_KEY)
    desk = opened()
    desk.until(desk.window.keys.isVisible)
    desk.window.keys.findChildren(QToolButton)[0].click()
    assert desk.window.keys.isHidden()

    desk.desktop._keep(replace(desk.desktop.preferences, notify="never"))
    at_rest(desk)

    assert desk.window.keys.isHidden()


@pytest.mark.parametrize("where", ["keyring", "environment", "nobody needs it"])
def test_a_key_that_is_there_is_not_asked_for(
    opened: Open, folder: DataFolder, ring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    entered(folder, "OTHER_KEY" if where == "nobody needs it" else NCBI_KEY)
    if where == "keyring":
        keyring.set_password("videogen-desktop", NCBI_KEY, VALUE)
        assert ring.kept
    if where == "environment":
        monkeypatch.setenv(NCBI_KEY, VALUE)
    desk = opened()
    at_rest(desk)

    assert desk.window.keys.isHidden()


@pytest.mark.usefixtures("ring")
def test_a_key_that_is_forgotten_on_purpose_is_not_asked_for(opened: Open, folder: DataFolder) -> None:
    entered(folder, NCBI_KEY)
    keyring.set_password("videogen-desktop", NCBI_KEY, VALUE)
    desk = opened()
    desk.desktop._open_settings(NCBI_KEY, "")
    desk.until(lambda: settings(desk.window))
    dialog = settings(desk.window)
    assert dialog
    forget = next(
        each for each in dialog.findChildren(QPushButton) if each.accessibleName() == "Forget: API key"
    )
    desk.until(forget.isEnabled)
    forget.click()
    with desk.qtbot.waitSignal(dialog.changed, timeout=WAIT_MS) as told:
        next(each for each in dialog.findChildren(QPushButton) if each.text() == "OK").click()
    at_rest(desk)

    assert told.args[0].entered_keys == ()
    assert desk.window.keys.isHidden()


@pytest.mark.usefixtures("no_ring", "with_pipeline")
def test_a_job_that_waits_for_a_key_opens_the_settings_there(opened: Open, before: Before) -> None:
    def hold(store: JobStore) -> None:
        store.add([NewPaper(PaperFacts(pmid="9", title="Waits"))], JobOptions(profile="Mine"))
        store.set_reason("owner", False)
        claim = store.claim("a worker")
        assert claim
        problem = Problem("secret-missing", "It needs the key FIRST_KEY.", "Enter FIRST_KEY in the settings.")
        store.finish(claim, Ending("needs-attention", "attention", problem=problem))
        store.set_reason("owner", True)

    before(hold)
    before(add("Another"))
    desk = opened()
    desk.until_titles("Waits", "Another")
    desk.choose(desk.listed()[0].id)
    at_rest(desk)
    desk.act("settings")

    desk.until(lambda: settings(desk.window))
    dialog = settings(desk.window)
    assert dialog
    assert "Pipelines" in [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    line = dialog.focusWidget()
    assert isinstance(line, QLineEdit)
    assert line.accessibleName() == "Value of FIRST_KEY"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
