"""Tolls and counts."""

import json
import re
from pathlib import Path

import pytest

from vedette.coding.document import Sentence
from vedette.coding.how_many import count_of, toll, tolls_of
from vedette.model import Label, Mark, Name, Role, RoleMark, Span, Tagged


def span(text: str, quote: str) -> Span:
    start = text.index(quote)
    return Span(text=quote, start=start, end=start + len(quote))


def told(
    text: str,
    trigger: str,
    *,
    offset: int = 0,
    status: str = "actual",
    persons: tuple[str, ...] = (),
    **roles: list[str],
) -> tuple[Mark, Sentence]:
    marks = tuple(
        RoleMark(role=Role(role), span=span(text, quote)) for role, quotes in roles.items() for quote in quotes
    )
    mark = Mark(trigger=span(text, trigger), type="ASSAULT", mode=None, status=status, roles=marks)
    names = tuple(Name(span=span(text, person), label=Label.PERSON) for person in persons)
    tagged = Tagged(text=text, marks=(mark,), names=names)
    whole = Span(text=text, start=offset, end=offset + len(text))
    return mark, Sentence(index=0, paragraph=0, span=whole, tagged=tagged)


@pytest.mark.parametrize(
    ("text", "low", "best", "high"),
    [
        ("eight members of the militia", 8, 8, 8),
        ("several others", 2, 3, None),
        ("at least a dozen people", 12, 12, None),
        ("at least 12", 12, 12, None),
        ("more than 20 villagers", 21, 21, None),
        ("a soldier", 1, 1, 1),
        ("no one", 0, 0, 0),
        ("no casualties", 0, 0, 0),
        ("No Americans", 0, 0, 0),
        ("two children and their mother", 3, 3, 3),
        ("five more fighters", 5, 5, 5),
        ("the commander and four bodyguards", 5, 5, 5),
        ("35 people, including 10 children", 35, 35, 35),
        ("16 Palestinians and one Israeli", 17, 17, 17),
        ("a family of six", 6, 6, 6),
        ("both pilots", 2, 2, 2),
        ("half a dozen guards", 6, 6, 6),
        ("1,200 recruits", 1200, 1200, 1200),
        ("a 12-year-old boy", 1, 1, 1),
        ("a 45-year-old man and his two sons", 3, 3, 3),
        ("nine soldiers and militiamen", 9, 9, 9),
        ("7 fighters of the front and their allied gunmen", 7, 7, 7),
        ("the mayor and his wife", 2, 2, 2),
        ("a rights activist and political leader", 1, 1, 1),
        ("14 civilians, among them three nurses", 14, 14, 14),
        ("3 people at least", 3, 3, None),
        ("about 50 at most", 1, 50, 50),
        ("six of whom", 6, 6, 6),
        ("the 73 victims", 73, 73, 73),
        ("a father of four", 1, 1, 1),
        ("gunmen", 2, 2, None),
        ("casualties", 1, 1, None),
        ("heavy losses", 1, 1, None),
        ("him", 1, 1, 1),
        ("the third", 1, 1, 1),
        ("the first of six people killed", 6, 6, 6),
        ("“dozens of unarmed people”", 24, 24, 99),
        ("three women, two men and a child", 6, 6, 6),
        ("Maryam Haidari", 1, 1, 1),
        ("one of its own pilots", 1, 1, 1),
        ("hundreds of men, women and children", 200, 200, 999),
    ],
)
def test_reads_a_toll(text: str, low: int, best: int, high: int | None) -> None:
    read = toll(text)
    assert read is not None
    assert (read.low, read.best, read.high) == (low, best, high)


@pytest.mark.parametrize(
    "text", ["an unknown number of people", "more than 60% of them", "anybody", "the number of dead", ""]
)
def test_gives_no_toll_without_a_figure(text: str) -> None:
    assert toll(text) is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("eight members of the militia", "members of the militia"),
        ("five more fighters", "fighters"),
        ("six", None),
        ("no civilians", "civilians"),
    ],
)
def test_says_who_they_were(text: str, who: str | None) -> None:
    read = toll(text)
    assert read is not None
    assert read.of == who


