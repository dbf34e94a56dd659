"""The kind of event of a snippet: one of ACLED's sub-event types, or diplomacy, blame, disaster, organised crime.

    python -m benchmarks.acled_types --data FILE.tsv [--limit N] [--json] [--keep]

FILE holds id, snippet and label (a line that names the columns may stand first). The snippet is coded as a report;
`codebook/acled.toml` says what ACLED calls its claims, and the row that stands highest there gives the label.
Nothing is learnt from ACLED. Without --data, the 240 snippets of our own writing beside this file are scored, eight a
label; what was mended after reading the half with "a" in their ids was not mended for the half with "b", but one hand
wrote both: the figure says little about real data. Before any mending it was .544.
"""

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import vedette
from benchmarks.labels import accuracy, f1_by_label, most_frequent, weighted_f1
from benchmarks.report import Result, arguments, show
from benchmarks.sample import LIMIT, spread
from vedette.codebook import crosswalk
from vedette.model import Claim, Party, Report
from vedette.reading.report import report_of

OWN = Path(__file__).resolve().parents[1] / "tests/benchmarks/acled_snippets.tsv"
SNIPPETS = Path(__file__).resolve().parent / "acled_snippets.tsv"
NEW = frozenset({"DIPLO", "ATTRIB", "MAN_MADE_DISASTER", "NATURAL_DISASTER", "ORG_CRIME"})
PEERS = {
    "winners": {"weighted_f1": 0.771, "weighted_f1_25": 0.839},
    "NLI zero-shot": {"weighted_f1_new": 0.52},
}
HAPPENED = frozenset({"actual", "claimed", "thwarted"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """A short text and the label that a person gave it."""

    id: str
    text: str
    label: str


def read(path: Path, limit: int | None = None) -> list[Snippet]:
    """Read snippets; a first line whose label is none of the codebook's names the columns."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if len(row) >= 3]
    found = [Snippet(id=row[0], text=row[1], label=row[2].strip()) for row in rows if not row[0].startswith("#")]
    if found and found[0].label not in crosswalk("acled").labels:
        found = found[1:]
    return spread(found, limit)


def label_of(claims: tuple[Claim, ...], text: str) -> str:
    """Give the label of a text from its claims: happenings before plans, then the order of the crosswalk."""
    table = crosswalk("acled")
    lead = next((claim.sentence.text for claim in claims if claim.sentence.start == 0), text.split(". ", maxsplit=1)[0])
    shared = {"text": text, "lead": lead}
    ranked = [rank for facts in _facts(claims, shared) if (rank := table.rank(facts)) is not None]
    return table.rows[min(ranked)].label if ranked else "OTHER"


def _facts(claims: tuple[Claim, ...], shared: dict[str, str]) -> Iterator[dict[str, str]]:
    told = [claim for claim in claims if claim.status in HAPPENED and not claim.background]
    yield shared
    for claim in told or claims:
        yield shared | {
            "type": claim.type,
            "mode": claim.mode or "",
            "status": claim.status,
            "trigger": claim.trigger.text,
            "weapon": " ; ".join(span.text for span in claim.weapon),
            "actor": _named(claim.actor),
            "target": _named(claim.target),
        }


def _named(parties: tuple[Party, ...]) -> str:
    return " ; ".join(" ".join(part for part in (one.text, one.name, one.kind) if part) for one in parties)


def labels(snippets: list[Snippet]) -> list[str]:
    """Give our label of each snippet."""
    codings = vedette.code_all(map(_report, snippets))
    return [label_of(coding.claims, one.text) for one, coding in zip(snippets, codings, strict=True)]


def _report(snippet: Snippet) -> Report:
    return report_of(snippet.text, url=snippet.id, raw=snippet.text.encode())


def scores(gold: list[str], found: list[str]) -> dict[str, float]:
    """Give weighted F1 over all labels, over ACLED's 25 and over the new ones, and F1 of each label."""
    new = [number for number, label in enumerate(gold) if label in NEW]
    kinds = {"_25": sorted({*range(len(gold))} - {*new}), "_new": new}
    parts = {
        f"weighted_f1{name}": weighted_f1([gold[n] for n in held], [found[n] for n in held])
        for name, held in kinds.items()
        if held
    }
    each = {f"{label}_f1": value for label, value in f1_by_label(gold, found).items() if label in set(gold)}
    return {"weighted_f1": weighted_f1(gold, found), **parts, "accuracy": accuracy(gold, found), **each}


def measure(data: Path, limit: int | None = None) -> Result:
    """Score our labels beside the most frequent one."""
    snippets = read(data, limit)
    gold, found = [one.label for one in snippets], labels(snippets)
    wrong = Counter(f"{g} -> {f}" for g, f in zip(gold, found, strict=True) if g != f)
    own = (
        {"own snippets": "our own writing: a check that all is in order, no measure"} if data in {OWN, SNIPPETS} else {}
    )
    return Result(
        benchmark="acled_types",
        data=data.name,
        n=len(snippets),
        scores=scores(gold, found),
        baseline=scores(gold, [most_frequent(gold)] * len(gold)),
        peers=PEERS,
        notes={
            **own,
            "peers": "on the test half; the winners learnt from ACLED; weighted_f1 is with all five new labels",
            "most frequent mistakes": dict(wrong.most_common(15)),
        },
    )


def main() -> None:
    """Run the benchmark from the command line."""
    options = arguments(__doc__, data=str(SNIPPETS), extra=LIMIT)
    show(measure(options.data, options.limit), as_json=options.json, keep=options.keep)


if __name__ == "__main__":
    main()
