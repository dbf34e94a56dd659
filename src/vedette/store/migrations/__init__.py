"""The steps by which the tables of a case came to be what they are; alembic takes them."""
