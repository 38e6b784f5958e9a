"""Sets up the project's environment where needed and starts the program.

python3 packaging/run.py                              makes the film of the sample paper
python3 packaging/run.py generate-video PAPER FOLDER  makes the film of a paper
python3 packaging/run.py jobs add PAPER ...           puts papers into the queue; jobs run works on it
python3 packaging/run.py --help                       lists all commands; arguments are passed on as they are
"""

import sys
from pathlib import Path

from supported_python import refuse_unsupported_python


def main() -> None:
    """Hand this process over to the program in the project's environment."""
    refuse_unsupported_python()
    from environment_builder import own_variables
    from hand_over import hand_over
    from setup_environment import RUN, ready_python

    root = Path(__file__).resolve().parents[1]
    python = ready_python(root, RUN)
    arguments = sys.argv[1:] or _sample_film(root)
    hand_over([str(python), "-P", "-m", "videogen_desktop.jobs", *arguments], own_variables())


def _sample_film(root: Path) -> "list[str]":
    name = "elife-32671"
    return ["generate-video", str(root / "resources" / "samples" / name), str(root / "films" / name)]


if __name__ == "__main__":
    main()
