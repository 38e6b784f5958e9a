"""The menus and the bar of tools, made of the window's actions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from videogen_desktop.desktop.translating import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QMainWindow

    from videogen_desktop.desktop.actions import Actions

CONTEXT: Final = "Menus"
_LINE: Final = "-"
_ICON: Final = QSize(22, 18)  # wider than high: the text keeps its distance
_CITE: Final = ("cite-text", "cite-bibtex", "cite-ris")
_PRIORITY: Final = ("priority-high", "priority-normal", "priority-low")
_MOVE: Final = ("top", "up", "down", "bottom")

_JOB: Final = (
    "approve",
    "pause-jobs",
    "resume-jobs",
    "cancel",
    "retry",
    "from-scratch",
    "options",
    _LINE,
    "move",
    "priority",
    _LINE,
)
"""What is done with chosen papers, in the menu of the window and in that of a row."""

_MENUS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    (
        QT_TRANSLATE_NOOP("Menus", "&File"),
        (
            "add",
            "open",
            "sample",
            _LINE,
            "export",
            "export-all",
            "export-again",
            _LINE,
            "settings",
            _LINE,
            "quit",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Menus", "&Edit"),
        ("undo", _LINE, "paste", "select-all", "find", _LINE, "cite", _LINE, "remove"),
    ),
    (
        QT_TRANSLATE_NOOP("Menus", "&Queue"),
        ("pause-queue", "suspend-queue", "after-this-one", _LINE, "retry-failed", "clear-completed"),
    ),
    (
        QT_TRANSLATE_NOOP("Menus", "&Paper"),
        (*_JOB, "open-folder"),
    ),
    (QT_TRANSLATE_NOOP("Menus", "&View"), ("details", "columns", "sort")),
    (QT_TRANSLATE_NOOP("Menus", "&Help"), ("shortcuts", "report", _LINE, "about")),
)
_CONTEXT_MENU: Final = (
    *_JOB,
    "export",
    "cite",
    "open-folder",
    _LINE,
    "remove",
)
_SUBMENUS: Final = {
    "cite": (QT_TRANSLATE_NOOP("Menus", "Copy &citation"), _CITE),
    "move": (QT_TRANSLATE_NOOP("Menus", "&Place in the line"), _MOVE),
    "priority": (QT_TRANSLATE_NOOP("Menus", "Pr&iority"), _PRIORITY),
}


def build_menus(window: QMainWindow, actions: Actions, sort: QMenu) -> QMenu:
    """Give the window its menus; return the one of the columns, which the list fills."""
    columns = QMenu(_tr(QT_TRANSLATE_NOOP("Menus", "&Columns")), window)
    for title, names in _MENUS:
        menu = window.menuBar().addMenu(_tr(title))
        _fill(menu, names, actions, {"columns": columns, "sort": sort})
    return columns


def context_menu(parent: QWidget, actions: Actions) -> QMenu:
    """The menu of the chosen jobs; what cannot be done with them is left out."""
    menu = QMenu(parent)
    _fill(menu, tuple(name for name in _CONTEXT_MENU if _can_be_done(name, actions)), actions, {})
    return menu


def build_tools(window: QMainWindow, actions: Actions, search: QWidget) -> QToolBar:
    """The bar of tools: what is done most, and the search."""
    bar = QToolBar(_tr(QT_TRANSLATE_NOOP("Menus", "Tools")), window)
    bar.setObjectName("tools")
    bar.setMovable(False)
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    bar.setIconSize(_ICON)
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    for name in ("add", "pause-queue", "after-this-one"):
        bar.addAction(actions[name])
    between = QWidget(bar)
    between.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    bar.addWidget(between)
    search.setMaximumWidth(380)
    bar.addWidget(search)
    for name in ("export", "settings"):
        bar.addAction(actions[name])
    for each in bar.findChildren(QToolButton, options=Qt.FindChildOption.FindDirectChildrenOnly):
        each.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Qt leaves a bar’s buttons to the mouse
    button = bar.widgetForAction(actions["settings"])
    button.setAccessibleName(actions["settings"].text().replace("&", ""))
    button.setProperty("toolButtonStyle", Qt.ToolButtonStyle.ToolButtonIconOnly)
    more = bar.findChild(QToolButton, "qt_toolbar_ext_button")  # Qt's, behind which is what has no room
    if more is not None:
        more.setAccessibleName(_tr(QT_TRANSLATE_NOOP("Menus", "More tools")))
        more.setToolTip(more.accessibleName())
        QWidget.setTabOrder(button, more)
    return bar


def _fill(menu: QMenu, names: tuple[str, ...], actions: Actions, of_list: Mapping[str, QMenu]) -> None:
    for name in names:
        if name == _LINE:
            menu.addSeparator()
        elif name in of_list:
            menu.addMenu(of_list[name])
        elif name in _SUBMENUS:
            title, inner = _SUBMENUS[name]
            _fill(menu.addMenu(_tr(title)), inner, actions, {})
        else:
            menu.addAction(actions[name])


def _can_be_done(name: str, actions: Actions) -> bool:
    _title, inner = _SUBMENUS.get(name, ("", (name,)))
    return name == _LINE or any(actions[each].isEnabled() for each in inner)


def _tr(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)
