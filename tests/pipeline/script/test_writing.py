import dataclasses

import pytest

from tests.pipeline.script.paragraphs import paper, paragraph
from videogen_desktop.errors import VideoGenError
from videogen_desktop.papers.model import Author, Figure, Licence, Paper, PaperIds, Relation, Section
from videogen_desktop.papers.richtext import plain_text
from videogen_desktop.pipeline.script import Script, check_grounding, numbers_in, write_script

TRIAL = paper(
    ("Background", "Asthma is common. It is not known whether milk helps."),
    ("Methods", "We randomised 120 children to milk or water for 12 weeks."),
    ("Results", "Symptoms fell by 30% with milk (p < 0.05). Weight did not change."),
    ("Conclusions", "Milk may help children with asthma."),
    body=(
        (
            "Discussion",
            "A limitation of our study is its small sample. Milk is white and children like it a lot.",
        ),
    ),
)


def said(script: Script) -> str:
    return " ".join(sentence.text for scene in script.scenes for sentence in scene.sentences)


def headings(script: Script) -> list[str]:
    return [scene.heading for scene in script.scenes]


def test_a_paper_is_told_in_its_order_with_its_limits() -> None:
    script = write_script(TRIAL)
    assert headings(script) == [
        "",
        "Why it matters",
        "What they did",
        "What they found",
        "What it means",
        "Limits",
        "The paper",
    ]
    assert "A limitation of the authors’ study is its small sample." in said(script)
    assert "The authors randomised 120 children" in said(script)


def test_every_sentence_names_its_place_and_its_words() -> None:
    script = write_script(TRIAL)
    sentence = next(scene for scene in script.scenes if scene.heading == "What they found").sentences[1]
    assert sentence.source.section == "Abstract › Results"
    assert (sentence.source.paragraph, sentence.source.sentence) == (1, 2)
    assert sentence.source.quote == "Weight did not change."


def changed(script: Script, text: str) -> Script:
    scene = script.scenes[1]
    sentences = (dataclasses.replace(scene.sentences[0], text=text), *scene.sentences[1:])
    scenes = (script.scenes[0], dataclasses.replace(scene, sentences=sentences), *script.scenes[2:])
    return dataclasses.replace(script, scenes=scenes)


@pytest.mark.parametrize(
    "text", ["Asthma kills 45 people.", "Asthma is twice as common.", "Asthma is −1 common."]
)
def test_a_number_that_the_paper_does_not_state_there_is_refused(text: str) -> None:
    with pytest.raises(VideoGenError) as caught:
        check_grounding(changed(write_script(TRIAL), text), TRIAL)
    assert caught.value.code == "not-in-source"


def test_a_quote_that_does_not_stand_in_the_paper_is_refused() -> None:
    other = paper(("Background", "Gout is common."), ("Results", "Symptoms fell."))
    with pytest.raises(VideoGenError) as caught:
        check_grounding(write_script(TRIAL), other)
    assert caught.value.code == "not-in-source"


def test_a_reworded_sentence_without_new_numbers_stands() -> None:
    check_grounding(changed(write_script(TRIAL), "Asthma is widespread."), TRIAL)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("88 657 of 98,942 (89.6%)", {"88657", "98942", "89.6"}),
        ("10⁵ cells, b = −1.02, 10–20 mg", {"10^5", "-1.02", "10", "20"}),
        ("Twelve mice, 0.5-fold, p53", {"twelve", "0.5", "53"}),
        ("CO₂ and Ca²⁺", {"2", "^2"} - {"^2"} | {"2"}),
    ],
)
def test_numbers_are_read_as_a_reader_reads_them(text: str, numbers: set[str]) -> None:
    assert numbers <= numbers_in(text)


def test_mice_are_named_when_the_told_sentences_do_not() -> None:
    study = paper(
        ("Results", "Tumours shrank by half. Survival rose."),
        body=(("Materials and Methods", "Mice were housed in cages. Mice were fed daily."),),
    )
    assert "The experiments were done in mice." in said(write_script(study))


def test_an_association_is_said_to_be_one() -> None:
    study = paper(
        ("Methods", "We followed a cohort of 500 nurses."),
        ("Results", "Coffee was associated with longer life."),
    )
    assert "it can show an association" in said(write_script(study))
    trial = paper(
        ("Methods", "In this trial nurses were randomised."),
        ("Results", "Coffee was associated with longer life."),
    )
    assert "it can show an association" not in said(write_script(trial))


@pytest.mark.parametrize(
    "kind", ["correction", "editorial", "book-review", "Published Erratum", "retraction"]
)
def test_a_record_without_a_study_has_nothing_to_tell(kind: str) -> None:
    record = Paper(
        PaperIds("1"),
        plain_text("Correction: a study"),
        "in-hand",
        article_type=kind,
        sections=(Section("", (paragraph("The second author's name was wrong. It is right now."),)),),
    )
    with pytest.raises(VideoGenError) as caught:
        write_script(record)
    assert caught.value.code == "nothing-to-tell"


def test_a_paper_without_words_is_no_text() -> None:
    with pytest.raises(VideoGenError) as caught:
        write_script(Paper(PaperIds("1"), plain_text("A title"), "pubmed-abstract"))
    assert caught.value.code == "no-text"


