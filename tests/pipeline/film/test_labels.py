from __future__ import annotations

from dataclasses import replace

from videogen_desktop.pipeline.film.labels import film_chapters, film_tags
from videogen_desktop.pipeline.film.model import Chapter
from videogen_desktop.pipeline.script.model import Card

CARD = Card(
    title="A <i>C. elegans</i> study",
    plain_title="A C. elegans study",
    authors="Ada Lovelace, Grace Hopper",
    journal="eLife",
    year="2018",
    doi="10.7554/eLife.32671",
    pmid="29412138",
    pmcid="PMC5802845",
    licence="CC-BY-4.0",
    licence_url="https://creativecommons.org/licenses/by/4.0/",
)
NOTHING = Card("", "", "", "", "", "", "", "", "", "")


def test_the_film_names_its_paper_its_authors_and_its_licence() -> None:
    assert film_tags(CARD) == {
        "title": "A C. elegans study",
        "artist": "Ada Lovelace, Grace Hopper",
        "date": "2018",
        "comment": "doi 10.7554/eLife.32671, PMID 29412138, PMCID PMC5802845. Licence of the paper: "
        "CC-BY-4.0 (https://creativecommons.org/licenses/by/4.0/)",
        "description": "Made from “A C. elegans study”. eLife 2018 https://doi.org/10.7554/eLife.32671",
        "copyright": "CC-BY-4.0 (https://creativecommons.org/licenses/by/4.0/)",
    }


def test_what_the_paper_does_not_say_is_left_out() -> None:
    assert film_tags(NOTHING) == {}


def test_a_title_can_do_no_harm() -> None:
    title = film_tags(replace(CARD, plain_title="a\x00b\u202e\n" + "ü" * 10_000))["title"]
    assert title.startswith("a b ü")
    assert title.endswith("ü…")
    assert len(title.encode()) <= 2000


def test_chapters_fill_the_film() -> None:
    assert film_chapters([("Why it matters", 90), ("", 31)]) == (
        Chapter("Why it matters", 0, 90),
        Chapter("Scene 2", 90, 121),
    )


def test_a_chapter_name_fits_its_byte() -> None:
    (chapter,) = film_chapters([("é" * 200, 1)])
    assert chapter.title.endswith("é…")
    assert len(chapter.title.encode()) <= 255
