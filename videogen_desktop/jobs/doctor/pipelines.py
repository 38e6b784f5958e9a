"""Examine the pipelines of the person's own: whether program, working folder and keys are there."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.doctor.check import Check
from videogen_desktop.jobs.settings import refuse_unknown
from videogen_desktop.jobs.work.profile import profile_environment

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from videogen_desktop.jobs.settings import Profile

PIPELINE = "pipeline"
"""The name of these checks; what they say is the person's own."""


def check_pipeline(
    profile: Profile, environ: Mapping[str, str], secrets: Callable[[str], str | None]
) -> Check:
    """Whether a pipeline could be started. It is not: that may cost money.

    Args:
        profile: The pipeline.
        environ: The environment of the program.
        secrets: Gives the value of a secret by its name; None when there is none.
    """
    mend = "Correct it in the settings; its jobs need attention otherwise."
    try:
        environment = profile_environment(profile, environ, secrets)
    except VideoGenError as error:
        return Check(PIPELINE, "warning", error.message, error.hint)
    folder = profile.working_folder
    if folder is not None and not folder.is_dir():
        return Check(
            PIPELINE, "warning", f"The working folder {folder} of “{profile.name}” is not there.", mend
        )
    if not _is_there(profile, environment.get("PATH")):
        message = f"The program {profile.arguments[0]} of “{profile.name}” is not there."
        return Check(PIPELINE, "warning", message, mend)
    try:
        refuse_unknown(profile)
    except VideoGenError as error:
        return Check(PIPELINE, "warning", error.message, mend)
    for name in profile.missing:
        message = f"No argument of “{profile.name}” holds {{{name}}}, so it can make no film."
        return Check(PIPELINE, "warning", message, mend)
    return Check(PIPELINE, "ok", f"“{profile.name}” can be started.")


def _is_there(profile: Profile, path: str | None) -> bool:
    """Whether its program can be found as it will be: by a path from the working folder, or by its name."""
    program = profile.arguments[0]
    if os.path.dirname(program) and profile.working_folder:  # noqa: PTH120 - Path drops the "./" that matters
        program = str(profile.working_folder / program)
    return shutil.which(program, path=path) is not None
