"""The truth of a crisis, and the record that the program makes of the same reports."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

import vedette
from vedette.linking import Linked, link
from vedette.model import Report
from vedette.registry import load

FORCE = ("ASSAULT", "COERCE")


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """Reports by their key in the truth, and the acts of force that they tell."""

    reports: Mapping[str, Report]
    incidents: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What the program made of the reports, and the key of each report's id."""

    linked: Linked
    key_of: Mapping[str, str]


def read_truth(folder: Path) -> Truth:
    """Read a folder's truth.yaml and the reports that it names; statements and runs of attacks are left to others."""
    rows = yaml.safe_load((folder / "truth.yaml").read_text("utf-8"))
    files = {row["file"] for row in rows["reports"].values()}
    read = {name: vedette.read(str(folder / name)) for name in sorted(files)}
    reports = {
        key: next(one for one in read[row["file"]] if "url" not in row or one.url == row["url"])
        for key, row in rows["reports"].items()
    }
    acts = [row for row in rows["incidents"] if row["type"] in FORCE and not row.get("aggregate")]
    return Truth(reports=reports, incidents=tuple(acts))


def record_of(truth: Truth) -> Record:
    """Code and link the reports as `vedette add` does."""
    reports = list(truth.reports.values())
    claims = [claim for report in reports for claim in vedette.code(report).claims]
    linked = link(claims, reports=reports, registry=load())
    return Record(linked=linked, key_of={report.id: key for key, report in truth.reports.items()})


def days_of(row: Mapping[str, Any]) -> tuple[date, date]:
    """Give the first and the last day of a row of the truth."""
    return row["from"], row["to"]
