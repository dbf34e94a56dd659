"""How well the tagger marks sentences of documents that it has not learnt from.

    python -m benchmarks.tagger [--data FOLDER|FILE.jsonl] [--json] [--keep]
    python -m benchmarks.tagger --leave-out        train without one set of the corpus, test on it (needs PyTorch)

A trigger counts when exactly its characters are marked (with its type: the headline); a role phrase or a name when
at least half of the characters of both are shared. Roles and status are those of the annotated triggers.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.report import RESULTS, Result, arguments, show
from training.corpus import Example, load, parse, records, split
from training.score import given_triggers, score
from vedette.model.mark import Mark, Tagged
from vedette.model.span import cut
from vedette.tagging import load as load_tagger
from vedette.tagging.words import Row, rows

PEERS = {
    "probe": {"trigger_type_f1": 0.75, "trigger_f1": 0.81, "role_f1": 0.67, "status_accuracy": 0.90},
    "two people": {"trigger_type_f1": 0.92, "trigger_f1": 0.94, "role_end_to_end_f1": 0.90, "status_accuracy": 0.99},
}
ENDINGS = ("ings", "ing", "ions", "ion", "ed", "es", "s", "e")


def measure(data: Path) -> Result:
    """Score the tagger and the keyword baseline on a file, or on the held-back documents of a corpus folder."""
    train, held = held_back(data)
    tagger = load_tagger()
    texts = [example.text for example in held]
    figures = score(held, tagger.tag(texts), tagger.mark(texts, given_triggers(held)))
    return Result(
        benchmark="tagger",
        data=data.name,
        n=len(held),
        scores=figures,
        baseline=baseline(train, held) if train else {},
        peers=PEERS,
        notes={
            "probe": "MiniLM, 4 epochs, no tricks, on a random tenth of the corpus's documents",
            "two people": "a second annotator on 82 sentences of other documents: the ceiling",
            "mean words": round(sum(len(text.split()) for text in texts) / max(1, len(texts)), 1),
        },
    )


def held_back(data: Path) -> tuple[list[Example], list[Example]]:
    """Give what the baseline may learn from, and what is tested."""
    if data.is_dir():
        return split(load(data), data / "split.tsv")
    return [], [parse(row) for row in records(data)]


def baseline(train: list[Example], held: list[Example]) -> dict[str, float]:
    """Score a keyword list: each word that is mostly a trigger in train, with its most frequent type there."""
    words = keywords(train)
    tagged = [
        Tagged(text=e.text, marks=tuple(_marked(e.text, row, words))) for e, row in zip(held, _rows(held), strict=True)
    ]
    given = [Tagged(text=e.text, marks=tuple(_mark(e.text, *v.trigger, v.type) for v in e.events or ())) for e in held]
    found = score(held, tagged, given)
    return {
        name: found[name] for name in ("trigger_type_f1", "trigger_type_overlap_f1", "trigger_f1", "status_accuracy")
    }


def keywords(train: list[Example]) -> dict[str, str]:
    """Learn the stems that are triggers more often than not, and the type that each has most often."""
    seen: Counter[str] = Counter()
    types: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for example, row in zip(train, _rows(train), strict=True):
        for start, end in zip(row.starts.tolist(), row.ends.tolist(), strict=True):
            word = stem(example.text[start:end])
            seen[word] += 1
            for event in example.events or ():
                if event.trigger[0] <= start and end <= event.trigger[1]:
                    types[word][event.type] += 1
    return {word: held.most_common(1)[0][0] for word, held in types.items() if held.total() * 2 > seen[word]}


def stem(word: str) -> str:
    """Cut the ending off a word, so that its forms meet."""
    word = word.casefold()
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word


def leave_out(data: Path) -> Result:
    """Train without each set of the corpus in turn and test on it; kept sets are not trained again."""
    from training.leave_out import each_set  # needs PyTorch

    found = dict(each_set(data, RESULTS / "tagger_leave_out.json"))
    means = {name: sum(one[name] for one in found.values()) / len(found) for name in next(iter(found.values()))}
    return Result(
        benchmark="tagger_leave_out",
        data=data.name,
        n=len(found),
        scores={"mean_" + name: value for name, value in means.items()}
        | {f"{held}_trigger_type_f1": one["trigger_type_f1"] for held, one in found.items()},
        notes={"recipe": "each set is tested by a network that was trained on the others, with a short recipe"},
    )


def _rows(examples: Iterable[Example]) -> list[Row]:
    texts = [example.text for example in examples]
    return rows(texts, load_tagger().tokenizer, longest=100_000)


def _marked(text: str, row: Row, words: dict[str, str]) -> Iterable[Mark]:
    for start, end in zip(row.starts.tolist(), row.ends.tolist(), strict=True):
        if kind := words.get(stem(text[start:end])):
            yield _mark(text, start, end, kind)


def _mark(text: str, start: int, end: int, kind: str) -> Mark:
    return Mark(trigger=cut(text, start, end), type=kind, mode=None, status="actual")


def main() -> None:
    """Run the benchmark from the command line."""
    flag: dict[str, dict[str, Any]] = {
        "--leave-out": {"action": "store_true", "help": "train without each set in turn"}
    }
    options = arguments(__doc__, data="../shared/corpus", extra=flag)
    result = leave_out(options.data) if options.leave_out else measure(options.data)
    show(result, as_json=options.json, keep=options.keep and not options.leave_out)


if __name__ == "__main__":
    main()
