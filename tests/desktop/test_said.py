"""Sentences from below the window, in French: real ones of real code, hostile ones, and those of others."""

from __future__ import annotations

import errno
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PySide6.QtCore import QLocale

from tests.yardstick import slowness
from videogen_desktop.desktop.export import problems
from videogen_desktop.desktop.export.parts import KINDS
from videogen_desktop.desktop.export.template import parse_template
from videogen_desktop.desktop.languages import install
from videogen_desktop.desktop.said import CONTEXT, WORDS, Template, Templates, explained, said
from videogen_desktop.desktop.translating import QT_TRANSLATE_NOOP
from videogen_desktop.errors import VideoGenError
from videogen_desktop.files import make_folder
from videogen_desktop.jobs.clock import SystemClock
from videogen_desktop.jobs.guards import BatteryGuard, DiskGuard
from videogen_desktop.jobs.model import Progress, Usage
from videogen_desktop.jobs.queue import Busy
from videogen_desktop.jobs.settings import GIB
from videogen_desktop.jobs.states import MOVES, why_not
from videogen_desktop.jobs.supervisor import Exit
from videogen_desktop.jobs.work.external_end import external_problem
from videogen_desktop.papers.identifiers import parse_identifier, read_list, read_list_bytes
from videogen_desktop.papers.in_hand import read_in_hand
from videogen_desktop.papers.web import faults
from videogen_desktop.pipeline.maker import read_logo

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication


@pytest.fixture
def french(qapp: QApplication) -> Iterator[None]:
    installed = install(qapp, "fr")
    yield
    for translator in installed:
        qapp.removeTranslator(translator)
    QLocale.setDefault(QLocale.system())


def _error(work: Callable[[], object]) -> VideoGenError:
    with pytest.raises(VideoGenError) as raised:
        work()
    return raised.value


def _reason(text: str) -> str:
    return read_list(text).refused[0].reason


# Real sentences


@pytest.mark.usefixtures("french")
def test_a_paper_that_is_not_there(tmp_path: Path) -> None:
    error = _error(lambda: read_in_hand(tmp_path / "paper {name}.xml"))

    assert said(error.message) == "Il n’y a ni fichier ni dossier nommé paper {name}.xml."
    assert said(error.hint) == "Vérifiez le chemin, ou donnez un PMID, un PMCID ou un DOI."


@pytest.mark.usefixtures("french")
def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    error = _error(lambda: make_folder(tmp_path / "file" / "films"))

    folder, why = tmp_path / "file" / "films", os.strerror(errno.ENOTDIR)
    assert error.message == f"The folder {folder} cannot be made: {why}."
    assert said(error.message) == f"Le dossier {folder} ne peut pas être créé\u00a0: ce n’est pas un dossier."


@pytest.mark.usefixtures("french")
def test_too_little_room_for_films(tmp_path: Path) -> None:
    hindrance = DiskGuard(lambda: [tmp_path], lambda: 10**9 * GIB).check()
    assert hindrance

    told = said(hindrance.message)
    assert told.startswith("Il ne reste que ")
    assert f"Go libres là où se trouve {tmp_path}\u202f;" in told
    assert "GB" not in told
    assert "," in told.partition("Go")[0]
    assert "1\u202f100\u202f000\u202f000,0\u00a0Go" in told


@pytest.mark.usefixtures("french")
def test_a_computer_on_its_battery() -> None:
    hindrance = BatteryGuard(lambda: True, SystemClock(), lambda: True).check()
    assert hindrance

    assert explained(hindrance) == (
        "L’ordinateur fonctionne sur batterie\u202f; les nouveaux films attendent qu’il soit branché. "
        "Branchez-le, ou autorisez la file d’attente à travailler sur batterie dans les paramètres."
    )


@pytest.mark.usefixtures("french")
def test_a_pipeline_of_ones_own_that_made_no_film() -> None:
    died = external_problem(_exit(None, signal=9, last_words="Loading {model} …"), "Sora")
    failed = external_problem(_exit(1, last_words="ERROR - quota exceeded"), "Sora")

    assert said(died.message) == (
        "Le pipeline «\u00a0Sora\u00a0» n’a pas créé de film. Il a été arrêté de l’extérieur ou par une"
        " défaillance (signal 9). Ses derniers mots\u00a0: Loading {model} …"
    )
    assert said(failed.message) == "Le pipeline «\u00a0Sora\u00a0» a échoué\u00a0: quota exceeded"


