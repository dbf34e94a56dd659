"""The linking benchmark reads its two forms, and groups what is alike."""

import json
from pathlib import Path

import numpy as np
import pytest

from benchmarks.linking import incidents, kind_of, measured
from benchmarks.linking_boosted import grouped
from benchmarks.linking_columns import Topic, mention_columns, text_columns, topic_of
from benchmarks.linking_ecb import crossed
from benchmarks.linking_learn import Weights, learn
from benchmarks.linking_texts import Mention, Text, read_ecb, read_gvc
from benchmarks.linking_words import base, head
from vedette.tagging.labels import TYPES

CONLL = """#begin document (0/11/aa); part 0
0/11/aa\t0\t0\t2015-03-04\t-

0/11/aa\t1\t0\tTwo\t-
0/11/aa\t1\t1\tshot\t(1)
#end document
"""


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("killed", "kill"),
        ("killing", "kill"),
        ("stopped", "stop"),
        ("fled", "fle"),
        ("injuries", "injur"),
        ("hit", "hit"),
    ],
)
def test_base_forms_meet(word: str, wanted: str) -> None:
    assert base(word).startswith(wanted)


@pytest.mark.parametrize(
    ("text", "wanted"), [("checked into", "checked"), ("drone attack", "attack"), ("was shot", "shot")]
)
def test_finds_the_head(text: str, wanted: str) -> None:
    assert head(text) == wanted


def test_reads_a_conll_file_with_its_mentions(tmp_path: Path) -> None:
    (tmp_path / "part.conll").write_text(CONLL)
    row = {
        "mention_id": "m1",
        "conll_doc_key": "0/11/aa",
        "tokens_str": "shot",
        "sent_id": 1,
        "coref_chain": "c",
        "mention_head_lemma": "Shoot",
        "mention_head_pos": "VERB",
        "mention_head": "shot",
    }
    (tmp_path / "part_mentions.json").write_text(json.dumps([row]))
    [text] = read_gvc(tmp_path / "part.conll")
    assert (text.incident, str(text.day), text.sentences, kind_of(text.mentions[0])) == (
        "11",
        "2015-03-04",
        (("Two", "shot"),),
        "hit",
    )


def test_reads_a_line_of_ecb(tmp_path: Path) -> None:
    row = {
        "topic": 4,
        "doc": "4_2ecbplus.xml",
        "sentences": ["Rebels attacked ."],
        "tokens": [["1", "0", "Rebels"], ["2", "0", "attacked"], ["3", "0", "."]],
        "mentions": {"7": {"tag": "ACTION_OCCURRENCE", "tokens": ["2"], "text": "attacked"}},
        "chains": [{"instance": "ACT1", "mentions": ["7"]}],
    }
    (tmp_path / "part.jsonl").write_text(json.dumps(row) + "\n")
    [text] = read_ecb(tmp_path / "part.jsonl")
    assert (text.incident, text.mentions[0].chain, text.mentions[0].sentence[1]) == ("4+", "4/ACT1", "attacked")


def test_keeps_a_chain_of_one_and_leaves_out_what_no_chain_holds(tmp_path: Path) -> None:
    marks = {
        "7": {"tag": "ACTION_OCCURRENCE", "tokens": ["2"], "text": "attacked"},
        "8": {"tag": "ACTION_OCCURRENCE", "tokens": ["3"], "text": "fled"},
        "9": {"tag": "HUMAN_PART", "tokens": ["1"], "text": "Rebels"},
    }
    row = {
        "topic": 4,
        "doc": "4_2ecb.xml",
        "sentences": ["Rebels attacked fled"],
        "tokens": [["1", "0", "Rebels"], ["2", "0", "attacked"], ["3", "0", "fled"]],
        "mentions": marks,
        "chains": [{"instance": "ACT1", "mentions": ["7"]}, {"instance": "HUM1", "mentions": ["9"]}],
    }
    (tmp_path / "part.jsonl").write_text(json.dumps(row) + "\n")
    [text] = read_ecb(tmp_path / "part.jsonl")
    assert [one.text for one in text.mentions] == ["attacked"]


def test_says_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "part.conll").write_text(CONLL)
    with pytest.raises(SystemExit, match="beside it"):
        measured(tmp_path)


