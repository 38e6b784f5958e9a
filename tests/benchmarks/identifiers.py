"""How fast lists of papers are read: ``python -m tests.benchmarks.identifiers``.

Beside each list stands the floor: what it costs to look at its lines with one regular expression.
"""

from __future__ import annotations

import random
import re
import time
from typing import TYPE_CHECKING

from videogen_desktop.papers.identifiers import read_list

if TYPE_CHECKING:
    from collections.abc import Callable

LINES = 100_000
_DIGITS = re.compile(r"\d+")


def main() -> None:
    """Read every list once and print the table."""
    print(f"{LINES:,} lines{'':18} {'CPU s':>6} {'floor':>6} {'found':>8} {'refused':>8}")
    for name, text in lists().items():
        floor = seconds(lambda text=text: [_DIGITS.search(line) for line in text.splitlines()])
        recognised = read_list(text)
        taken = seconds(lambda text=text: read_list(text))
        print(f"{name:30} {taken:6.2f} {floor:6.2f} {len(recognised.found):8} {len(recognised.refused):8}")


def lists() -> dict[str, str]:
    """The kinds of list that researchers have."""
    chance = random.Random(1)
    numbers = [str(chance.randint(1, 40_000_000)) for _ in range(LINES)]
    return {
        "PMIDs": "\n".join(numbers),
        "DOI addresses": "\n".join(f"https://doi.org/10.1371/journal.pone.{i:07d}" for i in range(LINES)),
        "mixed forms and rubbish": "\n".join(
            chance.choice([number, f"PMC{number}", f"doi:10.7554/eLife.{number}", "rubbish"])
            for number in numbers
        ),
        "CSV: PMID, title, year": "PMID,Title,Year\n"
        + "\n".join(f'{number},"A title, of {number}",2018' for number in numbers),
        "CSV: PMID, PMCID, DOI": "PMID,PMCID,DOI\n"
        + "\n".join(f"{number},PMC{number},10.1000/x{number}" for number in numbers),
    }


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds of one call."""
    began = time.process_time()
    work()
    return time.process_time() - began


if __name__ == "__main__":
    main()
