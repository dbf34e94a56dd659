"""The model article, row by row: is everything that a person coded in it found, and nothing that is not there?

    python -m benchmarks.seed [--data FOLDER] [--json] [--keep]

FOLDER holds `article.txt` and `expected.yaml`, or folders that do. Every row of the yaml is looked for in what
`vedette.code` and the linking say of the article, given nothing but its text. Kept under the folder's name.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

import vedette
from benchmarks.report import Result, arguments, show
from benchmarks.rows import Check, holds, same_date, same_party, same_place, same_words, words, wrong_fields
from vedette.linking import link
from vedette.model import Claim, Coding, Reaction, Report, When

SLIPS = 1  # fields that may be wrong for a claim still to be the row's, where only its cause is looked at


@dataclass(frozen=True, kw_only=True)
class Found:
    """What the program says of one article: its report, its coding, and the incidents and reactions made of it."""

    report: Report
    coding: Coding
    incident_of: dict[str, str]
    statuses: dict[str, str]
    reactions: tuple[Reaction, ...]


def found_in(article: Path) -> Found:
    """Run the whole line on one article."""
    report = vedette.read(str(article))[0]
    coding = vedette.code(report)
    linked = link(coding.claims, reports=[report])
    incident_of = {claim: incident.incident_id for incident in linked.incidents for claim in incident.claims}
    statuses = {incident.incident_id: incident.status for incident in linked.incidents}
    return Found(report=report, coding=coding, incident_of=incident_of, statuses=statuses, reactions=linked.reactions)


def checks(folder: Path) -> Iterator[Check]:
    """Look for every row of a folder's expected.yaml in what the program says of its article."""
    expected = yaml.safe_load((folder / "expected.yaml").read_text("utf-8"))
    found = found_in(folder / "article.txt")
    yield from _report(expected, found)
    nearest: dict[str, Claim] = {}
    for section in ("incidents", "aggregates", "statements"):
        for row in expected.get(section, []):
            claim, wrong = _nearest(row, found.coding.claims, aggregate=section == "aggregates")
            if claim is not None and len(wrong) <= SLIPS:
                nearest[row["id"]] = claim
            yield Check(section=section, row=row["id"], found=not wrong, wrong=", ".join(wrong))
    yield from _causes(expected, found, nearest)
    for section, test in (("tallies", _tally), ("actors", _affiliation), ("outlooks", _outlook)):
        for row in expected.get(section, []):
            name = row.get("id") or f"{row['actor']} {row['rel']} {row['of']}"
            yield Check(section=section, row=name, found=test(row, found))
    for text in expected.get("not", []):
        yield _absent(text, found, nearest)


def _report(expected: dict[str, Any], found: Found) -> Iterator[Check]:
    report, published = found.report, expected.get("published")
    if "title" in expected:
        yield Check(section="report", row="title", found=report.title == expected["title"], wrong=str(report.title))
    if published:
        said = report.published
        near = all(
            got is not None and abs(got - published[key]) <= timedelta(days=1)
            for key, got in (("start", said.start), ("end", said.end))
        )
        reasoned = bool(said.reasons) or said.basis != "inferred"
        yield Check(section="report", row="published", found=near and reasoned, wrong=f"{said.start}..{said.end}")
    gone = "\n".join(piece.text for piece in report.furniture)
    for text in expected.get("furniture", []):
        parts = [re.sub(r"\.\.\..*", "", part).strip("( ") for part in text.split(" / ")]
        good = all(part in gone and part not in report.text for part in parts)
        yield Check(section="furniture", row=text[:40], found=good)


def _nearest(row: dict[str, Any], claims: tuple[Claim, ...], *, aggregate: bool) -> tuple[Claim | None, list[str]]:
    """Give the claim that meets most fields of a row, and the fields that it does not meet."""
    rated = [(wrong_fields(row, c) + ["aggregate"] * (aggregate and not c.aggregate), c) for c in claims]
    if not rated:
        return None, ["no claim at all"]
    what = str(row.get("what", ""))
    wrong, claim = min(rated, key=lambda pair: (len(pair[0]), not holds(pair[1].sentence, what), pair[1].trigger.start))
    return claim, wrong


def _causes(expected: dict[str, Any], found: Found, nearest: dict[str, Claim]) -> Iterator[Check]:
    for section in ("incidents", "aggregates", "statements"):
        for row in expected.get(section, []):
            cause, claim = row.get("cause"), nearest.get(row["id"])
            if cause is None:
                continue
            name = f"{row['id']} because of {cause}"
            if claim is None:
                yield Check(section="causes", row=name, found=False, wrong="act not found")
            elif isinstance(cause, list) or cause in _ids(expected):
                wanted = cause if isinstance(cause, list) else [cause]
                missing = [other for other in wanted if not _linked(claim, nearest.get(other), found)]
                yield Check(section="causes", row=name, found=not missing, wrong=", ".join(missing))
            else:
                good = holds(claim.cause, cause)
                yield Check(section="causes", row=name, found=good, wrong=claim.cause.text if claim.cause else "none")


