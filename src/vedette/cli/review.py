"""`vedette review`: the workbench, opened at what is to be checked."""

from vedette.cli import options
from vedette.cli.serve import By, Host, Open, Port, run


def review(
    case: options.CasePath, *, host: Host = "127.0.0.1", port: Port = None, open_: Open = True, by: By = None
) -> int:
    """Check claims and incidents in the browser, the most uncertain and most consequential first.

    Opens the workbench at its queue: accept, edit, reject, undo, same or different, all by keys.

    Example: [bold]vedette review crisis.case --by "R. Okello"[/]
    """
    return run(case, host=host, port=port, browse=open_, by=by, path="/queue")
