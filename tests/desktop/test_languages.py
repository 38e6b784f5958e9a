"""The languages of the window: every text has its translation, and Qt finds it at run time."""

from __future__ import annotations

import ast
import importlib
import os
import pkgutil
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import PySide6
import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt, QTranslator

import videogen_desktop.desktop
from videogen_desktop.desktop.details.places import place_of
from videogen_desktop.desktop.languages import install, own_name, shipped_languages
from videogen_desktop.pipeline.script.model import RECORD, Sentence, Source
from videogen_desktop.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "videogen_desktop" / "desktop"
RENEW = "Run packaging/renew_translations.py, and translate what it lists."


@dataclass(frozen=True)
class Message:
    """A text in its context, and its translation; two where it counts something."""

    context: str
    source: str
    counts: bool
    forms: tuple[str, ...]
    finished: bool

    def __str__(self) -> str:
        return f"{self.context}: “{self.source}”"


def _messages(file: Path) -> dict[tuple[str, str], Message]:
    found = {}
    for context in ET.parse(file).iter("context"):  # noqa: S314 - a file of this project
        for each in context.iter("message"):
            translation = each.find("translation")
            assert translation is not None
            if translation.get("type") in ("vanished", "obsolete"):
                continue
            counts = each.get("numerus") == "yes"
            forms = translation.findall("numerusform") if counts else [translation]
            message = Message(
                context.findtext("name", ""),
                each.findtext("source", ""),
                counts,
                tuple(form.text or "" for form in forms),
                translation.get("type") is None,
            )
            found[message.context, message.source] = message
    return found


def _none(faults: list[str], advice: str) -> None:
    if faults:
        pytest.fail("\n  ".join((advice, *faults)), pytrace=False)


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Message]:
    """What Qt Linguist's tool finds in the sources of today."""
    file = tmp_path_factory.mktemp("today") / "today_fr.ts"
    lupdate = shutil.which("lupdate", path=str(Path(PySide6.__file__).parent))
    assert lupdate
    sources = [str(path) for path in sorted(SOURCES.rglob("*.py"))]
    subprocess.run([lupdate, "-silent", *sources, "-ts", str(file)], check=True)
    return _messages(file)


@pytest.fixture(scope="module")
def french() -> dict[tuple[str, str], Message]:
    return _messages(shipped("translations") / "videogen_fr.ts")


@pytest.fixture
def speaking(qapp: QApplication) -> Iterator[QApplication]:
    """The application, which speaks as it did before after the test."""
    yield qapp
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.setParent(None)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    QLocale.setDefault(QLocale.system())


# The files


def test_every_text_of_the_window_is_in_french(
    extracted: dict[tuple[str, str], Message], french: dict[tuple[str, str], Message]
) -> None:
    lacking = [str(message) for key, message in extracted.items() if key not in french]
    unfinished = [str(each) for each in french.values() if not each.finished or not all(each.forms)]

    _none(lacking, f"{RENEW} No French for:")
    _none(unfinished, "Not translated in resources/translations/videogen_fr.ts:")


def test_no_text_hides_from_the_tools() -> None:
    """A text handed to a helper is found only if it is marked, and a text put together never is."""
    hidden = [
        f"{path.relative_to(ROOT)}:{call.lineno}: {fault}"
        for path in sorted(SOURCES.rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and call.args and (fault := _hidden(call))
    ]
    _none(hidden, "Mark these with QT_TRANSLATE_NOOP(context, text), or say them with self.tr:")


def _hidden(call: ast.Call) -> str:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    by_itself = isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value) == "self"
    text = call.args[0]
    if name in ("_tr", "tr") and isinstance(text, ast.Constant) and not by_itself:
        return str(text.value)
    if name in ("_tr", "tr", "translate", "QT_TRANSLATE_NOOP"):
        put_together = (ast.JoinedStr, ast.BinOp, ast.IfExp)
        return next((ast.unparse(each) for each in call.args[:2] if isinstance(each, put_together)), "")
    return ""


def test_what_stands_for_something_is_kept(french: dict[tuple[str, str], Message]) -> None:
    marks = re.compile(r"\{\w+\}|%L?n|<[^>]+>|https?://\S+")
    wrong = [
        f"{message}: “{form}”"
        for message in french.values()
        for form in message.forms
        if sorted(marks.findall(form)) != sorted(marks.findall(message.source))
    ]
    _none(wrong, "Set these right in resources/translations/videogen_fr.ts:")


def test_letters_for_the_keyboard_and_ends_are_kept(french: dict[tuple[str, str], Message]) -> None:
    def signs(text: str) -> tuple[bool, bool, bool]:
        return "&" in text, text.rstrip().endswith("…"), text.rstrip().endswith((".", ":"))

    wrong = [
        f"{message}: “{form}”"
        for message in french.values()
        for form in message.forms
        if signs(form) != signs(message.source) or form.count("&") > 1
    ]
    _none(wrong, "Set these right in resources/translations/videogen_fr.ts:")


def test_french_is_set_as_french_is(french: dict[tuple[str, str], Message]) -> None:
    """No ordinary space where a line must not break, no straight apostrophe, no English quotation marks."""
    faults = re.compile(r" [:;?!»%]|« |[^\s:][;?!](?!\S)|'|[“”]|  |\.\.\.")
    wrong = [
        f"{each}: “{form}”" for each in french.values() for form in each.forms if _at_fault(faults, form)
    ]
    _none(wrong, "Set these right in resources/translations/videogen_fr.ts:")


