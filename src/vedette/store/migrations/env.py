"""How alembic reaches a case: by the connection that it is handed, within that connection's transaction."""

from alembic import context

from vedette.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
