"""Drives that are too small, and folders that go away while films are written."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.desktop.export.finished import finished_job
from tests.desktop.exporting.test_exporting import ask, export_button, said
from videogen_desktop.desktop.export import ExportSettings, plan_export
from videogen_desktop.desktop.exporting.run import ExportRun
from videogen_desktop.desktop.exporting.sheet import ExportSheet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from videogen_desktop.desktop.export import Receipt
    from videogen_desktop.desktop.exporting import Exporter
    from videogen_desktop.desktop.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
MIB = 1024**2


@pytest.fixture
def tiny_drive(tmp_path: Path) -> Iterator[Path]:
    """A drive of 256 kibibytes."""
    drive = tmp_path / "drive"
    drive.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", drive], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("only the administrator may mount a small drive")
    yield drive
    subprocess.run(["umount", "--lazy", drive], capture_output=True, check=False)


def test_a_drive_without_room_is_said_before_anything_is_written(
    qtbot: QtBot, exporter: Exporter, tiny_drive: Path
) -> None:
    dialog = ask(qtbot, exporter, None)
    dialog.form.choose_folder(str(tiny_drive))
    qtbot.waitUntil(lambda: "There is too little room in" in said(dialog))
    assert "more would be needed. Free some space" in said(dialog)
    assert not export_button(dialog).isEnabled()
    assert list(tiny_drive.iterdir()) == []


def test_a_folder_that_vanishes_midway_is_a_sentence(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    jobs = [finished_job(tmp_path / "films", number, film=bytes(64 * MIB)) for number in (1, 2)]
    out = tmp_path / "out"
    plan = plan_export(jobs, ExportSettings(folder=out, template="{number}", record=False))
    sheet = ExportSheet(plan, theme)
    qtbot.addWidget(sheet)
    run = ExportRun(plan)
    run.progressed.connect(sheet.show_progress)
    at_once = Qt.ConnectionType.DirectConnection  # on the thread that copies, or it might be done by then
    run._told.connect(lambda _told: shutil.rmtree(out, ignore_errors=True), at_once)
    sheet.show()
    with qtbot.waitSignal(run.done, timeout=30_000) as ended:
        run.start()
    receipt: Receipt = ended.args[0]
    run.close()
    sheet.show_receipt(receipt)
    assert f"The folder {out} is not there any more." in said(sheet)
    assert "Connect its drive again or choose another folder, then export again." in said(sheet)
    assert not list(tmp_path.rglob(".videogen*"))


def test_progress_is_told_while_it_goes_on(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    job = finished_job(tmp_path / "films", film=bytes(64 * MIB))
    plan = plan_export([job], ExportSettings(folder=tmp_path / "out", template="{number}", record=False))
    sheet = ExportSheet(plan, theme)
    qtbot.addWidget(sheet)
    sheet.show()
    told: list[str] = []
    run = ExportRun(plan)
    run.progressed.connect(sheet.show_progress)
    run.progressed.connect(lambda *_: told.append(said(sheet)))
    with qtbot.waitSignal(run.done, timeout=30_000):
        run.start()
    run.close()
    assert "of 67.1 MB" in told[0]
    assert "1.mp4" in told[0]
