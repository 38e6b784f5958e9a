"""Many values in one statement, however many: they travel as one JSON text, past any limit on parameters."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, insert, literal, select, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection, ScalarSelect, Table, TableClause


_FEW = 10


def among(column: ColumnElement[Any], values: Iterable[object]) -> ColumnElement[bool]:
    """Whether a column's value is one of the values (numbers or texts)."""
    return column.in_(values_of(values))


def values_of(values: Iterable[object]) -> ScalarSelect[Any]:
    """The values as a subquery."""
    each = func.json_each(json.dumps(list(values))).table_valued("value")
    return select(each.c.value).scalar_subquery()


def last_number(connection: Connection, table: Table) -> int:
    """The highest number that a row of a table ever had; those of rows that are gone are not given again."""
    last = text("SELECT seq FROM sqlite_sequence WHERE name = :name")
    return connection.execute(last, {"name": table.name}).scalar() or 0


def insert_rows(
    connection: Connection,
    table: Table | TableClause,
    names: Sequence[str],
    rows: Iterable[Sequence[object]],
    shared: Mapping[str, object],
) -> None:
    """Insert rows; many of them with one statement that SQLite takes apart, several times faster than Python.

    SQLite is handed only the columns that do differ: most of a paper is unknown when it is added.

    Args:
        connection: Where to.
        table: The table.
        names: The columns in which the rows differ.
        rows: Their values, numbers, texts, None or lists of these, in the order of ``names``.
        shared: The columns that are alike in all rows.
    """
    rows = list(rows)
    if len(rows) > _FEW:
        columns = dict(zip(names, zip(*rows, strict=True), strict=True))
        own = {name: values for name, values in columns.items() if values.count(values[0]) < len(rows)}
        own = own or {names[0]: columns[names[0]]}
        alike = {name: values[0] for name, values in columns.items() if name not in own}
        _insert_many(connection, table, own, {**alike, **shared})
    elif rows:
        whole = [{**dict(zip(names, row, strict=True)), **shared} for row in rows]
        connection.execute(insert(table), whole)


def _insert_many(
    connection: Connection,
    table: Table | TableClause,
    columns: Mapping[str, Sequence[object]],
    shared: Mapping[str, object],
) -> None:
    rows = list(zip(*columns.values(), strict=True))
    each = func.json_each(json.dumps(rows)).table_valued("value")
    own = [func.json_extract(each.c.value, f"$[{index}]") for index in range(len(columns))]
    alike = [literal(value, table.c[name].type) for name, value in shared.items()]
    connection.execute(insert(table).from_select([*columns, *shared], select(*own, *alike)))
