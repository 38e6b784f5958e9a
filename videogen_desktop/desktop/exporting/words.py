"""What the parts of a film, the fields of a file name, sizes and times are called in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QObject

if TYPE_CHECKING:
    from videogen_desktop.desktop.export import Part


def part_label(part: Part) -> str:
    """What a part is called."""
    translate = QCoreApplication.translate
    names: dict[Part, str] = {
        "film": translate("Exporting", "Film (.mp4)"),
        "srt": translate("Exporting", "Subtitles (.srt)"),
        "vtt": translate("Exporting", "Subtitles for the web (.vtt)"),
        "thumbnail": translate("Exporting", "Thumbnail (.jpg)"),
        "script": translate("Exporting", "Script with its sources (.md)"),
        "text": translate("Exporting", "Citation as text (.txt)"),
        "bibtex": translate("Exporting", "Citation for BibTeX (.bib)"),
        "ris": translate("Exporting", "Citation for Zotero, EndNote (.ris)"),
    }
    return names[part]


def field_label(field: str) -> str:
    """What a field of a file name is called; its own name where it has no other."""
    translate = QCoreApplication.translate
    names = {
        "year": translate("Exporting", "Year"),
        "first_author": translate("Exporting", "First author"),
        "authors": translate("Exporting", "Authors"),
        "title": translate("Exporting", "Title"),
        "journal": translate("Exporting", "Journal"),
        "pmid": translate("Exporting", "PubMed number (PMID)"),
        "pmcid": translate("Exporting", "PubMed Central number (PMCID)"),
        "doi": translate("Exporting", "DOI"),
        "licence": translate("Exporting", "Licence"),
        "aspect": translate("Exporting", "Shape of the picture"),
        "length": translate("Exporting", "Length: short, standard or long"),
        "audience": translate("Exporting", "Audience"),
        "voice": translate("Exporting", "Voice"),
        "duration": translate("Exporting", "Duration"),
        "date": translate("Exporting", "Day it was made"),
        "number": translate("Exporting", "Number in the list"),
    }
    return names.get(field, field)


def amount(size: float) -> str:
    """Bytes in the unit that a person would use; decimal, as drives are sold."""
    return QLocale().formattedDataSize(int(size), 1, QLocale.DataSizeFormat.DataSizeSIFormat)


class Exporting(QObject):
    """Gives the plurals their context: in Python, Qt Linguist's tools find those only in a class."""

    def films(self, count: int) -> str:
        """Any number of films but one."""
        return self.tr("%n films", "", count)

    def files(self, count: int) -> str:
        """Any number of files but one."""
        return self.tr("%n files", "", count)


def films(count: int) -> str:
    """How many films."""
    translate = QCoreApplication.translate
    if count == 1:
        return translate("Exporting", "1 film")
    return Exporting().films(count)


def files(count: int) -> str:
    """How many files."""
    translate = QCoreApplication.translate
    if count == 1:
        return translate("Exporting", "1 file")
    return Exporting().files(count)


def time_left(seconds: float | None) -> str:
    """How long something still takes; empty while nobody knows."""
    if seconds is None:
        return ""
    translate = QCoreApplication.translate
    if seconds < 60:
        return translate("Exporting", "{n} s left").format(n=max(1, round(seconds)))
    return translate("Exporting", "{n} min left").format(n=round(seconds / 60))
