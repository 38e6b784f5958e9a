"""What import-linter cannot say: a package's submodule that must stay away."""

from __future__ import annotations

import subprocess
import sys

_IMPORT_ALL = """
import importlib, pkgutil, sys
import videogen_desktop.{room} as room
for module in pkgutil.walk_packages(room.__path__, room.__name__ + "."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
print([name for name in {unwanted} if name in sys.modules])
"""


def imported(room: str, *unwanted: str) -> str:
    code = _IMPORT_ALL.format(room=room, unwanted=list(unwanted))
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.strip()


def test_the_pipeline_knows_no_widgets() -> None:
    assert imported("pipeline", "PySide6.QtWidgets") == "[]"


def test_a_paper_is_read_without_any_heavy_library() -> None:
    assert imported("papers", "PySide6", "av", "numpy", "onnxruntime", "piper") == "[]"
