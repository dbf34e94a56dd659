"""The public texts whose sentences were annotated for this project; they stay where they lie (`shared/bench`)."""

import csv
import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

Texts = Iterator[tuple[str, str]]


def _causal_news(bench: Path) -> Texts:
    with (bench / "coding/cnc_train_subtask1.csv").open(encoding="utf-8-sig", newline="") as lines:
        yield from ((row["index"], row["text"]) for row in csv.DictReader(lines))


def _dyads(bench: Path) -> Texts:
    with (bench / "coding/plv_train.tsv").open(encoding="utf-8", newline="") as lines:
        yield from ((row["sentence_id"], row["sentence"]) for row in csv.DictReader(lines, delimiter="\t"))


def _lines(path: Path, key: str, text: str) -> Texts:
    with path.open(encoding="utf-8") as lines:
        yield from ((row[key], row[text]) for row in map(json.loads, lines))


def _releases(bench: Path) -> Texts:
    for path in sorted((bench / "coding/re3d").glob("*_documents.jsonl")):
        yield from _lines(path, "_id", "text")


def _crime(bench: Path) -> Texts:
    with (bench / "linking/ecbplus_train.jsonl").open(encoding="utf-8") as lines:
        yield from ((row["doc"], "\n".join(row["sentences"])) for row in map(json.loads, lines))


def _local_news(bench: Path) -> Texts:
    for article in ElementTree.parse(bench / "places/lgl.xml").getroot():
        yield article.get("docid", ""), article.findtext("text", "")


def _wars(bench: Path) -> Texts:
    for path in sorted((bench / "time/wikiwars_train").glob("*.tml")):
        body = ElementTree.parse(path).getroot().find("TEXT")
        yield path.stem, "" if body is None else "".join(body.itertext())


READERS: dict[str, tuple[str, Callable[[Path], Texts]]] = {
    "cnc": ("causal_news", _causal_news),
    "plv": ("plover_dyads", _dyads),
    "muc4": ("crime_attacks_latin_america", lambda bench: _lines(bench / "coding/muc4_train.json", "docid", "doctext")),
    "ecbplus": ("crime_attacks_latin_america", _crime),
    "re3d": ("releases_and_wars", _releases),
    "wikiwars": ("releases_and_wars", _wars),
    "polnear": ("attribution", lambda bench: _lines(bench / "attribution/polnear_train.jsonl", "doc", "text")),
    "lgl": ("local_news", _local_news),
}
"""Source -> the set of the corpus that holds sentences of the same kind (left out together), and how it is read."""


@cache
def texts_of(source: str, bench: Path) -> dict[str, str]:
    """Read all texts of a source, by their ids there."""
    return dict(READERS[source][1](bench))
