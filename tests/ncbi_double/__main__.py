"""Start the double by hand: ``python -m tests.ncbi_double CORPUS``."""

from __future__ import annotations

import argparse
import os
import sys
import threading
from pathlib import Path

from tests.ncbi_double import NcbiDouble, read_library


def main() -> None:
    """Serve until standard input ends or Ctrl+C."""
    parser = argparse.ArgumentParser(description="A stand-in for NCBI on this machine.")
    parser.add_argument("corpus", type=Path, help="the folder of papers to serve")
    parser.add_argument(
        "--assign",
        action="append",
        default=[],
        metavar="NAME=PMID/PMCID",
        help="give a paper ids that its file does not name: elife-32671=90000001/PMC90000001",
    )
    parser.add_argument(
        "--faults",
        default=os.environ.get("NCBI_DOUBLE_FAULTS", "[]"),
        help="a JSON list of faults; NCBI_DOUBLE_FAULTS is read when it is not given",
    )
    chosen = parser.parse_args()
    library = read_library(chosen.corpus)
    for assignment in chosen.assign:
        name, _, ids = assignment.partition("=")
        pmid, _, pmcid = ids.partition("/")
        library.change(name, pmid=pmid or None, pmcid=pmcid or None)
    with NcbiDouble(library) as double:
        double.faults.add_json(chosen.faults)
        for variable, value in double.environment.items():
            sys.stdout.write(f"{variable}={value}\n")
        sys.stdout.flush()
        ended = threading.Event()
        threading.Thread(target=lambda: (sys.stdin.read(), ended.set()), daemon=True).start()
        try:
            ended.wait()
        except KeyboardInterrupt:
            return


if __name__ == "__main__":
    main()
