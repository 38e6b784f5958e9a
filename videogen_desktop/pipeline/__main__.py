"""``python -m videogen_desktop.pipeline``: the pipeline's command line."""

import multiprocessing
import signal

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # until the command line listens, Ctrl+C just ends it
    from videogen_desktop.pipeline.cli import main

    multiprocessing.freeze_support()
    main()
