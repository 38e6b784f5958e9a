"""A licence in words: what may be done with the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from videogen_desktop.papers.model import Licence


def licence_words(licence: Licence) -> str:
    """Return a sentence or two about the terms of a paper.

    The terms are those of https://creativecommons.org/licenses/.
    """
    if not licence.known:
        return QCoreApplication.translate(
            "details", "No licence is stated that allows use, so none of its figures is shown."
        )
    if licence.code == "public-domain" or licence.code.startswith("CC0"):
        return QCoreApplication.translate(
            "details", "{name}: free to use, share and change for any purpose."
        ).format(name=licence.name)
    if not licence.code.startswith("CC-BY"):
        return licence.name
    parts = licence.code.split("-")
    return " ".join([_first_sentence(licence.name, parts), *_conditions(parts)])


def _first_sentence(name: str, parts: list[str]) -> str:
    if "ND" in parts:
        told = QCoreApplication.translate("details", "{name}: free to share whole, if its authors are named.")
    else:
        told = QCoreApplication.translate(
            "details", "{name}: free to share and change, if its authors are named."
        )
    return told.format(name=name)


def _conditions(parts: list[str]) -> list[str]:
    conditions = []
    if "NC" in parts:
        conditions.append(QCoreApplication.translate("details", "Not for commercial use."))
    if "ND" in parts:
        conditions.append(QCoreApplication.translate("details", "Figures are shown unchanged."))
    if "SA" in parts:
        conditions.append(QCoreApplication.translate("details", "What is made of it needs the same licence."))
    return conditions
