"""The kind of event of a snippet: one of ACLED's sub-event types, or diplomacy, blame, disaster, organised crime.

    python -m benchmarks.acled_types --data FILE.tsv [--limit N] [--json] [--keep]

FILE holds id, snippet and label (a line that names the columns may stand first). The snippet is coded as a report;
`codebook/acled.toml` says what ACLED calls its claims, and the row that stands highest there gives the label. That
label is weighed against what a small model says that learnt from the snippets of our own writing beside this file
(`benchmarks/acled_learnt.py`); nothing is learnt from ACLED. `weighted_f1_codebook_alone` is the figure without it.

Without --data, those snippets themselves are scored, a fifth at a time by what the others teach. They come in parts,
which their ids name: when the codebook was mended, those with "a" and half of those with "c" had been read, those with
"b" and "d" had not. One hand wrote all of them, so the figure says little about real data. The codebook alone gave
.544 on "a" and "b" before any mending and .398 on "c" after the first.
"""

import csv
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import vedette
from benchmarks.acled_learnt import Floats, learn, states_of, words_of
from benchmarks.labels import accuracy, f1_by_label, most_frequent, weighted_f1
from benchmarks.report import Result, arguments, show
from benchmarks.sample import LIMIT, spread
from vedette.codebook import crosswalk
from vedette.model import Claim, Party, Report
from vedette.reading.report import report_of
from vedette.tagging import load as load_tagger

OWN = Path(__file__).resolve().parents[1] / "tests/benchmarks/acled_snippets.tsv"
SNIPPETS = Path(__file__).resolve().parent / "acled_snippets.tsv"
NEW = frozenset({"DIPLO", "ATTRIB", "MAN_MADE_DISASTER", "NATURAL_DISASTER", "ORG_CRIME"})
PEERS = {
    "winners": {"weighted_f1": 0.771, "weighted_f1_25": 0.839},
    "NLI zero-shot": {"weighted_f1_new": 0.52},
}
FOLDS = 5
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
    """Give the label that our claims of each snippet lead to."""
    codings = vedette.code_all(map(_report, snippets))
    return [label_of(coding.claims, one.text) for one, coding in zip(snippets, codings, strict=True)]


def weighed(snippets: list[Snippet], coded: list[str]) -> list[str]:
    """Weigh those labels against what our own snippets teach; none is judged by a model that learnt from its text.

    Where most of the snippets are our own, each fifth of them is judged by what the others teach.
    """
    known = [*read(SNIPPETS), *read(OWN)]
    states, words = _inputs([*known, *snippets])
    asked, texts = range(len(known), len(known) + len(snippets)), {one.text for one in snippets}
    fresh = sum(one.text not in texts for one in known) >= len(known) / 2
    found = [""] * len(snippets)
    for fold in range(1 if fresh else FOLDS):
        mine = [n for n in asked if fresh or _fold(snippets[n - len(known)]) == fold]
        held = texts if fresh else {snippets[n - len(known)].text for n in mine}
        rest = [n for n, one in enumerate(known) if one.text not in held]
        model = learn(states[rest], words[rest], [known[n].label for n in rest])
        given = model.best(states[mine], words[mine], [coded[n - len(known)] for n in mine])
        for number, label in zip(mine, given, strict=True):
            found[number - len(known)] = label
    return found


def _inputs(snippets: list[Snippet]) -> tuple[Floats, Floats]:
    texts = [one.text for one in snippets]
    return states_of(texts, load_tagger()), words_of(texts)


def _fold(snippet: Snippet) -> int:
    return zlib.crc32(snippet.id.encode()) % FOLDS


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
    gold, coded = [one.label for one in snippets], labels(snippets)
    found = weighed(snippets, coded)
    wrong = Counter(f"{g} -> {f}" for g, f in zip(gold, found, strict=True) if g != f)
    own = (
        {"own snippets": "our own writing: a check that all is in order, no measure"} if data in {OWN, SNIPPETS} else {}
    )
    return Result(
        benchmark="acled_types",
        data=data.name,
        n=len(snippets),
        scores=scores(gold, found) | {"weighted_f1_codebook_alone": weighted_f1(gold, coded)},
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
