"""What a row draws: how far a running job is and when it will be done, and the picture of a finished film."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QLocale, QObject, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QImage, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QToolTip

from tests.desktop.window.behaviour import GREEN, finish_first, let_work
from tests.desktop.window.desk import add, papers
from videogen_desktop.desktop.languages import install
from videogen_desktop.jobs.model import JobOptions, Progress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.desktop.window.desk import Desk
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.store import JobStore

    Open = Callable[..., Desk]
    Before = Callable[[Callable[[JobStore], object]], None]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "multimedia", "PulseAudio", "pipewire")

PAPER, STATE = 0, 1


def drawn(desk: Desk, column: int) -> QImage:
    """The first row's cell as it is on the screen."""
    table = desk.window.table
    return table.viewport().grab(table.visualRect(desk.window.model.index(0, column))).toImage()


class Paints(QObject):
    """Watches which cells of the first row are painted."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._table, self._model = desk.window.table, desk.window.model
        self._regions: list[QRegion] = []
        self._table.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's
        if isinstance(event, QPaintEvent):
            self._regions.append(QRegion(event.region()))
        return False

    def alone(self, column: int, beside: int) -> bool:
        """Whether a cell was painted without another: the whole row is painted when the job is read anew."""
        cell, other = (self._table.visualRect(self._model.index(0, each)) for each in (column, beside))
        return any(region.intersects(cell) and not region.intersects(other) for region in self._regions)


def near(one: QColor, other: QColor) -> bool:
    return all(abs(a - b) < 24 for a, b in zip(one.getRgb(), other.getRgb(), strict=True))


def longest(image: QImage, colour: QColor) -> int:
    """The most pixels side by side that have about that colour."""
    best = 0
    for y in range(image.height()):
        run = 0
        for x in range(image.width()):
            run = run + 1 if near(image.pixelColor(x, y), colour) else 0
            best = max(best, run)
    return best


@pytest.fixture
def running(opened: Open, before: Before, folder: DataFolder) -> Desk:
    """A window with a job that runs, none of it chosen."""
    profile = let_work(folder)
    before(lambda store: store.add(papers("Works"), JobOptions(profile=profile.name)))
    desk = opened()
    desk.until_titles("Works")
    desk.act("pause-queue")
    desk.until(lambda: set(desk.states().values()) == {"running"})
    desk.window.table.clearSelection()
    return desk


def tell(desk: Desk, overall: float, eta_s: float | None, message: str = "Speaking 3 of 8") -> None:
    """Its process tells how far it is, as the pool passes that on."""
    [job] = desk.listed()
    progress = Progress("generate-audio", 0.5, overall, message, eta_s)
    desk.desktop.link.pool.progressed.emit([(job.id, progress, None)])


def heard(desk: Desk) -> str:
    """What is read out of the first row."""
    return str(desk.window.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_a_running_job_says_how_long_it_still_takes(running: Desk) -> None:
    tell(running, 0.4, 95.0)
    running.until(lambda: heard(running) == "Works. Running. Speaking 3 of 8 · 2 min left")
    minutes = drawn(running, STATE)
    tell(running, 0.4, 40.0)
    running.until(lambda: heard(running).endswith("Speaking 3 of 8 · 40 s left"))
    seconds = drawn(running, STATE)
    tell(running, 0.4, None)
    running.until(lambda: heard(running).endswith("Speaking 3 of 8"))

    assert minutes != seconds
    assert drawn(running, STATE) not in (minutes, seconds)


@pytest.fixture(params=["en", "fr"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    installed = install(qapp, request.param)
    yield request.param
    for translator in installed:
        qapp.removeTranslator(translator)
    QLocale.setDefault(QLocale.system())


@pytest.mark.usefixtures("language")
@pytest.mark.parametrize("message", ["Drawing: 100% of the pictures", "Speaking scene 10 of 12"])
def test_the_time_that_is_left_is_read_whole_beside_every_stage(running: Desk, message: str) -> None:
    """It ends where it does beside one letter, which leaves it all the room."""
    parts = []
    for eta_s in (11.0 * 3600 - 60, 59.0):
        tell(running, 0.4, eta_s, "x")
        running.until(lambda: " · " in heard(running))
        time = heard(running).rpartition(" · ")[2]
        beside_a_letter = end_of(drawn(running, STATE), time, running)
        tell(running, 0.4, eta_s, message)
        running.until(lambda time=time: "x ·" not in heard(running) and heard(running).endswith(time))
        parts.append(end_of(drawn(running, STATE), time, running))
        assert parts[-1] == beside_a_letter, time

    assert parts[0] != parts[1]


def end_of(cell: QImage, text: str, desk: Desk) -> QImage:
    """So much of a cell's end, but for its margin, as a text is wide."""
    font = QFont(desk.window.table.font())
    font.setPointSizeF(font.pointSizeF() * 0.9)
    width = QFontMetrics(font).horizontalAdvance(text)
    return cell.copy(cell.width() - 10 - width, 0, width, cell.height())


def test_the_tip_of_a_running_job_tells_stage_and_time(running: Desk) -> None:
    tell(running, 0.4, 95.0)
    running.until(lambda: "2 min left" in heard(running))
    table = running.window.table
    at = table.visualRect(running.window.model.index(0, STATE)).center()

    QApplication.sendEvent(table.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, table.mapToGlobal(at)))

    assert "Speaking 3 of 8 · 2 min left" in QToolTip.text()
    QToolTip.hideText()


def test_progress_is_drawn_when_it_is_told(running: Desk) -> None:
    paints = Paints(running)

    def told() -> bool:
        tell(running, 0.4, 95.0)
        return paints.alone(STATE, PAPER)

    running.until(told)


def test_a_running_job_has_a_bar_as_long_as_it_is_far(running: Desk) -> None:
    accent = QColor(running.window.theme.roles.accent)
    whole = running.window.table.columnWidth(STATE) - 20
    lengths = []
    for overall in (0.25, 0.5, 1.0):
        tell(running, overall, None)
        lengths.append(longest(drawn(running, STATE), accent) / whole)

    assert lengths == pytest.approx([0.25, 0.5, 1.0], abs=0.05)


def test_a_finished_film_shows_its_picture(opened: Open, before: Before, folder: DataFolder) -> None:
    before(add("Cortical circuits", "Mortality and weight"))
    before(finish_first(folder))
    desk = opened()
    desk.until_titles("Cortical circuits", "Mortality and weight")
    desk.window.table.setColumnHidden(STATE, True)

    desk.until(lambda: longest(drawn(desk, PAPER), GREEN) > 100)


def test_a_picture_is_drawn_when_it_has_been_read(opened: Open, before: Before) -> None:
    before(add("Cortical circuits"))
    desk = opened()
    desk.until_titles("Cortical circuits")
    paints = Paints(desk)

    def arrived() -> bool:
        desk.window.thumbnails.arrived.emit(1)
        return paints.alone(PAPER, STATE)

    desk.until(arrived)


@pytest.mark.qt_log_ignore("JPEG", extend=True)  # Qt's reader of pictures says so, too
def test_a_picture_that_is_no_picture_is_drawn_as_an_icon(
    opened: Open, before: Before, folder: DataFolder
) -> None:
    before(add("Cortical circuits"))
    before(finish_first(folder))
    [picture] = folder.films.rglob("thumbnail.jpg")
    picture.write_bytes(b"\xff\xd8no picture")
    desk = opened()
    desk.until_titles("Cortical circuits")
    drawn(desk, PAPER)
    desk.until(lambda: not desk.desktop.link.background.busy)

    assert longest(drawn(desk, PAPER), GREEN) == 0
