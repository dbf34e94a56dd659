"""How a command line begins and ends: the commands themselves are loaded within, where an interrupt finds an answer."""

import sys

TYPE_CHECKING = False  # typing's own takes a while to load, and an interrupt meanwhile would end in a traceback
if TYPE_CHECKING:
    from collections.abc import Sequence

    import typer

INTERRUPTED = 130  # as a shell says it; here and not in `exits`, which has more to load


def main(arguments: "Sequence[str] | None" = None) -> int:
    """Run a command line and give its exit code; every error ends as one line on standard error."""
    try:
        return _ended(list(sys.argv[1:] if arguments is None else arguments))
    except KeyboardInterrupt:
        return INTERRUPTED


def _ended(arguments: list[str]) -> int:
    import typer

    from vedette.cli import exits
    from vedette.model.errors import SourceError, VedetteError

    try:
        code = _called(arguments)
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
    except typer.Abort:
        return INTERRUPTED
    except BrokenPipeError:
        return exits.hush()
    except SystemExit as error:  # how rich leaves when the reader of a page of help has closed the pipe
        if isinstance(error.__context__, BrokenPipeError):
            return exits.hush()
        raise
    except OSError as error:
        return exits.wrong(f"{error.filename or 'standard output'}: {error.strerror or error}; mend that and try again")
    except Exception as error:  # the one boundary behind which no traceback passes
        return exits.bug(error)


def _called(arguments: list[str]) -> int:
    """Call a command; unlike the app's own `main` this leaves a closed pipe and an interrupt to us."""
    import typer

    from vedette.cli.app import app

    command = typer.main.get_command(app)
    with command.make_context("vedette", arguments) as context:
        return int(command.invoke(context) or 0)


def run() -> None:
    """Run the command line of this process."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(main())


def _usage(error: "typer.TyperException") -> str:
    said = error.format_message().replace("Value error, ", "").strip()
    return f"{said[0].lower()}{said[1:].rstrip('.')}; `vedette --help` and `vedette COMMAND --help` show how"