def test_quotes_the_victims_in_the_body() -> None:
    text = "Jets hit the camp, killing eight fighters and wounding several others."
    mark, sentence = told(text, "hit", offset=100, killed=["eight fighters"], injured=["several others"])
    killed, injured = tolls_of(mark, sentence)
    assert killed is not None
    assert injured is not None
    assert (killed.text, killed.start, killed.end) == (
        "eight fighters",
        100 + text.index("eight"),
        114 + text.index("eight"),
    )
    assert (injured.low, injured.best, injured.high) == (2, 3, None)


def test_adds_different_people() -> None:
    mark, sentence = told("The blast killed two soldiers and a medic.", "blast", killed=["two soldiers", "a medic"])
    killed, _ = tolls_of(mark, sentence)
    assert killed is not None
    assert killed.best == 3


def test_takes_the_total_that_a_rise_brings() -> None:
    text = "Two more passengers died after the blast, bringing the death toll to 13."
    mark, sentence = told(text, "blast", killed=["Two more passengers", "13"])
    killed, _ = tolls_of(mark, sentence)
    assert killed is not None
    assert killed.best == 13


def test_does_not_add_what_a_colon_lists_of_those_counted() -> None:
    mark, sentence = told("Six died: four guests and two guards.", "died", killed=["Six", "four guests", "two guards"])
    killed, _ = tolls_of(mark, sentence)
    assert killed is not None
    assert killed.best == 6


def test_does_not_add_a_part_to_its_whole() -> None:
    mark, sentence = told(
        "The raid killed 20 people, including seven children.", "raid", killed=["20 people", "seven children"]
    )
    killed, _ = tolls_of(mark, sentence)
    assert killed is not None
    assert killed.best == 20


@pytest.mark.parametrize(
    "text",
    [
        "Rockets landed near the base without causing casualties.",
        "Rockets landed near the base; there were no immediate reports of casualties.",
        "Rockets landed near the base but did not cause any casualties.",
    ],
)
def test_counts_none_where_the_words_deny_it(text: str) -> None:
    mark, sentence = told(text, "landed", killed=["casualties"], injured=["casualties"])
    killed, injured = tolls_of(mark, sentence)
    assert killed is not None
    assert injured is not None
    assert (killed.low, killed.high, injured.low, injured.high) == (0, 0, 0, 0)


def test_bounds_both_tolls_where_one_phrase_names_dead_and_hurt() -> None:
    mark, sentence = told(
        "The shelling left 30 dead and injured.",
        "shelling",
        killed=["30 dead and injured"],
        injured=["30 dead and injured"],
    )
    killed, injured = tolls_of(mark, sentence)
    assert killed is not None
    assert injured is not None
    assert (killed.low, killed.high, injured.low, injured.high) == (0, 30, 0, 30)


def test_takes_the_target_of_a_killing_for_the_killed() -> None:
    mark, sentence = told("Gunmen killed three soldiers at dawn.", "killed", target=["three soldiers"])
    killed, injured = tolls_of(mark, sentence)
    assert killed is not None
    assert (killed.best, injured) == (3, None)


def test_takes_no_toll_from_a_killing_that_was_only_planned() -> None:
    mark, sentence = told("They vowed to kill three ministers.", "kill", status="planned", target=["three ministers"])
    assert tolls_of(mark, sentence) == (None, None)


def test_who_was_shot_dead_is_one() -> None:
    shot, many = toll("a novice monk dead"), toll("three men dead")
    assert shot is not None
    assert many is not None
    assert (shot.best, many.best) == (1, 3)


def test_reads_a_named_person_as_one() -> None:
    mark, sentence = told(
        "Gunmen shot Colonel Amos Tutu Hills.", "shot", persons=("Amos Tutu Hills",), killed=["Colonel Amos Tutu Hills"]
    )
    killed, _ = tolls_of(mark, sentence)
    assert killed is not None
    assert (killed.low, killed.high) == (1, 1)


