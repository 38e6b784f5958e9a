from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.yardstick import slowness
from videogen_desktop.papers.licence import read_licence

PLOS = (
    "This is an open-access article distributed under the terms of the Creative Commons Attribution License, "
    "which permits unrestricted use, distribution, and reproduction in any medium, provided the original "
    "author and source are credited."
)
BMC = (
    "This article is licensed under a Creative Commons Attribution 4.0 International License "
    "(http://creativecommons.org/licenses/by/4.0/). The Creative Commons Public Domain Dedication waiver "
    "(http://creativecommons.org/publicdomain/zero/1.0/) applies to the data made available in this article."
)
OUP = (
    "the Creative Commons Attribution Non-Commercial License (http://creativecommons.org/licenses/by-nc/3.0)"
    ", which permits unrestricted non-commercial use"
)
ENDLESS = ("Creative Commons CC BY ", "Creative Commons Attribution - ", "non commercial ", "CC - ")


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        (PLOS, "CC-BY"),
        (BMC, "CC-BY-4.0"),
        ("This article is under the CC BY-NC-ND license (http://creativecommons.org/licenses/by-nc-nd/4.0/).",
         "CC-BY-NC-ND-4.0"),
        ("licensed under a Creative Commons Attribution-NonCommercial-NoDerivatives 4.0 International",
         "CC-BY-NC-ND-4.0"),
        (OUP, "CC-BY-NC-3.0"),
        ("Creative Commons Attribution-Share Alike 3.0 Unported", "CC-BY-SA-3.0"),
        ("Creative Commons Attribution – Non Commercial – No Derivatives License", "CC-BY-NC-ND"),
        ("Creative Commons Attribution Non-Commercial Licence 4.0. For commercial rights contact us",
         "CC-BY-NC-4.0"),
        ("under CC-BY-SA 4.0", "CC-BY-SA-4.0"),
        ("Creative Commons Attribution (CC BY) license", "CC-BY"),
        ("CC BY 4.0: permits unrestricted commercial and non-commercial use", "CC-BY-4.0"),
        ("Creative Commons Attribution License, which permits unrestricted non-commercial use", "CC-BY-NC"),
        ("This is under the Creative Commons Public Domain declaration which stipulates that it is free.",
         "public-domain"),
        ("This work is made available under the Creative Commons CC0 public domain dedication.", "CC0-1.0"),
        ("This is a U.S. Government work and not under copyright protection in the US", "public-domain"),
        ("This is a work of the US Government and distributed under its terms.", "public-domain"),
        # not plainly any of them
        ("", "unknown"),
        ("© 2010 Elsevier. All rights reserved.", "unknown"),
        ("distributed under a Creative Commons license", "unknown"),
        ("This article is not in the public domain.", "unknown"),
        ("permits unrestricted noncommercial use, provided the original work is properly cited", "unknown"),
        ("© Publisher. The CC0 waiver applies to the data made available in this article.", "unknown"),
        ("Attribution of authorship follows the CRediT rules.", "unknown"),
    ],
)  # fmt: skip
def test_statements_in_words(statement: str, code: str) -> None:
    licence = read_licence(statement, "")
    assert licence.code == code
    assert licence.statement == statement
    assert licence.known is (code != "unknown")


@pytest.mark.parametrize(
    ("url", "code", "canonical"),
    [
        ("http://creativecommons.org/licenses/by/2.0", "CC-BY-2.0", "https://creativecommons.org/licenses/by/2.0/"),
        ("https://www.creativecommons.org/licenses/by/4.0/deed.en", "CC-BY-4.0",
         "https://creativecommons.org/licenses/by/4.0/"),
        ("http://creativecommons.org/Licenses/by-nc-sa/3.0/igo/", "CC-BY-NC-SA-3.0-IGO",
         "https://creativecommons.org/licenses/by-nc-sa/3.0/igo/"),
        ("http://creativecommons.org/licenses/by/3.0/us/", "CC-BY-3.0-US",
         "https://creativecommons.org/licenses/by/3.0/us/"),
        ("http://creativecommons.org/licenses/by-nd-nc/1.0", "CC-BY-NC-ND-1.0",
         "https://creativecommons.org/licenses/by-nc-nd/1.0/"),
        ("https://creativecommons.org/licenses/by/", "CC-BY", ""),
        ("https://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0",
         "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("http://creativecommons.org/publicdomain/mark/1.0/", "public-domain",
         "http://creativecommons.org/publicdomain/mark/1.0/"),
        ("https://www.elsevier.com/tdm/userlicense/1.0/", "unknown", "https://www.elsevier.com/tdm/userlicense/1.0/"),
    ],
)  # fmt: skip
def test_addresses(url: str, code: str, canonical: str) -> None:
    licence = read_licence("", url)
    assert (licence.code, licence.url) == (code, canonical)


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("CC BY", "CC-BY"),
        ("CC BY-NC", "CC-BY-NC"),
        ("CC BY-NC-ND", "CC-BY-NC-ND"),
        ("CC BY-NC-SA", "CC-BY-NC-SA"),
        ("CC BY-ND", "CC-BY-ND"),
        ("CC BY-SA", "CC-BY-SA"),
        ("CC0", "CC0-1.0"),
        ("ccbynclicense", "CC-BY-NC"),
        ("public-domain", "public-domain"),
        ("TDM", "unknown"),
        ("NO-CC CODE", "unknown"),
        ("open-access", "unknown"),
        ("none", "unknown"),
        ("", "unknown"),
    ],
)
def test_words_of_repositories(word: str, code: str) -> None:
    assert read_licence("", "", word).code == code


def test_where_sources_differ_every_restriction_holds() -> None:
    licence = read_licence("", "http://creativecommons.org/licenses/by/4.0/", "CC BY-NC")
    assert (licence.code, licence.url) == ("CC-BY-NC", "")
    licence = read_licence(
        "Creative Commons Attribution 4.0 License", "http://creativecommons.org/licenses/by/3.0/"
    )
    assert licence.code == "CC-BY"


def test_names_are_for_a_credit_line() -> None:
    licence = read_licence("", "", "CC BY-NC-ND 4.0")
    assert licence.name == "CC BY-NC-ND 4.0"
    assert not licence.allows_changes
    assert read_licence("", "", "CC BY").allows_changes
    assert not read_licence("", "").allows_changes
    assert read_licence("", "").name == "unknown licence"


@given(st.text("CcBY-NDSAcreativommns 4.0()/.,;:–attribution", max_size=300), st.text(max_size=50))
def test_anything_is_read_quickly_and_never_grants_by_chance(statement: str, url: str) -> None:
    licence = read_licence(statement, url)
    assert licence.code == "unknown" or licence.code.startswith(("CC-BY", "CC0", "public-domain"))


@pytest.mark.parametrize(
    "unit", ["Creative Commons CC BY ", "Creative Commons Attribution - ", "non commercial ", "CC - "]
)
def test_a_statement_without_end_is_read_quickly(unit: str) -> None:
    before = time.process_time()
    read_licence(unit * 100_000, "")
    assert time.process_time() - before < 5 * slowness()