def test_a_retracted_paper_is_stopped_and_if_allowed_says_so_throughout() -> None:
    retracted = dataclasses.replace(
        TRIAL, retracted=True, relations=(Relation("retracted-by", doi="10.1/r"),)
    )
    with pytest.raises(VideoGenError) as caught:
        write_script(retracted)
    assert caught.value.code == "retracted"
    script = write_script(retracted, allow_retracted=True)
    assert script.banner == "Retracted paper"
    assert script.warning
    assert "has been retracted" in script.scenes[0].sentences[-1].text
    assert "has been retracted" in script.scenes[-1].sentences[-1].text


def test_an_abstract_only_film_says_so() -> None:
    script = write_script(dataclasses.replace(TRIAL, sections=(), origin="pubmed-abstract"))
    assert "abstract alone" in said(script)
    assert script.banner


def with_figure(licence: Licence, permission: str = "") -> Paper:
    figure = Figure(
        "F1",
        "Figure 1",
        plain_text("Milk and symptoms"),
        graphics=("f1",),
        permission=permission,
        file="figures/f1.jpg",
    )
    return dataclasses.replace(TRIAL, figures=(figure,), licence=licence)


def test_a_figure_is_shown_only_under_a_licence_that_allows_it_and_with_its_credit() -> None:
    free = write_script(with_figure(Licence("CC-BY-4.0", "CC BY 4.0")))
    figure = next(scene.figure for scene in free.scenes if scene.figure)
    assert figure.credit.endswith("CC BY 4.0, resized")
    assert figure.may_move
    still = write_script(with_figure(Licence("CC-BY-NC-ND-4.0", "CC BY-NC-ND 4.0")))
    assert not next(scene.figure for scene in still.scenes if scene.figure).may_move
    for paper_ in (
        with_figure(Licence()),
        with_figure(
            Licence("CC-BY-4.0", "CC BY 4.0"), permission="Reproduced with permission from Elsevier."
        ),
    ):
        assert not any(scene.figure for scene in write_script(paper_).scenes)


def test_a_script_is_the_same_each_time() -> None:
    assert write_script(TRIAL) == write_script(TRIAL)


@pytest.mark.parametrize(
    "title", ["", "x" * 10_000, "A title " * 1250, "<img src=file:///etc/passwd>", "\u202eevil\u202c"]
)
def test_any_title_makes_a_script_that_names_the_paper(title: str) -> None:
    script = write_script(dataclasses.replace(TRIAL, title=plain_text(title)))
    spoken = script.scenes[0].sentences[0].text
    assert spoken
    assert len(spoken) <= 700
    assert "<img" not in script.card.title


def test_an_animal_that_only_gave_an_antibody_was_not_studied() -> None:
    study = paper(
        ("Results", "Tumours stained for p53."),
        body=(
            (
                "Methods",
                "We used mouse monoclonal anti-p53 and goat anti-mouse antibody, then mouse anti-actin.",
            ),
        ),
    )
    assert "experiments were done" not in said(write_script(study))


def test_a_causal_tone_does_not_hide_that_a_study_is_observational() -> None:
    study = paper(
        ("Methods", "We followed a cohort of 500 nurses."),
        ("Results", "Coffee was associated with longer life."),
        ("Conclusions", "These data suggest a causal role of coffee."),
    )
    assert "it can show an association" in said(write_script(study))


def test_a_limit_under_mixed_labels_is_told_as_a_limit() -> None:
    study = paper(
        ("Background", "Milk is white."),
        (
            "Methods and Findings",
            "We gave mice milk. Mice grew by 5%. A limitation of this study is its small sample size.",
        ),
        ("Conclusions", "Milk helps."),
    )
    scene = next(scene for scene in write_script(study).scenes if scene.heading == "Limits")
    assert "small sample size" in scene.sentences[0].text


def test_announced_limits_are_told_and_not_their_announcement() -> None:
    study = paper(
        ("Results", "All the mice grew."),
        body=(
            (
                "Discussion",
                "Our study has several limitations. Most cases were only probable. The dataset is small.",
            ),
        ),
    )
    scene = next(scene for scene in write_script(study).scenes if scene.heading == "Limits")
    assert [sentence.text for sentence in scene.sentences] == [
        "Most cases were only probable.",
        "The dataset is small.",
    ]


@pytest.mark.parametrize("name", ["23andMe Research Team", "GBD 2019 Collaborators"])
def test_a_number_in_an_authors_name_is_no_stranger(name: str) -> None:
    write_script(dataclasses.replace(TRIAL, authors=(Author(collective=name),)))


def test_a_single_author_keeps_the_first_person_in_quotes() -> None:
    lone = dataclasses.replace(TRIAL, authors=(Author("Roe", "Ann"),))
    assert "In the author’s words: “We randomised 120 children" in said(write_script(lone))


def test_what_a_study_sets_out_to_do_is_not_why_it_matters() -> None:
    study = paper(("", "This study examines milk in mice. Mice drank milk. They grew by 5%. Milk may help."))
    assert "Why it matters" not in headings(write_script(study))