@pytest.mark.parametrize(
    ("phrase", "low", "high"),
    [
        ("over 90 times", 91, None),
        ("twice", 2, 2),
        ("dozens of", 24, 99),
        ("two separate", 2, 2),
        ("at least 60", 60, None),
        ("a series of", 2, None),
        ("repeatedly", 2, None),
        ("three waves", 3, 3),
    ],
)
def test_counts_happenings(phrase: str, low: int, high: int | None) -> None:
    mark, sentence = told(f"Their posts were hit {phrase} strikes", "hit", count=[phrase])
    count = count_of(mark, sentence)
    assert count is not None
    assert (count.low, count.high, count.text) == (low, high, phrase)


@pytest.mark.parametrize("phrase", ["third", "a fourth round", "second time", "once"])
def test_counts_one_of_a_series_as_one(phrase: str) -> None:
    mark, sentence = told(f"It was the {phrase} strike", "strike", count=[phrase])
    assert count_of(mark, sentence) is None


def test_counts_by_a_number_right_before_the_trigger() -> None:
    mark, sentence = told("The army carried out two separate raids in the valley.", "raids")
    count = count_of(mark, sentence)
    assert count is not None
    assert (count.low, count.text) == (2, "two separate raids")


def test_every_victim_phrase_of_the_corpus_has_a_sensible_value(shared: Path) -> None:
    rows = [
        json.loads(line) for file in sorted((shared / "corpus").glob("*.jsonl")) for line in file.open(encoding="utf-8")
    ]
    phrases = {
        quote[0]
        for row in rows
        for event in row["events"]
        for role in ("killed", "injured")
        for quote in event.get(role, [])
    }
    unread = sorted(phrase for phrase in phrases if toll(phrase) is None)
    assert len(unread) <= 5, unread
    plain = [phrase for phrase in phrases if re.fullmatch(r"\d+(?: \w+)?", phrase)]
    assert all((read := toll(phrase)) is not None and read.best == int(phrase.split()[0]) for phrase in plain)


@pytest.mark.parametrize(
    ("text", "trigger", "persons", "killed", "best"),
    [
        (
            "Six men — four guards and two cooks — died in the blast.",
            "blast",
            (),
            ["Six men", "four guards", "two cooks"],
            6,
        ),
        ("The raid killed 30 people, most of them elderly.", "raid", (), ["30 people", "most of them elderly"], 30),
        ("The raid killed an elder, Awa Sow.", "raid", ("Awa Sow",), ["an elder", "Awa Sow"], 1),
        ("The raid killed Awa Sow, a village elder.", "raid", ("Awa Sow",), ["Awa Sow", "a village elder"], 1),
        (
            "Five men said to be members of the gang died in the raid.",
            "raid",
            (),
            ["Five men", "members of the gang"],
            5,
        ),
        ("The raid killed a teacher, a nurse and two boys.", "raid", (), ["a teacher", "a nurse", "two boys"], 4),
        ("The raid killed Awa Sow and two guards.", "raid", ("Awa Sow",), ["Awa Sow", "two guards"], 3),
        (
            "General Omar Adan survived an ambush in which four guards died.",
            "ambush",
            ("Omar Adan",),
            ["General Omar Adan", "four guards"],
            4,
        ),
        ("Nobody died in the blast.", "blast", ("Nobody",), ["Nobody"], 0),
    ],
)
def test_people_told_of_twice_count_once(
    text: str, trigger: str, persons: tuple[str, ...], killed: list[str], best: int
) -> None:
    toll_, _ = tolls_of(*told(text, trigger, persons=persons, killed=killed))
    assert toll_ is not None
    assert toll_.best == best


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("The strikes hit a camp, killing or wounding 30 militants.", {"injured": ["30 militants"]}),
        ("Up to 30 fighters were killed or injured in the strikes.", {"killed": ["30 fighters"]}),
        ("30 villagers, most of them women, were killed and wounded in the strikes.", {"killed": ["30 villagers"]}),
    ],
)
def test_one_figure_for_both_fates_bounds_both(text: str, roles: dict[str, list[str]]) -> None:
    killed, injured = tolls_of(*told(text, "strikes", **roles))
    assert killed is not None
    assert injured is not None
    assert [(toll_.low, toll_.high) for toll_ in (killed, injured)] == [(0, 30), (0, 30)]
