from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSystemTrayIcon

from tests.desktop.manners.some_jobs import a_job
from tests.jobs.store.queues import add, claimed
from videogen_desktop.desktop.manners import Badge, Presence, Tray, app_icon
from videogen_desktop.desktop.manners.overall import Census
from videogen_desktop.jobs.model import Changes, Progress

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from videogen_desktop.desktop.main_window import MainWindow
    from videogen_desktop.desktop.queue_link import QueueLink
    from videogen_desktop.desktop.theme import Theme
    from videogen_desktop.jobs.store import JobStore


def test_without_a_tray_all_goes_on(theme: Theme, window: MainWindow, link: QueueLink) -> None:
    assert not QSystemTrayIcon.isSystemTrayAvailable()
    tray = Tray(theme, window, link)
    assert not tray.is_there
    tray.say("Film done", "A title")
    tray.close()


def test_its_menu_asks_for_what_it_says(
    theme: Theme, window: MainWindow, open_link: QueueLink, qtbot: QtBot
) -> None:
    tray = Tray(theme, window, open_link)
    open_link.opened.emit()
    show, pause, _line, leave = tray.menu.actions()
    assert [action.text() for action in (show, pause, leave)] == ["&Show window", "&Pause", "&Quit"]
    for action, signal in ((show, tray.show_wanted), (pause, tray.pause_wanted), (leave, tray.quit_wanted)):
        with qtbot.waitSignal(signal):
            action.trigger()
    open_link.pause()
    qtbot.waitUntil(lambda: pause.text() == "&Go on")
    open_link.resume()
    qtbot.waitUntil(lambda: pause.text() == "&Pause")


def test_pausing_waits_for_the_queue(theme: Theme, window: MainWindow, link: QueueLink) -> None:
    assert not Tray(theme, window, link).menu.actions()[1].isEnabled()


def test_its_tool_tip_counts(theme: Theme, window: MainWindow, link: QueueLink) -> None:
    tray = Tray(theme, window, link)
    assert tray.tool_tip == "VideoGen Desktop"
    tray.count(Census({"running": 2, "queued": 88, "waiting": 2, "completed": 5}))
    assert tray.tool_tip == "VideoGen Desktop\n2 running, 90 queued"
    tray.count(Census({"completed": 5}))
    assert tray.tool_tip == "VideoGen Desktop"


def test_the_sign_is_there_in_every_size(theme: Theme) -> None:
    icon = app_icon(theme)
    for side in (16, 22, 32, 64, 256):
        picture = icon.pixmap(side, side).toImage()
        assert (picture.width(), picture.height()) == (side, side)
        assert picture.pixelColor(side // 2, side - 2).name() == theme.roles.accent


def test_the_title_tells_how_far_all_is(window: MainWindow, link: QueueLink) -> None:
    numbers: list[int] = []
    badge = Badge(window, link, numbers.append)
    badge.count(Census({"running": 1}, (0.378,)))
    assert window.windowTitle() == "37 % – VideoGen Desktop"
    link.ended.emit(a_job(1, "completed"))
    badge.count(Census({"running": 2, "queued": 1}, (0.5, 0.5)))
    assert window.windowTitle() == "50 % – VideoGen Desktop"
    badge.count(Census({"queued": 1}))
    assert window.windowTitle() == "VideoGen Desktop"
    badge.count(Census({"running": 1}, (0.1,)))
    badge.close()
    assert window.windowTitle() == "VideoGen Desktop"
    assert numbers == [1, 2, 0, 1, 0]


def test_all_of_it_follows_a_real_queue(
    theme: Theme, window: MainWindow, open_link: QueueLink, qtbot: QtBot
) -> None:
    numbers: list[int] = []
    presence = Presence(theme, window, open_link, lambda: "never", numbers.append)
    open_link.pool.quit()  # the jobs are this test's: nobody else may work on them

    def work(store: JobStore) -> None:
        add(store, 1, 2, 3)
        store.report(claimed(store), Progress("generate-audio", 0.5, 0.6))

    open_link.write(work, lambda _: open_link.changed.emit(Changes(1, (1, 2, 3))))
    qtbot.waitUntil(lambda: window.windowTitle() == "20 % – VideoGen Desktop", timeout=10_000)
    assert presence.tray.tool_tip.endswith("1 running, 2 queued")
    assert numbers == [1]
    presence.close()
    assert window.windowTitle() == "VideoGen Desktop"
    assert numbers == [1, 0]
