"""Which texts tell of one incident, and which mentions mean one happening: GVC and ECB+, on gold mentions.

    python -m benchmarks.linking [--data FOLDER] [--json] [--keep]

FOLDER holds `NAME.conll` with `NAME_mentions.json` (the Gun Violence Corpus; or give the .conll itself), an ECB+ file
of JSON lines, or both. b3_f1 is B3 over documents against incidents; mention_b3_f1 over mentions, within the incidents
that we found; conll_f1 is the mean of MUC, B3 and CEAF-e over ECB+'s mentions. ECB+ is always cross-validated over
topics, within each topic as the public baselines are. GVC is scored with the weights in `linking_weights.json`
(`python -m training.linking` learns them from its validation part), and cross-validated on the part they come from.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path
from random import Random
from zlib import crc32

from benchmarks.coref_score import Chains, b_cubed, clusters_of, conll, muc
from benchmarks.linking_learn import Weights, from_json, group_mentions, group_texts, learn, learn_texts
from benchmarks.linking_pairs import TELLING, Gist, Point, gists, of_mentions, of_texts, points
from benchmarks.linking_texts import Mention, Text, read_ecb, read_gvc
from benchmarks.linking_words import base, cosine, head, kinds
from benchmarks.report import Result, arguments, show
from vedette.linking.cluster import cluster

WEIGHTS = Path(__file__).with_name("linking_weights.json")
FOLDS = 5
LEAST, LEAST_ECB, LEAST_MENTIONS = -1.5, -1.0, -0.7  # scores from which groups are joined: recall is dearer
FLOOR = 0.15  # cosine from which the TF-IDF floor joins; chosen on the validation part
SPARED = 10  # of pairs of mentions that share no word one in ten is learnt from
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
    found: dict[str, str] = {}
    stories: dict[str, str] = {}
    by_topic: dict[str, list[Text]] = defaultdict(list)
    for text in texts:
        by_topic[text.topic].append(text)
    made = {topic: (ones, gists(ones), points(ones)) for topic, ones in by_topic.items()}
    for number in range(FOLDS):
        _ecb_fold([t for t in made if crc32(t.encode()) % FOLDS == number], made, found, stories)
    lemma: Chains = {one.name: (text.topic, lemma_of(one)) for text in texts for one in text.mentions}
    alone: Chains = {one: one for one in gold}
    notes = {
        "ecb_muc_f1": muc(gold, found).f1,
        "ecb_b3_f1": b_cubed(gold, found).f1,
        "ecb_text_b3_f1": b_cubed({text.name: text.incident for text in texts}, stories).f1,
        "ecb_singletons_conll_f1": conll(gold, alone),
    }
    return {"conll_f1": conll(gold, found)}, {"conll_f1": conll(gold, lemma)}, notes


Made = dict[str, tuple[list[Text], list[Gist], list[Point]]]


def _ecb_fold(held: Sequence[str], made: Made, found: dict[str, str], stories: dict[str, str]) -> None:
    learnt = [topic for topic in made if topic not in held]
    of_text, of_mention = _learn_topics([made[topic] for topic in learnt])
    for topic in held:
        texts, kept, mentions = made[topic]
        home = clusters_of(group_texts(kept, of_text, least=LEAST_ECB))
        stories.update({text.name: f"{topic}/{home[at]}" for at, text in enumerate(texts)})
        names = [one.name for text in texts for one in text.mentions]
        groups = group_mentions(mentions, [home[at] for at in range(len(texts))], of_mention, least=LEAST_MENTIONS)
        found.update({names[one]: f"{topic}/{group[0]}" for group in groups for one in group})


def _learn_topics(topics: Sequence[tuple[list[Text], list[Gist], list[Point]]]) -> tuple[Weights, Weights]:
    """Learn from the pairs of texts of one topic, and from the pairs of mentions of one incident."""
    rows: list[list[float]] = []
    same: list[bool] = []
    mention_rows: list[list[float]] = []
    mention_same: list[bool] = []
    for texts, kept, mentions in topics:
        for i, j in combinations(range(len(texts)), 2):
            rows.append(of_texts(kept[i], kept[j]))
            same.append(texts[i].incident == texts[j].incident)
        chains = [one.chain for text in texts for one in text.mentions]
        for at, (i, j) in enumerate(combinations(range(len(mentions)), 2)):
            if texts[mentions[i].text].incident == texts[mentions[j].text].incident:
                columns = of_mentions(mentions[i], mentions[j])
                if any(columns[: len(TELLING)]) or at % SPARED == 0:
                    mention_rows.append(columns)
                    mention_same.append(chains[i] == chains[j])
    return learn(rows, same, strength=10.0), learn(mention_rows, mention_same, strength=1.0)


if __name__ == "__main__":
    main()
