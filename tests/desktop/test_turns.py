from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from videogen_desktop.desktop.turns import Turns

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_steps_are_taken_in_order_and_others_have_their_turn_between_them(qtbot: QtBot) -> None:
    owner, taken = QObject(), []
    other = QTimer(owner, interval=0)
    other.timeout.connect(lambda: taken.append("other"))
    other.start()
    turns = Turns([lambda number=number: taken.append(number) for number in range(3)], owner)
    turns.begin()
    assert taken == []
    qtbot.waitUntil(lambda: 2 in taken)
    other.stop()
    assert [each for each in taken if each != "other"] == [0, 1, 2]
    for one, next_one in ((0, 1), (1, 2)):
        assert "other" in taken[taken.index(one) : taken.index(next_one)]


def test_no_step_is_taken_after_it_was_stopped_even_by_a_step(qtbot: QtBot) -> None:
    owner, taken = QObject(), []
    turns = Turns([lambda: taken.append(1), lambda: turns.stop(), lambda: taken.append(3)], owner)
    turns.begin()
    passed = []
    QTimer.singleShot(50, owner, lambda: passed.append(True))
    qtbot.waitUntil(lambda: bool(passed))
    assert taken == [1]
