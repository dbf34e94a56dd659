"""The curve: how well triggers and names are found, by how much was learnt and how often.

    python -m training.curve --shared FOLDER [--keep FILE.json]

Each point is a network of its own, trained as for the sets left out but for two epochs, on a share of the documents
drawn once (a larger share holds the smaller ones), and scored on the held-back documents.
"""

import argparse
import json
import logging
import random
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

import torch

from training.__main__ import forbidden_of, learn, minilm
from training.annotated import annotated_examples
from training.corpus import Example, load, split, without
from training.leave_out import KEPT, SHORT
from training.memory import keep_memory
from training.own import own_examples
from training.reading import measure, tagger_of
from training.recipe import Recipe
from vedette.tagging.words import load_tokenizer

SHARES = (0.125, 0.25, 0.5, 1.0)
RECIPE = replace(SHORT, epochs=2)
KEEP = Path("benchmarks/results/tagger_curve.json")
log = logging.getLogger("training")


def main() -> None:
    """Train each point that is not kept yet, print and keep it."""
    parser = argparse.ArgumentParser(prog="python -m training.curve", description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, help="folder that holds corpus/ and bench/")
    parser.add_argument("--keep", type=Path, default=KEEP, help="where the points are kept")
    parser.add_argument("--threads", type=int, default=1)
    wanted = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(wanted.threads)
    keep_memory()
    corpus = wanted.shared / "corpus"
    known, dev = split(load(corpus), corpus / "split.tsv")
    known = without([*known, *own_examples(), *annotated_examples(wanted.shared / "bench")], forbidden_of(dev))
    held = json.loads(wanted.keep.read_text("utf-8")) if wanted.keep.is_file() else {}
    points = held.get("points", {}) if held.get("recipe") == asdict(RECIPE) else {}
    for share in SHARES:
        if str(share) not in points:
            points[str(share)] = point(known, dev, share)
            keep(wanted.keep, points)
        print(share, points[str(share)], flush=True)


def point(known: Sequence[Example], dev: list[Example], share: float, recipe: Recipe = RECIPE) -> dict[str, float]:
    """Train on a share of the documents and score on `dev`; also says how many sentences were learnt."""
    learnt = drawn(known, share, seed=recipe.seed)
    log.info("%d sentences, a share of %s", len(learnt), share)
    model = learn(learnt, [], recipe)
    figures = measure(tagger_of(model, load_tokenizer(minilm() / "tokenizer.json")), dev)
    return {"sentences": len(learnt), **{key: round(figures[key], 4) for key in KEPT}}


def drawn(examples: Sequence[Example], share: float, *, seed: int) -> list[Example]:
    """Draw a share of the documents with all their sentences; what a smaller share draws, a larger one draws too."""
    documents = sorted({example.doc for example in examples})
    random.Random(seed).shuffle(documents)
    kept = set(documents[: round(share * len(documents))])
    return [example for example in examples if example.doc in kept]


def keep(path: Path, points: dict[str, dict[str, float]]) -> None:
    """Write the points in the form of a benchmark's result; the scores are those of the whole."""
    last = points[max(points, key=float)]
    form = {
        "benchmark": "tagger_curve",
        "data": "corpus",
        "n": last["sentences"],
        "scores": {key: last[key] for key in KEPT},
        "baseline": {},
        "peers": {},
        "points": points,
        "recipe": asdict(RECIPE),
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(form, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
