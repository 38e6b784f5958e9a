"""How long a film is and for whom it is, on real papers."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest

from tests.pipeline.script.paragraphs import paper
from videogen_desktop.papers.in_hand import read_in_hand
from videogen_desktop.pipeline.job import Audience, Length
from videogen_desktop.pipeline.script import Script, check_grounding, write_script
from videogen_desktop.pipeline.script.retelling import word_count

if TYPE_CHECKING:
    from pathlib import Path

    from videogen_desktop.papers.model import Paper

PAPERS = (
    "elife-32671",
    *(
        f"jats/journal.{name}.xml"
        for name in ("pmed.1001518", "pmed.1001786", "pone.0016976", "pone.0046041", "pcbi.1001051")
    ),
)


def words(script: Script, *headings: str) -> int:
    return sum(
        word_count(sentence.text)
        for scene in script.scenes
        if scene.kind == "text" and (not headings or scene.heading in headings)
        for sentence in scene.sentences
    )


def read(corpus: Path, name: str) -> Paper:
    return read_in_hand(corpus / name).paper


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize("audience", get_args(Audience))
def test_a_longer_film_tells_more_and_all_of_it_stands_in_the_paper(
    name: str, audience: Audience, corpus: Path
) -> None:
    study = read(corpus, name)
    scripts = [write_script(study, length=length, audience=audience) for length in get_args(Length)]
    told = [words(script) for script in scripts]
    assert told[0] < told[1] < told[2], told
    for script in scripts:
        check_grounding(script, study)
        headings = {scene.heading for scene in script.scenes}
        assert {"What they did", "What they found"} <= headings


@pytest.mark.parametrize("name", PAPERS)
def test_nothing_is_told_twice_in_a_long_film(name: str, corpus: Path) -> None:
    script = write_script(read(corpus, name), length="long")
    told = [sentence.text for scene in script.scenes if scene.kind == "text" for sentence in scene.sentences]
    assert len(set(told)) == len(told)


@pytest.mark.parametrize("name", PAPERS)
def test_a_specialist_hears_more_of_the_work_and_less_around_it(name: str, corpus: Path) -> None:
    study = read(corpus, name)
    general, special = (write_script(study, audience=audience) for audience in get_args(Audience))
    assert words(special, "What they did", "What they found") >= words(
        general, "What they did", "What they found"
    )
    assert words(special, "Why it matters", "What it means") <= words(
        general, "Why it matters", "What it means"
    )


def test_a_general_audience_hears_why_and_a_specialist_hears_how() -> None:
    study = paper(
        ("Background", " ".join(f"Asthma number {n} is common among children and adults." for n in range(9))),
        ("Methods", " ".join(f"We randomised group {n} of children to milk or to water." for n in range(14))),
        ("Results", "Symptoms fell by 30% with milk."),
    )
    general, special = (write_script(study, audience=audience) for audience in get_args(Audience))
    assert words(general, "Why it matters") > words(special, "Why it matters")
    assert words(general, "What they did") < words(special, "What they did")


def test_limits_are_not_cut_from_a_short_film() -> None:
    study = paper(
        ("Results", "Symptoms fell by 30% with milk. Weight did not change. Sleep was longer by an hour."),
        body=(
            (
                "Discussion",
                (
                    "A limitation of our study is that all of the children lived in one small town. "
                    "Another limitation of our study is that the children knew what they drank."
                ),
            ),
        ),
    )
    short, standard = (write_script(study, length=length) for length in ("short", "standard"))
    assert words(short, "Limits") == words(standard, "Limits") > 25


def test_what_fits_anyway_is_told_the_same_at_any_length() -> None:
    study = paper(("Methods", "We gave milk to mice."), ("Results", "The mice grew by 12%."))
    scripts = {length: write_script(study, length=length) for length in get_args(Length)}
    assert scripts["short"] == scripts["standard"] == scripts["long"]
