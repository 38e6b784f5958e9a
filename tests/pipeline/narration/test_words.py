from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from videogen_desktop.pipeline.narration import Lexicon, english_lexicon, numbers_in, spoken_form
from videogen_desktop.pipeline.narration.wordlists import listed

LEXICON = english_lexicon()


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        # statistics
        ("p<0.001", "p less than 0.001."),
        ("It fell (P = 0.04).", "It fell, P equals 0.04."),
        ("HR 0.73, 95% CI 1.2–3.4", "hazard ratio 0.73, 95 percent confidence interval 1.2 to 3.4."),
        ("OR = 1.39 to 3.3", "odds ratio equals 1.39 to 3.3."),
        ("an HR of 72.5 bpm", "an HR of 72.5 beats per minute."),
        ("E.g. AND or OR 3", "for example, and or O-R 3."),
        ("57.1 ± 12.2 yrs", "57.1 plus or minus 12.2 years."),
        ("n = 12 and N = 7,584, of 41", "n equals 12 and N equals 7584, of 41."),
        ("ptrend=0.048", "P for trend equals 0.048."),
        ("r²<0.25 and χ² = 3.1", "r squared less than 0.25 and chi squared equals 3.1."),
        ("0·84 (0·49–1·48)", "0.84, 0.49 to 1.48."),
        ("P < .05", "P less than 0.05."),
        # ranges, signs and ratios
        ("aged 10–20 or 60-90 years", "aged 10 to 20 or 60 to 90 years."),
        ("1 – 2 weeks", "1 to 2 weeks."),
        ("(−2.46, −3.72 to -1.21)", "minus 2.46, minus 3.72 to minus 1.21."),
        ("(0.4-<4.5 mIU/L)", "0.4 to less than 4.5 milli-international units per liter."),
        ("a score ≥20, or ≤ 5", "a score at least 20, or at most 5."),
        ("at ≥20", "at greater than or equal to 20."),
        ("≈7%, ~8%, ∼5600", "about 7 percent, about 8 percent, about 5600."),
        ("a ratio of 2∶2∶1 or 1:4", "a ratio of 2 to 2 to 1 or 1 to 4."),
        ("a 10 × 20 mm chip at 40×", "a 10 by 20 millimeter chip at 40 times."),
        # large and small numbers
        ("10⁵ cells", "10 to the 5 cells."),
        ("3×10^6 or 2.1e-5", "3 times 10 to the 6 or 2.1 times 10 to the minus 5."),
        ("3 × 10⁻⁸ M", "3 times 10 to the minus 8 molar."),
        ("among 337 802 women", "among 337802 women."),
        ("12,841 genes and 5\u2009600 cells", "12841 genes and 5600 cells."),
        # units
        ("at 37°C or -80 °C", "at 37 degrees Celsius or minus 80 degrees Celsius."),
        ("2.4 μg/kg/day", "2.4 micrograms per kilogram per day."),
        ("67.6 ml·kg⁻¹·min⁻¹", "67.6 milliliters per kilogram per minute."),
        ("25 kg/m2 or 500 mg/m²", "25 kilograms per square meter or 500 milligrams per square meter."),
        ("1 mg, 3 µM and 16 kDa", "1 milligram, 3 micromolar and 16 kilodaltons."),
        ("40 Hz, 200 bp, 1.5 T", "40 hertz, 200 base pairs, 1.5 teslas."),
        ("a 5 mg dose and a 24-h fast", "a 5 milligram dose and a 24 hour fast."),
        ("5 kb regions", "5 kilobase regions."),
        ("120/80 mmHg", "120 over 80 millimeters of mercury."),
        ("10⁶ CFU/ml", "10 to the 6 C-F-U per milliliter."),
        ("month/year of birth", "month, year of birth."),
        ("Fig. 5A and factor V", "Figure 5A and factor five."),
        # letters, acronyms and names
        ("TNF-α, IFN-γ, NF-κB and TGF-β1", "TNF alpha, I-F-N gamma, NF kappa B and TGF beta 1."),
        ("IL-2, HIV-1 and COVID-19", "I-L 2, HIV 1 and COVID 19."),
        ("RCTs of SNPs", "R-C-T's of S-N-P's."),
        ("mRNA and miRNA by ELISA", "m-RNA and micro-RNA by ELISA."),
        ("CO₂, H₂O and IC₅₀", "C-O 2, H 2 O and I-C 50."),
        ("Ca²⁺, Na⁺ and Fe³⁺", "calcium, sodium and iron three plus."),
        ("CD4+ cells of Trp53^fl/fl and +/− mice", "CD 4 positive cells of Trp53 fl fl and plus minus mice."),
        ("2,2′,4,4′-tetrabromodiphenyl", "2, 2 prime, 4, 4 prime-tetrabromodiphenyl."),
        ("Me(2)SO and (13)C", "Me 2 S-O and 13 C."),
        ("rs401681 (NCT00848692)", "rs 4 0 1 6 8 1, NCT 0 0 8 4 8 6 9 2."),
        ("phase II, stage III/IV and BDI-II", "phase two, stage three, four and B-D-I two."),
        ("stage IIIb–IV", "stage three B to four."),
        # abbreviations, brackets, slashes, years
        ("Smith et al. saw it", "Smith and colleagues saw it."),
        ("i.e. one, e.g. two, vs. three", "that is, one, for example, two, versus three."),
        ("approx. 5 and/or 6 (Fig. 3)", "approximately 5 and or 6, Figure 3."),
        ("HMMR/RHAMM", "HMMR, RHAMM."),
        ("skin—and nerves [both] (sometimes)", "skin, and nerves, both, sometimes."),
        ("in 1975 and the 1990s", "in nineteen seventy-five and the nineteen nineties."),
        ("(1993-2010)", "nineteen ninety-three to 2010."),
        ("of 1878 women", "of 1878 women."),
        ("the patient(s) of E. coli", "the patients of E coli."),
        ("see https://www.nature.com/articles/x1.", "see nature dot com."),
        ("doi:10.1371/journal.pmed.1001518", "the D-O-I on screen."),
    ],
)  # fmt: skip
def test_what_a_voice_would_misread_becomes_words(shown: str, said: str) -> None:
    assert spoken_form(shown, LEXICON) == said
    assert numbers_in(said) == numbers_in(shown)


