"""The style sheet of the window, in the colours of a theme."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from videogen_desktop.desktop.theme.roles import Roles

_SHEET = Template("""
QToolTip { background: $raised; color: $text; border: 1px solid $line; padding: 4px 6px; }
QMainWindow, QDialog { background: $window; }
QMenu { background: $raised; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 24px; border-radius: 4px; }
QMenu::item:selected { background: $chosen; color: $text; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenuBar { background: $window; }
QMenuBar::item { padding: 4px 10px; background: transparent; }
QMenuBar::item:selected { background: $chosen; color: $text; border-radius: 4px; }

QPushButton {
  background: $surface; color: $text; border: 1px solid $field; border-radius: 6px; padding: 5px 14px;
  qproperty-iconSize: 20px 16px;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $chosen; }
QPushButton:default, QPushButton[primary="true"] {
  background: $accent; color: $on_accent; border-color: $accent; font-weight: 600;
}
QPushButton:disabled { color: $faint; background: $window; border-color: $line; }
QPushButton:focus, QToolButton:focus, QCheckBox:focus, QRadioButton:focus { outline: none; }
QPushButton:focus { border: 2px solid $accent; padding: 4px 13px; }
QPushButton:default:focus, QPushButton[primary="true"]:focus { border: 2px solid $text; }
QPushButton[flat="true"] { background: transparent; border-color: transparent; }
QPushButton[flat="true"]:hover { background: $hover; }
QPushButton[flat="true"]:focus { border-color: $accent; }

QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 5px 8px; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $chosen; }
QToolButton:focus { border: 1px solid $accent; }
QToolButton:disabled { color: $faint; }
QToolButton::menu-indicator { image: none; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox {
  background: $surface; color: $text; border: 1px solid $field; border-radius: 6px; padding: 4px 8px;
  selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus,
QDoubleSpinBox:focus, QComboBox:focus {
  border: 1px solid $accent;
}
QLineEdit[invalid="true"] { border: 1px solid $bad; }
QSpinBox::up-button, QDoubleSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::down-button {
  border: none; background: transparent; width: 20px;
}
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url("$up"); width: 12px; height: 12px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow { image: url("$down"); width: 12px; height: 12px; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url("$down"); width: 14px; height: 14px; }
QComboBox QAbstractItemView {
  background: $raised; border: 1px solid $line; selection-background-color: $chosen; selection-color: $text;
}

QCheckBox, QRadioButton { spacing: 8px; padding: 2px; border: 1px solid transparent; border-radius: 4px; }
QCheckBox:focus, QRadioButton:focus { border: 1px solid $accent; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator {
  width: 15px; height: 15px; border: 1px solid $field; border-radius: 4px; background: $surface;
}
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {
  background: $accent; border-color: $accent; image: url("$tick");
}
QRadioButton::indicator:checked {
  background: $on_accent; border: 5px solid $accent; border-radius: 8px; width: 7px; height: 7px;
}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $line; background: $window; }
QMenu::indicator { width: 14px; height: 14px; left: 6px; }
QMenu::indicator:checked { image: url("$menu_tick"); }

QAbstractItemView { background: $surface; border: none; outline: none; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section {
  background: $surface; color: $subtle; border: none; border-bottom: 1px solid $line; padding: 6px 10px;
}
QHeaderView::section:hover { color: $text; background: $hover; }

QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar::tab { background: transparent; color: $subtle; padding: 7px 14px; border: none;
  border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; }
QTabBar::tab:focus { color: $accent; }

QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QStatusBar { background: $window; color: $subtle; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QToolBar {
  background: $window; border: none; border-bottom: 1px solid $line; spacing: 4px; padding: 6px 8px;
}
QToolBar::separator { width: 1px; background: $line; margin: 4px 6px; }
QGroupBox { border: 1px solid $line; border-radius: 8px; margin-top: 18px; padding: 10px; }
QGroupBox::title { subcontrol-origin: margin; left: 4px; color: $subtle; }
QProgressBar { background: $track; border: none; border-radius: 3px; max-height: 6px; text-align: center; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $track; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QLabel[role="title"] { font-size: 15pt; font-weight: 600; }
QLabel[role="heading"] { font-weight: 600; }
QLabel[role="subtle"] { color: $subtle; }
QLabel[role="good"] { color: $good; }
QLabel[role="warning"] { color: $warning; }
QLabel[role="bad"] { color: $bad; }
QFrame[role="card"] { background: $surface; border: 1px solid $line; border-radius: 8px; }
QFrame[role="bar"] { background: $raised; border-top: 1px solid $line; }
QFrame[role="notice"] { background: $raised; border: 1px solid $field; border-radius: 8px; }
QWidget[role="surface"] { background: $surface; }
QWidget[role="screen"] { background: $screen; }
""")


SHAPES: Final = {
    "up": ("chevron-up", "subtle"),
    "down": ("chevron-down", "subtle"),
    "tick": ("check", "on_accent"),
    "menu_tick": ("check", "text"),
}
"""What the sheet draws from files: the icon and the role of its colour."""


def sheet(roles: Roles, files: Mapping[str, str]) -> str:
    """The whole sheet. Widgets say what they are by the properties ``role``, ``primary`` and ``invalid``.

    Args:
        roles: The colours.
        files: Where the tinted ``SHAPES`` are, with slashes as in an address.
    """
    colours = {name: value for name, value in vars(roles).items() if isinstance(value, str)}
    return _SHEET.substitute(colours, **files)