def _ids(expected: dict[str, Any]) -> set[str]:
    return {row["id"] for section in ("incidents", "aggregates", "statements") for row in expected.get(section, [])}


def _linked(act: Claim, cause: Claim | None, found: Found) -> bool:
    if cause is None:
        return False
    pair = (found.incident_of.get(act.claim_id), found.incident_of.get(cause.claim_id))
    return any((reaction.from_, reaction.because_of) == pair for reaction in found.reactions)


def _tally(row: dict[str, Any], found: Found) -> bool:
    return any(
        tally.low == row.get("low", tally.low)
        and same_date(f"from {row['from']}", When(from_=tally.from_, to=tally.to))
        and tally.to == row.get("to", tally.to)
        and same_party(str(row.get("target", "")), tally.target) >= ("target" in row)
        and all(any(same_place(name, place) for place in tally.places) for name in row.get("place", []))
        and ("source" not in row or (tally.source is not None and same_words(row["source"], tally.source.text)))
        for tally in found.coding.tallies
    )


def _affiliation(row: dict[str, Any], found: Found) -> bool:
    return any(
        said.rel == row["rel"]
        and same_party(row["actor"], (said.actor,))
        and same_party(row["of"], (said.of,))
        and said.status == row.get("status", "actual")
        and ("hedge" not in row or (said.hedge is not None and same_words(row["hedge"], said.hedge)))
        for said in found.coding.affiliations
    )


def _outlook(row: dict[str, Any], found: Found) -> bool:
    return any(
        said.by is not None
        and same_party(row["by"], (said.by,))
        and len(words(row["then"]) & words(said.then.text)) >= 2
        and ("if" not in row or said.if_ is not None)
        and (row["modal"] == "is" or row["modal"] in said.modality)
        for said in found.coding.outlooks
    )


def _absent(text: str, found: Found, nearest: dict[str, Claim]) -> Check:
    """Check a sentence of the "not" section, of the five forms that such sentences take."""
    claims = found.coding.claims
    happened = [claim for claim in claims if found.statuses.get(found.incident_of.get(claim.claim_id, "")) == "actual"]
    bad: list[Claim] = []
    if placed := re.match(r"(\w+) placed at (.+)", text):
        claim = nearest.get(placed.group(1))
        bad = [claim] if claim and same_words(placed.group(2), claim.place.name) else []
    elif many := re.match(r"one incident with (\d+)", text):
        bad = [claim for claim in claims if claim.count and claim.count.low >= int(many.group(1)) - 1]
    elif dated := re.match(r"anything dated (\d{4}) other than (\w+)(, anything dated today)?", text):
        spared = nearest.get(dated.group(2))
        today = date.today() if dated.group(3) else None
        year = int(dated.group(1))
        bad = [c for c in claims if (_in_year(c, year) and c != spared) or (today and c.when.from_ == today)]
    elif quoted := re.match(r"an? (\S+) .*?'([^']+)'", text):
        who, where = quoted.groups()
        bad = [c for c in happened if where.lower() in c.sentence.text.lower() and same_party(who, c.actor)]
    elif vowed := re.match(r"an? (\w+) .*as having happened", text):
        bad = [c for c in happened if c.type == "ASSAULT" and vowed.group(1) in c.trigger.text.lower()]
    else:
        return Check(section="not", row=text[:60], found=False, wrong="this form of sentence is not understood")
    wrong = "; ".join(claim.sentence.text[:60] for claim in bad)
    return Check(section="not", row=text[:60], found=not bad, wrong=wrong)


def _in_year(claim: Claim, year: int) -> bool:
    return claim.when.from_ is not None and claim.when.from_.year == year == (claim.when.to or claim.when.from_).year


def measure(data: Path) -> Result:
    """Score every article below `data`: the share of rows found, by section, and the rows that are not."""
    folders = sorted(path.parent for path in (*data.glob("expected.yaml"), *data.glob("*/expected.yaml")))
    rows = [replace(check, article=folder.name) for folder in folders for check in checks(folder)]
    sections = dict.fromkeys(check.section for check in rows)
    shares = {name: _share([check.found for check in rows if check.section == name]) for name in sections}
    missing = {f"{check.article}, {check.section}: {check.row}": check.wrong for check in rows if not check.found}
    return Result(
        benchmark="seed",
        data=data.name,
        n=len(rows),
        scores={"rows_found": _share([check.found for check in rows]), **shares},
        baseline={},
        peers={},
        notes={"not found": missing},
    )


def _share(found: list[bool]) -> float:
    return round(sum(found) / len(found), 3)


if __name__ == "__main__":
    options = arguments(__doc__, data="../shared/seed")
    show(measure(options.data), as_json=options.json, keep=options.keep, name=options.data.resolve().name)
