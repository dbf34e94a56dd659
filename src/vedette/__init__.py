"""Vedette reads news about an armed crisis and keeps a sourced record of it.

    import vedette
    reports = vedette.read("report.html")
    coding = vedette.code(reports[0])
    case = vedette.open("crisis.case", create=True)
    case.add(reports)
    case.incidents(as_of=None)

Everything is imported when it is first used: `import vedette` itself costs next to nothing.
"""

TYPE_CHECKING = False  # typing's own takes a while to load, and an interrupt meanwhile would end in a traceback
if TYPE_CHECKING:
    from datetime import date
    from os import PathLike
    from typing import Any

    from vedette.coding.ahead import code_all
    from vedette.coding.explain import explain
    from vedette.model import (
        Actor,
        Affiliation,
        CaseError,
        Claim,
        Coding,
        Decision,
        Incident,
        Outlook,
        Party,
        Place,
        Published,
        Reaction,
        Reason,
        RegistryError,
        Report,
        Source,
        SourceError,
        Span,
        Tally,
        Toll,
        UsageError,
        VedetteError,
        When,
        Why,
        from_json,
        to_json,
    )
    from vedette.store import open_case as open

__all__ = [
    "Actor",
    "Affiliation",
    "CaseError",
    "Claim",
    "Coding",
    "Decision",
    "Incident",
    "Outlook",
    "Party",
    "Place",
    "Published",
    "Reaction",
    "Reason",
    "RegistryError",
    "Report",
    "Source",
    "SourceError",
    "Span",
    "Tally",
    "Toll",
    "UsageError",
    "VedetteError",
    "When",
    "Why",
    "__version__",
    "code",
    "code_all",
    "explain",
    "from_json",
    "open",
    "read",
    "to_json",
]
OWN = frozenset(
    {"__version__", "code", "code_all", "explain", "open", "read"}
)  # all others are nouns, at home in the model
HOMES = {name: ("vedette.model", name) for name in __all__ if name not in OWN} | {
    "code_all": ("vedette.coding.ahead", "code_all"),
    "explain": ("vedette.coding.explain", "explain"),
    "open": ("vedette.store", "open_case"),
}


def read(
    source: "str | PathLike[str]", *, published: "date | str | None" = None, outlet: str | None = None
) -> "list[Report]":
    """Read all reports of a source: a file, folder, address, feed, .jsonl, .warc.gz, or "-" for standard input.

    `published` (a date or YYYY-MM-DD) and `outlet` go before what a report says itself. What cannot be read is left
    out; if nothing can, SourceError says why. Raises UsageError for a source or a day that is none.
    """
    from vedette.model import Report, SourceError
    from vedette.reading import read as read_all

    found = list(read_all(source, published=published, outlet=outlet))
    reports = [item for item in found if isinstance(item, Report)]
    for failure in found:
        if not reports and not isinstance(failure, Report):
            raise SourceError(failure.source, failure.problem)
    return reports


def code(report: "Report") -> "Coding":
    """Code a report, as `read` gives it: its claims, tallies, outlooks and affiliations, each with its quote.

    Raises UsageError for what is no report.
    """
    from vedette.model import Report, UsageError

    if not isinstance(report, Report):
        kind = type(report).__name__
        raise UsageError(
            f"code takes one report, not a {kind}: code(read(source)[0]), or code_all(read(source)) for all"
        )
    from vedette.coding.code import code as code_report

    return code_report(report)


def __getattr__(name: str) -> "Any":
    if name == "__version__":
        from importlib.metadata import version

        return globals().setdefault(name, version("vedette"))  # kept: it is read from a file each time
    if name not in HOMES:
        raise AttributeError(f"module 'vedette' has no attribute {name!r}")
    from importlib import import_module

    home, attribute = HOMES[name]
    return getattr(import_module(home), attribute)


def __dir__() -> list[str]:
    return sorted(__all__)
