"""The store: every job, its paper, its attempts, its history and its film, in one SQLite file.

``open_store`` opens it, after it was checked, backed up and brought to the present schema; ``JobStore`` is
what can be done with it. It hands out the frozen data of ``jobs.model`` and takes decisions; no row, session
or connection leaves this room.
"""
