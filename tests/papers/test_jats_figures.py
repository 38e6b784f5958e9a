from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.papers.jats_samples import article
from videogen_desktop.papers.jats import parse_jats
from videogen_desktop.papers.licence import terms_of

if TYPE_CHECKING:
    from pathlib import Path

    from videogen_desktop.papers.model import Figure

CC_BY = (
    "<permissions><copyright-statement>© 2020 Us</copyright-statement>"
    "<license xlink:href='https://creativecommons.org/licenses/by/4.0/'/></permissions>"
)


def figure(inner: str, meta: str = CC_BY) -> Figure:
    (found,) = article(f"<fig id='f1'>{inner}<graphic xlink:href='g1'/></fig>", meta=meta).figures
    return found


def test_a_figure_has_its_label_title_caption_and_picture() -> None:
    found = figure(
        "<object-id>10.1/x</object-id><label>Figure 1.</label><caption><title>Cells in "
        "<italic>vivo</italic></title>"
        "<p>(<bold>A</bold>) One. <disp-formula><graphic xlink:href='e1'/></disp-formula></p>"
        "<p>Two.</p></caption>"
        "<alternatives><graphic xlink:href='big.tif'/><graphic xlink:href='small.gif'/></alternatives>"
    )
    assert (found.id, found.label, found.title.plain) == ("f1", "Figure 1", "Cells in vivo")
    assert [paragraph.text for paragraph in found.caption] == ["(A) One. [formula]", "Two."]
    assert found.graphics == ("big.tif", "small.gif", "g1")
    assert found.licence is None
    assert found.permission == ""
    assert found.file is None


def test_figures_are_found_wherever_they_stand_and_named_apart() -> None:
    paper = article(
        "<p>Text <fig id='a'/></p><boxed-text><sec><fig id='b'/></sec></boxed-text><fig/><fig/><fig id='a'/>"
        "<fig-group><fig id='c'><label>1</label></fig><fig id='d'><label>2</label></fig></fig-group>",
        back="<app-group><app><fig id='e'/></app></app-group>",
        after="<floats-group><fig id='f'/></floats-group>",
    )
    names = [found.id for found in paper.figures]
    assert names == ["a", "b", "figure-3", "figure-4", "a-5", "c", "d", "e", "f"]


def test_a_group_with_a_label_is_one_figure_of_several_panels() -> None:
    (found,) = article(
        "<fig-group id='g'><label>Figure 2</label><caption><title>Both.</title></caption>"
        "<fig id='x'><caption><title>Left.</title><p>L.</p></caption><graphic xlink:href='g2a'/></fig>"
        "<fig id='y'><caption><p>R.</p></caption><graphic xlink:href='g2b'/></fig></fig-group>"
    ).figures
    assert (found.id, found.label, found.title.plain) == ("g", "Figure 2", "Both.")
    assert [paragraph.text for paragraph in found.caption] == ["Left.", "L.", "R."]
    assert found.graphics == ("g2a", "g2b")


def test_a_table_has_its_label_and_caption_but_no_cells() -> None:
    (table,) = article(
        "<table-wrap id='t1'><label>Table 1.</label><caption><title>Ages</title><p>In years.</p></caption>"
        "<table><tr><td>9</td></tr></table><table-wrap-foot><p>Note.</p></table-wrap-foot></table-wrap>"
    ).tables
    assert (table.id, table.label) == ("t1", "Table 1")
    assert [paragraph.text for paragraph in table.caption] == ["Ages", "In years."]


@pytest.mark.parametrize(
    "sentence",
    [
        "Reproduced with permission from Elsevier.",
        "Reprinted from Smith et al. [12].",
        "Adapted from [3].",
        "This figure is adapted from Wang et al. and White et al.",
        "Map of the basin (modified from Rogers et al., 2013: fig. 1).",
        "Redrawn after Jones.",
        "Photograph courtesy of NASA.",
        "© 2010 Elsevier.",
        "(c) 2010 Elsevier.",
        "Used with kind permission of the artist.",
        "Image credit: A. Person.",
        "Photo: A. Person.",
        "Copyright 2001 by the society.",
    ],
)
def test_a_figure_that_is_someone_elses_says_so_in_its_caption(sentence: str) -> None:
    found = figure(f"<caption><p>It shows cells. {sentence} Scale bar, 5 µm.</p></caption>")
    assert found.permission == sentence
    assert not terms_of(found, article(meta=CC_BY)).known


@pytest.mark.parametrize(
    "sentence",
    [
        "Cells adapted to light.",
        "Mice were modified genetically.",
        "Stereophotographs of braincase with labeled line drawings.",
        "Specimens photographed under UV light.",
        "Reproducibility was high.",
        "Data were taken from Table 1.",
        "Mean ± SEM after day 10.",
    ],
)
def test_an_ordinary_caption_is_no_credit(sentence: str) -> None:
    assert figure(f"<caption><p>{sentence}</p></caption>").permission == ""


def test_a_credit_line_and_a_foreign_copyright_are_permissions() -> None:
    assert figure("<attrib>A. Person, Museum of X</attrib>").permission == "A. Person, Museum of X"
    assert figure("<attrib>doi:10.1371/journal.pbio.1</attrib>").permission == ""
    theirs = "<permissions><copyright-statement>© 1999 Them</copyright-statement></permissions>"
    assert figure(theirs).permission == "© 1999 Them"
    assert figure(CC_BY.partition("<license")[0] + "</permissions>").permission == ""


