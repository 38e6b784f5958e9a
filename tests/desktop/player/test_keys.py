from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPointF, QRect, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QApplication, QLineEdit, QWidget

from tests.desktop.player.conftest import FRAMES, Player
from videogen_desktop.desktop.player import shortcuts

if TYPE_CHECKING:
    from videogen_desktop.desktop.theme import Theme

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support", "pa_context_connect", "No RHI backend", "No audio device"
)
_KEY = Qt.Key
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def _press(key: Qt.Key) -> None:
    where = QApplication.focusWidget()
    assert where is not None
    QTest.keyClick(where, key)


def test_space_plays_and_pauses(opened: Player) -> None:
    _press(_KEY.Key_Space)
    opened.until(lambda: opened.pane.transport.playing)
    _press(_KEY.Key_Space)
    opened.until(lambda: not opened.pane.transport.playing)


@pytest.mark.parametrize(
    ("key", "frame"),
    [
        (_KEY.Key_Right, FRAMES - 1),
        (_KEY.Key_Left, 0),
        (_KEY.Key_Period, 91),
        (_KEY.Key_Comma, 89),
        (_KEY.Key_Home, 0),
        (_KEY.Key_End, FRAMES - 1),
        (_KEY.Key_PageDown, 120),
        (_KEY.Key_PageUp, 0),
    ],
)
def test_keys_go_through_the_film(opened: Player, key: Qt.Key, frame: int) -> None:
    opened.seek(3.0, 90)
    _press(key)
    opened.until(lambda: opened.number == frame)


def test_j_k_l_shuttle(opened: Player) -> None:
    _press(_KEY.Key_L)
    opened.until(lambda: opened.pane.transport.playing)
    _press(_KEY.Key_L)
    assert opened.pane.stage.controls.speed.text() == "1.25×"
    _press(_KEY.Key_K)
    opened.until(lambda: not opened.pane.transport.playing)
    assert opened.pane.stage.controls.speed.text() == "1×"
    opened.seek(4.0, 120)
    _press(_KEY.Key_J)
    opened.until(lambda: 0 < (opened.number or 0) < 110)
    _press(_KEY.Key_K)
    assert not opened.pane.transport.playing


def test_backward_stops_at_the_start(opened: Player) -> None:
    opened.seek(0.3, 9)
    _press(_KEY.Key_J)
    opened.until(lambda: not opened.pane.transport.playing)
    opened.until(lambda: opened.number == 0)


def test_keys_for_sound_speed_loop_and_captions(opened: Player) -> None:
    pane = opened.pane
    _press(_KEY.Key_Down)
    assert pane.sound.volume == pytest.approx(0.95)
    _press(_KEY.Key_Up)
    assert pane.sound.volume == pytest.approx(1.0)
    _press(_KEY.Key_M)
    assert pane.sound.muted
    _press(_KEY.Key_Plus)
    assert pane.transport.speed == 1.25
    _press(_KEY.Key_Minus)
    assert pane.transport.speed == 1.0
    _press(_KEY.Key_R)
    assert pane.transport.loop
    assert pane.stage.controls.loop.isChecked()
    _press(_KEY.Key_C)
    assert not pane.captioning.on


def test_full_screen_takes_keys_and_gives_the_player_back(opened: Player) -> None:
    pane = opened.pane
    with opened.bot.waitSignal(pane.full_screen_changed) as told:
        _press(_KEY.Key_F)
    assert told.args == [True]
    assert pane.stage.window() is not pane
    opened.until(lambda: QApplication.activeWindow() is pane.stage.window())
    QTest.keyClick(pane.stage, _KEY.Key_Period)
    opened.until(lambda: opened.number == 1)
    with opened.bot.waitSignal(pane.full_screen_changed) as told:
        QTest.keyClick(pane.stage, _KEY.Key_Escape)
    assert told.args == [False]
    assert pane.stage.window() is pane
    assert pane.stage.isVisible()


@pytest.mark.parametrize("plays", [True, False])
def test_on_a_full_screen_the_controls_leave_the_picture_free_until_something_moves(
    opened: Player, plays: bool
) -> None:
    stage = opened.pane.stage
    if plays:
        opened.pane.transport.set_loop(True)
        opened.pane.play()
    opened.pane.set_full_screen(True)
    assert stage.panel.isVisible()
    opened.until(lambda: not stage.panel.isVisible())
    assert stage.cursor().shape() == Qt.CursorShape.BlankCursor
    here, none = QPointF(40, 40), Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, here, here, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(stage.picture, moved)
    assert stage.panel.isVisible()
    opened.pane.set_full_screen(False)
    opened.pane.pause()
    assert stage.panel.isVisible()


