"""Steps of the schema, taken with Alembic."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.runtime.migration import MigrationStep
from alembic.script import Script
from alembic.script.revision import RevisionMap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import ModuleType

    from sqlalchemy import Connection


def take_steps(connection: Connection, steps: Sequence[ModuleType]) -> None:
    """Take every step that a database lacks, within the transaction that is open on it.

    Args:
        connection: The database.
        steps: All steps, oldest first.
    """
    known = RevisionMap(lambda: [Script(step, step.revision, step.__name__) for step in steps])

    def missing(present: tuple[str, ...], _context: MigrationContext) -> Iterator[MigrationStep]:
        newest_first = list(known.iterate_revisions("head", present, implicit_base=True))
        for script in reversed(newest_first):
            yield MigrationStep.upgrade_from_script(known, cast("Script", script))

    context = MigrationContext.configure(connection, opts={"fn": missing, "transactional_ddl": True})
    with Operations.context(context):
        context.run_migrations()
