"""`vedette user`: the accounts of a team."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from vedette.cli import options

if TYPE_CHECKING:
    from vedette.web.accounts import Accounts

group = typer.Typer(
    no_args_is_help=True,
    help="Accounts of a team that works on a case with [bold]vedette serve --team[/].\n\n"
    'Example: [bold]vedette user add crisis.case "R. Okello" --role coder[/]',
)
Name = Annotated[str, typer.Argument(metavar="NAME", show_default=False, help="Who; the name that decisions carry.")]
Role = Annotated[str, typer.Option(metavar="ROLE", help="reader, coder (decides), editor (adds reports too) or admin.")]


@group.command()
def add(case: options.CasePath, name: Name, role: Role = "coder") -> int:
    """Make an account; the password is asked for, or read from standard input.

    Example: [bold]vedette user add crisis.case "R. Okello" --role coder[/]
    """
    from vedette.web.roles import role_of

    kept = role_of(role)
    made = _accounts(case).add(name, _password(), kept)
    print(f"{made.name}: {made.role.name.lower()}")
    return 0


@group.command("list")
def list_(case: options.CasePath) -> int:
    """List the accounts of a case and their roles."""
    from vedette.cli.table import Head, show

    rows: list[Sequence[str]] = [
        (one.name, one.role.name.lower(), f"{one.made:%Y-%m-%d}") for one in _accounts(case).users()
    ]
    heads = (Head(name="Name", least=12), Head(name="Role", least=8), Head(name="Since", least=10))
    show(heads, rows, nothing=f"no accounts yet; make one with: vedette user add {case} NAME --role admin")
    return 0


@group.command()
def role(
    case: options.CasePath, name: Name, role: Annotated[str, typer.Argument(metavar="ROLE", show_default=False)]
) -> int:
    """Give an account another role; its sessions end."""
    from vedette.web.roles import role_of

    _accounts(case).set_role(name, role_of(role))
    return 0


@group.command()
def password(case: options.CasePath, name: Name) -> int:
    """Give an account another password; its sessions end."""
    _accounts(case).set_password(name, _password())
    return 0


@group.command()
def remove(case: options.CasePath, name: Name) -> int:
    """Remove an account; what the person decided stays in the ledger."""
    _accounts(case).remove(name)
    return 0


def _accounts(case: str) -> "Accounts":
    from vedette.cli.cases import opened
    from vedette.web.accounts import Accounts
    from vedette.web.beside import accounts_of

    opened(case).close()  # refuses what is no case
    return Accounts(accounts_of(case))


def _password() -> str:
    """Ask for a password, twice; or take the first line of what is piped in."""
    if sys.stdin.isatty():
        return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))
    return sys.stdin.readline().rstrip("\r\n")
