"""``python -m videogen_desktop.pipeline``: the pipeline's command line."""

import multiprocessing

from videogen_desktop.pipeline.cli import main

if __name__ == "__main__":
    multiprocessing.freeze_support()
    main()
