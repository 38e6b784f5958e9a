"""The list of jobs: which are listed, how they are drawn, chosen, filtered, searched and sorted."""

from videogen_desktop.desktop.jobs_view.chosen_reader import ChosenReader
from videogen_desktop.desktop.jobs_view.filter_bar import FILTERS, FilterBar, SearchBox, states_of
from videogen_desktop.desktop.jobs_view.model import JOB_ROLE, JobModel
from videogen_desktop.desktop.jobs_view.sort_menu import SortMenu
from videogen_desktop.desktop.jobs_view.table import JobTable
from videogen_desktop.desktop.jobs_view.thumbnails import Thumbnails

__all__ = [
    "FILTERS",
    "JOB_ROLE",
    "ChosenReader",
    "FilterBar",
    "JobModel",
    "JobTable",
    "SearchBox",
    "SortMenu",
    "Thumbnails",
    "states_of",
]
