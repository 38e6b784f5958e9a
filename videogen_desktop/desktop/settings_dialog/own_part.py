"""What is the person's own in a film: a logo with a look at it, and closing words with their count."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from videogen_desktop.desktop.exporting.validity import Sentence, mark, set_style
from videogen_desktop.desktop.said import explained
from videogen_desktop.desktop.settings_dialog.checking import closing_problem
from videogen_desktop.desktop.title_text import shown
from videogen_desktop.desktop.typed_path import typed_path
from videogen_desktop.pipeline.job import LONGEST_CLOSING

if TYPE_CHECKING:
    from videogen_desktop.desktop.background import Background
    from videogen_desktop.errors import VideoGenError

_PREVIEW: Final = (180, 56)
_AROUND: Final = 12
_BETWEEN: Final = 6


class LogoField(QWidget):
    """A logo: typed, or picked, and shown as a film shows it.

    Args:
        background: Where its file is read.
    """

    changed = Signal()
    """Another one was typed or picked, or it was found out whether it can be shown."""

    def __init__(self, background: Background) -> None:
        super().__init__()
        self._background = background
        self._colours = "paper"
        self._line = QLineEdit()
        self._line.setAccessibleName(self.tr("Logo"))
        self._line.setPlaceholderText(self.tr("None"))
        self._browse = QPushButton(self.tr("Browse …"))
        self._browse.setAccessibleName(self.tr("Browse: {name}").format(name=self.tr("Logo")))
        self._clear = QPushButton(self.tr("Clear"))
        self._clear.setAccessibleName(self.tr("Clear: {name}").format(name=self.tr("Logo")))
        self._problem = Sentence("bad")
        self._preview = QLabel()
        self._preview.hide()
        self.setFocusProxy(self._line)
        self._lay_out()
        self._line.textChanged.connect(self._look)
        self._browse.clicked.connect(self._pick)
        self._clear.clicked.connect(self._line.clear)
        self._look()

    @property
    def problem(self) -> str:
        """Why it cannot be shown, in a sentence; empty when it can, or there is none."""
        return self._line.accessibleDescription()

    def take(self, logo: Path | None) -> None:
        """Show a logo, or none."""
        self._line.setText(str(logo or ""))

    def logo(self) -> Path | None:
        """The picture's file; None for none."""
        return typed_path(self._line.text())

    def show_on(self, colours: str) -> None:
        """Show it as films of these colours do."""
        if colours != self._colours:
            self._colours = colours
            self._look()

    def leave(self) -> None:
        """Look no more."""
        self._background.drop(self)

    def _look(self) -> None:
        logo, colours = self.logo(), self._colours
        self._clear.setEnabled(logo is not None)
        self._preview.hide()
        if logo is None:
            self._background.drop(self)
            self._tell("")
        elif not logo.is_absolute():
            self._background.drop(self)
            self._tell(self.tr("Give the whole path of the picture, or choose it with Browse."))
        else:
            self._tell("")
            self._background.run(lambda: _picture_of(logo, colours), self._show, self._refuse, key=self)

    def _show(self, picture: QImage) -> None:
        self._preview.setPixmap(QPixmap.fromImage(picture))
        self._preview.setAccessibleName(self.tr("Your logo, as a film shows it"))
        self._preview.show()

    def _refuse(self, error: VideoGenError) -> None:
        self._tell(shown(explained(error)))

    def _tell(self, problem: str) -> None:
        mark(self._line, problem, self._problem)
        self.changed.emit()

    def _pick(self) -> None:
        at = self._line.text().strip() or str(Path.home())
        kinds = self.tr("Pictures (*.png *.jpg *.jpeg)")
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Your logo"), at, kinds)
        if path:
            self._line.setText(str(Path(path)))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._line, 1)
        for button in (self._browse, self._clear):
            button.setAutoDefault(False)
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_BETWEEN)
        layout.addLayout(row)
        layout.addWidget(self._problem)
        layout.addWidget(self._preview, 0, Qt.AlignmentFlag.AlignLeft)


class ClosingField(QWidget):
    """Closing words, and how much of their room they take."""

    changed = Signal()
    """Something else was typed."""

    def __init__(self) -> None:
        super().__init__()
        self._line = QLineEdit()
        self._line.setAccessibleName(self.tr("Closing words"))
        self._line.setPlaceholderText(self.tr("None"))
        self._count = QLabel()
        self._problem = Sentence("bad")
        self.setFocusProxy(self._line)
        row = QHBoxLayout()
        row.addWidget(self._line, 1)
        row.addWidget(self._count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_BETWEEN)
        layout.addLayout(row)
        layout.addWidget(self._problem)
        self._line.textChanged.connect(self._look)
        self._look()

    @property
    def problem(self) -> str:
        """Why they cannot be shown; empty when they can, or there are none."""
        return self._line.accessibleDescription()

    def take(self, words: str) -> None:
        """Show words, or none."""
        self._line.setText(words)

    def words(self) -> str:
        """What was typed, without spaces that nobody sees."""
        return " ".join(self._line.text().split())

    def _look(self) -> None:
        words = self.words()
        problem = closing_problem(words)
        mark(self._line, problem, self._problem)
        set_style(self._count, "role", "bad" if problem else "subtle")
        told = self.tr("{typed} of {most}").format(typed=len(words), most=LONGEST_CLOSING)
        self._count.setText(told)
        self.changed.emit()


def _picture_of(path: Path, colours: str) -> QImage:
    """A logo on the ground of a film, twice as fine as it is shown.

    Raises:
        VideoGenError: ``bad-logo`` or ``unknown-theme``.
    """
    from PySide6.QtCore import QRect, QSize

    from videogen_desktop.pipeline.maker import read_logo  # Pillow and more: not in the window's start
    from videogen_desktop.pipeline.scenes.logo import ready_logo
    from videogen_desktop.pipeline.scenes.theme import load_theme

    content, theme = read_logo(path), load_theme(colours)
    logo = ready_logo(content, QSize(*_PREVIEW) * 2, theme)
    size = logo.size + QSize(_AROUND, _AROUND) * 4
    picture = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(QColor(theme.ground))
    painter = QPainter(picture)
    logo.paint(painter, QRect(2 * _AROUND, 2 * _AROUND, logo.size.width(), logo.size.height()), theme)
    painter.end()
    picture.setDevicePixelRatio(2)
    return picture
