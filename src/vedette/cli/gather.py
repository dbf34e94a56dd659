"""From the sources of a command line to reports."""

from collections.abc import Iterator, Sequence
from datetime import date

from vedette.cli.exits import Failures
from vedette.cli.progress import watched
from vedette.model import Report


def reports(
    sources: Sequence[str],
    failures: Failures,
    *,
    published: date | None,
    outlet: str | None,
    what: str = "reports read",
    streaming: bool = True,
) -> Iterator[Report]:
    """Read all sources in their order, one report at a time; what cannot be read is told and kept in `failures`."""
    from vedette.reading import read

    found = (item for source in sources for item in read(source, published=published, outlet=outlet))
    for item in watched(found, what, streaming=streaming):
        if isinstance(item, Report):
            yield item
        else:
            failures.add(item.source, item.problem)
