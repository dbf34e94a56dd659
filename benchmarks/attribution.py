"""Who says it and by which words: the sources and cues of the political news of PolNeAR.

    python -m benchmarks.attribution [--data FILE.jsonl] [--limit N] [--json] [--keep]

F1 of tokens (words; punctuation does not count): a token is right when it stands in a span of that part in both. The
whole text is read, with our own sentences. The baseline knows twelve verbs of saying and takes for the source the
capitalised words or the pronoun that stand before one, or else behind it.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.report import Result, arguments, show
from benchmarks.sample import LIMIT, spread
from training.corpus import Stretch, records
from vedette.model.mark import Part, Tagged
from vedette.tagging import load as load_tagger
from vedette.tagging import split

TOKEN = re.compile(r"\w+(?:['’.-]\w+)*")
PARTS = (Part.SOURCE, Part.CUE, Part.CONTENT)
SAYING = re.compile(r"\b(?:said|says|say|told|tells|added|wrote|according to|argued|claimed|tweeted|asked)\b")
NAMED = re.compile(r"(?:(?:[A-Z][\w.’'-]*|of|the) ){0,4}(?:[A-Z][\w’'-]*|he|she|they|it|who)\s$")
BEHIND = re.compile(r"\s(?:the )?(?:[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}|he|she|they)")
Spans = dict[Part, list[Stretch]]


def measure(data: Path, limit: int | None = None) -> Result:
    """Score our spans and the baseline's."""
    rows = spread(list(records(data)), limit)
    texts = [row["text"] for row in rows]
    gold = [gold_spans(row) for row in rows]
    return Result(
        benchmark="attribution",
        data=data.name,
        n=len(rows),
        scores=token_scores(texts, gold, [found_spans(text) for text in texts]),
        baseline=token_scores(texts, gold, [simple_spans(text) for text in texts]),
        peers={"people": {"agreement": 0.923}},
        notes={"peers": "no token scores are published; people agree on 92.3 % of attributions"},
    )


def gold_spans(row: dict[str, Any]) -> Spans:
    """Give the annotated spans of an article by part."""
    kinds = {part.value: part for part in PARTS}
    spans: Spans = {part: [] for part in PARTS}
    for span in row["spans"].values():
        if (part := kinds.get(span["kind"].lower())) is not None:
            spans[part] += [(at[0], at[1]) for at in span["offsets"]]
    return spans


def found_spans(text: str) -> Spans:
    """Give the spans that the tagger finds in a text, by part."""
    starts = split(text)
    tagged = load_tagger().tag([text[start:end] for start, end in starts])
    return in_text(zip((start for start, _ in starts), tagged, strict=True))


def in_text(sentences: Iterable[tuple[int, Tagged]]) -> Spans:
    """Turn the attributions of sentences, each with its start, into spans of the text."""
    spans: Spans = {part: [] for part in PARTS}
    for start, tagged in sentences:
        for one in tagged.attributions:
            spans[one.part].append((start + one.span.start, start + one.span.end))
    return spans


def simple_spans(text: str) -> Spans:
    """Give the baseline's sources and cues."""
    spans: Spans = {part: [] for part in PARTS}
    for cue in SAYING.finditer(text):
        spans[Part.CUE].append(cue.span())
        before = NAMED.search(text, max(0, cue.start() - 60), cue.start())
        if source := before or BEHIND.match(text, cue.end()):
            spans[Part.SOURCE].append(source.span())
    return spans


def token_scores(texts: list[str], gold: list[Spans], found: list[Spans]) -> dict[str, float]:
    """Give F1, precision and recall of the tokens of each part, over all texts together."""
    scores: dict[str, float] = {}
    for part in PARTS:
        pairs = [(tokens(t, g[part]), tokens(t, f[part])) for t, g, f in zip(texts, gold, found, strict=True)]
        hit = sum(len(g & f) for g, f in pairs)
        wanted, given = sum(len(g) for g, _ in pairs), sum(len(f) for _, f in pairs)
        scores[f"{part.value}_f1"] = 2 * hit / (wanted + given) if wanted + given else 0.0
        scores[f"{part.value}_precision"] = hit / given if given else 0.0
        scores[f"{part.value}_recall"] = hit / wanted if wanted else 0.0
    return scores


def tokens(text: str, spans: list[Stretch]) -> set[int]:
    """Give where the tokens begin that lie within one of the spans."""
    return {start + found.start() for start, end in spans for found in TOKEN.finditer(text[start:end])}


def main() -> None:
    """Run the benchmark from the command line."""
    options = arguments(__doc__, data="../shared/bench/attribution/polnear_dev.jsonl", extra=LIMIT)
    show(measure(options.data, options.limit), as_json=options.json, keep=options.keep)


if __name__ == "__main__":
    main()
