"""How the last export was wanted, so that the next one begins there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path  # noqa: TC003 - read when settings are decoded
from typing import Literal

import msgspec

from videogen_desktop.desktop.export.parts import Part  # noqa: TC001 - read when settings are decoded
from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.settings_file import write_settings_file
from videogen_desktop.typed_json import read_json

Policy = Literal["skip", "replace", "rename"]
"""What to do about a file that has the name already."""

USUAL_TEMPLATE = "{year} {first_author} - {title} [{pmid}]"


@dataclass(frozen=True)
class ExportSettings:
    """What is exported, and where to.

    Args:
        folder: The target; None until a person has chosen one.
        template: How files are named, without their ending.
        parts: What to write of each film.
        policy: What to do where a file is in the way. A renamed film takes its other files along.
        record: Whether a CSV file says what was exported.
    """

    folder: Path | None = None
    template: str = USUAL_TEMPLATE
    parts: tuple[Part, ...] = ("film", "srt")
    policy: Policy = "skip"
    record: bool = True


def read_export_settings(path: Path) -> ExportSettings:
    """Read the settings of the last export; the usual ones when there is no file.

    Raises:
        VideoGenError: ``bad-setting``; the file is left as it is.
    """
    try:
        return read_json(path.read_bytes(), ExportSettings)
    except FileNotFoundError:
        return ExportSettings()
    except (msgspec.MsgspecError, RecursionError, OSError) as error:
        raise VideoGenError(
            "bad-setting",
            f"What the last export was like cannot be read from {path.name}: {error}.",
            "Choose the folder and the files again.",
        ) from error


def write_export_settings(path: Path, settings: ExportSettings) -> None:
    """Remember the settings, whole or not at all.

    Raises:
        VideoGenError: ``disk-full`` or ``not-writable``.
    """
    write_settings_file(path, settings)
