"""Finished films, their subtitles, scripts and citations into a folder of the person's.

``plan_export`` reckons what would be written and whether there is room, ``carry_out`` writes it; both block
and know nothing of a window.
"""

from videogen_desktop.desktop.export.carrying_out import carry_out
from videogen_desktop.desktop.export.fields import FIELDS
from videogen_desktop.desktop.export.model import (
    Conflict,
    ExportProgress,
    Item,
    LeftOut,
    Outcome,
    Plan,
    Receipt,
    Result,
)
from videogen_desktop.desktop.export.naming import preview
from videogen_desktop.desktop.export.papers import paper_for_citing, read_paper
from videogen_desktop.desktop.export.parts import KINDS, PARTS, Part
from videogen_desktop.desktop.export.planning import check_space, plan_export
from videogen_desktop.desktop.export.record import record_csv
from videogen_desktop.desktop.export.settings import (
    USUAL_TEMPLATE,
    ExportSettings,
    Policy,
    read_export_settings,
    write_export_settings,
)

__all__ = [
    "FIELDS",
    "KINDS",
    "PARTS",
    "USUAL_TEMPLATE",
    "Conflict",
    "ExportProgress",
    "ExportSettings",
    "Item",
    "LeftOut",
    "Outcome",
    "Part",
    "Plan",
    "Policy",
    "Receipt",
    "Result",
    "carry_out",
    "check_space",
    "paper_for_citing",
    "plan_export",
    "preview",
    "read_export_settings",
    "read_paper",
    "record_csv",
    "write_export_settings",
]
