import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.pipeline.script.paragraphs import quoted
from videogen_desktop.pipeline.script.grounding import numbers_in
from videogen_desktop.pipeline.script.retelling import retold, speaks_as_one


@pytest.mark.parametrize(
    ("paper", "told"),
    [
        ("Mice grew {cite:[12,13]}.", "Mice grew."),
        ("Mice grew {cite:[12]} and slept ({fig:Figure 1}).", "Mice grew and slept."),
        ("Mice grew (data not shown).", "Mice grew."),
        ("Mice grew (p < 0.05, {fig:Figure 2A}).", "Mice grew (p < 0.05)."),
        ("As {fig:Figure 1} shows, mice grew.", "As Figure 1 shows, mice grew."),
        ("Smith et al. {cite:[3]} fed mice.", "Smith et al. fed mice."),
        ("It fell by half.{cite:¹²}", "It fell by half."),
        ("However, mice grew.", "Mice grew."),
        (
            "We show that we can grow mice in our cages.",
            "The authors show that they can grow mice in the authors’ cages.",
        ),
        ("In our study, mice grew.", "In the authors’ study, mice grew."),
        (
            "We wrote that this let us grow mice in the US.",
            "The authors wrote that this let them grow mice in the US.",
        ),
        ("Trials tell us about mice.", "Trials tell us about mice."),
        ("Growth was 10⁵ cells ({tab:Table 1} and {fig:Fig. 2}).", "Growth was 10⁵ cells."),
        ("Growth rose (see {fig:Figure 3}; n = 12).", "Growth rose (n = 12)."),
        ("Growth rose (Figure S2 and Table S1).", "Growth rose."),
        ("Growth rose (see Methods).", "Growth rose."),
        ("Growth rose on the scale (EQ VAS).", "Growth rose on the scale (EQ VAS)."),
        ("Growth rose (Figures 2A, B and 3).", "Growth rose."),
        ("Growth rose (S1 Fig).", "Growth rose."),
        (
            "It rose in the amygdala (left) and fell elsewhere (right).",
            "It rose in the amygdala (left) and fell elsewhere (right).",
        ),
        (
            "Women (white, n = 20; black, n = 30) took part.",
            "Women (white, n = 20; black, n = 30) took part.",
        ),
        ("Agreement was good (both methods).", "Agreement was good (both methods)."),
        ("The second arm (protocol 2) won.", "The second arm (protocol 2) won."),
        ("It rose (n = 7,584; Table 2).", "It rose (n = 7,584)."),
        (
            "It rose (P < .05) in the .NET group by .25 and .40.",
            "It rose (P < .05) in the .NET group by .25 and .40.",
        ),
        (
            "We found that patients were older than we expected.",
            "The authors found that patients were older than the authors expected.",
        ),
        (
            "We asked patients about our treatment.",
            "The authors asked patients about the authors’ treatment.",
        ),
        ("As we age, our muscles weaken.", "As we age, our muscles weaken."),
        ("Growth (as defined in Methods) rose", "Growth (as defined in Methods) rose."),
    ],
)
def test_citations_pointers_and_first_persons_go_and_the_claim_stays(paper: str, told: str) -> None:
    assert retold(quoted(paper)) == told


def test_a_link_word_stays_when_the_sentence_before_is_told_too() -> None:
    assert retold(quoted("However, mice grew."), follows=True) == "However, mice grew."


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("In this essay, I discuss mice.", True),
        ("Type I and II interferon rose.", False),
        ("Topoisomerase I was used.", False),
        ("MHC class I molecules rose.", False),
        ("My view differs.", True),
    ],
)
def test_a_single_author_is_told_from_a_roman_numeral(text: str, alone: bool) -> None:
    assert speaks_as_one(text) is alone


@given(
    st.lists(
        st.sampled_from(
            [
                *(
                    "Mice",
                    "we",
                    "our",
                    "(",
                    ")",
                    "[",
                    "]",
                    "{cite:[1]}",
                    "{fig:Figure 2}",
                    "{cite:³}",
                    "0.05",
                ),
                *("12 %", "10⁵", ",", ";", "see", "Table S1", "and", "−1.5", "data not shown"),
            ]
        ),
        max_size=25,
    )
)
def test_no_number_is_ever_made_up(words: list[str]) -> None:
    sentence = quoted("Mice grew " + " ".join(words) + " today.")
    assert numbers_in(retold(sentence)) <= numbers_in(sentence.quote)


def test_a_long_run_of_pointers_is_read_in_no_time() -> None:
    text = "Mice grew (" + "see Figure S1, Table S2; " * 400 + "x)."
    assert retold(quoted(text)).startswith("Mice grew")
