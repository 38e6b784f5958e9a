import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.pipeline.script.paragraphs import paragraph
from videogen_desktop.papers.model import Paragraph
from videogen_desktop.pipeline.script.sentences import sentence_spans


def split(text: str) -> list[str]:
    whole = paragraph(text)
    return [whole.text[start:end] for start, end in sentence_spans(whole)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("We fed mice. They grew.", 2),
        ("Strains of E. coli were used. They grew.", 2),
        ("As shown by Smith et al. The effect was large.", 2),
        ("As shown by Smith et al. (2010), mice grew.", 1),
        ("See Fig. 3 for details. It is clear.", 2),
        ("The value (i.e. the mean. Or so) was 0.05. It rose.", 2),
        ("Growth was 1.5-fold vs. 2.0-fold in S. Typhimurium. No other strain grew.", 2),
        ("They took vitamin C. We saw no effect.", 2),
        ("It fell by half.{cite:¹²,¹³} The rest rose.", 2),
        ("It fell by half {cite:[12]}. The rest rose.", 2),
        ("The gene was silent. p53 was not. mRNA levels rose.", 3),
        ("It worked! Did it? Yes.", 3),
        ("P < 0.05 was significant. 3 of 5 animals died.", 2),
        ("One (two. Three) four.", 1),
        ("Dr. Smith and J. Doe took part. Prof. Roe did not.", 2),
    ],
)
def test_a_paragraph_is_cut_where_a_reader_would(text: str, count: int) -> None:
    assert len(split(text)) == count


def test_a_raised_citation_stays_with_the_sentence_it_follows() -> None:
    assert split("It fell by half.{cite:¹²} The rest rose.")[0] == "It fell by half.¹²"


@given(st.text(alphabet=st.sampled_from("ab .!?()[]AZ1µ\"'”é"), max_size=200))
def test_nothing_but_space_is_lost_between_sentences(text: str) -> None:
    spans = sentence_spans(Paragraph(text))
    kept = "".join(text[start:end] for start, end in spans)
    assert "".join(kept.split()) == "".join(text.split())
    assert all(earlier[1] <= later[0] for earlier, later in itertools.pairwise(spans))
