"""What is run for a job: the built-in pipeline or a profile's, and in what surroundings."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.jobs.work.making import a_claim, a_job
from tests.jobs.work.real import no_secret
from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.model import Job, JobOptions, PaperFacts
from videogen_desktop.jobs.settings import Limits, Profile, QueueSettings
from videogen_desktop.jobs.work.command import Launches

if TYPE_CHECKING:
    from videogen_desktop.jobs.supervisor import Launch

OURS = {"PATH": "/bin", "HOME": "/home/me", "LC_ALL": "C.UTF-8", "NCBI_API_KEY": "ours", "AWS_SECRET": "ours"}
MINE = Profile(
    "mine",
    ("python", "main.py", "generate-video", "{paper_id}", "{output_dir}", "--voice={voice}"),
    working_folder=Path("/their/pipeline"),
    secrets=("GEMINI_API_KEY",),
    environment={"LOG_LEVEL": "info"},
)


def launch_of(
    job: Job,
    folder: Path,
    profile: Profile = MINE,
    kept: dict[str, str] | None = None,
) -> Launch:
    settings = QueueSettings(workers=2, limits=Limits(stall_s=7), profiles=(profile,))
    kept = {"GEMINI_API_KEY": "a-kept-key"} if kept is None else kept
    launches = Launches(DataFolder(folder), lambda: settings, kept.get, OURS, lambda: 2)
    return launches(a_claim(job))


def test_the_built_in_pipeline_is_asked_for_what_the_job_wants(tmp_path: Path) -> None:
    options = JobOptions("9:16", "short", "amy", "specialist", "burned", "dark")
    launch = launch_of(a_job(options=options), tmp_path)
    work = str(tmp_path / "work" / "pmid-1-abc")
    assert launch.arguments == (
        *(sys.executable, "-m", "videogen_desktop.pipeline", "generate-video", "29608148", work),
        *("--progress", "json", "--aspect", "9:16", "--length", "short", "--audience", "specialist"),
        *("--captions", "burned", "--theme", "dark", "--max-workers", "2", "--voice", "amy"),
    )
    assert not [each for each in launch.arguments if "logo" in each or "closing" in each]
    assert launch.environment == OURS
    assert (launch.protocol, launch.folder, launch.token) == (True, None, "a-token")
    assert launch.log == tmp_path / "logs" / "pmid-1-abc.log"
    assert launch.limits == Limits(stall_s=7)


def test_a_logo_and_closing_words_are_each_one_argument(tmp_path: Path) -> None:
    options = JobOptions(logo=tmp_path / "our lab.png", closing="-- made by us --")
    arguments = launch_of(a_job(options=options), tmp_path).arguments
    assert f"--logo={tmp_path / 'our lab.png'}" in arguments
    assert "--closing=-- made by us --" in arguments


def test_its_own_executable_stands_for_python_in_a_frozen_application(tmp_path: Path) -> None:
    launches = Launches(
        DataFolder(tmp_path), QueueSettings, no_secret, OURS, lambda: 2, program=lambda: ("app", "--pipeline")
    )
    assert launches(a_claim()).arguments[:4] == ("app", "--pipeline", "generate-video", "29608148")


def test_the_command_line_is_one_that_the_pipeline_understands(tmp_path: Path) -> None:
    from click.testing import CliRunner

    from videogen_desktop.pipeline import cli

    options = JobOptions(voice="amy", allow_retracted=True, review=True)
    launch = launch_of(a_job(options=options, from_scratch=True), tmp_path)
    told = CliRunner().invoke(cli.main, [*launch.arguments[3:], "--help"])
    assert told.exit_code == 0
    context = cli.generate_video.make_context("generate-video", list(launch.arguments[4:]))
    assert context.params["stop_after"] == "generate-script"
    assert context.params["skip_existing"] is False
    assert context.params["allow_retracted"] is True
    assert context.params["voice"] == "amy"


def test_a_review_is_stopped_for_until_it_is_approved(tmp_path: Path) -> None:
    job = a_job(options=JobOptions(review=True))
    assert "--stop-after" in launch_of(job, tmp_path).arguments
    assert "--stop-after" not in launch_of(replace(job, approved=True), tmp_path).arguments


def test_steps_are_done_again_only_from_scratch(tmp_path: Path) -> None:
    assert "--no-skip-existing" not in launch_of(a_job(), tmp_path).arguments
    assert "--no-skip-existing" in launch_of(a_job(from_scratch=True), tmp_path).arguments


def test_a_paper_in_hand_is_named_by_its_whole_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "-paper.xml").write_text("<article/>")
    job = a_job(paper=PaperFacts(pmid="1", source=Path("-paper.xml")))
    assert launch_of(job, tmp_path).arguments[4] == str(tmp_path / "-paper.xml")


def test_a_paper_in_hand_that_is_gone_is_a_plain_error(tmp_path: Path) -> None:
    job = a_job(paper=PaperFacts(pmid="1", source=tmp_path / "gone.xml"))
    with pytest.raises(VideoGenError) as caught:
        launch_of(job, tmp_path)
    assert caught.value.code == "paper-missing"
    assert "gone.xml" in caught.value.message


def of_profile(profile: str = "mine", **options: object) -> Job:
    return a_job(options=JobOptions(profile=profile, **options))  # type: ignore[arg-type]


def test_a_profile_is_an_argument_list_with_the_jobs_values_in_it(tmp_path: Path) -> None:
    launch = launch_of(of_profile(voice="Kore; rm -rf {output_dir} $(x)"), tmp_path)
    assert launch.arguments == (
        *("python", "main.py", "generate-video", "29608148", str(tmp_path / "work" / "pmid-1-abc")),
        "--voice=Kore; rm -rf {output_dir} $(x)",
    )
    assert (launch.protocol, launch.folder) == (False, Path("/their/pipeline"))


def test_every_option_has_a_name_and_other_braces_are_left_alone(tmp_path: Path) -> None:
    names = "{aspect} {length} {audience} {captions} {theme} {voice}|"
    profile = replace(MINE, arguments=("x", names, '{"scenes": 3}', "{}", "{0}"))
    launch = launch_of(of_profile(), tmp_path, profile)
    assert launch.arguments == ("x", "16:9 standard general soft paper |", '{"scenes": 3}', "{}", "{0}")


@pytest.mark.parametrize(
    ("arguments", "left"),
    [
        (("x", "--voice={voice}", "y"), ("x", "y")),
        (("x", "--voice", "{voice}", "y"), ("x", "y")),
        (("x", "-v", "{voice}"), ("x",)),
        (("x", "{voice}", "y"), ("x", "y")),
        (("x", "--theme={theme}", "{voice}"), ("x", "--theme=paper")),
        (("x", "--say", "by {voice}", "--set=a={voice}"), ("x", "--say", "by ", "--set=a=")),
    ],
)
def test_without_a_voice_theirs_is_left_to_choose(
    tmp_path: Path, arguments: tuple[str, ...], left: tuple[str, ...]
) -> None:
    profile = replace(MINE, arguments=arguments)
    assert launch_of(of_profile(), tmp_path, profile).arguments == left
    chosen = launch_of(of_profile(voice="amy"), tmp_path, profile).arguments
    assert chosen == tuple(part.format(voice="amy", theme="paper") for part in arguments)


def test_a_name_that_stands_for_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(VideoGenError) as caught:
        launch_of(of_profile(), tmp_path, replace(MINE, arguments=("x", "--in={paper}")))
    assert caught.value.code == "bad-setting"
    assert "{paper}" in caught.value.message
    assert "{paper_id}" in caught.value.message


def test_a_profile_gets_what_it_needs_and_none_of_our_keys(tmp_path: Path) -> None:
    assert launch_of(of_profile(), tmp_path).environment == {
        "PATH": "/bin",
        "HOME": "/home/me",
        "LC_ALL": "C.UTF-8",
        "LOG_LEVEL": "info",
        "GEMINI_API_KEY": "a-kept-key",
    }


@pytest.mark.parametrize("kept", [{}, {"GEMINI_API_KEY": ""}])
def test_a_missing_key_is_a_plain_error_that_names_it(tmp_path: Path, kept: dict[str, str]) -> None:
    with pytest.raises(VideoGenError) as caught:
        launch_of(of_profile(), tmp_path, kept=kept)
    assert caught.value.code == "secret-missing"
    assert "GEMINI_API_KEY" in caught.value.message


def test_a_profile_that_is_gone_is_a_plain_error(tmp_path: Path) -> None:
    with pytest.raises(VideoGenError) as caught:
        launch_of(of_profile("gone"), tmp_path)
    assert caught.value.code == "no-such-profile"


def test_a_profile_cannot_stop_for_a_review_and_says_so_before_it_costs_anything(tmp_path: Path) -> None:
    with pytest.raises(VideoGenError) as caught:
        launch_of(of_profile(review=True), tmp_path)
    assert caught.value.code == "review"
    assert launch_of(replace(of_profile(review=True), approved=True), tmp_path).arguments


def test_the_built_in_pipeline_gets_the_key_of_ncbi_that_is_kept_and_its_log_does_not(
    tmp_path: Path,
) -> None:
    launch = launch_of(a_job(), tmp_path, kept={"VIDEOGEN_NCBI_API_KEY": "0123456789abcdef"})

    assert launch.environment["VIDEOGEN_NCBI_API_KEY"] == "0123456789abcdef"
    assert launch.hide is not None
    assert launch.hide("refused: 0123456789abcdef") == "refused: [hidden]"
