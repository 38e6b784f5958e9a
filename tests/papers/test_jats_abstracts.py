from __future__ import annotations

import pytest

from tests.papers.jats_samples import article


def labels(abstract: str) -> list[list[tuple[str, list[str]]]]:
    return [
        [(section.label, [p.text for p in section.paragraphs]) for section in found.sections]
        for found in article(meta=abstract).abstracts
    ]


@pytest.mark.parametrize(
    ("abstract", "expected"),
    [
        ("<abstract><p>Plain.</p><p>Two.</p></abstract>", [[("", ["Plain.", "Two."])]]),
        (
            (
                "<abstract><sec><title>Background:</title><p>B.</p></sec><sec>"
                "<title>Methods &amp; Results</title><p>M.</p>"
                "<p>R.</p></sec><p>Registered.</p></abstract>"
            ),
            [[("Background", ["B."]), ("Methods & Results", ["M.", "R."]), ("", ["Registered."])]],
        ),
        (
            (
                "<abstract><p><bold>Background:</bold> We <bold>do</bold> it. <bold>Methods"
                "</bold>: With care.</p>"
                "<p><bold>Mice used:</bold> Ten.</p></abstract>"
            ),
            [[("Background", ["We do it."]), ("Methods", ["With care."]), ("Mice used", ["Ten."])]],
        ),
        ("<abstract><p><italic>Results.</italic> Good.</p></abstract>", [[("Results", ["Good."])]]),
        ("<abstract><p><italic>Drosophila</italic>: a fly.</p></abstract>", [[("", ["Drosophila: a fly."])]]),
        (
            "<abstract><sec><title>A</title><sec><title>B</title><p>x</p></sec></sec></abstract>",
            [[("B", ["x"])]],
        ),
        ("<abstract><title>Abstract</title></abstract>", []),
        (
            "<abstract><p>List: <list><list-item><p>one</p></list-item></list></p></abstract>",
            [[("", ["List:", "one"])]],
        ),
    ],
)
def test_abstracts_of_every_form(abstract: str, expected: list[list[tuple[str, list[str]]]]) -> None:
    assert labels(abstract) == expected


def test_other_abstracts_are_told_apart() -> None:
    paper = article(
        meta="<abstract abstract-type='graphical'><p>G.</p></abstract><abstract><p>Main.</p></abstract>"
        "<abstract abstract-type='summary'><title>Author Summary</title><p>S.</p></abstract>"
        "<trans-abstract xml:lang='FR'><p>En français.</p></trans-abstract>"
    )
    assert [(found.kind, found.title) for found in paper.abstracts] == [
        ("graphical", ""),
        ("", ""),
        ("summary", "Author Summary"),
        ("translation-fr", ""),
    ]
    assert paper.abstract is paper.abstracts[1]
