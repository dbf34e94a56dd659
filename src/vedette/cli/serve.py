"""`vedette serve`: the workbench, in a browser."""

from typing import Annotated

import typer

from vedette.cli import options, screen

Host = Annotated[str, typer.Option(metavar="ADDRESS", help="Where to listen; beyond this machine only with --team.")]
Port = Annotated[
    int | None,
    typer.Option(metavar="NUMBER", min=0, max=65535, show_default=False, help="8765 or any free one, unless given."),
]
Open = Annotated[bool, typer.Option("--open/--no-open", help="Open the page in the browser.")]
By = Annotated[
    str | None,
    typer.Option(metavar="NAME", show_default=False, help="Who decides, where no account is needed; the user's name."),
]


def serve(
    case: options.CasePath,
    *,
    host: Host = "127.0.0.1",
    port: Port = None,
    team: Annotated[bool, typer.Option("--team", help="Let members of a team in, by their accounts.")] = False,
    name: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="HOST", show_default=False, help="A name by which browsers call the server."),
    ] = None,
    https: Annotated[
        bool, typer.Option("--https", help="Browsers reach it by https alone (a proxy before it does that).")
    ] = False,
    open_: Open = True,
    by: By = None,
) -> int:
    """Serve the workbench: see, check and share a case in the browser.

    Nothing leaves this machine and no account is needed, unless --team is given: then everybody logs in (`vedette user
    add` makes accounts), and the ledger keeps who decided what.

    Example: [bold]vedette serve crisis.case[/]
    """
    return run(case, host=host, port=port, team=team, names=name or [], secure=https, browse=open_, by=by, path="/")


def run(
    case: str,
    *,
    host: str,
    port: int | None,
    team: bool = False,
    names: list[str] | None = None,
    secure: bool = False,
    browse: bool,
    by: str | None,
    path: str,
) -> int:
    """Serve a case until interrupted."""
    from vedette.cli.cases import opened
    from vedette.web.serving import bound, serve, settings_of

    settings = settings_of(case, host=host, person=by or user(), team=team, names=names or [], secure=secure)
    opened(case).close()  # says what is wrong with it before anything is bound
    with bound(host, port) as listening:
        try:
            serve(settings, listening, tell=lambda address: _tell(case, address), path=path, browse=browse)
        except KeyboardInterrupt:
            return 0
    return 0


def user() -> str:
    """Give the name of the user at this machine."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "somebody"


def _tell(case: str, address: str) -> None:
    line = f"{case} is served at {address} (Ctrl-C ends it)"
    screen.output().print(line, markup=False, soft_wrap=True)