@pytest.mark.usefixtures("french")
@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("pmid: 0", "«\u00a00\u00a0» n’est pas un PMID\u00a0: ils commencent à 1."),
        ("no paper here", "Il ne s’y trouve ni PMID, ni PMCID, ni DOI."),
        (
            "pmid: 123456789012",
            "«\u00a0123456789012\u00a0» a 12 chiffres\u202f; un PMID en a 8 au plus.",
        ),
        (
            "rm -rf / 29412138",
            (
                "Un nombre parmi d’autres mots n’est pas pris pour un PMID\u202f; si c’en est un, écrivez "
                "«\u00a0PMID\u00a0: 29412138\u00a0»."
            ),
        ),
        (
            "10.7554/",
            "Ce n’est que la première moitié d’un DOI\u202f; un DOI ressemble à 10.7554/eLife.32671.",
        ),
    ],
)
def test_what_is_no_paper(text: str, reason: str) -> None:
    assert said(_reason(text)) == reason


@pytest.mark.usefixtures("french")
def test_a_list_that_is_no_text() -> None:
    error = _error(lambda: read_list_bytes(b"PK\x03\x04", "list.csv"))

    assert said(error.message) == (
        "«\u00a0list.csv\u00a0» n’est pas un fichier texte. "
        "C’est un classeur Excel ou un autre document compressé."
    )


@pytest.mark.usefixtures("french")
def test_what_cannot_be_exported(tmp_path: Path) -> None:
    missing = problems.part_missing(KINDS["srt"], "Milk: it is {running}")
    no_space = problems.no_space(tmp_path, 2_500_000_000)
    template = _error(lambda: parse_template("{yaer}"))

    assert said(missing.message) == (
        "Un fichier de «\u00a0Milk: it is {running}\u00a0» (sous-titres .srt) n’est plus là où il a été créé."
    )
    assert said(no_space.message) == (
        f"Il y a trop peu de place dans {tmp_path}\u00a0: il faudrait 2,5\u00a0Go de plus."
    )
    assert said(template.message) == (
        "Il n’y a pas de champ {yaer} pour un nom de fichier. Vouliez-vous dire {year}\u202f?"
    )


@pytest.mark.usefixtures("french")
def test_services_that_do_not_answer() -> None:
    assert said(faults.no_network("eutils.ncbi.nlm.nih.gov", "could not be reached").message) == (
        "eutils.ncbi.nlm.nih.gov est injoignable."
    )
    assert said(faults.rate_limited("host", 1.0).hint) == "Réessayez dans 1 seconde."
    assert said(faults.rate_limited("host", 30.0).hint) == "Réessayez dans 30 secondes."


@pytest.mark.usefixtures("french")
def test_a_logo_that_is_not_there() -> None:
    path = Path("logo.png")
    assert said(_error(lambda: read_logo(path)).message) == "Le logo logo.png est introuvable."


@pytest.mark.usefixtures("french")
def test_an_identifier_that_is_none() -> None:
    error = _error(lambda: parse_identifier("29412138 30108519"))
    assert said(error.message) == (
        "«\u00a029412138 30108519\u00a0» n’est pas un identifiant. "
        "Il y a là 2 articles, alors qu’un seul est attendu."
    )


@pytest.mark.usefixtures("french")
def test_every_move_that_may_not_be() -> None:
    for now in MOVES:
        for to in MOVES:
            told = said(why_not(now, to))
            assert told.startswith("L’état de la tâche est ")
            assert not {now, to} & set(told.split()), told


@pytest.mark.usefixtures("french")
def test_how_far_a_film_is() -> None:
    messages = ("Speaking scene 3 of 8", "1 scenes drawn", "8 scenes drawn", "Drawing: 56% of the pictures")
    assert [said(Progress(message=message).message) for message in messages] == [
        "Narration de la scène 3 sur 8",
        "1 scène dessinée",
        "8 scènes dessinées",
        "Dessin\u00a0: 56\u00a0% des images",
    ]


