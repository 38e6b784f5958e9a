from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, get_args

import numpy as np
import pytest
from PySide6.QtGui import QGuiApplication

from tests.pipeline.scenes.looking import pixels
from videogen_desktop.papers.richtext import plain_text
from videogen_desktop.pipeline.scenes.fonts import Face, start_drawing
from videogen_desktop.pipeline.scenes.look import Look
from videogen_desktop.pipeline.scenes.sheet import Sheet
from videogen_desktop.pipeline.scenes.typeset import Setting, set_text
from videogen_desktop.shipped import shipped

if TYPE_CHECKING:
    from videogen_desktop.pipeline.scenes.fonts import Fonts

SCIENCE = (
    "αβγδεζηθικλμνξοπρστυφχψωΓΔΘΛΞΠΣΦΨΩµ ²³⁰⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ₀₁₂₃₄₅₆₇₈₉₊₋ ×÷±−≤≥≈≠∞∼→←↔↑↓⇒⇌∝∂∫∑√∈∉∩∪⊂⊆∀∃∅°′″‰"
    "†‡§¶•…–—♀♂☆★●○■□▲△◆✓✔✗ℝℕℤ𝑥𝛼𝔼∇⟨⟩⌈⌉⊕⊗⋅∘≡≪≫⊥∥∠ ŁłčşžñøæœßþđĦḤṣảộ ЖЯіґћ אבגדהש تأثيرعلى ẋ x̂"
)


@pytest.mark.parametrize("face", get_args(Face))
@pytest.mark.parametrize("italic", [False, True])
def test_the_letters_of_science_are_all_there(face: Face, italic: bool, fonts: Fonts) -> None:
    missing = [
        character
        for stretch, typeface in fonts.runs(SCIENCE, face, italic)
        for character in stretch
        if not typeface.draws(character)
    ]
    assert missing == []


def test_a_letter_with_its_marks_stays_in_one_font(fonts: Fonts) -> None:
    stretches = [stretch for stretch, _ in fonts.runs("ax\u0302\u0323b ℝ\u0302", "display", italic=False)]
    assert any("x\u0302\u0323" in stretch for stretch in stretches)
    assert any("ℝ\u0302" in stretch for stretch in stretches)


def drawn(text: str, fonts: Fonts) -> np.ndarray:
    sheet = Sheet(Look("1:1"), "#FFFFFF")
    sheet.write("text", set_text(plain_text(text), 1000, Setting("text", 48), fonts), 20, 20, "#000000")
    return pixels(sheet.image)


def test_a_letter_that_no_shipped_font_has_is_a_box_and_never_a_letter_of_the_system(fonts: Fonts) -> None:
    boxes = [drawn(letter, fonts) for letter in "აბ中한ก\U0001f9ec"]
    assert (boxes[0] != 255).sum() > 100
    assert all(np.array_equal(boxes[0], other) for other in boxes[1:])


def test_drawing_is_the_same_each_time_and_without_coloured_edges(fonts: Fonts) -> None:
    once, again = drawn("Repeatable 123", fonts), drawn("Repeatable 123", fonts)
    assert np.array_equal(once, again)
    assert np.array_equal(once[:, :, 0], once[:, :, 2])


def test_every_font_file_has_its_licence_beside_it_and_all_are_small() -> None:
    files = [*shipped("fonts").rglob("*.otf"), *shipped("fonts").rglob("*.ttf")]
    assert files
    assert all("SIL OPEN FONT LICENSE" in (file.parent / "OFL.txt").read_text("utf-8") for file in files)
    assert sum(file.stat().st_size for file in files) < 4_000_000


def test_starting_again_uses_the_application_that_is_there(fonts: Fonts) -> None:
    assert start_drawing().application is fonts.application
    assert isinstance(QGuiApplication.instance(), QGuiApplication)


def run_python(program: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)


def test_a_process_without_a_screen_can_draw() -> None:
    done = run_python(
        "import os; os.environ.pop('DISPLAY', None); os.environ.pop('WAYLAND_DISPLAY', None)\n"
        "from videogen_desktop.pipeline.scenes import start_drawing\n"
        "print(start_drawing().application.platformName())"
    )
    assert done.stdout.strip() == "offscreen", done.stderr


def test_an_application_that_cannot_draw_is_refused() -> None:
    done = run_python(
        "from PySide6.QtCore import QCoreApplication\n"
        "from videogen_desktop.pipeline.scenes import start_drawing\n"
        "application = QCoreApplication([])\n"
        "start_drawing()"
    )
    assert "RuntimeError" in done.stderr
