"""What one marked party does to another: type of a source-target pair in sentences coded after PLOVER.

    python -m benchmarks.plv [--data FILE.tsv] [--train FILE.tsv] [--limit N] [--json] [--keep]

The network that reads what one party does to another (`vedette.tagging.pairs`) gives the type. `marks_...` are the
scores of the tagger's marks instead: the mark that joins the pair best, called as `codebook/plv.toml` says (YIELD =
CONCEDE or RETREAT); a sentence without a mark is read again for the likeliest trigger, however unlikely. `unseen_...`
are the same scores on the sentences that no network has learnt from. The baseline (TF-IDF and logistic regression)
learns from --train, or, when that is the tested file, from four fifths of it at a time.
"""

import csv
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from benchmarks.bag import cross_predicted, learn
from benchmarks.labels import accuracy, macro_f1
from benchmarks.learnt import learnt_texts, unseen
from benchmarks.pair import Pair, governed, joining
from benchmarks.report import Result, arguments, show
from benchmarks.sample import LIMIT, spread
from training.parties import marked
from vedette.codebook import codebook, crosswalk
from vedette.model.mark import Mark, Tagged
from vedette.tagging import Tagger
from vedette.tagging import load as load_tagger
from vedette.tagging.pairs import Relator, load_relator

TRAIN = Path("../shared/bench/coding/plv_train.tsv")
PEERS = {
    "ZSP": {"root_macro_f1": 0.821, "quad_macro_f1": 0.892, "binary_macro_f1": 0.964},
    "TF-IDF + LR": {"root_macro_f1": 0.652, "quad_macro_f1": 0.794},
}
LIKELY = 0.02  # the least probability of a trigger where the usual floor gave none
MILDEST = "CONSULT"  # the type nearest to zero intensity, for a sentence in which nothing happens
QUADS = ("verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """A pair and what it was coded as; `quad` counts as in QUADS, from 1."""

    pair: Pair
    root: str
    quad: str


def read(path: Path, limit: int | None = None) -> list[Gold]:
    """Read the pairs of a file; with `limit` every k-th, so that all types are among them."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    return [_gold(row) for row in spread(rows, limit)]


def _gold(row: dict[str, str]) -> Gold:
    text, (source, target) = marked(row["marked_sentence"])
    pair = Pair(id=row["sentence_id"], text=text, source=source, target=target)
    return Gold(pair=pair, root=row["gold_root"], quad=row.get("gold_penta") or quad_of(row["gold_root"]))


def quad_of(root: str) -> str:
    """Give the number of a root's quad class; YIELD is material, as in the data."""
    return str(1 + QUADS.index(codebook().types["RETREAT" if root == "YIELD" else root].quad))


def roots(pairs: list[Pair], relator: Relator) -> list[str]:
    """Give the likeliest root of each pair."""
    found = relator.chances([pair.text for pair in pairs], [(pair.source, pair.target) for pair in pairs])
    return [max(chances, key=lambda root: chances[root]) for chances in found]


def marked_roots(pairs: list[Pair], tagger: Tagger) -> list[str]:
    """Give the root of each pair by the tagger's marks."""
    tagged = tagger.tag([pair.text for pair in pairs])
    bare = [number for number, one in enumerate(tagged) if not one.marks]
    eager = Tagger(tagger.backend, tagger.tokenizer, replace(tagger.settings, trigger_floor=LIKELY))
    for number, one in zip(bare, eager.tag([pairs[number].text for number in bare]), strict=True):
        tagged[number] = one
    return [root_of(one, pair) for one, pair in zip(tagged, pairs, strict=True)]


def root_of(tagged: Tagged, pair: Pair) -> str:
    """Give the root of one pair from the marks of its sentence."""
    mark = joining(tagged, pair)
    return MILDEST if mark is None else named(governed(mark, tagged, pair))


def named(mark: Mark) -> str:
    """Say what the data call a mark."""
    targets = " ".join(role.span.text for role in mark.roles if role.role == "target")
    facts = {"type": mark.type, "mode": mark.mode or "", "status": mark.status}
    return crosswalk("plv").label(facts | {"trigger": mark.trigger.text, "target": targets}) or mark.type


def scores(gold: list[Gold], found: list[str], prefix: str = "") -> dict[str, float]:
    """Give macro-F1 of roots, quad classes and of cooperation against conflict, and the share of right roots."""
    quads = [one.quad for one in gold], [quad_of(root) for root in found]
    return {
        f"{prefix}root_macro_f1": macro_f1([one.root for one in gold], found),
        f"{prefix}quad_macro_f1": macro_f1(*quads),
        f"{prefix}binary_macro_f1": macro_f1(*([str(quad in {"3", "4"}) for quad in side] for side in quads)),
        f"{prefix}root_accuracy": accuracy([one.root for one in gold], found),
    }


def baseline(gold: list[Gold], train: list[Gold]) -> list[str]:
    """Give the roots that words alone lead to; `train` is empty where the tested file itself must do."""
    texts = [one.pair.text for one in gold]
    if train:
        return learn([one.pair.text for one in train], [one.root for one in train]).predict(texts)
    return cross_predicted([one.pair.id for one in gold], texts, [one.root for one in gold])


def measure(data: Path, train: Path = TRAIN, limit: int | None = None) -> Result:
    """Score our types and the baseline's."""
    gold = read(data, limit)
    pairs = [one.pair for one in gold]
    found, by_marks = roots(pairs, load_relator()), marked_roots(pairs, load_tagger())
    held = unseen([pair.text for pair in pairs], learnt_texts())
    other = read(train) if train.exists() and train.resolve() != data.resolve() else []
    return Result(
        benchmark="plv",
        data=data.name,
        n=len(gold),
        scores=_all_and_unseen(gold, found, held) | _all_and_unseen(gold, by_marks, held, "marks_"),
        baseline=scores(gold, baseline(gold, other)),
        peers=PEERS,
        notes={
            "unseen": f"{len(held)} sentences that no network has learnt from",
            "peers": "on the test half; ZSP is RoBERTa-large-MNLI with prompts",
        },
    )


def _all_and_unseen(gold: list[Gold], found: list[str], held: list[int], prefix: str = "") -> dict[str, float]:
    fresh = scores([gold[n] for n in held], [found[n] for n in held], f"{prefix}unseen_") if held else {}
    return scores(gold, found, prefix) | fresh


def main() -> None:
    """Run the benchmark from the command line."""
    extra: dict[str, dict[str, Any]] = {
        "--train": {"type": Path, "default": TRAIN, "help": "what the baseline learns from"},
        **LIMIT,
    }
    options = arguments(__doc__, data=str(TRAIN), extra=extra)
    show(measure(options.data, options.train, options.limit), as_json=options.json, keep=options.keep)


if __name__ == "__main__":
    main()
