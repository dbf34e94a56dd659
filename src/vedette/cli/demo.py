"""`vedette demo`: the examples, coded."""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vedette.cli import screen, words
from vedette.cli.add import kept
from vedette.cli.cases import opened
from vedette.cli.exits import Failures
from vedette.cli.incident_table import show_incidents
from vedette.cli.incident_view import Seen, show
from vedette.cli.reactions import show_reactions
from vedette.cli.tallies import show_tallies
from vedette.model import Incident, UsageError

if TYPE_CHECKING:
    from vedette.store import Case

FEW = 5


def demo(
    keep: Annotated[
        Path | None,
        typer.Option(metavar="CASE", show_default=False, help="Keep the case here instead of throwing it away."),
    ] = None,
) -> int:
    """Code forty example reports and show what comes out.

    They tell of one crisis, were written for this project, and come with it: no network and no file of yours is needed.

    Example: [bold]vedette demo --keep crisis.case[/]
    """
    failures, folder = Failures(), examples()
    with tempfile.TemporaryDirectory() as temporary:
        path = keep or Path(temporary) / "demo.case"
        with opened(str(path), create=True) as case:
            _code(case, folder, failures)
            _show(case)
    _next(folder, keep)
    return failures.code


def examples() -> Path:
    """Give the folder of the example reports: inside the package, or beside it in the repository."""
    import vedette

    package = Path(vedette.__file__).parent
    places = [package / "examples" / "crisis", package.parents[1] / "examples" / "crisis"]
    found = next((place for place in places if place.is_dir()), None)
    if found is None:
        raise UsageError("the example reports are missing; install vedette anew, or run this in its repository")
    return found


def _code(case: "Case", folder: Path, failures: Failures) -> None:
    from vedette.reading import read

    added = kept(case, read(str(folder)), failures)
    reports = words.counted(added.new_reports + added.known_reports, "report")
    _say("Read and coded", f"{reports}, {words.counted(added.new_claims, 'new claim')}")


def _show(case: "Case") -> None:
    incidents, reactions, tallies = case.incident_list(), case.reactions(), case.tallies()
    acts = [one for one in case.incident_list(statements=False) if not (one.background or one.aggregate)]
    _say(words.counted(len(acts), "incident"), "statements, runs of attacks and what is told as history left out:")
    show_incidents(acts, nothing="no incidents")
    _say(words.counted(len(reactions), "stated reaction"), "the first of them:")
    show_reactions(reactions, incidents, most=FEW)
    _say(words.counted(len(tallies), "tally", "tallies"), "what others counted, beside this record; the first of them:")
    show_tallies(tallies, most=FEW)
    if acts:
        _one(case, best_told(acts), incidents)


def _one(case: "Case", best: Incident, incidents: Sequence[Incident]) -> None:
    held = set(best.claims)
    _say("One incident", "with every claim and its quotes:")
    show(
        Seen(
            incident=best,
            claims=[one for one in case.claims() if one.claim_id in held],
            history=case.history(best.incident_id),
            others={one.incident_id: one for one in incidents},
        ),
        console=screen.output(),
    )


def best_told(incidents: Sequence[Incident]) -> Incident:
    """Give the incident that most origins tell of, with a toll if one has it."""
    return max(incidents, key=lambda one: (one.killed is not None, one.independent_origins, -len(one.claims)))


def _say(head: str, rest: str) -> None:
    from rich.text import Text

    screen.output().print(Text.assemble("\n", (head, "bold"), f": {rest}" if rest else "", "\n"))


def _next(folder: Path, keep: Path | None) -> None:
    case = str(keep) if keep else "crisis.case"
    steps = [] if keep else [f"vedette demo --keep {case}"]
    steps += [
        f"vedette incidents {case} --statements",
        f"vedette incidents {case} --format geojson --output map.geojson",
        f"vedette verify {case}",
        f"vedette simulate {case} withdrawal --sides demo",
        f"vedette code {folder / 'tower-22.txt'}",
    ]
    _say("Try next", "")
    for step in steps:
        print(f"  {step}")
