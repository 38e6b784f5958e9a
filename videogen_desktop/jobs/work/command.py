"""How the pipeline of a claimed job is started: its command line, its environment, its limits."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.supervisor import Launch
from videogen_desktop.jobs.work.hiding import hider
from videogen_desktop.jobs.work.profile import profile_arguments, profile_environment

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.model import Claim, Job
    from videogen_desktop.jobs.settings import Profile, QueueSettings

_OWN_SECRETS = frozenset({"VIDEOGEN_NCBI_API_KEY"})


def this_python() -> tuple[str, ...]:
    """The built-in pipeline as a module of the Python that runs this."""
    return (sys.executable, "-m", "videogen_desktop.pipeline")


@dataclass(frozen=True)
class Launches:
    """Makes the launch of a claim.

    Args:
        folder: Where the queue keeps things.
        settings: The settings as they are now.
        secrets: Gives the value of a secret by its name; None when there is none.
        environment: What the built-in pipeline inherits, and a profile's a few harmless variables of.
        drawing: How many processes may draw each film now.
        program: How the built-in pipeline is started; a frozen application names its own executable.
    """

    folder: DataFolder
    settings: Callable[[], QueueSettings]
    secrets: Callable[[str], str | None]
    environment: Mapping[str, str]
    drawing: Callable[[], int]
    program: Callable[[], Sequence[str]] = this_python

    def __call__(self, claim: Claim) -> Launch:
        """The launch of a claim.

        Raises:
            VideoGenError: ``paper-missing``, ``secret-missing``, ``no-such-profile``, ``bad-setting`` or
                ``review`` (somebody else's pipeline cannot stop for one).
        """
        job, settings = claim.job, self.settings()
        _check_paper(job)
        work = self.folder.work_of(job.key).absolute()
        profile = settings.profile(job.options.profile)
        if profile is None:
            arguments = (*self.program(), *built_in_arguments(job, work, self.drawing()))
            environment, secret = self._with_ncbi_key(), _OWN_SECRETS
        else:
            _check_review(job, profile)
            arguments = profile_arguments(profile, job, work)
            environment = profile_environment(profile, self.environment, self.secrets)
            secret = frozenset(profile.secrets)
        return Launch(
            arguments=arguments,
            environment=environment,
            folder=profile.working_folder if profile else None,
            log=self.folder.log_of(job.key).absolute(),
            token=claim.token,
            limits=settings.limits,
            protocol=profile is None,
            hide=hider(environment[name] for name in secret if environment.get(name)) if secret else None,
            watched=work if profile else None,
        )

    def _with_ncbi_key(self) -> dict[str, str]:
        """What the built-in pipeline inherits, with the keyring's key of NCBI's if no other is named."""
        environment = dict(self.environment)
        for name in _OWN_SECRETS - environment.keys():
            if value := self.secrets(name):
                environment[name] = value
        return environment


def built_in_arguments(job: Job, work: Path, drawing: int) -> tuple[str, ...]:
    """The command of the built-in pipeline for a job, without the program itself."""
    options = job.options
    arguments = ["generate-video", paper_name(job), str(work), "--progress", "json"]
    arguments += ["--aspect", options.aspect, "--length", options.length, "--audience", options.audience]
    arguments += ["--captions", options.captions, "--theme", options.theme, "--max-workers", str(drawing)]
    if options.voice:
        arguments += ["--voice", options.voice]
    if options.logo:
        arguments.append(f"--logo={options.logo.absolute()}")
    if options.closing:
        arguments.append(f"--closing={options.closing}")
    if options.allow_retracted:
        arguments.append("--allow-retracted")
    if options.review and not job.approved:
        arguments += ["--stop-after", "generate-script"]
    if job.from_scratch:
        arguments.append("--no-skip-existing")
    return tuple(arguments)


def paper_name(job: Job) -> str:
    """What the pipeline is given as PAPER_ID; a paper in hand by its whole path."""
    source = job.paper.source
    return str(source.absolute()) if source else job.paper.name


def _check_paper(job: Job) -> None:
    source = job.paper.source
    if source is not None and not os.path.exists(source):  # noqa: PTH110 - Path.exists raises on a forbidden folder
        raise VideoGenError(
            "paper-missing",
            f"The paper's file {source} is not there any more.",
            "Put it back and start the job again, or cancel the job.",
        )


def _check_review(job: Job, profile: Profile) -> None:
    if job.options.review and not job.approved:
        raise VideoGenError(
            "review",
            f"The pipeline “{profile.name}” cannot stop for you to read the script.",
            "Approve it to have the whole film made, or cancel the job.",
        )
