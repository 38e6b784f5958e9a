"""Which keys do what: those of the window's menus, and those of its parts that have no menu."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from videogen_desktop.desktop.player import shortcuts
from videogen_desktop.desktop.translating import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from videogen_desktop.desktop.actions import Actions

_CONTEXT = "Shortcuts"
_STEP = ", "


@dataclass(frozen=True)
class Shortcut:
    """One thing that can be done: ``what``, and the ``keys`` for it as they are written on this system."""

    what: str
    keys: str


@dataclass(frozen=True)
class Group:
    """What belongs together."""

    title: str
    shortcuts: tuple[Shortcut, ...]


def groups_of(actions: Actions, window: QWidget | None) -> tuple[Group, ...]:
    """Every action of a window under the menu that has it, then those of its parts.

    An action without keys of its own is reached through its menu; those keys are given then.
    """
    in_menus: set[QAction] = set()
    found = list(_of_menus(window, in_menus)) if isinstance(window, QMainWindow) else []
    others = tuple(
        Shortcut(plain(action.text()), keys)
        for _entry, action in actions.all()
        if action not in in_menus and (keys := _keys(action))
    )
    if others:
        found.append(Group(_tr(QT_TRANSLATE_NOOP("Shortcuts", "Window")), others))
    return (*found, *_of_parts())


def plain(text: str) -> str:
    """An action's text without what marks its key in a menu, and without the dots of a question."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…").rstrip()


def _of_menus(window: QMainWindow, seen: set[QAction]) -> Iterator[Group]:
    for top in window.menuBar().actions():
        menu = top.menu()
        if isinstance(menu, QMenu):
            way = QKeySequence.mnemonic(top.text()).toString(QKeySequence.SequenceFormat.NativeText)
            found = tuple(_of_menu(menu, way, seen))
            if found:
                yield Group(plain(top.text()), found)


def _of_menu(menu: QMenu, way: str, seen: set[QAction], within: str = "{entry}") -> Iterator[Shortcut]:
    actions = [action for action in menu.actions() if not action.isSeparator()]
    letters = Counter(map(_letter, actions))
    for action in actions:
        letter = _letter(action)
        there = f"{way}{_STEP}{letter}" if way and letter and letters[letter] == 1 else way
        inner = action.menu()
        seen.add(action)
        if isinstance(inner, QMenu):
            named = _tr(QT_TRANSLATE_NOOP("Shortcuts", "{menu}: {entry}"))
            yield from _of_menu(
                inner, there, seen, within.replace("{entry}", named.replace("{menu}", plain(action.text())))
            )
        else:
            yield Shortcut(within.replace("{entry}", plain(action.text())), _keys(action) or there)


def _letter(action: QAction) -> str:
    """The key of an action in its open menu; none on systems whose menus have no keys."""
    return QKeySequence.mnemonic(action.text()).toString().rpartition("+")[2]


def _keys(action: QAction) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return _tr(QT_TRANSLATE_NOOP("Shortcuts", " or ")).join(
        dict.fromkeys(keys.toString(native) for keys in action.shortcuts())
    )


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def _of_parts() -> tuple[Group, ...]:
    return (
        Group(
            _tr(QT_TRANSLATE_NOOP("Shortcuts", "List of papers")),
            (
                Shortcut(_tr(QT_TRANSLATE_NOOP("Shortcuts", "Previous or next paper")), "↑ ↓"),
                Shortcut(
                    _tr(QT_TRANSLATE_NOOP("Shortcuts", "Choose more papers")),
                    _tr(QT_TRANSLATE_NOOP("Shortcuts", "{shift} with ↑ ↓")).format(shift=_held("Shift")),
                ),
                Shortcut(
                    _tr(QT_TRANSLATE_NOOP("Shortcuts", "A page up or down")),
                    _tr(QT_TRANSLATE_NOOP("Shortcuts", "Page Up, Page Down")),
                ),
                Shortcut(
                    _tr(QT_TRANSLATE_NOOP("Shortcuts", "To the beginning or end of the list")),
                    f"{_native('Ctrl+Home')}, {_native('Ctrl+End')}",
                ),
                Shortcut(
                    _tr(QT_TRANSLATE_NOOP("Shortcuts", "From the search to the list")), _native("Return")
                ),
                Shortcut(
                    _tr(QT_TRANSLATE_NOOP("Shortcuts", "Next or previous part of the window")),
                    f"{_native('Tab')}, {_native('Shift+Tab')}",
                ),
                Shortcut(
                    _tr(QT_TRANSLATE_NOOP("Shortcuts", "Menu of the chosen papers")),
                    _tr(QT_TRANSLATE_NOOP("Shortcuts", "Menu key or {keys}")).format(
                        keys=_native("Shift+F10")
                    ),
                ),
            ),
        ),
        Group(
            _tr(QT_TRANSLATE_NOOP("Shortcuts", "Player")),
            tuple(Shortcut(what, keys) for keys, what in shortcuts()),
        ),
        Group(
            _tr(QT_TRANSLATE_NOOP("Shortcuts", "Script")),
            (
                Shortcut(_tr(QT_TRANSLATE_NOOP("Shortcuts", "Previous or next sentence")), "↑ ↓"),
                Shortcut(_tr(QT_TRANSLATE_NOOP("Shortcuts", "Play from this sentence")), _native("Return")),
                Shortcut(
                    _tr(QT_TRANSLATE_NOOP("Shortcuts", "Show where it stands in the paper")),
                    _native("Ctrl+Return"),
                ),
            ),
        ),
    )


def _held(key: str) -> str:
    """A key that is held, as this system writes it."""
    return _native(f"{key}+A").removesuffix("A").rstrip("+")


def _tr(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)
