"""The doctor: examines whether all that making films needs works, and writes it down for a bug report."""

from videogen_desktop.jobs.doctor.check import Check, Status
from videogen_desktop.jobs.doctor.examination import examine
from videogen_desktop.jobs.doctor.report import Sources, write_report

__all__ = ["Check", "Sources", "Status", "examine", "write_report"]
