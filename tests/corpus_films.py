"""Make films of the whole corpus of real papers and check each: ``python -m tests.corpus_films CORPUS OUT``.

Takes about half a minute a paper on two cores, so the suite makes only some of them.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from tests.film_checks import SIZES, check_film
from tests.pipeline.runs import run_pipeline


def main() -> int:
    """Make and check the films; return how many failed."""
    corpus, out = Path(sys.argv[1]), Path(sys.argv[2])
    papers = [corpus / "elife-32671", *sorted((corpus / "jats").iterdir())]
    wanted = sys.argv[3:]
    failed = 0
    for number, paper in enumerate(papers):
        if wanted and not any(part in paper.name for part in wanted):
            continue
        aspect = list(SIZES)[number % len(SIZES)]
        began = time.monotonic()
        run = run_pipeline("generate-video", paper, out / paper.stem, "--aspect", aspect)
        took = time.monotonic() - began
        if run.code != 0:
            expected = run.error["code"] in ("nothing-to-tell", "retracted", "no-text")
            failed += not expected
            sys.stdout.write(f"{paper.name:32} {run.code} {run.error['code']}: {run.error['message']}\n")
            continue
        try:
            check_film(out / paper.stem, aspect)
            verdict = "sound"
        except AssertionError as error:
            failed += 1
            verdict = f"WRONG: {error}"
        length = run.result["duration_s"]
        sys.stdout.write(f"{paper.name:32} {aspect:5} {length:6.1f} s made in {took:5.1f} s: {verdict}\n")
        sys.stdout.flush()
    return failed


if __name__ == "__main__":
    sys.exit(main())
