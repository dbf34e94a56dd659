"""`vedette outlooks`: what somebody foresees."""

from collections.abc import Mapping, Sequence

from vedette.cli import options, output, words
from vedette.cli.cases import opened
from vedette.cli.table import Head, show
from vedette.model import Outlook, Report, to_json

HEADS = (
    Head(name="By", least=14),
    Head(name="If", least=16),
    Head(name="Then", least=24),
    Head(name="Word", least=6),
    Head(name="Told by", least=14, rank=1),
)


def outlooks(
    case: options.CasePath,
    *,
    as_of: options.AsOf = None,
    recorded_by: options.RecordedBy = None,
    format: options.Format = "table",
    file: options.Output = None,
) -> int:
    """List who foresees what, on which condition.

    Example: [bold]vedette outlooks crisis.case --format csv[/]
    """
    with opened(case) as open_:
        found, reports = (
            open_.outlooks(as_of, recorded_by=recorded_by),
            {report.id: report for report in open_.reports()},
        )
    if format == "table":
        show(HEADS, (_row(one, reports) for one in found), nothing="no outlooks found", file=file)
    else:
        output.write(map(to_json, found), "outlook", format=format, file=file)
    return 0


def _row(one: Outlook, reports: Mapping[str, Report]) -> Sequence[str]:
    return (
        words.party(one.by) if one.by else "the report",
        " ".join(one.if_.text.split()) if one.if_ else "",
        " ".join(one.then.text.split()),
        one.modality,
        words.told_by(reports.get(one.report_id)),
    )
