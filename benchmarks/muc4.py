"""Templates of the incidents that a report tells: type, perpetrators, organisations, targets, victims, weapons.

    python -m benchmarks.muc4 [--data FILE.json] [--limit N] [--json] [--keep]

Counted as the public GTT script counts (`benchmarks/muc4_score.py`): micro-F1 over six slots. Small models on top of
the tagger's network, learnt from the templates of the training half (`python -m training.muc4`), say which types of
incident a report tells and who and what fills the slots; all incidents of a type make one template. --claims makes the
templates from our claims by rules, with nothing learnt from templates; for that the reports, which are in lower case,
get their capitals back first (`benchmarks/casing.py`); --as-printed codes them as they are. The baseline tells an
attack by the guerrillas in each report.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.casing import cased
from benchmarks.muc4_fill import filled
from benchmarks.muc4_learnt import learnt
from benchmarks.muc4_score import ALL, SLOTS, Counts, Template, score
from benchmarks.muc4_templates import templates
from benchmarks.muc4_words import words_of
from benchmarks.report import Result, arguments, show
from benchmarks.sample import LIMIT, spread
from vedette.coding.code import code_document
from vedette.coding.layout import lay_out
from vedette.reading.report import report_of
from vedette.registry import load, load_gazetteer
from vedette.tagging import load as load_tagger

PEERS = {
    "GTT": {"f1": 0.5023, "precision": 0.617, "recall": 0.424},
    "IterX T5-large": {
        "f1": 0.5301,
        "incident_type_f1": 0.682,
        "PerpInd_f1": 0.434,
        "PerpOrg_f1": 0.382,
        "Target_f1": 0.475,
        "Victim_f1": 0.563,
        "Weapon_f1": 0.640,
    },
    "IterX BERT-base": {"f1": 0.5167},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """A report and its templates."""

    id: str
    text: str
    templates: tuple[Template, ...]


def read(path: Path, limit: int | None = None) -> list[Gold]:
    """Read reports, one JSON object a line; with `limit` about that many, spread over the file."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return [_gold(row) for row in spread(rows, limit)]


def _gold(row: dict[str, Any]) -> Gold:
    found: list[Template] = []
    for form in row["templates"]:
        slots = {slot: tuple(_entities(form.get(slot, []))) for slot in SLOTS}
        template = Template(incident_type=form["incident_type"], slots=slots)
        if template not in found:
            found.append(template)
    return Gold(id=row["docid"], text=row["doctext"], templates=tuple(found))


def _entities(form: list[list[list[Any]]]) -> Iterator[tuple[str, ...]]:
    yield from (tuple(str(mention[0]) for mention in entity) for entity in form if entity)


def told(text: str, *, id_: str = "", as_printed: bool = False, claims: bool = False) -> list[Template]:
    """Give the templates of a report: from what was learnt, or from its claims where nothing was or if asked to."""
    tagger = load_tagger()
    if not (claims or as_printed) and (table := learnt()) is not None:
        return filled(words_of(text, tagger), table)
    text = text if as_printed else cased(text, tagger)
    document = lay_out(report_of(text, url=id_, raw=text.encode()), tagger=tagger)
    return templates(document, code_document(document, registry=load(), gazetteer=load_gazetteer()))


def figures(counts: Counts) -> dict[str, float]:
    """Give micro-F1, precision, recall, and F1 of each slot."""
    whole = {"f1": counts.f1(), "precision": counts.precision(), "recall": counts.recall()}
    return whole | {f"{slot}_f1": counts.f1([slot]) for slot in ALL}


def baseline(gold: list[Gold]) -> list[list[Template]]:
    """Tell one attack in each report, by the guerrillas where it speaks of them."""
    return [
        [Template(incident_type="attack", slots={"PerpInd": (("guerrillas",),) if "guerrillas" in one.text else ()})]
        for one in gold
    ]


def measure(data: Path, limit: int | None = None, *, as_printed: bool = False, claims: bool = False) -> Result:
    """Score our templates and the baseline's."""
    gold = read(data, limit)
    known = [one.templates for one in gold]
    mine = [told(one.text, id_=one.id, as_printed=as_printed, claims=claims) for one in gold]
    from_claims = claims or as_printed or learnt() is None
    return Result(
        benchmark="muc4",
        data=data.name,
        n=len(gold),
        scores=figures(score(mine, known)),
        baseline=figures(score(baseline(gold), known)),
        peers=PEERS,
        notes={
            "templates": f"{sum(map(len, mine))} told, {sum(map(len, known))} gold",
            "made from": "claims, by rules" if from_claims else "what was learnt from the training half",
            **({} if learnt() else {"table": "of other weights of the tagger; run `python -m training.muc4`"}),
            "peers": "on the test half, trained on 1,300 reports with templates",
        },
    )


def main() -> None:
    """Run the benchmark from the command line."""
    extra: dict[str, dict[str, Any]] = {
        **LIMIT,
        "--claims": {"action": "store_true", "help": "make templates from the claims alone, with nothing learnt"},
        "--as-printed": {
            "action": "store_true",
            "help": "make them from claims, without giving the text its capitals back",
        },
    }
    options = arguments(__doc__, data="../shared/bench/coding/muc4_dev.json", extra=extra)
    found = measure(options.data, options.limit, as_printed=options.as_printed, claims=options.claims)
    show(found, as_json=options.json, keep=options.keep)


if __name__ == "__main__":
    main()
