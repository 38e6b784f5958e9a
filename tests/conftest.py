"""What every test may ask for."""

from __future__ import annotations

import re
import socketserver
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from PySide6.QtCore import QCoreApplication, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Iterator

settings.register_profile("unhurried", deadline=None)
settings.load_profile(
    "unhurried"
)  # the machine may be busy with other tests; pytest-timeout ends a real hang

_CORPUS = Path(__file__).resolve().parent.parent.parent / "shared" / "corpus"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Fail a test also when Qt complains as it is taken apart: pytest-qt listens to its body only.

    What it ignores is ignored here, too.
    """
    marked = [pattern for mark in item.iter_markers("qt_log_ignore") for pattern in mark.args]
    ignored = [*item.config.getini("qt_log_ignore"), *marked]
    complaints: list[str] = []

    def hear(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
            complaints.append(text)

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
    told = [text for text in complaints if not any(re.search(pattern, text) for pattern in ignored)]
    if told:
        pytest.fail("Qt complained as the test was taken apart: " + "; ".join(told), pytrace=False)


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
