"""The honest figure: how well the tagger marks a kind of text that it has never seen."""

import json
import logging
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

from training.__main__ import forbidden_of, learn, minilm
from training.annotated import annotated_examples
from training.corpus import Example, load, without
from training.memory import keep_memory
from training.own import own_examples
from training.reading import measure, tagger_of
from training.recipe import Recipe
from vedette.tagging.words import load_tokenizer

log = logging.getLogger("training")
SHORT = replace(Recipe(), epochs=1, quotes=0, rate=3e-4, average=0.99, frozen=2, events=False)
"""One epoch, the lowest layers as they are, no quotations, no roles: minutes a set, and lower figures."""
KEPT = ("trigger_type_f1", "trigger_type_overlap_f1", "trigger_f1", "names_f1")


def each_set(corpus: Path, kept: Path, *, recipe: Recipe = SHORT) -> Iterator[tuple[str, dict[str, float]]]:
    """Train without each set and score it; what `kept` holds already of this recipe is not trained again."""
    keep_memory()
    examples = [*load(corpus), *annotated_examples(corpus.parent / "bench")]
    held = json.loads(kept.read_text(encoding="utf-8")) if kept.is_file() else {}
    done = held.get("sets", {}) if held.get("recipe") == asdict(recipe) else {}
    for name in sorted({example.set for example in load(corpus)}):
        if name not in done:
            log.info("leaving out %s", name)
            done[name] = without_set(examples, name, recipe)
            _keep(kept, done, recipe)
        yield name, done[name]


def without_set(examples: list[Example], name: str, recipe: Recipe = SHORT) -> dict[str, float]:
    """Train without one set of the examples and score it where its names are annotated too: in the corpus."""
    test = [example for example in examples if example.set == name and example.names is not None]
    others = [example for example in examples if example.set != name]
    train = without([*others, *own_examples()], forbidden_of(test))
    model = learn(train, [], recipe)
    figures = measure(tagger_of(model, load_tokenizer(minilm() / "tokenizer.json")), test)
    return {key: round(figures[key], 4) for key in KEPT}


def _keep(path: Path, done: dict[str, dict[str, float]], recipe: Recipe) -> None:
    scores = {key: round(sum(one[key] for one in done.values()) / len(done), 4) for key in KEPT}
    form = {
        "benchmark": "tagger_leave_out",
        "data": "corpus",
        "n": len(done),
        "scores": scores,
        "baseline": {},
        "peers": {},
        "sets": dict(sorted(done.items())),
        "recipe": asdict(recipe),
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(form, indent=1) + "\n", encoding="utf-8")
