import pytest

from tests.pipeline.script.paragraphs import paper
from videogen_desktop.pipeline.script.abbreviations import Speller, definitions_in


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("Both mean lysis time (MLT) and its deviation rose.", "MLT", "mean lysis time"),
        ("We asked about health-related quality of life (HRQL).", "HRQL", "health-related quality of life"),
        ("The transcription start site (TSS) was open.", "TSS", "transcription start site"),
        ("Levels of thyroid hormone (TH) fell.", "TH", "thyroid hormone"),
    ],
)
def test_a_definition_is_found_in_the_words_before_its_brackets(text: str, short: str, long: str) -> None:
    assert definitions_in(paper(("Results", text)))[short] == long


@pytest.mark.parametrize(
    "text", ["It rose (Figure) in mice.", "It rose (XYZ) here.", "Seen in 12 mice (MICE).", "It fell (low)."]
)
def test_brackets_that_define_nothing_are_no_definition(text: str) -> None:
    assert definitions_in(paper(("Results", text))) == {}


def test_an_abbreviation_is_spelled_out_where_it_is_first_told_and_only_there() -> None:
    speller = Speller({"MLT": "mean lysis time", "SD": "standard deviation"})
    assert speller.spelled("In general, the MLT rose with the SD.", "") == (
        "In general, the mean lysis time (MLT) rose with the standard deviation (SD)."
    )
    assert speller.spelled("The MLT fell.", "") == "The MLT fell."


def test_plurals_sentence_starts_and_own_definitions_read_well() -> None:
    assert Speller({"SD": "standard deviation"}).spelled("SDs rose.", "") == "Standard deviations (SDs) rose."
    told = "The mean lysis time (MLT) rose."
    assert Speller({"MLT": "mean lysis time"}).spelled(told, told) == told
    assert (
        Speller({"TH": "thyroid hormone"}).spelled("TH-responsive genes rose.", "")
        == "TH-responsive genes rose."
    )


def test_a_long_form_brings_no_number_and_no_stray_capital() -> None:
    text = "Triple-negative breast cancer (TNBC) is rare. Mean lysis time (MLT) rose."
    definitions = definitions_in(paper(("Results", text)))
    assert definitions["MLT"] == "mean lysis time"
    assert (
        Speller(definitions).spelled("We treated TNBC cells.", "We treated TNBC cells.")
        == "We treated TNBC cells."
    )