def test_a_figures_own_licence_comes_before_the_papers() -> None:
    paper = article(meta=CC_BY)
    own = figure(
        "<permissions><copyright-statement>© Them</copyright-statement>"
        "<license><license-p>CC BY-NC-ND 4.0</license-p></license></permissions>"
    )
    assert own.licence
    assert terms_of(own, paper).code == "CC-BY-NC-ND-4.0"
    assert not terms_of(own, paper).allows_changes
    closed = figure(
        "<permissions><license><license-p>All rights reserved.</license-p></license></permissions>"
    )
    assert not terms_of(closed, paper).known
    assert terms_of(figure(""), paper).code == "CC-BY-4.0"
    assert not terms_of(figure(""), article()).known


def test_licences_are_read_wherever_they_are_written() -> None:
    def code(permissions: str) -> str:
        return article(meta=f"<permissions>{permissions}</permissions>").licence.code

    assert code(
        "<license><ali:license_ref>https://creativecommons.org/licenses/by/4.0/</ali:license_ref></license>"
    ) == ("CC-BY-4.0")
    assert (
        code("<ali:license_ref>http://creativecommons.org/licenses/by-nc/4.0/</ali:license_ref>")
        == "CC-BY-NC-4.0"
    )
    assert code("<license license-type='CC-BY'/>") == "CC-BY"
    assert code("<license><p>See <ext-link xlink:href='http://creativecommons.org/licenses/by/3.0/'>it</ext-link></p>"
                "</license>") == "CC-BY-3.0"  # fmt: skip
    assert code(
        "<license license-type='tdm'/><license xlink:href='http://creativecommons.org/licenses/by/4.0/'/>"
    ) == ("CC-BY-4.0")
    assert code("<license license-type='open-access'><p>Free to read.</p></license>") == "unknown"


def test_only_a_file_that_has_lost_its_licence_gets_its_publishers() -> None:
    doi = "<article-id pub-id-type='doi'>10.7554/eLife.1</article-id><pub-date><year>{}</year></pub-date>"
    assert article(meta=doi.format(2018)).licence.code == "CC-BY-4.0"
    assert article(meta=doi.format(2013)).licence.code == "CC-BY"
    closed = "<permissions><license><license-p>All rights reserved.</license-p></license></permissions>"
    assert article(meta=doi.format(2018) + closed).licence.code == "unknown"
    other = "<article-id pub-id-type='doi'>10.1016/j.x.1</article-id>"
    assert article(meta=other).licence.code == "unknown"
    assert article(meta=other).notes == ()


def test_someone_elses_figures_in_real_papers(corpus: Path) -> None:
    frog = parse_jats((corpus / "jats/journal.pone.0087236.xml").read_bytes())
    assert [found.label for found in frog.figures if found.permission] == ["Figure 6"]
    phage = parse_jats((corpus / "jats/1471-2180-11-174.nxml").read_bytes())
    assert [found.label for found in phage.figures if found.permission] == ["Figure 1"]


MONEY = "This work was supported by the Wellcome Trust."
AWARDS = (
    "<funding-group><award-group><funding-source><institution-wrap><institution>NIH</institution>"
    "<institution-id>x</institution-id></institution-wrap></funding-source><award-id>R01</award-id>"
    "<award-id>R02</award-id></award-group><funding-statement>Paid.</funding-statement></funding-group>"
)
NO_INTERESTS = "The authors declare no competing interests."


@pytest.mark.parametrize(
    ("meta", "back", "expected"),
    [
        (
            AWARDS,
            "",
            ("Paid.", "NIH (R01, R02)"),
        ),
        (
            ("<funding-group><award-group><funding-source>Fund"
            "<named-content>10.13039/501100001821</named-content>"
            "</funding-source></award-group></funding-group>"),
            "",
            ("Fund",),
        ),
        ("<contract-num>7</contract-num><contract-sponsor>NIH</contract-sponsor>", "", ("NIH (7)",)),
        ("", f"<ack><p>We thank Ann. </p><p>{MONEY}</p></ack>", (MONEY,)),
        ("", f"<fn-group><fn fn-type='financial-disclosure'><p>{MONEY}</p></fn></fn-group>", (MONEY,)),
        ("", f"<sec><title>Funding</title><p>{MONEY}</p></sec>", (MONEY,)),
        ("", "<ack><p>We thank Ann.</p></ack>", ()),
        (f"<author-notes><fn><p>{NO_INTERESTS}</p></fn></author-notes>", "", ()),
    ],
)  # fmt: skip
def test_who_paid_is_found(meta: str, back: str, expected: tuple[str, ...]) -> None:
    assert article(meta=meta, back=back).funding == expected


@pytest.mark.parametrize(
    ("meta", "back"),
    [
        (f"<author-notes><fn fn-type='conflict'><p>{NO_INTERESTS}</p></fn></author-notes>", ""),
        (f"<author-notes><fn fn-type='COI-statement'><p>{NO_INTERESTS}</p></fn></author-notes>", ""),
        (f"<author-notes><fn><p>{NO_INTERESTS}</p></fn></author-notes>", ""),
        ("", f"<fn-group><fn fn-type='conflict'><p>{NO_INTERESTS}</p></fn></fn-group>"),
        ("", f"<notes notes-type='COI-statement'><p>{NO_INTERESTS}</p></notes>"),
        ("", f"<sec><title>Conflict of interest</title><p>{NO_INTERESTS}</p></sec>"),
        ("", f"<sec sec-type='COI-statement'><p>{NO_INTERESTS}</p></sec>"),
    ],
)
def test_interests_are_found(meta: str, back: str) -> None:
    assert article(meta=meta, back=back).conflicts == (NO_INTERESTS,)
