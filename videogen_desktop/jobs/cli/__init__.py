"""The command line of the queue: ``videogen jobs …``, with the pipeline's commands beside it.

Nothing heavy is imported before a command needs it.
"""

from videogen_desktop.jobs.cli.app import main

__all__ = ["main"]
