"""`vedette decisions`: the ledger."""

from collections.abc import Collection, Sequence

from vedette.cli import options, output, words
from vedette.cli.cases import opened
from vedette.cli.table import Head, show
from vedette.model import Decision, to_json

HEADS = (
    Head(name="Id", least=10),
    Head(name="When", least=16),
    Head(name="Who", least=10),
    Head(name="Verdict", least=9),
    Head(name="In force", least=8),
    Head(name="What", least=16),
    Head(name="Why", least=16, rank=1),
)


def decisions(case: options.CasePath, format: options.Format = "table", file: options.Output = None) -> int:
    """List what people decided, oldest first.

    A decision that a later one undid is no longer in force, and stays in the ledger.

    Example: [bold]vedette decisions crisis.case --format csv -o ledger.csv[/]
    """
    from vedette.linking.ledger import in_force  # here, so that the command line starts at once

    with opened(case) as open_:
        ledger = open_.decisions()
    holds = {one.decision_id for one in in_force(ledger)}
    if format == "table":
        show(HEADS, (_row(one, holds) for one in ledger), nothing="nobody has decided anything yet", file=file)
    else:
        forms = ({**to_json(one), "in_force": one.decision_id in holds} for one in ledger)
        output.write(forms, "decision", format=format, file=file)
    return 0


def _row(one: Decision, holds: Collection[str]) -> Sequence[str]:
    return (
        words.short(one.decision_id),
        f"{one.at:%Y-%m-%d %H:%M}",
        one.person,
        one.verdict,
        "yes" if one.decision_id in holds else "no" if one.verdict != "undo" else "",
        _what(one),
        one.reason,
    )


def _what(one: Decision) -> str:
    about = words.short(one.undoes) if one.undoes else ", ".join(map(words.short, one.subjects))
    return f"{one.field} = {one.value}: {about}" if one.field else about
