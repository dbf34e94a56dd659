"""`vedette actors explain`: whom a name means in a text, and why."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from vedette.cli import options
from vedette.model import to_json
from vedette.model.errors import UsageError

if TYPE_CHECKING:
    from vedette.registry.explaining import Considered, Explanation


def explain(
    name: Annotated[str, typer.Argument(metavar="NAME", show_default=False, help="A name or phrase, in quotes.")],
    context: Annotated[
        str, typer.Option(metavar="TEXT", help="The text in which it stands; it decides between several.")
    ] = "",
    on: Annotated[date | None, options.DayOption("--on", help="The day of the text: who held an office then.")] = None,
    format: Annotated[
        Literal["text", "json"], typer.Option("--format", "-f", metavar="FORMAT", help="text or json.")
    ] = "text",
) -> int:
    """Say whom a name means in a text, and why.

    With who else was considered, and what decided. A phrase that names nobody surely gets a kind and a country only.

    Example: [bold]vedette actors explain Hezbollah --context "Kataib Hezbollah spoke in Baghdad."[/]
    """
    from vedette.registry import load
    from vedette.registry.explaining import explain as explained
    from vedette.registry.unions import members

    if not name.strip():
        raise UsageError('the name is empty; give one in quotes, as in: vedette actors explain "the Iraqi premier"')
    registry = load()
    parts = members(registry, name, context=context, on=on)
    found = [explained(registry, part, context=context, on=on) for part in parts]
    if format == "json":
        return _json(to_json(found if len(found) > 1 else found[0]))
    for line in (line for one in found for line in _lines(one)):
        typer.echo(line)
    return 0


def _json(form: Any) -> int:
    import json

    typer.echo(json.dumps(form, ensure_ascii=False, indent=2))
    return 0


def _lines(found: "Explanation") -> list[str]:
    who = f"{found.name} ({found.actor_id})" if found.actor_id else "nobody known"
    lines = [f"{found.text}: {who}", f"  kind        {_kind(found)}", f"  why         {found.reason}"]
    if found.decided:
        lines.append(f"  decided by  {found.decided}")
    if found.countries:
        lines.append("  countries   " + ", ".join(f"{code} {count}" for code, count in found.countries.items()))
    if found.considered:
        lines += ["  considered", *map(_one, found.considered)]
    return lines


def _kind(found: "Explanation") -> str:
    theirs = ", ".join(f"{who} {kind}" for who, kind in (("ACLED", found.acled), ("UCDP", found.ucdp)) if kind)
    kind = f"{found.kind or 'unknown'}, {found.country or 'no country'}"
    return f"{kind} ({theirs})" if theirs else kind


def _one(one: "Considered") -> str:
    sign = "-" if one.against else "+"
    against = f": not, {one.against}" if one.against else ": this one"
    return f"    {sign} {one.name} ({one.actor_id}), of which “{one.words}” is {one.bears}{against}"
