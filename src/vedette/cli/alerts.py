"""`vedette alerts`: tell once what rules find in the measures."""

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from vedette.cli import options, words
from vedette.cli.exits import Failures, complain
from vedette.cli.measure import columns_option, sides_option
from vedette.cli.table import Head, show
from vedette.model.errors import UsageError

if TYPE_CHECKING:
    from vedette.measuring.alerts import Alert
    from vedette.measuring.alerts_rules import Rule
    from vedette.measuring.alerts_sinks import Sink

HEADS = (
    Head(name="Days", least=10),
    Head(name="Rule", least=16),
    Head(name="What", least=40),
    Head(name="Acts", least=10, rank=1),
)


def alerts(
    source: Annotated[
        str, typer.Argument(metavar="CASE|FILE", show_default=False, help="A case, or a file of events.")
    ],
    *,
    rules: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Rules in TOML; three that come with Vedette unless given.", show_default=False
        ),
    ] = None,
    log: Annotated[
        Path | None,
        typer.Option(
            parser=options.file_to_write, metavar="FILE", help="Append alerts as JSON lines.", show_default=False
        ),
    ] = None,
    feed: Annotated[
        Path | None,
        typer.Option(
            parser=options.file_to_write, metavar="FILE", help="Write an Atom feed of them.", show_default=False
        ),
    ] = None,
    hook: Annotated[
        list[str] | None,
        typer.Option(metavar="URL", help="Post each as JSON to this address; may be repeated.", show_default=False),
    ] = None,
    timeout: Annotated[float, typer.Option(metavar="SECONDS", min=0.1, help="How long a hook may take.")] = 10.0,
    told: Annotated[
        Path | None,
        typer.Option(
            parser=options.file_to_write,
            metavar="FILE",
            help="Where it is kept what was told; CASE.alerts unless given.",
            show_default=False,
        ),
    ] = None,
    since: Annotated[
        date | None, options.DayOption("--since", help="Alerts of this day or later; of the last 30 days unless given.")
    ] = None,
    as_of: options.AsOf = None,
    side: sides_option = None,
    columns: columns_option = None,
    format: Annotated[
        Literal["table", "jsonl"], typer.Option("--format", "-f", metavar="FORMAT", help="table or jsonl.")
    ] = "table",
) -> int:
    """Tell once what rules find: a rise above the baseline, the first act of a kind, a chain of acts in turn.

    With --log, --feed or --hook each alert goes there once; one that cannot be delivered waits for the next call.
    Without any of them the alerts are only shown.

    Example: [bold]vedette alerts crisis.case --feed alerts.xml --hook https://example.org/hook[/]
    """
    from vedette.cli.measure import columns_of, sides_of
    from vedette.measuring.alerts import alerts as evaluate
    from vedette.measuring.alerts_rules import rules_of
    from vedette.measuring.alerts_sinks import to_feed, to_file, to_hook

    asked = rules_of(rules)
    sinks = [*([to_file(log)] if log else []), *([to_feed(feed)] if feed else [])]
    sinks += [to_hook(url, timeout=timeout) for url in hook or ()]
    ledger = _ledger(source, told) if sinks else None
    found, notes = evaluate(
        source, asked, since=since, as_of=as_of, sides=sides_of(side or []), columns=columns_of(columns)
    )
    for note in notes:
        complain(f"{source}: {note}")
    failures = Failures()
    if ledger is not None:
        found = _tell(found, sinks, ledger, case=_name(source), rules=asked, failures=failures)
    _show(found, format, _name(source), new=ledger is not None)
    return failures.code


def _tell(
    found: "Sequence[Alert]", sinks: "Sequence[Sink]", ledger: Path, *, case: str, rules: "Sequence[Rule]",
    failures: Failures,
) -> "list[Alert]":  # fmt: skip
    """Deliver what waits; give the alerts that were not known before."""
    from vedette.measuring import alerts_told
    from vedette.measuring.alerts_sinks import deliver

    with alerts_told.locked(ledger):
        before = alerts_told.load(ledger)
        held = alerts_told.joined(before, found, case=case, rules={rule.name: rule for rule in rules})
        alerts_told.save(ledger, held)
        mine = [one for one in held if one.case == case]
        for sink in sinks:
            problem = deliver(mine, sink, keep=lambda: alerts_told.save(ledger, held))
            if problem:
                failures.add("alerts", problem)
    return [one.alert for one in held[len(before) :]]


def _ledger(source: str, told: Path | None) -> Path:
    if told is not None:
        return told
    if "://" in source:
        raise UsageError("a case on a server has no file beside it; say where it is kept what was told: --told FILE")
    return Path(f"{source}.alerts")


def _name(source: str) -> str:
    """Name a case or file in an alert, without the password of a server."""
    return source.rpartition("@")[2] if "://" in source else os.path.basename(source)


def _show(found: "Sequence[Alert]", format: str, case: str, *, new: bool) -> None:
    from vedette.measuring.alerts import form

    if format == "jsonl":
        from vedette.cli import output

        return output.write([form(one, case) for one in found], "alert", format="jsonl")
    rows = [
        (words.days(one.day, one.until), one.rule, one.message, " ".join(words.short(id_) for id_ in one.incidents[:3]))
        for one in found
    ]
    show(HEADS, rows, nothing="nothing new" if new else "no rule finds anything")
    return None
