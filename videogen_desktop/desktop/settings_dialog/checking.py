"""What can be wrong with a pipeline of a person's own, told field by field as it is typed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.model import BUILT_IN
from videogen_desktop.jobs.settings import PLACEHOLDERS
from videogen_desktop.papers.settings import FetchSettings
from videogen_desktop.pipeline.job import LONGEST_CLOSING

if TYPE_CHECKING:
    from collections.abc import Collection

    from videogen_desktop.jobs.settings import Profile

_VARIABLE: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


@dataclass(frozen=True)
class ProfileProblems:
    """What is wrong with each field of a pipeline, in a sentence; empty for what is right."""

    name: str = ""
    arguments: str = ""
    working_folder: str = ""
    secrets: str = ""

    @property
    def first(self) -> str:
        """The first of them; empty when all is right."""
        return self.name or self.arguments or self.working_folder or self.secrets


def check_profile(profile: Profile, others: Collection[str]) -> ProfileProblems:
    """Look a pipeline over.

    Args:
        profile: As it was typed.
        others: The names of the other pipelines.
    """
    return ProfileProblems(
        _name_problem(profile.name, others),
        _arguments_problem(profile),
        _folder_problem(profile),
        _secrets_problem(profile.secrets),
    )


def email_problem(email: str) -> str:
    """What is wrong with an email address; empty when it is right, or nothing was typed."""
    try:
        FetchSettings(email=email, cache_dir=None)
    except VideoGenError:
        return QCoreApplication.translate("Settings", "This is not an email address.")
    return ""


def closing_problem(closing: str) -> str:
    """What is wrong with closing words; empty when they are right, or nothing was typed."""
    if len(closing) <= LONGEST_CLOSING:
        return ""
    told = QCoreApplication.translate("Settings", "There is room for {most} characters.")
    return told.format(most=LONGEST_CLOSING)


def key_problem(key: str) -> str:
    """What is wrong with a key of NCBI's; empty when it is right, or nothing was typed."""
    try:
        FetchSettings(api_key=key or None, cache_dir=None)
    except VideoGenError:
        return QCoreApplication.translate("Settings", "A key of NCBI's holds only letters and digits.")
    return ""


def _name_problem(name: str, others: Collection[str]) -> str:
    if not name:
        return QCoreApplication.translate("Settings", "Give the pipeline a name.")
    if name == BUILT_IN or name in others:
        return QCoreApplication.translate("Settings", "Another pipeline has this name.")
    return ""


def _arguments_problem(profile: Profile) -> str:
    if not profile.arguments:
        return QCoreApplication.translate("Settings", "Give the program to run, then its arguments.")
    for name in profile.unknown:
        told = QCoreApplication.translate("Settings", "{name} stands for nothing. There are: {known}.")
        known = ", ".join(f"{{{each}}}" for each in PLACEHOLDERS)
        return told.format(name=f"{{{name}}}", known=known)
    for name in profile.missing:
        told = QCoreApplication.translate("Settings", "One of the arguments must hold {name}.")
        return told.format(name=f"{{{name}}}")
    return ""


def _folder_problem(profile: Profile) -> str:
    if profile.working_folder is not None and not profile.working_folder.is_absolute():
        return QCoreApplication.translate("Settings", "Give the whole path of the folder.")
    return ""


def _secrets_problem(names: tuple[str, ...]) -> str:
    for name in names:
        if not _VARIABLE.fullmatch(name):
            told = QCoreApplication.translate("Settings", "“{name}” cannot be the name of a variable.")
            return told.format(name=name)
    return ""