def test_plain_prose_stays_as_it_is() -> None:
    plain = "Neurons in awake mice were switched on, one after another, with light."
    assert spoken_form(plain, LEXICON) == plain


@pytest.mark.parametrize("nothing", ["", " ", "†", "()", "[[", "—", "\u202e\u200b", "研究", "😀"])
def test_what_has_no_sound_is_no_words(nothing: str) -> None:
    assert spoken_form(nothing, LEXICON) == ""


def test_phoneme_brackets_and_direction_marks_do_not_reach_the_voice() -> None:
    said = spoken_form("A \u202e[[hˈɛlʊ]] <b>world</b> \x00\u2066x\u2069", LEXICON)
    assert "[" not in said
    assert "<" not in said
    assert said.isprintable()


def test_no_number_of_a_real_abstract_is_lost_or_invented(abstracts: tuple[str, ...]) -> None:
    assert len(abstracts) > 200
    for sentence in abstracts:
        assert numbers_in(spoken_form(sentence, LEXICON)) == numbers_in(sentence), sentence


def test_hardly_a_sign_of_a_real_abstract_is_left_unspoken(abstracts: tuple[str, ...]) -> None:
    allowed = set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ,.;:?!'-éö")
    left = [sentence for sentence in abstracts if set(spoken_form(sentence, LEXICON)) - allowed]
    assert not left


_PIECES = listed(
    "1 0.05 7,584 10⁻⁵ 1e-5 −2.4 12–15 5% 37°C CO₂ m² kg/m² Ca²⁺ IL-2 rs12345 1990s ½ 3/4 2:1 ×10⁶ ± < ≥ "
    "( ) [ ] / - – — p= n= mg ml·min⁻¹ α IV II CI HR et al. i.e. Fig. the cells ^2 10(6) .5 1.2.3 C. x + * # "
    "$5 𝟙 ① ㎏ ..."
)


@given(st.lists(st.sampled_from(_PIECES), max_size=12), st.sampled_from(["", " ", "\u2009"]))
def test_no_number_is_lost_or_invented_whatever_is_written(pieces: list[str], glue: str) -> None:
    text = glue.join(pieces)
    assert numbers_in(spoken_form(text, LEXICON)) == numbers_in(text)


@given(st.text(max_size=80))
def test_any_text_at_all_has_a_spoken_form(text: str) -> None:
    assert numbers_in(spoken_form(text, Lexicon())) == numbers_in(text)


@pytest.mark.timeout(120)
@pytest.mark.parametrize("unit", listed("1 ( (/ - 10⁵ ² a– 1– mg/ A. ^1"))
def test_a_very_long_text_takes_no_more_than_moments(unit: str) -> None:
    spoken_form(unit * (20_000 // len(unit)), LEXICON)
