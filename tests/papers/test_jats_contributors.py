from __future__ import annotations

import pytest

from tests.papers.jats_samples import article
from videogen_desktop.papers.model import Author


def test_authors_of_every_form() -> None:
    authors = article(
        meta="<contrib-group>"
        "<contrib contrib-type='author'>"
        "<contrib-id contrib-id-type='orcid'>https://orcid.org/0000-0002-1825-009x"
        "</contrib-id><name><surname>King</surname><given-names>M. L.</given-names><suffix>Jr."
        "</suffix></name></contrib>"
        "<contrib contrib-type='author'><name-alternatives><name name-style='eastern'>"
        "<surname>王</surname></name>"
        "<name name-style='western'><surname>Wang</surname><given-names>Li</given-names></name>"
        "</name-alternatives></contrib>"
        "<contrib contrib-type='author'><string-name>Plato</string-name></contrib>"
        "<contrib contrib-type='author'><collab>The <italic>X</italic> Consortium<xref ref-type='fn'>*</xref>"
        "<contrib-group><contrib contrib-type='author'><name><surname>Member</surname></name>"
        "</contrib></contrib-group>"
        "</collab></contrib><contrib contrib-type='author'><anonymous/></contrib>"
        "<contrib contrib-type='editor'><name><surname>Editor</surname></name></contrib>"
        "<on-behalf-of>on behalf of the Y Group</on-behalf-of></contrib-group>"
        "<contrib-group content-type='section'><contrib><name><surname>Chief</surname></name>"
        "</contrib></contrib-group>"
    ).authors
    assert authors == (
        Author("King Jr.", "M. L.", orcid="0000-0002-1825-009X"),
        Author("Wang", "Li"),
        Author("Plato"),
        Author(collective="The X Consortium"),
        Author(collective="Anonymous"),
        Author(collective="Y Group"),
    )


@pytest.mark.parametrize(
    ("meta", "expected"),
    [
        # by reference, several in one attribute, numbers dropped
        (
            (
                "<contrib-group><contrib><name><surname>A</surname></name>"
                "<xref ref-type='aff' rid='a b'>1,2</xref>"
                "</contrib></contrib-group><aff id='a'><label>1</label>Dept of <bold>X</bold>, City</aff>"
                "<aff id='b'><sup>2</sup>Other.</aff><aff id='c'>Editor's</aff>"
            ),
            ("Dept of X, City", "Other"),
        ),
        # said twice, as printed and in parts
        (
            (
                "<contrib-group><contrib><name><surname>A</surname></name></contrib></contrib-group>"
                "<aff><institution content-type='orgname'>Uni</institution><country>Brasil</country>"
                "<institution content-type='original'>Uni. City - Brasil.</institution></aff>"
            ),
            ("Uni. City - Brasil",),
        ),
        # nested in the author
        (
            (
                "<contrib-group><contrib><name><surname>A</surname></name><aff>Inside</aff>"
                "</contrib></contrib-group>"
            ),
            ("Inside",),
        ),
        # one for a whole group
        (
            "<contrib-group><contrib><name><surname>A</surname></name></contrib><aff>All</aff></contrib-group>",
            ("All",),
        ),
        # the only one there is
        (
            "<contrib-group><contrib><name><surname>A</surname></name></contrib></contrib-group><aff>Only</aff>",
            ("Only",),
        ),
        # nobody says whose of several it is
        (
            (
                "<contrib-group><contrib><name><surname>A</surname></name></contrib></contrib-group>"
                "<aff>One</aff><aff>Two</aff>"
            ),
            (),
        ),
        # parts that only tags hold apart; the registry's number is no part
        (
            (
                "<contrib-group><contrib><name><surname>A</surname></name>"
                "<xref ref-type='aff' rid='a'/></contrib>"
                "</contrib-group><aff id='a'><institution-wrap><institution-id>https://ror.org/1</institution-id>"
                "<institution>Uni</institution></institution-wrap>\n<addr-line>Street 1"
                "</addr-line>, <country>UK</country>"
                "<email>a@b.c</email></aff>"
            ),
            ("Uni, Street 1, UK",),
        ),
    ],
)
def test_affiliations_of_every_form(meta: str, expected: tuple[str, ...]) -> None:
    (author,) = article(meta=meta).authors
    assert author.affiliations == expected
