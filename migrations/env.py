"""How alembic meets a database: on a connection `okienko.migrate` has made ready."""

import sqlalchemy
from alembic import context

from migrations.targets import metadata


def run() -> None:
    """Walk one service's history, each step in a transaction of its own."""
    connection: sqlalchemy.Connection | None = context.config.attributes.get("connection")
    if connection is None:
        raise SystemExit("The database is reached by `okienko migrate` and `okienko revision`.")
    context.configure(
        connection=connection,
        target_metadata=metadata(context.config.config_ini_section),
        # A step that fails must not undo the ones before it.
        transaction_per_migration=True,
        compare_server_default=True,
    )
    with context.begin_transaction():
        context.run_migrations()


run()
