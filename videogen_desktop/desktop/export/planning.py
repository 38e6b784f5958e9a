"""An export reckoned before the first byte: which files, under which names, and whether there is room."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from videogen_desktop.desktop.export.contents import contents_of
from videogen_desktop.desktop.export.model import Item, Plan
from videogen_desktop.desktop.export.naming import Names, stem_of
from videogen_desktop.desktop.export.parts import KINDS
from videogen_desktop.desktop.export.problems import drive_absent, folder_refused, no_space, path_too_long
from videogen_desktop.desktop.export.safe_names import LONGEST_NAME, folded
from videogen_desktop.desktop.export.sameness import holds_the_same
from videogen_desktop.desktop.export.template import parse_template
from videogen_desktop.errors import VideoGenError
from videogen_desktop.files import free_space

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from videogen_desktop.desktop.export.contents import Content
    from videogen_desktop.desktop.export.model import LeftOut
    from videogen_desktop.desktop.export.parts import Part
    from videogen_desktop.desktop.export.settings import ExportSettings
    from videogen_desktop.desktop.export.template import Template
    from videogen_desktop.jobs.model import Job

_LONGEST_WINDOWS_PATH = 259
"""UTF-16 units of MAX_PATH without the NUL at its end."""
_SHORTEST_ROOM = 60
"""Bytes a name must have room for at least."""
_BLOCK = 4096
"""Files take whole blocks of a drive."""


def plan_export(
    jobs: Sequence[Job],
    settings: ExportSettings,
    *,
    free: Callable[[Path], int] = free_space,
    windows: bool = os.name == "nt",
) -> Plan:
    """Reckon an export; nothing is written.

    Films of one name are told apart by a number, and so is a film where files are in the way that the policy
    does not touch; all files of a film have the same name but for their endings.

    Args:
        jobs: The jobs, in the order in which their films are written.
        settings: Where to, what and how.
        free: How to learn the space that is free where a folder is.
        windows: Whether the limits of paths are those of Windows.

    Raises:
        VideoGenError: ``bad-template``, ``no-folder``, ``nothing-chosen``, ``not-a-folder``,
            ``folder-gone``, ``path-too-long`` or ``not-readable``.
    """
    template = parse_template(settings.template)
    folder = _folder(settings)
    placing = _Placing(folder, settings, template, _longest_name(folder, windows=windows))
    chosen = tuple({job.id: job for job in jobs}.values())
    items: list[Item] = []
    left_out: list[LeftOut] = []
    for job in chosen:
        contents, problems = contents_of(job, settings.parts)
        left_out += problems
        items += placing.items(job, contents)
    try:
        room = free(folder)
    except OSError as error:
        raise folder_refused(folder, error) from error
    return Plan(folder, settings, chosen, tuple(items), tuple(left_out), _needed(items), room)


def check_space(plan: Plan) -> None:
    """Refuse a plan that its drive has no room for.

    Raises:
        VideoGenError: ``disk-full``, with how much is missing.
    """
    if plan.missing:
        raise no_space(plan.folder, plan.missing)


class _Placing:
    """Gives the files of each job their place in the folder."""

    def __init__(self, folder: Path, settings: ExportSettings, template: Template, longest: int) -> None:
        self._folder = folder
        self._policy = settings.policy
        self._template = template
        self._longest = longest
        self._names = Names(template, longest)
        self._there = _names_in(folder)

    def items(self, job: Job, contents: Sequence[Content]) -> list[Item]:
        """The files of one job under one name; those that are skipped are among them."""
        if not contents:
            return []
        parts = [content.part for content in contents]
        stem = self._names.give(job, lambda stem: self._policy != "rename" or not self._taken(stem, parts))
        renamed = self._policy == "rename" and self._was_renamed(job, stem, parts)
        return [self._item(job, content, stem, renamed=renamed) for content in contents]

    def _was_renamed(self, job: Job, stem: str, parts: Iterable[Part]) -> bool:
        """Whether a file in the way, and not another film of this export, has cost the job its plain name."""
        plain = stem_of(self._template, job, self._longest)
        return stem != plain and self._taken(plain, parts)

    def _taken(self, stem: str, parts: Iterable[Part]) -> bool:
        return any(folded(stem + KINDS[part].suffix) in self._there for part in parts)

    def _item(self, job: Job, content: Content, stem: str, *, renamed: bool) -> Item:
        """A file that is there under a spelling the system may take for the same keeps its spelling."""
        name = stem + KINDS[content.part].suffix
        there = self._there.get(folded(name))
        target = self._folder / (there or name)
        skipped = bool(there) and self._policy == "skip"
        return Item(
            job_id=job.id,
            part=content.part,
            source=content.source,
            content=content.written,
            target=target,
            size=content.size,
            conflict=self._policy if there or renamed else "none",
            replaced_size=_size_there(target) if there and self._policy == "replace" else 0,
            sha256=content.sha256,
            same=skipped and holds_the_same(target, content),
        )


def _folder(settings: ExportSettings) -> Path:
    if settings.folder is None:
        raise VideoGenError(
            "no-folder", "No folder was chosen to export to.", "Choose the folder that the files go to."
        )
    if not settings.parts:
        raise VideoGenError(
            "nothing-chosen", "Nothing was chosen to export.", "Choose the film, or anything else."
        )
    folder = settings.folder.absolute()
    try:
        nearest = next((path for path in (folder, *folder.parents) if path.exists()), None)
    except OSError as error:
        raise folder_refused(folder, error) from error
    if nearest is None:
        raise drive_absent(folder)
    if not nearest.is_dir():
        raise VideoGenError(
            "not-a-folder", f"{nearest} is a file and no folder.", "Choose a folder to export to."
        )
    return folder


def _names_in(folder: Path) -> Mapping[str, str]:
    try:
        return {folded(path.name): path.name for path in folder.iterdir()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise folder_refused(folder, error) from error


def _longest_name(folder: Path, *, windows: bool) -> int:
    """Bytes that a name in the folder may have with its ending.

    Raises:
        VideoGenError: ``path-too-long``.
    """
    if not windows:
        return LONGEST_NAME
    room = _LONGEST_WINDOWS_PATH - len(str(folder).encode("utf-16-le", "surrogatepass")) // 2 - 1
    if room < _SHORTEST_ROOM:
        raise path_too_long(folder)
    return min(LONGEST_NAME, room)


def _needed(items: Iterable[Item]) -> int:
    """The most space in bytes that is taken at any moment: a new file stands beside the one it replaces."""
    taken = most = 0
    for item in items:
        if item.conflict != "skip":
            most = max(most, taken + _on_disk(item.size))
            taken += _on_disk(item.size) - _on_disk(item.replaced_size)
    return most


def _on_disk(size: int) -> int:
    return -(-size // _BLOCK) * _BLOCK


def _size_there(path: Path) -> int:
    try:
        return path.lstat().st_size
    except OSError:
        return 0
