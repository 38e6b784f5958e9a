"""``python -m tests.journey FOLDER [--size 1280x720] [--scale 2] [--looks light dark]``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.journey.journey import take


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="a new folder for pictures and films")
    parser.add_argument("--size", default="1280x720", help="of the screen, in pixels")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--looks", nargs="+", default=["light", "dark"])
    arguments = parser.parse_args()
    width, height = (int(part) for part in arguments.size.split("x"))
    taken = take(arguments.folder, (width, height), tuple(arguments.looks), arguments.scale)
    sys.stdout.write(f"{taken.said}\npictures: {taken.pictures}\n")
    sys.exit(taken.code)


if __name__ == "__main__":
    main()
