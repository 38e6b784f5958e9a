"""Every dialog of the window, and how a person comes to it."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QDialog, QPushButton

from videogen_desktop import desktop
from videogen_desktop.desktop.manners.fault import fault_of
from videogen_desktop.desktop.preferences import Preferences
from videogen_desktop.desktop.settings_dialog.draft import Draft
from videogen_desktop.desktop.settings_dialog.transfer import document_of
from videogen_desktop.jobs.settings import QueueSettings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from tests.desktop.window.desk import Desk

    Way = Callable[[Desk, Path], None]


def dialog_classes() -> set[str]:
    """The names of all classes of dialogs that the window has, wherever they are."""
    for module in pkgutil.walk_packages(desktop.__path__, f"{desktop.__name__}."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    return {kind.__name__ for kind in _below(QDialog) if kind.__module__.startswith(desktop.__name__)}


def come_to(desk: Desk, name: str, folder: Path) -> QDialog:
    """Come to a dialog as a person does.

    Args:
        desk: A window with a film, and a job in the line that is chosen.
        name: The dialog's class.
        folder: For files on the way.
    """
    DIALOGS[name](desk, folder)
    desk.until(lambda: _shown(desk, name))
    desk.until(lambda: not desk.desktop.link.background.busy)
    [dialog] = _shown(desk, name)
    dialog.activateWindow()
    desk.until(dialog.isActiveWindow)
    return dialog


def _below(kind: type) -> Iterator[type]:
    for each in kind.__subclasses__():
        yield each
        yield from _below(each)


def _shown(desk: Desk, name: str) -> list[QDialog]:
    dialogs = desk.window.findChildren(QDialog)
    return [each for each in dialogs if each.isVisible() and type(each).__name__ == name]


def _by_menu(name: str) -> Way:
    def come(desk: Desk, _folder: Path) -> None:
        desk.until(lambda: desk.window.actions_[name].isEnabled())
        desk.act(name)

    return come


def _by_pasting(desk: Desk, _folder: Path) -> None:
    desk.desktop._adder.add_text("29412138\nno paper at all\n10.7554/eLife.32671\n29412138")


def _by_exporting(desk: Desk, folder: Path) -> None:
    _by_menu("export-all")(desk, folder)
    exporter = desk.desktop.exporter
    desk.until(lambda: exporter.dialog and exporter.dialog.isVisible())
    assert exporter.dialog
    exporter.dialog.form.choose_folder(str(folder))
    go = next(each for each in exporter.dialog.findChildren(QPushButton) if each.isDefault())
    desk.until(go.isEnabled)
    go.click()
    desk.until(lambda: exporter.sheet and exporter.sheet.isVisible() and not exporter.busy)


def _by_a_mistake_in_the_program(desk: Desk, _folder: Path) -> None:
    try:
        raise ValueError("a trial")
    except ValueError as error:
        fault = fault_of(ValueError, error, error.__traceback__, "MainThread")
    desk.desktop._faults.told.emit(fault)


def _by_importing(desk: Desk, folder: Path) -> None:
    other = Draft(replace(Preferences(), email="ada@example.org"), replace(QueueSettings(), workers=3))
    path = folder / "settings.json"
    path.write_bytes(document_of(other))
    settings = come_to(desk, "SettingsDialog", folder)
    settings.import_from(path)


DIALOGS: Final[Mapping[str, Way]] = {
    "AboutDialog": _by_menu("about"),
    "CrashDialog": _by_a_mistake_in_the_program,
    "ExportDialog": _by_menu("export-all"),
    "ExportSheet": _by_exporting,
    "ImportDialog": _by_importing,
    "OptionsDialog": _by_menu("options"),
    "PaperDialog": _by_menu("add"),
    "PreviewSheet": _by_pasting,
    "ReportDialog": _by_menu("report"),
    "SettingsDialog": _by_menu("settings"),
    "ShortcutsSheet": _by_menu("shortcuts"),
}
"""By the dialog's class. A new one is entered here: it is then heard, walked by keys, and left by Escape."""
