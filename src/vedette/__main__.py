"""`python -m vedette` is the command line."""

from vedette.cli.main import run

run()
