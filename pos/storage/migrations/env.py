"""Runs migrations on the connection that `pos.storage.database` hands over, all in one transaction."""

from alembic import context

from pos.storage.tables import metadata

connection = context.config.attributes["connection"]
context.configure(
    connection=connection, target_metadata=metadata, render_as_batch=context.config.attributes.get("batch", True)
)
with context.begin_transaction():
    context.run_migrations()
