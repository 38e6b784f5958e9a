"""Many values in one statement, however many: they travel as one JSON text, past any limit on parameters."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import ColumnElement, ScalarSelect


def among(column: ColumnElement[Any], values: Iterable[object]) -> ColumnElement[bool]:
    """Whether a column's value is one of the values (numbers or texts)."""
    return column.in_(values_of(values))


def values_of(values: Iterable[object]) -> ScalarSelect[Any]:
    """The values as a subquery."""
    each = func.json_each(json.dumps(list(values))).table_valued("value")
    return select(each.c.value).scalar_subquery()
