"""Rows that are inserted together: what differs in them, and what does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import Column, Integer, MetaData, String, Table, create_engine, select
from sqlalchemy.types import JSON

from videogen_desktop.jobs.store.selecting import insert_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection

TABLE = Table(
    "thing",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("name", String),
    Column("parts", JSON),
    Column("kind", String),
)
MANY = 50


@pytest.fixture
def connection() -> Iterator[Connection]:
    engine = create_engine("sqlite://")
    with engine.begin() as opened:
        TABLE.metadata.create_all(opened)
        yield opened
    engine.dispose()


def kept(connection: Connection) -> list[tuple[object, ...]]:
    return [tuple(row) for row in connection.execute(select(TABLE).order_by(TABLE.c.id))]


@pytest.mark.parametrize("count", [1, MANY])
@pytest.mark.parametrize(
    "names",
    [
        [None],
        [""],
        ["Müller’s “IL-2”\x1b[0m \u202e"],
        ["a", None],
        ["1", 'b"]', "c"],
    ],
)
@pytest.mark.parametrize("parts", [[[]], [["Yang", "Carrillo-Reid"]], [[], ["Sørensen"]]])
def test_what_is_alike_in_all_rows_and_what_differs_are_kept_the_same_way(
    connection: Connection, names: Sequence[str | None], parts: Sequence[list[str]], count: int
) -> None:
    rows = [
        (number, names[number % len(names)], parts[number % len(parts)]) for number in range(1, 1 + count)
    ]
    insert_rows(connection, TABLE, ["id", "name", "parts"], rows, {"kind": "x"})
    assert kept(connection) == [(*row, "x") for row in rows]


def test_rows_that_are_alike_in_everything_are_all_kept(connection: Connection) -> None:
    insert_rows(connection, TABLE, ["name"], [[None]] * MANY, {"kind": "x"})
    assert [row[1:] for row in kept(connection)] == [(None, None, "x")] * MANY


def test_no_rows_are_no_rows(connection: Connection) -> None:
    insert_rows(connection, TABLE, ["id", "name"], [], {"kind": "x"})
    assert kept(connection) == []
