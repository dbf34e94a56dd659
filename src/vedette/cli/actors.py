"""`vedette actors`: who acts in a case."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vedette.cli import options, output, words
from vedette.cli.cases import opened
from vedette.cli.table import Head, show
from vedette.model import Affiliation, to_json

if TYPE_CHECKING:
    from vedette.store import Case

HEADS = (
    Head(name="Actor", least=20),
    Head(name="Kind", least=11),
    Head(name="Country", least=7),
    Head(name="Acts", least=4, right=True),
    Head(name="Target", least=6, right=True),
    Head(name="Met", least=12),
    Head(name="Id", least=14, rank=1),
)


RELATIONS = (
    Head(name="Actor", least=20),
    Head(name="Is", least=10),
    Head(name="Of", least=16),
    Head(name="Hedge", least=6, rank=2),
    Head(name="Quote", least=40, rank=1),
)


def actors(
    case: options.CasePath,
    affiliations: Annotated[
        bool, typer.Option("--affiliations", help="Instead: who is what to whom, as the reports state it.")
    ] = False,
    format: options.Format = "table",
    file: options.Output = None,
) -> int:
    """List the known actors that a case meets.

    With how often each acts and is acted on, and the first and last day.

    The word [bold]list[/] may be left out.

    Example: [bold]vedette actors crisis.case --affiliations[/]
    """
    with opened(case) as open_:
        return _affiliations(open_, format, file) if affiliations else _actors(open_, format, file)


def _actors(case: "Case", format: str, file: Path | None) -> int:
    if format == "table":
        show(HEADS, map(_row, case.actors()), nothing="no known actors", file=file)
    else:
        output.write(map(to_json, case.actors()), "actor", format=format, file=file)
    return 0


def _affiliations(case: "Case", format: str, file: Path | None) -> int:
    if format == "table":
        show(RELATIONS, map(_relation, case.affiliations()), nothing="no affiliations stated", file=file)
    else:
        output.write(map(to_json, case.affiliations()), "affiliation", format=format, file=file)
    return 0


def _relation(one: Affiliation) -> Sequence[str]:
    relation, quote = one.rel.replace("_", " "), " ".join(one.quote.text.split())
    return words.party(one.actor), relation, words.party(one.of), one.hedge or "", quote


def _row(row: Mapping[str, Any]) -> Sequence[str]:
    return (
        row["name"] or "",
        row["kind"] or "",
        row["country"] or "",
        str(row["as_actor"]),
        str(row["as_target"]),
        words.days(row["first"], row["last"]),
        row["actor_id"],
    )
