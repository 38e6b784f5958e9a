"""``python -m videogen_desktop.jobs``: the command ``videogen``."""

import multiprocessing

if __name__ == "__main__":
    from videogen_desktop.jobs.cli import main

    multiprocessing.freeze_support()
    main()
