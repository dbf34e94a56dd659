"""The command line `vedette`: it holds no logic, each command is a file beside this one."""

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from vedette.cli import (
    actors,
    add,
    code,
    decide,
    demo,
    exits,
    incident,
    incidents,
    outlooks,
    reactions,
    read,
    sources,
    tag,
    tallies,
    verify,
)
from vedette.model.errors import SourceError, VedetteError

READING, CASE = "From reports to claims", "A case: the record of one crisis"

app = typer.Typer(
    name="vedette",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command(rich_help_panel=READING)(read.read)
app.command(rich_help_panel=READING)(tag.tag)
app.command(rich_help_panel=READING)(code.code)
app.command(rich_help_panel=READING)(demo.demo)
for module in (add, incidents, incident, reactions, tallies, outlooks, actors, sources, verify, decide):
    app.command(rich_help_panel=CASE)(getattr(module, module.__name__.rpartition(".")[2]))


def _version(asked: bool) -> None:
    if asked:
        import vedette

        typer.echo(f"vedette {vedette.__version__}")
        raise typer.Exit


@app.callback()
def vedette_(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Vedette reads news about an armed crisis and keeps a sourced record of it.

    Who did what to whom, where, when, with what, at what cost, because of what, and who says so.

    Try [bold]vedette demo[/] first; it needs nothing.
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line and give its exit code; every error ends as one line on standard error."""
    try:
        code = _called(list(sys.argv[1:] if arguments is None else arguments))
        sys.stdout.flush()
        return code
    except typer.Exit as ended:
        return ended.exit_code
    except typer.TyperException as error:
        return exits.wrong(_usage(error)) if error.format_message().strip() else exits.Exit.WRONG
    except SourceError as error:
        exits.complain(str(error))
        return exits.Exit.PARTLY
    except VedetteError as error:
        return exits.wrong(str(error))
    except (KeyboardInterrupt, typer.Abort):
        return exits.Exit.INTERRUPTED
    except BrokenPipeError:
        return exits.hush()
    except OSError as error:
        return exits.wrong(f"{error.filename or 'input or output'}: {error.strerror or error}; mend that and try again")
    except Exception as error:  # the one boundary behind which no traceback passes
        return exits.bug(error)


def _called(arguments: list[str]) -> int:
    """Call a command; unlike the app's own `main` this leaves a closed pipe and an interrupt to us."""
    command = typer.main.get_command(app)
    with command.make_context("vedette", arguments) as context:
        return int(command.invoke(context) or 0)


def run() -> None:
    """Run the command line of this process."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(main())


def _usage(error: typer.TyperException) -> str:
    said = error.format_message().replace("Value error, ", "").strip()
    return f"{said[0].lower()}{said[1:].rstrip('.')}; `vedette --help` and `vedette COMMAND --help` show how"
