"""Footnotes: each report has one number, wherever it is cited."""

from typing import Any

from vedette.web.snapshot import Form


class Notes:
    """Gives numbers to reports as they are cited."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._refs: list[Form] = []

    def cite(self, refs: list[Form]) -> list[int]:
        """Give the numbers of reports, new ones for those that are cited for the first time."""
        return sorted({self._number(ref) for ref in refs})

    def all(self) -> list[dict[str, Any]]:
        """Give what is printed at the end, by number; an address is a link only if it is one of the web."""
        return [
            {**ref, "number": number, "link": ref["url"].startswith(("http://", "https://"))}
            for number, ref in enumerate(self._refs, 1)
        ]

    def _number(self, ref: Form) -> int:
        known = self._numbers.get(ref["report_id"])
        if known is None:
            known = self._numbers[ref["report_id"]] = len(self._refs) + 1
            self._refs.append(ref)
        return known
