"""`vedette actors`: the actors of a case, or one name explained."""

from typing import Any

import typer
from typer.core import TyperGroup

from vedette.cli.actors import actors
from vedette.cli.actors_explain import explain


class _ListByDefault(TyperGroup):
    """A group whose first word may be left out: `vedette actors CASE` lists."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the word `list` before arguments that begin with no command of the group."""
        if not args or args[0] not in {*self.commands, *ctx.help_option_names}:
            args = ["list", *args]
        return super().parse_args(ctx, args)


HELP = """List the known actors that a case meets, or explain whom a name means.

Example: [bold]vedette actors crisis.case[/]
"""
group = typer.Typer(cls=_ListByDefault, help=HELP)
group.command(name="list")(actors)
group.command(name="explain")(explain)
