"""The whole window in French, and laid out from right to left: it speaks it all, and nothing is cut off."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPushButton,
    QSplitterHandle,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QToolButton,
    QWidget,
)

from tests.desktop.window.desk import add, fail_first
from videogen_desktop.desktop.languages import install

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.desktop.window.desk import Desk
    from videogen_desktop.desktop.main_window import MainWindow

_TITLES = ("A paper whose title is so long that it takes more than one line of the list", "Another paper")
_INVITATION = "Déposez ici une liste d’articles"
_SIZES = ((1280, 720), (1000, 640))
_ROUNDING = 1


@pytest.fixture(params=[Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft], ids=["ltr", "rtl"])
def direction(request: pytest.FixtureRequest, french: QApplication) -> Qt.LayoutDirection:
    """The window reads from there; French from right to left stands for Arabic, with texts one can check."""
    direction: Qt.LayoutDirection = request.param
    french.setLayoutDirection(direction)
    return direction


@pytest.fixture
def french(qapp: QApplication) -> Iterator[QApplication]:
    installed = install(qapp, "fr")
    yield qapp
    for translator in installed:
        qapp.removeTranslator(translator)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    QLocale.setDefault(QLocale.system())


def _menus(window: MainWindow) -> dict[str, list[str]]:
    found = {}
    for top in window.menuBar().actions():
        menu = top.menu()
        assert isinstance(menu, QMenu)
        found[top.text()] = [action.text() for action in menu.actions() if action.text()]
    return found


@pytest.mark.usefixtures("french")
def test_an_empty_window_speaks_french(opened: Callable[..., Desk]) -> None:
    desk = opened()
    window = desk.window

    assert list(_menus(window)) == [
        "&Fichier",
        "É&dition",
        "File d’&attente",
        "A&rticle",
        "Afficha&ge",
        "A&ide",
    ]
    desk.until(lambda: {_INVITATION, "Essayer l’article d’exemple"} <= _said(window))
    filters = ["Tous", "En cours", "En attente", "À vérifier", "Terminés", "Échecs"]
    buttons = [button.text() for button in window.findChildren(QAbstractButton)]
    assert [name for name in filters if any(text.startswith(name) for text in buttons)] == filters


@pytest.mark.usefixtures("french")
def test_no_two_entries_of_a_menu_have_the_same_letter(opened: Callable[..., Desk]) -> None:
    menus = _menus(opened().window)

    for title, entries in {"the bar": list(menus), **menus}.items():
        letters = Counter(_letter(entry) for entry in entries)
        assert "" not in letters, (title, entries)
        assert not [letter for letter, count in letters.items() if count > 1], (title, entries)


@pytest.mark.usefixtures("french")
def test_keys_are_the_same_in_every_language(opened: Callable[..., Desk]) -> None:
    portable = QKeySequence.SequenceFormat.PortableText
    actions = opened().window.actions_
    assert actions["open-folder"].shortcut().toString(portable) == "Ctrl+Return"
    assert actions["top"].shortcut().toString(portable) == "Alt+Home"
    assert actions["suspend-queue"].shortcut().toString(portable) == "Ctrl+Shift+P"


@pytest.mark.usefixtures("french")
def test_the_states_of_jobs_and_their_counts_are_told_in_french(
    opened: Callable[..., Desk], before: Callable[..., None]
) -> None:
    before(add(*_TITLES))
    before(fail_first)
    desk = opened()
    desk.until(lambda: any("1 en attente" in said for said in _said(desk.window)))

    model, spoken = desk.window.model, Qt.ItemDataRole.AccessibleTextRole
    told = {model.index(row, 0).data(spoken) for row, _job in enumerate(desk.listed())}
    assert told == {f"{_TITLES[0]}. Échec. The paper tells nothing.", f"{_TITLES[1]}. En attente"}
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Article"


@pytest.mark.usefixtures("direction")
@pytest.mark.parametrize("size", _SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_nothing_of_the_empty_window_is_cut_off(opened: Callable[..., Desk], size: tuple[int, int]) -> None:
    desk = opened()
    desk.window.resize(*size)
    desk.until(lambda: desk.window.size().toTuple() == size and _INVITATION in _said(desk.window))

    assert _cut_off(desk.window) == []


@pytest.mark.usefixtures("direction")
@pytest.mark.parametrize("size", _SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_nothing_of_a_window_with_papers_is_cut_off(
    opened: Callable[..., Desk], before: Callable[..., None], size: tuple[int, int]
) -> None:
    before(add(*_TITLES))
    before(fail_first)
    desk = opened()
    desk.window.resize(*size)
    desk.choose(1)
    desk.until(lambda: desk.window.size().toTuple() == size)

    desk.until(lambda: _cut_off(desk.window) == [])


@pytest.mark.usefixtures("direction")
def test_nothing_of_the_options_is_cut_off(opened: Callable[..., Desk], before: Callable[..., None]) -> None:
    before(add(*_TITLES))
    desk = opened()
    desk.choose(1)
    desk.until(lambda: desk.window.actions_["options"].isEnabled())
    desk.act("options")

    assert _cut_off(_dialog(desk)) == []


@pytest.mark.usefixtures("direction")
def test_nothing_of_the_settings_is_cut_off(opened: Callable[..., Desk]) -> None:
    desk = opened()
    desk.act("settings")
    dialog = _dialog(desk)
    assert dialog.windowTitle() == "Paramètres"

    pages = dialog.findChildren(QListWidget)[0]
    assert [pages.item(row).text() for row in (1, 2, 5)] == ["Travail", "Dossiers", "Nettoyage"]
    for row in range(pages.count()):
        pages.setCurrentRow(row)
        desk.qtbot.wait(0)
        assert _cut_off(dialog) == [], pages.item(row).text()


@pytest.mark.usefixtures("direction")
@pytest.mark.parametrize("name", ["add", "shortcuts", "about", "report"])
def test_nothing_of_a_dialog_is_cut_off(opened: Callable[..., Desk], name: str) -> None:
    desk = opened()
    desk.act(name)

    assert _cut_off(_dialog(desk)) == []


def _dialog(desk: Desk) -> QDialog:
    def shown() -> list[QDialog]:
        return [each for each in desk.window.findChildren(QDialog) if each.isVisible()]

    desk.until(shown)
    return shown()[0]


def _letter(text: str) -> str:
    return text.replace("&&", "").partition("&")[2][:1].lower()


def _said(window: QWidget) -> set[str]:
    kinds = (QLabel, QAbstractButton)
    return {
        each.text() for each in window.findChildren(QWidget) if isinstance(each, kinds) and each.isVisible()
    }


def _cut_off(window: QWidget) -> list[str]:
    """What sticks out of what it is in, and texts that have too little room, with both sizes."""
    return [
        f"{type(widget).__name__} “{_text(widget)}” {widget.geometry()}: {fault}"
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and not widget.isWindow()
        and not isinstance(widget, QSplitterHandle)  # wider than its place, to be grasped
        and (fault := _fault(widget))
    ]


def _fault(widget: QWidget) -> str:
    parent = widget.parentWidget()
    assert parent
    inside = parent.rect().adjusted(-_ROUNDING, -_ROUNDING, _ROUNDING, _ROUNDING)
    if not _scrolls(parent) and not inside.contains(widget.geometry()):
        return f"outside of {type(parent).__name__} {parent.rect()}"
    needed, there = _room(widget) if _text(widget) else (0, 0)
    return f"needs {needed}, has {there}" if needed > there + _ROUNDING else ""


def _scrolls(parent: QWidget) -> bool:
    """Whether it shows a part of what is in it, and moves that about."""
    area = parent.parentWidget()
    return isinstance(area, QAbstractScrollArea) and area.viewport() is parent


def _text(widget: QWidget) -> str:
    if isinstance(widget, QToolButton) and isinstance(widget.parentWidget(), QLineEdit):
        return ""  # the icon in a field shows no words
    return str(widget.property("text") or widget.property("currentText") or "")


def _room(widget: QWidget) -> tuple[int, int]:
    """How much room a text needs, and how much it has: its width, or its height where it is wrapped."""
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width()), widget.height()
    if isinstance(widget, QLabel):
        return widget.sizeHint().width(), widget.width()
    if isinstance(widget, QPushButton):
        option = QStyleOptionButton()
        widget.initStyleOption(option)
        inside = widget.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, widget)
        icon = 0 if widget.icon().isNull() else widget.iconSize().width()
        return _width(widget.text(), widget.font(), bold=widget.isDefault()) + icon, inside.width()
    if isinstance(widget, QAbstractButton):
        return widget.sizeHint().width(), widget.width()
    if isinstance(widget, QComboBox):
        return _width(widget.currentText(), widget.font(), bold=False), _field(widget).width()
    return 0, 0


def _width(text: str, font: QFont, *, bold: bool) -> int:
    used = QFont(font)
    if bold:
        used.setWeight(QFont.Weight.DemiBold)
    return QFontMetrics(used).horizontalAdvance(text.replace("&", ""))


def _field(combo: QComboBox) -> QRect:
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    field = combo.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, combo
    )
    icon = 0 if combo.itemIcon(combo.currentIndex()).isNull() else combo.iconSize().width()
    return field.adjusted(0, 0, -icon, 0)
