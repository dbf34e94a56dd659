"""Which texts tell of one incident, and which mentions mean one happening: GVC and ECB+, on gold mentions.

    python -m benchmarks.linking [--data FOLDER] [--json] [--keep]

FOLDER holds `NAME.conll` with `NAME_mentions.json` (the Gun Violence Corpus; or give the .conll itself), an ECB+ file
of JSON lines, or both. b3_f1 is B3 over documents against incidents; mention_b3_f1 over mentions, within the incidents
that we found; conll_f1 is the mean of MUC, B3 and CEAF-e over ECB+'s mentions. ECB+ is always cross-validated over
topics, within each topic as the public baselines are. GVC is scored with the weights in `linking_weights.json`
(`python -m training.linking` learns them from its validation part), and cross-validated on the part they come from.
"""

import json
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path
from random import Random
from zlib import crc32

from benchmarks.coref_score import Chains, b_cubed, conll, muc
from benchmarks.linking_ecb import crossed
from benchmarks.linking_learn import Weights, from_json, group_texts, learn_texts
from benchmarks.linking_pairs import gists
from benchmarks.linking_texts import Mention, Text, read_ecb, read_gvc
from benchmarks.linking_words import base, cosine, head, kinds
from benchmarks.report import Result, arguments, show
from vedette.linking.cluster import cluster

WEIGHTS = Path(__file__).with_name("linking_weights.json")
FOLDS = 5
LEAST = -1.5  # score from which groups are joined: recall is dearer
FLOOR = 0.15  # cosine from which the TF-IDF floor joins; chosen on the validation part
PEERS = {
    "TF-IDF (GVC test)": {"b3_f1": 0.957},
    "head lemma": {"mention_b3_f1": 0.604, "conll_f1": 0.76},
    "best trained (ECB+)": {"conll_f1": 0.857},
}


def main() -> None:
    """Score what lies in the folder."""
    options = arguments(__doc__, data="../shared/bench/linking")
    scores, baseline, notes = measured(options.data)
    n = int(notes.pop("texts"))
    result = Result(
        benchmark="linking", data=options.data.name, n=n, scores=scores, baseline=baseline, peers=PEERS, notes=notes
    )
    show(result, as_json=options.json, keep=options.keep)


def measured(data: Path) -> tuple[dict[str, float], dict[str, float], dict[str, float]]:
    """Score every file of a folder, or one file; the last value notes what else was measured."""
    files = [data] if data.is_file() else sorted(data.iterdir())
    gvc = [text for path in files if path.suffix == ".conll" for text in read_gvc(path)]
    ecb = [text for path in files if path.suffix == ".jsonl" for text in read_ecb(path)]
    if not gvc and not ecb:
        raise SystemExit(f"{data}: no .conll and no .jsonl here; give the folder of the linking data with --data")
    scores: dict[str, float] = {}
    baseline: dict[str, float] = {}
    notes: dict[str, float] = {"texts": len(gvc) + len(ecb)}
    for texts, score in ((gvc, score_gvc), (ecb, score_ecb)):
        for into, found in zip((scores, baseline, notes), score(texts) if texts else (), strict=False):
            into.update({name: round(value, 4) for name, value in found.items()})
    return scores, baseline, notes


def score_gvc(texts: Sequence[Text]) -> tuple[dict[str, float], dict[str, float], dict[str, float]]:
    """Score incidents and mentions of the Gun Violence Corpus; the baseline is TF-IDF with head lemmas."""
    kept = json.loads(WEIGHTS.read_text("utf-8"))
    own = kept["learnt_from"] == print_of(texts)
    found = cross_validated(texts) if own else incidents(texts, from_json(kept["texts"]))
    floor = tf_idf(texts)
    gold: Chains = {text.name: text.incident for text in texts}
    scores = {"b3_f1": b_cubed(gold, found).f1, "mention_b3_f1": _mentions_f1(texts, found, kind_of)}
    baseline = {"b3_f1": b_cubed(gold, floor).f1, "mention_b3_f1": _mentions_f1(texts, floor, lemma_of)}
    alone: Chains = {text.name: text.name for text in texts}
    return scores, baseline, {"gvc_singletons_b3_f1": b_cubed(gold, alone).f1, "gvc_cross_validated": float(own)}


def print_of(texts: Sequence[Text]) -> int:
    """Give the print by which a set of texts is known again."""
    return crc32(" ".join(sorted(text.name for text in texts)).encode())


def incidents(texts: Sequence[Text], weights: Weights) -> dict[str, int]:
    """Give each text the number of its group."""
    groups = group_texts(gists(texts), weights, least=LEAST)
    return {texts[one].name: number for number, group in enumerate(groups) for one in group}


def cross_validated(texts: Sequence[Text]) -> dict[str, str]:
    """Group each fold of incidents with weights learnt from the others."""
    names = sorted({text.incident for text in texts})
    Random(0).shuffle(names)
    fold = {name: number % FOLDS for number, name in enumerate(names)}
    found: dict[str, str] = {}
    for number in range(FOLDS):
        learnt = [text for text in texts if fold[text.incident] != number]
        held = [text for text in texts if fold[text.incident] == number]
        groups = incidents(held, learn_texts(learnt, gists(learnt)))
        found.update({name: f"{number}/{group}" for name, group in groups.items()})
    return found


def tf_idf(texts: Sequence[Text]) -> dict[str, int]:
    """Group by the cosine of words alone."""
    kept = gists(texts)

    def score(i: int, j: int) -> float:
        return cosine(kept[i].words, kept[j].words) - FLOOR

    edges = [pair for pair in combinations(range(len(kept)), 2) if score(*pair) > 0]
    groups = cluster(len(kept), edges=edges, score=score)
    return {texts[one].name: number for number, group in enumerate(groups) for one in group}


def lemma_of(mention: Mention) -> str:
    """Give the head lemma, from the data where they have it."""
    return mention.lemma or base(head(mention.text))


def kind_of(mention: Mention) -> str:
    """Give the kind of happening that a mention of an account of a shooting tells, else its lemma."""
    lemma = lemma_of(mention)
    if lemma in ("shoot", "shot"):
        return "fire" if mention.noun else "hit"
    return kinds().get(lemma, lemma)


def _mentions_f1(texts: Sequence[Text], found: Chains, kind: Callable[[Mention], str]) -> float:
    gold: Chains = {mention.name: mention.chain for text in texts for mention in text.mentions}
    answer: Chains = {one.name: (found[text.name], kind(one)) for text in texts for one in text.mentions}
    return b_cubed(gold, answer).f1


def score_ecb(texts: Sequence[Text]) -> tuple[dict[str, float], dict[str, float], dict[str, float]]:
    """Score ECB+ by cross-validation over topics; the baseline is the head lemma within the topic."""
    gold: Chains = {one.name: one.chain for text in texts for one in text.mentions}
    found, stories = crossed(texts)
    lemma: Chains = {one.name: (text.topic, lemma_of(one)) for text in texts for one in text.mentions}
    alone: Chains = {one: one for one in gold}
    notes = {
        "ecb_muc_f1": muc(gold, found).f1,
        "ecb_b3_f1": b_cubed(gold, found).f1,
        "ecb_text_b3_f1": b_cubed({text.name: text.incident for text in texts}, stories).f1,
        "ecb_singletons_conll_f1": conll(gold, alone),
    }
    return {"conll_f1": conll(gold, found)}, {"conll_f1": conll(gold, lemma)}, notes


if __name__ == "__main__":
    main()
