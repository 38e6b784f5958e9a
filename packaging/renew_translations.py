"""Renews the translations of the window: takes in the texts of the sources, and builds what is shipped.

Those are the texts of the window itself, and the sentences of the layers below, which ``sentences.py`` finds.

    python packaging/renew_translations.py       every language that there is
    python packaging/renew_translations.py es    a new one as well

It needs the Python that the application runs with, for the tools of Qt Linguist. Texts that lack a
translation are listed; they are added to ``resources/translations/videogen_LANGUAGE.ts``, with Qt Linguist
or by hand, and then it is run again.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

import PySide6
from sentences import counts, sentences

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "videogen_desktop"
SOURCES = PACKAGE / "desktop"
TRANSLATIONS = ROOT / "resources" / "translations"
SENTENCES = TRANSLATIONS / "sentences.txt"
SAID = "Said"
"""The context of the sentences of the layers below."""


def main(languages: list[str]) -> int:
    """Renew all; return 0 when nothing lacks a translation."""
    files = {file.stem.removeprefix("videogen_"): file for file in TRANSLATIONS.glob("videogen_*.ts")}
    files |= {language: TRANSLATIONS / f"videogen_{language}.ts" for language in languages}
    said = list(sentences(PACKAGE))
    SENTENCES.write_text("".join(f"{sentence}\n" for sentence in said), "utf-8")
    lacking = 0
    for language, file in sorted(files.items()):
        take_in(file, language, said)
        build(file, file.with_suffix(".qm"))
        for context, text in untranslated(file):
            lacking += 1
            print(f"{file.name}: no translation of “{text}” in {context}")
    return 1 if lacking else 0


def take_in(file: Path, language: str, said: list[str]) -> None:
    """Have a file of translations hold the texts of the sources; one that is gone is kept, marked as that."""
    sources = sorted(str(source.relative_to(ROOT)) for source in SOURCES.rglob("*.py"))
    options = ["-silent", "-locations", "none", "-source-language", "en"]
    with tempfile.TemporaryDirectory() as folder:
        below = Path(folder) / "said.py"
        below.write_text("\n".join((f"class {SAID}:", "    def all(self):", *map(_call, said), "")), "utf-8")
        _run("lupdate", *options, "-target-language", language, *sources, str(below), "-ts", str(file))


def build(file: Path, built: Path) -> None:
    """Build what Qt reads; a text without translation stays English."""
    _run("lrelease", "-silent", str(file), "-qm", str(built))


def untranslated(file: Path) -> list[tuple[str, str]]:
    """The texts that lack a translation, or one that somebody finished, each with its context."""
    return [
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in ET.parse(file).iter("context")  # noqa: S314 - a file of this project
        for message in context.iter("message")
        if not _is_settled(message)
    ]


def _is_settled(message: ET.Element) -> bool:
    translation = message.find("translation")
    kind = "" if translation is None else translation.get("type", "")
    if translation is None or kind == "unfinished":
        return False
    forms = translation.findall("numerusform") or [translation]
    return bool(kind) or all(form.text for form in forms)


def _call(sentence: str) -> str:
    """A call that ``lupdate`` understands; the forms of a language differ where something is counted."""
    counted = ', "", number' if counts(sentence) else ""
    return f"        self.tr({json.dumps(sentence, ensure_ascii=False)}{counted})"


def _run(tool: str, *arguments: str) -> None:
    program = shutil.which(tool, path=str(Path(PySide6.__file__).parent))
    if program is None:
        raise SystemExit(f"PySide6 of {sys.executable} has no {tool}.")
    subprocess.run([program, *arguments], cwd=ROOT, check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
