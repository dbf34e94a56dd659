"""Texts with marked happenings for the linking benchmark: the Gun Violence Corpus and ECB+ in one form."""

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

ACTS = ("ACTION", "NEG_ACTION")  # the event mentions among ECB+'s marks


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A marked happening: its words, those of its sentence, its head where the data give it, and its gold chain."""

    name: str
    text: str
    sentence: tuple[str, ...]
    chain: str
    lemma: str | None = None
    noun: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text: its topic, its gold incident, the day it was published (None: not given), sentences of words."""

    name: str
    topic: str
    incident: str
    day: date | None
    sentences: tuple[tuple[str, ...], ...]
    mentions: tuple[Mention, ...]


def read_gvc(conll: Path) -> list[Text]:
    """Read a .conll file of the Gun Violence Corpus with the `_mentions.json` beside it."""
    beside = conll.with_name(conll.stem + "_mentions.json")
    if not beside.exists():
        raise SystemExit(f"{conll}: no {beside.name} beside it; put the two files of one part together")
    marked: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in json.loads(beside.read_text("utf-8")):
        marked[row["conll_doc_key"]].append(row)
    return [_gvc_text(name, lines, marked[name]) for name, lines in _conll(conll).items()]


def _conll(path: Path) -> dict[str, dict[int, list[str]]]:
    """Give the words of each sentence of each document."""
    found: dict[str, dict[int, list[str]]] = {}
    for line in path.read_text("utf-8").splitlines():
        parts = line.split("\t")
        if not line.startswith("#") and len(parts) >= 5:
            found.setdefault(parts[0], {}).setdefault(int(parts[1]), []).append(parts[3])
    return found


def _gvc_text(name: str, sentences: dict[int, list[str]], marked: list[dict[str, Any]]) -> Text:
    """Make a text; the first line of a document is its day, its second key part its incident."""
    topic, incident, _ = name.split("/")
    return Text(
        name=name,
        topic=topic,
        incident=incident,
        day=_day(" ".join(sentences.get(0, []))),
        sentences=tuple(tuple(words) for number, words in sorted(sentences.items()) if number),
        mentions=tuple(
            Mention(
                name=row["mention_id"],
                text=row["tokens_str"],
                sentence=tuple(sentences.get(int(row["sent_id"]), [])),
                chain=row["coref_chain"],
                lemma=row["mention_head_lemma"].casefold(),
                noun=row["mention_head_pos"] == "NOUN" or row["mention_head"].casefold().endswith("ing"),
            )
            for row in marked
        ),
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None


def read_ecb(path: Path) -> list[Text]:
    """Read ECB+ converted to a JSON object a line; the two halves of a topic are its two incidents."""
    return [_ecb_text(json.loads(line)) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _ecb_text(row: dict[str, Any]) -> Text:
    topic = str(row["topic"])
    words: dict[str, list[str]] = defaultdict(list)
    for _, sentence, word in row["tokens"]:
        words[sentence].append(word)
    sentence_of = {token: sentence for token, sentence, _ in row["tokens"]}
    mentions = [
        Mention(
            name=f"{topic}/{row['doc']}/{number}",
            text=row["mentions"][number]["text"],
            sentence=tuple(words[sentence_of[row["mentions"][number]["tokens"][0]]]),
            chain=f"{topic}/{chain['instance']}",
        )
        for chain in row["chains"]
        if chain["instance"]
        for number in chain["mentions"]
        if number in row["mentions"] and row["mentions"][number]["tag"].startswith(ACTS)
    ]
    return Text(
        name=f"{topic}/{row['doc']}",
        topic=topic,
        incident=f"{topic}{'+' if 'plus' in row['doc'] else ''}",
        day=None,
        sentences=tuple(tuple(sentence.split()) for sentence in row["sentences"]),
        mentions=tuple(mentions),
    )