def test_controls_that_have_the_keyboard_stay_on_a_full_screen_while_nothing_plays(opened: Player) -> None:
    stage = opened.pane.stage
    opened.pane.set_full_screen(True)
    opened.until(lambda: QApplication.activeWindow() is stage.window())
    stage.controls.play.setFocus(Qt.FocusReason.TabFocusReason)
    opened.until(stage.controls.play.hasFocus)
    stage._idle.timeout.emit()
    assert stage.panel.isVisible()
    assert stage.controls.play.hasFocus()
    stage.setFocus()
    opened.until(lambda: not stage.panel.isVisible())


def test_double_click_fills_the_screen_and_closing_it_gives_the_player_back(opened: Player) -> None:
    QTest.mouseDClick(opened.pane.stage.picture, Qt.MouseButton.LeftButton)
    assert opened.pane.stage.window() is not opened.pane
    opened.pane.stage.window().close()
    assert opened.pane.stage.window() is opened.pane


def test_keys_belong_to_others_while_they_have_the_keyboard(opened: Player) -> None:
    field = QLineEdit(opened.pane)
    field.show()
    field.setFocus()
    QTest.keyClicks(field, "j k.")
    assert field.text() == "j k."
    assert not opened.pane.transport.playing
    assert opened.number == 0


def test_shortcuts_of_the_window_leave_the_keys_to_the_player(opened: Player) -> None:
    stolen: list[bool] = []
    shortcut = QShortcut(QKeySequence("Space"), opened.pane)
    shortcut.activated.connect(lambda: stolen.append(True))
    event = QKeyEvent(QEvent.Type.ShortcutOverride, _KEY.Key_Space, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(opened.pane.stage, event)
    assert event.isAccepted()
    held = QKeyEvent(QEvent.Type.ShortcutOverride, _KEY.Key_C, Qt.KeyboardModifier.ControlModifier)
    held.ignore()
    QApplication.sendEvent(opened.pane.stage, held)
    assert not held.isAccepted()
    _press(_KEY.Key_Space)
    opened.until(lambda: opened.pane.transport.playing)
    assert not stolen


def test_every_control_has_a_name_a_tip_and_a_place_in_the_order(opened: Player) -> None:
    controls = [
        widget
        for widget in opened.pane.stage.panel.findChildren(QWidget)
        if isinstance(widget, QAbstractButton | QAbstractSlider)
    ]
    assert len(controls) == 12
    for control in controls:
        assert control.accessibleName()
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus
        if control is not opened.pane.stage.timeline:
            assert control.toolTip()
            assert min(control.width(), control.height()) >= 28
    names = [control.accessibleName() for control in controls]
    assert len(set(names)) == len(names)


def test_tab_goes_along_the_row(opened: Player) -> None:
    stage = opened.pane.stage
    seen = [QApplication.focusWidget()]
    for _ in range(4):
        _press(_KEY.Key_Tab)
        seen.append(QApplication.focusWidget())
    row = stage.controls
    assert seen == [stage, stage.timeline, row.play, row.skip_back, row.skip_on]


def test_no_sound_device_is_said_by_a_tip_only(opened: Player) -> None:
    if opened.pane.sound.has_device:
        pytest.skip("this computer has a sound device")
    assert opened.pane.stage.controls.mute.toolTip() == "No sound device"
    assert opened.message is None


@pytest.mark.parametrize("width", [380, 480, 900])
def test_controls_fit(opened: Player, width: int) -> None:
    opened.pane.resize(width, 400)
    row = opened.pane.stage.controls

    def fit() -> bool:
        shown = [w for w in row.findChildren(QWidget, options=_DIRECT) if w.isVisible()]
        places = sorted((w.geometry() for w in shown), key=QRect.left)
        apart = all(left.right() < right.left() for left, right in pairwise(places))
        return apart and places[-1].right() < row.width()

    opened.until(fit)
    assert row.play.isVisible()
    assert row.full_screen.isVisible()


def test_icons_follow_the_theme(opened: Player, theme: Theme) -> None:
    def painted() -> int:
        image = opened.pane.stage.controls.play.icon().pixmap(18, 18).toImage()
        return max(
            image.pixelColor(x, y).lightness() * (image.pixelColor(x, y).alpha() > 200)
            for x in range(18)
            for y in range(18)
        )

    assert painted() < 100
    theme.choose("dark")
    assert painted() > 150


def test_sheet_of_shortcuts_names_each_key_once() -> None:
    keys = [key for key, _ in shortcuts()]
    assert len(set(keys)) == len(keys)
    assert all(what for _, what in shortcuts())
