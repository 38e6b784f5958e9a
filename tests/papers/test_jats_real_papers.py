from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from videogen_desktop.papers.jats import parse_jats
from videogen_desktop.papers.model import PartialDate

if TYPE_CHECKING:
    from pathlib import Path

    from videogen_desktop.papers.model import Paper


def read(corpus: Path, name: str) -> Paper:
    return parse_jats((corpus / name).read_bytes())


def test_an_elife_paper_by_hand(corpus: Path) -> None:
    paper = read(corpus, "elife-32671/article.xml")
    assert paper.title.plain == (
        "Simultaneous two-photon imaging and two-photon optogenetics of cortical circuits in three dimensions"
    )
    assert paper.ids.doi == "10.7554/eLife.32671"
    assert [author.name for author in paper.authors] == [
        "Weijian Yang",
        "Luis Carrillo-Reid",
        "Yuki Bando",
        "Darcy S Peterka",
        "Rafael Yuste",
    ]
    assert paper.affiliations == (
        (
            "Columbia University, NeuroTechnology Center, Department of Biological Sciences, "
            "New York, United States"
        ),
    )
    assert {author.affiliations for author in paper.authors} == {paper.affiliations}
    assert paper.published == PartialDate(2018, 2, 7)
    assert (paper.journal.title, paper.journal.issn, paper.volume) == ("eLife", "2050-084X", "7")
    assert paper.licence.code == "CC-BY-4.0"
    assert paper.notes == ("The file states no licence; its publisher's is CC BY 4.0.",)
    assert len(paper.figures) == 5
    assert paper.figures[0].label == "Figure 1"
    assert paper.figures[0].title.plain == "Two-photon imaging and photostimulation microscope."
    assert [figure.graphics for figure in paper.figures] == [(f"fig{number}.jpg",) for number in range(1, 6)]
    assert "National Eye Institute (R21EY027592)" in paper.funding
    assert [section.title for section in paper.sections] == ["Introduction", "Results", "Discussion"]
    assert [section.kind for section in paper.sections] == ["intro", "results", "discussion"]
    assert paper.has_full_text
    assert not paper.retracted


def test_a_biomed_central_paper_by_hand(corpus: Path) -> None:
    paper = read(corpus, "jats/1471-2180-11-174.nxml")
    assert (paper.ids.pmid, paper.ids.pmcid, paper.ids.doi) == (
        "21810267",
        "PMC3166277",
        "10.1186/1471-2180-11-174",
    )
    assert paper.title.plain == "Factors influencing lysis time stochasticity in bacteriophage λ"
    assert paper.published == PartialDate(2011, 8, 2)
    assert (paper.volume, paper.issue, paper.pages) == ("11", "", "174")
    assert paper.licence.code == "CC-BY-2.0"
    assert paper.copyright == "Copyright ©2011 Dennehy and Wang; licensee BioMed Central Ltd."
    assert paper.abstract is not None
    assert [section.label for section in paper.abstract.sections] == ["Background", "Results", "Conclusions"]
    assert paper.authors[0].affiliations == (
        (
            "Department of Biological Sciences, University at Albany, 1400 Washington Avenue, Albany, "
            "NY 12222, USA"
        ),
        (
            "Biology Department, Queens College, and the Graduate Center of the City University of New York, "
            "Flushing, NY 11367, USA"
        ),
    )
    assert len(paper.authors[1].affiliations) == 1
    assert paper.conflicts == ("The authors declare that they have no competing interests.",)


def test_a_paper_in_the_public_domain_by_hand(corpus: Path) -> None:
    paper = read(corpus, "jats/ehp-116-1694.nxml")
    assert paper.title.plain.startswith("Dietary Exposure to 2,2′,4,4′-Tetrabromodiphenyl Ether (PBDE-47)")
    assert paper.licence.code == "public-domain"
    assert paper.published == PartialDate(2008, 8, 1)
    assert paper.pages == "1694–1699"
    assert paper.conflicts == ("The authors declare they have no competing financial interests.",)
    assert paper.funding[0].startswith("This study was supported by the West Coast Center for Oceans")
    assert len(paper.figures) == 3
    assert paper.keywords[:2] == ("basic transcription element-binding protein", "brain")


def test_a_trial_by_hand(corpus: Path) -> None:
    paper = read(corpus, "jats/journal.pmed.1001518.xml")
    assert paper.title.plain == (
        "Acupuncture and Counselling for Depression in Primary Care: A Randomised Controlled Trial"
    )
    assert len(paper.authors) == 13
    assert [(abstract.kind, abstract.title) for abstract in paper.abstracts] == [
        ("toc", ""),
        ("", ""),
        ("editors-summary", "Editors' Summary"),
    ]
    assert paper.abstract is not None
    assert [section.label for section in paper.abstract.sections] == [
        "Background",
        "Methods and Findings",
        "Conclusions",
        "Trial Registration",
    ]
    assert [len(section.paragraphs) for section in paper.abstract.sections] == [1, 2, 1, 2]


def test_a_paper_without_a_licence_has_none(corpus: Path) -> None:
    paper = read(corpus, "jats/6605965a.nxml")
    assert not paper.licence.known
    assert paper.copyright == "Copyright © 2010 Cancer Research UK"
    assert len(paper.authors) == 46
    assert paper.notes == ()


def test_a_licence_in_the_copyright_line_is_found(corpus: Path) -> None:
    assert read(corpus, "jats/pone.0000217.nxml").licence.code == "CC-BY"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("jats/mds526.nxml", "CC-BY-NC-3.0"),
        ("jats/journal.pone.0097541.xml", "CC-BY-4.0"),
        ("jats/journal.pmed.0020402.xml", "public-domain"),
        ("jats/journal.pone.0026358.xml", "CC-BY"),
        ("pubmed/efetch_pmc_correction.xml", "CC-BY-NC-4.0"),
    ],
)
def test_licences_by_hand(corpus: Path, name: str, code: str) -> None:
    assert read(corpus, name).licence.code == code


@pytest.mark.parametrize(
    ("name", "kind", "relation", "doi"),
    [
        ("jats/journal.ppat.1005207.xml", "retraction", "retraction-of", "10.1371/journal.ppat.1003435"),
        ("jats/journal.pcbi.0030158.xml", "retraction", "retraction-of", "10.1371/journal.pcbi.0030051"),
        ("jats/journal.pone.0097541.xml", "correction", "correction-of", "10.1371/journal.pone.0086816"),
        ("pubmed/efetch_pmc_correction.xml", "correction", "correction-of", "10.1183/23120541.00193-2021"),
    ],
)
def test_notices_by_hand(corpus: Path, name: str, kind: str, relation: str, doi: str) -> None:
    paper = read(corpus, name)
    assert paper.article_type == kind
    assert [(found.kind, found.doi) for found in paper.relations] == [(relation, doi)]
    assert not paper.retracted
