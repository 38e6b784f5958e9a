"""A program with one file in its window that can be dragged out of it, as a file manager has them.

It says ``ready``, then ``taken`` or ``left``, and stays: who takes a drop asks for the data afterwards.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel

SIZE = (180, 60)


class DraggedFile(QLabel):
    """The file; pressing the mouse on it begins to drag it."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.name)
        self._path = path
        self._seen = False
        self.setWindowFlags(Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setGeometry(0, 0, *SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            _say("ready")

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's
        event.accept()
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(self._path))])
        drag = QDrag(self)
        drag.setMimeData(mime)
        taken = drag.exec(Qt.DropAction.CopyAction)
        _say("taken" if taken == Qt.DropAction.CopyAction else "left")


def _say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def main() -> None:
    application = QApplication(sys.argv)
    file = DraggedFile(Path(sys.argv[1]))
    file.show()
    sys.exit(application.exec())


if __name__ == "__main__":
    main()
