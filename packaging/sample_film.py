"""Makes the film of the sample paper and says where it is. Runs in the project's environment."""

from __future__ import annotations

import io
import runpy
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "resources" / "samples" / "elife-32671"
FILM_FOLDER = ROOT / "films" / "elife-32671"


def main() -> None:
    """Run the pipeline as its command does, then name the film; end with the pipeline's exit code."""
    sys.argv = ["videogen_desktop.pipeline", "generate-video", str(SAMPLE), str(FILM_FOLDER)]
    try:
        runpy.run_module("videogen_desktop.pipeline", run_name="__main__", alter_sys=True)
    except SystemExit as ending:
        if ending.code not in (0, None):
            raise
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a console may lack letters of the path
    print(f"\nYour film: {FILM_FOLDER / 'final_video.mp4'}")


if __name__ == "__main__":
    main()
