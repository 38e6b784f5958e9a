"""Titles read in their own direction, and begin where every row begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter

from videogen_desktop.desktop.jobs_view.lines import draw_apart, draw_lines

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

HEBREW = "השפעת תוספי ויטמין על תמותה"
ARABIC = "تأثير التمارين الرياضية على ضغط الدم"
LATIN = "Cortical circuits in three dimensions"
WIDTH = 420
FONT = QFont("DejaVu Sans", 12)

pytestmark = pytest.mark.usefixtures("qapp")


def drawn(
    text: str, *, width: int = WIDTH, most: int = 1, row: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight
) -> tuple[QImage, int]:
    """A text drawn black on white, and how high it said that it is."""
    image = QImage(WIDTH, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setLayoutDirection(row)
    height = draw_lines(painter, QRect(0, 0, width, 100), text, FONT, QColor("black"), most)
    painter.end()
    return image, height


def ink(image: QImage) -> list[tuple[int, int, int]]:
    """Stretches of columns with ink, from the left: the first column, the last one, and how tall it is."""
    found: list[tuple[int, int, set[int]]] = []
    for x in range(image.width()):
        rows = {y for y in range(image.height()) if image.pixelColor(x, y).lightness() < 128}
        if rows and found and found[-1][1] == x - 1:
            found[-1] = (found[-1][0], x, found[-1][2] | rows)
        elif rows:
            found.append((x, x, rows))
    return [(first, last, max(rows) - min(rows) + 1) for first, last, rows in found]


def is_dot(stretch: tuple[int, int, int]) -> bool:
    first, last, tall = stretch
    return last - first < 5 and tall < 5


@pytest.mark.parametrize("title", [HEBREW, ARABIC, f"{HEBREW} of Mus musculus"])
def test_a_full_stop_ends_a_title_on_its_own_side(title: str) -> None:
    found = ink(drawn(f"{title}.")[0])

    assert is_dot(found[0]), "it reads leftwards, so its end is on the left"
    assert not is_dot(found[-1])


def test_a_title_in_latin_letters_ends_on_the_right_also_where_rows_begin_there() -> None:
    found = ink(drawn(f"{LATIN}.", row=Qt.LayoutDirection.RightToLeft)[0])

    assert is_dot(found[-1])
    assert found[-1][1] > WIDTH - 8, "and it stands where its row begins"


@pytest.mark.parametrize("title", [LATIN, HEBREW, ARABIC])
def test_every_title_stands_where_its_row_begins(title: str) -> None:
    left = ink(drawn(title)[0])
    right = ink(drawn(title, row=Qt.LayoutDirection.RightToLeft)[0])

    assert left[0][0] < 8
    assert left[-1][1] < WIDTH - 20
    assert right[-1][1] > WIDTH - 8


def test_what_has_no_room_is_left_out_at_the_end_in_reading_order() -> None:
    whole = ink(drawn(HEBREW)[0])
    short = ink(drawn(HEBREW, width=100)[0])

    assert is_dot(short[0]), "the dots that stand for the rest are on the left"
    assert not is_dot(whole[0])
    assert short[-1][1] <= 100


def test_a_long_title_has_two_lines_and_the_direction_of_its_beginning_in_both() -> None:
    title = f"{HEBREW} of Mus musculus and others that go on for a while"
    image, height = drawn(title, width=220, most=2)
    line = QFontMetrics(FONT, image).height()

    assert height == 2 * line
    second = ink(image.copy(0, line, WIDTH, line))
    assert is_dot(second[0])
    assert ink(image.copy(0, height + 2, WIDTH, 100 - height - 2)) == []


@pytest.mark.parametrize("row", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize(("width", "left_out"), [(WIDTH, False), (200, True)])
def test_what_stands_at_the_end_of_a_line_is_whole_and_the_rest_gives_way(
    row: Qt.LayoutDirection, width: int, *, left_out: bool
) -> None:
    image = QImage(width, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setLayoutDirection(row)
    draw_apart(painter, QRect(0, 0, width, 100), LATIN, "40 s left", FONT, QColor("black"))
    painter.end()
    alone = ink(drawn("40 s left")[0])
    letters = ink(image)

    at_left = row == Qt.LayoutDirection.RightToLeft
    end = letters[: len(alone)] if at_left else letters[-len(alone) :]
    assert [tall for *_, tall in end] == [tall for *_, tall in alone]
    assert end[0][0] < 8 if at_left else end[-1][1] > width - 8
    assert (len(letters) - len(alone) < len(ink(drawn(LATIN, row=row)[0]))) == left_out


def test_no_text_takes_no_room(qapp: QApplication) -> None:
    assert qapp
    image, height = drawn("")
    assert ink(image) == []
    assert height <= QFontMetrics(FONT, image).height()
