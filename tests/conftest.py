"""What every test may ask for."""

from __future__ import annotations

import socketserver
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Iterator

settings.register_profile("unhurried", deadline=None)
settings.load_profile(
    "unhurried"
)  # the machine may be busy with other tests; pytest-timeout ends a real hang

_CORPUS = Path(__file__).resolve().parent.parent.parent / "shared" / "corpus"


@pytest.fixture(scope="session", autouse=True)
def application() -> QCoreApplication:
    """The one Qt application of the test process: a window can be made with it, and a scene drawn."""
    return QCoreApplication.instance() or QApplication(["videogen", "-platform", "offscreen"])


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real papers beside the project; tests that need it skip where it is absent."""
    if not _CORPUS.is_dir():
        pytest.skip("the corpus of real papers is not beside the project (../shared/corpus)")
    return _CORPUS


@pytest.fixture
def listening() -> Iterator[tuple[str, list[object]]]:
    """A server that must never be asked: its ``host:port``, and the addresses of all that came."""
    visitors: list[object] = []

    class Visitor(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            visitors.append(self.client_address)

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Visitor) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        host, port = server.server_address[:2]
        yield f"{host!s}:{port}", visitors
        server.shutdown()
        thread.join()
