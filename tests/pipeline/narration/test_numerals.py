from __future__ import annotations

import pytest

from videogen_desktop.pipeline.narration.numerals import (
    decade_in_words,
    numbers_in,
    uniform,
    year_in_words,
)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("P<0.001, −2.46 and -3", ("0.001", "-2.46", "-3")),
        ("10–20, 60-90 and IL-2", ("10", "20", "60", "90", "2")),
        ("7,584 and 12,841; 2,2′", ("7584", "12841", "2", "2")),
        ("10⁻⁵ is 10 to the minus 5", ("10", "-5", "10", "-5")),
        ("1.2E-05", ("1.2", "10", "-5")),
        ("2.4 ± 0.3 is 2.4 plus or minus 0.3", ("2.4", "0.3", "2.4", "0.3")),
        ("kg/m² and Ca²⁺ but CO₂ and ¹³C", ("2", "13")),
        ("in 1975 and nineteen seventy-five", ("1975", "1975")),
        ("the 1990s, the nineteen nineties, their 30s, their thirties", ("1990", "1990", "30", "30")),
        ("rs4016 is rs 4 0 1 6", ("4", "0", "1", "6", "4", "0", "1", "6")),
        ("https://x.org/12 and doi:10.1371/j.1 and a1@b2.org", ()),
        ("5² is 5 squared", ("5", "2", "5", "2")),
    ],
)
def test_numbers_are_read_with_sign_and_every_digit(text: str, numbers: tuple[str, ...]) -> None:
    assert numbers_in(text) == numbers


def test_a_changed_sign_digit_or_exponent_is_noticed() -> None:
    assert numbers_in("by −2.46") != numbers_in("by 2.46")
    assert numbers_in("0.73") != numbers_in("0.37")
    assert numbers_in("10⁵") != numbers_in("105")
    assert numbers_in("1.50") != numbers_in("1.5")


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("１２ ｍｇ", "12 mg"),
        ("among 88 657 of 98 942 tumours", "among 88657 of 98942 tumours"),
        ("5\u202f000", "5000"),
        ("10^5, 10^{-5} and 10(6)", "10⁵, 10⁻⁵ and 10⁶"),
        ("kg/m2", "kg/m²"),
        ("in 2010 313 sheep", "in 2010 313 sheep"),
        ("layers 2 345", "layers 2 345"),
    ],
)
def test_numbers_get_one_way_of_being_written(text: str, same: str) -> None:
    assert uniform(text) == same


def test_years_are_said_in_pairs() -> None:
    assert year_in_words(1975) == "nineteen seventy-five"
    assert year_in_words(1905) == "nineteen oh five"
    assert year_in_words(1800) == "eighteen hundred"
    assert decade_in_words(1990) == "nineteen nineties"
    assert decade_in_words(2010) == "two thousand tens"
