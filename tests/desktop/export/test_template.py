from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.desktop.export.finished import FACTS, MADE_AT, job_of
from videogen_desktop.desktop.export import FIELDS, USUAL_TEMPLATE, preview
from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.model import Film, JobOptions, PaperFacts

FILM = Film(Path("final_video.mp4"), 84.2, 1920, 1080, 1, "", MADE_AT, 1)
JOB = job_of(FILM)


def test_the_usual_template() -> None:
    assert (
        preview(USUAL_TEMPLATE, JOB)
        == "2018 Yang - Imaging of cortical circuits - three dimensions [29608148].mp4"
    )


@pytest.mark.parametrize(
    ("template", "name"),
    [
        ("{authors}", "Yang et al.mp4"),
        ("{authors} {year}", "Yang et al. 2018.mp4"),
        ("{journal} {doi}", "eLife 10.7554-eLife.32671.mp4"),
        ("{aspect} {length} {audience} {duration}", "16x9 standard general 1m24s.mp4"),
        ("{{{pmid}}}", "{29608148}.mp4"),
        ("{licence} {number}", "CC-BY-4.0 1.mp4"),
        ("a/b: {year}", "a-b - 2018.mp4"),
        ("{date}", "2026-09-21.mp4"),
    ],
)
def test_fields(template: str, name: str) -> None:
    assert preview(template, JOB) == name


def test_every_field_can_be_used_on_every_job() -> None:
    template = " ".join(f"{{{field}}}" for field in FIELDS)
    assert "eLife" in preview(template, JOB)
    assert preview(template, job_of(None, facts=PaperFacts(pmid="5"))) == "5 16x9 standard general 1.mp4"


@pytest.mark.parametrize(
    ("authors", "told"),
    [
        (("Marylee J van der Meulen", "Mike T John"), "van der Meulen and John"),
        (("IPTc Study Group",), "IPTc Study Group"),
        (("John Smith Jr",), "Smith Jr"),
        ((), "pmid-29608148-00000001"),
    ],
)
def test_authors(authors: tuple[str, ...], told: str) -> None:
    assert preview("{authors}", job_of(None, facts=replace(FACTS, authors=authors))) == f"{told}.mp4"


def test_what_is_not_known_leaves_neither_brackets_nor_dashes() -> None:
    assert preview(USUAL_TEMPLATE, job_of(None, facts=PaperFacts(title="A title"))) == "A title.mp4"
    assert preview(USUAL_TEMPLATE, job_of(None, facts=PaperFacts(year=2018, pmid="7"))) == "2018 - [7].mp4"
    assert (
        preview("{title}", job_of(None, facts=PaperFacts(source=Path("in/my paper.xml")))) == "my paper.mp4"
    )


def test_options_are_told() -> None:
    job = replace(JOB, options=JobOptions(aspect="9:16", length="short", voice="joe"))
    assert preview("{aspect} {length} {voice}", job) == "9x16 short joe.mp4"


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("", "is empty"),
        ("  ", "is empty"),
        ("{titel}", "There is no field {titel} for a file name. Did you mean {title}?"),
        ("{nothing_like_it}", "There is no field {nothing_like_it}"),
        ("{title", "a brace without its partner"),
        ("title}", "a brace without its partner"),
        ("{}", "braces with nothing in them"),
        ("{year:>10}", "takes nothing but its name"),
        ("{title!r}", "takes nothing but its name"),
        ("{title.__class__}", "There is no field {title.__class__}"),
        ("{0}", "There is no field {0}"),
        ("{title[0]}", "There is no field {title[0]}"),
        ("{year:{title}}", "takes nothing but its name"),
    ],
)
def test_a_bad_template_is_refused_in_a_sentence(template: str, told: str) -> None:
    with pytest.raises(VideoGenError) as refused:
        preview(template, JOB)
    assert refused.value.code == "bad-template"
    assert told in refused.value.message
    assert "{first_author}" in refused.value.hint
