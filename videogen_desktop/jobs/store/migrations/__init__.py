"""Every step of the schema, oldest first; never changed once released.

They are named here one by one, as modules: a frozen application has no folder of sources to look through.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from videogen_desktop.jobs.store.migrations import (
    m0001_first_schema,
    m0002_checked_values,
    m0003_wanted_anyway,
)

if TYPE_CHECKING:
    from types import ModuleType

STEPS: tuple[ModuleType, ...] = (m0001_first_schema, m0002_checked_values, m0003_wanted_anyway)
