"""`vedette add`: reports into a case."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from vedette.cli import options, screen, words
from vedette.cli.cases import opened
from vedette.cli.coder import chosen
from vedette.cli.exits import Failures, complain
from vedette.cli.progress import watched
from vedette.model import Report

if TYPE_CHECKING:
    from vedette.reading import Failure
    from vedette.store import Added, Case
    from vedette.store.add import Coder

T = TypeVar("T")


def add(
    case: options.CasePath,
    src: options.Sources,
    published: options.Published = None,
    outlet: options.Outlet = None,
    coder: options.Coder = "own",
) -> int:
    """Add reports to a case: read, code, link, keep.

    The case is made if there is none, and reports that it has are passed over. A run that
    is cut off goes on where it stopped when it is called again.

    Example: [bold]vedette add crisis.case reports/ more.jsonl[/]
    """
    from vedette.reading import read

    failures = Failures()
    found = (item for source in src for item in read(source, published=published, outlet=outlet))
    with chosen(coder) as other, opened(case, create=True) as open_:
        try:
            added = kept(open_, found, failures, coder=other)
        except KeyboardInterrupt:
            held = words.counted(len(open_.reports()), "report")
            complain(f"interrupted: {case} holds {held} now; run the same command again to go on")
            raise
        any_ = bool(added.new_reports + added.known_reports) or bool(open_.reports())
    _tell(added, case, any_=any_)
    return failures.code


def kept(
    case: "Case", found: "Iterable[Report | Failure]", failures: Failures, *, coder: "Coder | None" = None
) -> "Added":
    """Add what was read to a case under a progress bar; tell and keep what fails."""
    added = case.add(_telling(watched(found, "reports coded and kept"), failures), coder=coder)
    for line in added.failures:
        if line not in failures.told:
            failures.add(*line.split(": ", 1))
    return added


def _telling(found: "Iterable[Report | Failure]", failures: Failures) -> "Iterator[Report | Failure]":
    for item in found:
        if not isinstance(item, Report):
            failures.add(item.source, item.problem)
        yield item


def _tell(added: "Added", case: str, *, any_: bool) -> None:
    console = screen.output()
    console.print(f"reports    {added.new_reports:,} new, {added.known_reports:,} known already")
    console.print(f"claims     {added.new_claims:,} new")
    gone = f", {len(added.gone_incidents):,} gone" if added.gone_incidents else ""
    console.print(f"incidents  {len(added.new_incidents):,} new, {len(added.changed_incidents):,} changed{gone}")
    if added.failures:
        console.print(f"problems   {words.counted(len(added.failures), 'line')} above: left out, or kept with a flaw")
    if any_:
        console.print(f"see them:  vedette incidents {case}", markup=False, soft_wrap=True)
    else:
        console.print(
            f"{case} holds no report yet: mend what is told above and add again", markup=False, soft_wrap=True
        )