def _at_fault(faults: re.Pattern[str], text: str) -> bool:
    found = faults.search(re.sub(r"%L?n", "1", text))
    return bool(found and not found.group().startswith(("\u00a0", "\u202f")))


def test_what_is_shipped_is_built_of_what_was_translated(french: dict[tuple[str, str], Message]) -> None:
    built = QTranslator()
    assert built.load(str(shipped("translations") / "videogen_fr.qm"))

    other = [
        str(each)
        for each in french.values()
        for count, form in zip((1, 2) if each.counts else (-1,), each.forms, strict=True)
        if built.translate(each.context, each.source, "", count) != form
    ]
    _none(other, "Run packaging/renew_translations.py. Not built:")


# At run time


@pytest.mark.qt_log_ignore("multimedia", "PulseAudio", "pipewire")  # not on every computer that runs tests
def test_every_object_finds_its_own_texts(
    speaking: QApplication, french: dict[tuple[str, str], Message]
) -> None:
    """The tools write down a class's name; at run time a text is looked for under the class of the object."""
    install(speaking, "fr")
    classes = _classes()
    english = []
    for each in french.values():
        if each.context in classes:
            count, form = (2, each.forms[-1]) if each.counts else (-1, each.forms[0])
            said = classes[each.context].tr(each.source, "", count)
        else:
            count, form = (-1, each.forms[0])
            said = QCoreApplication.translate(each.context, each.source)
        if said != re.sub("%L?n", str(count), form):
            english.append(f"{each} says “{said}”")
    _none(english, "Not found at run time:")


def _classes() -> dict[str, QObject]:
    """An object of every class of the window, without what it does to set itself up."""
    found: dict[str, QObject] = {}
    package = videogen_desktop.desktop
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if module.name.endswith("__main__"):
            continue
        for name, kind in vars(importlib.import_module(module.name)).items():
            if isinstance(kind, type) and issubclass(kind, QCoreApplication):
                continue  # there is one already, and it says nothing
            if isinstance(kind, type) and issubclass(kind, QObject) and kind.__module__ == module.name:
                of_qt = next(base for base in kind.__mro__ if base.__module__.startswith("PySide6"))
                found[name] = speaker = kind.__new__(kind)
                of_qt.__init__(speaker)  # type: ignore[misc]  # by this way only, Qt's own part is made
    return found


def test_qt_speaks_it_too(speaking: QApplication) -> None:
    install(speaking, "fr")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Annuler"


def test_what_a_film_says_of_its_record_is_called_so_in_the_language(speaking: QApplication) -> None:
    install(speaking, "fr")
    sentence = Sentence("By Ada Lovelace.", Source(RECORD, "record", 0, 0, "Ada Lovelace"))
    assert place_of(sentence).startswith("Informations sur l’article")


def test_numbers_are_written_as_in_the_language(speaking: QApplication) -> None:
    install(speaking, "fr")
    assert QLocale().toString(1.5, "f", 1) == "1,5"


def test_a_land_has_its_language(speaking: QApplication) -> None:
    assert len(install(speaking, "fr-CA")) == 2
    assert QCoreApplication.translate("Menus", "&File") == "&Fichier"


@pytest.mark.parametrize("language", ["en", "xx", "en_GB", "../fr", "C"])
def test_all_others_are_english(speaking: QApplication, language: str) -> None:
    assert install(speaking, language) == []
    assert QCoreApplication.translate("Menus", "&File") == "&File"


def test_a_damaged_file_leaves_english(speaking: QApplication, tmp_path: Path) -> None:
    (tmp_path / "videogen_fr.qm").write_bytes(b"no translations")
    install(speaking, "fr", tmp_path)
    assert QCoreApplication.translate("Menus", "&File") == "&File"


def test_a_language_of_the_right_to_left_turns_the_window_round(
    speaking: QApplication, tmp_path: Path
) -> None:
    shutil.copy(shipped("translations") / "videogen_fr.qm", tmp_path / "videogen_ar.qm")
    install(speaking, "ar", tmp_path)
    assert speaking.layoutDirection() == Qt.LayoutDirection.RightToLeft

    install(speaking, "en", tmp_path)
    assert speaking.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_without_a_choice_it_is_the_language_of_the_system() -> None:
    """In a process of its own, since a process asks the system but once."""
    program = """
import sys
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from videogen_desktop.desktop.languages import install
install(QApplication([]), "")
sys.stdout.buffer.write(QCoreApplication.translate("Menus", "&File").encode())
"""
    for language, said in {
        "fr_BE:en": "&Fichier",
        "de:fr": "&Fichier",
        "en:fr": "&File",
        "de": "&File",
    }.items():
        system = {**os.environ, "LC_ALL": "", "LANG": "en_US.UTF-8", "LANGUAGE": language}
        done = subprocess.run(
            [sys.executable, "-c", program], env=system, cwd=ROOT, capture_output=True, check=True
        )
        assert done.stdout.decode() == said, language


def test_languages_are_offered_in_their_own_names(tmp_path: Path) -> None:
    for code in ("fr", "pt_BR"):
        (tmp_path / f"videogen_{code}.qm").touch()
    (tmp_path / "qtbase_de.qm").touch()

    assert [code for code, _name in shipped_languages(tmp_path)] == ["en", "fr", "pt_BR"]
    assert ("fr", "Français") in shipped_languages()
    assert ("en", "English") in shipped_languages()
    assert own_name("xx") == "xx"
