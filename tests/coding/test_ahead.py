"""Reports coded with the next ones tagged meanwhile."""

from collections.abc import Iterator

import vedette
from vedette.coding.ahead import AHEAD, code_all, coded_ahead
from vedette.model import Report
from vedette.reading.report import report_of


def reports(count: int) -> Iterator[Report]:
    for number in range(count):
        text = f"Gunmen killed {number + 2} soldiers near Mopti on Monday, 6 May 2024, the army said."
        yield report_of(text, url=f"report-{number}.txt", raw=text.encode())


def test_gives_the_codings_in_the_order_of_the_reports_and_as_one_by_one() -> None:
    wanted = list(reports(5))
    assert list(code_all(wanted)) == [vedette.code(report) for report in wanted]


def test_passes_over_what_is_not_wanted() -> None:
    found = list(coded_ahead(reports(3), wanted=lambda report: None if "1.txt" in report.url else report))
    assert [coding is None for _, coding in found] == [False, True, False]


def test_takes_only_a_few_items_ahead() -> None:
    taken: list[Report] = []

    def watched() -> Iterator[Report]:
        for report in reports(9):
            taken.append(report)
            yield report

    next(iter(code_all(watched())))
    assert len(taken) <= AHEAD + 1
