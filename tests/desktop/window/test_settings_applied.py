"""What is agreed to in the settings holds from then on, without another start of the program."""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton

from tests.desktop.settings_dialog.conftest import ring
from tests.desktop.window.desk import WAIT_MS
from tests.ncbi_double import Holding, Library, NcbiDouble
from videogen_desktop.desktop.settings_dialog import SettingsDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.desktop.settings_dialog.conftest import MemoryKeyring
    from tests.desktop.window.desk import Desk
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.store import JobStore

    Open = Callable[..., Desk]
    Before = Callable[[Callable[[JobStore], object]], None]

__all__ = ["ring"]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
EMAIL = "VIDEOGEN_CONTACT_EMAIL"


def holding(number: int) -> Holding:
    title = f"<title-group><article-title>Title {number}</article-title></title-group>"
    jats = f"<article><front><article-meta>{title}</article-meta></front></article>"
    return Holding(str(number), pmid=str(number), jats=jats.encode())


@pytest.fixture
def double(folder: DataFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[NcbiDouble]:
    """NCBI, which the program asks instead of the real one."""
    assert folder
    with NcbiDouble(Library(tuple(holding(number) for number in range(1, 5)))) as running:
        for name, value in running.environment.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setenv("VIDEOGEN_CACHE_DIR", str(tmp_path / "cache"))
        for name in (EMAIL, "VIDEOGEN_NCBI_API_KEY"):
            monkeypatch.delenv(name, raising=False)
        yield running


@pytest.fixture
def desk(opened: Open, before: Before, double: NcbiDouble, ring: MemoryKeyring) -> Desk:
    """A window with one paper; there is a keyring, and nothing in it."""
    assert double
    assert not ring.kept
    before(lambda store: store.set_reason("owner", True))
    return opened()


def add_paper(desk: Desk, number: int) -> None:
    desk.paste(str(number))
    desk.until(lambda: any(job.paper.pmid == str(number) for job in desk.listed()))


def set_up(desk: Desk, change: Callable[[SettingsDialog], object]) -> None:
    """Open the settings at NCBI's page, change something there, and press OK."""
    desk.act("settings")
    desk.until(lambda: any(each.isVisible() for each in desk.window.findChildren(SettingsDialog)))
    [dialog] = desk.window.findChildren(SettingsDialog)
    dialog.show_page("NCBI")
    change(dialog)
    with desk.qtbot.waitSignal(dialog.changed, timeout=WAIT_MS):
        next(each for each in dialog.findChildren(QPushButton) if each.text() == "OK").click()
    desk.until(lambda: not desk.desktop.link.background.busy)


def type_into(name: str, text: str) -> Callable[[SettingsDialog], None]:
    return lambda dialog: next(
        line for line in dialog.findChildren(QLineEdit) if line.accessibleName() == name
    ).setText(text)


def toggle_titles(dialog: SettingsDialog) -> None:
    next(
        box for box in dialog.findChildren(QCheckBox) if box.accessibleName().startswith("Look up titles")
    ).click()


def title_of(desk: Desk, number: int) -> str:
    [title] = [job.paper.title for job in desk.listed() if job.paper.pmid == str(number)]
    return title


def look_ups() -> int:
    return sum(thread.name == "facts" and thread.is_alive() for thread in threading.enumerate())


def test_the_next_question_carries_the_address(desk: Desk, double: NcbiDouble) -> None:
    add_paper(desk, 1)
    desk.until(lambda: title_of(desk, 1) == "Title 1")
    assert "email" not in double.seen()[-1].params

    set_up(desk, type_into("Email", "jane@example.org"))
    add_paper(desk, 2)
    desk.until(lambda: title_of(desk, 2) == "Title 2")

    assert double.seen()[-1].params["email"] == "jane@example.org"
    assert os.environ[EMAIL] == "jane@example.org", "the next pipeline would not know it"

    set_up(desk, type_into("Email", ""))
    add_paper(desk, 3)
    desk.until(lambda: title_of(desk, 3) == "Title 3")

    assert "email" not in double.seen()[-1].params
    assert EMAIL not in os.environ


def test_the_next_question_carries_the_key(desk: Desk, double: NcbiDouble, ring: MemoryKeyring) -> None:
    set_up(desk, type_into("API key", "abc123"))
    assert list(ring.kept.values()) == ["abc123"]
    add_paper(desk, 1)
    desk.until(lambda: title_of(desk, 1) == "Title 1")

    assert double.seen()[-1].params["api_key"] == "abc123"


def test_looking_up_ends_and_begins_again(desk: Desk, double: NcbiDouble) -> None:
    desk.until(lambda: look_ups() == 1)

    set_up(desk, toggle_titles)
    desk.until(lambda: look_ups() == 0)
    add_paper(desk, 1)

    assert title_of(desk, 1) == ""
    assert not double.seen()

    set_up(desk, toggle_titles)
    desk.until(lambda: title_of(desk, 1) == "Title 1")


def test_titles_are_not_asked_for_anew_when_something_else_was_set(desk: Desk, double: NcbiDouble) -> None:
    desk.until(lambda: look_ups() == 1)
    [before] = [thread for thread in threading.enumerate() if thread.name == "facts"]
    add_paper(desk, 99)
    desk.until(lambda: len(double.seen()) == 1)

    set_up(desk, lambda dialog: dialog.show_page("Work"))

    assert before.is_alive()
    assert len(double.seen()) == 1


def test_closed_settings_leave_nothing_behind(desk: Desk) -> None:
    for _ in range(2):
        set_up(desk, lambda dialog: dialog.show_page("Work"))

    desk.until(lambda: not desk.window.findChildren(SettingsDialog))


def test_asked_for_twice_they_open_once(desk: Desk) -> None:
    desk.act("settings")
    desk.act("settings")
    desk.until(lambda: any(each.isVisible() for each in desk.window.findChildren(SettingsDialog)))
    [dialog] = desk.window.findChildren(SettingsDialog)
    dialog.reject()
    desk.until(lambda: not desk.window.findChildren(SettingsDialog))
