"""The language that the window speaks: which there are, and how one is taken on before the window is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

from videogen_desktop.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

SOURCE_LANGUAGE: Final = "en"
"""Of the texts in the program itself."""

_OURS: Final = "videogen"
_OF_QT: Final = "qtbase"


def install(application: QApplication, language: str, folder: Path | None = None) -> list[QTranslator]:
    """Have everything that is made from now on speak a language.

    Numbers and dates are written as in that language, and as the system has them where it speaks it too.
    Right and left are those of the language.

    Args:
        application: Keeps the translations.
        language: Such as ``fr`` or ``pt_BR``; empty for the first of the system's that is shipped. One
            that is not shipped is English.
        folder: Of translations, each ``videogen_CODE.qm``; None for those that are shipped.

    Returns:
        What was installed; none for English.
    """
    folder = folder or _shipped_folder()
    system = QLocale.system()
    spoken = _spoken([language] if language else system.uiLanguages(), folder)
    locale = QLocale(spoken)
    alike = system.name().partition("_")[0] == spoken.partition("_")[0]
    QLocale.setDefault(locale if language and not alike else system)
    application.setLayoutDirection(locale.textDirection())
    if spoken == SOURCE_LANGUAGE:
        return []
    places = ((_OF_QT, QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)), (_OURS, str(folder)))
    return [each for name, place in places if (each := _installed(application, locale, name, place))]


def shipped_languages(folder: Path | None = None) -> tuple[tuple[str, str], ...]:
    """The languages that the window knows, as code and own name, such as ``("fr", "Français")``.

    Args:
        folder: Of translations; None for those that are shipped.
    """
    folder = folder or _shipped_folder()
    files = folder.glob(f"{_OURS}_*.qm") if folder else ()
    codes = {SOURCE_LANGUAGE, *(file.stem.removeprefix(f"{_OURS}_") for file in files)}
    return tuple(sorted(((code, own_name(code)) for code in codes), key=lambda each: each[1]))


def own_name(code: str) -> str:
    """A language's name in itself, such as ``Français``; the code for one that nobody knows."""
    locale = QLocale(code)
    name = locale.nativeLanguageName()
    if not name or locale.language() == QLocale.Language.C:
        return code
    if code == SOURCE_LANGUAGE:
        return "English"
    if "_" not in code:
        name = name.split()[0]  # Qt adds the land that the language is from: “español de España”
    return f"{name[0].upper()}{name[1:]}"


def _spoken(wanted: list[str], folder: Path | None) -> str:
    for name in wanted:
        for code in _ever_wider(name):
            if code == SOURCE_LANGUAGE or (folder and (folder / f"{_OURS}_{code}.qm").is_file()):
                return code
    return SOURCE_LANGUAGE


def _ever_wider(name: str) -> Iterator[str]:
    """``zh-Hant-TW`` as ``zh_Hant_TW``, ``zh_Hant`` and ``zh``."""
    parts = name.replace("-", "_").split("_")
    for length in range(len(parts), 0, -1):
        yield "_".join(parts[:length])


def _installed(application: QApplication, locale: QLocale, name: str, place: str) -> QTranslator | None:
    translator = QTranslator(application)
    if translator.load(locale, name, "_", place) and application.installTranslator(translator):
        return translator
    return None


def _shipped_folder() -> Path | None:
    try:
        return shipped("translations")
    except FileNotFoundError:
        return None
