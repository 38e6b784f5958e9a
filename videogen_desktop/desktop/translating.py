"""Texts that are marked for translators where they stand, and translated where they are shown."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: ARG001, N802 - Qt Linguist finds it by this name
    """Return ``text``; Qt Linguist's tools find it, to be translated in ``context``."""
    return text