def test_learns_which_column_tells() -> None:
    rows = [[1.0, 0.5], [0.9, 0.1], [0.1, 0.5], [0.0, 0.1]] * 5
    weights = learn(rows, [True, True, False, False] * 5, strength=10.0)
    assert weights.columns[0] > 2 * abs(weights.columns[1])
    assert weights.score([1.0, 0.3]) > 0 > weights.score([0.0, 0.3])


def test_groups_texts_of_one_incident() -> None:
    def text(name: str, *sentences: str) -> Text:
        words = tuple(tuple(one.split()) for one in sentences)
        return Text(name=name, topic="0", incident=name, day=None, sentences=words, mentions=())

    found = incidents(
        [
            text("a", "A man fell from Harlow bridge and Tom Reyes saw it"),
            text("b", "Tom Reyes watched as a man fell from the Harlow bridge"),
            text("c", "A storm sank nine boats near Kilrush overnight"),
        ],
        Weights(columns=(8.0, 4.0, 2.0, 0.0, 0.0), start=-5.0),
    )
    assert found["a"] == found["b"] != found["c"]


@pytest.fixture(scope="module")
def topic() -> Topic:
    def text(name: str, *told: tuple[str, str, str]) -> Text:
        mentions = [
            Mention(name=f"{name}{at}", text=word, sentence=tuple(sentence.split()), chain=chain)
            for at, (sentence, word, chain) in enumerate(told)
        ]
        words = tuple(one.sentence for one in mentions)
        return Text(name=name, topic="0", incident="i", day=None, sentences=words, mentions=tuple(mentions))

    return topic_of(
        [
            text("a", ("Gunmen killed two guards in Harlow", "killed", "1"), ("Police found the car", "found", "2")),
            text("b", ("Two guards were murdered by gunmen in Harlow", "murdered", "1")),
        ]
    )


def test_mentions_of_one_happening_share_more(topic: Topic) -> None:
    columns = mention_columns(topic)
    assert columns.shape[:2] == (3, 3)
    assert np.allclose(columns, columns.transpose(1, 0, 2), atol=1e-5)
    assert columns[0, 2, 0] == 2.0  # like words
    assert columns[0, 1, 0] == 0.0
    types = topic.told[0].types
    assert TYPES[int(types.argmax())] == "ASSAULT"


def test_texts_of_one_story_have_like_states(topic: Topic) -> None:
    assert topic.means.shape == (2, 2)
    assert topic.best[0, 0] == pytest.approx(1.0)
    assert all(-1.001 <= value <= 1.001 for value in text_columns(topic, 0, 1))


def test_groups_by_the_mean_score_within_an_incident() -> None:
    scores = np.array([2.0, -1.0, 3.0, -1.0, 3.0, 2.5])  # 01 02 03 12 13 23
    together = grouped(scores, [0, 0, 0, 0], least=0.0)
    assert together[0] == together[1] == together[3]
    apart = grouped(scores, [0, 0, 0, 1], least=0.0)
    assert apart[0] == apart[1] != apart[2]
    assert apart[3] not in apart[:3]


def test_trees_learn_which_pairs_are_one() -> None:
    pytest.importorskip("sklearn")
    from benchmarks.linking_boosted import Boosted

    columns = np.random.default_rng(0).random((600, 3))
    scores = Boosted(columns, columns[:, 0] > 0.5).score(np.array([[0.9, 0.5, 0.5], [0.1, 0.5, 0.5]]))
    assert scores[0] > 0 > scores[1]


def test_runs_through_on_a_small_set() -> None:
    pytest.importorskip("sklearn")

    def text(topic: str, doc: str, half: str, *told: tuple[str, str]) -> Text:
        mentions = [
            Mention(name=f"{doc}{at}", text=word, sentence=tuple(sentence.split()), chain=f"{topic}{half}{word}")
            for at, (sentence, word) in enumerate(told)
        ]
        words = tuple(one.sentence for one in mentions)
        return Text(name=doc, topic=topic, incident=topic + half, day=None, sentences=words, mentions=tuple(mentions))

    attack, storm = [("Gunmen shot a guard", "shot"), ("They fled by boat", "fled")], [("It sank nine boats", "sank")]
    halves = [(0, "a", attack), (1, "a", attack), (2, "b", storm)]
    texts = [text(topic, f"{topic}{n}", half, *told) for topic in ("1", "2") for n, half, told in halves]
    mentions, stories = crossed(texts)
    assert set(mentions) == {one.name for text in texts for one in text.mentions}
    assert set(stories) == {text.name for text in texts}
