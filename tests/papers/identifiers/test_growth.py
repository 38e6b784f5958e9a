"""Ten times the input takes about ten times as long, whatever it is made of."""

from __future__ import annotations

import gc
import time

import pytest

from videogen_desktop.papers.identifiers import read_list

SMALL, LARGE = 20_000, 200_000
TIMES_LARGER = LARGE // SMALL
AT_MOST = 2.5 * TIMES_LARGER
QUICK_S = 0.02
"""What takes less than this is too short to compare, and cannot be slow."""

ONE_LINE = {
    "a letter": "a",
    "a digit": "1",
    "spaces": " ",
    "full-width digits": "\uff11",
    "prefixes of DOIs": "10.1234.",
    "one endless DOI": "10.1234/",
    "DOIs joined by commas": "10.1234/a,",
    "DOIs with brackets": "10.1234/x(a)) ",
    "labels alone": "pmid ",
    "labelled numbers": "PMID: 29412138 ",
    "lists after a label": "PMIDs: 29412138, 29412138 and ",
    "PMC alone": "pmc",
    "schemes": "http://",
    "addresses": "https://pubmed.ncbi.nlm.nih.gov/1/ ",
    "publishers' addresses": "https://x.org/10.1234/",
    "percent signs": "%2f",
    "opening brackets": "(",
    "closing brackets": ")",
    "tags": "<a",
    "quotes": "'",
    "thousands": "123,",
    "thousands with spaces": "123 ",
    "citations": "doi:10.1234/x. Epub a. PMID: 1; PMCID: PMC2. ",
    "commands": "'; -- union select ",
}
MANY_LINES = {
    "quotes": '"a\n',
    "delimiters": ",;\t\n",
    "RIS records": "TY  - X\n",
    "RIS fields": "TY  - X\nDO  - 10.1234/x\n",
    "continued fields": "PMID- 1\nAID - x\n      y\n      y\n      y\n",
    "MEDLINE records": "PMID- 1\n",
    "the same paper": "PMID: 1\nPMC2\n10.1234/x\n",
    "old line ends": "PMID: 1\r",
}


def seconds(text: str, name: str) -> float:
    gc.disable()  # a full collection takes as long as everything that other tests left is large
    try:
        start = time.process_time()
        read_list(text, name)
        return time.process_time() - start
    finally:
        gc.enable()


def grows_in_step(unit: str, before: str = "", name: str = "") -> bool:
    small, large = (before + unit * (size // len(unit)) for size in (SMALL, LARGE))
    for _attempt in range(6):  # another program may have had the processor's cache in the meantime
        long = seconds(large, name)
        if long < QUICK_S or long <= AT_MOST * min(seconds(small, name) for _ in range(2)):
            return True
    return False


@pytest.mark.parametrize("before", ["", "PMID 1, beside words: "], ids=["alone", "in prose"])
@pytest.mark.parametrize("unit", ONE_LINE.values(), ids=ONE_LINE)
def test_one_very_long_line(unit: str, before: str) -> None:
    assert grows_in_step(unit, before)


@pytest.mark.parametrize("name", ["list.txt", "list.csv"])
@pytest.mark.parametrize("unit", MANY_LINES.values(), ids=MANY_LINES)
def test_very_many_lines(unit: str, name: str) -> None:
    assert grows_in_step(unit, name=name)
