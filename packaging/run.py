"""Sets up the project's environment where needed and starts the program.

python3 packaging/run.py                              opens the window
python3 packaging/run.py generate-video PAPER FOLDER  makes the film of a paper
python3 packaging/run.py jobs add PAPER ...           puts papers into the queue; jobs run works on it
python3 packaging/run.py --help                       lists all commands; arguments are passed on as they are
"""

import os
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
    hand_over([str(python), "-P", "-m", *_what_to_start(root, sys.argv[1:])], own_variables())


def _what_to_start(root: Path, arguments: "list[str]") -> "list[str]":
    if arguments:
        return ["videogen_desktop.jobs", *arguments]
    from progress_lines import say

    if _has_screen():
        return ["videogen_desktop.desktop"]
    say("There is no screen here for the window, so the film of the sample paper is made instead.")
    return ["videogen_desktop.jobs", *_sample_film(root)]


def _has_screen() -> bool:
    if sys.platform != "linux":
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _sample_film(root: Path) -> "list[str]":
    name = "elife-32671"
    return ["generate-video", str(root / "resources" / "samples" / name), str(root / "films" / name)]


if __name__ == "__main__":
    main()
