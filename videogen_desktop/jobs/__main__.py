"""``python -m videogen_desktop.jobs``: the command ``videogen``."""

import multiprocessing
import signal

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # until the command line listens, Ctrl+C just ends it
    from videogen_desktop.jobs.cli import main

    multiprocessing.freeze_support()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    main()
