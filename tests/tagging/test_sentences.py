"""Sentences of news text."""

import pytest

from vedette.tagging.sentences import split


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


@pytest.mark.parametrize(
    "text",
    [
        "According to the U.S. Pentagon, as of Dec. 12, nobody was hurt.",
        "On Nov. 21 an airstrike hit a depot.",
        "Gen. Ali Hassan met Lt. Col. M. al-Tamimi and Mr. O'Neill at 3.5 km from the gate.",
        "It happened at 3 p.m. Saturday, officials said.",
        "A man (b. 1970) in St. Louis, Mo. died on No. 5 road.",
        "“What for?” he asked.",
        "“Go!” the governor said.",
        "“Leave now!” President Lee told the crowd.",
        "The actions ... could lead to war.",
        "The U.S. Army and U.N. troops met George W. Bush.",
        "Visit example.org/a.b for more, i.e. the list.",
        "1. The first point is short",
        "Shells fell near the A.U. base (in the U.S. sector) on Friday",
    ],
)
def test_does_not_break(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("He lives in the U.S. The army left.", ["He lives in the U.S.", "The army left."]),
        ("It fell in Dec. The rest followed.", ["It fell in Dec.", "The rest followed."]),
        ("“We go.” He left.", ["“We go.”", "He left."]),
        ('"We go." "They stay."', ['"We go."', '"They stay."']),
        ("Stop! Who goes there? Nobody.", ["Stop!", "Who goes there?", "Nobody."]),
        ("It ended… The war began.", ["It ended…", "The war began."]),
        ("He left (it was late.) The end.[1] Next.", ["He left (it was late.)", "The end.[1]", "Next."]),
        ("The town fell.The army fled.", ["The town fell.", "The army fled."]),
        ("They met at 9 a.m. The mayor left.", ["They met at 9 a.m.", "The mayor left."]),
        ("It cost $1.5 million. In 2020 it fell.", ["It cost $1.5 million.", "In 2020 it fell."]),
    ],
)
def test_breaks(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


def test_a_paragraph_ends_a_sentence() -> None:
    assert sentences("Headline without a stop\n\nBody of it. More") == [
        "Headline without a stop",
        "Body of it.",
        "More",
    ]


def test_a_bullet_is_no_part_of_its_sentence() -> None:
    assert sentences("Two things:\n• one\n- Two men died") == ["Two things:", "one", "Two men died"]


def test_a_wrapped_line_goes_on() -> None:
    wrapped = "This long line of a text was wrapped by a program that\ncuts at sixty columns. It ends."
    assert sentences(wrapped) == [wrapped.removesuffix(" It ends."), "It ends."]


@pytest.mark.parametrize("text", ["", "  \n\n ", "...", "***\n---"])
def test_nothing_to_read_gives_nothing(text: str) -> None:
    assert split(text) == []


def test_offsets_count_code_points() -> None:
    text = "🛰️ Satellites saw it. Kyiv’s mayor—Vitali—agreed."
    assert all(text[start:end].strip() == text[start:end] for start, end in split(text))
    assert sentences(text)[-1] == "Kyiv’s mayor—Vitali—agreed."
