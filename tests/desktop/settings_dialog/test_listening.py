"""A voice is heard as a film would have it, in a process of its own."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
import wave
from typing import TYPE_CHECKING

import pytest

from tests.processes import descendants_with
from tests.yardstick import slowness
from videogen_desktop.desktop.settings_dialog.listening import Listener
from videogen_desktop.desktop.settings_dialog.speaking import NotWantedError, speak
from videogen_desktop.errors import VideoGenError

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.qt_log_ignore("multimedia", "PulseAudio", "pipewire")


def test_the_built_in_voice_speaks(tmp_path: Path) -> None:
    wav = tmp_path / "sample.wav"
    speak(None, "They imaged one hundred cells.", wav, threading.Event())
    with wave.open(str(wav), "rb") as file:
        seconds = file.getnframes() / file.getframerate()
    assert 1.0 < seconds < 6.0


def test_a_voice_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(VideoGenError) as refused:
        speak("nobody", "They imaged one hundred cells.", tmp_path / "sample.wav", threading.Event())
    assert refused.value.code == "voice-missing"


def test_a_sentence_that_is_not_wanted_any_more_ends_at_once(tmp_path: Path) -> None:
    unwanted = threading.Event()
    unwanted.set()
    began = time.monotonic()
    with pytest.raises(NotWantedError):
        speak(None, "They imaged one hundred cells.", tmp_path / "sample.wav", unwanted)
    assert time.monotonic() - began < 1.0 * slowness()
    assert descendants_with("spawn_main") == []


def test_the_window_goes_on_while_a_voice_speaks(qtbot: QtBot) -> None:
    """With or without anything to hear it with."""
    listener = Listener()
    said: list[str] = []
    listener.changed.connect(said.append)
    listener.failed.connect(lambda error: said.append(error.message))
    listener.no_sound.connect(lambda: said.append("no sound"))
    took = []
    for _ in range(3):
        listener.stop()
        began = time.monotonic()
        listener.listen(None)
        took.append(time.monotonic() - began)
    assert min(took) < 0.1 * slowness()
    assert listener.now == "speaking"
    qtbot.waitUntil(lambda: listener.now != "speaking", timeout=30_000)
    listener.close()
    assert said[:2] in (["speaking", "playing"], ["speaking", "still"])
    assert said[-1] in ("no sound", "still")


def test_a_voice_that_cannot_be_loaded_is_told(qtbot: QtBot) -> None:
    listener = Listener()
    with qtbot.waitSignal(listener.failed, timeout=30_000) as failed:
        listener.listen("nobody")
    assert failed.args[0].code == "voice-missing"
    assert listener.now == "still"
    listener.close()


def test_nothing_heavy_comes_with_the_dialog() -> None:
    code = (
        "import sys, videogen_desktop.desktop.settings_dialog, videogen_desktop.desktop.exporting\n"
        "heavy = ('onnxruntime', 'piper', 'av', 'numpy', 'sqlalchemy', 'keyring', 'PySide6.QtMultimedia')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
