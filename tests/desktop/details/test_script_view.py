"""Reading along: keys, clicks, scrolling, copying, and scripts of any length."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from videogen_desktop.desktop.details.script_view import ScriptView
from videogen_desktop.desktop.details.times import SentenceTimes
from videogen_desktop.pipeline.script.model import Card, FigureUse, Line, Scene, Script, Sentence, Source

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from videogen_desktop.desktop.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # a window of offscreen is none

NO_KEY = Qt.KeyboardModifier.NoModifier
SOURCE = Source("Abstract › Results", "abstract/0/1", 1, 2, "We imaged 100 cells.")
FIGURE = FigureUse("fig1", "figures/fig1.jpg", "Figure 1", "Figure 1: Yang et al., CC BY 4.0", may_move=True)


def script_of(scenes: int, sentences: int = 3, text: str = "They imaged 100 cells in scene") -> Script:
    made = tuple(
        Scene(
            "text",
            f"Heading {number}",
            tuple(Sentence(f"{text} {number}, sentence {index}.", SOURCE) for index in range(sentences)),
        )
        for number in range(scenes)
    )
    return Script(1, Card(*[""] * 10), made)


def times_of(script: Script) -> SentenceTimes:
    count = sum(len(scene.sentences) for scene in script.scenes)
    return SentenceTimes(tuple(map(float, range(len(script.scenes)))), tuple(map(float, range(count))))


@pytest.fixture
def view(theme: Theme, qtbot: QtBot) -> ScriptView:
    view = ScriptView(theme)
    qtbot.addWidget(view)
    view.resize(420, 400)
    view.show()
    return view


def show(view: ScriptView, script: Script, qtbot: QtBot) -> None:
    view.show_script(script, times_of(script), {})
    qtbot.waitUntil(lambda: not view.filling)


def press(view: ScriptView, key: Qt.Key, held: Qt.KeyboardModifier = NO_KEY) -> None:
    QTest.keyClick(view, key, held)


def is_in_view(view: ScriptView, sentence: int) -> bool:
    rect = view.sentence_rect(sentence)
    return rect.top() >= 0 and rect.bottom() <= view.viewport().height()


def test_each_scene_has_its_heading_time_sentences_and_places(view: ScriptView, qtbot: QtBot) -> None:
    show(view, script_of(2), qtbot)
    text = view.toPlainText()
    assert "Heading 1" in text
    assert "0:01" in text
    assert text.count("Abstract › Results") == 6
    assert text.count("We imaged 100 cells.") == 6


def test_a_figure_is_shown_small_with_its_credit(view: ScriptView, qtbot: QtBot) -> None:
    picture = QImage(400, 200, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    scene = Scene("figure", "", (Sentence("A.", SOURCE),), (Line("A line.", SOURCE),), FIGURE)
    script = Script(1, Card(*[""] * 10), (scene,), banner="This paper was retracted.", warning=True)
    view.show_script(script, SentenceTimes(), {FIGURE.file: picture})
    qtbot.waitUntil(lambda: not view.filling)
    assert "\nFigure 1: Yang et al., CC BY 4.0\n" in view.toPlainText()
    assert "This paper was retracted." in view.toPlainText()
    assert "Shown: A line." in view.toPlainText()
    seen = view.viewport().grab().toImage()
    red = QColor("red").rgb()
    assert any(seen.pixel(60, y) == red for y in range(seen.height()))


def test_the_first_and_the_last_card_are_seen_whole(view: ScriptView, theme: Theme, qtbot: QtBot) -> None:
    show(view, script_of(12), qtbot)
    bar = view.verticalScrollBar()
    for end in (bar.minimum(), bar.maximum()):
        bar.setValue(end)
        seen = view.viewport().grab().toImage()
        row = 4 if end == bar.minimum() else seen.height() - 4
        assert seen.pixelColor(210, row).name() == theme.roles.window, "beyond the card"


def test_up_and_down_go_from_sentence_to_sentence(view: ScriptView, qtbot: QtBot) -> None:
    show(view, script_of(10), qtbot)
    walked = [view.current]
    for _ in range(4):
        press(view, Qt.Key.Key_Down)
        walked.append(view.current)
    assert walked == [None, 0, 1, 2, 3]
    press(view, Qt.Key.Key_Up)
    assert view.current == 2
    assert view.textCursor().block().text().startswith("They imaged 100 cells in scene 0, sentence 2")
    for _ in range(40):
        press(view, Qt.Key.Key_Down)
    assert view.current == 29
    assert is_in_view(view, 29)


def test_enter_plays_and_with_control_shows_the_source(view: ScriptView, qtbot: QtBot) -> None:
    show(view, script_of(2), qtbot)
    press(view, Qt.Key.Key_Down)
    press(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.chosen) as chosen:
        press(view, Qt.Key.Key_Return)
    assert chosen.args == [1]
    with qtbot.waitSignal(view.source_wanted) as wanted:
        press(view, Qt.Key.Key_Enter, Qt.KeyboardModifier.ControlModifier)
    assert wanted.args == [1]


def test_down_begins_at_what_is_heard(view: ScriptView, qtbot: QtBot) -> None:
    show(view, script_of(3), qtbot)
    view.set_heard(4)
    press(view, Qt.Key.Key_Down)
    assert view.current == 5


def test_a_click_on_a_sentence_chooses_it(view: ScriptView, qtbot: QtBot) -> None:
    show(view, script_of(2), qtbot)
    at = view.sentence_rect(1).center().toPoint()
    with qtbot.waitSignal(view.chosen) as chosen:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NO_KEY, at)
    assert chosen.args == [1]


def test_a_click_on_its_place_asks_for_the_source(view: ScriptView, qtbot: QtBot) -> None:
    show(view, script_of(2), qtbot)
    below = view.sentence_rect(1).bottomLeft().toPoint() + QPoint(60, 12)
    with qtbot.waitSignal(view.source_wanted) as wanted:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NO_KEY, below)
    assert wanted.args == [1]


def test_selecting_words_chooses_nothing_and_copies_plain_text(view: ScriptView, qtbot: QtBot) -> None:
    show(view, script_of(1), qtbot)
    chosen: list[int] = []
    view.chosen.connect(chosen.append)
    rect = view.sentence_rect(0).toRect()
    begin, end = rect.topLeft() + QPoint(20, 8), rect.topLeft() + QPoint(160, 8)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, NO_KEY, begin)
    QTest.mouseMove(view.viewport(), end)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, NO_KEY, end)
    assert chosen == []
    view.selectAll()
    view.copy()
    copied = QGuiApplication.clipboard()
    assert copied.mimeData().formats() == ["text/plain"]
    assert "Abstract › Results, paragraph 1, sentence 2: “We imaged 100 cells.”" in copied.text()


def test_what_is_heard_is_kept_in_view_until_the_person_scrolls(view: ScriptView, qtbot: QtBot) -> None:
    show(view, script_of(20), qtbot)
    view.set_heard(30)
    assert is_in_view(view, 30)
    for _ in range(60):
        turn(view, -600)
    assert not is_in_view(view, 30)
    scrolled = view.verticalScrollBar().value()
    view.set_heard(31)
    assert view.verticalScrollBar().value() == scrolled, "the person looks elsewhere"
    for _ in range(200):
        turn(view, 60)
        if is_in_view(view, 31):
            break
    assert is_in_view(view, 31)
    view.set_heard(45)
    assert is_in_view(view, 45), "whoever scrolls back to what is heard follows it again"


def turn(view: ScriptView, by: int) -> None:
    """Turn the wheel of a mouse."""
    middle = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        middle,
        view.viewport().mapToGlobal(middle),
        QPoint(),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_what_is_heard_is_seen(view: ScriptView, theme: Theme, qtbot: QtBot) -> None:
    show(view, script_of(3), qtbot)
    view.set_heard(1)
    seen = view.viewport().grab().toImage()
    place = view.sentence_rect(1)
    assert seen.pixelColor(int(place.right()) - 20, int(place.center().y())).name() == theme.roles.chosen
    other = view.sentence_rect(2)
    assert seen.pixelColor(int(other.right()) - 20, int(other.center().y())).name() == theme.roles.surface


def test_other_colours_leave_the_person_where_they_were(view: ScriptView, theme: Theme, qtbot: QtBot) -> None:
    show(view, script_of(30), qtbot)
    view.set_heard(40)
    before = view.verticalScrollBar().value()
    assert before > 0
    theme.choose("dark")
    qtbot.waitUntil(lambda: not view.filling)
    assert view.heard == 40
    assert abs(view.verticalScrollBar().value() - before) < 20
    theme.choose("light")


@pytest.mark.alone
def test_a_long_script_never_holds_the_window_up(
    view: ScriptView, qtbot: QtBot, longest_wait: Callable[[Callable[[], object]], float]
) -> None:
    script = script_of(
        1000, 4, "Words that are said in the film, quite a few of them, so that lines wrap, in"
    )
    waited = longest_wait(lambda: show(view, script, qtbot))
    assert waited < 0.1
    waited = longest_wait(lambda: view.set_heard(3999))
    assert is_in_view(view, 3999)
    assert waited < 0.1


@pytest.mark.parametrize(
    "text",
    [
        "<b>bold</b> <img src='file:///etc/passwd'>",
        "\u202eevil",
        "\ufdd0\ufdd1\u2029\u2028\x00",
        "\ud800",
        "שלום עולם",
        "x" * 30_000,
        "&amp;",
    ],
)
def test_whatever_a_script_says_is_only_text(view: ScriptView, qtbot: QtBot, text: str) -> None:
    scene = Scene("text", text, (Sentence(text, Source(text, text, 1, 1, text)),))
    show(view, Script(1, Card(*[""] * 10), (scene, scene)), qtbot)
    assert view.document().blockCount() <= 7
    if text.startswith(("<", "&")):
        assert text in view.toPlainText()
    assert "\u202e" not in view.toPlainText()
    cursor = QTextCursor(view.document())
    cursor.select(QTextCursor.SelectionType.Document)
    assert not cursor.charFormat().isAnchor()
    view.viewport().grab()


def test_a_script_without_sentences_can_be_walked(view: ScriptView, qtbot: QtBot) -> None:
    show(view, Script(1, Card(*[""] * 10), (Scene("text", "Only a heading", ()),)), qtbot)
    press(view, Qt.Key.Key_Down)
    press(view, Qt.Key.Key_Return)
    view.set_heard(3)
    assert view.current is None
