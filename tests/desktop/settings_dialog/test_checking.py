"""What can be wrong with a pipeline of one's own is what the queue would refuse."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.desktop.export.finished import job_of
from videogen_desktop.desktop.settings_dialog.checking import (
    check_profile,
    email_problem,
    key_problem,
)
from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.settings import PLACEHOLDERS, Profile, refuse_unknown
from videogen_desktop.jobs.work.profile import profile_arguments

SOUND = Profile("mine", ("python3", "main.py", "{paper_id}", "{output_dir}"), secrets=("OPENAI_API_KEY",))


def test_a_sound_pipeline_has_no_problem() -> None:
    assert check_profile(SOUND, ()).first == ""


def test_what_may_stand_in_braces_is_what_the_queue_knows() -> None:
    every = replace(SOUND, arguments=tuple(f"x{{{name}}}" for name in PLACEHOLDERS))
    assert len(profile_arguments(every, job_of(None), Path("/out"))) == len(PLACEHOLDERS)
    assert check_profile(every, ()).arguments == ""
    more = replace(SOUND, arguments=(*SOUND.arguments, "{title}"))
    with pytest.raises(VideoGenError):
        refuse_unknown(more)
    assert "{title} stands for nothing" in check_profile(more, ()).arguments


@pytest.mark.parametrize(
    ("profile", "field", "words"),
    [
        (replace(SOUND, name=""), "name", "Give the pipeline a name"),
        (replace(SOUND, name="built-in"), "name", "Another pipeline"),
        (replace(SOUND, name="theirs"), "name", "Another pipeline"),
        (replace(SOUND, arguments=()), "arguments", "Give the program to run"),
        (replace(SOUND, arguments=("main", "{paper_id}")), "arguments", "must hold {output_dir}"),
        (replace(SOUND, working_folder=Path("here")), "working_folder", "whole path"),
        (replace(SOUND, secrets=("A KEY",)), "secrets", "“A KEY” cannot be"),
    ],
)
def test_a_problem_is_told_at_its_field(profile: Profile, field: str, words: str) -> None:
    problems = check_profile(profile, ["theirs"])
    assert words in getattr(problems, field)
    assert problems.first == getattr(problems, field)


def test_an_email_and_a_key_are_held_to_what_the_network_takes() -> None:
    assert email_problem("") == email_problem("jane@example.org") == ""
    assert email_problem("jane") == email_problem("a@b.c, d@e.f") == "This is not an email address."
    assert key_problem("") == key_problem("0123abc") == ""
    assert "letters and digits" in key_problem("a-b")
