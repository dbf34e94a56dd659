"""The tables of a case brought to the version that this Vedette knows, in one transaction or not at all."""

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, inspect, select
from sqlalchemy.schema import CreateSchema

from vedette.store.engine import writing
from vedette.store.tables import APPLICATION, SCHEMA, meta

_FIRST = "v1"
_COUNTERS = {"said": "0", "linked": "0"}


def make(engine: Engine, *, schema: str | None = None) -> None:
    """Make all tables where there are none and say whose they are; on a server, in a schema."""
    with writing(engine).begin() as connection:
        if schema is not None:
            connection.execute(CreateSchema(schema, if_not_exists=True))
        if not inspect(connection).has_table("meta"):
            _upgrade(connection)
            rows = {"application": APPLICATION, "schema": str(SCHEMA), **_COUNTERS}
            connection.execute(meta.insert(), [{"key": key, "value": value} for key, value in rows.items()])


def migrate(engine: Engine) -> None:
    """Bring an older case up to date; one that another process has brought there meanwhile is left as it is."""
    with writing(engine).begin() as connection:
        known = connection.execute(select(meta.c.value).where(meta.c.key == "schema")).scalar_one()
        if int(known) < SCHEMA:
            if not inspect(connection).has_table("alembic_version"):  # cases made before steps were written down
                command.stamp(_config(connection), _FIRST)
            _upgrade(connection)
            # What an older version derived is derived anew: "linked" never says -1 otherwise.
            for key, value in (("schema", str(SCHEMA)), ("linked", "-1")):
                connection.execute(meta.update().where(meta.c.key == key).values(value=value))


def _upgrade(connection: Connection) -> None:
    command.upgrade(_config(connection), f"v{SCHEMA}")


def _config(connection: Connection) -> Config:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", "vedette.store:migrations")
    config.set_main_option("path_separator", "os")
    return config
