"""``videogen-desktop``: the composition root of the window. Everything is built here and handed down."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSettings, Qt, QTimer, Signal

from videogen_desktop.desktop.application import Application
from videogen_desktop.desktop.asking_keys import KeyAsking
from videogen_desktop.desktop.beginning import Beginning
from videogen_desktop.desktop.called import paths_and_words
from videogen_desktop.desktop.early_wishes import EarlyWishes
from videogen_desktop.desktop.found import Found
from videogen_desktop.desktop.languages import install
from videogen_desktop.desktop.leaving import Leaving
from videogen_desktop.desktop.main_window import MainWindow
from videogen_desktop.desktop.manners import EndSignals, Faults, LastWords, Presence, app_icon
from videogen_desktop.desktop.preferences import (
    Preferences,
    preferences_file,
    read_preferences,
    write_preferences,
)
from videogen_desktop.desktop.queue_link import QueueLink, call_of
from videogen_desktop.desktop.secrets import Secrets
from videogen_desktop.desktop.theme import Theme
from videogen_desktop.desktop.title_lookups import TitleLookUps
from videogen_desktop.desktop.turns import Turns
from videogen_desktop.desktop.wanted import wanted
from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.application_log import logging_to
from videogen_desktop.jobs.collecting import MainThreadCollector
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.instance import handed_over

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QApplication, QDialog

    from videogen_desktop.jobs.instance import Call
    from videogen_desktop.jobs.model import JobOptions
    from videogen_desktop.jobs.queue import Surroundings
    from videogen_desktop.jobs.store import JobStore

NAME: Final = "VideoGen Desktop"
SWITCH_S: Final = 0.0005
"""How long a thread that reckons may keep the window waiting: each of Qt’s calls lets go of Python, and would
wait five milliseconds, as Python has it, to get it back."""


def main() -> None:
    """Open the window; ends with the exit code of the program."""
    multiprocessing.freeze_support()  # a packaged program starts its helpers as itself
    sys.exit(run(sys.argv))


def run(arguments: Sequence[str]) -> int:
    """Open the window and stay until it is closed.

    Args:
        arguments: The program's name, then papers, lists and files to add.

    Returns:
        The exit code: 0, also when another window took the arguments over.
    """
    folder = DataFolder.of_user()
    call = handed_over(folder, call_of(list(arguments[1:])))  # before a window could cover that of the other
    if call is None:
        return 0
    application = Application(list(arguments[:1]))
    application.setApplicationName("videogen-desktop")
    application.setApplicationDisplayName(NAME)
    application.setDesktopFileName("videogen-desktop")
    application.setQuitOnLastWindowClosed(False)
    install(application, _language(folder))
    faults, last_words, signals = Faults(application), LastWords(folder.logs), EndSignals(application)
    with logging_to(folder.application_log):
        faults.install()
        last_words.begin()
        try:
            desktop = Desktop(application, folder, call, faults, last_words)
            signals.asked.connect(desktop.leave)
            signals.told.connect(desktop.end)
            desktop.left.connect(application.end)
            application.quit_wanted.connect(desktop.leave)
            application.session_ends.connect(desktop.end)
            desktop.start()
            return application.exec()
        finally:
            signals.close()
            faults.close()
            last_words.end()


class Desktop(QObject):
    """The running program: its window, its queue, and how both begin and end.

    Args:
        application: Qt's.
        folder: The data folder.
        call: What this start was asked to do: papers, lists and files to add.
        faults: Hears of mistakes in the program.
        last_words: What a session that broke off left behind.
        around: The computer; tests hand in their own.
    """

    left = Signal()
    """All is closed, or another window has taken over: the event loop can be left."""

    def __init__(
        self,
        application: QApplication,
        folder: DataFolder,
        call: Call,
        faults: Faults,
        last_words: LastWords,
        *,
        around: Surroundings | None = None,
    ) -> None:
        super().__init__(application)
        sys.setswitchinterval(SWITCH_S)
        self._application = application
        self._folder = folder
        MainThreadCollector(self)  # never stopped: Qt deletes its last objects after the end
        self._trouble: VideoGenError | None = None
        self.preferences = self._read_preferences()
        self.theme = Theme(application, self.preferences.appearance)
        self._secrets = Secrets()
        self.link = QueueLink(folder, call, self, around=around, secrets=self._secrets)
        memory = QSettings(str(folder.root / "window.ini"), QSettings.Format.IniFormat, self)
        self.window = MainWindow(self.link, self.theme, memory)
        self._faults, self._last_words = faults, last_words
        self.presence = Presence(
            self.theme,
            self.window,
            self.link,
            lambda: self.preferences.notify,
            application.setBadgeNumber,
        )
        self._leaving = Leaving(self.window, self.link, self._stays_in_tray, self._still_exporting)
        self._titles: TitleLookUps | None = None
        self._asking: KeyAsking | None = None
        self._wishes = EarlyWishes(self.window.actions_, {"quit"}, self)
        self._first_call, self._calls = call, [call]
        self.ready = self._ended = False
        steps = (self._build_player, self._build_details, self._show_details, self._build_work)
        self._building = Turns((*steps, self._offer_help, self._be_ready), self)
        self._beginning = Beginning(self.window, self.link, self)
        self._connect()

    def start(self) -> None:
        """Show the window at once, and open the queue beside it."""
        self.window.show()
        QTimer.singleShot(0, self.link.open)

    # Beginning

    def _connect(self) -> None:
        self.link.opened.connect(self._beginning.begin)
        self.link.handed_over.connect(self.left)
        self.link.not_opened.connect(lambda error: self._not_opened(error, self.link.open))
        self._beginning.failed.connect(lambda error: self._not_opened(error, self._beginning.begin))
        self._beginning.loaded.connect(self._building.begin)
        self.link.called.connect(self._called)
        self.window.close_wanted.connect(self._leaving.close)
        self.window.actions_["quit"].triggered.connect(self._leaving.quit)
        self._leaving.hidden.connect(self.window.hide)
        self._show_icon()
        self.theme.changed.connect(self._show_icon)
        tray = self.presence.tray
        tray.show_wanted.connect(self.window.raise_up)
        tray.quit_wanted.connect(self._leaving.quit)
        tray.pause_wanted.connect(self.window.actions_["pause-queue"].trigger)
        self._leaving.agreed.connect(self.end)
        self._application.aboutToQuit.connect(self.end)
        self._application.commitDataRequest.connect(lambda _manager: self.window.remember())

    def _build_player(self) -> None:
        from videogen_desktop.desktop.player import PlayerPane

        self.window.thumbnails.look_in(self.link.queue.folder)
        self.player = PlayerPane(self.theme, self.link.background, self.window)

    def _build_details(self) -> None:
        from videogen_desktop.desktop.details import DetailPane

        self._details = DetailPane(self.theme, self.link, self.player, self.window)

    def _build_work(self) -> None:
        from videogen_desktop.desktop.adding import Adder
        from videogen_desktop.desktop.exporting import Exporter
        from videogen_desktop.desktop.window_work import WindowWork

        self._adder = Adder(self.link, self.theme, lambda: self.preferences, self.window)
        self._adder.options_chosen.connect(self._keep_options)
        self.exporter = Exporter(self.link, self.theme, self.window)
        work = (self._adder, self.exporter, self._details, self.player)
        self._work = WindowWork(self.window, self.link, *work)
        self.window.actions_["settings"].triggered.connect(self._show_settings)

    def _show_details(self) -> None:
        self.window.show_detail(self._details)

    def _be_ready(self) -> None:
        self._tell_beginning()
        self._look_up_titles()
        self._ask_for_keys()
        gc.freeze()  # what is there now stays: the collector need not walk it again
        self.ready = True
        for call in self._calls:
            self._called(call)
        self._wishes.fulfil()

    def _ask_for_keys(self) -> None:
        self._asking = KeyAsking(self.link, self._secrets, self.window.keys, self)
        self._asking.look(self.preferences)
        self.window.keys.enter_wanted.connect(lambda key: self._open_settings(key.name, key.profile))

    def _tell_beginning(self) -> None:
        """Say what was wrong at the start, or else what it found and put right."""
        found = Found().words(self.link.queue.recovery)
        if self._trouble:
            self.window.notices.fail(self._trouble)
        elif found:
            self.window.notices.say(found)

    def _offer_help(self) -> None:
        from videogen_desktop.desktop.manners.dialogs import AboutDialog, Reporter, ShortcutsSheet, Troubles
        from videogen_desktop.jobs.doctor import Sources

        def store() -> JobStore | None:
            return self.link.queue.store if self.link.is_open else None

        sources = Sources(self._folder, os.environ, self._secrets, Path.home())
        self._reporter = Reporter(sources, store, parent=self)
        self._troubles = Troubles(self._faults, self._last_words, self._reporter, self.theme, self.window)
        self._troubles.begin()
        actions = self.window.actions_
        actions["report"].triggered.connect(self._troubles.report)
        actions["shortcuts"].triggered.connect(lambda: _show(ShortcutsSheet(actions, self.window)))
        actions["about"].triggered.connect(lambda: _show(AboutDialog(self.theme, self.window)))

    def _show_icon(self) -> None:
        self.window.setWindowIcon(app_icon(self.theme))

    def _stays_in_tray(self) -> bool:
        return self.preferences.keep_in_tray and self.presence.tray.is_there

    def _still_exporting(self) -> str:
        return self.exporter.still_to_do() if self.ready else ""

    def _not_opened(self, error: VideoGenError, again: Callable[[], None]) -> None:
        from videogen_desktop.desktop.opening import NotOpened

        told = NotOpened(self.window, self._folder)
        told.again.connect(again)
        told.leave.connect(self.end)
        told.tell(error)

    def _called(self, call: Call) -> None:
        """A start of the program, this one or a later one, was asked to add something."""
        if not self.ready:
            self._calls.append(call)
            return
        if call is not self._first_call:
            self.window.raise_up()
        paths, words = paths_and_words(call)
        if paths:
            self._adder.add_paths(paths)
        if words:
            self._adder.add_text("\n".join(words))

    def _look_up_titles(self) -> None:
        self._titles = titles = TitleLookUps(self.link, self._secrets, self)
        titles.failed.connect(self.window.notices.fail)
        self._adder.added.connect(lambda _ids: titles.wake())
        titles.apply(self.preferences)

    # Preferences

    def _read_preferences(self) -> Preferences:
        try:
            return read_preferences(preferences_file(self._folder))
        except VideoGenError as error:
            self._trouble = error
            return Preferences()

    def _keep_options(self, options: JobOptions) -> None:
        self._keep(replace(self.preferences, options=options))

    def _keep(self, preferences: Preferences) -> None:
        from videogen_desktop.desktop.settings_dialog.draft import said_plainly

        self.preferences = preferences
        self.theme.choose(preferences.appearance)
        if self._titles and self._asking:
            self._titles.apply(preferences)
            self._asking.look(preferences)
        path = preferences_file(self._folder)

        def write() -> None:
            with said_plainly(path):
                write_preferences(path, preferences)

        self.link.background.run(write, None, self.window.notices.fail, key=(self, "keep"))

    def _show_settings(self) -> None:
        """Open the settings, where a key is entered if the chosen job waits for one."""
        job = self.window.model.known(self.window.table.current_id() or 0)
        waits = job is not None and wanted(job) == "settings"
        self._open_settings(profile=job.options.profile if job and waits else None)

    def _open_settings(self, key: str = "", profile: str | None = None) -> None:
        from videogen_desktop.desktop.settings_dialog import SettingsDialog

        at_once = Qt.FindChildOption.FindDirectChildrenOnly
        if self.window.findChild(SettingsDialog, options=at_once):  # it opens in a moment
            return
        dialog = SettingsDialog(self.link, self.theme, self.preferences, self._secrets, self.window)
        dialog.changed.connect(self._keep)
        if profile is not None:
            dialog.show_key(key, profile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open_soon()

    # Ending

    def leave(self) -> None:
        """Leave, or ask first while films are being made."""
        self._leaving.quit()

    def end(self) -> None:
        """Leave: the window goes at once, running jobs are given back, and all is closed."""
        if self._ended:
            return
        self._ended = True
        self._building.stop()
        self.window.allow_close()
        self.window.close()
        if self.ready and self.link.is_open:
            self.player.release()
            self.exporter.close()
            self._troubles.close()
            self._reporter.close()
        self.presence.close()
        if self._titles:
            self._titles.close()
        self.link.close()
        self.left.emit()


def _language(folder: DataFolder) -> str:
    try:
        return read_preferences(preferences_file(folder)).language
    except VideoGenError:  # told when the window is there
        return ""


def _show(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