@pytest.mark.usefixtures("french")
def test_what_is_being_made_when_one_quits() -> None:
    for count, start in ((1, "Un film est"), (3, "3 films sont")):
        busy = Busy(tuple(object() for _ in range(count)))  # type: ignore[arg-type]  # only counted
        assert said(busy.message).startswith(f"{start} en cours de création. Rien n’est perdu\u00a0:")


def _exit(code: int | None, *, signal: int | None = None, last_words: str = "") -> Exit:
    return Exit(code, signal, "itself", None, None, Usage(), 1.0, last_words)


# Sentences of others


@pytest.mark.usefixtures("french")
@pytest.mark.parametrize(
    "text",
    [
        "",
        "Le film est déjà là.",
        "PubMed is on holiday.",
        "{name}",
        "{0}{1!r:>99999}",
        "%n %1 %L1",
        "{",
        "}}",
        "\0",
    ],
)
def test_what_nobody_knows_stays_as_it_is(text: str) -> None:
    assert said(text) == text


@pytest.mark.usefixtures("french")
@pytest.mark.parametrize(
    "title",
    [
        "{name}",
        "{said}",
        "{",
        "}}{{",
        "%n",
        "%1",
        "{0.__class__}",
        "<b>x</b>",
        "It is running.",
        "\u202eevil",
    ],
)
def test_values_stay_text(title: str) -> None:
    assert said(f"“{title}” has no finished film.") == f"«\u00a0{title}\u00a0» n’a pas de film terminé."
    assert said(f"The figure {title} could not be read.") == f"La figure {title} n’a pas pu être lue."


@pytest.mark.usefixtures("french")
@given(some.text(max_size=200))
def test_any_text_can_be_said(text: str) -> None:
    said(text)
    assert said(f"There is no voice named x{text}x.") == f"Il n’y a pas de voix nommée x{text}x."


@pytest.mark.usefixtures("french")
def test_long_and_hostile_texts_take_no_time() -> None:
    hostile = (
        "The folder " * 300 + ".",
        "The heading of scene " + " (“" * 1500 + ".",
        "It is " + ", and from there it cannot become " * 100,
        "“" * 3999,
        " Its last words: " * 200,
        ("It was ended because it had taken longer than is allowed. Its last words: " * 50)[:3999],
        "The pipeline “x” made no film. " * 4000,
    )
    began = time.thread_time()
    for text in hostile:
        said(text)
    assert time.thread_time() - began < 0.2 * slowness()


@pytest.mark.usefixtures("french")
def test_a_new_sentence_is_found_in_less_than_a_millisecond() -> None:
    said("to read the templates")
    began = time.perf_counter()
    for number in range(1000):
        said(f"Speaking scene {number} of 1000")
    assert time.perf_counter() - began < 1.0 * slowness()


def test_english_is_left_alone() -> None:
    for text in ("The film is done", "It is paused, not paused.", "Only 3.5 GB are free", *WORDS):
        assert said(text) is text


# Templates


def test_of_those_that_fit_the_one_that_says_most_counts() -> None:
    templates = Templates(["{name} cannot be read.", "The file {name} cannot be read.", "It is here."])

    assert templates.find("The file x cannot be read.") == ("The file {name} cannot be read.", {"name": "x"})
    assert templates.find("The x cannot be read.") == ("{name} cannot be read.", {"name": "The x"})
    assert templates.find("It is here.") == ("It is here.", {})
    assert templates.find("It is here") is templates.find(" cannot be read.") is None


@given(some.lists(some.text(alphabet="ab. ", min_size=1), min_size=1, max_size=3))
def test_values_are_found_again(values: list[str]) -> None:
    text = "|".join(f"{{v{number}}}" for number in range(len(values)))
    found = Template(f"<{text}>").values_in(f"<{'|'.join(values)}>")

    assert found == {f"v{number}": value for number, value in enumerate(values)}


def test_the_context_is_the_one_that_is_renewed() -> None:
    assert CONTEXT == "Said"
    assert QT_TRANSLATE_NOOP("Said", "queued") in WORDS
